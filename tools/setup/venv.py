"""Makes .venv and fills it from the locked requirements. A good one that exists is kept and brought up to date."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import List, Mapping, Optional

from tools.setup import stamp
from tools.setup.python import OLDEST, find_python, version_of
from tools.setup.say import SetupError, step

#: so many packages are fetched before that is said again
_TELL = 20


def venv_python(root: Path) -> Path:
    """The interpreter of the project's own environment."""
    return python_of(root / ".venv")


def python_of(folder: Path) -> Path:
    """The interpreter of an environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_venv(root: Path, env: Mapping[str, str]) -> Path:
    """Return the interpreter of a .venv that holds exactly what requirements.txt names, and `fii`."""
    python = venv_python(root)
    version = version_of([str(python)]) if python.exists() else None
    if not version or version < OLDEST:
        version = _make(root, env)
    tag = "%d.%d" % version
    install(root, python, "requirements", tag)
    own = stamp.fingerprint([root / "pyproject.toml"], tag, str(root))
    if not stamp.is_fresh(root / ".venv", "project", own):
        # Without build isolation: flit_core is one of the locked requirements, so nothing unlocked comes in.
        _pip(python, ["--no-deps", "--no-build-isolation", "--no-index", "--editable", str(root)])
        stamp.write(root / ".venv", "project", own)
    return python


def install(root: Path, python: Path, name: str, tag: str = "", folder: Optional[Path] = None) -> None:
    """Install one locked requirements file, by hash, wheels only: no package runs code while it is installed.

    folder: the environment that `python` belongs to, where that is not .venv.
    """
    folder = folder or root / ".venv"
    lock = root / (name + ".txt")
    value = stamp.fingerprint([lock], tag)
    if stamp.is_fresh(folder, name, value):
        return
    packages = lock.read_text(encoding="utf-8").count("==")
    step(
        "installing " + lock.name + " into " + folder.relative_to(root).as_posix() + ": " + str(packages) + " packages"
    )
    _pip(python, ["--require-hashes", "--only-binary=:all:", "--requirement", str(lock)])
    stamp.write(folder, name, value)


def _make(root: Path, env: Mapping[str, str]) -> "tuple[int, int]":
    command, version = find_python(env)
    step("making .venv with Python %d.%d" % version)
    shutil.rmtree(str(root / ".venv"), ignore_errors=True)
    if subprocess.call([*command, "-m", "venv", str(root / ".venv")]):
        raise SetupError("Python could not make an environment in " + str(root / ".venv"))
    return version


def _pip(python: Path, arguments: List[str]) -> None:
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--progress-bar", "off"]
    work = subprocess.Popen(command + arguments, stdout=subprocess.PIPE, universal_newlines=True)
    collected = 0
    for line in work.stdout or ():
        if line.startswith("Collecting "):
            collected += 1
            if collected % _TELL == 0:
                step(str(collected) + " packages fetched")
    if work.wait():
        raise SetupError(
            "pip could not install what the project needs; its own words stand above.\nIs the package registry reachable from here?"
        )
