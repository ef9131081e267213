"""A paper's tables → CSV for Dutch office programs. What was text stays text there; changes a text only for that.

Semicolons, every cell in quotes, CRLF, UTF-8 with its mark: Excel and LibreOffice set to Dutch open it by double-click.

Quotes do not make a cell text: LibreOffice and Excel read what is inside them. One apostrophe in front does, in both,
whatever the options of the import; a character that cannot be seen would do it too, and would be found by nobody whose
search then fails. So a cell that a program could take for a number, a date, a time, an amount, a truth or a formula
gets one, and so does a cell that has one already: who takes one away again has the text
back, and none is confused with another.

Who opens the file with a comma or a tab as the separator, or whose program does not let a cell run over a line break,
meets the rest of a cell as the start of another one. There a formula's character gets an apostrophe as well. What this
cannot do: keep the cells of such a reader whole.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from fii_widgets.export.parts.pack import pack
from fii_widgets.export.parts.safe import slug
from fii_widgets.report.papers.paper import Bullets, Heading, Links, Paper, Paragraph, Table, tables
from fii_widgets.words import word
from fii_widgets.words.common import MONTHS
from fii_widgets.words.dossier import SHORT_MONTHS

#: what a formula starts with, the full-width twins that some programs take for them included
_RUN = "=+\\-@＝＋－＠"
_FORMULA = re.compile(rf"[\s\"']*[{_RUN}]")
#: where the next cell starts for who takes another character for the separator
_INSIDE = re.compile(rf"([;,\t|\n][\s\"]*+)('*+)(?=[{_RUN}])")
#: letters in what an office program reads as a number, a date, a time or an amount, in Dutch and in English
_READ = frozenset(
    (
        *MONTHS,
        *SHORT_MONTHS,
        *["maa", "sept", "january", "february", "march", "may", "june", "july", "august", "mar", "oct"],
        *[
            "maandag",
            "dinsdag",
            "woensdag",
            "donderdag",
            "vrijdag",
            "zaterdag",
            "zondag",
            "ma",
            "di",
            "wo",
            "do",
            "vr",
            "za",
            "zo",
        ],
        *[
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
        ],
        *["e", "d", "t", "z", "a", "p", "am", "pm", "eur", "usd", "gbp"],
    )
)
_TRUTHS = frozenset({"waar", "onwaar", "true", "false"})
_LETTERS = re.compile(r"[^\W\d_]+")


def csv_bytes(paper: Paper) -> bytes:
    """Return the table; where a paper has several of different columns a zip with a file a table.

    A paper without tables gives its text, a line a block.
    """
    found = _tables(paper)
    if not found:
        return _file((text,) for text in _texts(paper))
    if len(found) == 1:
        return _table(found[0])
    width = len(str(len(found)))
    name = word("sheet_table")
    return pack(
        {f"{at:0{width}}-{slug(one.caption) or slug(name)}.csv": _table(one) for at, one in enumerate(found, 1)}
    )


def is_several(paper: Paper) -> bool:
    """Tell whether a paper has more tables than one file holds."""
    return len(_tables(paper)) > 1


def _tables(paper: Paper) -> list[Table]:
    """Return the tables; those of the same columns are one, in which each row says where it stood."""
    found = list(tables(paper))
    columns = {table.columns for table in found}
    if len(found) < 2 or len(columns) > 1:
        return found
    rows = tuple((table.caption, *row) for table in found for row in table.rows)
    return [Table(caption=paper.title, columns=(word("sheet_table"), *found[0].columns), rows=rows)]


def _table(table: Table) -> bytes:
    return _file([table.columns, *table.rows])


def _file(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([inert(cell) for cell in row])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def inert(cell: str) -> str:
    """Return a cell that every program takes for text, whichever of the usual characters it takes for the separator."""
    inside = _INSIDE.sub(r"\1\2'", cell)
    return f"'{inside}" if _is_more_than_text(cell) else inside


def _is_more_than_text(cell: str) -> bool:
    """Tell whether a program could make something else of a cell, or would take it for one that has an apostrophe."""
    shown = cell.strip().casefold()
    if cell.startswith(("'", "\t", "\n")) or shown.startswith("#") or shown in _TRUTHS or _FORMULA.match(cell):
        return True
    return any(map(str.isnumeric, cell)) and _READ.issuperset(_LETTERS.findall(shown))


def _texts(paper: Paper) -> Iterator[str]:
    yield paper.title
    for block in paper.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets(items=texts) | Links(texts=texts):
                yield from texts
            case _:
                pass
