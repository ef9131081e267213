"""The frame of decisions on /dossier/: one that is written in a meeting, and the list of all with what holds. No data."""

from fii_widgets.instrument.room import TEXT
from fii_widgets.render.form.controls import date_input, labelled
from fii_widgets.render.frames.dossier.actions import remove_row
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def decision_record() -> Html:
    """Return the line of a decision of the meeting that is held."""
    return element(
        "li",
        labelled(word("decision"), element("textarea", "", rows=2, data_fii_longest=TEXT, data_fii_part="text")),
        _again(data_fii_part="again"),
        labelled(
            word("decision_replaces_asked"),
            # the earlier ones that hold come with the scripts
            element("select", element("option", word("decision_replaces_none"), value=""), data_fii_part="replaces"),
        ),
        remove_row(),
        class_="fii-record fii-record--besluit",
    )


def decisions_frame() -> Html:
    """Return the list of all decisions; the scripts fill it with stored facts (docs/javascripts/records/decision-list.js)."""
    return element(
        "section",
        element("h3", word("all_decisions"), id="overleg-besluiten", tabindex="-1"),
        element("ul", class_="fii-feiten fii-besluiten", data_fii_decided=True),
        element("template", _again(), data_fii_again_template=True),
        hidden=True,
        aria_labelledby="overleg-besluiten",
        data_fii_decided_box=True,
    )


def _again(**attributes: str | bool) -> Html:
    return labelled(word("decision_again_asked"), date_input(data_fii_ahead=True, **attributes))
