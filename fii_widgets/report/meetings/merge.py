"""Files that were merged → sentences: what came in from each, and where they differ (what, whose, when). Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.differences import Difference, differences, renewed
from fii_widgets.dossier.forgotten import set_at, since
from fii_widgets.dossier.merge import merge, registers
from fii_widgets.dossier.records import Action, Dossier, Member, Place, Review, ReviewState, Round, Text, Topic, Value
from fii_widgets.instrument.model import Instrument, Item
from fii_widgets.words import word
from fii_widgets.words.common import count, day

#: more sentences than this do not help anyone
MOST = 200
_STATES = {
    ReviewState.PLANNED: word("state_planned"),
    ReviewState.OPEN: word("state_open"),
    ReviewState.CLOSED: word("state_closed"),
}


@dataclass(frozen=True, kw_only=True)
class MergeReport:
    """What merging did."""

    lines: tuple[str, ...]  #: one or two sentences a file
    conflicts: tuple[str, ...]  #: one sentence for each thing that files say differently


def merge_report(dossiers: Sequence[Dossier], names: Sequence[str], instruments: Sequence[Instrument]) -> MergeReport:
    """Say what merging these files does; the first is the one that the others are merged into."""
    together = merge(dossiers[0], *dossiers[1:])
    items = {item.id: item for one in instruments for item in one.items}
    found = [_conflict(one, together, names, items) for one in differences(dossiers)]
    conflicts, more = found[:MOST], len(found) - MOST
    if more > 0:
        conflicts.append(count(more, word("conflict_more_one"), word("conflict_more", n=more)))
    return MergeReport(lines=tuple(_lines(dossiers, names, together)), conflicts=tuple(conflicts))


def _lines(dossiers: Sequence[Dossier], names: Sequence[str], together: Dossier) -> Iterator[str]:
    base = dossiers[0]
    for other, name in zip(dossiers[1:], names[1:], strict=True):
        after = merge(base, other)
        n = renewed(base, after)
        if n:
            yield count(n, word("merge_new_one", whose=name), word("merge_new", whose=name, n=n))
        else:
            yield word("merge_same", whose=name)
        if back := _back(base, other):
            yield count(back, word("merge_back_one", whose=name), word("merge_back", whose=name, n=back))
        base = after
    if not together.member:
        for one, name in zip(dossiers, names, strict=True):
            if one.member and one.answers:
                yield word("merge_member", whose=name, member=_label(together, one.member))


def _back(base: Dossier, other: Dossier) -> int:
    """Count the places where something was forgotten, and another file, which did not know, set something later."""
    known = [*registers(base)]
    return len(
        {
            path
            for path, value in registers(other)
            if set_at(value) > (since(base.forgotten, path) or "9999")
            and not since(other.forgotten, path)
            and (path, value) not in known
        }
    )


def _label(dossier: Dossier, member: str) -> str:
    return (dossier.members[member].label if member in dossier.members else "") or member


def _conflict(one: Difference, together: Dossier, names: Sequence[str], items: dict[str, Item]) -> str:
    item = items.get(one.path.split("/")[-1].partition("@")[0])
    sides = [
        word(
            "conflict_side",
            value=_said(one.path, each.value, together, item),
            whose=names[each.whose],
            when=_when(each.value.at),
        )
        for each in one.told
    ]
    joined = f"{', '.join(sides[:-1])} en {sides[-1]}"
    what = _what(one.path, together, items)
    if getattr(one.kept, "removed", False):
        return word("conflict_removed", what=what, sides=joined)
    kept = _said(one.path, one.kept, together, item)
    kept = kept[:1].upper() + kept[1:]  # the rest as it was written: it holds initials and notes
    return word("conflict", what=what, sides=joined, kept=kept)


def _when(at: str) -> str:
    return f"{day(at[:10])}, {at[11:16]}"


def _what(path: str, dossier: Dossier, items: dict[str, Item]) -> str:
    match path.split("/"):
        case ["settings", name]:
            return word(f"what_{name}")
        case ["reviews", id_]:
            return word("what_review", date=_day_of(dossier, id_))
        case ["reviews", id_, part, own]:
            said = word(f"what_{part}", item=own)
            return word("what_review_part", date=_day_of(dossier, id_), part=said)
        case ["actions", id_]:
            return word("what_action", text=_short(dossier.actions[id_].text))
        case ["topics", id_]:
            return word("what_topic", text=_short(dossier.topics[id_].text))
        case ["rounds", id_]:
            return word("what_round", date=day(dossier.rounds[id_].date))
        case ["members", id_]:
            return word("what_member", label=_label(dossier, id_))
        case ["places", id_]:
            return word("what_place", label=dossier.places[id_].label or id_)
        case ["members", id_, own]:
            return word("of_member", what=_item(own, items), label=_label(dossier, id_))
        case ["places", id_, own]:
            return word("of_place", what=_item(own, items), label=dossier.places[id_].label or id_)
        case _:
            return _item(path, items)


def _day_of(dossier: Dossier, id_: str) -> str:
    return day(dossier.reviews[id_].date)


def _item(id_: str, items: dict[str, Item]) -> str:
    item = items.get(id_.partition("@")[0])
    return word("what_item", item=id_, text=item.text) if item else word("what_lapsed", item=id_)


def _said(path: str, value: Value, together: Dossier, item: Item | None) -> str:
    """Say a value; of a member by what the team calls them."""
    if path == "settings/keeper" and isinstance(value, Text) and value.text:
        return _quoted(_label(together, value.text))
    return _value(value, item)


def _value(value: Value, item: Item | None) -> str:
    """Say a value in a few words."""
    if getattr(value, "removed", False):
        return word("removed")
    match value:
        case Answer():
            option = item.option(value.choice) if item else None
            choice = option.label if option else value.choice
            return ", ".join(one for one in (choice, _quoted(value.note)) if one) or word("nothing")
        case Text():
            return _quoted(value.text) or word("nothing")
        case Review():
            return f"{day(value.date)}, {_STATES[value.state]}"
        case Action():
            parts = (_quoted(value.text), value.owner, day(value.due) if value.due else "", value.state.value)
            return ", ".join(one for one in parts if one)
        case Topic():
            return ", ".join(one for one in (_quoted(value.text), _quoted(value.said)) if one) or word("nothing")
        case Round():
            return word("said_round", date=day(value.date), answers=len(value.answers))
        case Member():
            return ", ".join(one for one in (value.label, value.role, value.side.value) if one)
        case Place():
            return value.label or word("nothing")


def _quoted(text: str) -> str:
    short = _short(text)
    return word("quoted", text=short) if short else ""


def _short(text: str) -> str:
    """The beginning of a text, with a mark where it goes on."""
    words = " ".join(text.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
