"""Rows of people → who covers what, and which place is empty. Pure; judges nobody."""

from collections.abc import Mapping, Sequence

from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Checklist, Item
from fii_widgets.instrument.picture import PictureSpec
from fii_widgets.report.cells import Cell
from fii_widgets.report.pictures.picture import (
    OPEN,
    Cover,
    GridRow,
    Mark,
    Person,
    Spread,
    SpreadRow,
    mark_of,
    marks,
    person,
)
from fii_widgets.words import word

#: in a row about a group: this person belongs to it, or to another
YES, NO = Mark("vol", word("yes")), Mark("schuin", word("no"))

type Found = Mapping[tuple[str, int], Cell]


def cover(spec: PictureSpec, instrument: Checklist, playing: Sequence[Cell]) -> Cover | None:
    """Return what each person brings to each item; None while nobody stands in a row."""
    found, numbers, noun = _rows(spec, instrument, playing)
    items = {item.id: item for item in instrument.items}  # a team may have hidden some of them
    rows = [_grid_row(items[id_], spec.choices, found, numbers) for id_ in spec.items if id_ in items]
    if not numbers or not rows:
        return None
    if spec.group in items:
        rows += [_group_row(items[spec.group], choice, found, numbers) for choice in spec.groups]
    return Cover(
        title=spec.title,
        people=tuple(person(found.get((spec.name, number)), number, noun) for number in numbers),
        rows=tuple(rows),
    )


def _grid_row(item: Item, full: tuple[str, ...], found: Found, numbers: Sequence[int]) -> GridRow:
    known = marks(item.options, full)
    given = [cell.option for number in numbers if (cell := found.get((item.id, number)))]
    return GridRow(
        label=item.text.rstrip("."),
        marks=tuple(known[option.id] if option else OPEN for option in given),
        gap=not any(option and option.id in full for option in given),
    )


def _group_row(item: Item, choice: str, found: Found, numbers: Sequence[int]) -> GridRow:
    """Who belongs to one group: a whole tile there, a stroke for another group."""
    known = marks(item.options)
    option = item.option(choice)
    label = option.label if option else choice
    row = []
    for number in numbers:
        cell = found.get((item.id, number))
        given = cell.option if cell else None
        if given is None:
            row.append(OPEN)
        elif given.id in (UNKNOWN, NOT_APPLICABLE):
            row.append(known[given.id])
        else:
            row.append(YES if given.id == choice else NO)
    return GridRow(label=label, marks=tuple(row), gap=YES not in row)


def spread(spec: PictureSpec, instrument: Checklist, playing: Sequence[Cell]) -> Spread | None:
    """Return who stands at which place; a place that must not stay empty is there, and is empty."""
    found, numbers, noun = _rows(spec, instrument, playing)
    items = {item.id: item for item in instrument.items}
    if not numbers or spec.down not in items or spec.across not in items:
        return None
    down = [option for option in items[spec.down].options if option.id not in (UNKNOWN, NOT_APPLICABLE)]
    across = [option for option in items[spec.across].options if option.id not in (UNKNOWN, NOT_APPLICABLE)]
    at: dict[tuple[str, str], list[Person]] = {}
    people = []
    unplaced = []
    for number in numbers:
        light = found.get((spec.light, number))
        one = person(found.get((spec.name, number)), number, noun, mark_of(light) if light else None)
        people.append(one)
        place = (_choice(found, spec.down, number), _choice(found, spec.across, number))
        if place[0] in {option.id for option in down} and place[1] in {option.id for option in across}:
            at.setdefault(place, []).append(one)
        else:
            unplaced.append(one)
    rows = []
    for level in down:
        cells = tuple(tuple(at.get((level.id, side.id), ())) for side in across)
        if level.id in spec.choices or any(cells):
            rows.append(SpreadRow(label=level.label, cells=cells, gap=not any(cells)))
    return Spread(
        title=spec.title,
        down=items[spec.down].text,
        columns=tuple(option.label for option in across),
        rows=tuple(rows),
        light=items[spec.light].text if spec.light in items else "",
        people=tuple(people),
        unplaced=tuple(unplaced),
    )


def _choice(found: Found, item: str, number: int) -> str:
    cell = found.get((item, number))
    return cell.answer.choice if cell else ""


def _rows(spec: PictureSpec, instrument: Checklist, playing: Sequence[Cell]) -> tuple[Found, list[int], str]:
    section = next((section for section in instrument.sections if section.id == spec.section), None)
    if section is None:
        return {}, [], ""
    own = {item.id for item in section.items}
    found = {(cell.item.id, cell.row): cell for cell in playing if cell.item.id in own}
    noun = section.rows.noun if section.rows else ""
    return found, sorted({row for _, row in found}), noun
