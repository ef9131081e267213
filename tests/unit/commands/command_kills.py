"""A writing command is killed (SIGKILL) at a moment of chance: the old file or the new one stands there whole.

`kill(seed, folder)` is one kill and says what went wrong; the same seed does the same again. `make test` tries a few,
the proof a hundred.
"""

import contextlib
import io
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fii_widgets.cli import main

PROJECT = Path(__file__).parents[3]
GOLDEN = PROJECT / "tests" / "golden"
OLD, TEAM, COPY = (
    str(GOLDEN / name) for name in ("0.1.0-rijen.json", "0.2.0-conflicten.json", "0.2.0-eigen-exemplaar.json")
)
TARGET = "uit.bestand"
THEIRS = b"van iemand anders"
#: a kill later than this comes after the end
LATEST = 1.5
#: in the words of a command: the folder that is its own
HERE = "{folder}"


@dataclass(frozen=True)
class Writing:
    """A command that writes in a folder of its own."""

    words: tuple[str, ...]
    files: tuple[str, ...] = (TARGET,)  #: what it writes, below that folder
    replaces: bool = True  #: it may write over what stands there
    map: str = str(PROJECT)  #: the project that it works for; in its own folder that has the instruments


def _to_file(*words: str) -> Writing:
    return Writing((*words, "--naar", f"{HERE}/{TARGET}", "--overschrijf"))


#: every command that writes
WRITING = (
    _to_file("merge", TEAM, COPY, OLD),
    _to_file("migrate", OLD),
    _to_file("lijst", TEAM, "stoplicht-1"),
    *(_to_file("export", TEAM, "--als", kind) for kind in ("html", "docx", "ods", "xlsx")),
    _to_file("export", TEAM, "acties", "--als", "csv"),
    Writing(("nieuw", "pagina", "kil", "--titel", "Kil", "--editie", HERE), ("paginas/kil.md",), replaces=False),
    Writing(("schema",), ("checklists/checklist.schema.json", "checklists/schalen.schema.json"), map=HERE),
)
#: the bytes of each file that a command writes; None where there is none
type Files = Mapping[str, bytes | None]


def kill(seed: int, folder: Path) -> str:
    """Kill one command that writes into a folder of its own; return what went wrong, or nothing.

    Every other seed waits until the command has begun to write. Afterwards the same command must do its work, and clear
    away what the killed one left.
    """
    chance = random.Random(f"command {seed}")
    writing = WRITING[seed // 2 % len(WRITING)]
    lay(writing, folder, theirs=chance.random() < 0.5)
    old, laid = _files(writing, folder), _names(folder)
    work = subprocess.Popen(
        [sys.executable, "-m", "fii_widgets.cli", *_words(writing, folder)],
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if seed % 2:
        _wait(lambda: work.poll() is not None or bool(_beside(writing, folder, laid)))
        time.sleep(chance.uniform(0, 0.004))
    else:
        time.sleep(chance.uniform(0, LATEST))
    work.kill()
    work.wait()
    new = whole(writing)
    return harm(writing, folder, old, new, laid) or _next_run(writing, folder, new, laid)


def lay(writing: Writing, folder: Path, *, theirs: bool) -> None:
    """Put into its folder what the command works on, and files of somebody else where it may replace those."""
    if writing.map == HERE:
        for name, kind in (("checklists", "*.yaml"), ("docs", "*.md")):
            for file in (PROJECT / name).rglob(kind):
                path = folder / file.relative_to(PROJECT)
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, path)
    for name in writing.files if theirs and writing.replaces else ():
        (folder / name).write_bytes(THEIRS)


@cache
def whole(writing: Writing) -> Files:
    """What a command writes when nobody kills it."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        lay(writing, folder, theirs=False)
        code, said = _quietly(writing, folder)
        assert code == 0, said
        return _files(writing, folder)


def harm(writing: Writing, folder: Path, old: Files, new: Files, laid: Set[str] = frozenset()) -> str:
    """Say what is wrong in a folder in which a command was killed; nothing where all is whole."""
    for name, content in _files(writing, folder).items():
        if content not in (old[name], new[name]):
            return f"{name}: {len(content or b'')} bytes stand there, of {len(new[name] or b'')}"
    strange = [name for name in _beside(writing, folder, laid) if not is_part(name)]
    return f"left behind: {strange}" if strange else ""


def is_part(name: str) -> bool:
    """Tell whether it is a part that the next run knows and clears away."""
    own = name.rpartition("/")[2]
    return own.startswith(".fii-") and own.endswith(".deel")


def _next_run(writing: Writing, folder: Path, new: Files, laid: Set[str]) -> str:
    left = any(map(is_part, _beside(writing, folder, laid)))
    for name in () if writing.replaces else writing.files:
        (folder / name).unlink(missing_ok=True)  # it says so of a file that is there, and is asked for another
    code, said = _quietly(writing, folder)
    if code or _files(writing, folder) != new:
        return f"the next run fails: {said}"
    if _beside(writing, folder, laid):
        return "the next run leaves the part where it is"
    return "the next run says nothing of what it cleared away" if left and "Opgeruimd" not in said else ""


def _words(writing: Writing, folder: Path) -> list[str]:
    return [word.replace(HERE, str(folder)) for word in ("--map", writing.map, *writing.words)]


def _files(writing: Writing, folder: Path) -> Files:
    paths = {name: folder / name for name in writing.files}
    return {name: path.read_bytes() if path.exists() else None for name, path in paths.items()}


def _names(folder: Path) -> Set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _beside(writing: Writing, folder: Path, laid: Set[str]) -> Set[str]:
    """Name the files that stand there now, but for what was there before and what the command writes."""
    return _names(folder) - laid - set(writing.files)


def _quietly(writing: Writing, folder: Path) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        return main(_words(writing, folder)), said.getvalue()


def _wait(until: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        pass
