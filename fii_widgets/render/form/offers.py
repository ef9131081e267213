"""Where the scripts show what was filled in elsewhere: at the head of an instrument, and where the dossier asks itself.

Empty until then.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

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
        aria_label=f"{word('offers')}: {instrument.title}",
        data_fii_offers=" ".join(places),
    )


def asked_in_lists(
    setting: str, field: str, instruments: Iterable[Instrument], choices: Mapping[str, str] | None = None
) -> Html | None:
    """Return the place beside a field of the dossier for what lists that take it over hold already; None where none does.

    field: selector of its controls. choices: what a list's choice is there. A row says nothing about the whole dossier.
    """
    cells = [
        flow.target
        for one in instruments
        if not one.subjects
        for flow in one.flows
        if flow.source == setting
        and not any(section.rows and flow.target in {item.id for item in section.items} for section in one.sections)
    ]
    return element(
        "ul",
        class_="fii-feiten fii-uit-lijsten",
        hidden=True,
        data_fii_setting=setting,
        data_fii_into=field,
        data_fii_asked_in=" ".join(cells),
        data_fii_choices=json.dumps(choices) if choices else None,
    ) if cells else None  # fmt: skip


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
