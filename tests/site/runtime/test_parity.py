"""The page's Python and the desk's Python say the same: same request, same bytes."""

import json
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fii_widgets.browser import call
from fii_widgets.dossier.records import KIND, SCHEMA
from fii_widgets.instrument.model import Checklist, Input, Instrument, Item
from fii_widgets.report.cells import cell_id
from tests.site.page_python import answered
from tests.written import published, trees

NOTES = ["", "kort", "é ü ’ – 漢 \U0001f600", "<b>&\"'</b>", "regel\nregel\ttab", "=1+1", "x" * 2000]
WRITTEN = {
    Input.NUMBER: ["", "0", "40", "1.200", "12,5", "33,3", "veel", "9" * 400, "٣"],
    Input.DATE: ["", "2026-06-30", "2025-12-31", "2026-13-77", "morgen"],
}
DOSSIERS = 1000 if os.environ.get("FII_FULL") else 10


def places(one: Instrument) -> Iterator[tuple[Item, int]]:
    """Every item, once or once for each row that paper has."""
    if not isinstance(one, Checklist):
        yield from ((item, 0) for item in one.items)
        return
    for section in one.sections:
        rows = range(1, section.rows.most + 1) if section.rows else (0,)
        yield from ((item, row) for row in rows for item in section.items)


type Given = dict[str, dict[str, str]]


def dossier(seed: int) -> list[Given]:
    """Make answers as a team might leave them, instrument by instrument: some open, some unknown, some of another edition."""
    chance = random.Random(seed)
    found = []
    for one in published():
        answers: Given = {}
        asked = one.instrument.asked if isinstance(one.instrument, Checklist) else ()
        for item, row in places(one.instrument):
            if chance.random() < (0.35 if row else 0.7):
                choice = {"choice": chance.choice(item.options).id} if item.options else {}
                answers[cell_id(item.id, row)] = {**choice, "note": chance.choice(WRITTEN.get(item.input, NOTES))}
            for more in asked:
                if chance.random() < 0.1:
                    answers[cell_id(f"{item.id}-{more.id}", row)] = {"note": chance.choice(NOTES)}
        for field in one.instrument.fields:
            answers[field.id] = {"note": chance.choice(NOTES)}
        found.append(answers)
    if chance.random() < 0.2:
        found[-1]["oud-01"] = {"choice": "weg", "note": chance.choice(NOTES)}
    return found


def requests(seed: int) -> list[dict[str, Any]]:
    filled = dossier(seed)
    answers = {id_: answer for one in filled for id_, answer in one.items()}
    place = {"root": "../", "index": "" if seed % 2 else "index.html"}
    asked: list[dict[str, Any]] = [
        {"op": "summary", "instrument": tree, "answers": own, **place, "level": 2 + seed % 3}
        for tree, own in zip(trees(), filled, strict=True)
    ]
    for tree in (tree for tree in trees() if "neemt_over" in tree):
        offered: dict[str, Any] = {"op": "offers", "instrument": tree, "answers": answers, **place}
        asked.append({**offered, "take": json.loads(call(json.dumps(offered)))["all"]})
    asked.append({"op": "overview", "instruments": trees(), "answers": answers, "written": {"f1": "../model/"}})
    stored = {id_: {"at": "2026-11-22T10:00:00.000Z", **answer} for id_, answer in answers.items()}
    whole = {"schema": SCHEMA, "kind": KIND, "edition": "x", "saved": "2026-11-22T10:00:00.000Z", "answers": stored}
    asked.append({"op": "paper", "kind": "dossier", "instruments": trees(), "dossier": whole})
    asked.append({"op": "check", "instruments": trees(), "dossier": {"answers": answers}})
    return asked


def test_the_summaries_and_the_reports_are_the_same_bytes_in_cpython_and_in_the_runtime_of_the_site(
    tmp_path: Path,
) -> None:
    kinds: Counter[str] = Counter()
    different = 0
    asked = (json.dumps(one, ensure_ascii=False) for seed in range(DOSSIERS) for one in requests(seed))
    for request, reply in answered(asked, tmp_path):
        kinds[json.loads(request)["op"]] += 1
        different += call(request) != reply
        assert json.loads(reply)["ok"]
    assert different == 0
    assert kinds["summary"] == DOSSIERS * len(trees())
    assert kinds["paper"] == DOSSIERS
