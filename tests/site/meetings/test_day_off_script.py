"""The page knows the same days off as Python does, and the nearest day on which people work."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from fii_widgets.dossier.days_off import day_off
from tests.site.page_script import answers

YEARS = range(2014, 2060)
#: a day, the day that it comes after, today → the nearest one
NEAREST = {
    ("2026-12-25", "2026-12-11", "2026-12-01"): "2026-12-24",  # a Friday: the weekend comes after it
    ("2027-04-27", "2027-04-13", "2026-12-01"): "2027-04-28",  # of two that are as near, the later
    ("2026-12-05", "2026-11-21", "2026-12-01"): "2026-12-04",  # a Saturday
    ("2026-12-06", "2026-11-22", "2026-12-01"): "2026-12-07",
    ("2026-12-05", "2026-12-04", "2026-12-01"): "2026-12-07",  # not the day of the meeting before it
    ("2026-12-05", "2026-11-21", "2026-12-05"): "2026-12-07",  # nor a day that is past
    ("2027-03-28", "2027-03-14", "2026-12-01"): "2027-03-30",  # Easter: Monday is no day either
}


def test_the_page_and_python_tell_the_same_days(tmp_path: Path) -> None:
    days = [date(YEARS[0], 1, 1) + timedelta(days=n) for n in range(366 * len(YEARS))]
    told = answers("facts/day-off.js", "dayOff", "dayOff", [one.isoformat() for one in days], tmp_path)
    assert told == [f"off.{code}" if (code := day_off(one)) else "" for one in days]


def test_no_day_is_no_day_off(tmp_path: Path) -> None:
    assert answers("facts/day-off.js", "dayOff", "dayOff", ["", "2027-13-45", "morgen"], tmp_path) == ["", "", ""]


@pytest.fixture(scope="module")
def nearest(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    ask = "(days) => nearestFree(...days)"
    return answers("facts/day-off.js", "nearestFree", ask, list(NEAREST), tmp_path_factory.mktemp("nearest"))  # type: ignore[arg-type]


@pytest.mark.parametrize("case", range(len(NEAREST)))
def test_the_nearest_day_on_which_people_work(nearest: list[str], case: int) -> None:
    assert nearest[case] == list(NEAREST.values())[case]
