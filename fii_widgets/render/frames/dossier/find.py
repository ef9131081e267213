"""The frame of searching in a dossier: one field, and places for what it finds. No data; the scripts fill it."""

from fii_widgets.render.form.controls import button, field, row
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def find_frame() -> Html:
    """Return the field and its empty outcome (docs/javascripts/find/find-panel.js)."""
    asked = element(
        "input",
        type="search",
        id="dossier-zoeken",
        autocomplete="off",
        aria_describedby="dossier-zoeken-uitleg",
        data_fii_find=True,
    )
    return element(
        "div",
        field("dossier-zoeken", word("find"), asked),
        element("p", word("find_help"), class_="fii-item__help", id="dossier-zoeken-uitleg"),
        element("p", role="status", data_fii_found_told=True),
        element("ul", class_="fii-feiten", data_fii_found=True),
        row(button("find-more", word("find_more"), hidden=True)),
        class_="fii-vinden",
        role="search",
        aria_label=word("find"),
    )
