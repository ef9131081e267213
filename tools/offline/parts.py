"""The parts of the copy that a browser takes from a folder in another form: scripts, fonts, runtime."""

import base64
import gzip
import json
import re
from pathlib import Path

from tools import bundle
from tools.passes import assets

#: File of the runtime → its type, with which the worker answers Pyodide (docs/javascripts/python/folder-worker.js);
#: the parts that a page adds have names of their own, and are zips.
TYPES = {
    "pyodide.asm.wasm": "application/wasm",
    "fii.zip": "application/zip",
    "runtime.json": "application/json",
}
#: The worker's script starts from a data: address, and Chromium takes none above 2 MiB: this much, in base64.
WORKER_LIMIT = 1_570_000
_FONT = re.compile(r"url\(\s*['\"]?([^'\")]+\.woff2)['\"]?\s*\)")


def with_fonts(path: Path) -> str:
    """Give a style sheet with its fonts inside: Firefox loads no font file beside a page on file://."""

    def inside(match: re.Match[str]) -> str:
        data = (path.parent / match[1]).read_bytes()
        return f'url("data:font/woff2;base64,{base64.b64encode(data).decode()}")'

    return _FONT.sub(inside, path.read_text("utf-8"))


def runtime(site: Path) -> dict[str, bytes]:
    """Give the Python runtime as plain scripts, each handing over one file as gzip in base64."""
    description = assets.runtime_description(site)
    folder, described = description.parent, json.loads(description.read_text("utf-8"))
    sources = {name: folder / name for name in TYPES}
    sources["fii.zip"] = folder / described["archive"]
    sources |= {f"{part}.zip": folder / file for part, file in described["parts"].items()}
    files = {
        f"runtime/{name}.js": as_script(name, TYPES.get(name, "application/zip"), path.read_bytes())
        for name, path in sources.items()
    }
    files["runtime/python-worker.js.js"] = as_worker(_worker(folder))
    licences = {f"runtime/{path.name}": path.read_bytes() for path in sorted(folder.glob("LICENSE*"))}
    return files | licences


def _worker(runtime: Path) -> bytes:
    """Give the worker's script with Pyodide's own in it; `pyodide/…` stands for the files of the runtime."""
    return bundle.one_script(
        "python/folder-worker.js",
        "esm",
        charset="ascii",  # it is handed over in base64
        alias={"pyodide": str(runtime.resolve())},
        external=["node:*", "ws"],  # Pyodide asks for these where it runs in Node
    )


def as_script(name: str, type_: str, data: bytes) -> bytes:
    """Wrap one file; the same file gives the same bytes."""
    packed = base64.b64encode(gzip.compress(data, 9, mtime=0)).decode()
    return f'globalThis.__fiiAsset("{name}","{type_}","{packed}");\n'.encode()


def as_worker(script: bytes) -> bytes:
    """Wrap the worker's script as text; raise ValueError where no browser would start it."""
    if len(script) > WORKER_LIMIT:
        raise ValueError(f"the worker's script has {len(script):,} bytes, and {WORKER_LIMIT:,} is the most")
    named = script + b"//# sourceURL=fii-python.js\n"  # else an error names the whole address, and that is the script
    return (
        f'globalThis.__fiiAsset("python-worker.js","text/javascript",{json.dumps(named.decode("ascii"))});\n'.encode()
    )
