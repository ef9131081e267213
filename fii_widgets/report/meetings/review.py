"""One meeting (overleg) as data: what changed, what stands, who does what, when next. Pure; today is passed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fii_widgets.dossier.answers import Answers
from fii_widgets.dossier.late import late_id, standing
from fii_widgets.dossier.merge import content_of, instant, mark_of
from fii_widgets.dossier.minutes import FrozenDecision, Light, Minutes
from fii_widgets.dossier.records import NEVER, Action, ActionState, Dossier, Review, ReviewState, Text, Texts, Topic
from fii_widgets.dossier.rhythm import next_day, rhythm_of
from fii_widgets.dossier.shown import shown
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.instrument.subjects import whom
from fii_widgets.report.meetings.decisions import Decided, appendix, by_time, decided, said_since, told_decisions
from fii_widgets.report.meetings.elsewhere import elsewhere
from fii_widgets.report.meetings.frozen import (
    frozen_boards,
    frozen_counts,
    frozen_tasks,
    frozen_topics,
    texts_at,
    told_boards,
    told_tasks,
    told_texts,
    told_topics,
)
from fii_widgets.report.meetings.lights import NO_LIGHT, Board, before, boards, lights_of, noted_since, notes_of
from fii_widgets.report.meetings.lines import BoardLines, Line, Task
from fii_widgets.report.meetings.list_actions import with_list_actions

#: states of an action that is carried over to the next review
CARRIED = (ActionState.OPEN, ActionState.BUSY)


@dataclass(frozen=True, kw_only=True)
class ReviewReport:
    """What a meeting needs on one sheet."""

    id: str
    review: Review
    previous: str  #: day of the closed review before this one; empty: there was none
    boards: tuple[BoardLines, ...]
    elsewhere: tuple[tuple[str, int], ...]  #: (title of another instrument, answers changed since the last review)
    topics: tuple[Topic, ...]  #: those without a review are still to be discussed, or were left for the next one
    decisions: tuple[Text, ...]  #: each with what was agreed beside its words
    earlier: tuple[FrozenDecision, ...]  #: earlier decisions of which was said what holds, since the meeting before
    again: tuple[Decided, ...]  #: decisions whose day to be looked at again has come; none of a closed meeting
    corrections: tuple[Text, ...]
    added_later: int  #: notes and decisions of after the closing that no correction tells of
    made: tuple[Task, ...]  #: actions agreed in this review
    carried: tuple[Task, ...]  #: actions of earlier reviews that are not done
    ended: tuple[Task, ...]  #: actions of earlier reviews that were done or lapsed since the one before
    next: str  #: day of the next review; empty: not agreed and no rhythm
    recorded: bool = True  #: False: closed by a handbook that did not write down words and actions; those are of now

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
    """Report on a review. A closed one tells what was frozen; an open one what stands now. KeyError: no such review.

    A review that an earlier handbook closed has no minutes: its lights and notes are as they were, the words of its
    points are those of now, and of its actions only is told which were agreed in it.
    """
    seen = shown(dossier)
    review = seen.reviews[id_]
    if review.state is ReviewState.OPEN:
        return _standing(seen, id_, instruments, today)
    if review.minutes:
        return _told(dossier, id_, review.minutes)
    path = f"reviews/{id_}"
    then = replace(
        review,
        notes=texts_at(dossier, f"{path}/notes", review.notes, review.at),
        decisions=texts_at(dossier, f"{path}/decisions", review.decisions, review.at),
    )
    report = _standing(replace(dossier, reviews={**seen.reviews, id_: then}), id_, instruments, today)
    return replace(
        report,
        corrections=appendix(dossier, id_, standing(id_, review, content_of).values()),
        added_later=_added_later(id_, review),
        earlier=(),
        again=(),
        made=tuple(replace(one, late=0, recorded=False) for one in report.made),
        carried=(),
        ended=(),
        topics=tuple(one for one in report.topics if one.review),
        recorded=False,
    )


def _told(dossier: Dossier, id_: str, minutes: Minutes) -> ReviewReport:
    """Report on a closed review from its minutes; only its corrections may be of later."""
    review = dossier.reviews[id_]
    notes = told_texts(dossier, f"reviews/{id_}/notes", review.notes, minutes.notes)
    decisions = told_texts(dossier, f"reviews/{id_}/decisions", review.decisions, minutes.decisions)
    # closed on two machines: what stands in these minutes was not in those of the other
    meant = {
        late_id(f"reviews/{id_}/{part}/{own}", content_of(text))
        for part, texts in (("notes", notes), ("decisions", decisions))
        for own, text in texts.items()
    }
    others = told_tasks(minutes, review.at, made=False)
    return ReviewReport(
        id=id_,
        review=review,
        previous=minutes.previous,
        boards=told_boards(minutes, notes),
        elsewhere=tuple((one.title, one.count) for one in minutes.elsewhere),
        topics=told_topics(minutes, id_, review.at),
        decisions=tuple(told_decisions(dossier, by_time(decisions.values()))),
        earlier=minutes.earlier or (),
        again=(),
        corrections=appendix(
            dossier, id_, (text for own, text in standing(id_, review, content_of).items() if own not in meant)
        ),
        added_later=_added_later(id_, review),
        made=told_tasks(minutes, review.at, made=True),
        carried=tuple(one for one in others if one.action.state in CARRIED),
        ended=tuple(one for one in others if one.action.state not in CARRIED),
        next=review.next,
    )


def _standing(dossier: Dossier, id_: str, instruments: Sequence[Instrument], today: str) -> ReviewReport:
    """Report on a review as everything stands now."""
    review = dossier.reviews[id_]
    found = before(dossier, id_)
    previous = found[1] if found else None
    lights, notes = lights_of(review, dossier, instruments), notes_of(id_, dossier, instruments)
    noted = noted_since(dossier, id_, notes)
    was = previous.lights if previous else {}
    played = previous.phases if previous else None
    seen = {*review.lights, *notes}
    actions = with_list_actions(dossier, instruments, begun=True).actions
    tasks = [_task(key, one, dossier, instruments, today) for key, one in sorted(actions.items())]
    others = [one for one in tasks if one.action.review != id_]
    known = decided(dossier)
    return ReviewReport(
        id=id_,
        review=review,
        previous=previous.date if previous else "",
        boards=tuple(
            _beside(board, played, was, lights, notes, noted) for board in boards(instruments, review.phases, seen)
        ),
        elsewhere=tuple(elsewhere(dossier, review, previous, instruments)),
        topics=tuple(one for _, one in sorted(dossier.topics.items()) if one.review in ("", id_) and one.text.strip()),
        decisions=tuple(told_decisions(dossier, by_time(review.decisions.values()))),
        earlier=said_since(known, id_, previous.at if previous else NEVER),
        again=tuple(one for one in known if one.review != id_ and one.is_due(review.date)),
        corrections=(),
        added_later=_added_later(id_, review),
        made=tuple(one for one in tasks if one.action.review == id_),
        carried=tuple(one for one in others if one.action.state in CARRIED),
        ended=tuple(
            one
            for one in others
            if previous and one.action.state not in CARRIED and instant(one.action.at) > instant(previous.at)
        ),
        next=following(review, dossier),
    )


def compare(dossier: Dossier, one: str, other: str, instruments: Sequence[Instrument]) -> list[BoardLines]:
    """Put two reviews beside each other: `one` as it was, `other` as it is. KeyError: no such review."""
    first, second = dossier.reviews[one], dossier.reviews[other]
    was, now = lights_of(first, dossier, instruments), lights_of(second, dossier, instruments)
    return [
        _beside(board, first.phases, was, now, {}, {}, absent=NO_LIGHT)
        for board in boards(instruments, {*first.phases, *second.phases}, {*was, *now})
    ]


def _beside(
    board: Board,
    played: Sequence[int] | None,
    was: Mapping[str, str],
    now: Mapping[str, str],
    notes: Texts,
    noted: Mapping[str, str],
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
                noted=noted.get(point.id, ""),
            )
            for point in board.points
        ),
    )


def following(review: Review, dossier: Dossier) -> str:
    """Return the day of the next review: as agreed, else as the rhythm gives it; empty without either."""
    rhythm = rhythm_of(dossier)
    return review.next or (next_day(review.date, rhythm) if rhythm else "")


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


def _task(id_: str, action: Action, dossier: Dossier, instruments: Sequence[Instrument], today: str) -> Task:
    late = 0
    if action.due and action.state in CARRIED:
        late = max(0, (date.fromisoformat(today) - date.fromisoformat(action.due)).days)
    agreed = dossier.reviews[action.review].date if action.review in dossier.reviews else ""
    return Task(
        id=id_, action=action, origin=origin_of(action.item, instruments, dossier.answers), agreed=agreed, late=late
    )


def origin_of(id_: str, instruments: Sequence[Instrument], answers: Answers) -> str:
    """Return the words of the item or instrument that an id means, and about whom; the id itself where it lapsed.

    Of an action of a list: the list, or the item under which it was asked.
    """
    bare, _, number = id_.partition("@")
    for instrument in instruments:
        if instrument.id == id_ or bare in (columns.what for columns in instrument.actions):
            return instrument.title
        for item in instrument.items:
            if bare in (item.id, *(f"{item.id}-{line.id}" for line in instrument.asked)):
                is_about = instrument.subjects and number.isdecimal()
                return f"{item.text} ({whom(instrument, answers, int(number))})" if is_about else item.text
    return id_


def close(dossier: Dossier, id_: str, instruments: Sequence[Instrument], now: str) -> Review:
    """Return the review, closed: all that its paper says frozen as it stands, its next day filled in by the rhythm.

    A note gets the time of closing, as a light has it: that is when it became part of the meeting.
    """
    dossier = shown(dossier)
    review = dossier.reviews[id_]
    closed = replace(
        review,
        at=now,
        state=ReviewState.CLOSED,
        lights=dict(sorted(lights_of(review, dossier, instruments).items())),
        notes={point: replace(note, at=now) for point, note in sorted(notes_of(id_, dossier, instruments).items())},
        next=following(review, dossier),
    )
    report = _standing(replace(dossier, reviews={**dossier.reviews, id_: closed}), id_, instruments, review.date)
    minutes = Minutes(
        name=dossier.name.text if dossier.name else "",
        previous=report.previous,
        boards=frozen_boards(report.boards),
        elsewhere=frozen_counts(report.elsewhere),
        tasks=frozen_tasks(report.made, (*report.carried, *report.ended)),
        topics=frozen_topics(report.topics),
        notes={point: mark_of(note) for point, note in closed.notes.items()},
        decisions={own: mark_of(text) for own, text in closed.decisions.items()},
        earlier=report.earlier or None,
    )
    return replace(closed, minutes=minutes)
