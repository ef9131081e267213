"""A paper → the sheets of a workbook, for both kinds of workbook: first the paper to read, then a sheet a table. No format."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from fii_widgets.export.parts.values import Value, typed
from fii_widgets.report.papers.paper import (
    Bullets,
    Heading,
    Links,
    Paper,
    Paragraph,
    Table,
    for_sheets,
    in_words,
    tables,
)
from fii_widgets.words import word

#: what Excel refuses in the name of a sheet
_REFUSED = re.compile(r"[\[\]:*?/\\]")
LONGEST = 31
#: how wide the sheet to read is, in characters: one column that fits on paper, which LibreOffice does not make smaller
READABLE = 66
#: letters of a program that has not ours are so much wider
_WIDER = 1.15
#: how high a line is, as a share of its letters
LINE = 1.4
#: looks of a line of the sheet to read
TITLE, SUBTITLE, TEXT, ITEM, LEAD = "title", "subtitle", "text", "item", "lead"
HEADINGS = ("heading1", "heading2", "heading3", "heading4", "heading5")
#: look → size of its letters in points
SIZES: Mapping[str, int] = {
    TITLE: 18,
    SUBTITLE: 11,
    TEXT: 11,
    ITEM: 11,
    LEAD: 13,
    **dict(zip(HEADINGS, (14, 12, 11, 11, 11), strict=True)),
}


@dataclass(frozen=True)
class Front:
    """The sheet to read: the paper's text from top to bottom, a line a row, and on which sheet each table stands."""

    name: str
    lines: tuple[tuple[str, str], ...]  #: (look, text)


@dataclass(frozen=True)
class Sheet:
    """One table."""

    name: str
    columns: tuple[str, ...]  #: the row of headings
    rows: tuple[tuple[Value, ...], ...]
    widths: tuple[int, ...]  #: in characters


def sheets(paper: Paper) -> tuple[Front, list[Sheet]]:
    """Return the sheets; their names differ, also for a program that does not tell capitals apart."""
    taken: set[str] = set()
    first = _name(word("sheet_text"), taken)
    found = [_sheet(table, _name(table.caption, taken)) for table in tables(paper)]
    return Front(first, tuple(_lines(paper, [sheet.name for sheet in found]))), found


def _sheet(table: Table, name: str) -> Sheet:
    columns = [typed([row[at] for row in table.rows]) for at in range(len(table.columns))]
    widths = tuple(_width(head, [row[at] for row in table.rows]) for at, head in enumerate(table.columns))
    return Sheet(name, table.columns, tuple(zip(*columns, strict=True)), widths)


def _width(head: str, texts: list[str]) -> int:
    """Return room for the longest line, up to what reads well, and always for the longest word of the head and its button."""
    longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    longest_word = max(map(len, head.split()), default=0)
    return min(max(ceil(longest * _WIDER) + 2, longest_word + 5, min(len(head) + 5, 30), 9), 60)


def height(cells: Iterable[Value], widths: Iterable[int], size: float = 11) -> int:
    """Return how high a row is in points: a program that is not told shows one line, and lets the next row run over it.

    Counted generously, for the widest letters; no row is higher than the highest of Excel.
    """
    lines = max((_count(one, width * 11 / size) for one, width in zip(cells, widths, strict=True)), default=1)
    return min(round(lines * size * LINE), 409)


def _count(value: Value, width: float) -> int:
    text = value if isinstance(value, str) else ""
    return sum(max(1, ceil(_WIDER * len(line) / width)) for line in text.split("\n"))


def _lines(paper: Paper, names: list[str]) -> Iterator[tuple[str, str]]:
    yield TITLE, paper.title
    if paper.subtitle:
        yield SUBTITLE, paper.subtitle
    left = iter(names)
    for block in in_words(paper):
        match block:
            case Heading():
                yield HEADINGS[block.level - 1], block.text
            case Paragraph():
                yield (LEAD if block.lead else TEXT), block.text
            case Bullets(items=texts) | Links(texts=texts):
                yield from ((ITEM, text) for text in texts)
            case Table():
                yield TEXT, word("sheet_where", title=for_sheets(block).caption, sheet=next(left))


def _name(wanted: str, taken: set[str]) -> str:
    """Return a name that a workbook accepts and that no other sheet has."""
    base = " ".join(_REFUSED.sub(" ", wanted).split()).strip("' ")[:LONGEST].strip("' ") or word("sheet_table")
    if base.casefold() in ("history", "geschiedenis"):  # Excel keeps these for itself
        base = f"{base} "[:LONGEST].strip() + "."
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: LONGEST - len(str(number)) - 1].strip()} {number}"
    taken.add(name.casefold())
    return name
