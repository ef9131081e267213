"""Finds a Python that can run the project; the one that runs this line may be too old. Installs nothing."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, Mapping, Optional, Tuple

from tools.setup.say import SetupError

#: pyodide-build needs it
OLDEST = (3, 12)
#: what pip says it cannot find, on a Python that is older (tools/release/lock.py)
TOO_OLD = "handboek-fii-vraagt-python-%d.%d-of-nieuwer" % OLDEST
#: Tried in this order: the versions that the tests run on first.
PREFERRED = ((3, 13), (3, 12), (3, 14))
_PROBE = "import sys, venv, ensurepip; print('.'.join(map(str, sys.version_info[:2])))"

HELP = """No Python {oldest} or newer was found.
Looked at: python3.x and python3 on the PATH, `py` on Windows, pyenv's versions ({pyenv}), and {this}.
What to do, one of:
  Debian 13, Ubuntu 24.04 or newer   apt install python3 python3-venv
  older Linux, macOS                 pyenv install 3.13
  Windows                            install Python 3.13 for your own account; no administrator is needed
Then run the same command again.""".replace("{oldest}", ".".join(map(str, OLDEST)))

Command = List[str]


def candidates(env: Mapping[str, str], windows: bool = os.name == "nt") -> Iterator[Command]:
    """Every command that might start a suitable Python, with the interpreter that runs this first."""
    yield [sys.executable]
    for found in _on_path(env):
        yield [found]
    if windows:
        launcher = shutil.which("py", path=env.get("PATH"))
        if launcher:
            for version in PREFERRED:
                yield [launcher, "-%d.%d" % version]
            yield [launcher, "-3"]
    for version_folder in _pyenv_versions(env):
        for tail in ("bin/python3", "python.exe"):
            if (version_folder / tail).is_file():
                yield [str(version_folder / tail)]


def _on_path(env: Mapping[str, str]) -> Iterator[str]:
    names = ["python%d.%d" % version for version in PREFERRED] + ["python3.15", "python3.16", "python3", "python"]
    for name in names:
        for folder in filter(None, env.get("PATH", "").split(os.pathsep)):
            found = shutil.which(name, path=folder)
            if found:
                yield found


def find_python(env: Mapping[str, str], windows: bool = os.name == "nt") -> Tuple[Command, Tuple[int, int]]:
    """Return the best command and its version; raise SetupError with what to do when there is none."""
    found = {}  # type: dict[Tuple[int, int], Command]
    for command in candidates(env, windows):
        version = version_of(command)
        if version and version >= OLDEST and version not in found:
            found[version] = command
            if version == PREFERRED[0]:
                break
    for version in PREFERRED + tuple(sorted(set(found) - set(PREFERRED))):
        if version in found:
            return found[version], version
    raise SetupError(HELP.format(pyenv=pyenv_root(env) / "versions", this=sys.executable))


def version_of(command: Command) -> Optional[Tuple[int, int]]:
    """Ask a command for its version; None when it does not start, or cannot make environments."""
    try:
        done = subprocess.run([*command, "-c", _PROBE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    match = re.match(rb"(\d+)\.(\d+)\s*$", done.stdout)
    return (int(match.group(1)), int(match.group(2))) if match and not done.returncode else None


def pyenv_root(env: Mapping[str, str]) -> Path:
    """Where pyenv keeps its versions, on or off the PATH."""
    return Path(env.get("PYENV_ROOT") or env.get("PYENV") or Path.home() / ".pyenv")


def _pyenv_versions(env: Mapping[str, str]) -> List[Path]:
    folder = pyenv_root(env) / "versions"
    return sorted(folder.iterdir(), reverse=True) if folder.is_dir() else []
