"""Those for whom a list is filled in, beside each other: what it says of each, and what the list says they come from. Pure.

A candidate is one, whether it stands in the shortlist, in a filling of its own, or in both: its name joins them.
Nothing is added up and nobody wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fii_widgets.dossier.answers import Answers
from fii_widgets.instrument.model import Checklist, Instrument, Section
from fii_widgets.report.cells import cells
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.instrument.row_table import row_table
from fii_widgets.report.instrument.subjects import about, begun, key, named, with_mark
from fii_widgets.report.instrument.summary import Summary, summarise


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
    found: dict[str, One] = {}
    for row, (name, said) in rows.items():
        title = with_mark(instrument.subjects, answers, name)
        found[key(name) or f"row {row}"] = One(name=name, title=title, said=said, summary=None)
    for number in begun(instrument, answers):
        filling = about(instrument, answers, number)
        name, summary = named(instrument, filling), summarise(instrument, filling)
        known = found.get(key(name))
        if known and known.summary is None:
            found[key(name)] = replace(known, summary=summary)
        else:
            title = with_mark(instrument.subjects, answers, name)
            found[f"number {number}"] = One(name=name, title=title, said=(), summary=summary)
    each = tuple(found.values())
    if len(each) < 2:
        return None
    return Beside(instrument=instrument, source=other.id if other else "", asked=asked, each=each)


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
