"""The rules of an instrument against its answers: which signals are shown, in which words, and because of what. Pure."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Checklist, Input, Item, Rule, RuleKind, Signal
from fii_widgets.report.cells import Cell
from fii_widgets.report.values import date_of, number_of, plain
from fii_widgets.words import word
from fii_widgets.words.common import sentence

type Cells = Sequence[Cell]


@dataclass(frozen=True)
class Spoken:
    """A rule that speaks."""

    rule: Rule
    text: str  #: its sentence, with the blanks filled in
    because: str  #: the answers, or the gaps, that made it speak


@dataclass(frozen=True)
class _Seen:
    """What a rule found: what fills the blanks of its sentence, and why it speaks."""

    because: str
    blanks: tuple[tuple[str, str], ...] = ()


def shown(instrument: Checklist, cells: Cells, answers: Answers) -> Iterator[Spoken]:
    """Yield the rules that speak, in the order of the file. Silent while no item was filled in."""
    if not any(cell.filled for cell in cells):
        return
    places = [*_fields(instrument, answers), *cells]
    for rule in instrument.rules:
        if seen := _LOOKS[rule.kind](rule, instrument, places):
            text = rule.text
            for blank, value in seen.blanks:
                text = text.replace(f"{{{blank}}}", value)
            yield Spoken(rule, text, seen.because)


def _fields(instrument: Checklist, answers: Answers) -> Iterator[Cell]:
    """The lines at the head of the form, as cells without a number: a rule may ask for them too."""
    for one in instrument.fields:
        line = Item(id=one.id, text=one.label, input=Input.LINE, origin=instrument.origin)
        yield Cell(line, 0, 0, "", answers.get(one.id, EMPTY))


def is_calm(rule: Rule, instrument: Checklist) -> bool:
    """Whether a rule that speaks leaves room for 'nothing stands out': it answers to green choices only."""
    lights = {o.id: o.signal for item in instrument.items for o in item.options}
    return rule.kind is RuleKind.CHOICES and all(lights.get(choice) is Signal.GREEN for choice in rule.choices)


def _of(cells: Cells, item: str) -> list[Cell]:
    return [cell for cell in cells if cell.item.id == item]


def _places(cells: Cells) -> str:
    """Name where answers stand, once each: "punt 3, punt 4 (taak 2) en punt 7"."""
    names = list(dict.fromkeys(cell.inside for cell in cells))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _count(rule: Rule, instrument: Checklist, cells: Cells) -> _Seen | None:
    section = next((one for one in instrument.sections if one.id == rule.section), None)
    items = {item.id for item in section.items} if section else set()
    n = len({cell.row for cell in cells if cell.item.id in items and cell.row})
    if not section or not n or rule.low <= n <= (rule.high or n):
        return None
    return _Seen(word("because_count", section=section.title, n=n), (("n", str(n)),))


def _missing(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    column = _of(cells, rule.item)
    chosen = {cell.answer.choice for cell in column}
    missing = [choice for choice in rule.choices if choice not in chosen]
    if not missing or not chosen - {""}:
        return None
    labels = [option.label if (option := column[0].item.option(choice)) else choice for choice in missing]
    because = word("because_missing", number=column[0].number, choices="’ of ‘".join(labels))
    return _Seen(because, (("ontbreekt", ", ".join(labels).lower()),))


def _tilt(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    column = _of(cells, rule.item)
    # who does not know yet, or has nothing to divide, tilts to no side
    sides = [option.label for cell in column if (option := cell.option) and option.id not in (UNKNOWN, NOT_APPLICABLE)]
    chosen = Counter(sides)
    total = chosen.total()
    if total < 3:
        return None
    label, most = chosen.most_common(1)[0]
    if 100 * most < rule.share * total:
        return None
    because = word("because_tilt", number=column[0].number, choice=label, most=most, total=total)
    return _Seen(because, (("keuze", label.lower()),))


def _choices(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    meant = {*rule.items, *([rule.item] if rule.item else [])}
    found = [cell for cell in cells if cell.answer.choice in rule.choices and (not meant or cell.item.id in meant)]
    if len(found) < max(rule.low, 1):
        return None
    by_label: dict[str, list[Cell]] = {}
    for cell in found:
        by_label.setdefault(cell.option.label if cell.option else cell.answer.choice, []).append(cell)
    parts = [word("because_chosen", choice=label, places=_places(same)) for label, same in by_label.items()]
    return _Seen(sentence([word("because_you", first=parts[0]), *parts[1:]]), (("n", str(len(found))),))


def _below(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    aimed = {cell.row: cell for cell in _of(cells, rule.target)}
    short: list[str] = []
    where: list[Cell] = []
    for cell in _of(cells, rule.item):
        goal = aimed.get(cell.row)
        reached, target = number_of(cell.text), number_of(goal.text) if goal else None
        if goal is not None and reached is not None and target is not None and reached < target:
            short.append(f"{cell.noun.lower()} {cell.row} ({plain(reached)} van {plain(target)})".strip())
            where += [cell, goal]
    if not short:
        return None
    because = word("because_below", number=where[0].number, target=where[1].number)
    return _Seen(because, (("rijen", ", ".join(short)),))


def _empty(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    # cells hold only the rows that are in use: a section nobody began has no gaps
    gaps = [cell for cell in cells if cell.item.id in rule.items and not cell.filled]
    if not gaps:
        return None
    named = dict.fromkeys(_inside(cell.item.text) for cell in gaps)
    return _Seen(word("because_empty", places=_places(gaps)), (("punten", "; ".join(named)),))


def _inside(text: str) -> str:
    """Let an item's text stand inside a sentence."""
    bare = text.rstrip(".?")
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]


def _differs(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    column = [cell for cell in _of(cells, rule.item) if cell.filled]
    if len({(cell.answer.choice, cell.text.casefold()) for cell in column}) < 2:
        return None
    return _Seen(word("because_differs", number=column[0].number))


def _order(rule: Rule, _instrument: Checklist, cells: Cells) -> _Seen | None:
    wrong: list[str] = []
    where: list[Cell] = []
    for (i, earlier), (j, later) in combinations(enumerate(rule.items), 2):
        between = [cell for id_ in rule.items[i + 1 : j] for cell in _of(cells, id_)]
        for first, second in product(_of(cells, earlier), _of(cells, later)):
            if _turned_round(first, second, between):
                row = second if second.row else first
                name = f"{row.noun.lower()} {row.row}: " if row.row else ""
                wrong.append(name + word("order", first=first.text, second=second.text))
                where += [first, second]
    if not wrong:
        return None
    return _Seen(word("because_order", places=_places(where)), (("datums", "; ".join(wrong)),))


def _turned_round(first: Cell, second: Cell, between: Cells) -> bool:
    """Whether two dates of one place stand the wrong way round, with no date between them that says it already.

    Dates of rows belong together in one row; a date outside the rows goes with each row.
    """
    begin, end = date_of(first.answer.note), date_of(second.answer.note)
    if begin is None or end is None or end >= begin or (first.row and second.row and first.row != second.row):
        return False
    rows = {0, first.row or second.row}
    return not any(cell.row in rows and date_of(cell.answer.note) for cell in between)


_LOOKS: dict[RuleKind, Callable[[Rule, Checklist, Cells], _Seen | None]] = {
    RuleKind.COUNT: _count,
    RuleKind.MISSING: _missing,
    RuleKind.TILT: _tilt,
    RuleKind.CHOICES: _choices,
    RuleKind.BELOW: _below,
    RuleKind.EMPTY: _empty,
    RuleKind.DIFFERS: _differs,
    RuleKind.ORDER: _order,
}
