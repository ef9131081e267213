"""A form of the site → what one fills in by hand: points with boxes, lines to write on, tables with empty rows. Pure."""

from collections.abc import Callable, Iterator
from typing import Any

from tools.pages import markup
from tools.pages.markup import Node
from tools.release.book.inline import Leads, runs

type Block = dict[str, Any]
type Heads = Callable[[Node], Block]

_SHAPES = ("groen", "oranje", "rood", "onbekend", "nvt")
#: takes an answer back: not on paper
_NONE = "fii-choice--leeg"
_KINDS = ("tekst", "lang", "keuze", "getal", "datum")


def blocks(form: Node, leads: Leads, heading: Heads) -> Iterator[Block]:
    """Give what a form asks, in order; `heading` makes the block of a heading."""
    for node in markup.children(form):
        classes = markup.classes(node)
        if "hidden" in node.attributes or "fii-own-bar" in classes or "fii-actions" in classes:
            continue
        if "fii-section--rows" in classes:
            yield from _rows(node, leads, heading)
        elif "fii-item" in classes or "fii-field" in classes:
            yield _point(node, leads)
        elif (node.tag or "")[:1] == "h":
            yield heading(node)
        elif node.tag == "p":
            if found := runs([node], leads):
                yield {"kind": "paragraph", "look": "help", "runs": found}
        else:
            yield from blocks(node, leads, heading)


def _point(node: Node, leads: Leads) -> Block:
    """Give one point: its number and sentence, help, choices, and whether one writes."""
    number = node.css_first(".fii-item__number")
    sentence = node.css_first(".fii-item__text, .fii-field__label")
    helps = [one for one in node.css(".fii-item__help") if "hidden" not in one.attributes]
    choices = [one for one in node.css(".fii-choice") if _NONE not in markup.classes(one)]
    return {
        "kind": "point",
        "id": node.attrs.get("id") or "",
        "number": markup.text(number) if number is not None else "",
        "runs": runs([sentence], leads) if sentence is not None else [],
        "helps": [runs([one], leads) for one in helps],
        "choices": [_choice(one) for one in choices],
        "note": bool(choices) and node.css_first(".fii-note") is not None,
        "lines": 0 if choices else 2 if node.css_first("textarea") is not None else 1,
    }


def _choice(node: Node) -> Block:
    shape = next((name for name in _SHAPES if f"fii-choice--{name}" in markup.classes(node)), "")
    return {"sign": shape, "word": markup.text(node)}


def _rows(node: Node, leads: Leads, heading: Heads) -> Iterator[Block]:
    """Give a table to write in: its title, what can be chosen in which column, a head, and so many rows."""
    yield from map(heading, node.css(".fii-section__title"))
    helps = [one for one in markup.children(node) if "fii-item__help" in markup.classes(one)]
    for one in (*helps, *node.css(".fii-rij-keuzes > span")):
        yield {"kind": "paragraph", "look": "help", "runs": runs([one], leads)}
    yield {
        "kind": "rows",
        "columns": [{"word": markup.text(one), "width": _kind(one)} for one in node.css(".fii-rij-kop span")],
        "rows": ["1", *map(markup.text, node.css(".fii-rijen-leeg b"))],
        "tall": "fii-section--ruim" in markup.classes(node),
    }


def _kind(node: Node) -> str:
    return next((kind for kind in _KINDS if f"fii-kolom--{kind}" in markup.classes(node)), "tekst")
