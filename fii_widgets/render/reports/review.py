"""A meeting (overleg) → HTML for the page; two meetings beside each other. Only what the allow-list has."""

from collections.abc import Iterable, Sequence

from fii_widgets.dossier.records import ReviewState
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.render.parts import bullets, heading, table
from fii_widgets.render.reports.lights import board_title, light_html, point_place, point_text
from fii_widgets.report.meetings.decisions import earlier_line
from fii_widgets.report.meetings.lines import BoardLines, Line, Task
from fii_widgets.report.meetings.review import ReviewReport
from fii_widgets.report.papers.meetings import left_topics
from fii_widgets.words import word
from fii_widgets.words.common import count, day


def review_html(report: ReviewReport, level: int) -> Html:
    """Return a review: what changed, the lights, decisions, actions, the next day. `level` is that of the title above."""
    review = report.review
    closed = review.state is ReviewState.CLOSED
    parts: list[Child] = [
        heading(level + 1, word("review_title_closed" if closed else "review_title_open", date=day(review.date))),
        element("p", word("were_present", who=", ".join(review.present))) if review.present else None,
        _changes(report, level + 2),
        _late(report),
        element("p", word("not_recorded"), class_="fii-remark") if not report.recorded else None,
        _boards(report, level + 2),
        _topics(report, level + 2),
        _dated(word("decisions"), [one.text for one in report.decisions], level + 2),
        _dated(word("earlier_decisions"), [earlier_line(one) for one in report.earlier], level + 2),
        _dated(
            word("corrections"),
            [word("dated", date=day(one.at[:10]), text=one.text) for one in report.corrections],
            level + 2,
        ),
    ]
    if report.added_later:
        one, many = word("added_later_one"), word("added_later_many", n=report.added_later)
        parts.append(element("p", count(report.added_later, one, many), class_="fii-remark"))
    parts += [
        _tasks(word("actions_made"), report.made, level + 2),
        _tasks(word("actions_carried"), report.carried, level + 2),
        _tasks(word("actions_ended"), report.ended, level + 2),
        element(
            "p", word("next_meeting", date=day(report.next)) if report.next else word("next_none"), class_="fii-closing"
        ),
    ]
    return join(parts)


def _topics(report: ReviewReport, level: int) -> list[Child]:
    agenda, left = report.review.agenda.strip(), left_topics(report)
    told = [f"{one.text}: {one.said}" if one.said.strip() else one.text for one in report.topics if one.review]
    if not (agenda or told or left):
        return []
    parts: list[Child] = [heading(level, word("to_discuss")), bullets(told)]
    return [*parts, _lines(report.review.agenda) if agenda else None, element("p", left) if left else None]


def compare_html(boards: Sequence[BoardLines], one: str, other: str, level: int) -> Html:
    """Return two reviews beside each other; `one` and `other` are their days."""
    if not any(line.changed for board in boards for line in board.lines):
        lead = element("p", word("compare_same"))
    else:
        lead = Html("")
    columns = [word("column_point"), day(one), day(other), word("column_way")]
    return join(
        [
            lead,
            [
                table(
                    word("compare_caption", title=board_title(board.board), one=day(one), other=day(other)),
                    columns,
                    [
                        (point_text(line.point), light_html(line.was), light_html(line.now), _way(line))
                        for line in board.lines
                    ],
                    "fii-overleg__lichten",
                )
                for board in boards
            ],
        ]
    )


def _way(line: Line) -> str:
    if not line.changed:
        return "–"
    return word({1: "better", -1: "worse", 0: "other_way"}[line.way])


def _changes(report: ReviewReport, level: int) -> Html:
    if not report.previous:
        return element("p", word("changed_first"))
    since = day(report.previous)
    phase = {line.point.id: board.board.phase for board in report.boards for line in board.lines}
    rows: list[Child] = [
        word(
            "changed_lapsed" if line.point.lapsed else "changed_line",
            place=point_place(line.point, phase[line.point.id]),
            was=(line.was.label if line.was else "").lower(),
            now=line.now.label.lower(),
            text=line.point.text,
        )
        for line in report.changed
    ]
    rows += [
        count(n, word("elsewhere_one", title=title), word("elsewhere_many", title=title, n=n))
        for title, n in report.elsewhere
    ]
    if not rows:
        return element("p", word("changed_none", date=since))
    return join([heading(level, word("changed", date=since)), bullets(rows, "fii-overleg__anders")])


def _late(report: ReviewReport) -> Html | None:
    n = len(report.overdue)
    if not n:
        return None
    return element("p", count(n, word("actions_late_one"), word("actions_late_many", n=n)), class_="fii-lead")


def _boards(report: ReviewReport, level: int) -> Html:
    if not report.boards:
        return element("p", word("no_phases"))
    tables = []
    for one in report.boards:
        noted = any(line.note.strip() for line in one.lines)
        earlier = any(line.was for line in one.lines)
        columns = [word("column_point"), *([word("column_was")] if earlier else []), word("column_now")]
        rows = []
        for line in one.lines:
            row: list[Child] = [point_text(line.point)]
            row += [light_html(line.was)] if earlier else []
            row += [light_html(line.now)]
            row += [line.dated_note] if noted else []
            rows.append(row)
        caption = word("lights_of_phase", title=board_title(one.board)) if earlier else board_title(one.board)
        tables.append(table(caption, [*columns, *([word("note")] if noted else [])], rows, "fii-overleg__lichten"))
    return join([heading(level, word("lights")), tables])


def _dated(title: str, texts: Iterable[str], level: int) -> Html | None:
    shown = bullets(texts)
    return join([heading(level, title), shown]) if shown else None


def _lines(text: str) -> Html:
    """Return a text of several lines as paragraphs."""
    return join([element("p", line) for line in text.splitlines() if line.strip()])


def _tasks(title: str, tasks: Sequence[Task], level: int) -> Html | None:
    if not tasks:
        return None
    return join(
        [
            heading(level, title),
            table(
                word("actions_caption"),
                word("action_columns").split("|"),
                [_task(one) for one in tasks],
                "fii-overleg__acties",
            ),
        ]
    )


def _task(task: Task) -> Sequence[Child]:
    action = task.action
    notes = [word("action_origin", origin=task.origin)] if task.origin else []
    notes += [word("action_agreed", date=day(task.agreed))] if task.agreed else []
    state = word(f"action_{action.state.name.lower()}") if task.recorded else word("not_recorded_state")
    return (
        join(
            [
                action.text,
                [[" ", element("span", f"{note.rstrip('.')}.", class_="fii-overleg__herkomst")] for note in notes],
            ]
        ),
        action.owner or word("no_owner"),
        task.when or word("no_due"),
        state,
    )
