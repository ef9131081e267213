"""Answers → bars of tiles: how often each choice was made, for each section or side. Pure; adds nothing up."""

from collections import Counter
from collections.abc import Iterable, Sequence

from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Checklist
from fii_widgets.instrument.picture import PictureSpec
from fii_widgets.report.cells import Cell
from fii_widgets.report.pictures.picture import OPEN, Balance, Bar, Mark, Profile, Weighed, mark_of, marks


def profile(spec: PictureSpec, instrument: Checklist, playing: Sequence[Cell]) -> Profile | None:
    """Return a bar for each section with items in play; None while nothing of it was answered."""
    groups = []
    for section in instrument.sections:
        own = {item.id for item in section.items}
        here = [cell for cell in playing if cell.item.id in own and cell.item.options]
        if here and not section.rows and (not spec.sections or section.id in spec.sections):
            groups.append((section.title, here))
    if not any(cell.option for _, here in groups for cell in here):
        return None
    known, bars = _bars(groups)
    return Profile(title=spec.title, marks=known, bars=bars)


def balance(spec: PictureSpec, instrument: Checklist, playing: Sequence[Cell]) -> Balance | None:
    """Return the weight and the bars of both sides; None while nothing of it was answered."""
    groups = [(side.title, [cell for cell in playing if cell.item.id in side.items]) for side in spec.sides]
    weight = next((cell for cell in playing if cell.item.id == spec.weight), None)
    if weight is None or not (weight.option or any(cell.option for _, here in groups for cell in here)):
        return None
    known, bars = _bars(groups)
    stops = [option for option in weight.item.options if option.id not in (UNKNOWN, NOT_APPLICABLE)]
    chosen = weight.option
    return Balance(
        title=spec.title,
        stops=tuple(option.label for option in stops),
        stop=stops.index(chosen) if chosen in stops else None,
        said=chosen.label if chosen else OPEN.label,
        marks=known,
        sides=tuple(
            Weighed(title=side.title, chosen=bool(chosen and chosen.id == side.choice), bar=bar)
            for side, bar in zip(spec.sides, bars, strict=True)
        ),
    )


def _bars(groups: Iterable[tuple[str, Sequence[Cell]]]) -> tuple[tuple[Mark, ...], tuple[Bar, ...]]:
    """Count the marks of each group; marks stand in the order of the scale, what is open last."""
    counted = [(title, Counter(mark_of(cell) for cell in here), here) for title, here in groups]
    order: dict[Mark, None] = {}
    for _, _, here in counted:
        for cell in here:
            order |= dict.fromkeys(marks(cell.item.options).values())
    order |= {OPEN: None}
    known = tuple(mark for mark in order if any(counts[mark] for _, counts, _ in counted))
    bars = tuple(Bar(label=title, counts=tuple(counts[mark] for mark in known)) for title, counts, _ in counted)
    return known, bars
