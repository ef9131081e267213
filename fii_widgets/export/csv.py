"""A paper's tables → CSV for Dutch office programs. Changes a text only where a program would run it.

Semicolons, every cell in quotes, CRLF, UTF-8 with its mark: Excel and LibreOffice set to Dutch open it by double-click.

A cell whose first visible sign is = + - @ or a full-width twin of these, or that starts with a tab, a return or an
apostrophe, gets one apostrophe in front (OWASP, "CSV injection"): it stays readable, and no program takes it for a
formula. `read_csv` takes that one apostrophe away again, so no text is lost or confused with another. What this cannot
do: protect somebody who opens the file with another separator than the semicolon.
"""

import csv
import io
from collections.abc import Iterator, Sequence

from fii_widgets.report.paper import Bullets, Heading, Links, Paper, Paragraph, tables

_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_FIRST = ("'", "\t", "\r", "\n", "\0")


def csv_bytes(paper: Paper) -> bytes:
    """Return the tables; with more than one each has a line with its caption and an empty line before the next.

    A paper without tables gives its text, a line a block.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows(paper):
        writer.writerow([inert(cell) for cell in row])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def rows(paper: Paper) -> Iterator[Sequence[str]]:
    """Yield what the file says, before any sign is added."""
    found = list(tables(paper))
    for number, table in enumerate(found):
        if number:
            yield ()
        if len(found) > 1:
            yield (table.caption,)
        yield table.columns
        yield from table.rows
    if not found:
        yield from ((text,) for text in _texts(paper))


def read_csv(content: bytes) -> list[list[str]]:
    """Read such a file back: the rows as they were before any sign was added."""
    text = content.decode("utf-8-sig")
    return [[_back(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")]


def inert(cell: str) -> str:
    """Return a cell that no program takes for a formula."""
    return f"'{cell}" if cell.startswith(_FIRST) or cell.lstrip().startswith(_RUN) else cell


def _back(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def _texts(paper: Paper) -> Iterator[str]:
    yield paper.title
    for block in paper.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Links():
                yield from (f"{link.title}: {link.address}" for link in block.items)
            case _:
                pass
