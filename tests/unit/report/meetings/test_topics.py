"""What a team wants to discuss besides the lights: what was said is told, what was not discussed waits for the next meeting."""

from dataclasses import replace

from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Rhythm, Text, Topic
from fii_widgets.dossier.shown import shown
from fii_widgets.render.reports.review import review_html
from fii_widgets.report.meetings.merge import merge_report
from fii_widgets.report.meetings.review import close, review_report
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.meetings import COMING
from fii_widgets.report.papers.paper import Bullets, Paper, Paragraph, Table

AT, LATER = "2026-09-01T09:00:00.000Z", "2026-09-20T09:00:00.000Z"
HELD = Dossier(
    edition="handboek-fii",
    saved=LATER,
    rhythm=Text(at=AT, text=Rhythm.TWO_WEEKS.value),
    reviews={"r-1": Review(at=AT, date="2026-09-15", phases=(1,), agenda="De oude agenda")},
    topics={
        "t-1": Topic(at=AT, text="De zaal", review="r-1", said="Te klein voor de buurt."),
        "t-2": Topic(at=AT, text="De wethouder."),
        "t-3": Topic(at=AT, text="Een vergissing", removed=True),
        "t-4": Topic(at=AT, text="Van een ander overleg", review="r-9"),
    },
)


def told(paper: Paper) -> list[str]:
    """All words of the papers that are about topics."""
    words: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Bullets):
            words += block.items
        elif isinstance(block, Table):
            words += [" | ".join(row) for row in block.rows]
        elif isinstance(block, Paragraph):
            words.append(block.text)
    return words


def test_the_agenda_has_what_is_to_come_and_the_report_what_was_said() -> None:
    agenda, report = told(build("agenda", [], HELD)), told(build("overleg", [], HELD))
    assert "De wethouder." in agenda
    assert "De oude agenda" in agenda
    assert "De zaal | Te klein voor de buurt." in report
    assert "Blijft staan voor het volgende overleg: De wethouder." in report
    both = " ".join(agenda + report)
    assert "vergissing" not in both
    assert "ander overleg" not in both


def test_a_closed_meeting_tells_its_topics_as_they_were_and_the_next_one_has_what_was_left() -> None:
    closed = replace(HELD, reviews={"r-1": close(HELD, "r-1", [], LATER)})
    minutes = closed.reviews["r-1"].minutes
    assert minutes
    assert [(one.text, one.discussed) for one in minutes.topics] == [("De zaal", True), ("De wethouder.", False)]
    before = build("overleg", [], closed)
    changed = {
        "t-1": replace(HELD.topics["t-1"], said="Anders", at="2026-10-01T09:00:00.000Z"),
        "t-5": Topic(at=LATER, text="Van later"),
    }
    assert build("overleg", [], replace(closed, topics={**closed.topics, **changed})) == before
    next_ = told(build("agenda", [], closed, of=COMING))
    assert "De wethouder." in next_
    assert not [one for one in next_ if "De zaal" in one]


def test_one_that_an_older_handbook_closed_tells_only_what_was_discussed_in_it() -> None:
    old = replace(HELD.reviews["r-1"], state=ReviewState.CLOSED, agenda="")
    report = review_report(replace(HELD, reviews={"r-1": old}), "r-1", [], "2026-09-15")
    assert [one.text for one in report.topics] == ["De zaal"]


def test_the_page_says_the_same() -> None:
    html = str(review_html(review_report(HELD, "r-1", [], "2026-09-15"), 2))
    assert "De zaal: Te klein voor de buurt." in html
    assert "Blijft staan voor het volgende overleg: De wethouder." in html
    assert "Besproken" not in str(
        review_html(
            review_report(
                replace(HELD, topics={}, reviews={"r-1": Review(at=AT, date="2026-09-15")}), "r-1", [], "2026-09-15"
            ),
            2,
        )
    )


def test_two_machines_that_say_it_differently_hear_of_it_and_what_was_taken_away_stays_away() -> None:
    other = replace(HELD, topics={"t-1": replace(HELD.topics["t-1"], said="Groot genoeg", at=LATER)})
    together = merge(HELD, other)
    assert together.topics["t-1"].said == "Groot genoeg"
    assert [one.said for one in together.versions["topics/t-1"] if isinstance(one, Topic)] == [
        "Te klein voor de buurt."
    ]
    assert "Het onderwerp ‘De zaal’" in merge_report([HELD, other], ["a", "b"], []).conflicts[0]
    gone = replace(HELD, topics={"t-2": replace(HELD.topics["t-2"], removed=True, at=LATER)})
    assert "t-2" not in shown(merge(HELD, gone)).topics
