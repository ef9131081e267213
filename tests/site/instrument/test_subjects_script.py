"""Who the candidates are: the page joins rows and fillings as Python does, and marks the same one."""

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.instrument.flow import key_of
from fii_widgets.report.instrument.beside import beside
from tests.site.page_script import asked as ask_page
from tests.written import instrument, instruments

ASK = "({ places, answers }) => joined(places, new Map(Object.entries(answers)))"
NAMES = ("De Wissel", "de  WISSEL ", "Stichting Oost", "Zuid", "", "  ")
SEEDS = range(60)


def places() -> dict[str, Any]:
    """What subjects-beside.js reads from the forms."""
    shortlist, readiness = instrument("shortlist"), instrument("gereedheid")
    (section,) = (one for one in shortlist.sections if one.rows)
    assert section.rows
    assert readiness.subjects
    return {
        "rows": {"most": section.rows.most, "asks": [item.id for item in section.items]},
        "fillings": {
            "most": readiness.subjects.most,
            "asks": [*(one.id for one in readiness.fields), *(one.id for one in readiness.items)],
        },
        "chosen": readiness.subjects.chosen,
    }


def filled(seed: int) -> Answers:
    chance = random.Random(seed)
    found: dict[str, Answer] = {"sl-gekozen": Answer(note=chance.choice(NAMES))}
    for row in range(1, chance.randint(1, 4)):
        found[f"sl-01@{row}"] = Answer(note=chance.choice(NAMES))
        if chance.random() < 0.5:
            found[f"sl-02@{row}"] = Answer(choice="ja")
    for number in range(1, chance.randint(1, 4)):
        found[key_of("g-kandidaat", number, subjects=True)] = Answer(note=chance.choice(NAMES))
        if chance.random() < 0.7:
            found[key_of("g-01", number, subjects=True)] = Answer(choice="nee")
        if chance.random() < 0.4:
            found[f"{key_of('g-kandidaat', number, subjects=True)}.plek"] = Answer(note=f"sl-01@{chance.randint(1, 4)}")
    for id_, one in found.items():
        found[id_] = replace(one, at=f"2026-12-0{chance.randint(1, 3)}T10:00:00Z")
    return found


def test_the_page_joins_the_candidates_that_python_joins(tmp_path: Path) -> None:
    cases = [filled(seed) for seed in SEEDS]
    plain = [
        {id_: {"choice": one.choice, "note": one.note, "at": one.at} for id_, one in given.items()} for given in cases
    ]
    texts: Any = [{"places": places(), "answers": given} for given in plain]
    found = ask_page({"instrument/subjects-joined.js": "joined"}, ASK, texts, tmp_path)
    compared = 0
    for given, told in zip(cases, found, strict=True):
        wanted = beside(instruments(), given)
        if wanted is None:
            assert len(told) < 2, given
            continue
        compared += 1
        assert [(one["name"], one["row"] > 0, one["number"] > 0, one["isChosen"]) for one in told] == [
            (one.name, bool(one.said), one.summary is not None, one.title != one.name) for one in wanted.each
        ], given
    assert compared > 20
    assert any(one["isChosen"] for told in found for one in told)
    assert any(one["row"] and one["number"] for told in found for one in told)
    assert any(one["other"] for told in found for one in told)
