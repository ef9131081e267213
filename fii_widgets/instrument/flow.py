"""What flows from one instrument into another: where it comes from, where it goes. Frozen data; knows no answers."""

from dataclasses import dataclass

#: as many rows as any section may have
MOST_ROWS = 12


def key_of(id_: str, number: int, subjects: bool) -> str:
    """Return the key of an answer in a row, or about a subject: the first subject has the item's own, as it always had."""
    return id_ if subjects and number == 1 else f"{id_}@{number}"


@dataclass(frozen=True, kw_only=True)
class Given:
    """A place in another instrument where something may have been filled in."""

    id: str  #: of an item, a field, or a line asked under an item
    text: str  #: what is asked there
    choices: tuple[tuple[str, str], ...] = ()  #: (option id, label); empty: answered in words
    signals: tuple[tuple[str, str], ...] = ()  #: (option id, its light), of the options that have one


@dataclass(frozen=True, kw_only=True)
class Giver:
    """The instrument that an answer comes from, as far as an offer needs it. The loader fills it in."""

    instrument: str  #: its id, and part of its address
    title: str
    most: int = 0  #: rows of the source, or subjects; 0: it has none
    subjects: bool = False  #: True: the whole instrument is filled in for each
    each: bool = False  #: True: every item of it is a source, and what it gives is the item's own text
    items: tuple[Given, ...] = ()
    below: tuple[tuple[str, str], ...] = ()  #: (item reached, item aimed at): only where the first is less

    def keys(self, id_: str) -> tuple[str, ...]:
        """Return the keys under which answers to one of its items are kept: one a row, or one a subject."""
        return tuple(key_of(id_, number, self.subjects) for number in range(1, self.most + 1)) or (id_,)


@dataclass(frozen=True, kw_only=True)
class Flow:
    """What was filled in there is offered here. Never more than an offer, and never over an answer."""

    source: str  #: id of an item or field; or of an instrument or section: each of its items
    target: str  #: id of an item or field of this instrument
    text: str  #: where it comes from, in words; may hold {rij}
    along: tuple[tuple[str, str], ...] = ()  #: (source, target) that come with it, from the same row or item
    fixed: tuple[tuple[str, str], ...] = ()  #: (target, option id) that is chosen with it
    choices: tuple[str, ...] = ()  #: only sources with one of these choices
    needs: str = ""  #: only sources under which this asked line was filled in
    rule: str = ""  #: only where this rule of the other instrument says that a target was not reached
    only_where: str = ""  #: only rows in which this item was filled in
    together: bool = False  #: all rows or items in one sentence
    giver: Giver | None = None
