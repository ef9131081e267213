"""Reviews, history, team and places: what the reports say, and what the page gets when it asks for them."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.browser import call
from fii_widgets.calls.team import spread_of
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.minutes import Light
from fii_widgets.dossier.records import (
    SCHEMA,
    Action,
    ActionState,
    Dossier,
    Member,
    Place,
    Review,
    ReviewState,
    Rhythm,
    Side,
    Text,
)
from fii_widgets.dossier.rhythm import next_day, next_days
from fii_widgets.dossier.write import text, tree
from fii_widgets.export.md import md_bytes
from fii_widgets.instrument.model import Checklist, Instrument, Signal
from fii_widgets.render.reports.history import phase_html
from fii_widgets.render.reports.places import places_html
from fii_widgets.render.reports.review import review_html
from fii_widgets.report.meetings.history import history
from fii_widgets.report.meetings.merge import merge_report
from fii_widgets.report.meetings.places import InstrumentPlaces, places_report
from fii_widgets.report.meetings.review import close, compare, review_report
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.meetings import agenda_paper, review_paper
from fii_widgets.report.papers.paper import Table
from fii_widgets.words import word
from tests import written

PROJECT = Path(__file__).parents[3]
MEANT = ("stoplicht-", "outputmonitor", "gereedheid")  # enough for these reports, and quicker than all
AT, LATER = "2026-09-01T09:00:00.000Z", "2026-09-20T09:00:00.000Z"
GOLDEN = Path(__file__).parents[2] / "golden"


def instruments() -> list[Instrument]:
    return [one for one in written.instruments() if one.id.startswith(MEANT)]


def closed(day: str, **lights: str) -> Review:
    given = {id_.replace("_", "-"): choice for id_, choice in lights.items()}
    return Review(at=f"{day}T10:00:00.000Z", date=day, phases=(1,), state=ReviewState.CLOSED, lights=given)


def answers(**given: str) -> dict[str, Answer]:
    return {id_.replace("_", "-"): Answer(choice=choice, at=LATER) for id_, choice in given.items()}


TWO = Dossier(
    edition="handboek-fii",
    rhythm=Text(at=AT, text="2-wekelijks"),
    answers=answers(s1_01="groen", s1_02="rood", s1_03="oranje"),
    reviews={
        "r-1": closed("2026-09-01", s1_01="rood", s1_02="rood", s1_03="groen"),
        "r-2": Review(at="2026-09-15T08:00:00.000Z", date="2026-09-15", phases=(1,)),
    },
    actions={
        "a-1": Action(at=AT, text="Bel.", item="s1-02", review="r-1", due="2026-09-10"),
        "a-2": Action(at=AT, text="Mail.", review="r-1", state=ActionState.DONE, due="2026-09-10"),
        "a-3": Action(at=AT, text="Schrijf.", review="r-2", due="2026-09-15"),
    },
)


# rhythm


@pytest.mark.parametrize(
    ("day", "rhythm", "expected"),
    [
        ("2026-11-24", Rhythm.TWO_WEEKS, "2026-12-08"),
        ("2026-12-22", Rhythm.TWO_WEEKS, "2027-01-05"),
        ("2026-11-24", Rhythm.MONTH, "2026-12-22"),  # the fourth Tuesday
        ("2026-09-29", Rhythm.MONTH, "2026-10-27"),  # a fifth Tuesday: the last
        ("2026-12-01", Rhythm.QUARTER, "2027-03-02"),
    ],
)
def test_the_next_day_keeps_to_the_rhythm_and_the_weekday(day: str, rhythm: Rhythm, expected: str) -> None:
    assert next_day(day, rhythm) == expected


def test_a_series_from_a_fifth_tuesday_stays_on_the_last() -> None:
    assert next_days("2026-09-29", Rhythm.MONTH, 3) == ["2026-10-27", "2026-11-24", "2026-12-29"]


# a review


def test_a_review_tells_what_changed_worse_first() -> None:
    report = review_report(TWO, "r-2", instruments(), "2026-09-16")
    assert [(line.point.id, line.was and line.was.shape, line.now.shape) for line in report.changed] == [
        ("s1-03", "groen", "oranje"),
        ("s1-01", "rood", "groen"),
    ]
    assert report.next == "2026-09-29"


def test_actions_are_carried_until_done_and_late_ones_are_counted_in_days() -> None:
    report = review_report(TWO, "r-2", instruments(), "2026-09-16")
    assert [one.id for one in report.carried] == ["a-1"]
    assert [one.id for one in report.made] == ["a-3"]
    assert [(one.id, one.late) for one in report.overdue] == [("a-1", 6), ("a-3", 1)]
    assert report.carried[0].agreed == "2026-09-01"
    assert report.carried[0].origin.startswith("De ontvangende organisatie staat op")
    assert review_report(TWO, "r-2", instruments(), "2026-09-10").overdue == []


def test_a_closed_review_tells_what_was_frozen_whatever_is_answered_later() -> None:
    report = review_report(TWO, "r-1", instruments(), "2026-12-01")
    lights = {line.point.id: line.now.shape for one in report.boards for line in one.lines}
    assert lights["s1-01"] == "rood"
    assert report.previous == ""


def test_a_lapsed_item_of_a_review_stays_to_be_seen() -> None:
    lapsed = replace(TWO, reviews={"r-1": closed("2026-09-01", oud_1="rood", s1_01="paars")})
    report = review_report(lapsed, "r-1", instruments(), "2026-09-01")
    assert [(one.board.phase, one.lines[0].point.id, one.lines[0].now.label) for one in report.boards] == [
        (1, "s1-01", "paars"),
        (0, "oud-1", "rood"),
    ]


def test_what_came_after_closing_is_told() -> None:
    late = replace(
        TWO.reviews["r-1"], notes={"s1-01": Text(at=LATER, text="x")}, decisions={"d-1": Text(at=AT, text="y")}
    )
    report = review_report(replace(TWO, reviews={"r-1": late}), "r-1", instruments(), "2026-09-01")
    assert report.added_later == 1


def noted(**notes: str) -> Dossier:
    given = {
        id_: replace(TWO.answers.get(id_, Answer(at=AT)), note=note)
        for id_, note in ((id_.replace("_", "-"), note) for id_, note in notes.items())
    }
    return replace(TWO, answers={**TWO.answers, **given})


def shown_notes(dossier: Dossier, id_: str) -> dict[str, str]:
    report = review_report(dossier, id_, instruments(), "2026-09-16")
    return {line.point.id: line.note for board in report.boards for line in board.lines if line.note}


def test_an_open_review_shows_the_notes_of_its_points_as_they_stand() -> None:
    dossier = noted(s1_02="Wij bellen.", s1_04="Nog geen licht.", s2_01="Fase 2 speelt niet.", s1_03=" ")
    assert shown_notes(dossier, "r-2") == {"s1-02": "Wij bellen.", "s1-04": "Nog geen licht."}
    assert shown_notes(dossier, "r-1") == {}  # closed before these were written
    for tell in (agenda_paper, review_paper):
        cells = [
            cell
            for one in tell(instruments(), dossier, "r-2").blocks
            if isinstance(one, Table)
            for row in one.rows
            for cell in row
        ]
        assert {"Wij bellen.", "Nog geen licht."} <= set(cells)
        assert not {"Wij bellen.", "Nog geen licht."} & {
            cell
            for one in tell(instruments(), TWO, "r-2").blocks
            if isinstance(one, Table)
            for row in one.rows
            for cell in row
        }


def test_closing_freezes_the_notes_and_what_is_written_later_stays_out() -> None:
    kept = {"s1-05": Text(at=AT, text="Bij het overleg zelf."), "s1-02": Text(at=AT, text="Van eerder.")}
    dossier = noted(s1_02="Wij bellen.", s2_01="Fase 2 speelt niet.")
    dossier = replace(dossier, reviews={**TWO.reviews, "r-2": replace(TWO.reviews["r-2"], notes=kept)})
    shut = close(dossier, "r-2", instruments(), "2026-09-21T10:00:00.000Z")
    assert {id_: note.text for id_, note in shut.notes.items()} == {
        "s1-02": "Wij bellen.",
        "s1-05": "Bij het overleg zelf.",
    }
    later = replace(noted(s1_02="Iets anders.", s1_03="Nieuw."), reviews={"r-2": shut})
    assert shown_notes(later, "r-2") == {"s1-02": "Wij bellen.", "s1-05": "Bij het overleg zelf."}
    assert review_report(later, "r-2", instruments(), "2026-09-22").added_later == 0
    assert merge(later, later) == merge(later)
    open_copy = replace(later, reviews={"r-2": TWO.reviews["r-2"]})
    assert merge(open_copy, later) == merge(later, open_copy)
    assert merge(open_copy, later).reviews["r-2"] == shut


def test_a_note_that_was_taken_away_after_a_closing_was_taken_back_does_not_return() -> None:
    dossier = noted(s1_02="Wij bellen.")
    shut = close(dossier, "r-2", instruments(), "2026-09-21T10:00:00.000Z")
    open_again = replace(TWO.reviews["r-2"], at="2026-09-21T10:01:00.000Z", notes=shut.notes)
    without = {**dossier.answers, "s1-02": Answer(choice="rood", at="2026-09-21T10:02:00.000Z")}
    after = replace(dossier, answers=without, reviews={"r-2": open_again})
    assert close(after, "r-2", instruments(), "2026-09-21T10:03:00.000Z").notes == {}


AFTER = "2026-09-21T10:00:00.000Z"


def reworded(text: str) -> list[Instrument]:
    """Give the instruments with another wording of point 2, without point 3, and with another word for red."""
    found = []
    for one in instruments():
        if one.id == "stoplicht-1":
            assert isinstance(one, Checklist)
            known = one.items[1].scale
            assert known
            scale = replace(known, options=tuple(replace(o, label="fout", signal=Signal.GREEN) for o in known.options))
            items = (one.items[0], replace(one.items[1], text=text, scale=scale), *one.items[3:])
            one = replace(one, sections=(replace(one.sections[0], items=items), *one.sections[1:]))
        found.append(one)
    return found


def test_the_paper_of_a_closed_meeting_is_the_same_whatever_happens_after() -> None:
    open_review = replace(
        TWO.reviews["r-2"],
        present=("PL",),
        agenda="De zaal.",
        decisions={"d-1": Text(at=AT, text="Wij gaan door.")},
    )
    dossier = noted(s1_02="Wij bellen.")
    dossier = replace(dossier, reviews={**TWO.reviews, "r-2": open_review})
    shut = replace(dossier, reviews={**TWO.reviews, "r-2": close(dossier, "r-2", instruments(), AFTER)})
    paper = md_bytes(review_paper(instruments(), shut, "r-2"))
    page = review_html(review_report(shut, "r-2", instruments(), "2026-09-22"), 2)
    for part in ("Wij gaan door", "Wij bellen", "De zaal", "Bel", "Schrijf", "open"):
        assert part in paper.decode()
    later = {name: Action(at=LATER, text=f"Nieuw {name}", review="r-2", due="2026-01-01") for name in ("a-8", "a-9")}
    after = replace(
        shut,
        name=Text(at=LATER, text=""),
        rhythm=Text(at=LATER, text="maandelijks"),
        answers=answers(s1_01="rood", s1_02="groen", om_1="ja"),
        actions={**later, "a-1": replace(TWO.actions["a-1"], state=ActionState.DONE, owner="X", text="Anders")},
        reviews={
            **shut.reviews,
            "r-1": closed("2026-09-02", s1_01="groen"),
            "r-3": closed("2026-09-10", s1_01="groen"),
        },
    )
    for list_ in (instruments(), reworded("Een punt dat niemand kent"), []):
        assert md_bytes(review_paper(list_, after, "r-2")) == paper
        assert review_html(review_report(after, "r-2", list_, "2030-01-01"), 2) == page
    other = replace(
        dossier,
        reviews={"r-2": replace(open_review, decisions={"d-1": Text(at=AFTER, text="Anders."), "d-2": Text(at=AT, text="Ook dit.")})},
    )  # fmt: skip
    joined = merge(after, other)
    assert joined == merge(other, after) == merge(joined, after, other)
    body, mark, appendix = (
        md_bytes(review_paper(instruments(), joined, "r-2")).decode().partition("\n\n## Na het sluiten")
    )
    assert mark
    assert f"{body}\n" == paper.decode()
    assert "Ook dit" in appendix


def test_what_is_taken_away_or_named_anew_after_closing_changes_no_closed_meeting() -> None:
    held = replace(TWO.reviews["r-2"], decisions={"d-1": Text(at=AT, text="Wij gaan door.")})
    dossier = replace(TWO, name=Text(at=AT, text="Oud"), reviews={**TWO.reviews, "r-2": held})
    shut = replace(dossier, reviews={**TWO.reviews, "r-2": close(dossier, "r-2", instruments(), AFTER)})
    old = replace(  # as an earlier handbook closed it
        shut, reviews={"r-2": replace(shut.reviews["r-2"], minutes=None)}
    )
    gone = replace(
        dossier,
        name=Text(at=AFTER, text="Nieuw"),
        actions={"a-3": replace(TWO.actions["a-3"], at=AFTER, removed=True)},
        reviews={"r-2": replace(held, decisions={"d-1": Text(at="2026-09-23T10:00:00.000Z", text="Wij gaan door.", removed=True)})},
    )  # fmt: skip
    for closed_, subtitle in ((shut, "Oud"), (old, "Nieuw")):
        before = md_bytes(review_paper(instruments(), closed_, "r-2")).decode()
        for joined in (merge(closed_, gone), merge(gone, closed_)):
            body, _, appendix = (
                md_bytes(build("overleg", instruments(), joined, "r-2")).decode().partition("\n\n## Na het sluiten")
            )
            assert f"{body}\n".replace(subtitle, "Oud") == before
            assert "later weggehaald" in appendix
    # a browser alone keeps one version of a text
    lost = replace(shut.reviews["r-2"], decisions={"d-1": Text(at=AFTER, text="Anders.")})
    assert (
        "niet bewaard gebleven"
        in md_bytes(review_paper(instruments(), replace(shut, reviews={"r-2": lost}), "r-2")).decode()
    )


def test_closed_on_two_machines_a_decision_that_stands_there_is_no_correction() -> None:
    held = replace(TWO.reviews["r-2"], decisions={"d-1": Text(at=AT, text="Besluit een.")})
    other = replace(TWO.reviews["r-2"], decisions={"d-2": Text(at=AT, text="Besluit twee.")})
    one, two = (replace(TWO, reviews={"r-2": review}) for review in (held, other))
    first = replace(one, reviews={"r-2": close(one, "r-2", instruments(), AFTER)})
    second = replace(two, reviews={"r-2": close(two, "r-2", instruments(), "2026-09-21T10:02:00.000Z")})
    report = review_report(merge(first, second), "r-2", instruments(), "2026-09-22")
    assert [text.text for text in report.decisions] == ["Besluit een."]
    assert ["twee" in text.text for text in report.corrections] == [True]


def test_the_course_over_the_meetings_tells_a_light_as_it_was_frozen() -> None:
    shut = replace(TWO, reviews={"r-2": close(TWO, "r-2", instruments(), AFTER)})
    [phase] = history(shut, reworded("Anders"), "2026-10-01").phases
    track = next(track for track in phase.tracks if track.point.id == "s1-02")
    assert (track.lights[0], track.red_reviews) == (Light("rood", "Rood"), 1)


def test_what_an_earlier_handbook_did_not_freeze_is_said() -> None:
    paper = md_bytes(review_paper(instruments(), TWO, "r-1")).decode()
    assert "niet vastgelegd" in paper
    assert "niet vastgelegd bij het sluiten" in paper
    assert "klaar" not in paper  # how the actions stand now is not how they stood then
    assert "6 dagen" not in review_html(review_report(TWO, "r-1", instruments(), "2026-09-16"), 2)
    assert "niet vastgelegd" not in md_bytes(review_paper(instruments(), TWO, "r-2")).decode()


def test_what_was_removed_is_told_nowhere_and_an_older_copy_does_not_bring_it_back() -> None:
    dossier = replace(
        TWO,
        reviews={
            **TWO.reviews,
            "r-2": replace(TWO.reviews["r-2"], decisions={"d-1": Text(at=AT, text="Een vergissing.")}),
            "r-3": Review(at=AT, date="2026-09-16", phases=(1,)),
        },
    )
    removed = replace(
        dossier,
        actions={**dossier.actions, "a-1": replace(TWO.actions["a-1"], at=LATER, removed=True)},
        reviews={
            **dossier.reviews,
            "r-2": replace(
                dossier.reviews["r-2"], decisions={"d-1": Text(at=LATER, text="Een vergissing.", removed=True)}
            ),
            "r-3": replace(dossier.reviews["r-3"], at=LATER, removed=True),
        },
    )
    for files in ((removed,), (removed, dossier), (dossier, removed)):
        joined = merge(*files)
        assert joined.actions["a-1"].removed
        shown = ask("review", dossier=tree(joined), id="r-2")
        assert "Een vergissing." not in shown["html"]
        assert "a-1" not in shown["carried"]
        assert "staat niet in het dossier" in ask("review", dossier=tree(joined), id="r-3")["message"]
        for kind in ("dossier", "acties", "overleg", "agenda"):
            paper = md_bytes(build(kind, instruments(), joined)).decode()
            assert "Bel" not in paper, kind
            assert "Een vergissing" not in paper
        assert open_text(text(joined), "x.json", "handboek-fii").dossier == joined
    again = replace(dossier, actions={"a-1": replace(TWO.actions["a-1"], at=AFTER, owner="PL")})
    assert not merge(removed, again).actions["a-1"].removed
    [back] = [one for one in merge_report([removed, again], ["hier", "daar"], instruments()).conflicts if "Bel" in one]
    assert "weggehaald volgens hier" in back
    both = replace(dossier, actions={"a-1": replace(TWO.actions["a-1"], at=LATER, owner="PL")})
    gone = replace(removed, actions={"a-1": replace(TWO.actions["a-1"], at=AFTER, removed=True)})
    [told] = [one for one in merge_report([both, gone], ["hier", "daar"], instruments()).conflicts if "Bel" in one]
    assert "Nu is het weggehaald" in told


# history


def test_history_says_how_long_a_light_has_been_red() -> None:
    reviews = {
        "r-1": closed("2026-09-01", s1_01="rood", s1_02="rood", s1_03="rood"),
        "r-2": closed("2026-09-15", s1_01="rood", s1_02="groen"),
        "r-3": replace(closed("2026-09-22"), phases=(2,)),
        "r-4": closed("2026-09-29", s1_01="rood", s1_02="rood"),
        "r-5": TWO.reviews["r-2"],
    }
    found = history(replace(TWO, reviews=reviews), instruments(), "2026-10-01")
    assert [one for one, _ in found.reviews] == ["r-1", "r-2", "r-3", "r-4"]
    assert [(t.point.id, t.red_since, t.red_reviews, t.red_days) for t in found.long_red] == [
        ("s1-01", "2026-09-01", 3, 30),
        ("s1-02", "2026-09-29", 1, 2),
    ]
    third = next(track for one in found.phases for track in one.tracks if track.point.id == "s1-03")
    assert [light and light.shape for light in third.lights] == ["rood", "leeg", None, "leeg"]


def test_two_reviews_beside_each_other() -> None:
    [board] = compare(TWO, "r-1", "r-2", instruments())
    assert [(line.point.id, line.way) for line in board.lines if line.changed] == [("s1-01", 1), ("s1-03", -1)]


class Picture(HTMLParser):
    """The first picture and the first table of some HTML, as somebody hears them."""

    def __init__(self) -> None:
        super().__init__()
        self.svg: list[dict[str, str | None]] = []
        self.titles: list[str] = []
        self.cells: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            self.svg.append(dict(attrs))
        if tag == "title":
            self.titles.append("")
        if tag in ("th", "td"):
            self.cells.append("")
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = "td" if tag == "span" else ""

    def handle_data(self, data: str) -> None:
        if self.inside == "title":
            self.titles[-1] += data
        elif self.inside in ("th", "td", "span") and self.cells:
            self.cells[-1] += data


def test_the_picture_of_the_history_has_a_name_and_says_what_the_table_says() -> None:
    reviews = {
        "r-1": closed("2026-09-01", s1_01="rood", s1_02="groen"),
        "r-2": closed("2026-09-15", s1_01="groen", s1_02="groen"),
    }
    found = history(replace(TWO, reviews=reviews), instruments(), "2026-10-01")
    read = Picture()
    read.feed(phase_html(found.phases[0], found))
    [svg] = read.svg
    name, *marks = read.titles
    assert (svg["role"], svg["aria-label"]) == ("img", name)
    assert name.startswith("Stoplicht fase 1, Signaleren: de lichten van 2 overleggen")
    drawn = {mark.partition(": ")[0]: mark.partition(": ")[2] for mark in marks}
    assert drawn["Punt 1, 1 september 2026"] == "rood"
    assert drawn["Punt 1, 15 september 2026"] == "groen"
    table = {}
    for at, cell in enumerate(read.cells):
        if re.match(r"\d+\. ", cell):
            table[int(cell.partition(".")[0])] = read.cells[at + 1].partition(": ")[2]
    assert table[1] == "rood op 1 sep 2026, groen op 15 sep"
    assert table[2] == "groen van 1 sep 2026 tot 15 sep"
    lights = {n: [light for mark, light in drawn.items() if mark.startswith(f"Punt {n}, ")] for n in table}
    assert all(len(found) == 2 for found in lights.values())
    for n, found in lights.items():
        spans = [span.partition(" op ")[0].partition(" van ")[0] for span in table[n].split(", ")]
        assert spans == list(dict.fromkeys(found)), n


# team


def team(*people: tuple[Side, str, str], openly: bool = False) -> Dossier:
    members = {
        f"m-{n}": Member(at=AT, label=f"Naam{n}", side=side, role=role, answers=answers(s1_01=choice))
        for n, (side, role, choice) in enumerate(people)
    }
    return Dossier(edition="e", members=members, team=Text(at=AT, text="open") if openly else None)


G, R, X = Side.GIVING, Side.RECEIVING, Side.OTHER
THREE_THREE = [(G, "pl", "rood"), (G, "pl", "rood"), (G, "pl", "groen"), *[(R, "uitv", "groen")] * 3]


def test_the_lists_of_a_team() -> None:
    low = spread_of(team((G, "", "rood"), (R, "", "oranje"), (R, "", "nvt")), instruments())
    assert ([p.item.id for p in low.low], low.different, low.unsure) == (["s1-01"], (), ())
    far = spread_of(team((G, "", "rood"), (R, "", "groen"), (R, "", "onbekend")), instruments())
    assert ([p.item.id for p in far.different], [p.item.id for p in far.unsure], far.low) == (["s1-01"], ["s1-01"], ())
    near = spread_of(team((G, "", "oranje"), (R, "", "groen")), instruments())
    assert (near.low, near.different) == ((), ())
    one = spread_of(team((G, "", "rood")), instruments())
    assert one.low == ()


def test_groups_of_three_are_shown_and_smaller_ones_are_not() -> None:
    shown = spread_of(team(*THREE_THREE), instruments())
    assert [(one.name, one.size) for one in shown.sides] == [("Gevende organisatie", 3), ("Ontvangende organisatie", 3)]
    [point] = shown.instruments[0].points
    assert point.groups[0] is not None
    assert [(c.option.id, c.n) for c in point.groups[0]] == [("groen", 1), ("rood", 2)]
    for people in (
        THREE_THREE[1:],
        [*THREE_THREE, (X, "x", "groen")],
        [*THREE_THREE, (X, "x", "groen"), (X, "y", "rood")],
    ):
        assert spread_of(team(*people), instruments()).sides == ()
        assert len(spread_of(team(*people, openly=True), instruments()).sides) > 1


def test_a_point_with_too_few_answers_in_a_group_is_not_shown_apart() -> None:
    found = spread_of(team(*THREE_THREE[:5], (R, "uitv", "")), instruments())
    assert found.sides
    assert set(found.instruments[0].points[0].groups) == {None}


def test_a_side_and_a_role_that_differ_by_one_member_do_not_give_that_member_away() -> None:
    people = [*[(G, "pl", "groen")] * 3, *[(R, "uitv", "groen")] * 3, (G, "uitv", "rood")]
    found = spread_of(team(*people), instruments())
    assert found.sides
    assert found.roles == ()


def test_small_roles_go_together_until_they_are_three() -> None:
    people = [*[(X, "uitv", "groen")] * 4, *[(X, "beleid", "rood")] * 3, (X, "pl", "rood")]
    assert [(one.name, one.size) for one in spread_of(team(*people), instruments()).roles] == [
        ("uitv", 4),
        ("Andere rollen", 4),
    ]
    assert spread_of(team(*people[:5]), instruments()).roles == ()


def test_who_left_does_not_count_and_no_name_is_shown() -> None:
    dossier = team(*THREE_THREE)
    gone = {**dossier.members, "m-0": replace(dossier.members["m-0"], gone=True)}
    assert spread_of(replace(dossier, members=gone), instruments()).members == 5
    assert "Naam" not in ask("team", dossier=tree(dossier))["html"]


def test_what_members_chose_in_rows_is_named_and_not_compared() -> None:
    def member(**given: Answer) -> Member:
        return Member(at=AT, answers={id_.replace("_", "-").replace("-op-", "@"): one for id_, one in given.items()})

    chose = member(om_5_breed_op_1=Answer(choice="ja", at=AT))
    wrote = member(om_5_telt_op_1=Answer(note="na alles", at=AT))
    only_rows = Dossier(edition="e", members={"m-1": chose, "m-2": chose})
    found = spread_of(only_rows, instruments())
    assert ([one.id for one in found.by_row], found.instruments) == (["outputmonitor"], ())
    shown = ask("team", dossier=tree(only_rows))["html"]
    assert "Het gaat om: Outputmonitor" in shown
    assert "Er zijn nog geen antwoorden" not in shown
    beside = replace(only_rows, members={**team(*THREE_THREE).members, "m-9": chose})
    assert "Het gaat om: Outputmonitor" in ask("team", dossier=tree(beside))["html"]
    nothing = replace(only_rows, members={"m-1": wrote})  # words are compared nowhere
    assert spread_of(nothing, instruments()).by_row == ()
    assert "Het gaat om" not in ask("team", dossier=tree(team(*THREE_THREE)))["html"]


# places


def place(label: str, counted: str, reached: str) -> Place:
    given = {"om-1@1": "Bezoek", "om-5-telt@1": counted, "om-5-bereikt@1": reached}
    return Place(at=AT, label=label, answers={id_: Answer(note=note, at=AT) for id_, note in given.items()})


def test_places_stand_side_by_side_where_they_count_the_same() -> None:
    same = {"p-1": place("Noord", "na één gesprek", "40"), "p-2": place("Zuid", "Na één  gesprek", "25")}
    [found] = places_report(Dossier(edition="e", places=same), instruments())
    assert found.agree
    assert [[one.text for one in line.said] for line in found.lines][-1] == ["40", "25"]
    other = same | {"p-3": place("Oost", "na alles", "12")}
    [found] = places_report(Dossier(edition="e", places=other), instruments())
    assert (found.agree, found.lines) == (False, ())
    assert found.reason is not None
    assert "Vergelijk de gebieden pas" in found.reason.text
    gone = same | {"p-3": replace(place("Oost", "na alles", "12"), gone=True)}
    assert places_report(Dossier(edition="e", places=gone), instruments())[0].agree


def test_a_place_that_counts_without_a_definition_does_not_agree() -> None:
    def found(*places: Place) -> InstrumentPlaces:
        held = {f"p-{n}": one for n, one in enumerate(places)}
        [one] = places_report(Dossier(edition="e", places=held), instruments())
        return one

    north, south = place("Noord", "na één gesprek", "40"), place("Zuid", "", "25")
    for others in ((south, north), (south, replace(south, label="Oost"))):  # also where nobody says it
        apart = found(*others)
        assert (apart.agree, apart.lines, apart.reason) == (False, (), None)
        assert "Zuid" in apart.silent
        assert "Noord" not in apart.silent
        html = places_html([apart], "../", "", 2)
        assert "zonder die afspraak zijn de aantallen niet te vergelijken" in html
        assert "Zuid: niet ingevuld" in html
    second = replace(north, label="West", answers={**north.answers, "om-5-bereikt@2": Answer(note="7", at=AT)})
    assert found(north, second).silent == ("West",)  # one row says it, another counts without
    said = replace(second, answers={**second.answers, "om-5-telt@2": Answer(note="na één gesprek", at=AT)})
    assert found(north, said).agree
    assert "zonder die afspraak" not in places_html([found(north, said)], "../", "", 2)
    both = found(place("Oost", "na alles", "1"), north, south)
    assert both.reason is not None
    assert both.silent == ("Zuid",)


# merging, in words


def test_a_conflict_says_what_whose_and_when() -> None:
    mine = replace(TWO, answers={"s1-01": Answer(choice="groen", note="Klaar.", at=AT)})
    report = merge_report([mine, TWO], ["van ons.json", "van Kim.json"], instruments())
    assert report.conflicts == (
        "Punt s1-01 ‘De opdrachtgever staat met organisatie en functie op de opdrachtkaart.’: "
        "Groen volgens van Kim.json (20 september 2026, 09:00) en Groen, ‘Klaar.’ volgens van ons.json "
        "(1 september 2026, 09:00). Groen staat nu in het dossier; het andere is bewaard bij de eerdere versies.",
    )
    assert report.lines == ("van Kim.json: 3 gegevens erbij of nieuwer.",)


def test_what_people_wrote_stands_in_a_sentence_as_they_wrote_it() -> None:
    mine = replace(TWO, answers={"s1-01": Answer(note="Bel JB", at=AT)})
    theirs = replace(TWO, answers={"s1-01": Answer(choice="groen", note="Bel Kim {nu}", at="2026-10-01T09:00:00.000Z")})
    report = merge_report([mine, theirs, TWO], ["ons {1}.json", "Kim {2}.json", "Kim {3}.json"], instruments())
    [said] = report.conflicts
    assert "Groen, ‘Bel Kim {nu}’ staat nu in het dossier" in said  # capitals and braces as they were
    assert any(line.startswith("Kim {") for line in report.lines)


def test_one_review_is_told_as_one_and_initials_bring_their_own_full_stop() -> None:
    one = replace(TWO, reviews={"r-1": replace(TWO.reviews["r-1"], present=("JV", "K.B."))})
    found = history(one, instruments(), "2026-09-16")
    assert "de lichten van 1 overleg." in phase_html(found.phases[0], found)
    assert "<p>Aanwezig: JV, K.B.</p>" in review_html(review_report(one, "r-1", instruments(), "2026-09-16"), 2)
    said = {who: word("were_present", who=who) for who in ("JV", "K.B.", "wie nog?", "wacht …")}
    assert list(said.values()) == ["Aanwezig: JV.", "Aanwezig: K.B.", "Aanwezig: wie nog?", "Aanwezig: wacht …"]


# what the page asks


def ask(op: str, **request: Any) -> dict[str, Any]:
    place = {"root": "../", "index": "", "level": 2, "today": "2026-09-16", "now": "2026-09-16T10:00:00.000Z"}
    reply = json.loads(
        call(
            json.dumps(
                {
                    "op": op,
                    "instruments": [tree for tree in written.trees() if tree["id"].startswith(MEANT)],
                    **place,
                    **request,
                }
            )
        )
    )
    assert isinstance(reply, dict)
    return reply


LISTS = re.findall(r"words\(\s*'([a-z0-9 -]+)'", (PROJECT / "docs/javascripts/base/safe-html.js").read_text("utf-8"))
TAGS = {"svg", *LISTS[0].split(), *LISTS[1].split()}
NAMES = {"data-fii-about", "data-fii-later", *LISTS[2].split(), *LISTS[3].split()}


class Allowed(HTMLParser):
    """What the page refuses, this refuses."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert all(name in NAMES or name.startswith("aria-") for name, _ in attrs), attrs


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.json")), ids=lambda path: path.stem)
def test_every_kept_dossier_can_be_shown_in_every_way(path: Path) -> None:
    dossier = tree(open_text(path.read_text("utf-8"), path.name, "handboek-fii").dossier)
    asked = [("history", {}), ("team", {}), ("places", {}), ("merge", {"dossiers": [dossier, tree(TWO)]})]
    begun = {id_: one for id_, one in dossier["reviews"].items() if one["state"] != "planned"}
    held = [id_ for id_, one in begun.items() if not one.get("removed")]
    asked += [("review", {"id": id_}) for id_ in held]
    asked += [("compare", {"one": one, "other": other}) for one, other in pairwise(held)]
    asked += [("next_dates", {})]
    for op in ("history", "team"):
        parts = re.findall(r'data-fii-later="([^"]+)"', ask(op, dossier=dossier)["html"])
        asked += [(op, {"part": part}) for part in parts]
    for op, more in asked:
        reply = ask(op, dossier=dossier, **more)
        assert reply["ok"], (op, reply)
        assert reply == ask(op, dossier=json.dumps(dossier), **more), "as the page sends it"
        Allowed().feed(reply.get("html", ""))


def test_a_review_from_start_to_correction() -> None:
    dossier = tree(replace(TWO, reviews={}))
    started = ask("review_start", dossier=dossier, id="r-9")
    assert started["review"]["phases"] == [1]
    assert started["review"]["next"] == "2026-09-30"
    dossier["reviews"]["r-9"] = started["review"]
    shut = ask("review_close", dossier=dossier, id="r-9")["review"]
    assert shut["notes"] == {}
    assert shut["lights"] == {"s1-01": "groen", "s1-02": "rood", "s1-03": "oranje"}
    dossier["reviews"]["r-9"] = shut
    assert "gesloten" in ask("review_close", dossier=dossier, id="r-9")["message"]
    mended = ask("review_correct", dossier=dossier, id="r-9", correction="c-1", text="Punt 2 was oranje.")["review"]
    assert mended == shut | {"corrections": {"c-1": {"at": "2026-09-16T10:00:00.000Z", "text": "Punt 2 was oranje."}}}
    dossier["reviews"]["r-9"] = mended
    assert "16 september 2026: Punt 2 was oranje." in ask("review", dossier=dossier, id="r-9")["html"]


def test_of_what_a_team_can_talk_about_eight_stand_there_at_once() -> None:
    given = answers(**{f"s1_0{n}": "rood" for n in range(1, 10)})
    dossier = tree(
        Dossier(edition="e", members={id_: Member(at=AT, label=id_, answers=given) for id_ in ("m-1", "m-2")})
    )
    html = ask("team", dossier=dossier)["html"]
    assert re.findall(r'data-fii-about="([^"]+)"', html) == [f"s1-0{n}" for n in range(1, 9)]
    assert 'data-fii-later="team_low"><summary>Nog 1 punt</summary>' in html
    rest = ask("team", dossier=dossier, part="team_low")["html"]
    assert re.findall(r'data-fii-about="([^"]+)"', rest) == ["s1-09"]


def test_a_members_copy_holds_nobody_elses_answers() -> None:
    dossier = team(*THREE_THREE)
    copy = ask("member_copy", dossier=tree(dossier), member="m-3")["dossier"]
    assert (list(copy["members"]), copy["member"], copy["members"]["m-3"]["answers"]) == (["m-3"], "m-3", {})
    assert copy["answers"]["s1-01"]["choice"] == "groen"
    back = ask("merge", dossiers=[tree(dossier), copy], names=["team", "m-3"])
    assert back["dossier"] == json.loads(json.dumps(tree(dossier) | {"content": back["dossier"]["content"]}))
    assert back["conflicts"] == []


def test_what_a_member_is_asked_goes_along_and_what_all_are_asked_later_differs_in_nothing() -> None:
    member = Member(at=AT, label="PL", asked="pijlers", given="2026-11-22")
    dossier = Dossier(edition="e", asked=Text(at=AT, text="pijlers"), members={"m-1": member})
    copy = ask("member_copy", dossier=tree(dossier), member="m-1")["dossier"]
    assert (copy["asked"], copy["members"]["m-1"]["asked"]) == (None, "pijlers")
    later = replace(dossier, asked=Text(at="2026-11-23T10:00:00.000Z", text="startpunt"))
    assert ask("merge", dossiers=[tree(later), copy], names=["team", "m-1"])["conflicts"] == []


def test_a_teams_own_list_is_what_is_shown_and_what_a_member_gets() -> None:
    own = {"s1-01.tekst": "Onze eigen woorden.", "stoplicht-1.e-a1b2c3.tekst": "Ons eigen punt."}
    records = {id_: Answer(note=note, at=AT) for id_, note in own.items()} | {
        "s1-02.verborgen": Answer(choice="ja", at=AT)
    }
    given = {**TWO.answers, **records, "stoplicht-1.e-a1b2c3": Answer(choice="rood", at=AT)}
    dossier = replace(TWO, answers=given, members={"m-1": Member(at=AT, answers=answers(s1_01="rood"))})
    shown = ask("review", dossier=tree(dossier), id="r-2")["html"]
    assert "Onze eigen woorden." in shown
    assert "Ons eigen punt." in shown
    assert "De ontvangende organisatie staat op de opdrachtkaart" not in shown.split("Acties")[0]
    assert (
        "De ontvangende organisatie staat op de opdrachtkaart"
        in ask("history", dossier=tree(dossier), part="1")["html"]
    )  # it was judged
    copy = ask("member_copy", dossier=tree(dossier), member="m-1")["dossier"]
    assert set(copy["answers"]) == {*records, "s1-01"}


@pytest.mark.parametrize(
    ("op", "request_", "part"),
    [
        ("review", {"id": "weg"}, "staat niet in het dossier"),
        ("review_close", {"id": "weg"}, "staat niet in het dossier"),
        ("review_start", {"id": "r-1"}, "staat al in het dossier"),
        ("review_correct", {"id": "r-2", "correction": "c-1", "text": "x"}, "nog open"),
        ("review_correct", {"id": "r-1", "correction": "c-1", "text": " "}, "Schrijf eerst"),
        ("member_copy", {"member": "weg"}, "staat niet in het dossier"),
        ("merge", {"dossiers": []}, "ten minste één"),
        ("merge", {"dossiers": [tree(TWO), tree(TWO) | {"schema": SCHEMA + 1}]}, "nieuwere versie"),
        ("merge", {"dossiers": [tree(TWO), tree(TWO) | {"edition": "x"}]}, "verschillende uitgaven"),
        ("history", {"dossier": tree(TWO) | {"schema": SCHEMA + 1}}, "alleen bekijken"),
        ("history", {"today": "morgen"}, "Het verslag kon niet"),
        ("history", {"part": "6"}, "staat nu niets meer"),
        ("team", {"part": "stoplicht-1"}, "staat nu niets meer"),
    ],
)
def test_what_cannot_be_done_is_said(op: str, request_: dict[str, Any], part: str) -> None:
    reply = ask(op, **({"dossier": tree(TWO)} | request_))
    assert reply["ok"] is False
    assert part in reply["message"]


def test_a_note_of_an_earlier_meeting_goes_along_where_it_was_said_to_hold_and_says_from_when_it_is() -> None:
    """Beside a light that changed an old note reads as new."""
    note = Text(at=AT, text="Vraag het na.")
    dossier = Dossier(
        edition="handboek-fii",
        answers={
            "s1-01": Answer(choice="groen", note="Vraag het na.", at=LATER),
            "s1-02": Answer(choice="rood", note="Nieuw.", at=LATER),
            "s1-03": Answer(choice="rood", note="Toch weer.", at=LATER),
        },
        reviews={
            "r-0": replace(closed("2026-08-18"), notes={"s1-03": replace(note, text="Toch weer.")}),
            "r-1": replace(closed("2026-09-01", s1_01="rood"), notes={"s1-01": note, "s1-02": note}),
            "r-2": replace(closed("2026-09-08", s1_01="rood"), notes={"s1-01": note}),
            "r-3": Review(at=AT, date="2026-09-15", phases=(1,)),
        },
    )

    def told(holds: dict[str, Text]) -> dict[str, str]:
        meeting = replace(dossier, reviews={**dossier.reviews, "r-3": replace(dossier.reviews["r-3"], notes=holds)})
        lines = review_report(meeting, "r-3", instruments(), "2026-09-15").boards[0].lines
        return {line.point.id: line.noted for line in lines if line.note}

    assert told({}) == {"s1-02": ""}  # the note at s1-03 was in no minutes since August
    assert told({"s1-03": Text(at=AT, text="Toch weer.")}) == {"s1-02": "", "s1-03": "2026-08-18"}
    assert told({"s1-01": note}) == {"s1-01": "2026-09-01", "s1-02": ""}
    assert told({"s1-01": replace(note, text="")}) == {"s1-02": ""}  # said, and taken back
    dossier = replace(
        dossier, reviews={**dossier.reviews, "r-3": replace(dossier.reviews["r-3"], notes={"s1-01": note})}
    )
    dated = "Vraag het na. (notitie van 1 september 2026)"
    assert dated in review_html(review_report(dossier, "r-3", instruments(), "2026-09-15"), 2)
    done = replace(dossier, reviews={**dossier.reviews, "r-3": close(dossier, "r-3", instruments(), LATER)})
    paper = review_paper(instruments(), done, "r-3")
    assert dated in [cell for block in paper.blocks if isinstance(block, Table) for row in block.rows for cell in row]
    # a meeting that a merge brings in between changes nothing about what was told
    between = replace(done, reviews={**done.reviews, "r-9": closed("2026-09-12")})
    assert review_paper(instruments(), between, "r-3") == paper
