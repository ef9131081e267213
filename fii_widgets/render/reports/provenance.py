"""Instruments → where everything they say comes from: items, advice, warnings and outcomes. No answers, no files."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fii_widgets.instrument.model import Checklist, Instrument, Link, Origin, Source
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.render.markup import Html, element
from fii_widgets.render.parts import grid, table
from fii_widgets.render.reports.summary import links, source_text
from fii_widgets.words import word

#: what a rule fills in when it speaks, such as {n}; the character for it ends a sentence too
_BLANK = re.compile(r"\{[a-z]+\}\.?")


@dataclass(frozen=True)
class Said:
    """One thing that an instrument says to its reader."""

    id: str  #: of the element on the instrument's own page that this is; empty where it is no item
    what: str  #: "Punt 3", "Raad bij punt 3 (Nee, Deels)", or the warning itself
    item: bool  #: an item, or advice, a warning or an outcome
    origin: Origin
    source: Source | None
    read: tuple[Link, ...]


def said(instrument: Instrument) -> Iterator[Said]:
    """Yield everything with a source: items and their advice in order, then rules or outcomes."""
    in_rows = _in_rows(instrument)
    for number, item in enumerate(instrument.items, 1):
        id_ = f"{item.id}-rij-1" if item.id in in_rows else item.id
        yield Said(id_, word("item", number=number), True, item.origin, item.source, item.read)
        for follow_up in item.follow_ups:
            choices = ", ".join(option.label for option in item.options if option.id in follow_up.on)
            what = word("provenance_advice", number=number, choices=choices)
            yield Said("", what, False, follow_up.origin, follow_up.source, follow_up.read or item.read)
    if isinstance(instrument, Checklist):
        for rule in instrument.rules:
            yield Said(
                "", word("provenance_rule", text=_BLANK.sub("…", rule.text)), False, rule.origin, rule.source, rule.read
            )
    if isinstance(instrument, DecisionTree):
        for outcome in instrument.outcomes:
            what = word("provenance_outcome", title=outcome.title)
            yield Said("", what, False, outcome.origin, outcome.source, outcome.read)


def _in_rows(instrument: Instrument) -> frozenset[str]:
    sections = instrument.sections if isinstance(instrument, Checklist) else ()
    return frozenset(item.id for section in sections if section.rows for item in section.items)


def provenance_table(instrument: Instrument, root: str) -> Html:
    """Which passage each item, each piece of advice and each warning rests on, and where it is explained."""
    rows = [
        (
            element("a", one.what, href=f"#{one.id}") if one.id else one.what,
            one.origin.value,
            source_text(one.source, instrument.organisation),
            links(one.read, root, ""),
        )
        for one in said(instrument)
    ]
    caption = word("provenance_caption")
    return _scrolling(caption, table(caption, word("provenance_columns").split("|"), rows))


def provenance_counts(instruments: Sequence[Instrument], root: str) -> Html:
    """Of each instrument: how much of it the source says itself, and how much we drew from it."""
    origins = [origin for origin in Origin if any(one.origin is origin for i in instruments for one in said(i))]
    rows = [
        element(
            "tr",
            element("th", element("a", one.title, href=f"{root}checklists/{one.id}/"), scope="row"),
            [element("td", str(_count(said(one), item, origin))) for item in (True, False) for origin in origins],
        )
        for one in instruments
    ]
    heads = [word(key, origin=origin.value) for key in ("provenance_items", "provenance_rules") for origin in origins]
    caption = word("provenance_counts")
    return _scrolling(caption, grid(caption, [word("provenance_instrument"), *heads], rows))


def _count(things: Iterable[Said], item: bool, origin: Origin) -> int:
    return sum(1 for one in things if one.item is item and one.origin is origin)


def _scrolling(caption: str, made: Html) -> Html:
    return element("div", made, class_="fii-provenance", role="region", aria_label=caption, tabindex="0")
