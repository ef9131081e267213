"""What was filled in elsewhere and may be taken over here, as data. Pure; knows no HTML and changes nothing.

An offer fills empty places only. It goes when it is taken, and when the same already stands there.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.instrument.flow import Flow
from fii_widgets.instrument.model import Checklist, Item, Option, Section
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.sources import Source, Value, fitted, same, sources
from fii_widgets.words import word


@dataclass(frozen=True, kw_only=True)
class Put:
    """What goes into one empty place."""

    cell: str
    choice: str = ""
    note: str = ""
    told: str  #: where it came from, shown once beside the place


@dataclass(frozen=True, kw_only=True)
class Offer:
    """Something that was filled in elsewhere, with the places here that it would fill."""

    key: str  #: the same while the same is offered
    text: str  #: what was filled in
    along: tuple[str, ...]  #: what comes with it: "punt 3: Ja"
    reason: str  #: where it comes from
    instrument: str  #: id of the instrument it comes from
    title: str
    cell: str  #: where it stands there
    puts: tuple[Put, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Offers for one place, of which one can be taken; or for the empty rows of a section."""

    place: str  #: how the reader knows it
    choose: bool  #: True: one of these
    offers: tuple[Offer, ...]


@dataclass
class _Place:
    """A group while it is being filled."""

    name: str
    in_rows: bool
    offers: dict[tuple[Put, ...], Offer] = field(default_factory=dict)


def offers(instrument: Checklist, answers: Answers) -> list[Group]:
    """Return what may be taken over, in the order of the flows; places that are filled in get no offer."""
    here = _Here(instrument, answers)
    for index, flow in enumerate(instrument.flows):
        here.offer(index, flow)
    return [
        Group(place=one.name, choose=not one.in_rows and len(one.offers) > 1, offers=tuple(one.offers.values()))
        for one in here.places.values()
        if one.offers
    ]


def all_at_once(groups: Collection[Group]) -> list[str]:
    """Return the keys that can be taken together: those that leave nothing to choose."""
    return [offer.key for group in groups if not group.choose for offer in group.offers]


def take(instrument: Checklist, answers: Answers, keys: Collection[str]) -> list[Put]:
    """Return what fills which place when these offers are taken, in this order; what is no longer offered is skipped."""
    now = dict(answers)
    taken: list[Put] = []
    for key in keys:
        offered = (offer for group in offers(instrument, now) for offer in group.offers)
        puts = next((offer.puts for offer in offered if offer.key == key), ())
        now.update({put.cell: Answer(choice=put.choice, note=put.note) for put in puts})
        taken += puts
    return taken


class _Here:
    """The receiving instrument with its answers: which places are empty, and how they are called."""

    def __init__(self, instrument: Checklist, answers: Answers) -> None:
        self.answers = answers
        self.places: dict[str, _Place] = {}
        self.items = {item.id: item for item in instrument.items}
        self.numbers = {item.id: number for number, item in enumerate(instrument.items, 1)}
        self.most = instrument.subjects.most if instrument.subjects else 0
        self.labels = {one.id: one.label for one in instrument.fields}
        self.sections = {item.id: section for section in instrument.sections for item in section.items}

    def offer(self, index: int, flow: Flow) -> None:
        """Add what one flow has to offer."""
        section = self.sections.get(flow.target)
        rows = section.rows.most if section and section.rows else 0
        given = [source for source in sources(flow, self.answers) if not self._is_elsewhere(flow, source)]
        if not given:
            return
        if not rows or not section:
            self._into(index, flow, given, 0)
        elif flow.only_where:
            for row in range(1, rows + 1):
                if self._filled(cell_id(flow.only_where, row)):
                    self._into(index, flow, given, row)
        else:
            self._into_rows(index, flow, given, section, rows)

    def _is_elsewhere(self, flow: Flow, source: Source) -> bool:
        """Whether another filling of this list is about that one already."""
        numbers = range(2, self.most + 1)
        names = (self.answers.get(f"{flow.target}@{number}", EMPTY).note for number in numbers)
        return any(same(name, source.value.text) for name in names if name.strip())

    def _into(self, index: int, flow: Flow, given: list[Source], row: int) -> None:
        """Offer every source for one place; where the place is filled in, only the source that stands there."""
        cell = cell_id(flow.target, row)
        place = self.places.setdefault(cell, _Place(self._name(flow, row), in_rows=False))
        for source in given:
            if not self._filled(cell) or self._stands(cell, flow.target, source.value):
                self._add(place, index, flow, source, row)

    def _into_rows(self, index: int, flow: Flow, given: list[Source], section: Section, rows: int) -> None:
        """Offer every source for a row: the one in which it stands already, else the first that is empty."""
        free = next((row for row in range(1, rows + 1) if not self._used(section, row)), 0)
        place = self.places.setdefault(section.id, _Place(section.title, in_rows=True))
        for source in given:
            cells = ((row, cell_id(flow.target, row)) for row in range(1, rows + 1))
            own = next((row for row, cell in cells if self._stands(cell, flow.target, source.value)), 0)
            if own or free:
                self._add(place, index, flow, source, own or free)

    def _add(self, place: _Place, index: int, flow: Flow, source: Source, row: int) -> None:
        """Make an offer of what is still empty; the same from another source is one offer."""
        wanted = [(flow.target, source.value), *source.along]
        wanted += [(target, Value(choice=choice)) for target, choice in flow.fixed]
        told = word("offer_told", reason=source.reason)
        puts = tuple(put for target, value in wanted if (put := self._put(target, value, row, told)))
        lead = cell_id(flow.target, row)
        twin = puts and any(self._twin(puts, other) for other in place.offers)
        if not puts or twin:
            return
        place.offers[puts] = Offer(
            key=f"{index}:{source.cell}:{lead if not place.in_rows else ''}",
            text=self._shown(flow.target, source.value),
            along=tuple(self._along(put) for put in sorted(puts, key=self._order) if put.cell != lead),
            reason=source.reason,
            instrument=source.instrument,
            title=source.title,
            cell=source.cell,
            puts=puts,
        )

    def _put(self, target: str, value: Value, row: int, told: str) -> Put | None:
        cell = cell_id(target, row)
        item = self.items.get(target)
        if self._filled(cell):
            return None
        if item and item.options:
            option = _option(item, value)
            return Put(cell=cell, choice=option.id, told=told) if option else None
        text = fitted(value.text, item)
        return Put(cell=cell, note=text, told=told) if text else None

    @staticmethod
    def _twin(puts: tuple[Put, ...], other: tuple[Put, ...]) -> bool:
        """Whether two offers put the same text in the same place."""
        return puts[0].cell == other[0].cell and puts[0].choice == other[0].choice and same(puts[0].note, other[0].note)

    def _filled(self, cell: str) -> bool:
        answer = self.answers.get(cell, EMPTY)
        return bool(answer.choice or answer.note.strip())

    def _stands(self, cell: str, target: str, value: Value) -> bool:
        """Whether a place holds what would be put there."""
        answer = self.answers.get(cell, EMPTY)
        item = self.items.get(target)
        if item and item.options:
            return (option := _option(item, value)) is not None and answer.choice == option.id
        return bool(answer.note.strip()) and same(answer.note, fitted(value.text, item))

    def _used(self, section: Section, row: int) -> bool:
        return any(self._filled(cell_id(item.id, row)) for item in section.items)

    def _name(self, flow: Flow, row: int) -> str:
        """Call a place as the form does; in a row, by what that row is about."""
        item = self.items.get(flow.target)
        name = item.text if item else self.labels[flow.target]
        section = self.sections.get(flow.target)
        if not row or not section or not section.rows:
            return name
        about = " ".join(self.answers.get(cell_id(flow.only_where, row), EMPTY).note.split())
        return f"{section.rows.noun} {row}{f' ({about})' if about else ''}: {name}"

    def _shown(self, target: str, value: Value) -> str:
        item = self.items.get(target)
        option = _option(item, value) if item else None
        return option.label if option else fitted(value.text, item)

    def _order(self, put: Put) -> int:
        return self.numbers.get(put.cell.partition("@")[0], 0)

    def _along(self, put: Put) -> str:
        id_ = put.cell.partition("@")[0]
        item = self.items.get(id_)
        option = item.option(put.choice) if item and put.choice else None
        name = word("offer_item", number=self.numbers[id_]) if id_ in self.numbers else self.labels[id_]
        return f"{name}: {option.label if option else ' '.join(put.note.split())}"


def _option(item: Item, value: Value) -> Option | None:
    """Return the choice that says the same here: the same one, else the only one with the same light."""
    lit = [option for option in item.options if value.light and option.signal == value.light]
    return item.option(value.choice) or (lit[0] if len(lit) == 1 else None)
