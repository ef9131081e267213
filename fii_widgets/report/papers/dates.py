"""A dossier → the next meetings of its team, and the days of its actions. Pure; knows no calendar format and no clock."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fii_widgets.dossier.days_off import day_off, holiday
from fii_widgets.dossier.merge import instant
from fii_widgets.dossier.records import NEVER, Action, Dossier, Rhythm
from fii_widgets.dossier.rhythm import A_YEAR, next_days, rhythm_of
from fii_widgets.dossier.shown import shown
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.meetings.coming import beginning, next_date
from fii_widgets.report.meetings.list_actions import with_list_actions
from fii_widgets.report.meetings.owners import is_of
from fii_widgets.report.meetings.review import CARRIED
from fii_widgets.words import word
from fii_widgets.words.common import day as say_day


@dataclass(frozen=True, kw_only=True)
class Meetings:
    """A series of meetings."""

    uid: str  #: the same for the same team, whatever is agreed later
    sequence: int  #: grows with every meeting and every other day for one, so that a calendar takes the newer file
    stamp: str  #: ISO time of the dossier
    title: str
    text: str
    link: str = ""  #: where the dossier makes the agenda; empty: the site's address is not known
    first: date
    rhythm: Rhythm | None  #: None: this one meeting only


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """The day on which an action must be done."""

    uid: str  #: the same for the same action, whatever changes in it
    sequence: int  #: minutes since 1970 of its last change
    stamp: str  #: ISO time of the dossier
    title: str
    day: date


def deadlines(dossier: Dossier, instruments: Sequence[Instrument], owner: str = "") -> tuple[Deadline, ...]:
    """Return the days of the actions that run, the first day first: of all, or of one owner. Raises RequestError where none has a day."""
    running = {id_: one for id_, one in _dated(dossier, instruments).items() if not owner or is_of(one.owner, owner)}
    if not running:
        raise RequestError(word("calendar_no_deadline_of", owner=owner[:80]) if owner else word("calendar_no_deadline"))
    return tuple(
        Deadline(
            uid=f"actie-{id_}@{dossier.edition}",
            sequence=_minutes(one.at),
            stamp=dossier.saved if dossier.saved != NEVER else one.at,
            title=f"{one.text} ({one.owner})" if one.owner.strip() else one.text,
            day=date.fromisoformat(one.due),
        )
        for id_, one in sorted(running.items(), key=lambda pair: (pair[1].due, pair[0]))
    )


def owners(dossier: Dossier, instruments: Sequence[Instrument]) -> tuple[str, ...]:
    """Return who has an action that runs and has a day, each as it was written first, in the order of the alphabet."""
    names = {one.owner.strip().lower(): one.owner.strip() for one in _dated(dossier, instruments).values()}
    return tuple(names[key] for key in sorted(names) if key)


def _dated(dossier: Dossier, instruments: Sequence[Instrument]) -> Mapping[str, Action]:
    own = [own_list(one, dossier.answers) for one in instruments]
    actions = with_list_actions(shown(dossier), own).actions
    return {id_: one for id_, one in actions.items() if one.due and one.state in CARRIED}


def meetings(dossier: Dossier, site: str = "") -> Meetings:
    """Return the meetings from the next one that was agreed, or that the rhythm gives. Raises RequestError without either.

    `site` is the address of the handbook, ending in a slash; empty where it is not known.
    """
    begun = beginning(dossier)
    if not begun:
        raise RequestError(word("paper_no_review"))
    first = next_date(dossier)
    if not first:
        raise RequestError(word("calendar_no_date"))
    latest = max(dossier.reviews.values(), key=lambda one: instant(one.at)).at
    name = dossier.name.text if dossier.name else ""
    link = f"{site}dossier/#stukken" if site else ""
    rhythm, day = rhythm_of(dossier), date.fromisoformat(first)
    text = word("calendar_linked", link=link) if link else word("calendar_text")
    return Meetings(
        uid=f"overleg-{begun}@{dossier.edition}",
        sequence=_minutes(latest) + len(dossier.reviews),
        stamp=dossier.saved if dossier.saved != NEVER else latest,
        title=f"{word('calendar_title')}: {name}" if name else word("calendar_title"),
        text="\n".join((text, *_days_off(day, rhythm))),
        link=link,
        first=day,
        rhythm=rhythm,
    )


def _days_off(first: date, rhythm: Rhythm | None) -> Iterator[str]:
    """Say on which of the days of a year many are free. Every meeting has the same day of the week: that is said once."""
    if day_off(first) and not holiday(first):
        yield word("off_always", called=word(f"off_{day_off(first)}"))
    later = next_days(first.isoformat(), rhythm, A_YEAR[rhythm] - 1) if rhythm else []
    free = {one: holiday(date.fromisoformat(one)) for one in (first.isoformat(), *later)}
    told = [word("off_one", day=say_day(one), called=word(f"off_{code}")) for one, code in free.items() if code]
    if told:
        yield word("off_days", days=". ".join(told))


def _minutes(at: str) -> int:
    return int(datetime.fromisoformat(at).timestamp() // 60)
