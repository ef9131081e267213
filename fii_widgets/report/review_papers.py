"""One meeting (overleg) → its agenda and its report. Pure; a closed meeting is told as it was, with its corrections."""

from collections.abc import Collection, Iterator, Mapping

from fii_widgets.dossier.records import Dossier, Review, ReviewState
from fii_widgets.errors import RequestError
from fii_widgets.labels import NOT_ANSWERED, day
from fii_widgets.model import Checklist, Instrument, Item
from fii_widgets.paper_words import word
from fii_widgets.report.action_table import RUNNING, action_table
from fii_widgets.report.paper import Block, Bullets, Heading, Paper, Paragraph, Table

type Lights = Mapping[str, str]


def find_review(dossier: Dossier, id_: str) -> tuple[str, Review]:
    """Return a review with its id; without an id the last one by date. Raises RequestError."""
    if not dossier.reviews:
        raise RequestError(word("paper_no_review"))
    if not id_:
        id_ = max(dossier.reviews, key=lambda one: (dossier.reviews[one].date, one))
    if id_ not in dossier.reviews:
        raise RequestError(word("paper_unknown_review"))
    return id_, dossier.reviews[id_]


def agenda(instruments: Collection[Instrument], dossier: Dossier, id_: str) -> Paper:
    """Return the agenda: what was agreed, what is red or amber, what changed, what else is to be discussed."""
    id_, review = find_review(dossier, id_)
    return _paper(dossier, review, word("kind_agenda"), _agenda(instruments, dossier, id_, review))


def review_report(instruments: Collection[Instrument], dossier: Dossier, id_: str) -> Paper:
    """Return the report: who was there, decisions, actions, the lights with the notes, corrections."""
    id_, review = find_review(dossier, id_)
    return _paper(dossier, review, word("kind_review"), _report(instruments, dossier, id_, review))


def _paper(dossier: Dossier, review: Review, title: str, blocks: Iterator[Block]) -> Paper:
    name = dossier.name.text if dossier.name else ""
    return Paper(title=f"{title}, {day(review.date)}", subtitle=name, date=review.date, blocks=tuple(blocks))


def _agenda(instruments: Collection[Instrument], dossier: Dossier, id_: str, review: Review) -> Iterator[Block]:
    now, before = lights_at(dossier, review), lights_before(dossier, id_, review)
    yield Heading(level=1, text=word("review_agreed"))
    yield from _running(dossier)
    yield Heading(level=1, text=word("review_lights"))
    yield from _lights(instruments, review, now, before, pressing=True)
    yield Heading(level=1, text=word("review_also"))
    yield Paragraph(text=review.agenda or word("review_also_empty"))
    yield Heading(level=1, text=word("review_close"))
    yield Bullets(items=tuple(word("review_close_items").split("|")))


def _report(instruments: Collection[Instrument], dossier: Dossier, id_: str, review: Review) -> Iterator[Block]:
    now, before = lights_at(dossier, review), lights_before(dossier, id_, review)
    if review.state is ReviewState.OPEN:
        yield Paragraph(text=word("review_still_open"), lead=True)
    yield Heading(level=1, text=word("review_present"))
    yield Paragraph(text=", ".join(review.present) or NOT_ANSWERED)
    yield Heading(level=1, text=word("review_decisions"))
    decisions = sorted(review.decisions.values(), key=lambda one: (one.at, one.text))
    yield Bullets(items=tuple(one.text for one in decisions)) if decisions else Paragraph(text=word("paper_none"))
    yield Heading(level=1, text=word("paper_actions"))
    agreed = [one for one in dossier.actions.values() if one.review == id_]
    if agreed:
        yield action_table(word("review_new_actions"), agreed)
    yield from _running(dossier, without=id_)
    yield Heading(level=1, text=word("review_lights"))
    yield from _lights(instruments, review, now, before, pressing=False)
    if review.agenda:
        yield Heading(level=1, text=word("review_also"))
        yield Paragraph(text=review.agenda)
    if review.corrections:
        yield Heading(level=1, text=word("review_corrections"))
        corrections = sorted(review.corrections.values(), key=lambda one: (one.at, one.text))
        yield Bullets(items=tuple(f"{day(one.at[:10])}: {one.text}" for one in corrections))
    yield Heading(level=1, text=word("review_next"))
    yield Paragraph(text=day(review.next) if review.next else word("review_no_next"))


def _running(dossier: Dossier, without: str = "") -> Iterator[Block]:
    """Yield what is carried over; `without` leaves out what was agreed in that meeting."""
    running = [
        one for one in dossier.actions.values() if one.state in RUNNING and (not without or one.review != without)
    ]
    if running:
        yield action_table(word("review_carried"), running)
    elif not without:
        yield Paragraph(text=word("paper_no_actions"))


def lights_at(dossier: Dossier, review: Review) -> Lights:
    """Return the lights of a meeting: frozen when it was closed, else those of now."""
    if review.state is ReviewState.CLOSED:
        return review.lights
    return {id_: answer.choice for id_, answer in dossier.answers.items() if answer.choice}


def lights_before(dossier: Dossier, id_: str, review: Review) -> Lights:
    """Return the lights of the closed meeting before this one; empty where there is none."""
    earlier = [
        (one.date, other)
        for other, one in dossier.reviews.items()
        if other != id_ and one.state is ReviewState.CLOSED and one.date < review.date
    ]
    return dossier.reviews[max(earlier)[1]].lights if earlier else {}


def _lights(
    instruments: Collection[Instrument], review: Review, now: Lights, before: Lights, *, pressing: bool
) -> Iterator[Block]:
    """Yield a table a phase; `pressing` leaves out what is green now and was green before."""
    shown = 0
    for one in instruments:
        if one.id.startswith("stoplicht-") and one.phase in review.phases and isinstance(one, Checklist):
            rows = [row for item in one.items if (row := _row(item, review, now, before, pressing))]
            if rows:
                shown += 1
                columns = tuple(word("review_light_columns").split("|"))
                marks = tuple(mark for mark, _ in rows)
                cells = tuple(cells for _, cells in rows)
                yield Table(caption=one.title, columns=columns, rows=cells, row_headers=True, marked=1, marks=marks)
    if not shown:
        yield Paragraph(text=word("review_no_lights"))


def _row(item: Item, review: Review, now: Lights, before: Lights, pressing: bool) -> tuple[str, tuple[str, ...]] | None:
    option, earlier = item.option(now.get(item.id, "")), item.option(before.get(item.id, ""))
    if pressing and option and option.shape in ("groen", "nvt") and (not before or earlier == option):
        return None
    note = review.notes.get(item.id)
    return (
        option.shape if option else "leeg",
        (
            item.text,
            option.label if option else NOT_ANSWERED,
            (earlier.label if earlier else NOT_ANSWERED) if before else "–",
            note.text if note else "",
        ),
    )
