"""How far a list is: the page counts the points that Python counts, of every list and of whatever was filled in."""

import json
import random
from pathlib import Path
from typing import Any

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.instrument.flow import key_of
from fii_widgets.instrument.model import UNKNOWN, Checklist, Instrument, Item
from fii_widgets.report.cells import cell_id, cells, in_play
from fii_widgets.report.instrument.own_list import blank_item, is_adaptable
from fii_widgets.report.instrument.subjects import fillings
from tests.site.page_script import answers as ask_page
from tests.written import instrument, instruments

ASK = "({ shape, answers }) => count(shape, new Map(Object.entries(answers)))"
SEEDS = range(6)


def test_the_page_counts_the_points_that_python_counts(tmp_path: Path) -> None:
    cases = [(one, _filled(one, seed)) for one in instruments() for seed in SEEDS]
    asked = [{"shape": _shape(one), "answers": _plain(given)} for one, given in cases]
    found = ask_page("forms/progress.js", "count", ASK, asked, tmp_path)  # type: ignore[arg-type]
    wrong = [
        f"{one.id}: {json.dumps(_plain(given))}: {told} and not {wanted}"
        for (one, given), told in zip(cases, found, strict=True)
        if told != (wanted := _wanted(one, given))
    ]
    assert not wrong, "\n".join(wrong)
    assert any(one["done"] == one["total"] > 0 for one in found)
    assert any(0 < one["done"] < one["total"] for one in found)


def test_a_note_a_date_at_the_head_and_a_point_of_another_answer_do_not_count(tmp_path: Path) -> None:
    one = instrument("stoplicht-1")
    total = len(one.items)
    first, second = (item.id for item in one.items[:2])
    head = one.fields[0].id if one.fields else "stoplicht-1-datum"
    at = "2026-11-09T10:00:00.000Z"
    given: list[dict[str, Any]] = [
        {first: {"note": "alleen een notitie", "at": at}},
        {head: {"note": "2026-11-09", "at": at}},
        {first: {"choice": "rood", "at": at}},
        {f"{second}.verborgen": {"choice": "ja", "at": at}, first: {"choice": "groen", "at": at}},
        {"stoplicht-1.e-abc123.tekst": {"note": "Van ons", "at": at}, "stoplicht-1.e-abc123": {"choice": "groen", "at": at}},
    ]  # fmt: skip
    asked = [{"shape": _shape(one), "answers": answers} for answers in given]
    found = ask_page("forms/progress.js", "count", ASK, asked, tmp_path)  # type: ignore[arg-type]
    assert found == [
        {"done": 0, "total": total},
        {"done": 0, "total": total},
        {"done": 1, "total": total},
        {"done": 1, "total": total - 1},
        {"done": 1, "total": total + 1},
    ]


def _wanted(one: Instrument, given: Answers) -> dict[str, int]:
    """As the report reads a list: each filling, its points in play, and the first row of what has no rows yet."""
    done = total = 0
    for filling, own in fillings(one, given):
        found = cells(filling, own)
        rows = {cell.item.id for cell in found}
        empty = [
            item
            for section in filling.sections
            if section.rows and not any(item.id in rows for item in section.items)
            for item in section.items
            if in_play(item, 1, own)
        ]
        done += sum(bool(cell.option) if cell.item.options else bool(cell.text) for cell in found)
        total += len(found) + len(empty)
    return {"done": done, "total": total}


def _shape(one: Instrument) -> dict[str, Any]:
    """What progress.js reads from the form."""
    asked = [line.id for line in one.asked]

    def section(items: tuple[Item, ...], rows: int, head: tuple[str, ...] = ()) -> dict[str, Any]:
        points = [
            {"id": item.id, "isChoice": bool(item.options), "only": [[on, choice, UNKNOWN] for on, choice in item.only_with]}
            for item in items
        ]  # fmt: skip
        return {"points": points, "asks": [*head, *_asks(items, asked)], "rows": rows}

    if isinstance(one, Checklist):
        sections = [section(each.items, each.rows.most if each.rows else 0) for each in one.sections]
    else:
        sections = [section(one.items, 0)]
    return {
        "id": one.id,
        "sections": sections,
        "asks": [*(field.id for field in one.fields), *_asks(one.items, asked)],
        "subjects": one.subjects.most if one.subjects else 1,
        "own": is_adaptable(one),
    }


def _asks(items: tuple[Item, ...], asked: list[str]) -> list[str]:
    return [id_ for item in items for id_ in (item.id, *(f"{item.id}-{line}" for line in asked))]


def _filled(one: Instrument, seed: int) -> Answers:
    """Fill in a part of a list, and change the list where a team can; seed 0: all of it."""
    chance = random.Random(f"{one.id} {seed}")
    rows = {item.id: section.rows.most for section in one.sections if section.rows for item in section.items}
    later = range(2, min(one.subjects.most, 3) + 1) if one.subjects else ()
    found: dict[str, Answer] = {}
    for item in one.items:
        keys = [cell_id(item.id, row) for row in range(1, 4 if item.id in rows else 1)] or [item.id]
        keys += [key_of(item.id, number, subjects=True) for number in later]
        for key in keys:
            if seed and chance.random() < 0.5:
                continue
            found[key] = Answer(choice=chance.choice(item.options).id) if item.options else Answer(note="12")
    if is_adaptable(one) and seed > 2:
        found[f"{one.items[0].id}.verborgen"] = Answer(choice="ja")
        found[f"{one.id}.e-abc123.tekst"] = Answer(note="Van ons")
        added = blank_item(one, f"{one.id}.e-abc123")
        found[added.id] = Answer(choice=added.options[0].id) if seed > 3 else EMPTY
    return found


def _plain(given: Answers) -> dict[str, dict[str, str]]:
    return {
        id_: {name: text for name, text in (("choice", one.choice), ("note", one.note)) if text}
        for id_, one in given.items()
    }
