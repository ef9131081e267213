"""A report of a meeting ↔ its minutes: frozen at closing, and told from them for ever after. Pure; no instrument.

Notes and decisions stand in their registers, of which merging loses no version; the minutes say which one it was.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from fii_widgets.dossier.forgotten import is_whole
from fii_widgets.dossier.merge import instant, mark_of
from fii_widgets.dossier.minutes import FrozenBoard, FrozenCount, FrozenPoint, FrozenTask, FrozenTopic, Minutes
from fii_widgets.dossier.records import NEVER, Action, ActionState, Dossier, Text, Texts, Topic
from fii_widgets.report.meetings.lights import Board, Point
from fii_widgets.report.meetings.lines import BoardLines, Line, Task
from fii_widgets.words import word


def frozen_boards(boards: Iterable[BoardLines]) -> tuple[FrozenBoard, ...]:
    """Return the points with their words and lights, as they stand."""
    return tuple(
        FrozenBoard(
            phase=one.board.phase,
            title=one.board.title,
            points=tuple(
                FrozenPoint(
                    id=line.point.id,
                    number=line.point.number,
                    text=line.point.text,
                    was=line.was,
                    now=line.now,
                    noted=line.noted,
                )
                for line in one.lines
            ),
        )
        for one in boards
    )


def told_boards(minutes: Minutes, notes: Texts) -> tuple[BoardLines, ...]:
    """Return the points as they were read then."""
    found = []
    for one in minutes.boards:
        lines = tuple(
            Line(
                point=Point(point.id, point.number, point.text, None),
                was=point.was,
                now=point.now,
                note=notes[point.id].text if point.id in notes else "",
                noted=point.noted,
            )
            for point in one.points
        )
        found.append(BoardLines(board=Board(one.phase, one.title, tuple(line.point for line in lines)), lines=lines))
    return tuple(found)


def points_of(minutes: Minutes | None) -> Iterator[FrozenPoint]:
    """Yield the points of a closed meeting as they were read; none where an earlier handbook closed it."""
    if minutes:
        yield from (point for board in minutes.boards for point in board.points)


def frozen_tasks(made: Iterable[Task], others: Iterable[Task]) -> tuple[FrozenTask, ...]:
    """Return the actions as they stand: those agreed in this meeting, and those that still run or ended since the last."""

    def frozen(task: Task, *, is_made: bool) -> FrozenTask:
        action = task.action
        return FrozenTask(
            id=task.id,
            text=action.text,
            owner=action.owner,
            due=action.due,
            state=action.state,
            origin=task.origin,
            agreed=task.agreed,
            late=task.late,
            made=is_made,
        )

    return (*(frozen(one, is_made=True) for one in made), *(frozen(one, is_made=False) for one in others))


def told_tasks(minutes: Minutes, at: str, *, made: bool) -> tuple[Task, ...]:
    """Return the actions as they stood, those agreed in this meeting or the others. `at` is the time of the closing."""
    return tuple(
        Task(
            id=one.id,
            action=Action(at=at, text=one.text, owner=one.owner, due=one.due, state=ActionState(one.state)),
            origin=one.origin,
            agreed=one.agreed,
            late=one.late,
        )
        for one in minutes.tasks
        if one.made is made
    )


def frozen_topics(topics: Iterable[Topic]) -> tuple[FrozenTopic, ...]:
    """Return what was to be discussed, as it stands."""
    return tuple(FrozenTopic(text=one.text, said=one.said, discussed=bool(one.review)) for one in topics)


def told_topics(minutes: Minutes, review: str, at: str) -> tuple[Topic, ...]:
    """Return what was to be discussed in a review, as it stood. `at` is the time of the closing."""
    return tuple(
        Topic(at=at, text=one.text, said=one.said, review=review if one.discussed else "") for one in minutes.topics
    )


def frozen_counts(elsewhere: Iterable[tuple[str, int]]) -> tuple[FrozenCount, ...]:
    """Return how much changed in other instruments."""
    return tuple(FrozenCount(title=title, count=count) for title, count in elsewhere)


def told_texts(dossier: Dossier, path: str, now: Texts, marks: Mapping[str, str]) -> dict[str, Text]:
    """Return the notes or the decisions under a path as the minutes mean them, whatever took their place since."""
    return {id_: _marked(dossier, f"{path}/{id_}", now.get(id_), mark) for id_, mark in marks.items()}


def _marked(dossier: Dossier, path: str, now: Text | None, mark: str) -> Text:
    """Return the version with a mark; what is left of it where words were taken out for good; or say why it is not there.

    Nobody may have kept it: a browser alone keeps one.
    """
    standing = [replace(one, removed=False) for one in _versions(dossier, path, now)]
    if found := next((one for one in standing if mark_of(one) == mark), None):
        return found
    if now and now.cleaned:
        return standing[0]
    return Text(at=NEVER, text=word("forgotten" if is_whole(dossier, path) else "not_kept"))


def texts_at(dossier: Dossier, path: str, now: Texts, closing: str) -> dict[str, Text]:
    """Return the notes or the decisions of a meeting without minutes: the last versions of before its closing."""
    found = {}
    for id_, text in now.items():
        versions = sorted(_versions(dossier, f"{path}/{id_}", text), key=lambda one: instant(one.at))
        before = [one for one in versions if instant(one.at) <= instant(closing)]
        found[id_] = before[-1] if before else versions[0]
    return found


def _versions(dossier: Dossier, path: str, now: Text | None) -> list[Text]:
    return [one for one in ([now] if now else []) + [*dossier.versions.get(path, ())] if isinstance(one, Text)]
