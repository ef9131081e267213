"""The frame of searching in a dossier: one field, and places for what it finds. No data; the scripts fill it."""

from fii_widgets.instrument.room import LINE
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


def removed_frame() -> Html:
    """Return what was taken away, and the way to take words out for good (docs/javascripts/find/forget-panel.js)."""
    asked = element(
        "input",
        type="text",
        id="dossier-naam-weg",
        autocomplete="off",
        aria_describedby="dossier-naam-weg-uitleg",
        data_fii_longest=LINE,
        data_fii_forget_asked=True,
    )
    return element(
        "div",
        element(
            "details",
            element("summary", element("span", word("removed_title"), data_fii_removed_title=True)),
            element("p", word("removed_help"), class_="fii-overleg__raad"),
            element("ul", class_="fii-records", data_fii_removed_list=True),
            hidden=True,
            data_fii_removed_box=True,
        ),
        element(
            "details",
            element("summary", word("forget_title")),
            element("p", word("forget_help"), class_="fii-overleg__raad"),
            field("dossier-naam-weg", word("forget_asked"), asked),
            element("p", word("forget_not"), class_="fii-item__help", id="dossier-naam-weg-uitleg"),
            row(button("forget-find", word("forget_find"))),
            element("p", role="status", data_fii_forget_told=True),
            element("div", data_fii_forget_found=True),
            data_fii_forget_box=True,
        ),
        element(
            "div",
            element("p", word("forget_until")),
            row(button("forget-back", word("forget_back"))),
            hidden=True,
            data_fii_forget_back=True,
        ),
        class_="fii-weggehaald",
    )
