"""What holds of every decision: what came later never changes what was closed, and two copies keep each other's words.

tests/site/meetings/test_decided_script.py asks the page the same.
"""

from dataclasses import replace

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text
from fii_widgets.dossier.write import text
from fii_widgets.export.md import md_bytes
from fii_widgets.render.reports.review import review_html
from fii_widgets.report.meetings.decisions import Standing, decided
from fii_widgets.report.meetings.review import close, review_report
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.meetings import agenda_paper, review_paper

NOVEMBER, DECEMBER, JANUARY = "2026-11-22", "2026-12-06", "2027-01-03"


def at(day: str, hour: int = 10) -> str:
    return f"{day}T{hour:02}:00:00.000Z"


def held(dossier: Dossier, id_: str, day: str, **decisions: Text) -> Dossier:
    """Hold a meeting with these decisions, and close it."""
    made = {own.replace("_", "-"): one for own, one in decisions.items()}
    open_ = replace(
        dossier, reviews={**dossier.reviews, id_: Review(at=at(day), date=day, phases=(1,), decisions=made)}
    )
    return replace(open_, reviews={**open_.reviews, id_: close(open_, id_, [], at(day, 11))})


def said(dossier: Dossier, line: str, day: str, about: str, *, again: str = "", lapsed: bool = False) -> Dossier:
    """Say later what holds of a decision of r-1."""
    review = dossier.reviews["r-1"]
    lines = {**review.corrections, line: Text(at=at(day), about=about, again=again, lapsed=lapsed)}
    return replace(dossier, reviews={**dossier.reviews, "r-1": replace(review, corrections=lines)})


FIRST = held(
    Dossier(edition="handboek-fii"),
    "r-1",
    NOVEMBER,
    d_1=Text(at=at(NOVEMBER), text="Wij huren de zaal."),
    d_2=Text(at=at(NOVEMBER), text="Tineke belt.", again="2026-12-06"),
    d_3=Text(at=at(NOVEMBER), text="  "),
)


def standing(dossier: Dossier) -> dict[str, tuple[str, str]]:
    return {f"{one.review}/{one.id}": (one.standing.value, one.again) for one in decided(dossier)}


def test_every_decision_says_what_holds_the_newest_meeting_first() -> None:
    second = held(FIRST, "r-2", DECEMBER, d_4=Text(at=at(DECEMBER), text="Wij kopen de zaal.", replaces="r-1/d-1"))
    assert standing(second) == {
        "r-2/d-4": ("geldt", ""),
        "r-1/d-1": ("vervangen", ""),
        "r-1/d-2": ("geldt", "2026-12-06"),
    }
    assert list(standing(second)) == ["r-2/d-4", "r-1/d-1", "r-1/d-2"]
    lapsed = said(second, "c-1", JANUARY, "d-2", lapsed=True)
    assert [one.stands for one in decided(lapsed)] == [
        "geldt",
        "vervangen op 6 december 2026 door ‘Wij kopen de zaal.’",
        "vervallen op 3 januari 2027",
    ]


def test_the_last_thing_said_holds_and_taking_it_back_leaves_the_one_before() -> None:
    later = said(said(FIRST, "c-1", DECEMBER, "d-2", again="2027-03-01"), "c-2", JANUARY, "d-2", lapsed=True)
    assert standing(later)["r-1/d-2"] == ("vervallen", "")
    review = later.reviews["r-1"]
    lines = {**review.corrections, "c-2": replace(review.corrections["c-2"], removed=True)}
    undone = replace(later, reviews={"r-1": replace(review, corrections=lines)})
    assert standing(undone)["r-1/d-2"] == ("geldt", "2027-03-01")
    assert standing(merge(later, replace_time(undone, "c-2", at(JANUARY, 13))))["r-1/d-2"] == ("geldt", "2027-03-01")


def replace_time(dossier: Dossier, line: str, moment: str) -> Dossier:
    review = dossier.reviews["r-1"]
    lines = {**review.corrections, line: replace(review.corrections[line], at=moment)}
    return replace(dossier, reviews={**dossier.reviews, "r-1": replace(review, corrections=lines)})


def test_two_copies_that_each_say_something_keep_both_and_the_last_holds() -> None:
    one = said(FIRST, "c-1", DECEMBER, "d-1", lapsed=True)
    other = said(FIRST, "c-2", JANUARY, "d-1", again="2027-03-01")
    joined = merge(one, other)
    assert joined == merge(other, one) == merge(joined, one, other)
    assert standing(joined)["r-1/d-1"] == ("geldt", "2027-03-01")
    appendix = md_bytes(review_paper([], joined, "r-1")).decode().partition("## Na het sluiten")[2]
    assert "6 december 2026: Het besluit ‘Wij huren de zaal.’ is vervallen." in appendix
    assert "3 januari 2027: Het besluit ‘Wij huren de zaal.’ geldt nog. Opnieuw bekijken op 1 maart 2027." in appendix
    assert "Dit stond bij het sluiten nog niet" not in appendix


def test_words_changed_in_one_copy_and_what_holds_in_another_never_overwrite_each_other() -> None:
    """The meeting was closed here; another laptop still had it open."""
    open_ = Review(
        at=at(NOVEMBER), date=NOVEMBER, phases=(1,), decisions={"d-1": Text(at=at(NOVEMBER, 15), text="Anders.")}
    )
    joined = merge(said(FIRST, "c-1", DECEMBER, "d-1", lapsed=True), replace(FIRST, reviews={"r-1": open_}))
    found = {one.id: one for one in decided(joined)}
    assert (found["d-1"].text, found["d-1"].standing) == ("Wij huren de zaal.", Standing.LAPSED)


def test_a_day_that_another_laptop_gave_is_told_under_the_minutes_and_counts() -> None:
    given = Text(at=at(NOVEMBER, 15), text="Wij huren de zaal.", again="2027-03-01")
    open_ = Review(at=at(NOVEMBER), date=NOVEMBER, phases=(1,), decisions={"d-1": given})
    joined = merge(FIRST, replace(FIRST, reviews={"r-1": open_}))
    assert standing(joined)["r-1/d-1"] == ("geldt", "2027-03-01")
    body, _, appendix = md_bytes(review_paper([], joined, "r-1")).decode().partition("\n\n## Na het sluiten")
    assert f"{body}\n" == md_bytes(review_paper([], FIRST, "r-1")).decode()
    assert "besluit ‘Wij huren de zaal. (opnieuw bekijken op 1 maart 2027)’" in appendix


def test_what_comes_later_stands_under_the_minutes_and_changes_nothing_in_them() -> None:
    before = md_bytes(review_paper([], FIRST, "r-1")).decode()
    page = review_html(review_report(FIRST, "r-1", [], NOVEMBER), 2)
    second = held(FIRST, "r-2", DECEMBER, d_4=Text(at=at(DECEMBER), text="Wij kopen de zaal.", replaces="r-1/d-1"))
    after = open_text(text(said(second, "c-1", JANUARY, "d-2", lapsed=True))).dossier
    body, _, appendix = md_bytes(review_paper([], after, "r-1")).decode().partition("\n\n## Na het sluiten")
    assert f"{body}\n" == before
    assert "(opnieuw bekijken op 6 december 2026)" in body
    assert appendix.strip().splitlines() == [
        "- 6 december 2026: Het besluit ‘Wij huren de zaal.’ is vervangen door ‘Wij kopen de zaal.’.",
        "- 3 januari 2027: Het besluit ‘Tineke belt.’ is vervallen.",
    ]
    told = review_html(review_report(after, "r-1", [], NOVEMBER), 2)
    assert "Na het sluiten" in told
    assert "Na het sluiten" not in page


def test_a_meeting_says_for_ever_what_it_decided_of_earlier_decisions() -> None:
    dossier = said(FIRST, "c-1", DECEMBER, "d-2", again="2027-03-01")
    second = held(dossier, "r-2", DECEMBER, d_4=Text(at=at(DECEMBER), text="Wij kopen.", replaces="r-1/d-1"))
    paper = md_bytes(review_paper([], second, "r-2")).decode()
    assert "Wij kopen. (vervangt het besluit van 22 november 2026: ‘Wij huren de zaal.’)" in paper
    assert "Besluit van 22 november 2026, ‘Tineke belt.’: geldt nog; opnieuw bekijken op 1 maart 2027" in paper
    later = said(second, "c-2", JANUARY, "d-2", lapsed=True)
    assert md_bytes(review_paper([], later, "r-2")).decode() == paper
    third = held(later, "r-3", JANUARY)
    assert "‘Tineke belt.’: vervalt" in md_bytes(review_paper([], third, "r-3")).decode()
    fourth = held(third, "r-4", "2027-01-17")
    assert "Eerdere besluiten" not in md_bytes(review_paper([], fourth, "r-4")).decode()


def test_the_agenda_names_the_decisions_whose_day_has_come() -> None:
    def agenda(dossier: Dossier, day: str) -> str:
        reviews = {**dossier.reviews, "r-9": Review(at=at(day), date=day, phases=(1,))}
        return md_bytes(agenda_paper([], replace(dossier, reviews=reviews), "r-9")).decode()

    assert "Besluiten om opnieuw te bekijken" not in agenda(FIRST, "2026-12-05")
    assert "- Besluit van 22 november 2026, ‘Tineke belt.’: geldt" in agenda(FIRST, "2026-12-06")
    assert "Tineke" not in agenda(said(FIRST, "c-1", NOVEMBER, "d-2", lapsed=True), "2026-12-06")


def test_the_report_of_the_dossier_says_of_every_decision_what_holds() -> None:
    found = md_bytes(build("dossier", [], said(FIRST, "c-1", DECEMBER, "d-1", lapsed=True))).decode()
    assert "| 22 november 2026 | Wij huren de zaal. | vervallen op 6 december 2026 |" in found


def test_a_decision_that_was_taken_away_replaces_nothing() -> None:
    second = held(FIRST, "r-2", DECEMBER)
    gone = Text(at=at(DECEMBER), text="Wij kopen.", replaces="r-1/d-1", removed=True)
    for review in (
        Review(at=at(DECEMBER), date=DECEMBER, decisions={"d-4": gone}),
        Review(at=at(DECEMBER), date=DECEMBER, decisions={"d-4": replace(gone, removed=False)}, removed=True),
        Review(at=at(DECEMBER), date=DECEMBER, decisions={"d-4": replace(gone, removed=False, text=" ")}),
    ):
        assert standing(replace(second, reviews={**FIRST.reviews, "r-2": review}))["r-1/d-1"][0] == "geldt"
    assert FIRST.reviews["r-1"].state is ReviewState.CLOSED
