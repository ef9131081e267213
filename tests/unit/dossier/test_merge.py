"""Merging keeps three laws and loses nothing; saving and opening gives the same bytes. Ten thousand cases each."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.differences import differences, renewed
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.late import standing
from fii_widgets.dossier.merge import content_of, instant, is_forgotten, merge, registers
from fii_widgets.dossier.records import SCHEMA, Action, Dossier, Member, Review, ReviewState, Round, Text, Topic
from fii_widgets.dossier.write import text
from fii_widgets.errors import RequestError
from tests.unit.dossiers import CASES, DOSSIERS, RAW, TIMES

MANY = settings(max_examples=CASES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
EARLY, LATE = "2026-01-01T09:00:00.000Z", "2026-02-01T09:00:00.000Z"


@MANY
@given(DOSSIERS, DOSSIERS, DOSSIERS)
def test_merging_keeps_its_three_laws_and_loses_nothing(one: Dossier, two: Dossier, three: Dossier) -> None:
    both = merge(one, two)
    assert text(both) == text(merge(two, one))
    assert text(merge(both, three)) == text(merge(one, merge(two, three))) == text(merge(three, one, two))
    assert text(merge(one, one)) == text(one)
    assert text(merge(both, one)) == text(merge(both, merge(both)))
    lost = (contents(one) | contents(two)) - contents(both)
    assert all(path in forgotten(both) for path, _ in lost)


def forgotten(dossier: Dossier) -> dict[str, str]:
    """What was taken out of the history too: path → since when."""
    found: dict[str, str] = {}
    for path, value in registers(dossier):
        if is_forgotten(value):
            found[path] = max(found.get(path, ""), instant(value.at))
    return found


@MANY
@given(st.lists(DOSSIERS, min_size=2, max_size=3), st.sampled_from(["actions/a-1", "topics/t-1", "rounds/n-1"]), TIMES)
def test_what_is_forgotten_stays_forgotten_in_every_file_it_meets(dossiers: list[Dossier], path: str, at: str) -> None:
    """Whatever was set before that time is gone, whichever way the files come together; what was set after it stands."""
    kind, id_ = path.split("/")
    gone = {
        "actions": Action(at=at, text="", removed=True),
        "topics": Topic(at=at, text="", removed=True),
        "rounds": Round(at=at, instrument="borging", date="2026-01-05", removed=True),
    }[kind]
    rid = merge(replace(dossiers[0], **{kind: {**getattr(dossiers[0], kind), id_: gone}}))  # type: ignore[arg-type]
    last = max(instant(at), forgotten(merge(rid, *dossiers))[path])
    for files in ([rid, *dossiers], [*dossiers, rid], [dossiers[-1], merge(rid, dossiers[0]), *dossiers]):
        both = merge(*files)
        kept = [value for place, value in registers(both) if place == path]
        assert all(is_forgotten(one) or instant(one.at) > last for one in kept)
        newer = {
            content_of(one)
            for file in files
            for place, one in registers(file)
            if place == path and instant(one.at) > last
        }
        assert newer <= {content_of(one) for one in kept}
        assert path not in {one.path for one in differences(files)}


def test_a_forgotten_action_leaves_its_id_and_time_and_a_later_one_stands() -> None:
    said = Action(at=EARLY, text="Bel Jan Jansen", owner="KV")
    gone = Action(at="2026-01-15T09:00:00.000Z", text="", removed=True)

    def held(action: Action, **more: object) -> Dossier:
        return replace(Dossier(edition="e", actions={"a-1": action}), **more)  # type: ignore[arg-type]

    old = held(replace(said, text="Bel Jan J."), versions={"actions/a-1": (said,)})
    for both in (merge(old, held(gone)), merge(held(gone), old), merge(merge(old, held(gone)), old)):
        assert both.actions["a-1"] == gone
        assert both.versions == {}
        assert "Jan" not in text(both)
    later = merge(held(gone), held(replace(said, at=LATE, text="Bel de gemeente")), old)
    assert later.actions["a-1"].text == "Bel de gemeente"
    assert later.versions == {"actions/a-1": (gone,)}
    assert is_forgotten(gone)
    assert not is_forgotten(replace(gone, owner="KV"))


def test_an_ordinary_removal_keeps_what_was_said() -> None:
    said = Action(at=EARLY, text="Bel Jan Jansen")
    gone = replace(said, at=LATE, removed=True)
    both = merge(Dossier(edition="e", actions={"a-1": said}), Dossier(edition="e", actions={"a-1": gone}))
    assert both.actions["a-1"] == gone
    assert both.versions == {"actions/a-1": (said,)}


def contents(dossier: Dossier) -> set[tuple[str, str]]:
    """What a dossier says, in a form that does not look at whose copy it is."""
    team = merge(dossier, Dossier(edition=dossier.edition))
    return {(path, content_of(value)) for path, value in registers(team)}


@MANY
@given(RAW)
def test_saving_and_opening_gives_the_same_bytes(dossier: Dossier) -> None:
    saved = text(merge(dossier))
    assert text(open_text(saved, "dossier.json", "handboek-fii").dossier) == saved
    assert json.loads(saved)["schema"] == SCHEMA


def one_answer(choice: str, at: str, **more: object) -> Dossier:
    return replace(Dossier(edition="e"), answers={"s1-01": Answer(choice=choice, at=at)}, **more)  # type: ignore[arg-type]


def test_the_latest_answer_stands_and_the_other_is_kept() -> None:
    both = merge(one_answer("rood", LATE), one_answer("groen", EARLY))
    assert both.answers["s1-01"].choice == "rood"
    assert both.versions == {"s1-01": (Answer(choice="groen", at=EARLY),)}


def test_times_are_compared_as_moments_not_as_letters() -> None:
    both = merge(one_answer("rood", "2026-01-01T09:30:00.000Z"), one_answer("groen", "2026-01-01T10:00:00.000+01:00"))
    assert both.answers["s1-01"].choice == "rood"


def test_a_members_copy_comes_under_the_member_and_two_copies_stay_a_copy() -> None:
    who = {"m-1": Member(at=EARLY, label="PL")}
    copy = one_answer("rood", LATE, member="m-1", members=who)
    team = merge(Dossier(edition="e", name=Text(at=EARLY, text="Noord")), copy)
    assert team.member == ""
    assert team.answers == {}
    assert team.members["m-1"].label == "PL"
    assert team.members["m-1"].answers["s1-01"].choice == "rood"
    again = merge(copy, one_answer("groen", EARLY, member="m-1", members=who))
    assert again.member == "m-1"
    assert again.answers["s1-01"].choice == "rood"


def test_a_closed_review_is_not_replaced_by_a_later_one() -> None:
    closed = Review(at=EARLY, date="2026-01-01", state=ReviewState.CLOSED, lights={"s1-01": "rood"})
    others = [
        replace(closed, at=LATE, lights={"s1-01": "groen"}),
        replace(closed, at=LATE, state=ReviewState.OPEN, lights={}),
    ]
    for other in others:
        both = merge(Dossier(edition="e", reviews={"r-1": other}), Dossier(edition="e", reviews={"r-1": closed}))
        assert both.reviews["r-1"] == closed
        assert both.versions["reviews/r-1"] == (other,)


def test_a_note_and_a_decision_of_two_machines_both_stand() -> None:
    start = Review(at=EARLY, date="2026-01-01")
    one = replace(start, notes={"s1-01": Text(at=LATE, text="a")})
    two = replace(start, decisions={"d-1": Text(at=LATE, text="b")})
    both = merge(Dossier(edition="e", reviews={"r-1": one}), Dossier(edition="e", reviews={"r-1": two}))
    assert both.reviews["r-1"] == replace(one, decisions=two.decisions)
    assert both.versions == {}


def test_what_joins_a_closed_review_is_told_in_a_dated_line() -> None:
    def held(review: Review) -> Dossier:
        return Dossier(edition="e", reviews={"r-1": review})

    early = {"d-1": Text(at="2025-12-31T09:00:00.000Z", text="Wij wachten.")}
    kept = {"d-2": Text(at=EARLY, text="Wij bellen.")}
    shut = held(Review(at=LATE, date="2026-01-01", state=ReviewState.CLOSED, decisions=kept))
    elsewhere = held(Review(at=EARLY, date="2026-01-01", decisions=early, notes={"s1-01": Text(at=EARLY, text="a")}))
    both = merge(shut, elsewhere)
    assert sorted((one.at, one.text) for one in both.reviews["r-1"].corrections.values()) == [
        ("2025-12-31T09:00:00.000Z", "Dit stond bij het sluiten nog niet in elk bestand: besluit ‘Wij wachten.’."),
        (EARLY, "Dit stond bij het sluiten nog niet in elk bestand: notitie bij s1-01, ‘a’."),
    ]
    assert text(merge(both, elsewhere)) == text(merge(shut, both)) == text(both)
    assert set(both.reviews["r-1"].decisions) == {"d-1", "d-2"}
    # silent: nothing new for the closed review, or nobody closed it
    before = held(replace(shut.reviews["r-1"], at=EARLY, state=ReviewState.OPEN))
    assert merge(shut, before).reviews["r-1"].corrections == {}
    assert merge(elsewhere, before).reviews["r-1"].corrections == {}


def test_the_line_goes_where_a_later_wording_stands() -> None:
    """An older wording of a decision of the closed file itself is no news to its reader."""
    shut = Review(at=LATE, date="2026-01-01", state=ReviewState.CLOSED, decisions={"d-1": Text(at=LATE, text="ab")})
    old = Review(at=EARLY, date="2026-01-01", decisions={"d-1": Text(at=EARLY, text="a")})
    both = merge(Dossier(edition="e", reviews={"r-1": shut}), Dossier(edition="e", reviews={"r-1": old})).reviews["r-1"]
    assert both.decisions["d-1"].text == "ab"
    assert standing("r-1", both, content_of) == {}
    changed = replace(old, decisions={"d-1": Text(at="2026-03-01T09:00:00.000Z", text="")})
    both = merge(Dossier(edition="e", reviews={"r-1": shut}), Dossier(edition="e", reviews={"r-1": changed})).reviews[
        "r-1"
    ]
    assert [one.text for one in standing("r-1", both, content_of).values()] == [
        "Een besluit werd in een ander bestand leeggemaakt."
    ]


def test_files_of_two_editions_are_refused() -> None:
    with pytest.raises(RequestError, match="verschillende uitgaven"):
        merge(Dossier(edition="e"), Dossier(edition="f"))


def test_a_difference_is_told_once_and_an_update_is_none() -> None:
    team, other = one_answer("groen", EARLY), one_answer("rood", LATE)
    found = list(differences([team, other]))
    assert [(one.path, one.told[0].whose, one.told[1].whose) for one in found] == [("s1-01", 1, 0)]
    assert list(differences([team, merge(team, other)])) == []
    assert renewed(team, merge(team, other)) == 1
    assert renewed(merge(team, other), merge(merge(team, other), team)) == 0


@settings(MANY, max_examples=CASES // 10)
@given(st.lists(DOSSIERS, min_size=2, max_size=3))
def test_differences_do_not_depend_on_the_order(dossiers: list[Dossier]) -> None:
    told = [{(one.path, content_of(one.kept)) for one in differences(some)} for some in (dossiers, dossiers[::-1])]
    assert told[0] == told[1]


def test_a_copy_of_before_a_new_request_differs_in_nothing() -> None:
    """What a member was asked last holds; only who it is can be told differently."""
    first = Member(at=EARLY, label="PL", asked="pijlers", given="2026-01-01")
    team = Dossier(edition="e", members={"m-1": replace(first, at=LATE, asked="startpunt", given="2026-02-01")})
    copy = Dossier(edition="e", member="m-1", members={"m-1": first})
    assert list(differences([team, copy])) == []
    assert merge(team, copy).members["m-1"].asked == "startpunt"
    renamed = replace(copy, members={"m-1": replace(first, label="Petra")})
    assert [one.path for one in differences([team, renamed])] == ["members/m-1"]


def test_what_a_member_is_asked_is_written_where_it_was_asked_only() -> None:
    asked = Member(at=EARLY, label="PL", asked="pijlers", given="2026-01-01")
    dossier = Dossier(edition="e", members={"m-1": asked, "m-2": Member(at=EARLY, label="KV")})
    members = json.loads(text(dossier))["members"]
    assert (members["m-1"]["asked"], members["m-1"]["given"]) == ("pijlers", "2026-01-01")
    assert {"asked", "given"} & members["m-2"].keys() == set()
