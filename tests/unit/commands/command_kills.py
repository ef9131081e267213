"""A writing command is killed (SIGKILL) at a moment of chance: the old file or the new one stands there whole.

`kill(seed, folder)` is one kill and says what went wrong; the same seed does the same again. `make test` tries a few,
the proof a hundred.
"""

import contextlib
import io
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fii_widgets.cli import main

PROJECT = Path(__file__).parents[3]
GOLDEN = PROJECT / "tests" / "golden"
OLD, TEAM, COPY = (
    str(GOLDEN / name) for name in ("0.1.0-rijen.json", "0.2.0-conflicten.json", "0.2.0-eigen-exemplaar.json")
)
#: every command that writes, up to the file that it writes to
WRITING: tuple[tuple[str, ...], ...] = (
    ("merge", TEAM, COPY, OLD, "--naar"),
    ("migrate", OLD, "--naar"),
    ("lijst", TEAM, "stoplicht-1", "--naar"),
    *(("export", TEAM, "--als", kind, "--naar") for kind in ("html", "docx", "ods", "xlsx")),
    ("export", TEAM, "acties", "--als", "csv", "--naar"),
)
TARGET = "uit.bestand"
THEIRS = b"van iemand anders"
#: a kill later than this comes after the end
LATEST = 1.5


def kill(seed: int, folder: Path) -> str:
    """Kill one command that writes into a folder of its own; return what went wrong, or nothing.

    Every other seed waits until the command has begun to write. Afterwards the same command must do its work, and clear
    away what the killed one left.
    """
    chance = random.Random(f"command {seed}")
    words = WRITING[seed // 2 % len(WRITING)]
    target = folder / TARGET
    if chance.random() < 0.5:
        target.write_bytes(THEIRS)
    old = target.read_bytes() if target.exists() else None
    command = [sys.executable, "-m", "fii_widgets.cli", "--map", str(PROJECT), *words, str(target), "--overschrijf"]
    work = subprocess.Popen(
        command,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if seed % 2:
        _wait(lambda: work.poll() is not None or any(one.name != TARGET for one in folder.iterdir()))
        time.sleep(chance.uniform(0, 0.004))
    else:
        time.sleep(chance.uniform(0, LATEST))
    work.kill()
    work.wait()
    new = whole(words)
    return harm(folder, old, new) or _next_run(folder, words, new)


@cache
def whole(words: tuple[str, ...]) -> bytes:
    """What a command writes when nobody kills it."""
    with TemporaryDirectory() as folder:
        assert _quietly(*words, str(Path(folder) / TARGET))[0] == 0
        return (Path(folder) / TARGET).read_bytes()


def harm(folder: Path, old: bytes | None, new: bytes) -> str:
    """Say what is wrong in a folder in which a command was killed; nothing where all is whole."""
    target = folder / TARGET
    found = target.read_bytes() if target.exists() else None
    if found not in (old, new):
        return f"{len(found or b'')} bytes stand there, of {len(new)}"
    strange = [one.name for one in folder.iterdir() if one.name != TARGET and not is_part(one)]
    return f"left behind: {strange}" if strange else ""


def is_part(path: Path) -> bool:
    """Tell whether it is a part that the next run knows and clears away."""
    return path.name.startswith(".fii-") and path.name.endswith(".deel")


def _next_run(folder: Path, words: tuple[str, ...], new: bytes) -> str:
    left = any(map(is_part, folder.iterdir()))
    code, said = _quietly(*words, str(folder / TARGET), "--overschrijf")
    if code or (folder / TARGET).read_bytes() != new:
        return f"the next run fails: {said}"
    if [one.name for one in folder.iterdir()] != [TARGET]:
        return "the next run leaves the part where it is"
    return "the next run says nothing of what it cleared away" if left and "Opgeruimd" not in said else ""


def _quietly(*words: str) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        return main(["--map", str(PROJECT), *words]), said.getvalue()


def _wait(until: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        pass
