"""Words that the handbook avoids are named, with what it writes instead; the handbook itself has none of them."""

from dataclasses import replace

import pytest

from fii_widgets.handbook.pages import read_page
from fii_widgets.lint.wording import wording
from tests.written import handbook


def advised(text: str) -> list[str]:
    page = read_page("x.md", f"# Kop\n\n{text}\n")
    return [problem.message for problem in wording(replace(handbook(), pages=(page,), instruments={}))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zo doet men dat.", "‘men’"),
        ("Wie de lijst kent, vult haar in.", "‘haar’"),
        ("Hoeveel menskracht is er?", "‘menskracht’"),
        ("Ieder moet groen licht geven.", "‘groen licht geven’"),
        ("Let op de drie pijlers.", "‘drie pijlers’"),
    ],
)
def test_a_word_that_the_handbook_avoids_is_named(text: str, named: str) -> None:
    [message] = advised(text)
    assert message.startswith(f"{named}: ")


@pytest.mark.parametrize(
    "text",
    [
        "Een vrouw krijgt hulp bij het grootbrengen van haar kind.",
        "De organisatie meent haar besluit.",
        "Staat elk licht op groen?",
        "Samen met mensen.",
        "`men` is hier code.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert advised(text) == []


def test_the_handbook_has_none() -> None:
    assert [str(problem) for problem in wording(handbook())] == []
