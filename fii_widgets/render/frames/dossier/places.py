"""The frame of the places on /dossier/: which there are, what each filled in, side by side. No data; the scripts fill it."""

from collections.abc import Iterable, Sequence

from fii_widgets.instrument.model import Instrument, RuleKind
from fii_widgets.instrument.room import NAME
from fii_widgets.render.form.controls import button, field, labelled, row, until_started
from fii_widgets.render.frames.dossier.team import gone_list
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def places_frame(instruments: Iterable[Instrument]) -> Html:
    """Return everything of the fold 'Wijken'; the first choice is the instrument that says when places compare."""
    return element(
        "div",
        element("p", word("places_intro")),
        until_started(_places(list(instruments))),
        element("h3", word("beside"), id="wijken-naast-elkaar"),
        element(
            "div",
            element("div", element("p", word("beside_first")), class_="fii-summary__body", data_fii_beside=True),
            class_="fii-summary",
        ),
        element("p", class_="fii-progress", role="status", data_fii_progress=True),
        class_="fii-meetings fii-wijken",
        data_fii_widget="places",
    )


def _places(instruments: Sequence[Instrument]) -> Html:
    chosen = next((one.id for one in instruments if _compares(one)), "")
    options = [element("option", one.title, value=one.id, selected=one.id == chosen) for one in instruments]
    record = element(
        "li",
        labelled(word("place_label"), element("input", type="text", data_fii_longest=NAME, data_fii_part="label")),
        row(
            button("fill-here", word("place_here")),
            button("fill-file", word("place_file")),
            button("gone", word("place_gone")),
            button("back", word("place_back"), hidden=True),
        ),
        class_="fii-record",
    )
    return element(
        "section",
        element("h3", word("places_title"), id="wijken-welke"),
        field(
            "wijken-instrument",
            word("place_what"),
            element(
                "select",
                element("option", word("place_all"), value=""),
                options,
                id="wijken-instrument",
                data_fii_what=True,
            ),
        ),
        element("ul", class_="fii-records", data_fii_records=True),
        element("template", record, data_fii_record_template=True),
        element("p", class_="fii-alert", role="alert", data_fii_record_alert=True),
        field(
            "wijken-bestand",
            word("place_file_label"),
            element("input", type="file", id="wijken-bestand", data_fii_place_file=True),
            "fii-file",
            hidden=True,
            data_fii_place_file_row=True,
        ),
        row(button("add-record", word("add_place")), button("undo-place", word("undo"), hidden=True)),
        gone_list(word("gone_places")),
        aria_labelledby="wijken-welke",
    )


def _compares(instrument: Instrument) -> bool:
    return any(rule.kind is RuleKind.DIFFERS for rule in instrument.rules)
