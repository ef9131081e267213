"""What any file can hold: text with a mark for each character that XML forbids, in rows that fit their headings. Writes nothing."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from fii_widgets.report.papers.paper import Block, Bullets, Heading, Link, Links, Paper, Paragraph, Picture, Table

#: ends of a line besides \n: those of other systems, of Word (a vertical tab) and of Unicode
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
#: what XML 1.0 forbids, surrogates among them, and what it allows and readers choke on
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text with one kind of line end, and with a mark for each character that XML forbids.

    Nothing goes in silence: a control character becomes its picture (␛ for ESC), any other the character for "unreadable" (�).
    """
    return _FORBIDDEN.sub(_picture, _LINE_END.sub("\n", text))


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def line(text: str) -> str:
    """Return the text cleaned and on one line, for places that have one: headings, captions, names of sheets."""
    return " ".join(clean(text).split())


def slug(text: str) -> str:
    """Return a text as part of a file's name: letters and digits that every disk knows."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")


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
            return _table(block) if block.columns else None
        case Picture():
            return replace(block, table=_table(block.table), notes=tuple(clean(note) for note in block.notes))


def _table(table: Table) -> Table:
    columns = tuple(line(column) for column in table.columns)
    rows = tuple(_row(row, len(columns)) for row in table.rows)
    return replace(table, caption=line(table.caption), columns=columns, rows=rows)


def _row(row: Iterable[str], length: int) -> tuple[str, ...]:
    cells = [clean(cell) for cell in row]
    return tuple((cells + [""] * length)[:length])
