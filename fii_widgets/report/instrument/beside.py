"""Those for whom a list is filled in, beside each other: what it says of each, and what the list says they come from. Pure.

A candidate is one, whether it stands in the shortlist, in a filling of its own, or in both: what the page wrote down joins
them (`g-kandidaat.plek`: the row), so that it survives another name; else its name does. Nothing is added up and nobody wins.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.dossier.list_records import PLACE
from fii_widgets.instrument.flow import key_of
from fii_widgets.instrument.model import Checklist, Instrument, Section
from fii_widgets.report.cells import cell_id, cells
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.instrument.row_table import row_table
from fii_widgets.report.instrument.subjects import about, begun, key, named, with_mark
from fii_widgets.report.instrument.summary import Summary, summarise
from fii_widgets.words import word


@dataclass(frozen=True, kw_only=True)
class One:
    """One of them."""

    name: str  #: empty: without a name
    title: str  #: the name, with a mark where the team chose this one
    said: tuple[str, ...]  #: what its row says, beside `asked`; empty: it has none
    summary: Summary | None  #: of its filling; None: nothing was filled in


@dataclass(frozen=True, kw_only=True)
class Beside:
    """All of them."""

    instrument: Instrument  #: that is filled in for each
    source: str  #: id of the instrument in whose rows they stand; empty: none
    asked: tuple[str, ...]  #: what is asked there of each, besides the name
    each: tuple[One, ...]  #: in the order of the rows, then of the fillings


def beside(instruments: Sequence[Instrument], answers: Answers) -> Beside | None:
    """Lay those beside each other for whom a list is filled in; None where there are fewer than two."""
    instrument = next((one for one in instruments if one.subjects), None)
    if instrument is None:
        return None
    instrument = own_list(instrument, answers)
    other, section = _source(instrument, instruments)
    asked, rows = _rows(other, section, answers)
    item = name_source(instrument)
    found: dict[str, One] = {}
    for row, (name, said) in rows.items():
        title = with_mark(instrument.subjects, answers, name)
        found[cell_id(item, row)] = One(name=name, title=title, said=said, summary=None)
    fillings = {key_of(instrument.fields[0].id, number, subjects=True): number for number in begun(instrument, answers)}
    joined = _joined({cell: one.name for cell, one in found.items()}, list(fillings), answers)
    for cell, number in fillings.items():
        filling = about(instrument, answers, number)
        name, summary = named(instrument, filling), summarise(instrument, filling)
        title = with_mark(instrument.subjects, answers, name)
        own = One(name=name, title=title, said=(), summary=summary)
        row_cell = joined.get(cell, cell)
        found[row_cell] = _one(found[row_cell], own, row_cell, cell, answers) if row_cell != cell else own
    each = tuple(found.values())
    if len(each) < 2:
        return None
    return Beside(instrument=instrument, source=other.id if other else "", asked=asked, each=each)


def _joined(rows: Mapping[str, str], fillings: Sequence[str], answers: Answers) -> dict[str, str]:
    """Return by filling the row of the same one: as it was written down, else of the same name. A row has one filling."""
    found: dict[str, str] = {}
    for cell in fillings:
        row = answers.get(f"{cell}.{PLACE}", EMPTY).note
        if row in rows and row not in found.values():
            found[cell] = row
    for cell in fillings:
        name = key(answers.get(cell, EMPTY).note)
        same = (row for row, other in rows.items() if key(other) == name and row not in found.values())
        if name and cell not in found and (row := next(same, "")):
            found[cell] = row
    return found


def _one(row: One, filling: One, row_cell: str, cell: str, answers: Answers) -> One:
    """Return the two as one, under the name that was given last; chosen where either is."""
    later = answers.get(cell, EMPTY).at > answers.get(row_cell, EMPTY).at
    name = filling.name if filling.name and (later or not row.name) else row.name
    mark = any(one.title != one.name for one in (row, filling))
    title = word("subject_chosen", name=name) if mark else name
    return replace(row, name=name, title=title, summary=filling.summary)


def name_source(instrument: Instrument) -> str:
    """Return the item of another list that offers the names; empty where none does."""
    name = instrument.fields[0].id if instrument.subjects and instrument.fields else ""
    return next((flow.source for flow in instrument.flows if flow.target == name), "")


def _source(instrument: Instrument, instruments: Sequence[Instrument]) -> tuple[Checklist | None, Section | None]:
    """Find the rows in which the names stand."""
    item = name_source(instrument)
    for other in instruments:
        for section in other.sections:
            if isinstance(other, Checklist) and section.rows and section.items[0].id == item:
                return other, section
    return None, None


def _rows(
    other: Checklist | None, section: Section | None, answers: Answers
) -> tuple[tuple[str, ...], dict[int, tuple[str, tuple[str, ...]]]]:
    """Return what is asked in each row besides the name, and by row the name and what stands there."""
    if other is None or section is None:
        return (), {}
    own = {item.id for item in section.items}
    playing = [cell for cell in cells(other, answers) if cell.item.id in own]
    lines = row_table(section, playing, answers).lines[1:]
    rows = sorted({cell.row for cell in playing})
    names = {cell.row: cell.name for cell in playing}
    return tuple(item for item, _ in lines), {
        row: (names[row], tuple(told[at] for _, told in lines)) for at, row in enumerate(rows)
    }
