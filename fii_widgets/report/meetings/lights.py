"""The stoplights of a team, now or as a review froze them. Pure; what the other reports of meetings are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.dossier.merge import instant
from fii_widgets.dossier.minutes import Light
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text, Texts
from fii_widgets.instrument.model import Instrument, Item, Signal
from fii_widgets.words.common import NOT_ANSWERED

#: a light that gets worse has a lower number
RANK = {Signal.RED.value: 0, Signal.AMBER.value: 1, Signal.GREEN.value: 2}


NO_LIGHT = Light("leeg", NOT_ANSWERED)


@dataclass(frozen=True)
class Point:
    """An item of a stoplight, with its place on the form."""

    id: str
    number: int  #: as printed; 0 for an item that this edition does not have
    text: str
    item: Item | None  #: None: lapsed, or told from the minutes

    @property
    def lapsed(self) -> bool:
        """Whether no list knows its words."""
        return self.text == self.id

    def light(self, choice: str) -> Light:
        """Say a choice as a light; a choice of another edition keeps its own word."""
        if not choice:
            return NO_LIGHT
        option = self.item.option(choice) if self.item else None
        return Light(option.shape, option.label) if option else Light("vrij", choice)


@dataclass(frozen=True)
class Board:
    """The stoplight of one phase."""

    phase: int  #: 0 for the items that lapsed
    title: str
    points: tuple[Point, ...]


def stoplights(instruments: Iterable[Instrument]) -> dict[int, Instrument]:
    """Return phase → its stoplight."""
    return {one.phase: one for one in instruments if one.phase and one.id.startswith("stoplicht-")}


def boards(instruments: Iterable[Instrument], phases: Iterable[int], seen: Iterable[str] = ()) -> list[Board]:
    """Return the stoplights of phases, and last what stood in reviews but is no item of them any more.

    A review from before may still hold the lights of items that the team left out of its list.
    """
    known = stoplights(instruments)
    reviewed = set(seen)
    everywhere = {item.id for one in known.values() for item in (*one.items, *one.hidden)}
    found = [
        Board(
            phase,
            known[phase].title,
            (
                *(Point(item.id, n, item.text, item) for n, item in enumerate(known[phase].items, 1)),
                *(Point(item.id, 0, item.text, item) for item in known[phase].hidden if item.id in reviewed),
            ),
        )
        for phase in sorted(set(phases))
        if phase in known
    ]
    lapsed = sorted(reviewed - everywhere)
    return [*found, Board(0, "", tuple(Point(id_, 0, id_, None) for id_ in lapsed))] if lapsed else found


def phases_filled(answers: Answers, instruments: Iterable[Instrument]) -> tuple[int, ...]:
    """Return the phases whose stoplight has a light."""
    known = stoplights(instruments)
    return tuple(
        sorted(phase for phase, one in known.items() if any(answers.get(i.id, EMPTY).choice for i in one.items))
    )


def lights_now(answers: Answers, instruments: Iterable[Instrument], phases: Iterable[int]) -> dict[str, str]:
    """Return item → choice for the phases in play, as they stand now."""
    return {
        point.id: choice
        for board in boards(instruments, phases)
        for point in board.points
        if (choice := answers.get(point.id, EMPTY).choice)
    }


def lights_of(review: Review, dossier: Dossier, instruments: Iterable[Instrument]) -> Mapping[str, str]:
    """Return the lights of a review: frozen when it is closed, today's while it is open."""
    if review.state is ReviewState.CLOSED:
        return review.lights
    return lights_now(dossier.answers, instruments, review.phases)


def notes_of(id_: str, dossier: Dossier, instruments: Iterable[Instrument]) -> Texts:
    """Return the notes of a review: frozen when it is closed; while it is open also what stands at its points now.

    What stood there in an earlier one goes along where somebody said that it still holds: among the notes of this one.
    """
    review = dossier.reviews[id_]
    if review.state is ReviewState.CLOSED:
        return review.notes
    points = [point for board in boards(instruments, review.phases) for point in board.points]
    now = {point.id: dossier.answers[point.id] for point in points if point.id in dossier.answers}
    # a note that stood there before may have been taken away since
    kept = {
        point: note
        for point, note in review.notes.items()
        if note.text.strip() and (point not in now or instant(now[point].at) <= instant(note.at))
    }
    standing = {point: Text(at=one.at, text=one.note) for point, one in now.items() if one.note.strip()}
    old = noted_since(dossier, id_, standing)
    holds = {point for point, one in standing.items() if point in review.notes and review.notes[point].text == one.text}
    return {**kept, **{point: one for point, one in standing.items() if point not in old or point in holds}}


def noted_since(dossier: Dossier, id_: str, notes: Texts) -> dict[str, str]:
    """Return point → day of the first of the closed reviews before this one that had this note, and no other since."""
    since: dict[str, str] = {}
    standing = dict(notes)
    ordered = in_order(dossier)
    at = [one for one, _ in ordered].index(id_)
    for _, review in reversed(ordered[:at]):
        if review.state is ReviewState.CLOSED:
            told = {point: one.text for point, one in review.notes.items()}
            standing = {point: one for point, one in standing.items() if told.get(point, one.text) == one.text}
            since |= dict.fromkeys(standing.keys() & told.keys(), review.date)
    return since


def in_order(dossier: Dossier) -> list[tuple[str, Review]]:
    """Return the reviews by their day."""
    return sorted(dossier.reviews.items(), key=lambda pair: (pair[1].date, pair[0]))


def before(dossier: Dossier, id_: str) -> tuple[str, Review] | None:
    """Return the last closed review before this one."""
    ordered: Sequence[tuple[str, Review]] = in_order(dossier)
    at = [one for one, _ in ordered].index(id_)
    earlier = [pair for pair in ordered[:at] if pair[1].state is ReviewState.CLOSED]
    return earlier[-1] if earlier else None
