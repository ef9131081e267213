"""Dossiers as hypothesis makes them, for the tests of merging, saving and opening. Checks nothing itself."""

import os

from hypothesis import strategies as st

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.minutes import (
    FrozenBoard,
    FrozenCount,
    FrozenDecision,
    FrozenPoint,
    FrozenTask,
    FrozenTopic,
    Light,
    Minutes,
)
from fii_widgets.dossier.records import (
    Action,
    ActionState,
    Aside,
    Change,
    Dossier,
    Event,
    Member,
    Openness,
    Place,
    Review,
    ReviewState,
    Rhythm,
    Round,
    Side,
    Text,
    Topic,
)

#: the issue's counts, or a fiftieth of them
CASES = 10_000 if os.environ.get("FII_FULL") else 200

# few ids, times and words: merging is only hard where files meet
ITEMS = st.sampled_from(["s1-01", "s1-02", "om-1@1", "oud-9", "s1-01.tekst"])
IDS = st.sampled_from(["r-1", "r-2"])
MEMBERS = st.sampled_from(["", "m-1", "m-2"])
TIMES = st.sampled_from(
    [
        "2026-01-01T09:00:00.000Z",
        "2026-01-01T09:00:00Z",
        "2026-01-01T10:00:00.000+01:00",
        "2026-02-01T09:00:00.000Z",
        "2026-03-01T09:00:00.001Z",
    ]
)
DAYS = st.sampled_from(["2026-01-05", "2026-02-02", "2026-03-02"])
WORDS = st.one_of(
    st.sampled_from(["", "groen", "rood", "=1+1", 'é 漢 \U0001f600 \u2028 \x07 " \\ </script>']),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
CHOICES = st.sampled_from(["", "groen", "oranje", "rood", "onbekend", "paars"])


def _map(keys: st.SearchStrategy[str], values: st.SearchStrategy[object], most: int = 3) -> st.SearchStrategy[dict]:  # type: ignore[type-arg]
    return st.dictionaries(keys, values, max_size=most)


CLEANED = st.one_of(st.just(""), TIMES)
ANSWERS = st.builds(Answer, choice=CHOICES, note=WORDS, at=TIMES, cleaned=CLEANED)
TEXTS = st.builds(Text, at=TIMES, text=WORDS, cleaned=CLEANED)
AGAIN = st.one_of(st.just(""), DAYS)
DECISIONS = st.builds(
    Text, at=TIMES, text=WORDS, removed=st.booleans(), again=AGAIN, replaces=st.sampled_from(["", "r-1/r-2", "r-9/d-9"])
)
CORRECTIONS = st.builds(
    Text,
    at=TIMES,
    text=WORDS,
    removed=st.booleans(),
    again=AGAIN,
    about=st.one_of(st.just(""), IDS),
    lapsed=st.booleans(),
)
LIGHTS = st.builds(Light, st.sampled_from(["groen", "rood", "leeg"]), WORDS)
POINTS = st.builds(FrozenPoint, id=ITEMS, number=st.integers(0, 9), text=WORDS, was=st.none() | LIGHTS, now=LIGHTS)
TASKS = st.builds(
    FrozenTask,
    id=st.sampled_from(["a-1", "a-2"]),
    text=WORDS,
    owner=WORDS,
    due=st.one_of(st.just(""), DAYS),
    state=st.sampled_from(ActionState),
    late=st.integers(0, 9),
    made=st.booleans(),
)
MINUTES = st.builds(
    Minutes,
    previous=st.one_of(st.just(""), DAYS),
    boards=st.builds(
        FrozenBoard, phase=st.integers(0, 6), title=WORDS, points=st.lists(POINTS, max_size=1).map(tuple)
    ).map(lambda one: (one,)),
    elsewhere=st.builds(FrozenCount, title=WORDS, count=st.integers(1, 9)).map(lambda one: (one,)),
    tasks=st.lists(TASKS, max_size=1).map(tuple),
    topics=st.builds(FrozenTopic, text=WORDS, said=WORDS, discussed=st.booleans()).map(lambda one: (one,)),
    notes=_map(ITEMS, st.just("0a1b2c3d"), 1),
    decisions=_map(IDS, st.just("0a1b2c3d"), 1),
    earlier=st.none()
    | st.builds(FrozenDecision, date=DAYS, text=WORDS, lapsed=st.booleans(), again=AGAIN).map(lambda one: (one,)),
)
REVIEWS = st.builds(
    Review,
    at=TIMES,
    date=DAYS,
    next=st.one_of(st.just(""), DAYS),
    phases=st.sets(st.integers(1, 6), max_size=2).map(lambda found: tuple(sorted(found))),
    state=st.sampled_from(ReviewState),
    present=st.lists(WORDS, max_size=2).map(tuple),
    agenda=WORDS,
    lights=_map(ITEMS, CHOICES),
    notes=_map(ITEMS, TEXTS),
    minutes=st.none() | MINUTES,
    decisions=_map(IDS, DECISIONS, 2),
    corrections=_map(IDS, CORRECTIONS, 1),
    removed=st.booleans(),
    cleaned=CLEANED,
)
ACTIONS = st.builds(
    Action,
    at=TIMES,
    text=WORDS,
    item=st.one_of(st.just(""), ITEMS),
    review=st.one_of(st.just(""), IDS),
    owner=WORDS,
    due=st.one_of(st.just(""), DAYS),
    state=st.sampled_from(ActionState),
    removed=st.booleans(),
)
TOPICS = st.builds(
    Topic,
    at=TIMES,
    text=WORDS,
    item=st.one_of(st.just(""), ITEMS),
    review=st.one_of(st.just(""), IDS),
    said=WORDS,
    removed=st.booleans(),
)
PEOPLE = st.builds(
    Member,
    at=TIMES,
    label=WORDS,
    role=WORDS,
    side=st.sampled_from(Side),
    gone=st.booleans(),
    asked=st.sampled_from(["", "stoplicht-1 pijlers"]),
    given=st.one_of(st.just(""), DAYS),
    answers=_map(ITEMS, ANSWERS),
)
PLACES = st.builds(Place, at=TIMES, label=WORDS, gone=st.booleans(), answers=_map(ITEMS, ANSWERS))
ROUNDS = st.builds(
    Round,
    at=TIMES,
    instrument=st.sampled_from(["borging", "oud"]),
    date=DAYS,
    subject=st.integers(1, 2),
    answers=_map(ITEMS, ANSWERS),
    removed=st.booleans(),
)
CHANGES = st.builds(Change, item=ITEMS, before=st.none() | ANSWERS, after=st.none() | ANSWERS)
EVENTS = st.builds(
    Event,
    at=TIMES,
    event=st.sampled_from(["opened", "undone", "wiped", "merged"]),
    file=st.none() | WORDS,
    changes=st.lists(CHANGES, max_size=2).map(tuple),
)


def _one_of(kind: type) -> st.SearchStrategy[Text | None]:
    return st.none() | st.builds(Text, at=TIMES, text=st.sampled_from(kind).map(lambda one: str(one.value)))


#: what somebody took out for good: words in a register, all of one, what stood aside, the name of a file
PLACES_TAKEN = [
    "s1-01", "om-1@1", "settings/name", "actions/a-1", "actions/a-1/", "topics/t-1/", "reviews/r-1", "reviews/r-1/",
    "reviews/r-1/notes/s1-01", "reviews/r-2/decisions/r-1/", "members/m-1", "members/m-1/", "members/m-1/s1-01",
    "places/p-1/", "rounds/n-1/", "aside/rest%2F%C3%A9", "history/2026-02-01T09:00:00.000Z",
]  # fmt: skip
#: as a hand might write them: in any order of registers, not merged with themselves yet
RAW = st.builds(
    Dossier,
    edition=st.just("handboek-fii"),
    content=st.sampled_from(["0.1.0", "0.2.0"]),
    saved=TIMES,
    name=st.none() | TEXTS,
    rhythm=_one_of(Rhythm),
    team=_one_of(Openness),
    asked=st.none() | TEXTS,
    keeper=st.none() | st.builds(Text, at=TIMES, text=st.sampled_from(["", "m-1", "m-2"])),
    member=MEMBERS,
    answers=_map(ITEMS, ANSWERS),
    reviews=_map(IDS, REVIEWS, 2),
    actions=_map(st.sampled_from(["a-1", "a-2"]), ACTIONS, 2),
    topics=_map(st.sampled_from(["t-1", "t-2"]), TOPICS, 2),
    members=_map(st.sampled_from(["m-1", "m-2"]), PEOPLE, 2),
    places=_map(st.just("p-1"), PLACES, 1),
    rounds=_map(st.sampled_from(["n-1", "n-2"]), ROUNDS, 2),
    versions=st.tuples(
        _map(ITEMS, st.lists(ANSWERS, max_size=2).map(tuple), 2),
        _map(st.just("actions/a-1"), st.lists(ACTIONS, max_size=2).map(tuple), 1),
        _map(st.just("rounds/n-1"), st.lists(ROUNDS, max_size=2).map(tuple), 1),
    ).map(lambda all_: all_[0] | all_[1] | all_[2]),
    history=st.lists(EVENTS, max_size=2).map(tuple),
    aside=st.lists(
        st.builds(Aside, where=st.sampled_from(["answers/s1-09", "rest/é"]), text=st.just(("null",))), max_size=1
    ).map(tuple),
    forgotten=_map(st.sampled_from(PLACES_TAKEN), TIMES),
)

#: as they come out of a file
DOSSIERS = RAW.map(merge)
