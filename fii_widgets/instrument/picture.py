"""Which picture the summary of an instrument draws, as its author wrote it. Frozen data; knows no answers."""

from dataclasses import dataclass
from enum import StrEnum


class PictureKind(StrEnum):
    """What a picture shows."""

    PROFILE = "profiel"  #: how often each choice was made, for each section
    COVER = "dekking"  #: items down, people across: who covers what
    SPREAD = "verdeling"  #: people on two choices: which place is empty
    REACHED = "doel-bereikt"  #: aimed at against reached, a line a period
    BALANCE = "balans"  #: where the weight lies between two sides


@dataclass(frozen=True, kw_only=True)
class Side:
    """One side of a balance."""

    title: str
    choice: str  #: the choice that puts the weight here
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PictureSpec:
    """One picture; which attributes count depends on its kind (picture_check)."""

    kind: PictureKind
    title: str
    sections: tuple[str, ...] = ()  #: empty: all without rows
    section: str = ""  #: the section with the rows
    items: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()  #: what covers an item; or the places that may not stay empty
    name: str = ""  #: the item with the name of a row
    group: str = ""  #: the item that says where a person belongs
    groups: tuple[str, ...] = ()  #: the choices of `group` that must be there
    down: str = ""
    across: str = ""
    light: str = ""  #: the item whose choice stands with a person
    series: tuple[str, ...] = ()  #: rows that are the same in these items follow each other in time
    period: str = ""
    date: str = ""
    target: str = ""
    reached: str = ""
    counted: str = ""  #: the item with the definition; series are compared only where it agrees
    weight: str = ""  #: the item that says on which side the weight is
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Named:
    """Choices without alarm that the summary names all the same, such as what helps."""

    choices: tuple[str, ...]
    title: str
