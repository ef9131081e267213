"""Since when an answer is what it is, and which rounds count: the page finds what Python finds. In Node."""

import random
from pathlib import Path
from typing import Any

from fii_widgets.dossier.answers import EMPTY, Answer
from fii_widgets.dossier.records import Round
from fii_widgets.dossier.write import plain
from fii_widgets.report.instrument.rounds import rounds_of, since
from tests.site.page_script import asked as ask_page

ASK = """({ registers, answer, isChoice }) => {
  const rounds = roundsOf(new Map(Object.entries(registers)), 'balans', 1);
  return [rounds.map(({ id }) => id), sinceOf('ba-01', answer, rounds, isChoice)];
}"""
CHOICES, NOTES = ("", "ja", "nee"), ("", "Kort", " Kort ")


def answer(chance: random.Random) -> Answer:
    return Answer(choice=chance.choice(CHOICES), note=chance.choice(NOTES), at="2026-01-05T09:00:00.000Z")


def rounds(chance: random.Random) -> dict[str, Round]:
    return {
        f"n-{number}": Round(
            at=f"2026-0{chance.randint(1, 3)}-05T10:00:00.000Z",
            instrument=chance.choice(["balans", "balans", "borging"]),
            date=f"2026-0{chance.randint(1, 3)}-05",
            subject=chance.choice([1, 1, 2]),
            answers={"ba-01": answer(chance)} if chance.random() < 0.8 else {},
            removed=chance.random() < 0.1,
        )
        for number in range(chance.randint(0, 6))
    }


def test_the_page_finds_the_rounds_and_the_days_that_python_finds(tmp_path: Path) -> None:
    found = [(rounds(chance), answer(chance), chance.random() < 0.5) for chance in map(random.Random, range(200))]
    texts: Any = [
        {
            "registers": {f"rounds/{id_}": plain(one) for id_, one in kept.items()},
            "answer": plain(now),
            "isChoice": is_choice,
        }
        for kept, now, is_choice in found
    ]
    told = ask_page({"forms/rounds.js": "roundsOf, sinceOf"}, ASK, texts, tmp_path)
    seen = set()
    for (kept, now, is_choice), (ids, day) in zip(found, told, strict=True):
        standing = rounds_of({id_: one for id_, one in kept.items() if not one.removed}, "balans")
        assert [kept[id_] for id_ in ids] == list(standing)
        assert day == since("ba-01", now or EMPTY, standing, is_choice=is_choice)
        seen.add(bool(day))
    assert seen == {True, False}
