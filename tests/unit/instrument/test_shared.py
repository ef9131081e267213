"""A page's source is light and loses nothing: shared and spread, every tree is what the loader made."""

import pytest

from fii_widgets.handbook.loader import Loaded
from fii_widgets.instrument.text.shared import LINKS, SCALES, share, spread
from fii_widgets.render.form.frame import source_json
from tests.written import EACH_FILE, handbook

SCALE = {"id": "s", "keuzes": [{"id": "ja", "label": "Ja"}]}


@EACH_FILE
def test_every_tree_comes_back_whole(loaded: Loaded) -> None:
    assert spread(share(loaded.tree)) == loaded.tree


def test_a_scale_stands_once_whatever_asks_for_it() -> None:
    punten = [{"id": f"x-{n}", "schaal": dict(SCALE), "lees": [{"id": "a", "titel": "A"}]} for n in range(9)]
    shared = share({"id": "x", "punten": punten})
    assert shared[SCALES] == {"s": SCALE}
    assert shared[LINKS] == {"a": {"id": "a", "titel": "A"}}
    assert all(punt["schaal"] == "s" and punt["lees"] == ["a"] for punt in shared["punten"])


def test_two_scales_or_links_of_one_name_stay_two() -> None:
    tree = {
        "punten": [
            {"schaal": SCALE, "lees": [{"id": "a", "titel": "A"}]},
            {"schaal": {"id": "s", "keuzes": []}, "lees": [{"id": "a", "titel": "Anders"}, {"id": "b"}]},
        ]
    }
    assert spread(share(tree)) == tree
    assert spread({**share(tree), SCALES: {}}) != tree


@pytest.mark.parametrize("odd", [None, [], "x", {"schalen": 3, "punten": [{"schaal": ["x"]}]}, {"verwijzingen": {}}])
def test_what_is_no_tree_never_raises(odd: object) -> None:
    spread(odd)


def test_the_pages_of_long_lists_carry_less_than_half() -> None:
    tree = handbook().instruments["condities"].tree
    assert len(source_json(share(tree))) < len(source_json(tree)) / 2
