"""The summary of one instrument, as data. Pure; knows no HTML. Never a total score: the talk is the point."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.instrument.model import (
    UNKNOWN,
    Checklist,
    FollowUp,
    Instrument,
    Item,
    Link,
    Option,
    Origin,
    Rule,
    Signal,
    Source,
)
from fii_widgets.instrument.tree import DecisionTree, Outcome
from fii_widgets.report.cells import Cell, cell_id, cells, in_play, used_rows
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.instrument.row_table import RowTable, row_table
from fii_widgets.report.instrument.rules import is_calm, shown
from fii_widgets.report.pictures.make import pictures
from fii_widgets.report.pictures.picture import Picture
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED, count, sentence


@dataclass(frozen=True, kw_only=True)
class Reason:
    """A sentence with the passage it rests on."""

    text: str
    because: str = ""  #: the answers that lead to it, in a sentence
    read: tuple[Link, ...] = ()
    origin: Origin
    source: Source | None


#: how many hidden items a sentence names
NAMED = 10
#: marks that ask for attention: they are named first, in words
PRESSING = (Signal.RED.value, Signal.AMBER.value, UNKNOWN)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How often one choice was made."""

    shape: str  #: the mark of the choice; "leeg" for what is not answered
    label: str  #: the choice in one word
    count: int
    words: str  #: "2 punten staan op rood"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A choice that asks for attention."""

    cell: Cell
    option: Option
    follow_ups: tuple[Reason, ...]
    asked: tuple[tuple[str, str], ...]  #: (what was asked under the item, what was written)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a decision tree says; `advice` is False where the source is silent."""

    title: str
    reason: Reason
    advice: bool
    because: tuple[str, ...]  #: the answers it follows from


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What one instrument tells its team now."""

    instrument: Instrument
    tally: tuple[Tally, ...]  #: how often each choice was made
    fields: tuple[tuple[str, str], ...]  #: (label, what was written)
    written: tuple[tuple[str, str], ...]  #: items answered in words: (item, text)
    tables: tuple[RowTable, ...]
    pictures: tuple[Picture, ...]  #: what is drawn; none that would be empty
    rules: tuple[Reason, ...]  #: signals of the instrument's own rules
    stands_out: tuple[Finding, ...]  #: red first, then amber
    questions: tuple[Finding, ...]  #: choices without a light that lead to a question
    unknown: tuple[Finding, ...]
    named: tuple[Finding, ...]  #: what is named besides, such as what helps
    verdict: Verdict | None
    remarks: tuple[Reason, ...]  #: answers that do not count, and why
    closing: tuple[str, ...]
    rests: Reason  #: why the closing sentences are shown, and what they rest on
    signals: Counter[str]  #: how often each signal, 'onbekend', 'nvt' and 'open' occurs

    @property
    def lead(self) -> str:
        """What asks for attention, in one sentence; where nothing does, what was answered."""
        given = [one for one in self.tally if one.shape != "leeg"]
        pressing = [one for one in given if one.shape in PRESSING]
        return sentence([one.words for one in pressing or given])

    @property
    def empty(self) -> bool:
        """True while nothing was filled in."""
        return self.signals["open"] == self.signals.total() and not (self.fields or self.written or self.tables)


def summarise(instrument: Instrument, answers: Answers) -> Summary:
    """Summarise an instrument. Items that are not in play do not count as open; nothing is added up."""
    instrument = own_list(instrument, answers)
    playing = cells(instrument, answers)
    judged = [cell for cell in playing if cell.item.options]
    findings = [found for cell in judged if (found := _finding(cell, instrument, answers))]
    signals = _signals(judged)
    stands_out = [f for f in findings if f.option.signal in (Signal.RED, Signal.AMBER)]
    stands_out.sort(key=lambda f: (f.option.signal is not Signal.RED, f.cell.number, f.cell.row))
    unknown = tuple(f for f in findings if f.option.id == UNKNOWN)
    questions = tuple(
        f for f in findings if f.option.signal is Signal.NONE and f.option.id != UNKNOWN and (f.follow_ups or f.asked)
    )
    spoken = tuple(shown(instrument, playing, answers)) if isinstance(instrument, Checklist) else ()
    warned = any(isinstance(instrument, Checklist) and not is_calm(one.rule, instrument) for one in spoken)
    calm = _calm(instrument, playing, bool(stands_out or unknown or warned))
    return Summary(
        instrument=instrument,
        tally=tuple(_tally(judged, signals["open"])),
        fields=tuple((f.label, answers[f.id].note) for f in instrument.fields if answers.get(f.id, EMPTY).note.strip()),
        written=tuple((c.item.text, c.text) for c in playing if not c.item.options and not c.row and c.text),
        tables=tuple(
            row_table(section, playing, answers)
            for section in instrument.sections
            if section.rows and used_rows(section, answers, instrument.asked)
        ),
        pictures=tuple(pictures(instrument, playing)),
        rules=tuple(reason(one.rule, one.text, one.because) for one in spoken),
        stands_out=tuple(stands_out),
        questions=questions,
        unknown=unknown,
        named=tuple(_named(instrument, findings)),
        verdict=_verdict(instrument, answers) if isinstance(instrument, DecisionTree) else None,
        remarks=(*_out_of_play(instrument, answers), *_hidden(instrument)),
        closing=tuple(_closing(instrument, calm)),
        rests=reason(instrument, "", calm or word("because_always")),
        signals=signals,
    )


def _named(instrument: Instrument, findings: Iterable[Finding]) -> Iterable[Finding]:
    wanted = instrument.named if isinstance(instrument, Checklist) else None
    return (found for found in findings if wanted and found.option.id in wanted.choices)


def _finding(cell: Cell, instrument: Instrument, answers: Answers) -> Finding | None:
    option = cell.option
    if option is None:
        return None
    follow_ups = tuple(reason(f, f.text) for f in cell.item.follow_ups if option.id in f.on)
    asked = tuple(
        (one.label, text)
        for one in instrument.asked
        if (text := answers.get(cell_id(f"{cell.item.id}-{one.id}", cell.row), EMPTY).note.strip())
    )
    return Finding(cell=cell, option=option, follow_ups=follow_ups, asked=asked)


def reason(about: FollowUp | Instrument | Item | Outcome | Rule, text: str, because: str = "") -> Reason:
    """Return a sentence that rests on what something of an instrument rests on."""
    return Reason(text=text, because=because, read=about.read, origin=about.origin, source=about.source)


def _signals(judged: Iterable[Cell]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for cell in judged:
        option = cell.option
        if option is None:
            counts["open"] += 1
        else:
            counts[option.id if option.signal is Signal.NONE else option.signal.value] += 1
    return counts


_ORDER = {Signal.RED: 0, Signal.AMBER: 1, Signal.GREEN: 2, Signal.NONE: 3}


def _tally(judged: Iterable[Cell], still_open: int) -> Iterable[Tally]:
    """How often each choice was made: red, amber, green, then the rest; last what is still open."""
    given = [option for cell in judged if (option := cell.option) and option.count_one]
    chosen = Counter(option.id for option in given)  # two scales may share a choice, such as 'onbekend'
    options = {option.id: option for option in given}.values()
    for option in sorted(options, key=lambda option: _ORDER[option.signal]):
        many = chosen[option.id]
        words = count(many, option.count_one, option.count_many)
        yield Tally(shape=option.shape, label=option.label, count=many, words=words)
    if still_open:
        yield Tally(
            shape="leeg",
            label=NOT_ANSWERED,
            count=still_open,
            words=count(still_open, word("one_open"), word("all_open", n=still_open)),
        )


def _choice(item: Item, answers: Answers) -> Option | None:
    return item.option(answers.get(item.id, EMPTY).choice)


def _verdict(tree: DecisionTree, answers: Answers) -> Verdict | None:
    given = {question.id: _choice(question, answers) for question in tree.questions}
    because = tuple(f"{q.text} {option.label}." for q in tree.questions if (option := given[q.id]))
    if not because:
        return None
    for question in tree.questions:
        option = given[question.id]
        if option is None:
            text = word("answer_first", question=question.text)
            return Verdict(title=text, advice=False, because=because, reason=reason(question, ""))
        if option.id == UNKNOWN:
            undecided = reason(question, tree.undecided)
            return Verdict(title=option.meaning, advice=False, because=because, reason=undecided)
    for outcome in tree.outcomes:
        if all((option := given[question]) and option.id == choice for question, choice in outcome.when):
            why = reason(outcome, outcome.text)
            return Verdict(title=outcome.title, reason=why, advice=outcome.advice, because=because)
    return None


def _out_of_play(instrument: Instrument, answers: Answers) -> Iterable[Reason]:
    numbers = {item.id: number for number, item in enumerate(instrument.items, 1)}
    by_id = {item.id: item for item in instrument.items}
    for item in instrument.items:
        if not in_play(item, 0, answers) and _choice(item, answers):
            other = item.only_with[0][0]
            chosen = _choice(by_id[other], answers)
            place = word("item", number=numbers[other]).lower()
            because = word("because", choice=chosen.label if chosen else "", place=place)
            yield reason(item, word("not_in_play", number=numbers[item.id], other=numbers[other]), because)


def _hidden(instrument: Instrument) -> Iterable[Reason]:
    """Say in one sentence which items the team left out of its own list."""
    hidden = instrument.hidden
    if hidden:
        names = "; ".join(f"‘{item.text.rstrip('.')}’" for item in hidden[:NAMED])
        rest = word("and_more", n=len(hidden) - NAMED) if len(hidden) > NAMED else ""
        text = count(
            len(hidden), word("one_hidden", names=names), word("all_hidden", n=len(hidden), names=names + rest)
        )
        yield Reason(text=text, because=word("because_hidden"), origin=Origin.OWN, source=None)


def _calm(instrument: Instrument, playing: Sequence[Cell], anything: bool) -> str:
    """Why nothing stands out, in a sentence; empty where something does, or where something is still open.

    Where there are choices, all of them are made; where there are none, something stands in every line.
    """
    if anything or not isinstance(instrument, Checklist):
        return ""
    judged = [cell for cell in playing if cell.item.options]
    if judged:
        return word("because_calm") if all(cell.option for cell in judged) else ""
    return word("because_written") if all(cell.filled for cell in playing) else ""


def _closing(instrument: Instrument, calm: str) -> Iterable[str]:
    if isinstance(instrument, Checklist) and instrument.all_green and calm:
        yield instrument.all_green
    if instrument.always:
        yield instrument.always
