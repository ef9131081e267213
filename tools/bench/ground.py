"""Lays out what is measured in a folder of the bench's own: the site, its copy, and the bare pages. Measures nothing."""

import gzip
import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fii_widgets import browser
from fii_widgets.handbook import loader
from tools import offline
from tools.offline import pages, parts
from tools.pages import markup
from tools.paths import NODE_MODULES, ROOT, RUNTIME
from tools.runtime.wheel import build_wheel

NPM = NODE_MODULES / "pyodide"
BARE = Path(__file__).with_name("bare")
INSTRUMENT = "stoplicht-1"
MOMENT = "2026-11-01T10:00:00.000Z"
ANSWERS: dict[str, dict[str, str]] = {
    "s1-01": {"choice": "groen", "at": MOMENT},
    "s1-02": {"choice": "rood", "note": "Wie vraagt erom?", "at": MOMENT},
    "s1-03": {"choice": "oranje", "at": MOMENT},
}
#: A page of the handbook that explains an instrument and carries it, and beside it the same page without.
WITH = "model/1-signaleren"
WITHOUT = "model/1-signaleren-zonder"
_STOCK = {
    "pyodide.mjs": "text/javascript",
    "pyodide.asm.mjs": "text/javascript",
    "pyodide.asm.wasm": "application/wasm",
    "python_stdlib.zip": "application/zip",
    "pyodide-lock.json": "application/json",
}
_BUILD = "import sys, pathlib; from tools import build; to = pathlib.Path(sys.argv[1]); sys.exit(bool(build.build(to) or build.check(to)))"


class GroundError(Exception):
    """What was to be measured could not be made; the text says why."""


@dataclass(frozen=True)
class Ground:
    """Where everything stands. `http` is the root of a server: the handbook in `handboek/`, the bare page in `kaal/`."""

    http: Path
    site: Path
    copy: Path
    bare_copy: Path
    zip: offline.Outcome
    edition: str
    #: a sentence that only Python's summary of ANSWERS has
    lead: str


def build_site(folder: Path) -> None:
    """Do what `make site` does, in another folder and a process of its own. Raises GroundError."""
    run("the build of the site", ["-c", _BUILD, str(folder)], ROOT)


def run(name: str, arguments: list[str], folder: Path) -> None:
    """Run Python in a folder and say nothing. Raises GroundError with the last of its words where it fails."""
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise GroundError(f"{name} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def lay(work: Path) -> Ground:
    """Build everything afresh under `work`."""
    shutil.rmtree(work, ignore_errors=True)
    http = work / "http"
    site = http / "handboek"
    http.mkdir(parents=True)
    build_site(site)
    edition, _ = pages.identity(markup.read(site / "index.html"))
    made = offline.build(site, work / "dist")
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(work / "copy")
    _headers(site, http)
    _page_without(site)
    request = _request()
    reply = json.loads(browser.call(json.dumps(request)))
    wheel = build_wheel(NPM, work / "wheel")
    _bare_on_http(http / "kaal", wheel, request)
    _bare_in_folder(work / "kaal", wheel, request)
    return Ground(http, site, work / "copy" / made.path.stem, work / "kaal", made, edition, reply["lead"])


def runtime_megabytes() -> tuple[float, float]:
    """Give what a first visit fetches of Python from a host that compresses: ours with our package, stock without."""
    described = json.loads((RUNTIME / "runtime.json").read_text("utf-8"))
    ours = [RUNTIME / name for name in (*described["files"], "runtime.json")]
    return _gzipped(ours), _gzipped([NPM / name for name in _STOCK])


def _gzipped(files: list[Path]) -> float:
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1e6


def _request() -> dict[str, Any]:
    loaded = next(one for one in loader.load(ROOT).in_order if one.instrument.id == INSTRUMENT)
    return {"op": "summary", "instrument": loaded.tree, "answers": ANSWERS, "root": "../../", "index": "", "level": 3}


def _headers(site: Path, http: Path) -> None:
    """The site's headers for the site only: the bare page has no policy, as a bare page would."""
    text = (site / "_headers").read_text("utf-8")
    (http / "_headers").write_text(text.replace("/*\n", "/handboek/*\n"), "utf-8")


def _page_without(site: Path) -> None:
    """Write the page again with its instruments taken out; everything else, scripts too, stays."""
    page = markup.read(site / WITH / "index.html")
    instruments = page.css("[data-fii-widget]")
    if not instruments:
        raise GroundError(f"{WITH}/ has no instrument any more: name another page in tools/bench/ground.py")
    for node in instruments:
        node.decompose()
    target = site / WITHOUT / "index.html"
    target.parent.mkdir(parents=True)
    markup.write(page, target)


def _bare_on_http(folder: Path, wheel: Path, request: dict[str, Any]) -> None:
    folder.mkdir(parents=True)
    for name in _STOCK:
        shutil.copyfile(NPM / name, folder / name)
    shutil.copyfile(wheel, folder / wheel.name)
    shutil.copyfile(BARE / "worker.mjs", folder / "worker.mjs")
    _page("http.html", folder, request, WHEEL=wheel.name)
    _page("worker.html", folder, request, to="worker.html", WHEEL=wheel.name)


def _bare_in_folder(folder: Path, wheel: Path, request: dict[str, Any]) -> None:
    folder.mkdir(parents=True)
    for name, type_ in _STOCK.items():
        (folder / f"{name}.js").write_bytes(parts.as_script(name, type_, (NPM / name).read_bytes()))
    (folder / "package.whl.js").write_bytes(parts.as_script("package.whl", "application/zip", wheel.read_bytes()))
    shutil.copyfile(BARE / "file.js", folder / "file.js")
    names = [*_STOCK, "package.whl"]
    _page("file.html", folder, request, ASSETS="\n".join(f'<script src="{name}.js"></script>' for name in names))


def _page(source: str, folder: Path, request: dict[str, Any], to: str = "index.html", **values: str) -> None:
    text = (BARE / source).read_text("utf-8")
    for name, value in values.items():
        text = text.replace(name, value)
    text = text.replace("INSTRUMENT", INSTRUMENT)
    (folder / to).write_text(text.replace("REQUEST", json.dumps(request).replace("<", "\\u003c")), "utf-8")
