"""The closed rounds of a list, beside the one that runs → what changed, since when, and how often each choice was made.

Pure: knows no clock and no HTML. The page finds the same by itself (docs/javascripts/forms/rounds.js).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.dossier.records import Round
from fii_widgets.instrument.model import Instrument, Signal
from fii_widgets.report.cells import Cell, cell_id, cells
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.words import word
from fii_widgets.words.common import day


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A point that says something else than in the round before."""

    text: str  #: as it is called on the form
    was: str  #: in words; a dash where nothing was answered
    now: str


@dataclass(frozen=True, kw_only=True)
class Steady:
    """A point that asks for attention and did not change."""

    text: str
    now: str
    since: str  #: day of the first round that said the same


@dataclass(frozen=True, kw_only=True)
class Rounds:
    """What the rounds of a list tell beside its summary."""

    last: str  #: day of the last closed round
    changed: tuple[Changed, ...]
    steady: tuple[Steady, ...]
    trend: tuple[tuple[str, str], ...]  #: (day, or "nu"; how often each choice was made)


def rounds_of(rounds: Mapping[str, Round], instrument: str, subject: int = 1) -> tuple[Round, ...]:
    """Return the closed rounds of a list about one subject, the oldest first. `rounds` without what was removed."""
    found = [
        (one.date, one.at, id_) for id_, one in rounds.items() if (one.instrument, one.subject) == (instrument, subject)
    ]
    return tuple(rounds[id_] for _, _, id_ in sorted(found))


def told_rounds(instrument: Instrument, answers: Answers, rounds: Sequence[Round]) -> Rounds | None:
    """Compare the filling that runs with the closed rounds, oldest first; None where there is none yet."""
    if not rounds:
        return None
    last = rounds[-1]
    instrument = own_list(instrument, answers)
    now = {_key(cell): cell for cell in cells(instrument, answers)}
    then = {_key(cell): cell for cell in cells(instrument, last.answers)}
    return Rounds(
        last=last.date,
        changed=tuple(_changed(now, then)),
        steady=tuple(_steady(now.values(), rounds)),
        trend=tuple(_trend(instrument, answers, rounds)),
    )


def since(key: str, answer: Answer, rounds: Sequence[Round], *, is_choice: bool) -> str:
    """Return the day of the first round from which on an answer was never another; empty where the last round differs."""
    found = ""
    for one in reversed(rounds):
        if not _is_same(one.answers.get(key, EMPTY), answer, is_choice=is_choice):
            break
        found = one.date
    return found


def _is_same(one: Answer, other: Answer, *, is_choice: bool) -> bool:
    """Whether two answers say the same: of a point with choices the note does not count."""
    return one.choice == other.choice and (is_choice or one.note.strip() == other.note.strip())


def _key(cell: Cell) -> str:
    return cell_id(cell.item.id, cell.row)


def _changed(now: Mapping[str, Cell], then: Mapping[str, Cell]) -> Iterable[Changed]:
    for key in dict.fromkeys((*now, *then)):
        here, there = now.get(key), then.get(key)
        cell = here or there
        if cell is None:
            continue
        one, other = (found.answer if found else EMPTY for found in (here, there))
        if not _is_same(one, other, is_choice=bool(cell.item.options)):
            yield Changed(text=_called(cell), was=_said(there), now=_said(here))


def _steady(now: Iterable[Cell], rounds: Sequence[Round]) -> Iterable[Steady]:
    for cell in now:
        if cell.option and cell.option.signal in (Signal.RED, Signal.AMBER):
            day_ = since(_key(cell), cell.answer, rounds, is_choice=True)
            if day_:
                yield Steady(text=_called(cell), now=cell.option.label, since=day_)


def _trend(instrument: Instrument, answers: Answers, rounds: Sequence[Round]) -> Iterable[tuple[str, str]]:
    """Yield what was chosen how often, round by round; nothing for a list without choices."""
    if not any(item.options for item in instrument.items):
        return
    for one in rounds:
        yield day(one.date), _counts(instrument, one.answers)
    yield word("rounds_now"), _counts(instrument, answers)


def _counts(instrument: Instrument, answers: Answers) -> str:
    chosen = Counter(cell.option.label for cell in cells(own_list(instrument, answers), answers) if cell.option)
    order = dict.fromkeys(option.label for item in instrument.items for option in item.options)
    said = [f"{chosen[label]} {label.lower()}" for label in order if chosen[label]]
    return ", ".join(said) or word("round_no_choices")


def _called(cell: Cell) -> str:
    row = f" ({cell.noun.lower()} {cell.row})" if cell.row else ""
    return f"{cell.number}. {cell.item.text}{row}"


def _said(cell: Cell | None) -> str:
    if cell is None:
        return word("rounds_none")
    return (cell.option.label if cell.option else cell.answer.choice or cell.text) or word("rounds_none")
