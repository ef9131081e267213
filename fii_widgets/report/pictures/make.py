"""The pictures of an instrument from its answers, and each picture's table. Pure; an empty picture is none."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from fii_widgets.instrument.model import Checklist, Instrument
from fii_widgets.instrument.picture import PictureKind, PictureSpec
from fii_widgets.report.cells import Cell
from fii_widgets.report.pictures.people import cover, spread
from fii_widgets.report.pictures.picture import (
    Balance,
    Bar,
    Cover,
    Mark,
    Person,
    Picture,
    Profile,
    Reached,
    Spread,
    Table,
)
from fii_widgets.report.pictures.profile import balance, profile
from fii_widgets.report.pictures.reached import reached
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED


def pictures(instrument: Instrument, playing: Sequence[Cell]) -> Iterator[Picture]:
    """Yield the pictures that have something to show."""
    if not isinstance(instrument, Checklist):
        return
    for spec in instrument.pictures:
        made = _MAKERS[spec.kind](spec, instrument, playing)
        if made is not None:
            yield made


def table(picture: Picture) -> Table:
    """Return the data of a picture as a table: the same counts, and the names in full."""
    match picture:
        case Profile():
            return _bars(word("picture_part"), picture.marks, picture.bars)
        case Balance():
            return _bars(word("picture_side"), picture.marks, [side.bar for side in picture.sides])
        case Cover():
            return Table(
                columns=(word("rows_item"), *map(named, picture.people)),
                rows=tuple((row.label, *(mark.label for mark in row.marks)) for row in picture.rows),
            )
        case Spread():
            gap = word("picture_gap")
            rows = tuple((row.label, *(gap if row.gap else _names(cell) for cell in row.cells)) for row in picture.rows)
            return Table(columns=(picture.down, *picture.columns), rows=rows, notes=tuple(_notes(picture)))
        case Reached():
            return _periods(picture)


def named(one: Person) -> str:
    """A person by number and name, as the drawing's key has them; a row without a name has its number in it."""
    return one.name if one.name.endswith(f" {one.number}") else f"{one.number} {one.name}"


def _notes(picture: Spread) -> Iterator[str]:
    if picture.unplaced:
        yield word("picture_where", label=word("picture_unplaced"), names=_names(picture.unplaced))
    if picture.light:
        yield word("picture_light", text=picture.light)


def _names(people: Sequence[Person]) -> str:
    return ", ".join(f"{named(one)} ({one.mark.label.lower()})" if one.mark else named(one) for one in people) or "–"


def _bars(head: str, marks: Sequence[Mark], bars: Sequence[Bar]) -> Table:
    return Table(
        columns=(head, *(mark.label for mark in marks)),
        rows=tuple((bar.label, *map(str, bar.counts)) for bar in bars),
    )


def _periods(picture: Reached) -> Table:
    rows = []
    for series in picture.series:
        for one in series.periods:
            texts = (one.label, one.date, one.target_text, one.reached_text, series.counted)
            rows.append((series.title or "–", *(text or NOT_ANSWERED for text in texts)))
    return Table(columns=tuple(word("picture_reached_columns").split("|")), rows=tuple(rows))


_MAKERS: Mapping[PictureKind, Callable[[PictureSpec, Checklist, Sequence[Cell]], Picture | None]] = {
    PictureKind.PROFILE: profile,
    PictureKind.COVER: cover,
    PictureKind.SPREAD: spread,
    PictureKind.REACHED: reached,
    PictureKind.BALANCE: balance,
}
