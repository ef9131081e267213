"""Where an offer comes from: what was filled in at the other end of a flow. Pure; knows nothing of the receiver."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.instrument.flow import Flow, Given, Giver
from fii_widgets.instrument.model import Input, Item
from fii_widgets.instrument.settings import NAME, NEXT, RHYTHM, RHYTHMS
from fii_widgets.report.values import number_of
from fii_widgets.words.common import day

#: how a line begins that only says that it is not known yet
_OPEN = re.compile(
    r"nog (te|niet|niemand|geen|open|onbekend)\b|(niemand|onbekend|geen idee|n\.?t\.?b|n\.?n\.?b)?[?.…-]*$|weet ik niet|weten we nog",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Value:
    """What can be put somewhere: a choice where that choice or its light exists, words elsewhere."""

    choice: str = ""
    light: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """One thing that was filled in elsewhere, with what comes with it."""

    cell: str  #: where it stands
    value: Value
    along: tuple[tuple[str, Value], ...]  #: (target, value)
    reason: str
    instrument: str
    title: str


def of_dossier(known: Mapping[str, str]) -> Answers:
    """Return what the dossier itself knows as answers; known: id → what stands there, a rhythm as a dossier keeps it."""
    choice = next((choice for choice, kept in RHYTHMS.items() if kept == known.get(RHYTHM)), "")
    return {RHYTHM: Answer(choice=choice), **{id_: Answer(note=known.get(id_, "")) for id_ in (NAME, NEXT)}}


def sources(flow: Flow, answers: Answers) -> Iterator[Source]:
    """Yield what a flow can offer now, in the order of the other instrument's form."""
    giver = flow.giver
    if giver is None:
        return
    found = list(_found(flow, giver, answers))
    if flow.together and found:
        text = ", ".join(dict.fromkeys(" ".join(one.value.text.split()) for one in found))
        first = found[0]
        yield Source(
            cell=first.cell, value=Value(text=text), along=(), reason=first.reason, instrument=giver.instrument, title=giver.title
        )  # fmt: skip
    else:
        yield from found


def _found(flow: Flow, giver: Giver, answers: Answers) -> Iterator[Source]:
    given = {one.id: one for one in giver.items}
    leads = giver.items if giver.each else [given[flow.source]]
    short = _short(giver, answers)
    for lead in leads:
        for row, key in enumerate(giver.keys(lead.id), 1 if giver.most else 0):
            answer = answers.get(key, EMPTY)
            if not _counts(flow, lead, answer, answers) or (flow.rule and not (row in short if row else short)):
                continue
            yield Source(
                cell=key,
                value=Value(text=lead.text) if giver.each else _value(lead, answer),
                along=tuple(_along(flow, giver, given, lead, row, answers)),
                reason=flow.text.replace("{rij}", str(row)),
                instrument=giver.instrument,
                title=giver.title,
            )


def _counts(flow: Flow, lead: Given, answer: Answer, answers: Answers) -> bool:
    """Something must stand there that is known, with the choice and the line that the flow asks for."""
    if not (answer.choice or _is_known(answer.note)) or (flow.choices and answer.choice not in flow.choices):
        return False
    return not flow.needs or bool(answers.get(f"{lead.id}-{flow.needs}", EMPTY).note.strip())


def _is_known(text: str) -> bool:
    """Whether a line says something: "nog te zoeken" says that there is nothing to take over yet."""
    return bool(text.strip()) and not _OPEN.match(text.strip())


def _along(
    flow: Flow, giver: Giver, given: dict[str, Given], lead: Given, row: int, answers: Answers
) -> Iterator[tuple[str, Value]]:
    for source, target in flow.along:
        if giver.each:
            yield target, Value(text=answers.get(f"{lead.id}-{source}", EMPTY).note)
        elif source in given:
            yield target, _value(given[source], answers.get(giver.keys(source)[max(row, 1) - 1], EMPTY))


def _value(place: Given, answer: Answer) -> Value:
    if place.choices:
        light = dict(place.signals).get(answer.choice, "")
        return Value(choice=answer.choice, light=light, text=dict(place.choices).get(answer.choice, ""))
    return Value(text=answer.note)


def _short(giver: Giver, answers: Answers) -> set[int]:
    """Return the rows in which less was reached than was aimed at."""
    rows: set[int] = set()
    for reached, aimed in giver.below:
        for key in answers:
            item, _, row = key.partition("@")
            if item == reached and row.isdecimal():
                here, there = (number_of(answers.get(f"{id_}@{row}", EMPTY).note) for id_ in (reached, aimed))
                if here is not None and there is not None and here < there:
                    rows.add(int(row))
    return rows


def fitted(text: str, item: Item | None) -> str:
    """Write a text for its place: one line for a line, a date in words unless a date is asked. Never cut: the page says
    what does not fit."""
    if item is not None and item.input in (Input.LINES, Input.DATE):
        return text.strip()
    return day(" ".join(text.split()))


def same(one: str, other: str) -> bool:
    """Whether two texts differ in blanks and capitals only."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
