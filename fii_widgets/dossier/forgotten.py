"""What was taken out for good → what may still stand: one rule for every register, the history and what stood aside. Pure.

A dossier keeps of it the place and a time, and nothing else. Whatever was set there up to that time is dropped, in
whichever file it stands: a threshold, of which the latest holds, so that merging keeps its three laws. What was set
later stands. Where words only were taken out of a value, what is left of it counts as set just after (`cleaned`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import NEVER, Aside, Change, Dossier, Event, Value

#: place → time
type Forgotten = Mapping[str, str]


@lru_cache(maxsize=4096)
def instant(at: str) -> str:
    """Return a time in a form that sorts: always UTC, with microseconds."""
    moment = datetime.fromisoformat(at or NEVER)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")


def joined(tables: Iterable[Iterable[tuple[str, str]]]) -> dict[str, str]:
    """Return one table of several, sorted: of each place the latest time."""
    found: dict[str, str] = {}
    for place, at in (entry for table in tables for entry in table):
        found[place] = max(found.get(place, at), at, key=lambda one: (instant(one), one))
    return dict(sorted(found.items()))


def set_at(value: Value) -> str:
    """Return when a value was set, or when words were taken out of it."""
    cleaned = getattr(value, "cleaned", "")
    return max(instant(value.at), instant(cleaned)) if cleaned else instant(value.at)


def since(gone: Forgotten, path: str) -> str:
    """Return up to when what was set under a path is forgotten, as an instant; empty: nothing is."""
    return max((instant(gone[place]) for place in _places(path) if place in gone), default="")


def is_whole(dossier: Dossier, path: str) -> bool:
    """Whether a register was forgotten as a whole, and not only words in it."""
    return any(place in dossier.forgotten for place in _places(path) if place.endswith("/"))


@lru_cache(maxsize=4096)
def _places(path: str) -> tuple[str, ...]:
    """Return where a table may say it: at the register, at all of it, or at all that it is a part of."""
    parts = path.split("/")
    return (path, *("/".join(parts[:end]) + "/" for end in range(1, len(parts) + 1)))


def events_left(gone: Forgotten, events: Iterable[Event]) -> Iterator[Event]:
    """Yield the history without forgotten answers and names of files. It does not say whose an answer was."""
    last: dict[str, str] = {}
    for place, at in gone.items():
        if "/" not in place or place.startswith(("members/", "places/")):
            item = place.rpartition("/")[2]
            last[item] = max(last.get(item, ""), instant(at))

    def is_left(change: Change, answer: Answer | None) -> bool:
        return answer is not None and set_at(answer) > last.get(change.item, "")

    for event in events:
        changes = tuple(
            replace(
                one,
                before=one.before if is_left(one, one.before) else None,
                after=one.after if is_left(one, one.after) else None,
            )
            for one in event.changes
            if one.item not in last or is_left(one, one.before) or is_left(one, one.after)
        )
        yield replace(event, changes=changes, file=None if f"history/{event.at}" in gone else event.file)


def is_aside_left(gone: Forgotten, one: Aside) -> bool:
    """Whether what stood aside there is not forgotten."""
    return f"aside/{quote(one.where, safe="-_.!~*'()")}" not in gone
