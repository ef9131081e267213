"""What lists say that somebody will do stands among the actions: once, with its state, in meetings and on paper."""

from dataclasses import replace

import icalendar

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Action, ActionState, Dossier, Review
from fii_widgets.export.files import Wanted, make_file
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.meetings.list_actions import with_list_actions
from fii_widgets.report.meetings.review import close, review_report
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Table
from tests import written

AT, LATER = "2026-09-01T09:00:00.000Z", "2026-09-20T09:00:00.000Z"
MEANT = ("plan-van-aanpak", "implementatieplan", "condities", "stoplicht-1")


def notes(**given: str) -> dict[str, Answer]:
    return {id_.replace("__", "@").replace("_", "-"): Answer(note=text, at=AT) for id_, text in given.items()}


PLAN = Dossier(
    edition="handboek-fii",
    saved=LATER,
    answers=notes(
        pa_taak__1="Werven", pa_trekker__1="TB", pa_taak_datum__1="2026-09-10", cd_interventie_1_actie="Bel de wijk"
    ),
    reviews={"r-1": Review(at=AT, date="2026-09-15", phases=(1,))},
)


def instruments() -> list[Instrument]:
    return [one for one in written.instruments() if one.id in MEANT]


def told(dossier: Dossier, *, begun: bool = False) -> list[tuple[str, str, str, str]]:
    found = with_list_actions(dossier, instruments(), begun=begun).actions.values()
    return sorted((one.text, one.owner, one.due, one.state.value) for one in found)


def tied(item: str, **given: object) -> Action:
    return Action(at=AT, text="zoals het toen stond", item=item, **given)  # type: ignore[arg-type]


def test_a_task_brings_its_owner_and_its_day_and_a_condition_only_its_words() -> None:
    assert told(PLAN) == [("Bel de wijk", "", "", "open"), ("Werven", "TB", "2026-09-10", "open")]
    assert told(PLAN, begun=True) == [("Werven", "TB", "2026-09-10", "open")]
    half = replace(PLAN, answers=notes(pa_taak__1="Werven", pa_taak_datum__1="half mei"))
    assert told(half) == [("Werven", "", "", "open")]  # words are no day


def test_what_the_list_does_not_ask_stands_in_an_action_that_is_tied_to_it() -> None:
    actions = {
        "a-1": tied("pa-taak@1", owner="iemand anders", state=ActionState.DONE),
        "a-2": tied("cd-interventie-1-actie", owner="KV", due="2026-10-01"),
        "a-3": Action(at=AT, text="Los"),
    }
    found = told(replace(PLAN, actions=actions))
    assert found == [
        ("Bel de wijk", "KV", "2026-10-01", "open"),
        ("Los", "", "", "open"),
        ("Werven", "TB", "2026-09-10", "klaar"),
    ]


def test_of_two_machines_the_later_one_says_the_state_and_one_without_a_place_is_an_action_of_its_own() -> None:
    both = {"a-1": tied("pa-taak@1", state=ActionState.BUSY), "a-2": replace(tied("pa-taak@1"), at=LATER)}
    assert [state for *_, state in told(replace(PLAN, answers=notes(pa_taak__1="Werven"), actions=both))] == ["open"]
    for gone in ("zz-oud@1", "pa-taak@1"):
        assert told(replace(PLAN, answers={}, actions={"a-1": tied(gone)})) == [
            ("zoals het toen stond", "", "", "open")
        ]


def test_what_was_taken_over_into_another_list_stands_once_and_two_lines_of_one_list_stay_two() -> None:
    over = notes(cd_interventie_1_actie="Bel de wijk", ip_4_actie__1="bel  de wijk", ip_4_wie__1="KV")
    assert told(replace(PLAN, answers=over)) == [("bel  de wijk", "KV", "", "open")]
    assert len(told(replace(PLAN, answers=notes(pa_taak__1="Bellen", pa_taak__2="Bellen")))) == 2
    own = {"a-1": tied("cd-interventie-1-actie", owner="AN")}
    assert len(told(replace(PLAN, answers=over, actions=own))) == 2  # more is known of both than their words


def test_a_meeting_tells_of_it_and_freezes_it_as_it_stood() -> None:
    report = review_report(PLAN, "r-1", instruments(), "2026-09-15")
    assert [(one.action.text, one.late, one.origin) for one in report.overdue] == [("Werven", 5, "Plan van aanpak")]
    closed = close(PLAN, "r-1", instruments(), LATER)
    done = replace(PLAN, reviews={"r-1": closed}, actions={"a-1": tied("pa-taak@1", state=ActionState.DONE)})
    after = review_report(done, "r-1", instruments(), "2027-01-01")
    assert [(one.action.text, one.action.state, one.late) for one in after.carried] == [("Werven", ActionState.OPEN, 5)]


def test_papers_and_calendars_have_it() -> None:
    paper = build("acties", instruments(), PLAN)
    assert [row[0] for block in paper.blocks if isinstance(block, Table) for row in block.rows] == [
        "Werven",
        "Bel de wijk",
    ]
    found = icalendar.Calendar.from_ical(
        make_file(Wanted(kind="acties", format="ics-taken"), instruments(), PLAN).content
    )
    assert [str(one["SUMMARY"]) for one in found.walk("VTODO")] == ["Werven (TB)"]
    named = [str(one["UID"]) for one in found.walk("VTODO")]
    state = replace(PLAN, actions={"a-9": tied("pa-taak@1", state=ActionState.BUSY)})
    again = icalendar.Calendar.from_ical(
        make_file(Wanted(kind="acties", format="ics-taken"), instruments(), state).content
    )
    assert [str(one["UID"]) for one in again.walk("VTODO")] == named  # a calendar knows it again
