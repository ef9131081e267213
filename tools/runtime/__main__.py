"""`python -m tools.runtime`: fills docs/runtime, the fonts and the search engine; quick when nothing changed."""

import hashlib
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

from fii_widgets.commands import terminal
from tools.paths import CACHE, NODE_MODULES, ROOT, RUNTIME
from tools.runtime.archive import archive_name, build_archives, licence
from tools.runtime.assets import copy_assets
from tools.runtime.wheel import BuildError, build_wheel

NPM = NODE_MODULES / "pyodide"
PINS = Path(__file__).with_name("pyodide.json")
#: shipped unchanged
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_LICENCE = (
    "pyodide.mjs, pyodide.asm.mjs and pyodide.asm.wasm come unchanged from the npm package pyodide, "
    "Mozilla Public License 2.0; they and the archive hold CPython and its standard library, "
    "Python Software Foundation License 2.0. In the archive, fii_widgets is EUPL-1.2. Each smaller archive is a "
    "part with a licence of its own, beside it.\n"
)


def main() -> int:
    """Make what is missing or out of date; say what was made."""
    try:
        copy_assets()
        wanted = _inputs()
        stamp = RUNTIME / "runtime.json"
        if _is_current(stamp, wanted):
            print("runtime: up to date")
            return 0
        check_pins()
        made = _make(wanted)
    except (BuildError, FileNotFoundError) as error:
        print(f"runtime: {error}", file=sys.stderr)
        return 1
    print(f"runtime: {made['archive']}, {made['files'][made['archive']]['bytes']:,} bytes")
    return 0


def check_pins(npm: Path = NPM) -> None:
    """Refuse a Pyodide whose files are not the ones that were reviewed: npm checks only what it unpacks."""
    pins = json.loads(PINS.read_text("utf-8"))
    version = json.loads((npm / "package.json").read_text("utf-8"))["version"]
    if version != pins["version"]:
        raise BuildError(f"node_modules has pyodide {version}, {PINS.name} pins {pins['version']}.")
    for name, expected in pins["sha256"].items():
        if _sha256(npm / name) != expected:
            raise BuildError(f"node_modules/pyodide/{name} was changed after npm unpacked it: run `npm ci`.")


def _make(wanted: str) -> dict[str, Any]:
    work = CACHE / "runtime"
    work.mkdir(parents=True, exist_ok=True)
    made = build_archives(NPM, build_wheel(NPM, work), os.environ.get("FII_NODE", "node"), work)
    name = archive_name(made.main)
    parts = {part: archive_name(content, part) for part, content in made.parts.items()}
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir(parents=True)
    for core in CORE:
        shutil.copyfile(NPM / core, RUNTIME / core)
    (RUNTIME / name).write_bytes(made.main)
    (RUNTIME / "LICENSE.txt").write_text(_LICENCE, "utf-8")
    for part, content in made.parts.items():
        (RUNTIME / parts[part]).write_bytes(content)
        (RUNTIME / f"LICENSE-{part}.txt").write_text(licence(part), "utf-8")
    description = _description(name, parts, wanted)
    # Last: a folder without this file is unfinished.
    (RUNTIME / "runtime.json").write_text(json.dumps(description, indent=1) + "\n", "utf-8")
    return description


def _description(archive: str, parts: dict[str, str], wanted: str) -> dict[str, Any]:
    info = json.loads((NPM / "pyodide-lock.json").read_text("utf-8"))["info"]
    with zipfile.ZipFile(RUNTIME / archive) as pack:
        modules = [name for name in pack.namelist() if name.startswith("fii_widgets/")]
    return {
        "archive": archive,
        "parts": parts,
        "python": info["python"],
        "pyodide": json.loads((NPM / "package.json").read_text("utf-8"))["version"],
        "lock": {"info": info, "packages": {}},
        "files": {
            name: {"bytes": (RUNTIME / name).stat().st_size, "sha256": _sha256(RUNTIME / name)}
            for name in (*CORE, archive, *parts.values())
        },
        "modules": modules,
        "inputs": wanted,
    }


def _inputs() -> str:
    """One hash over everything that decides the result."""
    sources = [ROOT / "pyproject.toml", ROOT / "requirements.txt", NPM / "package.json", PINS]
    for folder in (ROOT / "fii_widgets", PINS.parent):
        sources += [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    digest = hashlib.sha256()
    for path in sorted(sources):
        digest.update(f"{path.relative_to(ROOT).as_posix()}\0{_sha256(path)}\n".encode())
    return digest.hexdigest()


def _is_current(stamp: Path, wanted: str) -> bool:
    if not stamp.exists():
        return False
    made = json.loads(stamp.read_text("utf-8"))
    return made["inputs"] == wanted and all((RUNTIME / name).exists() for name in made["files"])


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
