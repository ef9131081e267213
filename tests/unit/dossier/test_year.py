"""A year of a team of five at the desk: 26 reviews, five files merged each time; nothing vanishes, nothing changes later."""

import json
import os

import pytest

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.records import ReviewState
from fii_widgets.dossier.write import text, tree
from tests import year

#: what a file may weigh, without notes
BYTES = 1_000_000
MANY = year.FORTNIGHTS if os.environ.get("FII_FULL") else 6


@pytest.mark.parametrize("many", range(1, MANY + 1))
def test_every_review_stands_as_it_was_held_and_nothing_vanishes(many: int) -> None:
    dossier = year.held(many)
    assert year.vanished(dossier, many) == []
    assert len(dossier.reviews) == len(dossier.actions) == many
    for fortnight, review in zip(year.year(), dossier.reviews.values(), strict=False):
        assert (review.state, review.date, review.phases) == (ReviewState.CLOSED, fortnight.day, fortnight.phases)
        assert dict(review.lights) == year.lights(fortnight.number)
        assert [one.text for one in review.decisions.values()] == [fortnight.decision]
    written = text(dossier)
    assert text(open_text(written, "jaar.json", "handboek-fii").dossier) == written


def test_the_year_is_what_the_issue_asks() -> None:
    script = year.year()
    assert (len(script), len(year.TEAM)) == (26, 5)
    assert {phase for fortnight in script for phase in fortnight.phases} == {1, 2, 3, 4, 5, 6}
    assert all(len(fortnight.given) == 5 and all(fortnight.given.values()) for fortnight in script)
    copies = year.copies(script[-1])
    assert all(len(copy.members) == 1 and copy.member in copy.members for copy in copies)  # blind


def test_what_vanished_is_noticed() -> None:
    """Known-bad: an answer that one member gave in the first fortnight, and that the file lost."""
    dossier = tree(year.held(2))
    item = next(iter(year.year()[0].given["m-3"]))
    del dossier["members"]["m-3"]["answers"][item]
    dossier["versions"].pop(f"members/m-3/{item}", None)
    assert year.vanished(open_text(json.dumps(dossier)).dossier, 2)[0] == f"1 members/m-3/{item}"


@pytest.mark.full
def test_a_year_without_notes_stays_under_a_megabyte() -> None:
    assert len(text(year.held()).encode()) < BYTES
