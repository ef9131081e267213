"""What stands above a list: the route or not, with whom, and a time that is counted or written, and called an estimate."""

from dataclasses import replace

import pytest

from fii_widgets.render.form.facts import before, duration
from fii_widgets.render.form.frame import instrument_form
from fii_widgets.render.form.place import Place
from tests.written import instrument


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("stoplicht-3", "20 minuten"),
        ("stoplicht-1", "25 minuten"),
        ("balans", "20 minuten"),
        ("shortlist", "25 minuten per kandidaat"),
        ("gereedheid", "55 minuten per kandidaat"),
        ("draagkracht", "10 minuten, 10 per sleutelfiguur"),
        ("startpunt", "3 minuten"),
    ],
)
def test_the_time_is_counted_from_the_points_unless_the_list_says_it(id_: str, said: str) -> None:
    assert duration(instrument(id_)) == said


def test_more_points_take_longer() -> None:
    assert duration(replace(instrument("startpunt"), minutes=0)) == "5 minuten"
    assert duration(replace(instrument("stoplicht-1"), minutes=45)) == "45 minuten"


def test_what_stands_above_a_list_says_whose_estimate_it_is() -> None:
    said = before(instrument("stoplicht-2"))
    assert "<b>Hoort bij:</b> de route van fase 2" in said
    assert "<b>Met wie:</b> het kernteam" in said
    assert "<b>Tijd, geschat:</b> 30 minuten" in said
    assert "de verdieping van fase 2" in before(instrument("shortlist"))
    assert "<b>Hoort bij:</b> de route</span>" in before(instrument("startpunt"))
    assert "Met wie:" not in before(replace(instrument("startpunt"), with_whom=""))


@pytest.mark.parametrize(
    ("place", "times"),
    [
        (Place(root="", level=1, heading=False), 1),
        (Place(root="", prefix="i-", folds=True, wrapper_id="i-x"), 1),
        (Place(root="", prefix="d-", heading=False), 0),  # there the button that opens it says so
    ],
    ids=["own page", "card", "dossier"],
)
def test_it_stands_there_once(place: Place, times: int) -> None:
    assert instrument_form(instrument("stoplicht-1"), {}, place).count("Tijd, geschat:") == times
