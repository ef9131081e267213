"""What the room ticked off stands in the minutes: actions that ended since the meeting before, and how late the others are."""

from dataclasses import replace

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.records import Action, ActionState, Dossier, Review, ReviewState
from fii_widgets.dossier.write import text
from fii_widgets.report.meetings.review import close, review_report
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Heading, Table

BEFORE, FIRST, BETWEEN, SECOND, AFTER = (f"2026-11-{day:02}T10:00:00.000Z" for day in (1, 2, 9, 16, 17))


def action(words: str, at: str, state: ActionState, due: str = "") -> Action:
    return Action(at=at, text=words, review="r-1", due=due, state=state)


def held() -> Dossier:
    """A team that met, did one thing in between, and meets again."""
    closed = Review(at=FIRST, date="2026-11-02", state=ReviewState.CLOSED, phases=(1,))
    return Dossier(
        saved=SECOND,
        edition="handboek-fii",
        answers={},
        reviews={"r-1": closed, "r-2": Review(at=SECOND, date="2026-11-16", state=ReviewState.OPEN, phases=(1,))},
        actions={
            "a-1": action("Bellen", BETWEEN, ActionState.DONE),
            "a-2": action("Zaal", BETWEEN, ActionState.LAPSED),
            "a-3": action("Lang geleden", BEFORE, ActionState.DONE),
            "a-4": action("Te laat", BETWEEN, ActionState.OPEN, "2026-11-10"),
        },
    )


def told(dossier: Dossier) -> tuple[list[str], list[str]]:
    report = review_report(dossier, "r-2", [], "2026-11-16")
    return [one.action.text for one in report.ended], [one.when for one in report.carried]


def test_what_ended_since_the_meeting_before_is_in_the_minutes_and_stays_as_it_was() -> None:
    dossier = held()
    assert told(dossier) == (["Bellen", "Zaal"], ["10 november 2026 (6 dagen te laat)"])
    shut = replace(dossier, reviews=dossier.reviews | {"r-2": close(dossier, "r-2", [], SECOND)})
    reopened = {"a-1": action("Toch niet", AFTER, ActionState.OPEN)}
    later = open_text(text(replace(shut, actions=shut.actions | reopened))).dossier
    assert told(later) == told(shut) == told(dossier)


def test_the_papers_of_a_meeting_say_it_and_an_agenda_asks_only_for_what_runs() -> None:
    def tables(kind: str) -> dict[str, list[str]]:
        blocks = build(kind, [], held(), "r-2").blocks
        return {one.caption: [" ".join(row) for row in one.rows] for one in blocks if isinstance(one, Table)}

    ended = "Acties die klaar of vervallen zijn sinds het vorige overleg"
    late = ["Te laat  10 november 2026 (6 dagen te laat) open"]
    assert tables("overleg") == {"Lopende acties": late, ended: ["Bellen   klaar", "Zaal   vervallen"]}
    assert tables("agenda") == {"Lopende acties": late}


def test_the_report_of_a_dossier_begins_with_what_was_decided_and_the_meetings() -> None:
    heads = [one.text for one in build("dossier", [], held()).blocks if isinstance(one, Heading)]
    assert heads == ["Overleggen", "Acties", "Waar staan we"]
