"""Modules and style sheets made into few files, by esbuild. Knows which form a browser takes, and no page."""

import json
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.paths import DOCS
from tools.setup.programs import own_node

SCRIPTS = DOCS / "javascripts"
#: a name by content: an old page and a new script never meet
NAMED = "[name]-[hash]"


@dataclass(frozen=True)
class Made:
    """A file that was made."""

    path: Path
    source: str  #: the module it was asked for, from docs/javascripts; empty where modules share it
    imports: tuple[Path, ...]  #: what a browser loads along with it


def modules(entries: Iterable[str], folder: Path) -> list[Made]:
    """Make modules for http, one for each entry and one for what some of them share; the same modules give the same names."""
    return _made(entries, folder, format="esm", splitting=True, chunkNames="deel-[hash]")


def classic(entries: Iterable[str], folder: Path) -> list[Made]:
    """Make scripts that run where they stand."""
    return _made(entries, folder, format="iife")


def style_sheet(sheets: Iterable[Path], folder: Path, name: str) -> Path:
    """Join style sheets in their order, with their fonts beside the one that is made."""
    text = "\n".join(f"@import {json.dumps(sheet.as_posix())};" for sheet in sheets)
    outputs = _esbuild(
        stdin={"contents": text, "resolveDir": str(folder), "loader": "css", "sourcefile": f"{name}.css"},
        outdir=str(folder),
        absWorkingDir=str(folder),
        entryNames=f"{name}-[hash]",
        assetNames=f"fonts/{NAMED}",
        loader={".woff2": "file"},
        minifySyntax=False,
    )
    return folder / next(path for path in outputs if path.endswith(".css"))


def one_script(entry: str, form: str, **options: Any) -> bytes:
    """Make one script of all that starts at an entry, for a folder: no browser loads a module from a file."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "script.js"
        _esbuild(entryPoints=[str(SCRIPTS / entry)], outfile=str(out), format=form, **options)
        return out.read_bytes()


def _made(entries: Iterable[str], folder: Path, **options: Any) -> list[Made]:
    outputs = _esbuild(
        entryPoints=[str(SCRIPTS / entry) for entry in entries],
        outdir=str(folder),
        absWorkingDir=str(SCRIPTS),  # a name depends on it, and must not on where the site is made
        entryNames=NAMED,
        **options,
    )
    return [
        Made(
            (SCRIPTS / path).resolve(),
            output.get("entryPoint", ""),
            tuple(
                (SCRIPTS / other["path"]).resolve()
                for other in output["imports"]
                if other["kind"] == "import-statement"
            ),
        )
        for path, output in outputs.items()
    ]


def _esbuild(**options: Any) -> Mapping[str, Any]:
    """Raise FileNotFoundError where there is no Node, CalledProcessError where esbuild refuses."""
    command = [own_node().node, str(Path(__file__).with_name("bundle.mjs"))]
    done = subprocess.run(
        command, input=json.dumps(options), text=True, encoding="utf-8", check=True, stdout=subprocess.PIPE
    )
    outputs: Mapping[str, Any] = json.loads(done.stdout)
    return outputs
