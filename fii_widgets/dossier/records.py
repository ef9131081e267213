"""What a dossier holds, once read: answers, reviews, actions, members, places. Frozen data; knows no JSON.

Everything that people can change on two machines is a *register*: a value with the time at which it was set.
Merging keeps every value that a register ever lost (see merge). A register's path is an item id for an answer of
the team, and otherwise parts with "/" between them, which no id holds:

    s1-01                        an answer of the team
    settings/name                name, rhythm and team of the dossier, the lists that are asked of its members, and its keeper
    reviews/r-1                  a review without its notes, decisions and corrections
    reviews/r-1/notes/s1-01      each of those, by item or by id
    actions/a-1
    topics/t-1                   what the team wants to discuss, or discussed
    members/m-1                  who it is; members/m-1/s1-01 an answer of that member
    places/p-1                   which place; places/p-1/om-1@1 an answer of that place
    rounds/n-1                   a closed round of one list, with its answers
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.dossier.minutes import Minutes

SCHEMA = 3
KIND = "fii-dossier"

#: before every other time; what was never set has it
NEVER = "1970-01-01T00:00:00.000Z"


class Rhythm(StrEnum):
    """How often the team meets; the words of the guide."""

    TWO_WEEKS = "2-wekelijks"
    MONTH = "maandelijks"
    QUARTER = "3-maandelijks"


class ReviewState(StrEnum):
    """A closed review is history; a planned one nobody began yet."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"


class ActionState(StrEnum):
    """Where an action stands; the last two are not carried over."""

    OPEN = "open"
    BUSY = "bezig"
    DONE = "klaar"
    LAPSED = "vervallen"


class Side(StrEnum):
    """Which organisation a member speaks for."""

    GIVING = "gevend"
    RECEIVING = "ontvangend"
    OTHER = "overig"


class Openness(StrEnum):
    """Whether groups smaller than three may be shown apart."""

    OPEN = "open"
    CLOSED = "gesloten"


@dataclass(frozen=True, kw_only=True)
class Text:
    """A few words with their time: a name, a note, a decision, a correction."""

    at: str
    text: str = ""
    cleaned: str = ""  #: when words were taken out for good: it counts as set then, and is told as set before
    removed: bool = False  #: of a decision, or of what was said of one: taken away; kept, told nowhere
    again: str = ""  #: of those: the day on which to look at the decision again; empty: not agreed
    replaces: str = ""  #: of a decision: "r-1/d-1", the earlier one whose place it takes
    about: str = ""  #: of a correction: id of the decision in its meeting of which it says what holds since
    lapsed: bool = False  #: of such a correction: the decision does not hold any more


type Texts = Mapping[str, Text]


@dataclass(frozen=True, kw_only=True)
class Review:
    """One meeting (overleg) of the core team."""

    at: str  #: when its own data were set; for a closed review when it was closed
    date: str  #: day of the meeting, "2026-11-22"
    next: str = ""  #: day of the next one; empty: not agreed
    phases: tuple[int, ...] = ()  #: the phases in play, 1–6
    state: ReviewState = ReviewState.OPEN
    present: tuple[str, ...] = ()  #: roles or initials
    agenda: str = ""  #: what the team wanted to discuss besides the lights, before topics were records of their own
    lights: Mapping[str, str] = field(default_factory=dict)  #: item id → choice, frozen at closing; empty before
    minutes: Minutes | None = None  #: what its paper says; None while it is open, and where an older handbook closed it
    notes: Texts = field(default_factory=dict)  #: by item id
    decisions: Texts = field(default_factory=dict)  #: by own id
    corrections: Texts = field(
        default_factory=dict
    )  #: by own id; the only thing added after closing: a line, or what holds since
    removed: bool = False  #: begun by mistake, and taken away; kept, told nowhere
    cleaned: str = ""  #: see Text


@dataclass(frozen=True, kw_only=True)
class Action:
    """What somebody will do."""

    at: str
    text: str
    item: str = ""  #: id of the item or the instrument it came from
    review: str = ""  #: id of the review in which it was agreed
    owner: str = ""  #: a role or initials
    due: str = ""  #: day on which it must be done
    state: ActionState = ActionState.OPEN
    removed: bool = False  #: taken away; kept, told nowhere
    cleaned: str = ""  #: see Text


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What a team wants to discuss in a meeting besides the lights, or discussed there."""

    at: str
    text: str
    item: str = ""  #: id of the item that it came from
    review: str = ""  #: id of the review in which it was discussed; empty: still to come
    said: str = ""  #: what was said
    removed: bool = False  #: taken away; kept, told nowhere
    cleaned: str = ""  #: see Text


@dataclass(frozen=True, kw_only=True)
class Member:
    """One member of the team, with the answers that were given without seeing the others'."""

    at: str
    label: str = ""  #: how the team calls this member: initials, or a function
    role: str = ""  #: the group of people with the same work
    side: Side = Side.OTHER
    gone: bool = False  #: no longer in the team; kept, not counted
    asked: str = ""  #: ids of the lists in the file that was made last, with a blank between them; empty: not said
    given: str = ""  #: day on which that file was made; empty: none was
    cleaned: str = ""  #: see Text
    answers: Answers = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Place:
    """A place (wijk, locatie) for which the same instruments are filled in."""

    at: str
    label: str = ""
    gone: bool = False  #: no longer followed; kept, not shown
    cleaned: str = ""  #: see Text
    answers: Answers = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Round:
    """One closed filling of a list. Never changed; the round that runs is what the dossier's own answers say."""

    at: str
    instrument: str
    date: str  #: day on which it was closed
    subject: int = 1  #: about whom, of a list that is filled in for each of several; the ids are those of the first
    answers: Answers = field(default_factory=dict)  #: as they stood, with what the team changed in the list itself
    removed: bool = False  #: taken away; kept, told nowhere
    cleaned: str = ""  #: see Text


#: what stands in a register
type Value = Answer | Text | Review | Action | Topic | Member | Place | Round


@dataclass(frozen=True, kw_only=True)
class Change:
    """What an event did to one answer."""

    item: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True, kw_only=True)
class Event:
    """One line of the history of a file: opened, undone, wiped, merged."""

    at: str
    event: str
    file: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Aside:
    """What stood in a browser and could not be read: kept and shown, and counted nowhere."""

    where: str
    text: tuple[str, ...]  #: JSON in pieces, each within the limit of a string


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """Everything one team, or one member of it, has filled in."""

    edition: str
    content: str = ""  #: version of the handbook that saved it
    saved: str = NEVER
    name: Text | None = None
    rhythm: Text | None = None  #: one of Rhythm
    team: Text | None = None  #: one of Openness
    asked: Text | None = (
        None  #: ids of the lists that members fill in, with a blank between them; None or empty: not said
    )
    keeper: Text | None = None  #: id of the member whose answers the dossier's own are; None or empty: of no member
    member: str = ""  #: id of the member whose own copy this is; empty: the dossier of the team
    answers: Answers = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    members: Mapping[str, Member] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)
    versions: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)  #: path → values that lost, oldest first
    history: tuple[Event, ...] = ()
    aside: tuple[Aside, ...] = ()
    forgotten: Mapping[str, str] = field(
        default_factory=dict
    )  #: what was taken out for good → since when (see forgotten)
