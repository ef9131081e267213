"""Whoever keeps the dossier counts in the team with what stands in it: while reading, so that merging knows nothing of it."""

from dataclasses import replace

from fii_widgets.calls.team import spread_of
from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier, Member, Side, Text
from fii_widgets.report.meetings.merge import merge_report
from fii_widgets.report.meetings.team import PointSpread, with_keeper
from tests.written import instruments

EARLY, AT, LATE = (f"2026-11-{day}T10:00:00.000Z" for day in ("01", "02", "03"))


def chose(choice: str, at: str = AT, item: str = "s1-01") -> dict[str, Answer]:
    return {item: Answer(choice=choice, at=at)}


def team(*members: Answers, own: Answers, keeper: str | None = "m-0", side: Side = Side.OTHER) -> Dossier:
    return Dossier(
        edition="e",
        answers=own,
        keeper=None if keeper is None else Text(at=AT, text=keeper),
        members={f"m-{n}": Member(at=AT, label=f"M{n}", side=side, answers=one) for n, one in enumerate(members)},
    )


def points(dossier: Dossier) -> dict[str, dict[str, int]]:
    found: list[PointSpread] = [point for one in spread_of(dossier, instruments()).instruments for point in one.points]
    return {point.item.id: {count.option.id: count.n for count in point.all} for point in found}


def test_what_stands_in_the_dossier_counts_as_the_keepers_answer_and_follows_it() -> None:
    dossier = team({}, chose("groen"), own=chose("rood"))
    assert points(dossier) == {"s1-01": {"groen": 1, "rood": 1}}
    assert points(replace(dossier, answers=chose("groen", LATE))) == {"s1-01": {"groen": 2}}
    assert points(replace(dossier, answers={"s1-01": Answer(at=LATE)})) == {"s1-01": {"groen": 1}}
    for nobody in (None, "", "m-9"):
        assert points(team({}, chose("groen"), own=chose("rood"), keeper=nobody)) == {"s1-01": {"groen": 1}}


def test_of_an_answer_that_came_back_too_the_newest_counts() -> None:
    taken = team(chose("groen", AT), chose("groen"), own=chose("rood", EARLY))
    assert points(taken) == {"s1-01": {"groen": 2}}
    assert points(replace(taken, answers=chose("rood", LATE))) == {"s1-01": {"groen": 1, "rood": 1}}


def test_a_list_that_no_member_filled_in_is_not_the_teams() -> None:
    own = chose("rood") | chose("rood", item="s2-01") | chose("ja", item="om-5-breed@1")
    report = spread_of(team({}, chose("groen"), own=own), instruments())
    assert [one.instrument.id for one in report.instruments] == ["stoplicht-1"]
    assert report.by_row == ()
    assert not spread_of(team({}, {}, own=own), instruments()).instruments


def test_who_left_and_whose_own_copy_it_is_do_not_count() -> None:
    dossier = team({}, chose("groen"), own=chose("rood"))
    gone = {**dossier.members, "m-0": replace(dossier.members["m-0"], gone=True)}
    assert points(replace(dossier, members=gone)) == {"s1-01": {"groen": 1}}
    assert points(replace(dossier, member="m-1")) == {"s1-01": {"groen": 1}}


def test_records_of_the_teams_own_list_are_nobodys_answers() -> None:
    own = {"s1-01.tekst": Answer(note="Wij weten wie betaalt.", at=AT)}
    dossier = team({}, chose("groen"), own=own)
    assert dict(with_keeper(dossier, dossier.members)["m-0"].answers) == {}


def test_groups_under_three_stay_hidden_with_the_keeper_in_one() -> None:
    people = {
        f"m-{n}": Member(at=AT, side=side, answers=chose("groen") if n else {})
        for n, side in enumerate([Side.GIVING] * 3 + [Side.RECEIVING] * 3)
    }
    dossier = Dossier(edition="e", members=people, answers=chose("rood"), keeper=Text(at=AT, text="m-0"))
    [point] = spread_of(dossier, instruments()).instruments[0].points
    assert all(point.groups)  # three and three, with the keeper
    silent = replace(dossier, answers={})
    [point] = spread_of(silent, instruments()).instruments[0].points
    assert set(point.groups) == {None}
    two = {id_: one for id_, one in people.items() if id_ != "m-1"}
    assert spread_of(replace(dossier, members=two), instruments()).sides == ()


def test_merging_keeps_answers_where_they_are_and_the_last_keeper() -> None:
    mine = team({}, own=chose("rood"))
    theirs = Dossier(edition="e", member="m-1", answers=chose("groen"), members={"m-1": Member(at=AT, label="M1")})
    together = merge(mine, theirs)
    assert together == merge(theirs, mine) == merge(together, mine, theirs)
    assert together.answers == mine.answers
    assert dict(together.members["m-0"].answers) == {}
    assert points(together) == {"s1-01": {"groen": 1, "rood": 1}}
    later = replace(mine, keeper=Text(at=LATE, text="m-1"))
    assert merge(together, later).keeper == later.keeper == merge(later, together).keeper
    (sentence,) = merge_report([mine, later], ["Dit dossier", "b.json"], instruments()).conflicts
    assert "Van welk lid de antwoorden in dit dossier zijn" in sentence
    assert "M1" in merge_report([together, later], ["Dit dossier", "b.json"], instruments()).conflicts[0]
