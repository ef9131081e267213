"""Another engine's site: its environment from its own lock, a copy of the project, its build, then our passes.

The build runs in a copy, because an engine may write beside the pages; the passes and checks are those of `make site`.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.build import QUIET, run
from tools.build import build as build_site
from tools.edition.lay import LEFT_OUT
from tools.paths import CACHE, ROOT
from tools.setup import venv
from tools.setup.say import SetupError, step

#: each builds the project it stands in, into site/
ENGINES = ("zensical", "properdocs")


def build(name: str) -> Path:
    """Return the finished site of an engine. Raises SetupError where the environment, the build or a pass fails."""
    folder = CACHE / "engines" / name
    python = environment(name, folder / "venv")
    tree = folder / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    if not run(["tools.runtime"]):
        raise SetupError("the Python of the page could not be made")
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(*LEFT_OUT))
    env = os.environ | QUIET | {"PYTHONPATH": str(tree), "VIRTUAL_ENV": str(folder / "venv")}
    command = [str(python), "-m", name, "build", "--strict"]
    done = subprocess.run(
        command, cwd=tree, env=env, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        raise SetupError(f"{done.stdout}\n{name} could not build the site; its own words stand above.")
    if not run(["tools.passes", str(tree / "site")]):
        raise SetupError(f"our passes do not work on what {name} makes")
    return tree / "site"


def environment(name: str, folder: Path) -> Path:
    """Return the interpreter of an environment that holds exactly what requirements-<name>.txt names."""
    python = venv.python_of(folder)
    if not python.exists():
        step(f"making an environment for {name} in {folder.relative_to(ROOT).as_posix()}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
    tag = "{}.{}".format(*sys.version_info)
    venv.install(ROOT, python, f"requirements-{name}", tag, folder)
    return python


def reference(name: str) -> Path:
    """Return MkDocs' own site, built now from the same files. Raises SetupError."""
    folder = CACHE / "engines" / name / "mkdocs"
    if failed := build_site(folder):
        raise SetupError(f"the site itself could not be built: step '{failed}' failed")
    return folder
