"""What the lists of a dossier say that somebody will do → actions beside those of the meetings. Pure.

An action of a list is one thing in two places: what, and where the list asks it also who and when, stand in the list; its
state, and what the list does not ask, stand in an action of the dossier that is tied to the place of its words.
docs/javascripts/facts/list-actions.js says the same of the page.
"""

from binascii import crc32
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.dossier.merge import instant, later
from fii_widgets.dossier.records import Action, ActionState, Dossier
from fii_widgets.instrument.model import ActionColumns, Instrument
from fii_widgets.report.cells import cell_id
from fii_widgets.report.values import date_of


@dataclass(frozen=True)
class _Place:
    """Where an action of a list stands: ids of answers, empty for what the list does not ask."""

    list: str
    what: str
    who: str
    when: str


def with_list_actions(dossier: Dossier, instruments: Sequence[Instrument], *, begun: bool = False) -> Dossier:
    """Return the dossier with the actions of its lists among its actions, each under an id that never changes.

    `begun`: only those of which an owner, a day or a state is known.
    """
    all_places = (place for one in instruments for place in _places(one))
    places = {one.what: one for one in all_places if dossier.answers.get(one.what, EMPTY).note.strip()}
    tied = _tied(dossier.actions, places)
    told = _once([(one.list, _action(one, dossier.answers, tied.get(one.what))) for one in places.values()])
    # one whose words are gone from its list stays, as it last was
    own = {id_: one for id_, one in dossier.actions.items() if one.item not in places}
    listed = {f"l-{crc32(one.item.encode()):08x}": one for one in told if is_begun(one) or not begun}
    return replace(dossier, actions={**own, **listed})


def is_begun(action: Action) -> bool:
    """Whether more is known of an action than its words."""
    return bool(action.owner.strip() or action.due) or action.state is not ActionState.OPEN


def _once(found: Sequence[tuple[str, Action]]) -> list[Action]:
    """Leave out what was taken over into another list, unless more is known of it here than its words."""
    lists: dict[str, list[tuple[bool, str]]] = {}
    for list_, action in found:
        lists.setdefault(_words(action), []).append((is_begun(action), list_))
    return [
        action
        for list_, action in found
        if is_begun(action)
        or not any(other != list_ and (begun or other > list_) for begun, other in lists[_words(action)])
    ]


def _words(action: Action) -> str:
    return " ".join(action.text.lower().split())


def _places(instrument: Instrument) -> Iterator[_Place]:
    """Yield every place where an action can stand, in the order of the form."""
    lines = {line.id for line in instrument.asked}
    for columns in instrument.actions:
        for section in instrument.sections:
            ids = [item.id for item in section.items]
            for row in range(1, section.rows.most + 1) if section.rows else (0,):
                yield from (_place(instrument.id, id_, columns, row) for id_ in ids if columns.what in {id_, *lines})


def _place(list_: str, item: str, columns: ActionColumns, row: int) -> _Place:
    what = item if columns.what == item else f"{item}-{columns.what}"
    return _Place(list_, *(cell_id(id_, row) if id_ else "" for id_ in (what, columns.who, columns.when)))


def _tied(actions: Mapping[str, Action], places: Container[str]) -> dict[str, Action]:
    """Return the action that is tied to each place; of two machines' the later one."""
    tied: dict[str, Action] = {}
    for action in actions.values():
        if action.item in places and (action.item not in tied or later(action, tied[action.item])):
            tied[action.item] = action
    return tied


def _action(place: _Place, answers: Answers, tied: Action | None) -> Action:
    what, who, when = (answers.get(id_, EMPTY) for id_ in (place.what, place.who, place.when))
    day = date_of(when.note)
    given: tuple[Answer | Action, ...] = tuple(one for one in (what, who, when, tied) if one and one.at)
    return Action(
        at=max((one.at for one in given), key=instant, default=what.at),
        text=what.note.strip(),
        item=place.what,
        owner=who.note.strip() if place.who else tied.owner if tied else "",
        due=(day.isoformat() if day else "") if place.when else tied.due if tied else "",
        state=tied.state if tied else ActionState.OPEN,
    )
