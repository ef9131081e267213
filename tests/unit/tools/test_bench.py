"""The bench's arithmetic and what it reads and writes. Times nothing."""

import argparse
import json
import re

import pytest

from tools.bench import builds, first_summary, search
from tools.bench.__main__ import PARTS, parts, repetitions
from tools.bench.numbers import Comparison, spread, table
from tools.paths import ROOT

pytestmark = pytest.mark.full  # what they guard runs a few times a year


def comparison(ours: list[float], theirs: list[float]) -> Comparison:
    return Comparison("x", "this", "that", ours=ours, theirs=theirs)


def test_a_spread_is_the_median_and_its_extremes() -> None:
    found = spread([30, 10, 20, 1000])
    assert (found.median, found.low, found.high, found.count) == (25, 10, 1000, 4)
    assert found.text() == "25 (10–1000)"
    assert spread([2.345]).text(2) == "2.35"
    with pytest.raises(ValueError, match="nothing was measured"):
        spread([])


def test_a_ratio_is_taken_a_pair() -> None:
    found = comparison([100, 300, 50], [200, 600, 400])
    assert found.ratios() == [0.5, 0.5, 0.125]
    assert found.row() == ("x", "0.50 (0.12–0.50)", "100 (50–300) ms", "400 (200–600) ms", "3")


def test_a_limit_counts_for_every_measurement() -> None:
    assert comparison([25, 100], [50]).ratios() == [0.5, 2]


def test_pairs_that_do_not_match_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        comparison([1, 2, 3], [1, 2]).ratios()


def test_the_json_holds_the_raw_numbers() -> None:
    found = json.loads(json.dumps(comparison([1.5], [3]).as_json()))
    assert found["ours"] == [1.5]
    assert found["ratio"] == {"median": 0.5, "low": 0.5, "high": 0.5, "count": 1}


def test_the_table_says_once_what_is_compared_with_what() -> None:
    text = table([comparison([1], [2]), comparison([2], [2])])
    assert text.count("x; x\n  ours: this\n  theirs: that") == 1
    assert text.splitlines()[2].split() == ["x", "0.50", "1", "ms", "2", "ms", "1"]


def test_the_parts_are_asked_for_by_letter() -> None:
    assert parts("a, d") == ["a", "d"]
    for wrong in ("i", "", "a,ab"):
        with pytest.raises(argparse.ArgumentTypeError, match="there are a, b, c, d, e, f, g, h"):
            parts(wrong)


def test_repetitions_follow_the_options() -> None:
    assert repetitions("a", is_quick=False, wanted=None) == PARTS["a"][1]
    assert repetitions("a", is_quick=True, wanted=None) == 1
    assert repetitions("a", is_quick=True, wanted=3) == 3
    assert repetitions("d", is_quick=False, wanted=3) == 1


def test_the_first_answer_of_a_search_is_told_apart() -> None:
    later, first = search.compare("chromium", "http", [[90, 10, 20], [70, 30]])
    assert (first.ours, later.ours) == ([90, 70], [10, 20, 30])
    assert later.ratios() == [0.2, 0.4, 0.6]
    assert [found.name for found in search.compare("chromium", "http", [[90]])] == [
        "search, first question, chromium, http"
    ]


def test_the_plain_build_reads_the_same_markdown_without_macros() -> None:
    page = '# Kop {: #kop }\n\n{{ lijn("f1") }}\n\nTekst {{ een\n}}.\n{% if x %}\n'
    assert builds.without_macros(page) == "# Kop {: #kop }\n\n\n\nTekst .\n\n"
    own = {"site_name": "H", "theme": {"custom_dir": "o"}, "plugins": ["macros"], "nav": [], "extra": {}}
    assert builds.plain_configuration(own) == {
        "site_name": "H",
        "theme": {"name": "material"},
        "plugins": ["search"],
        "nav": [],
    }


def test_the_script_in_the_page_gets_its_values_as_json() -> None:
    text = first_summary.script("handboek-fii", 'Een "regel"\n  van twee')
    assert "'fii-dossier:' + \"handboek-fii\"" in text
    assert r'includes("Een \"regel\" van twee")' in text
    assert "LEAD" not in text
    assert not re.search(r"\b(LAYOUT|STORES|ANSWERS|INSTRUMENT|EDITION)\b", text)


def test_the_bench_fills_the_store_as_the_page_lays_it_out() -> None:
    """An older layout would have the page move the store first, and the bench would time that."""
    page = (ROOT / "docs/javascripts/store/answer-store.js").read_text("utf-8")
    layout = re.search(r"^const LAYOUT = (\d+);", page, re.M)
    stores = re.search(r"^const STORES = .*\((\[.*\])\);", page, re.M)
    assert layout is not None
    assert stores is not None
    assert int(layout[1]) == first_summary.LAYOUT
    assert json.loads(stores[1].replace("'", '"')) == first_summary.STORES
    text = first_summary.script("handboek-fii", "x")
    assert f'+ "handboek-fii", {layout[1]});' in text
    assert '["answers", "rest", "registers"].forEach' in text
