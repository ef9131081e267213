"""Which paper is chosen first: an agenda before a meeting, a report after it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.site.page_script import answers

ASK = "(reviews) => likelyPaper(reviews, '2026-12-01')"
#: days from this day of (the last meeting, the next; None: not agreed, whether it is open) → paper
TABLE = [
    ([], "agenda"),
    ([(-20, -6, False), (-1, 13, False)], "overleg"),
    ([(-12, 2, False)], "agenda"),
    ([(-40, None, False)], "overleg"),
    ([(-30, -9, False)], "agenda"),
    ([(-14, 0, False), (0, None, True)], "agenda"),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    def day(offset: int | None) -> str:
        return "" if offset is None else (date(2026, 12, 1) + timedelta(days=offset)).isoformat()

    asked = [
        [{"date": day(at), "next": day(next_), "state": "open" if is_open else "closed"} for at, next_, is_open in held]
        for held, _ in TABLE
    ]
    folder: Path = tmp_path_factory.mktemp("likely")
    return answers("papers/likely.js", "likelyPaper", ASK, asked, folder)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", range(len(TABLE)))
def test_the_likely_paper(found: list[str], case: int) -> None:
    assert found[case] == TABLE[case][1]
