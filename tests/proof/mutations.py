"""Takes protections out, one by one, in a copy of the tree; does a test notice? The proof asks (others.py).

tests/mutations.toml lists them: what is protected, the text to change, and the tests that must then fail. A line whose old
text no longer stands exactly once is an error, so the list cannot rot unseen. Never touches the tree itself.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.paths import NODE_MODULES, ROOT

LIST = ROOT / "tests/mutations.toml"
#: made by commands, large, and not needed by a test of this list
MADE = {ROOT / name for name in (".git", ".venv", ".cache", "node_modules", "site", "dist", "docs/runtime")}
CACHES = {"__pycache__", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis"}
#: pytest's exit codes
PASSED, FAILED = 0, 1
#: seconds for the tests of one mutation; a change may make something wait for ever
PATIENCE = 300


class MutationError(Exception):
    """The list is wrong: it proves nothing until it is mended."""


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """One protection, and the change that takes it out."""

    name: str
    protects: str  #: what no longer holds without it, in a sentence
    file: str
    old: str
    new: str
    tests: tuple[str, ...]  #: file::function; each must fail


def mutations(file: Path = LIST) -> list[Mutation]:
    """Read the list."""
    return [
        Mutation(**entry | {"tests": tuple(entry["tests"])})
        for entry in tomllib.loads(file.read_text("utf-8"))["mutation"]
    ]


def changed(mutation: Mutation, root: Path = ROOT) -> str:
    """Return the text of the file with the change in it. Raises MutationError where the old text does not stand once."""
    text = (root / mutation.file).read_text("utf-8")
    if (times := text.count(mutation.old)) != 1:
        raise MutationError(
            f"{mutation.name}: the old text stands {times} times in {mutation.file}, and must stand once"
        )
    return text.replace(mutation.old, mutation.new)


@contextmanager
def copied() -> Iterator[Path]:
    """Give a copy of the tree to change, and take it away again."""
    with TemporaryDirectory(prefix="fii-mutations-") as name:
        folder = Path(name) / "copy"
        shutil.copytree(ROOT, folder, ignore=_left_out, symlinks=True)
        if NODE_MODULES.is_dir():
            (folder / "node_modules").symlink_to(NODE_MODULES, target_is_directory=True)
        yield folder


def _left_out(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name in CACHES or Path(folder) / name in MADE}


def check_sound(copy: Path, tests: Sequence[str]) -> None:
    """Raise MutationError unless the tests pass as the tree stands: only then does a failure say something."""
    code, output = _pytest(copy, tests, PATIENCE * len(tests))
    if code != PASSED:
        raise MutationError(f"without any change these tests do not pass (exit {code}):\n{output}")


def is_noticed(copy: Path, mutation: Mutation) -> bool:
    """Take one protection out of the copy, run its tests there, and put it back; tell whether every test failed."""
    path = copy / mutation.file
    sound = path.read_bytes()
    path.write_text(changed(mutation, copy), "utf-8")
    try:
        code, output = _pytest(copy, mutation.tests)
    finally:
        path.write_bytes(sound)
    if code not in (PASSED, FAILED):
        raise MutationError(f"{mutation.name}: the tests could not run (exit {code}):\n{output}")
    failed = set(re.findall(r"^FAILED ([^\s\[]+)", output, re.MULTILINE))
    return set(mutation.tests) <= failed


def _pytest(copy: Path, tests: Sequence[str], patience: int = PATIENCE) -> tuple[int, str]:
    # No bytecode: a change within the same second and of the same length would not be seen.
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(copy)}
    env.pop("FII_SITE", None)
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "--tb=short", "-rf", *tests]
    try:
        done = subprocess.run(command, cwd=copy, env=env, capture_output=True, text=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return -1, f"nothing within {patience} seconds"
    return done.returncode, (done.stdout + done.stderr)[-20_000:]
