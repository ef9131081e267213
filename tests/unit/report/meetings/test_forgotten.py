"""The paper of a closed meeting, and what merging says, after something was taken out of the history."""

from dataclasses import replace

from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Action, Dossier, Review, Text, Topic
from fii_widgets.render.reports.review import review_html
from fii_widgets.report.meetings.decisions import decided
from fii_widgets.report.meetings.merge import merge_report
from fii_widgets.report.meetings.review import close, review_report
from fii_widgets.words import word

AT, CLOSING, GONE, CLEANED = (f"2026-09-{day}T09:00:00.000Z" for day in ("15", "16", "20", "21"))
JAN, PIET = Text(at=AT, text="Bel Jan Jansen"), Text(at=AT, text="Vraag Piet")
OPEN = Dossier(
    edition="handboek-fii",
    reviews={"r-1": Review(at=AT, date="2026-09-15", phases=(), decisions={"d-1": JAN, "d-2": PIET})},
    actions={"a-1": Action(at=AT, text="Bel Jan Jansen", review="r-1")},
)
HELD = replace(OPEN, reviews={"r-1": close(OPEN, "r-1", [], CLOSING)})


def paper(dossier: Dossier) -> str:
    return str(review_html(review_report(dossier, "r-1", [], "2027-01-01"), 3))


def test_a_closed_paper_stays_as_it_is_where_nothing_of_it_was_taken_out() -> None:
    other = merge(HELD, Dossier(edition="handboek-fii", forgotten={"actions/a-1/": GONE, "topics/t-1/": GONE}))
    assert other.actions == {}
    assert paper(other) == paper(HELD)  # its own action is frozen in it


def test_a_decision_that_was_forgotten_is_told_as_that_in_the_paper_and_nowhere_else() -> None:
    path = "reviews/r-1/decisions/d-1/"
    gone = merge(HELD, Dossier(edition="handboek-fii", forgotten={path: GONE}))
    said = paper(gone)
    assert said == paper(HELD).replace(JAN.text, word("forgotten"), 1)
    assert [one.text for one in decided(gone)] == [PIET.text]
    # and what was said of it since does not tell it either
    line = Text(at=GONE, about="d-1", lapsed=True)
    with_line = replace(gone, reviews={"r-1": replace(gone.reviews["r-1"], corrections={"c-1": line})})
    assert word("later_lapsed", text=word("forgotten")) in paper(with_line)


def test_words_that_were_taken_out_of_a_decision_are_out_of_the_paper_and_the_rest_stays() -> None:
    path = "reviews/r-1/decisions/d-1"
    left = replace(JAN, text="Bel …", cleaned=CLEANED)
    review = HELD.reviews["r-1"]
    now = merge(
        replace(HELD, reviews={"r-1": replace(review, decisions={"d-1": left, "d-2": PIET})}, forgotten={path: GONE}),
        HELD,
    )
    assert paper(now) == paper(HELD).replace(JAN.text, "Bel …", 1)


def test_merging_says_where_a_later_change_brought_a_text_back() -> None:
    here = Dossier(edition="handboek-fii", forgotten={"topics/t-1/": GONE})
    late = Dossier(edition="handboek-fii", topics={"t-1": Topic(at=CLEANED, text="Over Jan")})
    early = Dossier(edition="handboek-fii", topics={"t-1": Topic(at=AT, text="Over Jan")})
    assert word("merge_back_one", whose="b") in merge_report([here, late], ["a", "b"], []).lines
    for other in (early, merge(here, late)):
        assert not any("voorgoed" in line for line in merge_report([here, other], ["a", "b"], []).lines)
