"""Dossiers as teams leave them, hostile texts among them, the same for a number each time. Checks nothing itself."""

import random
from collections.abc import Iterable

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import (
    Action,
    ActionState,
    Dossier,
    Place,
    Review,
    ReviewState,
    Rhythm,
    Round,
    Text,
    Topic,
)
from fii_widgets.instrument.model import Checklist, Input, Instrument, Item
from tests.written import instruments

#: what a program could run, or a file could break on
LEADS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "\n=", " =", "'=", "'")
HOSTILE = (
    *(f"{lead}1+cmd|' /C calc'!A0" for lead in LEADS),
    "<b>&\"'</b><script>alert(1)</script>",
    "]]> --> </table> </w:t> <!--",
    "regel één\nregel twee\r\nregel drie\rregel vier\n",
    "  twee  spaties   en\teen tab ",
    "é ü ’ – 漢 \U0001f600 \u202e \u2028",
    "\x00\x07\x0b\x1f\x7f\ufffe\uffff",
    "van $5 tot $x$ en `a` <!-- b --> [^1] www.x.example",
    "_x0041_ en | pijp, # hekje, *ster*, `code`, [a](b), 1. lijst, ~weg~, &amp; \\",
    "- punt\n+ punt\n1. een\n2) twee\n# kop\n=== streep\n> citaat",
    '\'; =HYPERLINK("http://x.example")',
    "x" * 3000,
)
PLAIN = ("", "", "kort", "Gesprek met de wethouder staat gepland.", "12,5", "=")


def state(number: int) -> Dossier:
    """Make one dossier; number 0 is empty."""
    if not number:
        return Dossier(edition="handboek-fii", content="0.1.0")
    chance = random.Random(number)
    at = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T09:30:00.000Z"
    answers = {id_: one for instrument in instruments() for id_, one in _answers(instrument, chance, at)}
    if chance.random() < 0.3:
        answers["oud-01"] = Answer(choice="weg", note=_text(chance), at=at)
    reviews = {f"r-{n}": _review(chance, at, n, answers) for n in range(chance.randint(0, 4))}
    actions = {
        f"a-{n}": Action(
            at=at,
            text=_text(chance),
            owner=_text(chance),
            due=chance.choice(["", f"2026-1{chance.randint(0, 2)}-05"]),
            review=chance.choice(["", *reviews]),
            state=chance.choice(list(ActionState)),
        )
        for n in range(chance.randint(0, 6))
    }
    topics = {
        f"t-{n}": Topic(at=at, text=_text(chance), said=_text(chance), review=chance.choice(["", *reviews]))
        for n in range(chance.randint(0, 3))
    }
    places = {"p-1": Place(at=at, label=_text(chance), answers=answers)} if chance.random() < 0.2 else {}
    rounds = {
        f"n-{n}": Round(
            at=at,
            instrument=one.id,
            date=f"2025-{n % 12 + 1:02}-05",
            answers=dict(_answers(one, chance, f"2025-{n % 12 + 1:02}-05T09:30:00.000Z")),
        )
        for n, one in enumerate(instruments())
        if chance.random() < 0.2
    }
    rhythm = chance.choice([None, *Rhythm])
    name = chance.choice([None, Text(at=at, text=_text(chance))])
    return merge(
        Dossier(
            edition="handboek-fii",
            content="0.1.0",
            saved=at,
            name=name,
            rhythm=Text(at=at, text=rhythm.value) if rhythm else None,
            answers=answers,
            reviews=reviews,
            actions=actions,
            topics=topics,
            places=places,
            rounds=rounds,
        )
    )


def _review(chance: random.Random, at: str, number: int, answers: dict[str, Answer]) -> Review:
    closed = chance.random() < 0.6
    return Review(
        at=at,
        date=f"2026-{number + 1:02}-1{chance.randint(0, 9)}",
        next=chance.choice(["", f"2026-{number + 2:02}-2{chance.randint(0, 8)}"]),
        phases=tuple(sorted(chance.sample(range(1, 7), chance.randint(0, 3)))),
        state=ReviewState.CLOSED if closed else ReviewState.OPEN,
        present=tuple(_text(chance) for _ in range(chance.randint(0, 3))),
        agenda=_text(chance),
        lights={id_: one.choice for id_, one in answers.items() if one.choice and closed and chance.random() < 0.7},
        notes={"s1-01": Text(at=at, text=_text(chance))},
        decisions={
            f"d-{n}": Text(at=at, text=_text(chance), again="2026-12-15" if n == 1 else "")
            for n in range(chance.randint(0, 3))
        },
        corrections={"c-1": Text(at=at, text=_text(chance))} if closed else {},
    )


def _answers(instrument: Instrument, chance: random.Random, at: str) -> Iterable[tuple[str, Answer]]:
    share = chance.choice([0, 0.3, 0.9])
    for field in instrument.fields:
        if chance.random() < share:
            yield field.id, Answer(note=_text(chance), at=at)
    for item, rows in _rows(instrument):
        for row in range(1, chance.randint(0, rows) + 1) if rows else [0]:
            if chance.random() < share:
                yield f"{item.id}@{row}" if row else item.id, _answer(item, chance, at)
        if isinstance(instrument, Checklist) and chance.random() < share:
            yield from ((f"{item.id}-{one.id}", Answer(note=_text(chance), at=at)) for one in instrument.asked)


def _rows(instrument: Instrument) -> Iterable[tuple[Item, int]]:
    if not isinstance(instrument, Checklist):
        yield from ((item, 0) for item in instrument.items)
        return
    for section in instrument.sections:
        yield from ((item, min(section.rows.most, 7) if section.rows else 0) for item in section.items)


def _answer(item: Item, chance: random.Random, at: str) -> Answer:
    if item.options:
        return Answer(choice=chance.choice(item.options).id, note=_text(chance), at=at)
    if item.input is Input.DATE:
        return Answer(note=f"2026-10-{chance.randint(1, 28):02}", at=at)
    return Answer(note=str(chance.randint(0, 900)) if item.input is Input.NUMBER else _text(chance), at=at)


def _text(chance: random.Random) -> str:
    return chance.choice(HOSTILE if chance.random() < 0.4 else PLAIN)
