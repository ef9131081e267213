"""The same instrument for several places, side by side, where they count the same things. Pure; nothing is ranked.

What counts as the same is the instrument's own rule `verschilt`: where its item says different things in two places,
the places are not put beside each other, and the rule's sentence says why. A place that counts without saying what it
counts does not agree with any other: silence is no definition.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fii_widgets.dossier.answers import Answers
from fii_widgets.dossier.records import Dossier, Place
from fii_widgets.instrument.model import Instrument, Item, Rule, RuleKind, Section
from fii_widgets.report.cells import Cell, cells, used_rows
from fii_widgets.report.instrument.subjects import about, called
from fii_widgets.report.instrument.summary import Reason, reason
from fii_widgets.words.common import NOT_ANSWERED


@dataclass(frozen=True)
class Said:
    """What one place says at one point."""

    shape: str  #: mark of the choice; empty where it is answered in words
    text: str


@dataclass(frozen=True, kw_only=True)
class PlaceLine:
    """One point over the places; for a point asked by row, one line a row."""

    item: Item
    number: int
    row: int
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What one place means by what it counts."""

    place: str
    texts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class InstrumentPlaces:
    """One instrument over the places that filled it in."""

    instrument: Instrument
    places: tuple[str, ...]
    agree: bool
    reason: Reason | None  #: the rule that keeps them apart; None where what is said is the same
    silent: tuple[str, ...]  #: places that count somewhere without saying what
    definitions: tuple[Definition, ...]  #: filled where they do not agree
    lines: tuple[PlaceLine, ...]  #: empty where they do not agree


def places_report(dossier: Dossier, instruments: Sequence[Instrument]) -> list[InstrumentPlaces]:
    """Put the places beside each other, for each instrument that two or more of them filled in."""
    places = [
        one for _, one in sorted(dossier.places.items(), key=lambda pair: (pair[1].label, pair[0])) if not one.gone
    ]
    found = []
    for instrument, number in _each_subject(instruments):
        seen = [replace(one, answers=about(instrument, one.answers, number)) for one in places]
        filled = [one for one in seen if any(cell.filled for cell in cells(instrument, one.answers))]
        if len(filled) > 1:
            found.append(_instrument(called(instrument, number) if number > 1 else instrument, filled))
    return found


def _each_subject(instruments: Iterable[Instrument]) -> Iterator[tuple[Instrument, int]]:
    for one in instruments:
        yield from ((one, number) for number in range(1, (one.subjects.most if one.subjects else 1) + 1))


def _instrument(instrument: Instrument, places: Sequence[Place]) -> InstrumentPlaces:
    apart = (_apart(instrument, rule, places) for rule in instrument.rules if rule.kind is RuleKind.DIFFERS)
    found = next(filter(None, apart), None)
    return found or InstrumentPlaces(
        instrument=instrument,
        places=tuple(one.label for one in places),
        agree=True,
        reason=None,
        silent=(),
        definitions=(),
        lines=tuple(_lines(instrument, [one.answers for one in places])),
    )


def _apart(instrument: Instrument, rule: Rule, places: Sequence[Place]) -> InstrumentPlaces | None:
    """Return what each place counts, where they do not count the same or one does not say; None where they agree."""
    said = [_definitions(instrument, rule.item, one.answers) for one in places]
    silent = tuple(one.label for one in places if _counts_unsaid(instrument, rule.item, one.answers))
    differ = len({text.casefold() for one in said for text in one}) > 1
    if not differ and not silent:
        return None
    return InstrumentPlaces(
        instrument=instrument,
        places=tuple(one.label for one in places),
        agree=False,
        reason=reason(rule, rule.text) if differ else None,
        silent=silent,
        definitions=tuple(Definition(place=one.label, texts=texts) for one, texts in zip(places, said, strict=True)),
        lines=(),
    )


def _definitions(instrument: Instrument, item: str, answers: Answers) -> tuple[str, ...]:
    """Return what a place says at an item, each different text once."""
    said = [_said(cell).text for cell in cells(instrument, answers) if cell.item.id == item and cell.filled]
    return tuple({text.casefold(): text for text in said}.values())


def _counts_unsaid(instrument: Instrument, item: str, answers: Answers) -> bool:
    """Whether a row in which something is filled in does not say what it counts."""
    used = [cell for cell in cells(instrument, answers) if cell.filled]
    return bool({cell.row for cell in used} - {cell.row for cell in used if cell.item.id == item})


def _lines(instrument: Instrument, places: Sequence[Answers]) -> Iterator[PlaceLine]:
    at = [{(cell.item.id, cell.row): cell for cell in cells(instrument, answers)} for answers in places]
    numbers = {item.id: number for number, item in enumerate(instrument.items, 1)}
    for row, item in _asked(instrument, places):
        found = [one.get((item.id, row)) for one in at]
        if any(cell and cell.filled for cell in found):
            said = tuple(_said(cell) if cell else Said("", NOT_ANSWERED) for cell in found)
            yield PlaceLine(item=item, number=numbers[item.id], row=row, said=said)


def _asked(instrument: Instrument, places: Sequence[Answers]) -> list[tuple[int, Item]]:
    """Return each item with the rows in which some place filled in something."""
    asked = [(row, item) for section in instrument.sections for row in _rows(section, places) for item in section.items]
    return asked or [(0, item) for item in instrument.items]


def _rows(section: Section, places: Iterable[Answers]) -> list[int]:
    return sorted({row for answers in places for row in used_rows(section, answers)})


def _said(cell: Cell) -> Said:
    parts = [cell.option.label if cell.option else "", cell.text]
    return Said(cell.option.shape if cell.option else "", ". ".join(one for one in parts if one) or NOT_ANSWERED)
