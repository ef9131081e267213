"""One meeting (overleg) as data: what changed, what stands, who does what, when next. Pure; today is passed in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fii_widgets.dossier.late import late_id, standing
from fii_widgets.dossier.merge import content_of, instant
from fii_widgets.dossier.records import Action, ActionState, Dossier, Review, ReviewState, Text, Texts
from fii_widgets.dossier.rhythm import next_day, rhythm_of
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.meetings.lights import NO_LIGHT, RANK, Board, Light, Point, before, boards, lights_of, notes_of

#: states of an action that is carried over to the next review
CARRIED = (ActionState.OPEN, ActionState.BUSY)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One point in two reviews."""

    point: Point
    was: Light | None  #: None: there was no earlier review, or the phase was not in play then
    now: Light
    note: str = ""

    @property
    def changed(self) -> bool:
        """Whether the light is another than the last time."""
        return self.was is not None and self.was != self.now

    @property
    def way(self) -> int:
        """1 better, -1 worse, 0 where that cannot be said."""
        was, now = RANK.get(self.was.shape if self.was else ""), RANK.get(self.now.shape)
        return 0 if was is None or now is None else (now > was) - (now < was)


@dataclass(frozen=True, kw_only=True)
class BoardLines:
    """The stoplight of one phase in this review."""

    board: Board
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Task:
    """An action, as the meeting sees it."""

    id: str
    action: Action
    origin: str  #: text of the item, or title of the instrument, that it came from
    agreed: str  #: day of the review in which it was agreed
    late: int  #: days too late; 0: not late, or done


@dataclass(frozen=True, kw_only=True)
class ReviewReport:
    """What a meeting needs on one sheet."""

    id: str
    review: Review
    previous: Review | None
    boards: tuple[BoardLines, ...]
    elsewhere: tuple[tuple[str, int], ...]  #: (title of another instrument, answers changed since the last review)
    decisions: tuple[Text, ...]
    corrections: tuple[Text, ...]
    added_later: int  #: notes and decisions of after the closing that no correction tells of
    made: tuple[Task, ...]  #: actions agreed in this review
    carried: tuple[Task, ...]  #: actions of earlier reviews that are not done
    next: str  #: day of the next review; empty: not agreed and no rhythm

    @property
    def changed(self) -> list[Line]:
        """The points whose light is another than the last time; worse first."""
        lines = [line for one in self.boards for line in one.lines if line.changed]
        return sorted(lines, key=lambda line: (line.way if line.way else 2, line.point.id))

    @property
    def overdue(self) -> list[Task]:
        """Actions that should have been done; the latest first."""
        return sorted((one for one in (*self.carried, *self.made) if one.late), key=lambda one: -one.late)


def review_report(dossier: Dossier, id_: str, instruments: Sequence[Instrument], today: str) -> ReviewReport:
    """Report on a review. A closed one tells what was frozen; an open one what stands now. KeyError: no such review."""
    review = dossier.reviews[id_]
    found = before(dossier, id_)
    previous = found[1] if found else None
    lights, notes = lights_of(review, dossier, instruments), notes_of(review, dossier, instruments)
    was = previous.lights if previous else {}
    played = previous.phases if previous else None
    seen = {*review.lights, *notes}
    tasks = [_task(key, one, dossier, instruments, today) for key, one in sorted(dossier.actions.items())]
    return ReviewReport(
        id=id_,
        review=review,
        previous=previous,
        boards=tuple(_beside(board, played, was, lights, notes) for board in boards(instruments, review.phases, seen)),
        elsewhere=tuple(_elsewhere(dossier, review, previous, instruments)),
        decisions=_by_time(review.decisions.values()),
        corrections=_by_time(standing(id_, review, content_of).values()),
        added_later=_added_later(id_, review),
        made=tuple(one for one in tasks if one.action.review == id_),
        carried=tuple(one for one in tasks if one.action.review != id_ and one.action.state in CARRIED),
        next=following(review, dossier),
    )


def compare(dossier: Dossier, one: str, other: str, instruments: Sequence[Instrument]) -> list[BoardLines]:
    """Put two reviews beside each other: `one` as it was, `other` as it is. KeyError: no such review."""
    first, second = dossier.reviews[one], dossier.reviews[other]
    was, now = lights_of(first, dossier, instruments), lights_of(second, dossier, instruments)
    return [
        _beside(board, first.phases, was, now, {}, absent=NO_LIGHT)
        for board in boards(instruments, {*first.phases, *second.phases}, {*was, *now})
    ]


def _beside(
    board: Board,
    played: Sequence[int] | None,
    was: Mapping[str, str],
    now: Mapping[str, str],
    notes: Texts,
    absent: Light | None = None,
) -> BoardLines:
    """Put the points of a board in two reviews; `absent` is the light in a review in which its phase was not `played`."""
    in_play = played is not None and board.phase in (0, *played)
    return BoardLines(
        board=board,
        lines=tuple(
            Line(
                point=point,
                was=point.light(was.get(point.id, "")) if in_play else absent,
                now=point.light(now.get(point.id, "")),
                note=notes[point.id].text if point.id in notes else "",
            )
            for point in board.points
        ),
    )


def following(review: Review, dossier: Dossier) -> str:
    """Return the day of the next review: as agreed, else as the rhythm gives it; empty without either."""
    rhythm = rhythm_of(dossier)
    return review.next or (next_day(review.date, rhythm) if rhythm else "")


def _by_time(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple(sorted(texts, key=lambda one: (instant(one.at), one.text)))


def _added_later(id_: str, review: Review) -> int:
    if review.state is not ReviewState.CLOSED:
        return 0
    closing = instant(review.at)
    parts = {"notes": review.notes, "decisions": review.decisions}
    return sum(
        instant(one.at) > closing and late_id(f"reviews/{id_}/{part}/{own}", content_of(one)) not in review.corrections
        for part, texts in parts.items()
        for own, one in texts.items()
    )


def _elsewhere(
    dossier: Dossier, review: Review, previous: Review | None, instruments: Sequence[Instrument]
) -> Iterator[tuple[str, int]]:
    """Count what changed in other instruments between the two reviews."""
    if previous is None:
        return
    start = instant(previous.at)
    end = instant(review.at) if review.state is ReviewState.CLOSED else "9999"
    fresh = {id_.partition("@")[0] for id_, one in dossier.answers.items() if start < instant(one.at) <= end}
    for instrument in instruments:
        if not (instrument.phase in review.phases and instrument.id.startswith("stoplicht-")):
            n = len(fresh & _ids(instrument))
            if n:
                yield instrument.title, n


def _ids(instrument: Instrument) -> set[str]:
    return {
        *(field.id for field in instrument.fields),
        *(item.id for item in instrument.items),
        *(f"{item.id}-{line.id}" for item in instrument.items for line in instrument.asked),
    }


def _task(id_: str, action: Action, dossier: Dossier, instruments: Sequence[Instrument], today: str) -> Task:
    late = 0
    if action.due and action.state in CARRIED:
        late = max(0, (date.fromisoformat(today) - date.fromisoformat(action.due)).days)
    agreed = dossier.reviews[action.review].date if action.review in dossier.reviews else ""
    return Task(id=id_, action=action, origin=origin_of(action.item, instruments), agreed=agreed, late=late)


def origin_of(id_: str, instruments: Sequence[Instrument]) -> str:
    """Return the words of the item or instrument that an id means; the id itself where it lapsed."""
    bare = id_.partition("@")[0]
    for instrument in instruments:
        if instrument.id == id_:
            return instrument.title
        for item in instrument.items:
            if item.id == bare:
                return item.text
    return id_


def close(dossier: Dossier, id_: str, instruments: Sequence[Instrument], now: str) -> Review:
    """Return the review, closed: its lights and notes frozen as they stand, its next day filled in by the rhythm.

    A note gets the time of closing, as a light has it: that is when it became part of the meeting.
    """
    review = dossier.reviews[id_]
    return replace(
        review,
        at=now,
        state=ReviewState.CLOSED,
        lights=dict(sorted(lights_of(review, dossier, instruments).items())),
        notes={id_: replace(note, at=now) for id_, note in sorted(notes_of(review, dossier, instruments).items())},
        next=following(review, dossier),
    )
