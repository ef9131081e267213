"""The wheel of fii_widgets, by pyodide-build, with a build environment assembled from the npm package.

pyodide-build would download that environment; its host is out of reach for many, and the npm package,
which came in by hash, holds all that a pure-Python wheel needs of it.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tools.paths import CACHE, ROOT

#: Every date in what we build: the same input gives the same bytes.
EPOCH = "315532800"
_SYSCONFIG = "_sysconfigdata__emscripten_wasm32-emscripten.py"
#: The command line: no page can reach it, so no reader fetches it.
LEFT_OUT = ("__main__.py", "cli.py", "commands")
_DIST = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


class BuildError(Exception):
    """The runtime could not be made; the text says why and what next."""


def build_wheel(npm: Path, work: Path = CACHE / "runtime") -> Path:
    """Build the wheel from a clean copy of the sources and return its path.

    npm: folder of the npm package `pyodide`. Raises BuildError with pyodide-build's own words.
    """
    root = _build_environment(npm, work / "pyodide-root")
    source = _clean_copy(work / "source")
    out = work / "wheel"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    env = os.environ | {
        "PYODIDE_ROOT": str(root),
        "SKIP_EMSCRIPTEN_VERSION_CHECK": "1",  # pure Python: no compiler is run
        "SOURCE_DATE_EPOCH": EPOCH,
        "PATH": str(Path(sys.executable).parent) + os.pathsep + os.environ.get("PATH", ""),
    }
    # No isolation: the build back end is the one that requirements.txt names by hash.
    command = [sys.executable, "-m", "pyodide_cli", "build", "--no-isolation", ".", "--outdir", str(out)]
    done = subprocess.run(command, cwd=source, env=env, capture_output=True, text=True, check=False)
    wheels = list(out.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        raise BuildError(f"pyodide build failed ({done.returncode}):\n{done.stdout}{done.stderr}")
    return wheels[0]


def _build_environment(npm: Path, root: Path) -> Path:
    """Lay out what pyodide-build reads: the distribution, its sysconfig data and its Makefile variables."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "dist").mkdir(parents=True)
    (root / "sysconfigdata").mkdir()
    (root.parent / "requirements.txt").write_text("", "utf-8")
    for name in _DIST:
        shutil.copyfile(npm / name, root / "dist" / name)
    with zipfile.ZipFile(npm / "python_stdlib.zip") as stdlib:
        (root / "sysconfigdata" / _SYSCONFIG).write_bytes(stdlib.read(_SYSCONFIG))
    lines = [f"export {key}={value}" for key, value in _variables(npm).items()]
    (root / "Makefile.envs").write_text("\n".join([*lines, ".output_vars:", "\t@env", ""]), "utf-8")
    return root


def _variables(npm: Path) -> Mapping[str, str]:
    info = json.loads((npm / "pyodide-lock.json").read_text("utf-8"))["info"]
    major, minor, micro = info["python"].split(".")
    return {
        "PYVERSION": info["python"],
        "PYMAJOR": major,
        "PYMINOR": minor,
        "PYMICRO": micro,
        "PYTHON_ABI_FLAGS": "",
        "PYODIDE_EMSCRIPTEN_VERSION": info["platform"].removeprefix("emscripten_").replace("_", "."),
        "PYODIDE_VERSION": json.loads((npm / "package.json").read_text("utf-8"))["version"],
        "PYODIDE_ABI_VERSION": info["abi_version"],
        "PYODIDE_PLATFORM_TRIPLET": "wasm32-emscripten",
        "PYTHONINCLUDE": f"$(PYODIDE_ROOT)/include/python{major}.{minor}",
        "TARGETINSTALLDIR": "$(PYODIDE_ROOT)",
        "HOSTINSTALLDIR": "$(PYODIDE_ROOT)/../host",
        "HOSTSITEPACKAGES": "$(PYODIDE_ROOT)/../host/site-packages",
        "SYSCONFIG_NAME": _SYSCONFIG.removesuffix(".py"),
        "SYSCONFIGDATA_DIR": "$(PYODIDE_ROOT)/sysconfigdata",
        "SIDE_MODULE_CFLAGS": "",
        "SIDE_MODULE_CXXFLAGS": "",
        "SIDE_MODULE_LDFLAGS": "",
    }


def _clean_copy(target: Path) -> Path:
    """Copy only what the wheel is made of: leftovers in the tree must not reach the archive."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(
        ROOT / "fii_widgets", target / "fii_widgets", ignore=shutil.ignore_patterns("__pycache__", *LEFT_OUT)
    )
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copyfile(ROOT / name, target / name)
    return target
