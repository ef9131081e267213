"""A paper → the data that paper.typ sets. Pure; a text stays a text, for Typst gets it as data and never as code."""

import re
from collections.abc import Iterator
from typing import Any

from fii_widgets.export.parts.widths import column_widths, lines_of, stays_whole
from fii_widgets.report.papers.paper import (
    Bullets,
    Heading,
    InWords,
    Link,
    Links,
    Paper,
    Paragraph,
    Table,
    reading,
    repeats,
)
from fii_widgets.words import word

#: a word so long is none; it may be broken after each so many letters
_LONG = re.compile(r"\S{30,}")
_PIECE = 10
#: lines of a table that one page holds for certain, each row with room for one more
_PAGE = 40
#: where a line may end without a sign
_BREAK = "\u200b"
#: turn the direction of what follows, and end that
_TURNS, _BACK = "\u202a\u202b\u202d\u202e", "\u202c"


def paper_data(paper: Paper) -> dict[str, Any]:
    """Return what paper.typ asks for."""
    blocks = []
    before: InWords | None = None
    for block in reading(paper):
        blocks.append(_block(block, is_named=repeats(before, block)))
        before = block
    date = [int(part) for part in paper.date.split("-")] if paper.date else None
    return {
        "title": _text(paper.title),
        "subtitle": _text(paper.subtitle),
        "name": _text(paper.subtitle.partition(" · ")[0]),
        "date": date,
        "of": word("page_of"),
        "blocks": blocks,
    }


def _text(text: str) -> str:
    """Let a line end in the middle of what has no place for it; tabs are blanks on paper.

    What turns the direction of a text does so up to its end, and not of what we put behind it.
    """
    turned = sum(letter in _TURNS for letter in text) - text.count(_BACK)
    return _LONG.sub(_pieces, text.replace("\t", "    ")) + _BACK * max(0, turned)


def _pieces(found: re.Match[str]) -> str:
    whole = found[0]
    return _BREAK.join(whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE))


def _block(block: InWords, *, is_named: bool) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "text": _text(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "lead": block.lead, "text": _text(block.text)}
        case Bullets():
            return {"kind": "bullets", "items": [_text(item) for item in block.items]}
        case Links():
            return {"kind": "links", "items": [_link(one) for one in block.items]}
        case Table():
            return _table(block, is_named=is_named)


def _link(one: Link) -> dict[str, str]:
    """Only an address of the web can be followed; another is text."""
    leads = one.address.startswith(("https://", "http://"))
    return {"title": _text(one.title), "address": one.address if leads else "", "shown": _text(one.address)}


def _table(table: Table, *, is_named: bool) -> dict[str, Any]:
    widths = column_widths(table)
    rows = [list(_cells(table, row, mark, whole=stays_whole(row, widths))) for row, mark in table.marked_rows]
    return {
        "kind": "table",
        "caption": "" if is_named else _text(table.caption),
        "columns": [_text(column) for column in table.columns],
        "widths": widths,
        "rows": rows,
        "pen": table.pen,
        "whole": sum(lines_of(row, widths) + 1 for row in (table.columns, *table.rows)) <= _PAGE,
    }


def _cells(table: Table, row: tuple[str, ...], mark: str, *, whole: bool) -> Iterator[dict[str, Any]]:
    for at, text in enumerate(row):
        yield {
            "text": _text(text),
            "sign": mark if at == table.marked else "",
            "whole": whole,
        }
