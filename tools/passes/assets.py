"""The scripts and styles of the site: few files, named by their content, and in every page the ones that it needs.

Comes last: it reads which hooks a page has. A page and a script of two versions never meet: a name that is gone is not
found, and the page says so. Files with such a name may be kept for ever (policy.py); a page asks for what it has by
modulepreload, so that nothing waits for a module to name the next.
"""

import hashlib
import re
from pathlib import Path

from tools import bundle
from tools.passes import spots, terms
from tools.search import index

FOLDER, STYLES, RUNTIME = "javascripts", "stylesheets", "runtime/"
CLASSIC = ("head.js", "moved.js")
ENTRY, WORKER = "init.js", "python/worker.js"
#: what a page loads at once, by the hook that asks for it
PARTS = {
    "every-page.js": "data-fii-entry",
    "instrument/shared.js": "data-fii-longest",
    "instrument/form-page.js": "data-fii-form",
    "dossier-page.js": 'data-fii-widget="dossier"',
    "session/session-widget.js": 'data-fii-widget="session"',
    "trial/trial-widget.js": 'data-fii-widget="trial"',
    "computer/computer-widget.js": 'data-fii-widget="computer"',
}
#: lists that the passes wrote, which a script asks for by the name before its content (docs/javascripts/base/place.js)
LISTS = (index.FILE, terms.FILE, spots.LIST)
_SHEETS = re.compile(r'<link rel="stylesheet" href="([^"]*?)(stylesheets/[^"]+)">\s*')
_SCRIPT = re.compile(
    rf'(?<=src=")([^"]*?){FOLDER}/({"|".join(name[:-3] for name in (*CLASSIC, ENTRY))})(?:-\w+)?\.js(?=")'
)
_FILES = re.compile(r'<meta name="fii-files" content="[^"]*">')
_VERSION = re.compile(r'<meta name="fii-version" content="[^"]*">')


def write(site: Path) -> None:
    """Make the files and name them in every page. Run again, it makes the same."""
    site = site.resolve()
    sheet = _style_sheet(site)
    lists = {name: _by_content(site, name) for name in LISTS}
    made = _scripts(site, keep={site / name for name in lists.values()})
    scripts = {file.source: file for file in made if file.source}
    named = {source: _name(site, file.path) for source, file in scripts.items()}
    files = lists | {f"{FOLDER}/{WORKER}": named[WORKER], RUNTIME: _runtime(site)}
    meta = f'<meta name="fii-files" content="{" ".join(f"{old}={new}" for old, new in files.items())}">'
    together = {hook: [_name(site, path) for path in _closure(scripts[part], made)] for part, hook in PARTS.items()}
    for path in sorted(site.rglob("*.html")):  # those that lead from a code to its place, too
        text = _FILES.sub("", path.read_text("utf-8"))
        text = _SCRIPT.sub(lambda match: match[1] + named[f"{match[2]}.js"], text)
        needed = dict.fromkeys(name for hook, names in together.items() if hook in text for name in names)
        text = _with_sheet(text, sheet, list(needed))
        path.write_text(_VERSION.sub(lambda match: match[0] + meta, text), "utf-8")


def _style_sheet(site: Path) -> str:
    """Join the sheets that the home page names, in that order, unless they are joined."""
    names = [match[2] for match in _SHEETS.finditer((site / "index.html").read_text("utf-8"))]
    if len(names) == 1:
        return names[0]
    folder = site / STYLES
    sources = [path for path in folder.rglob("*") if path.suffix in (".css", ".woff2")]
    made = bundle.style_sheet([site / name for name in names], folder, "handboek")
    for path in sources:
        path.unlink()
    return _name(site, made)


def _runtime(site: Path) -> str:
    """Give the runtime a folder named by what it says of itself: its files ask for each other by plain names."""
    described = runtime_description(site)
    if not described.is_file():
        return RUNTIME  # not made: the page says so itself
    folder = site / RUNTIME
    if described.parent == folder:
        digest = hashlib.sha256(described.read_bytes()).hexdigest()[:8]
        moved = folder.rename(site / digest)
        folder.mkdir()
        described = moved.rename(folder / digest) / described.name
    return f"{_name(site, described.parent)}/"


def runtime_description(site: Path) -> Path:
    """Where the runtime of a site tells what it holds."""
    return next((site / RUNTIME).glob("*/runtime.json"), site / RUNTIME / "runtime.json")


def _by_content(site: Path, name: str) -> str:
    """Give a file the name of its content; the ones of before are gone."""
    path = site / name
    for old in path.parent.glob(f"{path.stem}-*{path.suffix}"):
        old.unlink()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    return _name(site, path.rename(path.with_stem(f"{path.stem}-{digest}")))


def _scripts(site: Path, keep: set[Path]) -> list[bundle.Made]:
    """Make the scripts anew; the modules themselves are not published."""
    folder = site / FOLDER
    for path in folder.rglob("*"):
        if path.is_file() and path not in keep and path.suffix != ".txt":  # licences
            path.unlink()
    return bundle.modules([ENTRY, WORKER, *PARTS], folder) + bundle.classic(CLASSIC, folder)


def _closure(part: bundle.Made, made: list[bundle.Made]) -> list[Path]:
    """Give a module and all that a browser loads along with it."""
    by_path = {file.path: file for file in made}
    closure = {part.path: None}
    for path in (waiting := [part.path]):
        for other in by_path[path].imports:
            if other not in closure:
                closure[other] = None
                waiting.append(other)
    return list(closure)


def _with_sheet(text: str, sheet: str, needed: list[str]) -> str:
    """Put the one style sheet in the place of the first, with what the page will ask for."""
    first = _SHEETS.search(text)
    if first is None:
        return text
    root = first[1]
    head = f'<link rel="stylesheet" href="{root}{sheet}">'
    head += "".join(f'<link rel="modulepreload" href="{root}{name}">' for name in needed)
    return f"{text[: first.start()]}{head}{_SHEETS.sub('', text[first.end() :])}"


def _name(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()
