"""The rules of an instrument against its answers: which signals are shown, and in which words. Pure."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from fii_widgets.model import NOT_APPLICABLE, UNKNOWN, Checklist, Rule, RuleKind
from fii_widgets.report.cells import Cell

type Cells = Sequence[Cell]


def shown(instrument: Checklist, cells: Cells) -> Iterator[tuple[Rule, str]]:
    """Yield the rules that speak, each with its sentence filled in. Silent while nothing was filled in."""
    if not any(cell.filled for cell in cells):
        return
    for rule in instrument.rules:
        sentence = _LOOKS[rule.kind](rule, instrument, cells)
        if sentence:
            yield rule, sentence


def _of(cells: Cells, item: str) -> list[Cell]:
    return [cell for cell in cells if cell.item.id == item]


def _count(rule: Rule, instrument: Checklist, cells: Cells) -> str:
    items = {item.id for section in instrument.sections if section.id == rule.section for item in section.items}
    n = len({cell.row for cell in cells if cell.item.id in items and cell.row})
    return rule.text.replace("{n}", str(n)) if n and not rule.low <= n <= (rule.high or n) else ""


def _missing(rule: Rule, instrument: Checklist, cells: Cells) -> str:
    column = _of(cells, rule.item)
    chosen = {cell.answer.choice for cell in column}
    labels = {option.id: option.label for item in instrument.items if item.id == rule.item for option in item.options}
    missing = [labels.get(choice, choice) for choice in rule.choices if choice not in chosen]
    return rule.text.replace("{ontbreekt}", ", ".join(missing).lower()) if missing and chosen - {""} else ""


def _tilt(rule: Rule, _instrument: Checklist, cells: Cells) -> str:
    # who does not know yet, or has nothing to divide, tilts to no side
    sides = [cell.option for cell in _of(cells, rule.item) if cell.option]
    chosen = Counter(side.label for side in sides if side.id not in (UNKNOWN, NOT_APPLICABLE))
    total = chosen.total()
    if total < 3:
        return ""
    label, most = chosen.most_common(1)[0]
    return rule.text.replace("{keuze}", label.lower()) if 100 * most >= rule.share * total else ""


def _choices(rule: Rule, _instrument: Checklist, cells: Cells) -> str:
    meant = {*rule.items, *([rule.item] if rule.item else [])}
    n = sum(1 for cell in cells if cell.answer.choice in rule.choices and (not meant or cell.item.id in meant))
    return rule.text.replace("{n}", str(n)) if n >= max(rule.low, 1) else ""


def _below(rule: Rule, _instrument: Checklist, cells: Cells) -> str:
    aimed = {cell.row: _number(cell) for cell in _of(cells, rule.target)}
    short = []
    for cell in _of(cells, rule.item):
        reached, target = _number(cell), aimed.get(cell.row)
        if reached is not None and target is not None and reached < target:
            short.append(f"{cell.noun.lower()} {cell.row} ({_plain(reached)} van {_plain(target)})" if cell.row else "")
    return rule.text.replace("{rijen}", ", ".join(short)) if short else ""


def _empty(rule: Rule, _instrument: Checklist, cells: Cells) -> str:
    gaps = [_inside(cell.item.text) for cell in cells if cell.item.id in rule.items and not cell.filled]
    return rule.text.replace("{punten}", "; ".join(gaps)) if gaps else ""


def _inside(text: str) -> str:
    """Let an item's text stand inside a sentence."""
    bare = text.rstrip(".?")
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]


def _differs(rule: Rule, _instrument: Checklist, cells: Cells) -> str:
    values = {(cell.answer.choice, cell.text.casefold()) for cell in _of(cells, rule.item) if cell.filled}
    return rule.text if len(values) > 1 else ""


def _number(cell: Cell) -> float | None:
    """Read a number as people write it: "1.200", "12,5", "40". None where it is no number."""
    text = cell.text.replace(" ", "").replace(".", "").replace(",", ".")
    return float(text) if text.replace(".", "", 1).isdecimal() else None


def _plain(number: float) -> str:
    return f"{number:g}".replace(".", ",")


_LOOKS: dict[RuleKind, Callable[[Rule, Checklist, Cells], str]] = {
    RuleKind.COUNT: _count,
    RuleKind.MISSING: _missing,
    RuleKind.TILT: _tilt,
    RuleKind.CHOICES: _choices,
    RuleKind.BELOW: _below,
    RuleKind.EMPTY: _empty,
    RuleKind.DIFFERS: _differs,
}
