"""The page that gathers the handbook → everything that book.typ asks for: parts in order, who made it, the codes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fii_widgets
from fii_widgets.handbook.phases import PHASES
from fii_widgets.words.common import day
from tools.pages import markup
from tools.pages.markup import Node, Page
from tools.release.book.blocks import Reader
from tools.release.book.drawings import Drawings
from tools.release.book.inline import Leads

PAGE = "alles/"
_PHASE_START = re.compile(r"[1-6] ")
#: the part of the instruments, of which each begins on a sheet of its own
_FORMS = "cl"
#: pages to look things up in: the site has no page above them, and a book has each as a chapter
_REFERENCE = "ns-"
#: at the head of a page stands no part below this depth
_RUNNING = 2


def book(site: Path, stylesheets: Path, codes: Path, address: str) -> dict[str, Any]:
    """Return the data. `address` is where the handbook stands, empty where that is not known.

    Raises ValueError where the page has no parts.
    """
    page = markup.read(site / PAGE / "index.html")
    parts = page.css(".fii-geheel__deel")
    if not parts:
        raise ValueError(f"{PAGE} gathers nothing")
    ids = frozenset(node.attrs["id"] or "" for part in parts for node in part.css("[id]"))
    base = f"{address.rstrip('/')}/{PAGE}" if address else ""
    reader = Reader(Leads(base, ids), Drawings(stylesheets))
    made = list(_parts(parts, reader))
    titles = dict(_titles(made))
    asked = set(_asked(made))
    changed = max(time.attrs.get("datetime") or "" for part in parts for time in part.css("time"))
    known = sorted(_codes(codes.read_text("utf-8"), titles), key=lambda one: _order(one["code"]))
    return {
        "title": markup.text(_found(page, ".fii-merk__naam")),
        "version": fii_widgets.__version__,
        "changed": [int(number) for number in changed.split("-")],
        "day": day(changed),
        "address": address,
        "phases": [phase.title for phase in PHASES],
        "parts": made,
        "anchors": sorted((asked | {code["to"] for code in known}) & ids),
        "codes": known,
    }


def _found(page: Page, selector: str) -> Node:
    found = page.css_first(selector)
    if found is None:
        raise ValueError(f"no {selector}")
    return found


def _parts(parts: list[Node], reader: Reader) -> Iterator[dict[str, Any]]:
    chapter, above = "", ""
    for part in parts:
        classes = markup.classes(part)
        depth = _number(classes, "fii-geheel__deel--")
        reader.up = depth - 1 if part.css_first(f"[id^={_REFERENCE}]:is(h2, h3)") is not None else 0
        depth -= reader.up
        phase = _number(classes, "fii-fase-")
        blocks = list(reader.blocks(part))
        head = next(block for block in blocks if block["kind"] == "heading")
        blocks.remove(head)  # what stands above it, such as whose page it is, comes under it
        title = "".join(run["text"] for run in head["runs"])
        if depth == 1:
            chapter, above = head.get("id", ""), title
        yield {
            "id": head.get("id", ""),
            "title": title,
            "level": head["level"],
            "depth": depth,
            "chapter": above,
            "running": title if depth <= _RUNNING else "",
            "phase": phase,
            "opens": depth == 2 and phase > 0 and chapter != _FORMS and bool(_PHASE_START.match(title)),
            "form": depth == 2 and chapter == _FORMS and part.css_first(".fii-form") is not None,
            "wide": part.css_first(".fii-instrument--liggend") is not None,
            "blocks": blocks,
        }


def _number(classes: list[str], start: str) -> int:
    """Return the number at the end of a class; 0 where there is none."""
    return next((int(name[-1]) for name in classes if name.startswith(start)), 0)


def _titles(found: Any) -> Iterator[tuple[str, str]]:
    """Give each place that has a title: parts, headings, terms and points."""
    if isinstance(found, list):
        for one in found:
            yield from _titles(one)
    elif isinstance(found, dict):
        runs = found.get("term") or (found.get("runs") if found.get("kind") == "heading" else None)
        title = found.get("title") or "".join(run["text"] for run in runs or ())
        if found.get("id") and title:
            yield found["id"], title
        for value in found.values():
            yield from _titles(value)


def _asked(found: Any) -> Iterator[str]:
    """Give each place that a text leads to."""
    if isinstance(found, dict):
        if isinstance(found.get("to"), str):
            yield found["to"]
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from _asked(one)


def _codes(text: str, titles: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give the codes of places that have a title in the book."""
    for line in text.splitlines():
        code, _, address = line.partition(" ")
        id_ = address.partition("#")[2]
        if code != "#" and id_ in titles:
            yield {"code": code, "to": id_, "title": titles[id_]}


def _order(code: str) -> list[tuple[bool, int, str]]:
    """Order codes as people count: 1.2 before 1.10, and numbers before letters."""
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.findall(r"\d+|\D+", code)]
