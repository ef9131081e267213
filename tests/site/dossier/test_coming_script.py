"""Which meeting is to come: the page tells the same as Python does, of everything that a dossier may hold of it."""

from pathlib import Path

import pytest

from fii_widgets.dossier.records import Dossier, Review, ReviewState
from fii_widgets.dossier.write import tree
from fii_widgets.report.meetings.coming import coming
from tests.site.page_script import answers

AT = "2026-12-01T10:00:00.000Z"
ASK = "({ reviews }) => comingIn(Object.entries(reviews))?.date ?? ''"


def review(state: str, day: str, next_: str = "", *, removed: bool = False) -> Review:
    return Review(at=AT, date=day, next=next_, state=ReviewState(state), removed=removed)


CASES: dict[str, tuple[dict[str, Review], str]] = {
    "never": ({}, ""),
    "planned before the first": ({"p": review("planned", "2026-12-15")}, "2026-12-15"),
    "called off before the first": ({"p": review("planned", "2026-12-15", removed=True)}, ""),
    "as agreed": ({"r": review("closed", "2026-12-01", "2026-12-15")}, "2026-12-15"),
    "not agreed": ({"r": review("closed", "2026-12-01")}, ""),
    "moved": ({"r": review("closed", "2026-12-01", "2026-12-15"), "p": review("planned", "2026-12-17")}, "2026-12-17"),
    "called off": (
        {"r": review("closed", "2026-12-01", "2026-12-15"), "p": review("planned", "2026-12-15", removed=True)},
        "",
    ),
    "called off and planned again": (
        {
            "r": review("closed", "2026-12-01", "2026-12-15"),
            "p": review("planned", "2026-12-15", removed=True),
            "q": review("planned", "2027-01-05"),
        },
        "2027-01-05",
    ),
    "two plans": ({"p": review("planned", "2026-12-29"), "q": review("planned", "2026-12-17")}, "2026-12-17"),
    "a plan of before the last meeting": (
        {"r": review("closed", "2026-12-01", "2026-12-15"), "p": review("planned", "2026-12-01", removed=True)},
        "2026-12-15",
    ),
    "begun by mistake and taken away": (
        {
            "r": review("closed", "2026-12-01", "2026-12-15"),
            "p": review("planned", "2026-12-17"),
            "x": review("open", "2026-12-16", removed=True),
        },
        "2026-12-17",
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    asked = [tree(Dossier(edition="handboek-fii", reviews=reviews)) for reviews, _ in CASES.values()]
    folder: Path = tmp_path_factory.mktemp("coming")
    found = answers("facts/coming.js", "comingIn", ASK, asked, folder)  # type: ignore[arg-type]
    return dict(zip(CASES, found, strict=True))


@pytest.mark.parametrize("case", CASES)
def test_the_page_and_python_tell_the_same_day(told: dict[str, str], case: str) -> None:
    reviews, day = CASES[case]
    next_ = coming(Dossier(edition="handboek-fii", reviews=reviews))
    assert (next_.date if next_ else "", told[case]) == (day, day)
