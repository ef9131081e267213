"""What the members of a team chose, blind, beside each other. Pure. Counts only: no averages, no names, no totals.

A group is shown apart only when nobody can be read from it: each group and what is left of the team has at least
three members, and at a point each has at least three answers or none. A team that works openly sees every group.

The keeper of the dossier is a member too: the dossier's own answers count as theirs, in every list that another member
filled in. They are joined here, while reading; nothing is copied, so merging knows nothing of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.dossier.list_records import record
from fii_widgets.dossier.merge import later
from fii_widgets.dossier.records import Dossier, Member, Openness, Side
from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Instrument, Item, Option, Signal
from fii_widgets.report.cells import row_items

#: a smaller group is not shown apart
SMALLEST = 3


@dataclass(frozen=True)
class Count:
    """How many members made one choice."""

    option: Option
    n: int


type Spread = tuple[Count, ...]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Members that are shown together: a side, or a role."""

    name: str
    size: int


@dataclass(frozen=True, kw_only=True)
class PointSpread:
    """What the members chose at one point."""

    item: Item
    number: int
    all: Spread  #: in the order of the scale; choices that nobody made are left out
    groups: tuple[Spread | None, ...]  #: one for each group of the report; None: too few answers to show apart
    silent: int  #: members who chose nothing here


@dataclass(frozen=True, kw_only=True)
class InstrumentSpread:
    """The points of one instrument at which somebody chose."""

    instrument: Instrument
    points: tuple[PointSpread, ...]


@dataclass(frozen=True, kw_only=True)
class TeamReport:
    """What a team can talk about."""

    members: int
    open: bool
    sides: tuple[Group, ...]  #: empty: too few members of a side to show them apart
    roles: tuple[Group, ...]  #: small ones are taken together; empty: nothing can be shown apart
    instruments: tuple[InstrumentSpread, ...]
    low: tuple[PointSpread, ...]  #: low for everyone who chose
    different: tuple[PointSpread, ...]  #: seen differently
    unsure: tuple[PointSpread, ...]  #: some know, others do not
    by_row: tuple[Instrument, ...]  #: members chose in rows of these; nobody's first row is another's, so no spread


@dataclass(frozen=True, kw_only=True)
class _Grouping:
    name: str
    ids: frozenset[str]


def team_report(
    dossier: Dossier, instruments: Sequence[Instrument], names: Mapping[str, str], other_roles: str
) -> TeamReport:
    """Report on the members that belong to the team now.

    `names` gives the words of the sides, `other_roles` those of small role groups taken together.
    """
    members = {id_: one for id_, one in dossier.members.items() if not one.gone}
    is_open = dossier.team is not None and dossier.team.text == Openness.OPEN
    sides = _sides(members, is_open, names)
    roles = _roles(members, is_open, other_roles)
    if not is_open and any(0 < len(side.ids & role.ids) < SMALLEST for side in sides for role in roles):
        roles = []  # a side and a role that differ by one member would give that member away
    brought = [one.answers for one in members.values()]
    asked = [one for one in instruments if any(_is_chosen(one, answers) for answers in brought)]
    members = with_keeper(dossier, members)
    spreads = [_instrument(one, members, sides, roles, is_open) for one in asked]
    points = [point for one in spreads for point in one.points]
    return TeamReport(
        members=len(members),
        open=is_open,
        sides=_shown(sides),
        roles=_shown(roles),
        instruments=tuple(spreads),
        low=tuple(one for one in points if low(one)),
        different=tuple(one for one in points if different(one)),
        unsure=tuple(one for one in points if unsure(one)),
        by_row=tuple(one for one in instruments if any(_is_chosen_by_row(one, answers) for answers in brought)),
    )


def with_keeper(dossier: Dossier, members: Mapping[str, Member]) -> dict[str, Member]:
    """Return the members, the keeper with what the dossier itself holds; of an answer that came back too, the newest."""
    keeper = dossier.keeper.text if dossier.keeper else ""
    if keeper not in members or dossier.member:
        return dict(members)
    answers = dict(members[keeper].answers)
    for id_, own in dossier.answers.items():
        if not record(id_) and (id_ not in answers or later(own, answers[id_])):
            answers[id_] = own
    return {**members, keeper: replace(members[keeper], answers=answers)}


def low(point: PointSpread) -> bool:
    """Two or more members chose, and every one of them red or amber, with red among them or all amber."""
    judged = [one for one in point.all if one.option.id not in (UNKNOWN, NOT_APPLICABLE)]
    return sum(one.n for one in judged) > 1 and all(one.option.signal in (Signal.RED, Signal.AMBER) for one in judged)


def different(point: PointSpread) -> bool:
    """One member sees green where another sees red; on a scale without lights: they chose different things."""
    judged = [one.option for one in point.all if one.option.id not in (UNKNOWN, NOT_APPLICABLE)]
    signals = {option.signal for option in judged}
    if signals & {Signal.RED, Signal.AMBER, Signal.GREEN}:
        return {Signal.RED, Signal.GREEN} <= signals
    return len(judged) > 1


def unsure(point: PointSpread) -> bool:
    """Somebody does not know what somebody else does know."""
    known = [one for one in point.all if one.option.id not in (UNKNOWN, NOT_APPLICABLE)]
    return bool(known) and any(one.option.id == UNKNOWN for one in point.all)


def _sides(members: Mapping[str, Member], is_open: bool, names: Mapping[str, str]) -> list[_Grouping]:
    """Giving against receiving; the rest of the team counts as a group, for who is left over can be read too."""
    found = {side: frozenset(id_ for id_, one in members.items() if one.side is side) for side in Side}
    if not (found[Side.GIVING] and found[Side.RECEIVING]):
        return []
    if not is_open and any(0 < len(ids) < SMALLEST for ids in found.values()):
        return []
    return [_Grouping(name=names[side], ids=ids) for side, ids in found.items() if ids]


def _roles(members: Mapping[str, Member], is_open: bool, other: str) -> list[_Grouping]:
    by_role: dict[str, set[str]] = {}
    for id_, one in members.items():
        by_role.setdefault(one.role.strip().casefold(), set()).add(id_)
    called = {one.role.strip().casefold(): one.role.strip() for one in reversed(list(members.values()))}
    rest = by_role.pop("", set())
    if not is_open:
        # small groups go together; while they are still too few, the smallest group that is left goes with them
        for role in sorted(by_role, key=lambda role: (len(by_role[role]), role)):
            if len(by_role[role]) < SMALLEST or 0 < len(rest) < SMALLEST:
                rest |= by_role.pop(role)
    groups = [_Grouping(name=called[role], ids=frozenset(by_role[role])) for role in sorted(by_role)]
    if rest:
        groups.append(_Grouping(name=other, ids=frozenset(rest)))
    return groups if len(groups) > 1 else []


def _shown(groups: Iterable[_Grouping]) -> tuple[Group, ...]:
    return tuple(Group(name=one.name, size=len(one.ids)) for one in groups)


def _instrument(
    instrument: Instrument,
    members: Mapping[str, Member],
    sides: Sequence[_Grouping],
    roles: Sequence[_Grouping],
    is_open: bool,
) -> InstrumentSpread:
    groups = [*sides, *roles]
    # what can be told apart by laying sides and roles over each other
    parts = (
        [one.ids & other.ids for one in sides for other in roles] if sides and roles else [one.ids for one in groups]
    )
    points = []
    for number, item in enumerate(instrument.items, 1):
        chosen = _chosen(item, members)
        hidden = not is_open and any(0 < len(one & chosen.keys()) < SMALLEST for one in parts)
        apart = [_spread(item, [chosen[id_] for id_ in one.ids if id_ in chosen]) for one in groups]
        if chosen:
            points.append(
                PointSpread(
                    item=item,
                    number=number,
                    all=_spread(item, chosen.values()),
                    groups=tuple(None if hidden else one for one in apart),
                    silent=len(members) - len(chosen),
                )
            )
    return InstrumentSpread(instrument=instrument, points=tuple(points))


def _chosen(item: Item, members: Mapping[str, Member]) -> dict[str, Option]:
    """Return what each member chose at an item; who chose nothing is not there."""
    found = {id_: item.option(one.answers.get(item.id, EMPTY).choice) for id_, one in members.items()}
    return {id_: option for id_, option in found.items() if option}


def _is_chosen(instrument: Instrument, answers: Answers) -> bool:
    return any(item.option(answers.get(item.id, EMPTY).choice) for item in instrument.items)


def _is_chosen_by_row(instrument: Instrument, answers: Answers) -> bool:
    keys = row_items(instrument)
    return any(id_ in keys and keys[id_].option(given.choice) for id_, given in answers.items())


def _spread(item: Item, chosen: Iterable[Option]) -> Spread:
    counts = Counter(option.id for option in chosen)
    return tuple(Count(option, counts[option.id]) for option in item.options if counts[option.id])
