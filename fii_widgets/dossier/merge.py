"""Dossiers → one dossier: a union of everything each register ever held. Pure; has no clock.

Commutative, associative and idempotent, because it is a union: in every register each different value is kept once,
with the latest time at which it was set; the value that stands is chosen from that set, the others are its versions.
Nothing vanishes, but for what somebody took out of the history too (see forgotten). (A closed review is the one place where the *earliest* stands: it is history, and what another
machine closed later must not replace it silently. What another file adds to it is told in a dated line: see late.)
"""

import json
from binascii import crc32
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.forgotten import Forgotten, events_left, is_aside_left, joined, set_at, since
from fii_widgets.dossier.forgotten import instant as instant
from fii_widgets.dossier.late import late_id, late_lines
from fii_widgets.dossier.records import (
    NEVER,
    Action,
    Aside,
    Dossier,
    Event,
    Member,
    Place,
    Review,
    ReviewState,
    Round,
    Text,
    Topic,
    Value,
)
from fii_widgets.dossier.write import PARTS, lost, plain
from fii_widgets.errors import RequestError

#: path → canonical content → the value with the latest time
type Registers = dict[str, dict[str, Value]]
#: what a dossier has one of, under settings/
_SETTINGS = ("name", "rhythm", "team", "asked", "keeper")


def merge(first: Dossier, *others: Dossier) -> Dossier:
    """Merge any number of dossiers of one edition.

    Guarantees: the order of the files does not matter, merging twice changes nothing, and every value of every file
    stands in the result or in its versions, but what was forgotten. A member's own copy that meets other files becomes
    part of the team's dossier: its answers go under that member. Two copies of the same member stay that member's copy.
    """
    dossiers = [first, *others]
    if len({one.edition for one in dossiers}) > 1:
        raise RequestError(
            "Deze bestanden horen bij verschillende uitgaven van het handboek en kunnen niet worden samengevoegd. "
            "Er is niets veranderd. Open elk bestand in zijn eigen uitgave."
        )
    members = {one.member for one in dossiers}
    member = first.member if len(members) == 1 else ""
    found, gone = _collected(dossiers, member)
    untold = set(_forget(found, gone)) if gone else set()
    for path, line in late_lines(dossiers, found, content_of):
        if path not in untold:
            _add(found, path, line)
    latest = max(dossiers, key=lambda one: (instant(one.saved), one.saved, one.content))
    return replace(
        _build(replace(latest, member=member), found),
        history=_events(dossiers, gone),
        aside=_asides(dossiers, gone),
        forgotten=gone,
    )


def _collected(dossiers: Sequence[Dossier], member: str) -> tuple[Registers, dict[str, str]]:
    """Return what every file says of each register, and what is forgotten, where each stands after merging."""
    found: Registers = defaultdict(dict)
    tables = []
    for dossier in dossiers:
        inside = f"members/{dossier.member}/" if dossier.member and not member else ""
        for path, value in registers(dossier):
            _add(found, inside + path if inside and "/" not in path else path, value)
        tables.append([(inside + at if "/" not in at else at, time) for at, time in dossier.forgotten.items()])
    return found, joined(tables)


def _forget(found: Registers, gone: Forgotten) -> Iterator[str]:
    """Drop what was forgotten; yield the lines that told of such a text under a closed meeting, which go too."""
    for path in [*found]:
        if not (last := since(gone, path)):
            continue
        for content, value in [*found[path].items()]:
            if path.startswith("reviews/"):
                line = f"{'/'.join(path.split('/')[:2])}/corrections/{late_id(path, content)}"
                found.pop(line, None)
                yield line
            if set_at(value) <= last:
                del found[path][content]


def registers(dossier: Dossier) -> Iterator[tuple[str, Value]]:
    """Yield every value of a dossier with its path: those that stand, and those that lost."""
    for name in _SETTINGS:
        if setting := getattr(dossier, name):
            yield f"settings/{name}", setting
    yield from dossier.answers.items()
    for id_, review in dossier.reviews.items():
        bare = replace(review, notes={}, decisions={}, corrections={})
        if bare != _nobody("reviews"):
            yield f"reviews/{id_}", bare
        for part in PARTS:
            for own, text in getattr(review, part).items():
                yield f"reviews/{id_}/{part}/{own}", text
    for id_, action in dossier.actions.items():
        yield f"actions/{id_}", action
    for id_, topic in dossier.topics.items():
        yield f"topics/{id_}", topic
    for id_, one in dossier.rounds.items():
        yield f"rounds/{id_}", one
    for id_, member in dossier.members.items():
        yield from _with_answers("members", id_, member)
    for id_, place in dossier.places.items():
        yield from _with_answers("places", id_, place)
    for path, values in dossier.versions.items():
        for value in values:
            yield path, value


def _with_answers(kind: str, id_: str, one: Member | Place) -> Iterator[tuple[str, Value]]:
    bare = replace(one, answers={})
    if bare != _nobody(kind):
        yield f"{kind}/{id_}", bare
    for item, answer in one.answers.items():
        yield f"{kind}/{id_}/{item}", answer


def _nobody(kind: str) -> Any:
    """What stands where only parts of a record are known; it is no value, so merging never counts it."""
    if kind == "reviews":
        return Review(at=NEVER, date="1970-01-01")
    return Member(at=NEVER) if kind == "members" else Place(at=NEVER)


def _add(found: Registers, path: str, value: Value) -> None:
    content = content_of(value)
    known = found[path].get(content)
    if known is None or later(value, known):
        found[path][content] = value


def content_of(value: Value) -> str:
    """Return what a value says, apart from when: two values with the same content do not differ."""
    if isinstance(value, Answer):
        return _answer_content(value.choice, value.note)
    if isinstance(value, Text):
        return _canonical(_text_content(value))
    return _canonical({name: part for name, part in lost(value).items() if name not in ("at", "cleaned")})


def _text_content(value: Text) -> object:
    """Most texts have words only, and marks that were made of those alone still hold."""
    more = {name: part for name in ("again", "replaces", "about", "lapsed") if (part := getattr(value, name))}
    parts = [value.text, *(["removed"] if value.removed else []), *([more] if more else [])]
    return parts if len(parts) > 1 else value.text


def mark_of(value: Value) -> str:
    """Return a few letters that tell the versions of one register apart; the same on every machine."""
    return f"{crc32(content_of(value).encode('utf-8', 'surrogatepass')):08x}"


@lru_cache(maxsize=4096)
def _answer_content(choice: str, note: str) -> str:
    """Most values are answers: a year of a team has thousands, and few that differ."""
    return _canonical([choice, note])


def winner(values: Iterable[Value]) -> Value:
    """Choose the value that stands: the latest, and of closed reviews the earliest; what was begun is no plan any more."""
    known = list(values)
    if len(known) == 1:
        return known[0]
    known = [one for one in known if not _is_plan(one)] or known
    closed = [one for one in known if isinstance(one, Review) and one.state is ReviewState.CLOSED]
    return min(closed, key=_order) if closed else max(known, key=_order)


def _is_plan(value: Value) -> bool:
    return isinstance(value, Review) and value.state is ReviewState.PLANNED


def later(value: Value, other: Value) -> bool:
    """Say whether a value was set after another."""
    return _order(value) > _order(other)


def _order(value: Value) -> tuple[str, ...]:
    return set_at(value), content_of(value), value.at, getattr(value, "cleaned", "")


#: one form for one value; made once, for it is used for every value of every file
_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _events(dossiers: Iterable[Dossier], gone: Forgotten) -> tuple[Event, ...]:
    """Join the histories; an event that several files know is one event."""
    all_ = (event for dossier in dossiers for event in dossier.history)
    known = {_canonical(plain(event)): event for event in (events_left(gone, all_) if gone else all_)}
    return tuple(event for _, event in sorted(known.items(), key=lambda pair: (instant(pair[1].at), pair[0])))


def _asides(dossiers: Iterable[Dossier], gone: Forgotten) -> tuple[Aside, ...]:
    """Join what could not be read, in the order of the page; the same in several files stands there once."""
    all_ = {one for dossier in dossiers for one in dossier.aside}
    return tuple(sorted((one for one in all_ if not gone or is_aside_left(gone, one)), key=_place))


def _place(one: Aside) -> tuple[int, ...]:
    """Return what sorts as in the scripts: they compare a text by its halves of characters. The page's Python has no UTF-16."""
    letters = map(ord, _canonical([one.where, list(one.text)]))
    halves = ((at,) if at < 0x10000 else (0xD7C0 + (at >> 10), 0xDC00 + (at & 0x3FF)) for at in letters)
    return tuple(half for pair in halves for half in pair)


def _build(base: Dossier, found: Registers) -> Dossier:
    settings: dict[str, Any] = dict.fromkeys(_SETTINGS)
    answers: dict[str, Answer] = {}
    records: dict[str, dict[str, Any]] = {"reviews": {}, "actions": {}, "topics": {}, "members": {}, "places": {}}
    records["rounds"] = {}
    parts: dict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
    versions: dict[str, tuple[Value, ...]] = {}
    for path in sorted(found):
        values = found[path].values()
        if not values:
            continue
        value = winner(values)
        if len(values) > 1:
            versions[path] = tuple(sorted((one for one in values if one is not value), key=_order))
        match path.split("/"):
            case [item]:
                answers[item] = cast(Answer, value)
            case ["settings", name]:
                settings[name] = cast(Text, value)
            case [kind, id_]:
                records[kind][id_] = value
            case [*holder, own]:
                parts[tuple(holder)][own] = value
    for (kind, id_, *part), values_ in parts.items():
        record = records[kind].setdefault(id_, _nobody(kind))
        records[kind][id_] = replace(record, **{part[0] if part else "answers": values_})
    return Dossier(
        edition=base.edition,
        content=base.content,
        saved=base.saved,
        member=base.member,
        answers=answers,
        reviews=_sorted(records["reviews"], Review),
        actions=_sorted(records["actions"], Action),
        topics=_sorted(records["topics"], Topic),
        members=_sorted(records["members"], Member),
        places=_sorted(records["places"], Place),
        rounds=_sorted(records["rounds"], Round),
        versions=versions,
        **settings,
    )


def _sorted[T](records: dict[str, Any], kind: type[T]) -> dict[str, T]:
    return {id_: records[id_] for id_ in sorted(records)}
