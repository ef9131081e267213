"""Flows between instruments: finds what each names in the others, and puts what an offer needs into the tree.

Comes after all instruments are read. Reports at the author's line; opens no files and knows no answers.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.flow import Flow
from fii_widgets.instrument.keys.flows import GIVER_KEY
from fii_widgets.instrument.model import (
    NOT_APPLICABLE,
    UNKNOWN,
    Field,
    Input,
    Instrument,
    Item,
    RuleKind,
    Section,
    Signal,
)
from fii_widgets.instrument.settings import DOSSIER
from fii_widgets.shapes.shape import Report


@dataclass(frozen=True)
class Offering:
    """What an author's source is: places where something is filled in, all of one instrument."""

    instrument: Instrument
    items: tuple[Item | Field, ...]
    section: Section | None  #: with rows
    each: bool


def connect(
    instrument: Instrument,
    tree: Mapping[str, Any],
    others: Iterable[Instrument],
    report: Report,
    elsewhere: Callable[[str], bool] = lambda _: False,
) -> dict[str, Any]:
    """Return the tree with each flow's giver filled in. A flow that names what does not exist is reported.

    elsewhere: whether another file is to blame for an id that is missing; that is told there.
    """
    chosen = instrument.subjects.chosen if instrument.subjects else ""
    if not (instrument.flows or chosen):
        return dict(tree)
    known = _index(other for other in others if other.id != instrument.id)
    if chosen and not (chosen not in known and elsewhere(chosen)):
        _check_chosen(chosen, known, report)
    if not instrument.flows:
        return dict(tree)
    known |= {item.id: Offering(DOSSIER, (item,), None, each=False) for item in DOSSIER.items}
    connected = []
    for index, (flow, written) in enumerate(zip(instrument.flows, tree["neemt_over"], strict=True)):
        path = ("neemt_over", index)
        offering = known.get(flow.source)
        if offering is None:
            if flow.source and not elsewhere(flow.source):
                near = did_you_mean(flow.source, tuple(known))
                report((*path, "van"), f"'van' noemt '{flow.source}', dat in geen ander instrument bestaat.{near}")
            connected.append(written)
        else:
            _check(flow, offering, instrument, lambda key, message, path=path: report((*path, key), message))
            connected.append({**written, GIVER_KEY: _giver(flow, offering)})
    return {**tree, "neemt_over": connected}


def _check_chosen(chosen: str, known: Mapping[str, Offering], report: Report) -> None:
    fields = tuple(id_ for id_, one in known.items() if isinstance(next(iter(one.items), None), Field))
    if chosen not in fields:
        near = did_you_mean(chosen, fields)
        report(("per", "gekozen"), f"'gekozen' noemt '{chosen}', dat in geen ander instrument een veld is.{near}")


def _index(instruments: Iterable[Instrument]) -> dict[str, Offering]:
    """Everything that 'van' may name."""
    index: dict[str, Offering] = {}
    for instrument in instruments:
        index[instrument.id] = Offering(instrument, instrument.items, None, each=True)
        for section in instrument.sections:
            if not section.rows:
                index[section.id] = Offering(instrument, section.items, None, each=True)
            for item in section.items:
                index[item.id] = Offering(instrument, (item,), section if section.rows else None, each=False)
        places: list[Item | Field] = [*instrument.fields, *(() if instrument.sections else instrument.items)]
        index.update({place.id: Offering(instrument, (place,), None, each=False) for place in places})
    return index


def _check(flow: Flow, offering: Offering, here: Instrument, say: Any) -> None:
    """Report what can never be offered: choices and lines that the source lacks, and words where a choice is asked."""
    choices = tuple(dict.fromkeys(option for item in offering.items for option in _choices(item)))
    for choice in flow.choices:
        if choice not in choices:
            say("alleen_bij", f"'{flow.source}' kent de keuze '{choice}' niet.{did_you_mean(choice, choices)}")
    lines = tuple(line.id for line in offering.instrument.asked)
    if flow.needs and flow.needs not in lines:
        say(
            "alleen_met",
            f"'{flow.source}' heeft geen regel '{flow.needs}' onder elk punt.{did_you_mean(flow.needs, lines)}",
        )
    _check_rule(flow, offering, say)
    targets: dict[str, Item | Field] = {field.id: field for field in here.fields}
    targets.update({item.id: item for item in here.items})
    if flow.target in targets and not _fits(None if offering.each else offering.items[0], targets[flow.target]):
        what = "de tekst van een punt" if offering.each else f"wat bij '{flow.source}' staat,"
        say("naar", f"{what} past niet bij '{flow.target}'.")
    _check_along(flow, offering, targets, say)


def _check_along(flow: Flow, offering: Offering, targets: Mapping[str, Item | Field], say: Any) -> None:
    near = _near(offering)
    for source, target in flow.along:
        if source not in near:
            say(
                "mee", f"'mee' noemt '{source}', dat niet bij '{flow.source}' hoort.{did_you_mean(source, tuple(near))}"
            )
        elif target in targets and not _fits(near[source], targets[target]):
            say("mee", f"wat bij '{source}' staat, past niet bij '{target}'.")


def _check_rule(flow: Flow, offering: Offering, say: Any) -> None:
    below = tuple(rule.id for rule in offering.instrument.rules if rule.kind is RuleKind.BELOW)
    if flow.rule and flow.rule not in below:
        say(
            "bij_regel",
            f"'{offering.instrument.id}' heeft geen regel '{flow.rule}' van soort 'onder'.{did_you_mean(flow.rule, below)}",
        )


def _near(offering: Offering) -> dict[str, Item | Field | None]:
    """What may come along: lines asked under each item, or the other items of the same row or instrument."""
    if offering.each:
        return {line.id: None for line in offering.instrument.asked}
    if offering.section:
        return {item.id: item for item in offering.section.items}
    rows = {item.id for section in offering.instrument.sections if section.rows for item in section.items}
    near: dict[str, Item | Field | None] = {field.id: field for field in offering.instrument.fields}
    near.update({item.id: item for item in offering.instrument.items if item.id not in rows})
    return near


def _fits(source: Item | Field | None, target: Item | Field) -> bool:
    """Words fit where words are asked, a date also where a date is, a choice where that choice or its light exists."""
    if isinstance(target, Field) or target.input in (Input.LINE, Input.LINES):
        return True
    if not isinstance(source, Item):
        return False
    if target.input is Input.CHOICE:
        same = set(_choices(source)) & set(_choices(target)) - {UNKNOWN, NOT_APPLICABLE}
        return bool(same or set(_lights(source).values()) & set(_lights(target).values()))
    return source.input is target.input


def _choices(place: Item | Field) -> tuple[str, ...]:
    return tuple(option.id for option in place.options) if isinstance(place, Item) else ()


def _lights(item: Item) -> dict[str, str]:
    return {option.id: option.signal.value for option in item.options if option.signal is not Signal.NONE}


def _giver(flow: Flow, offering: Offering) -> dict[str, Any]:
    """What an offer needs of the other instrument, as a tree that the parser reads."""
    near = _near(offering)
    subjects = offering.instrument.subjects
    rows = offering.section.rows if offering.section else subjects
    along = [] if offering.each else [place for source, _ in flow.along if (place := near.get(source))]
    below = {rule.item: rule.target for rule in offering.instrument.rules if flow.rule and rule.id == flow.rule}
    return {
        "instrument": offering.instrument.id,
        "titel": offering.instrument.title,
        "rijen": str(rows.most if rows and not offering.each else 0),
        **({"per": "ja"} if subjects and not offering.each else {}),
        "elk": "ja" if offering.each else "nee",
        "punten": [_given(place) for place in dict.fromkeys((*offering.items, *along))],
        **({"onder": below} if below else {}),
    }


def _given(place: Item | Field) -> dict[str, Any]:
    text = place.text if isinstance(place, Item) else place.label
    choices = {option.id: option.label for option in place.options} if isinstance(place, Item) else {}
    lights = _lights(place) if isinstance(place, Item) else {}
    return {
        "id": place.id,
        "tekst": text,
        **({"keuzes": choices} if choices else {}),
        **({"lichten": lights} if lights else {}),
    }
