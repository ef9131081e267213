"""A list from which a team took items → the same without what speaks of them: rules, conditions, offers, pictures. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from fii_widgets.instrument.flow import Flow
from fii_widgets.instrument.model import Checklist, Item, Rule
from fii_widgets.instrument.picture import PictureKind, PictureSpec


def without_hidden(instrument: Checklist) -> Checklist:
    """Take out what names a hidden item, and sections in which nothing is left.

    Guarantees that everything the instrument still names is there, so that it can be written as a file.
    """
    gone = {item.id for item in instrument.hidden}
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, only_with=tuple(pair for pair in item.only_with if pair[0] not in gone))
                for item in section.items
            ),
        )
        for section in instrument.sections
        if section.items
    )
    left = {item.id: item for section in sections for item in section.items}
    places = {section.id for section in sections}
    named = instrument.named
    if named and not set(named.choices) <= {option.id for item in left.values() for option in item.options}:
        named = None
    return replace(
        instrument,
        sections=sections,
        actions=tuple(one for one in instrument.actions if gone.isdisjoint((one.what, one.who, one.when))),
        rules=tuple(rule for one in instrument.rules if (rule := _rule(one, gone, left))),
        flows=tuple(flow for one in instrument.flows if (flow := _flow(one, gone))),
        pictures=tuple(spec for one in instrument.pictures if (spec := _picture(one, gone, left, places))),
        named=named,
    )


def _rule(rule: Rule, gone: Collection[str], left: Mapping[str, Item]) -> Rule | None:
    items = tuple(id_ for id_ in rule.items if id_ not in gone)
    if rule.item in gone or rule.target in gone or (rule.items and not items):
        return None
    meant = {*items, rule.item} - {""}
    known = {option.id for id_, item in left.items() if not meant or id_ in meant for option in item.options}
    choices = tuple(choice for choice in rule.choices if not known or choice in known)
    return None if rule.choices and not choices else replace(rule, items=items, choices=choices)


def _flow(flow: Flow, gone: Collection[str]) -> Flow | None:
    if flow.target in gone or flow.only_where in gone:
        return None
    return replace(
        flow,
        along=tuple(pair for pair in flow.along if pair[1] not in gone),
        fixed=tuple(pair for pair in flow.fixed if pair[0] not in gone),
    )


def _picture(
    spec: PictureSpec, gone: Collection[str], left: Mapping[str, Item], places: Collection[str]
) -> PictureSpec | None:
    """A profile loses its empty sections; a balance keeps the sides that are left, and needs both."""
    if spec.kind is PictureKind.PROFILE:
        sections = tuple(id_ for id_ in spec.sections if id_ in places)
        return None if spec.sections and not sections else replace(spec, sections=sections)
    sides = tuple(replace(side, items=tuple(id_ for id_ in side.items if id_ in left)) for side in spec.sides)
    if spec.weight in gone or not all(side.items for side in sides):
        return None
    return replace(spec, sides=sides)
