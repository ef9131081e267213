"""Every instrument on one page, by phase, its route first: what it is for, how large it is, when, with whom, how long. No
answers.
"""

from collections.abc import Iterable

from fii_widgets.instrument.model import Instrument
from fii_widgets.render.form.card import size
from fii_widgets.render.form.facts import duration, facts
from fii_widgets.render.frames.groups import Group, grouped
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words import word


def instrument_index(instruments: Iterable[Instrument], root: str) -> Html:
    """Return the instruments in their order, under a heading for each phase."""
    return join(
        [element("h2", group.title, id=f"cl-fase-{group.key}"), _parts(group, root, brief=False)]
        for group in grouped(instruments)
    )


def phase_index(instruments: Iterable[Instrument], phase: int, root: str) -> Html:
    """Return the instruments of one phase for a page that tells what the phase is for: in brief, without its heading."""
    return join(_parts(group, root, brief=True) for group in grouped(instruments) if group.key == str(phase))


def _parts(group: Group, root: str, *, brief: bool) -> Html:
    return join(
        [
            element("h3", word(key)),
            element("dl", [_entry(each, root, brief) for each in lists], class_="fii-instruments"),
        ]
        for key, lists in group.parts
    )


def _entry(each: Instrument, root: str, brief: bool) -> Html:
    told = [("index_moment", each.moment), ("index_who", each.with_whom), ("fact_time", duration(each))]
    return join(
        [
            element("dt", element("a", each.title, href=f"{root}checklists/{each.id}/")),
            None if brief else element("dd", each.intro),
            element("dd", facts(told if brief else [*told, ("index_size", size(each))]), class_="fii-instruments__bij"),
        ]
    )
