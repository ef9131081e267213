"""Merging, saving and opening in the Python of the page: the same bytes as at the desk, in whatever order."""

import json
import os
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from fii_widgets.browser import call
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier
from fii_widgets.dossier.write import tree
from tests.site.page_python import answered
from tests.unit.dossiers import DOSSIERS
from tests.written import trees
from tools.paths import ROOT

CASES = 500 if os.environ.get("FII_FULL") else 25
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*.json"))
PLACE = {"root": "../", "index": "", "level": 2, "today": "2026-11-22", "now": "2026-11-22T09:00:00.000Z"}


def threes() -> list[tuple[Dossier, Dossier, Dossier]]:
    found: list[tuple[Dossier, Dossier, Dossier]] = []

    @settings(
        max_examples=CASES,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(DOSSIERS, DOSSIERS, DOSSIERS)
    def collect(one: Dossier, two: Dossier, three: Dossier) -> None:
        found.append((one, two, three))

    collect()
    return found[:CASES]


def test_merging_and_opening_give_the_same_bytes_in_the_runtime_of_the_site(tmp_path: Path) -> None:
    cases = threes()
    requests: list[dict[str, Any]] = []
    for one, two, three in cases:
        requests.append({"op": "merge", "dossiers": [tree(one), tree(two)], "names": ["a", "b"]})
        requests.append({"op": "merge", "dossiers": [tree(two), tree(one), tree(two)], "names": ["b", "a", "b"]})
        requests.append({"op": "merge", "dossiers": [tree(one)], "names": ["a"]})
        # the third law: one with (two and three), against (one and two) with three
        requests.append({"op": "merge", "dossiers": [tree(one), tree(merge(two, three))], "names": ["a", "bc"]})
        requests.append({"op": "merge", "dossiers": [tree(merge(one, two)), tree(three)], "names": ["ab", "c"]})
    replies = []
    for request, reply in answered(map(json.dumps, requests), tmp_path):
        assert reply == call(request)
        replies.append(json.loads(reply)["dossier"])
    assert len(replies) == 5 * CASES
    by_case = zip(cases, *(replies[at::5] for at in range(5)), strict=True)
    for (one, _, _), merged, turned, opened, right, left in by_case:
        assert merged == turned
        assert right == left
        assert json.dumps(opened, sort_keys=True) == json.dumps(tree(one), sort_keys=True)


def test_what_is_shown_of_every_kept_file_is_the_same(tmp_path: Path) -> None:
    shown = [tree for tree in trees() if tree["id"].startswith(("stoplicht-", "outputmonitor"))]
    requests: list[dict[str, Any]] = []
    for path in GOLDEN:
        dossier = tree(open_text(path.read_text("utf-8"), path.name).dossier)
        requests.append({"op": "check", "dossier": dossier, "instruments": shown})
        asked: list[dict[str, Any]] = [{"op": "history"}, {"op": "team"}, {"op": "places"}, {"op": "next_dates"}]
        asked += [{"op": "history", "part": "1"}, {"op": "team", "part": "stoplicht-1"}]
        asked += [{"op": "review", "id": id_} for id_ in dossier["reviews"]]
        requests += [{**one, "dossier": dossier, "instruments": shown, **PLACE} for one in asked]
    different = [
        request[:200] for request, reply in answered(map(json.dumps, requests), tmp_path) if reply != call(request)
    ]
    assert different == []
