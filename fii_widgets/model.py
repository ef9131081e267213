"""What an instrument is, once read. Frozen data; knows no YAML, no HTML and no answers."""

from dataclasses import dataclass, field
from enum import StrEnum


class Signal(StrEnum):
    """What a choice tells the team."""

    GREEN = "groen"
    AMBER = "oranje"
    RED = "rood"
    NONE = "geen"


class Origin(StrEnum):
    """Whether the source says it, or we drew it from the source."""

    LITERAL = "letterlijk"
    DERIVED = "afgeleid"


#: the two choices that every scale keeps apart from 'not answered' and from each other
UNKNOWN, NOT_APPLICABLE = "onbekend", "nvt"


@dataclass(frozen=True, kw_only=True)
class Source:
    """A passage of one of the three source documents."""

    document: str  #: handreiking, tool-implementatie or verslag
    lines: str  #: line ranges in the stored source, for example "257-271, 301"


@dataclass(frozen=True, kw_only=True)
class Link:
    """Where to read on."""

    target: str  #: id of a page or heading
    title: str = ""  #: what the link says
    address: str = ""  #: from the site's root, without a leading slash; empty: not written yet


@dataclass(frozen=True, kw_only=True)
class Option:
    """One choice of a scale."""

    id: str  #: stored in the dossier
    label: str  #: on screen
    signal: Signal = Signal.NONE
    meaning: str = ""  #: what it means when someone chooses this
    count_one: str = ""  #: "1 punt staat op rood"
    count_many: str = ""  #: "{n} punten staan op rood"

    @property
    def shape(self) -> str:
        """The mark that stands with the word: its light, or its own; "vrij" is none."""
        if self.signal is not Signal.NONE:
            return self.signal.value
        return self.id if self.id in (UNKNOWN, NOT_APPLICABLE) else "vrij"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The choices an item can be judged with, in order."""

    id: str
    options: tuple[Option, ...]

    def option(self, choice: str) -> Option | None:
        """Return the option with this id, or None."""
        return next((option for option in self.options if option.id == choice), None)


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """What to ask or do when an item gets one of these choices."""

    on: tuple[str, ...]  #: option ids
    text: str
    read: tuple[Link, ...] = ()
    origin: Origin
    source: Source


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of an instrument, judged on a scale."""

    id: str  #: permanent and unique in the handbook; saved answers refer to it
    text: str  #: one Dutch sentence
    help: str = ""
    scale: Scale
    only_with: tuple[tuple[str, str], ...] = ()  #: counts only when that item has that choice
    follow_ups: tuple[FollowUp, ...] = ()
    read: tuple[Link, ...] = ()
    origin: Origin
    source: Source


@dataclass(frozen=True, kw_only=True)
class Field:
    """A line to write on, such as the name of the organisation."""

    id: str
    label: str
    help: str = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """Items that belong together."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a decision tree says for one combination of answers."""

    id: str
    when: tuple[tuple[str, str], ...]  #: (question id, option id), one for each question
    title: str
    text: str
    advice: bool = True  #: False: the source leaves this combination open, and we say so
    read: tuple[Link, ...] = ()
    origin: Origin
    source: Source


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """What every kind of instrument has."""

    id: str  #: the file's name, and part of the address
    title: str
    phase: int | None = None  #: 1–6; None: of every phase
    intro: str
    explained_on: tuple[str, ...] = ()  #: ids of the pages it stands in
    fields: tuple[Field, ...] = ()
    always: str = ""  #: a sentence that every summary ends with
    origin: Origin
    source: Source

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in order."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Checklist(Instrument):
    """Items on a scale, in sections."""

    sections: tuple[Section, ...] = field(default=())
    all_green: str = ""  #: what the summary says when nothing stands out

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in order."""
        return tuple(item for section in self.sections for item in section.items)


@dataclass(frozen=True, kw_only=True)
class TableLabels:
    """How a tree of two questions is printed as a table: first question down, second across."""

    caption: str
    rows: tuple[tuple[str, str], ...]  #: (option id, row heading)
    columns: tuple[tuple[str, str], ...]  #: (option id, column heading)


@dataclass(frozen=True, kw_only=True)
class DecisionTree(Instrument):
    """A few questions; each combination of answers has an outcome."""

    questions: tuple[Item, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    undecided: str = ""  #: what to do while an answer is unknown
    table: TableLabels | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions."""
        return self.questions
