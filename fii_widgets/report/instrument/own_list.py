"""An instrument + the team's own list (kept as answers) → the instrument as the team uses it. Pure.

Items are added, reworded, hidden and put in another order; permanent ids stay, and answers are not looked at.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.dossier.list_records import HIDDEN, ORDER, PLACE, TEXT, own_item, record
from fii_widgets.instrument.model import Checklist, Input, Instrument, Item, Kind, Origin, Section
from fii_widgets.report.instrument.left_out import without_hidden


def is_adaptable(instrument: Instrument) -> TypeGuard[Checklist]:
    """Whether a team can make the list its own: a checklist without rows."""
    return (
        isinstance(instrument, Checklist)
        and instrument.kind is Kind.CHECKLIST
        and not any(section.rows for section in instrument.sections)
    )


def own_list(instrument: Instrument, answers: Answers) -> Instrument:
    """Apply the records of a list. An instrument without records, or applied before, comes back as it is."""
    if not is_adaptable(instrument) or instrument.adapted:
        return instrument
    known = {item.id for item in instrument.items}
    if not any(_is_about(id_, instrument.id, known) for id_, answer in answers.items() if answer.note or answer.choice):
        return instrument
    wanted = _note(f"{instrument.id}.{ORDER}", answers).split()
    places = {section.id for section in instrument.sections}
    added: dict[str, list[Item]] = {section.id: [] for section in instrument.sections}
    for item in _own_items(instrument, answers):
        place = _note(f"{item.id}.{PLACE}", answers)
        added[place if place in places else instrument.sections[-1].id].append(item)
    hidden: list[Item] = []
    sections: list[Section] = []
    for section in instrument.sections:
        items = [_worded(item, answers) for item in section.items]
        ordered = in_order(items, added[section.id], wanted)
        hidden += [item for item in ordered if _is_hidden(item.id, answers)]
        sections.append(replace(section, items=tuple(item for item in ordered if not _is_hidden(item.id, answers))))
    return without_hidden(replace(instrument, sections=tuple(sections), hidden=tuple(hidden), adapted=True))


def in_order(items: Sequence[Item], own: Iterable[Item], wanted: Sequence[str]) -> list[Item]:
    """Put items in the wanted order. The scripts do the same, so that the numbers on the form are those of the summary.

    An item of the handbook that is not named stays behind the one it follows there; an own one comes last.
    """
    place = {id_: index for index, id_ in reversed(list(enumerate(wanted)))}
    both = [*items, *own]
    ordered = sorted((item for item in both if item.id in place), key=lambda item: place[item.id])
    before: Item | None = None
    for item in items:
        if item.id not in place:
            ordered.insert(ordered.index(before) + 1 if before else 0, item)
        before = item
    return ordered + [item for item in both[len(items) :] if item.id not in place]


def usual(instrument: Checklist) -> Item:
    """Return the item whose way of answering an own item takes: the most used scale, the first of equals."""
    judged = [item for item in instrument.items if item.scale] or list(instrument.items)
    often = Counter(item.scale.id if item.scale else "" for item in judged)
    return max(judged, key=lambda item: often[item.scale.id if item.scale else ""])


def blank_item(instrument: Checklist, id_: str, text: str = "") -> Item:
    """Return an own item."""
    like = usual(instrument)
    return Item(id=id_, text=text, input=like.input if like.scale else Input.LINES, scale=like.scale, origin=Origin.OWN)


def _own_items(instrument: Checklist, answers: Answers) -> Iterator[Item]:
    for id_ in sorted(answers):
        found = record(id_)
        if found and found[1] == TEXT and own_item(found[0]) == instrument.id and (text := _note(id_, answers)):
            yield blank_item(instrument, found[0], text)


def _worded(item: Item, answers: Answers) -> Item:
    """An item in the team's own words is no longer literal; the handbook's words stay with it."""
    text = _note(f"{item.id}.{TEXT}", answers)
    if not text or text == item.text:
        return item
    origin = Origin.DERIVED if item.origin is Origin.LITERAL else item.origin
    return replace(item, text=text, handbook=item.text, origin=origin)


def _is_about(id_: str, instrument: str, items: set[str]) -> bool:
    found = record(id_)
    return found is not None and (found[0] in items or found[0] == instrument or own_item(found[0]) == instrument)


def _is_hidden(id_: str, answers: Answers) -> bool:
    return bool(answers.get(f"{id_}.{HIDDEN}", EMPTY).choice)


def _note(id_: str, answers: Answers) -> str:
    return " ".join(answers.get(id_, EMPTY).note.split())
