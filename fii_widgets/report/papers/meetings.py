"""One meeting (overleg) → its agenda and its report. Pure; a closed meeting is told as it was, with its corrections."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from fii_widgets.dossier.records import Dossier, Review, ReviewState
from fii_widgets.dossier.shown import shown
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.meetings.coming import coming
from fii_widgets.report.meetings.decisions import decided, earlier_line
from fii_widgets.report.meetings.lights import NO_LIGHT, in_order
from fii_widgets.report.meetings.lines import BoardLines, Line, Task
from fii_widgets.report.meetings.review import ReviewReport, review_report
from fii_widgets.report.papers.actions import action_table
from fii_widgets.report.papers.paper import Block, Bullets, Heading, Paper, Paragraph, Table, joined
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED, day

#: id of the meeting to come, which nobody began yet
COMING = "volgend"
#: a light that asks for nothing while it stays as it is
_CALM = ("groen", "nvt")


def find_review(dossier: Dossier, id_: str) -> str:
    """Return the id of a review that exists; without an id that of the last one by date. Raises RequestError."""
    if not dossier.reviews:
        raise RequestError(word("paper_no_review"))
    if id_ and id_ not in dossier.reviews:
        raise RequestError(word("paper_unknown_review"))
    return id_ or in_order(dossier)[-1][0]


def agenda_paper(instruments: Sequence[Instrument], dossier: Dossier, id_: str) -> Paper:
    """Return the agenda: what was agreed, what is red or amber or changed, what else is to be discussed.

    With COMING, and without an id where no meeting is held, that of the meeting to come.
    """
    next_ = coming(dossier) if id_ in ("", COMING) else None
    if next_:
        return _paper(
            instruments,
            replace(dossier, reviews={**dossier.reviews, COMING: next_}),
            COMING,
            word("kind_agenda"),
            _agenda,
        )
    return _paper(instruments, dossier, id_, word("kind_agenda"), _agenda)


def review_paper(instruments: Sequence[Instrument], dossier: Dossier, id_: str) -> Paper:
    """Return the report: who was there, decisions, actions, the lights with the notes, corrections."""
    seen = shown(dossier)
    is_open = seen.reviews[find_review(seen, id_)].state is ReviewState.OPEN
    return _paper(instruments, dossier, id_, word("kind_draft" if is_open else "kind_review"), _report)


def meeting_blocks(instruments: Sequence[Instrument], dossier: Dossier, level: int) -> Iterator[Block]:
    """Yield what was decided in every meeting, and when the team met; nothing where it never did."""
    told = [(one, review_report(dossier, id_, instruments, one.date)) for id_, one in in_order(shown(dossier))]
    decisions = tuple((day(one.date), one.text, one.stands) for one in decided(dossier))
    if decisions:
        columns = tuple(word("paper_decision_columns").split("|"))
        yield Heading(level=level, text=word("decisions"))
        yield Table(caption=word("decisions"), columns=columns, rows=decisions, row_headers=True)
    if told:
        rows = tuple((day(one.date), _people(one) or NOT_ANSWERED, _lit(report)) for one, report in told)
        columns = tuple(word("paper_meeting_columns").split("|"))
        yield Heading(level=level, text=word("meetings"))
        yield Table(caption=word("meetings"), columns=columns, rows=rows, row_headers=True)


def _people(review: Review) -> str:
    return ", ".join(one for one in review.present if one.strip())


def _lit(report: ReviewReport) -> str:
    """Say how many points had each light, those that nobody chose left out."""
    lights = Counter(line.now for board in report.boards for line in board.lines if line.now != NO_LIGHT)
    return ", ".join(f"{n} {light.label.lower()}" for light, n in lights.most_common()) or NOT_ANSWERED


def _paper(
    instruments: Sequence[Instrument],
    dossier: Dossier,
    id_: str,
    title: str,
    tell: Callable[[ReviewReport], Iterator[Block]],
) -> Paper:
    id_ = find_review(shown(dossier), id_)
    review = dossier.reviews[id_]
    date = review.date
    # as seen on the day itself: a paper does not change because it is printed a week later
    report = review_report(dossier, id_, instruments, date)
    return Paper(
        title=f"{title}, {day(date)}",
        subtitle=_about(report, review.minutes.name if review.minutes else dossier.name.text if dossier.name else ""),
        date=date,
        blocks=tuple(tell(report)),
    )


def _about(report: ReviewReport, name: str) -> str:
    """Say whose meeting it is, and which came before and comes after."""
    before = word("review_before", day=day(report.previous)) if report.previous else ""
    after = word("review_after", day=day(report.next)) if report.next else ""
    return joined([name, before, after], " · ")


def _agenda(report: ReviewReport) -> Iterator[Block]:
    yield Heading(level=1, text=word("review_agreed"))
    yield from _tasks(word("paper_running"), [*report.carried, *report.made])
    if not (report.carried or report.made):
        yield Paragraph(text=word("paper_no_actions"))
    yield Heading(level=1, text=word("review_lights"))
    yield from _lights(report, pressing=True)
    if report.again:
        yield Heading(level=1, text=word("decisions_again"))
        yield Bullets(
            items=tuple(word("decision_of", day=day(one.date), text=one.text, said=one.stands) for one in report.again)
        )
    yield Heading(level=1, text=word("review_also"))
    to_come = tuple(one.text for one in report.topics if not one.review)
    if to_come:
        yield Bullets(items=to_come)
    if report.review.agenda.strip() or not to_come:
        yield Paragraph(text=report.review.agenda if report.review.agenda.strip() else word("review_also_empty"))
    yield Heading(level=1, text=word("review_close"))
    yield Bullets(items=tuple(word("review_close_items").split("|")))
    if report.next:
        yield Paragraph(text=word("review_next_on", day=day(report.next)))


def _report(report: ReviewReport) -> Iterator[Block]:
    review = report.review
    if review.state is ReviewState.OPEN:
        yield Paragraph(text=word("review_still_open"), lead=True)
    if not report.recorded:
        yield Paragraph(text=word("not_recorded"))
    yield Heading(level=1, text=word("review_present"))
    yield Paragraph(text=_people(review) or NOT_ANSWERED)
    yield Heading(level=1, text=word("decisions"))
    decisions = tuple(one.text for one in report.decisions if one.text.strip())
    yield Bullets(items=decisions) if decisions else Paragraph(text=word("paper_none"))
    if report.earlier:
        yield Heading(level=2, text=word("earlier_decisions"))
        yield Bullets(items=tuple(earlier_line(one) for one in report.earlier))
    yield Heading(level=1, text=word("actions"))
    yield from _tasks(word("review_new_actions"), report.made)
    yield from _tasks(word("paper_running"), report.carried)
    yield from _tasks(word("actions_ended"), report.ended)
    if not (report.carried or report.made or report.ended):
        yield Paragraph(text=word("paper_no_actions" if report.recorded else "paper_none"))
    yield Heading(level=1, text=word("review_lights"))
    yield from _lights(report, pressing=False)
    if report.elsewhere:
        yield Paragraph(text=word("review_elsewhere"))
        yield Bullets(items=tuple(f"{title} ({n})" for title, n in report.elsewhere))
    if review.agenda.strip() or report.topics:
        yield Heading(level=1, text=word("to_discuss"))
        yield from _topics(report)
    yield Heading(level=1, text=word("review_next"))
    yield Paragraph(text=day(report.next) if report.next else word("review_no_next"))
    # the appendix: all that may still come to a closed meeting
    if report.corrections:
        yield Heading(level=1, text=word("corrections"))
        yield Bullets(items=tuple(f"{day(one.at[:10])}: {one.text}" for one in report.corrections))


def _topics(report: ReviewReport) -> Iterator[Block]:
    rows = tuple((one.text, one.said) for one in report.topics if one.review)
    if rows:
        columns = tuple(word("paper_topic_columns").split("|"))
        yield Table(caption=word("to_discuss"), columns=columns, rows=rows, row_headers=True)
    if report.review.agenda.strip():
        yield Paragraph(text=report.review.agenda)
    if left := left_topics(report):
        yield Paragraph(text=left)


def left_topics(report: ReviewReport) -> str:
    """Say in a sentence what is left for the next meeting; empty where nothing is."""
    left = "; ".join(one.text.strip().rstrip(".") for one in report.topics if not one.review)
    return word("topics_left", topics=left) if left else ""


def _tasks(caption: str, tasks: Iterable[Task]) -> Iterator[Block]:
    found = list(tasks)
    if found:
        when = {one.action: one.when for one in found}
        yield action_table(caption, when, recorded=all(one.recorded for one in found), when=when)


def _lights(report: ReviewReport, *, pressing: bool) -> Iterator[Block]:
    """Yield a table a phase, and in one line what nobody filled in; `pressing` leaves out what is calm and was so."""
    found = [block for board in report.boards for block in _board(board, pressing)]
    yield from found
    if not found:
        yield Paragraph(text=word("review_no_lights"))


def _board(board: BoardLines, pressing: bool) -> Iterator[Block]:
    lines = [line for line in board.lines if not _is_open(line) and (not pressing or _presses(line))]
    if lines:
        yield _table(board, lines)
    if still_open := [_name(line) for line in board.lines if _is_open(line)]:
        key = "review_open_one" if len(still_open) == 1 else "review_open"
        said = word(key, board=board.board.title or word("lapsed"), n=len(still_open))
        yield Paragraph(text=f"{said} {'; '.join(still_open)}.")


def _table(board: BoardLines, lines: Sequence[Line]) -> Table:
    rows = tuple(
        (
            _name(line, whole=True),
            line.now.label,
            line.was.label if line.was else "–",
            line.dated_note,
        )
        for line in lines
    )
    columns = tuple(word("review_light_columns").split("|"))
    marks = tuple(line.now.shape for line in lines)
    caption = board.board.title or word("lapsed")
    return Table(caption=caption, columns=columns, rows=rows, row_headers=True, marked=1, marks=marks)


def _name(line: Line, *, whole: bool = False) -> str:
    text = line.point.text if whole else line.point.text.rstrip(" .")
    return f"{line.point.number}. {text}" if line.point.number else text


def _is_open(line: Line) -> bool:
    """Whether there is nothing to tell but that nobody filled it in; `onbekend` and `n.v.t.` are choices that were made."""
    return line.now == NO_LIGHT and not line.changed and not line.note.strip()


def _presses(line: Line) -> bool:
    return line.now.shape not in _CALM or line.changed or bool(line.note.strip())
