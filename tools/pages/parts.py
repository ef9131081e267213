"""Which pages there are, in what order, and which are no text of the handbook; by address. Reads the first page only."""

import posixpath
from pathlib import Path

from tools.pages import markup

#: they explain the site, or need a screen; nothing on them gets a short code
NO_TEXT = ("dossier/", "over/", "proefbank/", "trainers/", "ga/")
#: they only gather what other pages say: the whole handbook, or a phase
GATHERING = ("alles/", "geheel/")


def menu(site: Path) -> list[str]:
    """Return the addresses of the menu in its order, each once: "./" for the first page, then "model/"."""
    first = site / "index.html"
    links = markup.read(first).css("nav.fii-nav a") if first.is_file() else []
    # one engine writes "model/", another "./model/"
    addresses = [posixpath.normpath(link.attrs.get("href") or ".") for link in links]
    return [f"{address}/" for address in dict.fromkeys(addresses)]
