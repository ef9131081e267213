"""What any file can hold: text without characters that XML forbids, in rows that fit their headings. Writes nothing."""

import re
from collections.abc import Iterable
from dataclasses import replace

from fii_widgets.report.paper import Block, Bullets, Heading, Link, Links, Paper, Paragraph, Table

#: what XML 1.0 forbids, surrogates among them, and the one character that it allows and readers choke on
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text with one kind of line end and without characters that XML forbids."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str) -> str:
    """Return the text cleaned and on one line, for places that have one: headings, captions, names of sheets."""
    return " ".join(clean(text).split())


def cleaned(paper: Paper) -> Paper:
    """Return the paper that every format can write as it stands.

    Guarantees: titles, headings, captions and columns are one line; no heading skips a level; a table's rows are as
    long as its columns; empty paragraphs, lists and tables without columns are gone.
    """
    blocks: list[Block] = []
    level = 0
    for old in paper.blocks:
        block = _block(old)
        if isinstance(block, Heading):
            level = min(max(block.level, 1), level + 1, 5)
            block = replace(block, level=level)
        if block:
            blocks.append(block)
    return replace(paper, title=line(paper.title), subtitle=line(paper.subtitle), blocks=tuple(blocks))


def _block(block: Block) -> Block | None:
    match block:
        case Heading():
            return replace(block, text=line(block.text)) if line(block.text) else None
        case Paragraph():
            return replace(block, text=clean(block.text)) if clean(block.text).strip() else None
        case Bullets():
            items = tuple(text for item in block.items if (text := clean(item)).strip())
            return Bullets(items=items) if items else None
        case Links():
            links = tuple(Link(title=line(one.title), address=line(one.address)) for one in block.items)
            return Links(items=links) if links else None
        case Table():
            columns = tuple(line(column) for column in block.columns)
            rows = tuple(_row(row, len(columns)) for row in block.rows)
            return replace(block, caption=line(block.caption), columns=columns, rows=rows) if columns else None


def _row(row: Iterable[str], length: int) -> tuple[str, ...]:
    cells = [clean(cell) for cell in row]
    return tuple((cells + [""] * length)[:length])
