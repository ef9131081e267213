"""Every instrument on one page, by phase and moment: what it is for, how large it is, when and with whom. No answers."""

from collections.abc import Iterable

from fii_widgets.handbook.phases import PHASES
from fii_widgets.instrument.model import Instrument
from fii_widgets.render.form.card import size
from fii_widgets.render.frames.dossier import phase_title
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words import word

#: the part of the handbook that has no phases
APART = "gereedschap/"


def instrument_index(instruments: Iterable[Instrument], root: str) -> Html:
    """Return the instruments in their order, under a heading for each phase."""
    titles = {
        "elk": phase_title(0),
        **{str(phase.number): phase_title(phase.number) for phase in PHASES},
        "wijk": word("index_apart"),
    }
    groups: dict[str, list[Html]] = {key: [] for key in titles}
    for each in instruments:
        is_apart = any(link.address.startswith(APART) for link in each.read)
        key = str(each.phase) if each.phase else "wijk" if is_apart else "elk"
        groups[key].append(_entry(each, root))
    return join(
        [element("h2", titles[key], id=f"cl-fase-{key}"), element("dl", entries, class_="fii-instruments")]
        for key, entries in groups.items()
        if entries
    )


def _entry(each: Instrument, root: str) -> Html:
    facts = [("index_moment", each.moment), ("index_who", each.with_whom), ("index_size", size(each))]
    return join(
        [
            element("dt", element("a", each.title, href=f"{root}checklists/{each.id}/")),
            element("dd", each.intro),
            element(
                "dd",
                [element("span", element("b", word(key)), " ", fact) for key, fact in facts if fact],
                class_="fii-instruments__bij",
            ),
        ]
    )
