"""The commands are run as `make` runs them: a module that only defines its work would say nothing and pass."""

import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[3]


def fii_check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fii_widgets.cli", "--map", str(folder), "check"]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_check_speaks_when_all_is_well_and_refuses_what_is_wrong(tmp_path: Path) -> None:
    for part in ("checklists", "docs", "macros"):
        shutil.copytree(PROJECT / part, tmp_path / part, ignore=shutil.ignore_patterns("runtime", "vendor", "fonts"))
    done = fii_check(tmp_path)
    assert (done.returncode, done.stdout.startswith("Alles in orde")) == (0, True), done.stdout
    file = tmp_path / "checklists" / "stoplicht-1.yaml"
    file.write_text(file.read_text("utf-8").replace("tekst:", "tekts:", 1), "utf-8")
    done = fii_check(tmp_path)
    assert done.returncode == 1
    assert "Bedoelde u 'tekst'?" in done.stdout
