"""What a fragment of /dossier/ means: views, lists, places in both, and links that carry answers, in one table."""

from pathlib import Path

import pytest

from fii_widgets.render.frames.dossier.view import VIEWS
from tests.site.page_script import answers

#: fragment → (view, list, place)
TABLE = {
    # a view; the first where nothing is named
    "": ("stand", "", ""),
    **{view: (view, "", "") for view in VIEWS},
    # a list, an item of it, a row of an item, an own item, an element of its form
    "stoplicht-1": ("lijsten", "stoplicht-1", ""),
    "s1-02": ("lijsten", "stoplicht-1", "s1-02"),
    "d-s1-02": ("lijsten", "stoplicht-1", "d-s1-02"),
    "stoplicht-1.e-abc123": ("lijsten", "stoplicht-1", "stoplicht-1.e-abc123"),
    # a place in a view: an element, a record
    "overleg-datum": ("overleg", "", "overleg-datum"),
    "a-1": ("acties", "", "a-1"),
    # a place of the page outside the views, and what is nowhere: the view stays
    "hb-dossier-waar": ("", "", "hb-dossier-waar"),
    "nergens": ("", "", "nergens"),
    # answers: what is shown stays behind the question
    "fii1~stoplicht-1~0~s1~abc:-01": ("", "", ""),
    "FII2%7estoplicht-1": ("", "", ""),
    # a name that only begins like one that carries answers
    "fii1": ("", "", "fii1"),
}  # fmt: skip
ASK = """({ fragment, views }) => goalOf(fragment, {
  views,
  viewOf: (id) => ({ 'overleg-datum': 'overleg', 'a-1': 'acties' })[id] ?? '',
  listOf: (id) => (/^(stoplicht-1|d?-?s1-|stoplicht-1[.])/.test(id) ? 'stoplicht-1' : ''),
})"""


@pytest.fixture(scope="module")
def goals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str, str]]:
    asked = [{"fragment": fragment, "views": list(VIEWS)} for fragment in TABLE]
    folder: Path = tmp_path_factory.mktemp("address")
    found = answers("dossier/address.js", "goalOf", ASK, asked, folder)  # type: ignore[arg-type]
    return {one: (goal["view"], goal["list"], goal["place"]) for one, goal in zip(TABLE, found, strict=True)}


@pytest.mark.parametrize("fragment", TABLE)
def test_a_fragment_means_what_the_table_says(goals: dict[str, tuple[str, str, str]], fragment: str) -> None:
    assert goals[fragment] == TABLE[fragment]
