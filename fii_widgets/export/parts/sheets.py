"""A paper → the sheets of a workbook, for both kinds of workbook: first the text, then a sheet a table. No format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fii_widgets.report.papers.paper import Bullets, Heading, Links, Paper, Paragraph, Table, in_words, tables
from fii_widgets.words import word

#: what Excel refuses in the name of a sheet
_REFUSED = re.compile(r"[\[\]:*?/\\]")
LONGEST = 31


@dataclass(frozen=True)
class Sheet:
    """One sheet of cells; all of them text."""

    name: str
    columns: tuple[str, ...]  #: the row of headings
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]  #: in characters


def sheets(paper: Paper) -> list[Sheet]:
    """Return the sheets; their names differ, also for a program that does not tell capitals apart."""
    taken: set[str] = set()
    found = list(tables(paper))
    text = tuple(_texts(paper))
    first = Sheet(_name(word("sheet_text"), taken), (word("workbook_kind"), word("sheet_what")), text, (14, 90))
    return [first, *(_sheet(table, _name(table.caption, taken)) for table in found)]


def _sheet(table: Table, name: str) -> Sheet:
    longest = [
        max([len(head), *(len(row[at].partition("\n")[0]) for row in table.rows)])
        for at, head in enumerate(table.columns)
    ]
    return Sheet(name, table.columns, table.rows, tuple(min(max(length + 2, 8), 60) for length in longest))


def _texts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield every text of the paper with what it is; of a table its caption."""
    yield word("sheet_title"), paper.title
    if paper.subtitle:
        yield word("sheet_subtitle"), paper.subtitle
    for block in in_words(paper):
        match block:
            case Heading():
                yield word("sheet_heading", level=block.level), block.text
            case Paragraph():
                yield word("sheet_paragraph"), block.text
            case Bullets():
                yield from ((word("sheet_bullet"), item) for item in block.items)
            case Links():
                yield from ((word("sheet_link"), text) for text in block.texts)
            case Table():
                yield word("sheet_table"), block.caption


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
