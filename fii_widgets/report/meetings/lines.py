"""What a report of a meeting is made of: points with two lights, and actions as the meeting sees them."""

from dataclasses import dataclass

from fii_widgets.dossier.minutes import Light
from fii_widgets.dossier.records import Action
from fii_widgets.report.meetings.lights import RANK, Board, Point
from fii_widgets.words import word
from fii_widgets.words.common import count, day


@dataclass(frozen=True, kw_only=True)
class Line:
    """One point in two reviews."""

    point: Point
    was: Light | None  #: None: there was no earlier review, or the phase was not in play then
    now: Light
    note: str = ""
    noted: str = ""  #: day of the closed review from which the note stands unchanged; empty: written since the last one

    @property
    def dated_note(self) -> str:
        """The note; one of an earlier review says so, for the light beside it may have changed."""
        return word("note_of", note=self.note.rstrip(), day=day(self.noted)) if self.noted else self.note

    @property
    def changed(self) -> bool:
        """Whether the light is another than the last time."""
        return self.was is not None and self.was != self.now

    @property
    def way(self) -> int:
        """1 better, -1 worse, 0 where that cannot be said."""
        was, now = RANK.get(self.was.shape if self.was else ""), RANK.get(self.now.shape)
        return 0 if was is None or now is None else (now > was) - (now < was)


@dataclass(frozen=True, kw_only=True)
class BoardLines:
    """The stoplight of one phase in this review."""

    board: Board
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Task:
    """An action, as the meeting sees it."""

    id: str
    action: Action
    origin: str  #: text of the item, or title of the instrument, that it came from
    agreed: str  #: day of the review in which it was agreed
    late: int  #: days too late; 0: not late, or done
    recorded: bool = True  #: False: how it stood at the closing was not written down; shown is what it is now

    @property
    def when(self) -> str:
        """Its day in words, and how late it is; empty without a day."""
        late = f" ({count(self.late, word('action_late_one'), word('action_late_many', n=self.late))})"
        return day(self.action.due) + (late if self.late else "")
