"""Run a command as a terminal does, or in this process; and what no Dutch message holds."""

import os
import subprocess
import sys
from pathlib import Path

from fii_widgets.cli import main

PROJECT = Path(__file__).parents[3]
GOLDEN = PROJECT / "tests" / "golden"
OLD, TEAM = GOLDEN / "0.1.0-rijen.json", GOLDEN / "0.2.0-conflicten.json"
ENGLISH = ("No such", "Permission", "Errno", "Is a directory", "No space", "Traceback", "codec", "too long", "Error")


def fii(*words: object, **how: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, in the folder that it is about."""
    command = [sys.executable, "-m", "fii_widgets.cli", "--map", str(PROJECT), *map(str, words)]
    env = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONUTF8": "1"}
    env.pop("PYTHONUNBUFFERED", None)  # what waits in a buffer fails late: that is the harder case
    options: dict[str, object] = {"capture_output": True, "text": True, "timeout": 120, "env": env, **how}
    return subprocess.run(command, check=False, **options)  # type: ignore[call-overload,no-any-return]


def here(*words: object) -> int:
    """Run a command in this process: faster, where nothing of a process is asked."""
    return main(["--map", str(PROJECT), *map(str, words)])
