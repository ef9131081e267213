"""Whose an action is: the page, for 'van mij', and Python, for a calendar of one person, say the same."""

import json
from pathlib import Path

import pytest

from fii_widgets.report.meetings.owners import is_of
from tests.site.page_script import asked

#: (owner as it was written, who) → whether it is theirs
TABLE = {
    ("KV", "KV"): True,
    (" kv ", "KV"): True,
    ("Projectleider  wijk", "projectleider wijk"): True,
    ("José", "jose"): True,
    ("Zoë\u0308", "ZOË"): False,  # two marks are another name
    # of several
    ("KV, TB", "TB"): True,
    ("KV en TB", "KV"): True,
    ("KV/TB; AN", "AN"): True,
    ("KV & TB", "kv & tb"): True,
    # a part of a name is another
    ("KVB", "KV"): False,
    ("Wonen en Zorg", "Zorg"): True,  # rather one too many than one that is missed
    ("Teamleider", "Team"): False,
    # nobody
    ("", "KV"): False,
    ("KV", ""): False,
    ("", ""): False,
    ("KV, ", " "): False,
    ("𝒦𝒱", "𝒦𝒱"): True,
    ("<b>KV</b>", "KV"): False,
    ("İ", "i"): True,
}
SCRIPTS = {"../../tests/site/store/no_browser.mjs": "calm", "facts/stored.js": "isOf"}
PAIRS = [json.dumps(pair) for pair in TABLE]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[bool]:
    folder: Path = tmp_path_factory.mktemp("owners")
    return asked(SCRIPTS, "(pair) => isOf(...JSON.parse(pair))", PAIRS, folder)


@pytest.mark.parametrize("at", range(len(TABLE)), ids=PAIRS)
def test_page_and_python_agree_on_whose_an_action_is(said: list[bool], at: int) -> None:
    (owner, who), expected = list(TABLE.items())[at]
    assert (said[at], is_of(owner, who)) == (expected, expected)
