"""Gather what pages offer a trainer (questions to discuss, examples that fill an instrument in) for /trainers/.

Copies words of finished pages into one plain script; a site without that page gets nothing.
"""

from pathlib import Path
from typing import Any

from tools.pages import markup, places, plain_script
from tools.pages.markup import Node, Page
from tools.pages.parts import GATHERING

FOLDER = "trainers"
LIST = f"{FOLDER}/materiaal.js"
CALL = "globalThis.fiiMateriaal"
#: the heading above the questions of a case or a reflection ends in this
QUESTIONS = "-vragen"


def write(site: Path) -> int:
    """Write the list; give how many pages offer something."""
    if not (site / FOLDER / "index.html").is_file():
        return 0
    offers: dict[str, dict[str, Any]] = {}
    for address, page in places.addressed(site):
        lead = markup.attribute(page, 'meta[name="description"]', "content")
        matter = {"lead": lead, "questions": questions(page), "filled": _filled(page)}
        if not address.endswith(GATHERING) and (matter["questions"] or matter["filled"]):
            offers[address] = matter
    plain_script.write(site / LIST, CALL, offers)
    return len(offers)


def questions(page: Page) -> list[str]:
    """Return the questions that a page asks a group: the list under its heading for them, or else its key question."""
    article = page.css_first("main article")
    if article is None:
        return []
    heading = next((node for node in article.css("h2[id]") if (node.id or "").endswith(QUESTIONS)), None)
    if heading is not None and article.css_first(".blok-casus, .blok-reflectie") is not None:
        return [markup.text(item) for item in _list_after(heading)]
    return [markup.text(node) for node in article.css("p.kernvraag")]


def _list_after(heading: Node) -> list[Node]:
    """Return the items of the first list between a heading and the next."""
    node = heading.next
    while node is not None and node.tag not in ("h1", "h2"):
        if node.is_element_node and (items := node.css("li")):
            return items
        node = node.next
    return []


def _filled(page: Page) -> list[list[str]]:
    """Return the links that fill the instrument of a page in: name of the example, how it is called, fragment."""
    return [
        [link.attrs.get("data-fii-filled") or "", markup.text(link), (link.attrs.get("href") or "").removeprefix("#")]
        for link in page.css("a[data-fii-filled]")
    ]
