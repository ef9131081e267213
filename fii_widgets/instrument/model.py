"""What an instrument is, once read. Frozen data; knows no YAML, no HTML and no answers."""

from dataclasses import dataclass
from enum import StrEnum

from fii_widgets.instrument.flow import Flow
from fii_widgets.instrument.picture import Named, PictureSpec


class Signal(StrEnum):
    """What a choice tells the team."""

    GREEN = "groen"
    AMBER = "oranje"
    RED = "rood"
    NONE = "geen"


class Origin(StrEnum):
    """Whether the source says it, we drew it from the source, or a team or organisation added it."""

    LITERAL = "letterlijk"
    DERIVED = "afgeleid"
    OWN = "eigen"  #: rests on no passage: `source` is None then, and only then


class Input(StrEnum):
    """How an item is answered."""

    CHOICE = "keuze"
    LINE = "tekst"
    LINES = "lang"
    NUMBER = "getal"
    DATE = "datum"


class Kind(StrEnum):
    """What an instrument of sections is for; decides what its summary leads with."""

    CHECKLIST = "checklist"
    MATRIX = "matrix"
    PLAN = "plan"
    MONITOR = "monitor"
    CARD = "kaart"


class RuleKind(StrEnum):
    """What a rule looks at."""

    COUNT = "aantal"
    MISSING = "ontbreekt"
    TILT = "scheef"
    CHOICES = "keuze"
    BELOW = "onder"
    EMPTY = "leeg"
    DIFFERS = "verschilt"
    ORDER = "volgorde"


#: the two choices that every scale keeps apart from 'not answered' and from each other
UNKNOWN, NOT_APPLICABLE = "onbekend", "nvt"


@dataclass(frozen=True, kw_only=True)
class Source:
    """A passage of one of the three source documents."""

    document: str  #: handreiking, tool-implementatie or verslag
    lines: str  #: line ranges in the stored source, for example "257-271, 301"

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """First and last line of each range."""
        ends = (part.split("-") for part in self.lines.split(", ") if part)
        return tuple((int(part[0]), int(part[-1])) for part in ends)


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
    source: Source | None = None


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of an instrument: judged on a scale, or answered in words, a number or a date."""

    id: str  #: permanent and unique in the handbook; saved answers refer to it
    text: str  #: one Dutch sentence
    reworded: str = ""  #: the day from which it reads as it does now; an older answer was to other words
    help: str = ""
    input: Input = Input.CHOICE
    scale: Scale | None = None  #: of a choice
    only_with: tuple[tuple[str, str], ...] = ()  #: counts only when that item has that choice
    handbook: str = ""  #: the handbook's wording, where the team uses its own
    follow_ups: tuple[FollowUp, ...] = ()
    read: tuple[Link, ...] = ()
    origin: Origin
    source: Source | None = None

    @property
    def options(self) -> tuple[Option, ...]:
        """The choices; none for an item that is answered in words."""
        return self.scale.options if self.scale else ()

    def option(self, choice: str) -> Option | None:
        """Return the option with this id, or None."""
        return self.scale.option(choice) if self.scale else None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A line asked under every item, such as what one is going to do."""

    id: str
    label: str


@dataclass(frozen=True, kw_only=True)
class ActionColumns:
    """Where a list says what somebody will do: it stands among the actions of the team too."""

    what: str  #: id of an item, or of a line asked under every item
    who: str = ""  #: id of an item of the same section; empty: written among the actions only
    when: str = ""  #: the same, a date


@dataclass(frozen=True, kw_only=True)
class Rows:
    """What is asked for each row, a candidate, a person, a task: the items of a section, or a whole instrument."""

    noun: str  #: "Kandidaat"
    fewest: int = 1
    most: int  #: as many as paper has
    chosen: str = ""  #: id of the field that says by name which one was chosen; empty: none is


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A signal that is shown with its reason when the answers ask for it."""

    id: str
    kind: RuleKind
    text: str  #: may hold blanks, by kind: {n} {ontbreekt} {keuze} {rijen} {punten} {datums}
    section: str = ""
    item: str = ""
    items: tuple[str, ...] = ()  #: empty: all; of an order: dates, the earliest first
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    share: int = 0  #: percent of the rows
    target: str = ""  #: the item that holds the number aimed at
    read: tuple[Link, ...] = ()
    origin: Origin
    source: Source | None = None


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
    rows: Rows | None = None
    items: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """What an instrument has; what a decision tree never has is empty there."""

    id: str  #: the file's name, and part of the address
    title: str
    phase: int | None = None  #: 1–6; None: of every phase
    intro: str
    order: int = 99  #: where it stands among those of its phase
    moment: str = ""  #: when a team fills it in
    with_whom: str = ""
    route: bool = False  #: one of the few lists of its phase that a team does; the others go deeper
    minutes: int = 0  #: how long it takes, by its editors; 0: to be counted from its points
    explained_on: tuple[str, ...] = ()  #: ids of the pages it stands in
    subjects: Rows | None = None  #: filled in for each; the first field is its name. None: filled in once
    rounds: bool = False  #: filled in again and again; each closed round is kept
    round_after: int = 0  #: months after which the next round is advised; 0: nothing is said of it
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    asked: tuple[Asked, ...] = ()  #: under every item
    actions: tuple[ActionColumns, ...] = ()
    rules: tuple[Rule, ...] = ()
    flows: tuple[Flow, ...] = ()  #: what is offered here because it was filled in elsewhere
    hidden: tuple[Item, ...] = ()  #: items that the team took out of its own list; their answers are kept
    always: str = ""  #: a sentence that every summary ends with
    read: tuple[Link, ...] = ()  #: the paragraph it rests on; where an author names none: the pages it stands in
    organisation: str = ""  #: whose own items these are, where the handbook is not theirs
    origin: Origin
    source: Source | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in order."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Checklist(Instrument):
    """Items in sections: a checklist, matrix, plan, monitor or card."""

    kind: Kind = Kind.CHECKLIST
    all_green: str = ""  #: what the summary says when nothing stands out
    adapted: bool = False  #: the team's own list was applied (report.own_list)
    pictures: tuple[PictureSpec, ...] = ()  #: what the summary draws
    named: Named | None = None  #: what the summary names besides what stands out

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, in order."""
        return tuple(item for section in self.sections for item in section.items)
