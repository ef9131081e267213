"""Make of the finished site one zip that opens by double-click; reads site/, changes nothing in it.

The same pages and the same scripts, packed so that browsers take them from a folder: addresses end in
index.html, modules become one plain script, fonts stand in the style sheet, the Python runtime in scripts.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from fii_widgets.errors import FiiError
from fii_widgets.system.files import write
from tools import bundle
from tools.offline import pack, pages, parts
from tools.pages import markup
from tools.passes import assets

#: 12 MB as a disk and an e-mail count them.
LIMIT = 12_000_000
#: Of no use in a folder: the host's headers and lists of addresses, and the page that only a host shows.
LEFT_OUT = ("_headers", "sitemap.xml", "sitemap.xml.gz", "404.html")
#: Made anew here, or no part of a copy: the runtime, and what stands ready to download.
_OTHERS = ("runtime/", "downloaden/")
#: Scripts that stay as they are; all others are in the one plain script.
_KEPT = re.compile(rf"({'|'.join(Path(name).stem for name in (*assets.CLASSIC, *assets.LISTS))})-\w+\.js")


class TooLargeError(FiiError):
    """The zip is larger than promised; its text says by how much, in Dutch."""


@dataclass(frozen=True)
class Outcome:
    """The zip that was made."""

    path: Path
    size: int
    files: int


def build(site: Path, dist: Path) -> Outcome:
    """Write `dist/handboek-fii-<version>.zip` from a finished site and give its size.

    Raises FileNotFoundError where the site or its runtime is missing and TooLargeError above the limit; nothing is
    left in `dist` then. The same site gives the same bytes.
    """
    home = site / "index.html"
    if not home.is_file():
        raise FileNotFoundError(home)
    first = markup.read(home)
    edition, version = pages.identity(first)
    files = collect(site)
    files["LEESMIJ.txt"] = readme(pages.name(first), version)
    path = dist / f"{edition}-{version}.zip"
    data = pack.zip_bytes(files, top=path.stem)
    if len(data) > LIMIT:
        raise TooLargeError(
            f"{path}: {len(data) / 1e6:.1f} MB, en meer dan {LIMIT / 1e6:.1f} MB mag niet. "
            "Kijk welke bestanden in site/ groot zijn en haal weg wat niemand nodig heeft."
        )
    dist.mkdir(parents=True, exist_ok=True)
    write(data, path, overwrite=True)
    return Outcome(path, len(data), len(files))


def collect(site: Path) -> dict[str, bytes]:
    """Give every file of the copy by its path under the top folder."""
    files: dict[str, bytes] = {}
    for path in sorted(p for p in site.rglob("*") if p.is_file()):
        name = path.relative_to(site).as_posix()
        if (
            name in LEFT_OUT
            or markup.is_code_page(name)
            or name.startswith(_OTHERS)
            or name.endswith((".map", ".woff2", ".woff"))
        ):
            continue
        if name.startswith("javascripts/") and name.endswith(".js") and not _KEPT.fullmatch(path.name):
            continue
        files[name] = _content(path, name)
    files[f"javascripts/{pages.SCRIPT}"] = bundle.one_script("init.js", "iife")
    return files | parts.runtime(site)


def _content(path: Path, name: str) -> bytes:
    if name.endswith(".html"):
        text = path.read_text("utf-8")
        return pages.rewrite(pages.with_beginning(text) if name == "index.html" else text).encode()
    if name.endswith(".css"):
        return parts.with_fonts(path).encode()
    return path.read_bytes()


def readme(name: str, version: str) -> bytes:
    """Give the text that tells in Dutch what this folder is, with Windows line ends for its simplest editor."""
    text = (
        (Path(__file__).parent / "leesmij.txt").read_text("utf-8").replace("{versie}", version).replace("{naam}", name)
    )
    return text.replace("\n", "\r\n").encode("utf-8-sig")
