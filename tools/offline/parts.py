"""The parts of the copy that a browser takes from a folder in another form: scripts, fonts, runtime."""

from __future__ import annotations

import base64
import gzip
import json
import os
import re
import subprocess
import sysconfig
import tempfile
from pathlib import Path

from tools.setup.programs import find_node

#: File of the runtime → its type, with which the worker answers Pyodide (docs/javascripts/python/folder-worker.js).
TYPES = {
    "pyodide.asm.wasm": "application/wasm",
    "fii.zip": "application/zip",
    "runtime.json": "application/json",
}
#: The worker's script starts from a data: address, and Chromium takes none above 2 MiB: this much, in base64.
WORKER_LIMIT = 1_570_000
_FONT = re.compile(r"url\(\s*['\"]?([^'\")]+\.woff2)['\"]?\s*\)")


def bundle(site: Path, name: str, form: str = "iife") -> bytes:
    """Make one script, classic or a module, of the modules that start at `name`; raise where Node or esbuild fails."""
    node = find_node(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib")))
    if node is None:
        raise FileNotFoundError("node")
    entry, runtime = (site / "javascripts" / name).resolve(), (site / "runtime").resolve()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "bundle.js"
        script = Path(__file__).resolve().with_name("bundle.mjs")
        subprocess.run([node.node, str(script), str(entry), str(out), form, str(runtime)], check=True)
        return out.read_bytes()


def with_fonts(path: Path) -> str:
    """Give a style sheet with its fonts inside: Firefox loads no font file beside a page on file://."""

    def inside(found: re.Match[str]) -> str:
        data = (path.parent / found[1]).read_bytes()
        return f'url("data:font/woff2;base64,{base64.b64encode(data).decode()}")'

    return _FONT.sub(inside, path.read_text("utf-8"))


def runtime(site: Path) -> dict[str, bytes]:
    """Give the Python runtime as plain scripts, each handing over one file as gzip in base64."""
    folder = site / "runtime"
    described = json.loads((folder / "runtime.json").read_text("utf-8"))
    sources = {name: folder / name for name in TYPES}
    sources["fii.zip"] = folder / described["archive"]
    sources |= {f"{part}.zip": folder / file for part, file in described["parts"].items()}
    files = {f"runtime/{name}.js": as_script(name, path.read_bytes()) for name, path in sources.items()}
    files["runtime/python-worker.js.js"] = as_worker(bundle(site, "python/folder-worker.js", "esm"))
    licences = {f"runtime/{path.name}": path.read_bytes() for path in sorted(folder.glob("LICENSE*"))}
    return files | licences


def as_script(name: str, data: bytes) -> bytes:
    """Wrap one file; the same file gives the same bytes."""
    packed = base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()
    type_ = TYPES.get(name, "application/zip")  # the parts that a page adds have names of their own
    return f'globalThis.__fiiAsset("{name}","{type_}","{packed}");\n'.encode()


def as_worker(script: bytes) -> bytes:
    """Wrap the worker's script as text; raise ValueError where no browser would start it."""
    if len(script) > WORKER_LIMIT:
        raise ValueError(f"the worker's script has {len(script):,} bytes, and {WORKER_LIMIT:,} is the most")
    named = script + b"//# sourceURL=fii-python.js\n"  # else an error names the whole address, and that is the script
    return (
        f'globalThis.__fiiAsset("python-worker.js","text/javascript",{json.dumps(named.decode("ascii"))});\n'.encode()
    )
