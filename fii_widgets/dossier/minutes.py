"""What the paper of a closed meeting says, frozen at closing. Data only; a closed meeting is told from this and nothing else.

Notes and decisions are not copied: they stay in their registers, of which no version is ever lost, and here stands
which version it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fii_widgets.instrument.model import Signal


@dataclass(frozen=True)
class Light:
    """One light: a mark, and the word that stands with it."""

    shape: str  #: groen, oranje, rood, onbekend, nvt, vrij, or leeg where nothing was chosen
    label: str

    @property
    def red(self) -> bool:
        """Whether this asks for adjusting."""
        return self.shape == Signal.RED.value


@dataclass(frozen=True, kw_only=True)
class FrozenPoint:
    """A point as the team read it, with its light."""

    id: str
    number: int  #: as printed; 0 for a point that the list did not have any more
    text: str
    was: Light | None  #: None: there was no earlier meeting, or the phase was not in play then
    now: Light
    noted: str = ""  #: day of the meeting from which the note stands unchanged; empty: written since the one before


@dataclass(frozen=True, kw_only=True)
class FrozenBoard:
    """The stoplight of one phase."""

    phase: int  #: 0 for the points that lapsed
    title: str
    points: tuple[FrozenPoint, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FrozenTask:
    """An action as it stood."""

    id: str
    text: str
    owner: str = ""
    due: str = ""
    state: str  #: one of records.ActionState
    origin: str = ""  #: words of the point, or title of the instrument, that it came from
    agreed: str = ""  #: day of the meeting in which it was agreed
    late: int = 0  #: days too late on the day of the meeting
    made: bool = False  #: agreed in this meeting


@dataclass(frozen=True, kw_only=True)
class FrozenCount:
    """How many answers of another instrument changed since the meeting before."""

    title: str
    count: int


@dataclass(frozen=True, kw_only=True)
class FrozenTopic:
    """What was to be discussed besides the lights."""

    text: str
    said: str = ""
    discussed: bool = False  #: False: left for the next meeting


@dataclass(frozen=True, kw_only=True)
class FrozenDecision:
    """An earlier decision of which was said what holds, since the meeting before."""

    date: str  #: day of the meeting in which it was made
    text: str
    lapsed: bool = False
    again: str = ""  #: day on which to look at it again; empty: not agreed


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """A closed meeting, beside what its own record holds: day, who was there, the next day."""

    name: str = ""  #: of the dossier
    previous: str = ""  #: day of the closed meeting before it; empty: there was none
    boards: tuple[FrozenBoard, ...] = ()
    elsewhere: tuple[FrozenCount, ...] = ()
    tasks: tuple[FrozenTask, ...] = ()
    topics: tuple[FrozenTopic, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)  #: id of a point → mark of the version (merge.mark_of)
    decisions: Mapping[str, str] = field(default_factory=dict)  #: id of a decision → mark of the version
    earlier: tuple[FrozenDecision, ...] | None = None  #: None: nothing was said of one
