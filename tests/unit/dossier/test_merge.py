"""Merging keeps three laws and loses nothing; saving and opening gives the same bytes. Ten thousand cases each."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.differences import differences, renewed
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.forgotten import set_at, since
from fii_widgets.dossier.late import standing
from fii_widgets.dossier.merge import content_of, instant, merge, registers
from fii_widgets.dossier.records import (
    SCHEMA,
    Action,
    Aside,
    Change,
    Dossier,
    Event,
    Member,
    Place,
    Review,
    ReviewState,
    Round,
    Text,
    Topic,
)
from fii_widgets.dossier.write import text
from fii_widgets.errors import RequestError
from tests.unit.dossiers import CASES, DOSSIERS, PLACES_TAKEN, RAW, TIMES

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
    gone = merge(both, Dossier(edition=both.edition)).forgotten
    assert all(since(gone, path) for path, _ in lost)


@MANY
@given(st.lists(DOSSIERS, min_size=2, max_size=3), st.sampled_from(PLACES_TAKEN), TIMES)
def test_what_is_forgotten_stays_forgotten_in_every_file_it_meets(dossiers: list[Dossier], place: str, at: str) -> None:
    """Whatever was set before that time is gone, whichever way the files come together; what was set after it stands."""
    rid = merge(replace(dossiers[0], member="", forgotten={**dossiers[0].forgotten, place: at}))
    for files in ([rid, *dossiers], [*dossiers, rid], [dossiers[-1], merge(rid, dossiers[0]), *dossiers]):
        both = merge(*files)
        assert instant(both.forgotten[place]) >= instant(at)
        stands = {(path, content_of(value)): set_at(value) for path, value in registers(both)}
        for path, value in (pair for file in files for pair in registers(merge(file, Dossier(edition=file.edition)))):
            last = since(both.forgotten, path)
            assert stands.get((path, content_of(value)), "") >= set_at(value) if set_at(value) > last else True
        assert all(when > since(both.forgotten, path) for (path, _), when in stands.items())
        assert all(
            set_at(told.value) > since(both.forgotten, one.path) for one in differences(files) for told in one.told
        )


SAID, GONE = "Bel Jan Jansen", "2026-01-15T09:00:00.000Z"
JAN = Text(at=EARLY, text=SAID)
CLOSED = Review(
    at=EARLY,
    date="2026-01-01",
    state=ReviewState.CLOSED,
    present=("Jan",),
    decisions={"d-1": JAN},
    notes={"s1-01": JAN},
)
#: of every kind one, and the place of it
KINDS: dict[str, Dossier] = {
    "s1-01": Dossier(edition="e", answers={"s1-01": Answer(note=SAID, at=EARLY)}),
    "g-kandidaat@2": Dossier(edition="e", answers={"g-kandidaat@2": Answer(note=SAID, at=EARLY)}),
    "borging.e-abcdef.tekst": Dossier(edition="e", answers={"borging.e-abcdef.tekst": Answer(note=SAID, at=EARLY)}),
    "settings/name": Dossier(edition="e", name=JAN),
    "actions/a-1/": Dossier(edition="e", actions={"a-1": Action(at=EARLY, text="Bel", owner="Jan")}),
    "topics/t-1/": Dossier(edition="e", topics={"t-1": Topic(at=EARLY, text="Over Jan")}),
    "rounds/n-1/": Dossier(edition="e", rounds={"n-1": Round(at=EARLY, instrument="borging", date="2026-01-01", answers={"b-1": Answer(note=SAID, at=EARLY)})}),
    "members/m-1/": Dossier(edition="e", members={"m-1": Member(at=EARLY, label="Jan", answers={"s1-01": Answer(note=SAID, at=EARLY)})}),
    "members/m-1/s1-01": Dossier(edition="e", members={"m-1": Member(at=EARLY, answers={"s1-01": Answer(note=SAID, at=EARLY)})}),
    "places/p-1/": Dossier(edition="e", places={"p-1": Place(at=EARLY, label="Bij Jan")}),
    "reviews/r-1/": Dossier(edition="e", reviews={"r-1": replace(CLOSED, removed=True)}),
    "reviews/r-1/notes/s1-01": Dossier(edition="e", reviews={"r-1": Review(at=EARLY, date="2026-01-01", notes={"s1-01": JAN})}),
    "reviews/r-1/decisions/d-1/": Dossier(edition="e", reviews={"r-1": Review(at=EARLY, date="2026-01-01", decisions={"d-1": JAN})}),
    "reviews/r-1/corrections/c-1/": Dossier(edition="e", reviews={"r-1": Review(at=EARLY, date="2026-01-01", corrections={"c-1": JAN})}),
    "aside/answers%2Foud": Dossier(edition="e", aside=(Aside(where="answers/oud", text=(SAID,)),)),
    f"history/{EARLY}": Dossier(edition="e", history=(Event(at=EARLY, event="opened", file="Jan.json"),)),
}  # fmt: skip


@pytest.mark.parametrize("place", KINDS)
def test_of_every_kind_an_older_copy_brings_nothing_back(place: str) -> None:
    old = KINDS[place]
    rid = Dossier(edition="e", forgotten={place: GONE})
    for both in (merge(old, rid), merge(rid, old), merge(merge(old, rid), old), merge(rid)):
        assert "Jan" not in text(both)
        assert both.forgotten == {place: GONE}
    assert "Jan" in text(merge(old))  # known-bad: nobody took it away


def test_what_is_set_later_stands_and_what_words_were_taken_out_of_keeps_its_time() -> None:
    path = "reviews/r-1/decisions/d-1"
    old = Dossier(
        edition="e",
        reviews={"r-1": CLOSED},
        versions={path: (replace(JAN, text="Jan!", at="2025-12-31T09:00:00.000Z"),)},
    )
    left = replace(JAN, text="Bel …", cleaned="2026-01-15T09:00:00.001Z")
    rid = Dossier(
        edition="e",
        reviews={"r-1": replace(CLOSED, present=(), decisions={"d-1": left})},
        forgotten={path: GONE},
    )
    both = merge(old, rid)
    assert both.reviews["r-1"].decisions["d-1"] == left
    assert path not in both.versions
    assert both.reviews["r-1"].corrections == {}  # nor is it told as something that came later
    later = replace(
        old, reviews={"r-1": replace(CLOSED, decisions={"d-1": replace(JAN, at=LATE, text="Bel de gemeente")})}
    )
    assert merge(rid, later).reviews["r-1"].decisions["d-1"].text == "Bel de gemeente"


def test_the_line_under_a_closed_meeting_goes_with_what_it_tells() -> None:
    """Files that were merged before tell the text under the minutes, in words of their own."""
    old = Dossier(edition="e", reviews={"r-1": CLOSED})
    lacks = Dossier(edition="e", reviews={"r-1": replace(CLOSED, decisions={}, notes={})})
    told = merge(old, lacks)
    assert "Jan Jansen" in "".join(one.text for one in told.reviews["r-1"].corrections.values())
    gone = {f"reviews/r-1/{place}": GONE for place in ("decisions/d-1/", "notes/s1-01")}
    for both in (merge(told, replace(lacks, forgotten=gone)), merge(replace(lacks, forgotten=gone), old, lacks)):
        assert "Jan Jansen" not in text(both)


def test_the_history_tells_no_forgotten_answer() -> None:
    note, other = Answer(note=SAID, at=EARLY), Answer(note="Ja", at=EARLY)
    changes = tuple(Change(item=item, before=None, after=one) for item, one in (("s1-01", note), ("s1-02", other)))
    old = Dossier(edition="e", history=(Event(at=EARLY, event="opened", changes=changes),))
    for place in ("s1-01", "members/m-1/s1-01"):
        assert merge(old, Dossier(edition="e", forgotten={place: GONE})).history[0].changes == changes[1:]


def test_a_members_own_copy_says_it_of_that_member() -> None:
    copy = Dossier(edition="e", member="m-1", forgotten={"s1-01": GONE, "actions/a-1/": GONE})
    team = merge(copy, Dossier(edition="e"))
    assert team.forgotten == {"actions/a-1/": GONE, "members/m-1/s1-01": GONE}


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
