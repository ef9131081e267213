"""A report of a meeting ↔ its minutes: frozen at closing, and told from them for ever after. Pure; no instrument.

Notes and decisions stand in their registers, of which merging loses no version; the minutes say which one it was.
"""

from collections.abc import Iterable, Iterator, Mapping

from fii_widgets.dossier.merge import mark_of
from fii_widgets.dossier.minutes import FrozenBoard, FrozenCount, FrozenPoint, FrozenTask, Minutes
from fii_widgets.dossier.records import Action, ActionState, Dossier, Text, Texts
from fii_widgets.report.meetings.lights import Board, Point
from fii_widgets.report.meetings.lines import BoardLines, Line, Task


def frozen_boards(boards: Iterable[BoardLines]) -> tuple[FrozenBoard, ...]:
    """Return the points with their words and lights, as they stand."""
    return tuple(
        FrozenBoard(
            phase=one.board.phase,
            title=one.board.title,
            points=tuple(
                FrozenPoint(
                    id=line.point.id, number=line.point.number, text=line.point.text, was=line.was, now=line.now
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
            )
            for point in one.points
        )
        found.append(BoardLines(board=Board(one.phase, one.title, tuple(line.point for line in lines)), lines=lines))
    return tuple(found)


def frozen_tasks(made: Iterable[Task], carried: Iterable[Task]) -> tuple[FrozenTask, ...]:
    """Return the actions as they stand: those agreed in this meeting, and those that still run."""

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

    return (*(frozen(one, is_made=True) for one in made), *(frozen(one, is_made=False) for one in carried))


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


def frozen_counts(elsewhere: Iterable[tuple[str, int]]) -> tuple[FrozenCount, ...]:
    """Return how much changed in other instruments."""
    return tuple(FrozenCount(title=title, count=count) for title, count in elsewhere)


def told_texts(dossier: Dossier, path: str, now: Texts, marks: Mapping[str, str]) -> dict[str, Text]:
    """Return the notes or the decisions under a path as the minutes mean them, whatever took their place since."""
    return {id_: text for id_, mark in marks.items() for text in _marked(dossier, f"{path}/{id_}", now.get(id_), mark)}


def _marked(dossier: Dossier, path: str, now: Text | None, mark: str) -> Iterator[Text]:
    """Yield the version of a register with a mark; none where it was taken out of the history."""
    versions = [*([now] if now else []), *dossier.versions.get(path, ())]
    found = (one for one in versions if isinstance(one, Text) and mark_of(one) == mark)
    yield from (one for one in [next(found, None)] if one)
