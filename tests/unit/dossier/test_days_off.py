"""The days on which many are free: as the calendars of those years had them."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from fii_widgets.dossier.days_off import day_off, holiday

#: as printed calendars had them
KNOWN = {
    "2014-04-26": "king",  # the first one, and 27 April was a Sunday
    "2014-04-27": "sunday",
    "2015-04-27": "king",
    "2016-03-28": "easter",
    "2019-04-22": "easter",
    "2019-05-30": "ascension",
    "2019-06-10": "pentecost",
    "2024-04-01": "easter",
    "2024-05-09": "ascension",
    "2024-05-20": "pentecost",
    "2025-04-26": "king",
    "2025-05-05": "liberation",
    "2026-12-25": "christmas",
    "2026-12-26": "boxing",  # a Saturday too
    "2027-01-01": "new-year",
    "2027-03-29": "easter",
    "2027-05-06": "ascension",
    "2027-05-17": "pentecost",
    "2027-04-27": "king",
    "2030-04-27": "king",
    "2031-04-26": "king",
    "2032-05-06": "ascension",
}
#: a Friday before Easter, the Sunday itself aside, a day before and after each
WORKED = (
    "2024-03-29",
    "2027-04-26",
    "2027-04-28",
    "2027-05-04",
    "2026-12-24",
    "2026-12-28",
    "2027-03-30",
    "2026-12-31",
)


@pytest.mark.parametrize("day", KNOWN)
def test_a_day_of_which_it_is_known(day: str) -> None:
    assert day_off(date.fromisoformat(day)) == KNOWN[day]


@pytest.mark.parametrize("day", WORKED)
def test_a_day_on_which_people_work(day: str) -> None:
    assert day_off(date.fromisoformat(day)) == ""


def test_each_year_has_eight_and_easter_is_where_others_count_it() -> None:
    for year in range(1950, 2150):
        days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
        found = [one for one in days if one.year == year and holiday(one)]
        # in some years one falls on another
        assert len(found) in (7, 8), year
        assert holiday(easter(year) + timedelta(days=1)) in ("easter", "king"), year
