"""Which lists stand together: those of every phase, of one, and of the districts; of each group first its route. No HTML."""

from collections.abc import Iterable
from dataclasses import dataclass

from fii_widgets.handbook.phases import PHASES
from fii_widgets.instrument.model import Instrument
from fii_widgets.words import word

#: the part of the handbook that has no phases
APART = "gereedschap/"


@dataclass(frozen=True)
class Group:
    """Lists under one heading."""

    key: str  #: "elk", the number of a phase, or "wijk"
    title: str
    lists: tuple[Instrument, ...]

    @property
    def parts(self) -> list[tuple[str, list[Instrument]]]:
        """The lists that a team does and those that go deeper, by the key of their word; what is empty is left out."""
        parts = (("route", True), ("deeper", False))
        found = [(key, [one for one in self.lists if one.route is route]) for key, route in parts]
        return [(key, lists) for key, lists in found if lists]


def group_of(instrument: Instrument) -> str:
    """Return the key of the group in which a list stands."""
    if instrument.phase:
        return str(instrument.phase)
    return "wijk" if any(link.address.startswith(APART) for link in instrument.read) else "elk"


def grouped(instruments: Iterable[Instrument]) -> list[Group]:
    """Return the groups that have lists, in the order of the handbook."""
    titles = {
        "elk": word("every_phase"),
        **{str(phase.number): f"{word('phase', number=phase.number)} {phase.title}" for phase in PHASES},
        "wijk": word("index_apart"),
    }
    shown = list(instruments)
    groups = [Group(key, title, tuple(one for one in shown if group_of(one) == key)) for key, title in titles.items()]
    return [group for group in groups if group.lists]
