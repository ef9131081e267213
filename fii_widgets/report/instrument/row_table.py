"""The rows of a section → a table with rows side by side. Pure; adds nothing up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fii_widgets.dossier.answers import Answers
from fii_widgets.instrument.model import Section
from fii_widgets.report.cells import Cell
from fii_widgets.report.instrument.subjects import with_mark
from fii_widgets.words.common import NOT_ANSWERED


@dataclass(frozen=True, kw_only=True)
class RowTable:
    """The rows of a section beside each other: items down, rows across. Nothing is added up."""

    title: str
    rows: tuple[str, ...]  #: headings, such as "Kandidaat 1"
    lines: tuple[tuple[str, tuple[str, ...]], ...]  #: (item, what stands in each row)


def row_table(section: Section, playing: Iterable[Cell], answers: Answers) -> RowTable:
    """Lay the rows in which something was filled in beside each other; the one that was chosen is marked."""
    own = {item.id for item in section.items}
    here = {(cell.item.id, cell.row): cell for cell in playing if cell.item.id in own}
    rows = sorted({row for _, row in here})
    return RowTable(
        title=section.title,
        rows=tuple(_row_name(section, row, here, answers) for row in rows),
        lines=tuple((item.text, tuple(_shown(here.get((item.id, row))) for row in rows)) for item in section.items),
    )


def _row_name(section: Section, row: int, here: Mapping[tuple[str, int], Cell], answers: Answers) -> str:
    """Call a row by its number and, where there is one, by its name."""
    name = f"{section.rows.noun if section.rows else ''} {row}"
    called = next((cell.name for (_, at), cell in here.items() if at == row), "")
    return f"{name}: {with_mark(section.rows, answers, called)}" if called else name


def _shown(cell: Cell | None) -> str:
    """What stands in a cell: the choice in words, what was written, or that it is open."""
    if cell is None:
        return "–"
    parts = [cell.option.label if cell.option else "", cell.text, *(f"{label} {text}" for label, text in cell.asked)]
    return ". ".join(part for part in parts if part) or NOT_ANSWERED
