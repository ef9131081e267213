"""The box at the head of an instrument in which the scripts show what was filled in elsewhere. Empty until then."""

from collections.abc import Iterator

from fii_widgets.instrument.flow import MOST_ROWS, Flow
from fii_widgets.instrument.model import Checklist, Instrument
from fii_widgets.render.form.controls import plain_button, row
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def offers_box(instrument: Instrument, level: int) -> Html | None:
    """Return the frame, hidden. It names every answer that can change what it offers, so that nobody asks in vain."""
    if not isinstance(instrument, Checklist) or not instrument.flows:
        return None
    places = dict.fromkeys(cell for flow in instrument.flows for cell in _places(flow))
    return element(
        "section",
        element(f"h{level}", word("offers"), class_="fii-eerder__title"),
        element("p", word("offers_help"), class_="fii-eerder__help"),
        element("ul", class_="fii-eerder__list", data_fii_offers_list=True),
        row(
            plain_button("take-all", word("offers_all")),
            plain_button("more-offers", word("offers_more")),
            plain_button("no-offers", word("offers_later")),
        ),
        class_="fii-eerder",
        hidden=True,
        aria_label=word("offers"),
        data_fii_offers=" ".join(places),
    )


def _places(flow: Flow) -> Iterator[str]:
    """Every place in another instrument that a flow looks at, by the name its answer is kept under."""
    giver = flow.giver
    if giver is None:
        return
    sources = [one.id for one in giver.items]
    if giver.each:
        sources += [
            f"{id_}-{line}" for id_ in sources for line in dict.fromkeys((*dict(flow.along), flow.needs)) if line
        ]
    for id_ in sources:
        yield from giver.keys(id_)
    for id_ in (id_ for pair in giver.below for id_ in pair):
        yield from (f"{id_}@{number}" for number in range(1, MOST_ROWS + 1))
