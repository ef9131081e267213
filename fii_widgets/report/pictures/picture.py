"""What a picture of the summary shows, as data: the drawing and its table are made from the same counts. Pure; no HTML."""

from collections.abc import Iterable
from dataclasses import dataclass

from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Option, Signal
from fii_widgets.report.cells import Cell
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED


@dataclass(frozen=True)
class Mark:
    """One kind of tile: its shape, and what it says."""

    shape: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """The same data as words and numbers."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  #: each begins with what it is about
    notes: tuple[str, ...] = ()  #: sentences under it


@dataclass(frozen=True, kw_only=True)
class Bar:
    """How often each mark occurs in one part."""

    label: str
    counts: tuple[int, ...]  #: one for each mark of the profile


@dataclass(frozen=True, kw_only=True)
class Profile:
    """A bar a section, each made of one tile an item."""

    title: str
    marks: tuple[Mark, ...]  #: those that occur
    bars: tuple[Bar, ...]


@dataclass(frozen=True, kw_only=True)
class Person:
    """One row of the form: a number, and the name that was written."""

    number: int
    name: str
    mark: Mark | None = None


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """What each person brings to one thing; a gap where nobody does."""

    label: str
    marks: tuple[Mark, ...]
    gap: bool


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Items down, people across."""

    title: str
    people: tuple[Person, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, kw_only=True)
class SpreadRow:
    """The people at one place, a cell for each column; a gap where there must be somebody and is nobody."""

    label: str
    cells: tuple[tuple[Person, ...], ...]
    gap: bool


@dataclass(frozen=True, kw_only=True)
class Spread:
    """People on two choices."""

    title: str
    down: str
    columns: tuple[str, ...]
    rows: tuple[SpreadRow, ...]
    light: str  #: what the mark of a person says, as the form asks it; empty where there are no marks
    people: tuple[Person, ...]
    unplaced: tuple[Person, ...]  #: of whom one of the two choices is not known

    @property
    def nobody_of(self) -> tuple[str, ...]:
        """The columns in which nobody stands."""
        return tuple(name for index, name in enumerate(self.columns) if not any(row.cells[index] for row in self.rows))


@dataclass(frozen=True, kw_only=True)
class Period:
    """What was aimed at and reached in one period; None where no number was written."""

    label: str
    date: str  #: in words
    target: float | None
    reached: float | None
    target_text: str
    reached_text: str


@dataclass(frozen=True, kw_only=True)
class Series:
    """The periods of one thing, in the order of time."""

    title: str
    counted: str  #: who counts, as it was written
    most: float  #: the end of the scale
    periods: tuple[Period, ...]


@dataclass(frozen=True, kw_only=True)
class Reached:
    """Aimed at against reached. Series share a scale only where they count in the same way."""

    title: str
    series: tuple[Series, ...]
    same_scale: bool


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """One side of a balance with what was answered there."""

    title: str
    chosen: bool
    bar: Bar


@dataclass(frozen=True, kw_only=True)
class Balance:
    """Where the weight lies between two sides. No verdict: neither side is the good one."""

    title: str
    stops: tuple[str, ...]  #: from the first side to the last
    stop: int | None  #: which was chosen
    said: str  #: the choice in words
    marks: tuple[Mark, ...]
    sides: tuple[Weighed, ...]


type Picture = Profile | Cover | Spread | Reached | Balance

OPEN = Mark("leeg", NOT_ANSWERED)
#: the shapes of choices without a light, in the order in which a scale has them
FREE = ("schuin", "half", "arcering")


def mark_of(cell: Cell) -> Mark:
    """The tile of a cell: of its choice, or of no answer."""
    return marks(cell.item.options)[cell.option.id] if cell.option else OPEN


def marks(options: Iterable[Option], full: tuple[str, ...] = ()) -> dict[str, Mark]:
    """Give each choice a shape of its own; those in `full` are whole. Lights keep the shape they have everywhere."""
    free = iter((*FREE, *(FREE[-1:] * 9)))
    if full:
        free = iter((FREE[1], FREE[0], *(FREE[-1:] * 9)))
    found = {}
    for option in options:
        if option.id in full:
            shape = "vol"
        elif option.signal is not Signal.NONE:
            shape = option.signal.value
        else:
            shape = option.id if option.id in (UNKNOWN, NOT_APPLICABLE) else next(free)
        found[option.id] = Mark(shape, option.label)
    return found


def person(cell: Cell | None, number: int, noun: str, mark: Mark | None = None) -> Person:
    """Call a row by what was written in it, else by its number."""
    return Person(
        number=number, name=cell.text if cell and cell.text else word("row", noun=noun, row=number), mark=mark
    )
