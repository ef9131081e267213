"""Which paper is chosen first: an agenda before a meeting, a report after it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.site.page_script import answers

ASK = "(reviews) => likelyPaper(reviews, '2026-12-01')"
#: days from this day of (the last meeting, the next; None: not agreed, its state) → paper
TABLE = [
    ([], "agenda"),
    ([(-20, -6, "closed"), (-1, 13, "closed")], "overleg"),
    ([(-12, 2, "closed")], "agenda"),
    ([(-40, None, "closed")], "overleg"),
    ([(-30, -9, "closed")], "agenda"),
    ([(-14, 0, "closed"), (0, None, "open")], "agenda"),
    ([(3, None, "planned")], "agenda"),
    ([(-5, 30, "closed"), (2, None, "planned")], "agenda"),  # it was moved to an earlier day
    ([(-2, 5, "closed"), (30, None, "planned")], "overleg"),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    def day(offset: int | None) -> str:
        return "" if offset is None else (date(2026, 12, 1) + timedelta(days=offset)).isoformat()

    asked = [
        [(f"r-{n}", {"date": day(at), "next": day(next_), "state": state}) for n, (at, next_, state) in enumerate(held)]
        for held, _ in TABLE
    ]
    folder: Path = tmp_path_factory.mktemp("likely")
    return answers("papers/likely.js", "likelyPaper", ASK, asked, folder)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", range(len(TABLE)))
def test_the_likely_paper(found: list[str], case: int) -> None:
    assert found[case] == TABLE[case][1]
