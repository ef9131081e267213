"""A decision tree: a few questions, and what each combination of answers comes to. Data only; the model beside it."""

from dataclasses import dataclass

from fii_widgets.instrument.model import Instrument, Item, Link, Origin, Source


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
    source: Source | None = None


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
