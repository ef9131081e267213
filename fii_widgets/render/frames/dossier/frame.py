"""The frame of /dossier/: its views, and every list in a template until it is opened. No answers, no files.

Without scripts it leads to the page of every list, which is a form on paper.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.room import NAME
from fii_widgets.instrument.settings import NAME as DOSSIER_NAME
from fii_widgets.render.form.controls import button, field, row, stop_row, switch, until_started
from fii_widgets.render.form.offers import asked_in_lists
from fii_widgets.render.frames.dossier.lists import lists_frame
from fii_widgets.render.frames.dossier.meetings import meetings_frame
from fii_widgets.render.frames.dossier.papers import papers_frame
from fii_widgets.render.frames.dossier.places import places_frame
from fii_widgets.render.frames.dossier.saving import (
    finish_frame,
    finished_notice,
    handover_frame,
    newest_frame,
    wipe_dialog,
)
from fii_widgets.render.frames.dossier.stand import stand_frame
from fii_widgets.render.frames.dossier.team import own_copy_frame, own_copy_next, team_frame
from fii_widgets.render.frames.dossier.view import view, views_nav
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def dossier_frame(instruments: Iterable[tuple[Instrument, Mapping[str, Any]]], overview: Html, root: str) -> Html:
    """Return the page's body below its title."""
    shown = list(instruments)
    lists = [instrument for instrument, _ in shown]
    return element(
        "div",
        element("p", word("framed"), " ", _own_window(root), class_="fii-ingelijst", role="alert"),
        _without_scripts(lists, root),
        switch(own_copy_frame()),
        element(
            "div",
            until_started(_status(), views_nav(), finished_notice(), view("stand", stand_frame())),
            meetings_frame(lists),
            view(
                "team",
                team_frame((one.id, one.title) for one, _ in shown),
                _places(lists),
            ),
            switch(view("lijsten", lists_frame(shown, root), _overview(overview))),
            view("stukken", element("div", papers_frame(), id="papieren")),
            switch(view("bewaren", _saving(lists), _lapsed()), wipe_dialog()),
            class_="fii-weergave",
        ),
        switch(own_copy_next()),
        class_="fii-dossier",
        data_fii_widget="dossier",
        data_fii_alone=True,
    )


def _own_window(root: str) -> Html:
    """In a frame a browser keeps answers apart, and nobody sees who stands around it: init.js builds nothing there."""
    return element(
        "a", word("own_window"), href=f"{root}dossier/", target="_blank", rel="noopener", data_fii_whole=True
    )


def _without_scripts(instruments: Iterable[Instrument], root: str) -> Html:
    """What there is without scripts: one paragraph, and every list on a page of its own, which is a form on paper."""
    links = [element("li", element("a", one.title, href=f"{root}checklists/{one.id}/")) for one in instruments]
    whole = element("p", element("a", word("without_whole"), href=f"{root}alles/"))
    return element("div", element("p", word("without_scripts")), element("ul", links), whole, class_="fii-zonder")


def _status() -> Html:
    """Where the answers are, and the one button that every view has."""
    return element(
        "div",
        element(
            "div",
            element("p", class_="fii-status__text", data_fii_status=True),
            element("p", class_="fii-reminder", data_fii_reminder=True),
        ),
        row(_button("save"), _button("undo", hidden=True)),
        element("p", class_="fii-alert", data_fii_alert=True, role="alert"),
        element("p", class_="fii-progress", role="status", data_fii_progress=True),
        class_="fii-status fii-dossier__regel",
    )


def _saving(instruments: Iterable[Instrument]) -> Html:
    return element(
        "div",
        row(*map(_button, ("open", "save-report", "print-all", "print-all-blank"))),
        field(
            "dossier-bestand",
            word("open_label"),
            element("input", type="file", id="dossier-bestand", data_fii_file=True),
            "fii-file",
            hidden=True,
            data_fii_file_row=True,
        ),
        stop_row(),
        _preview(),
        newest_frame(),
        _dossiers(instruments),
        handover_frame(),
        finish_frame(),
        element(
            "div",
            element("h3", word("wipe")),
            element("p", word("wipe_apart")),
            row(_button("wipe")),
            class_="fii-wissen",
        ),
        class_="fii-dossier__saving",
        id="dossier-bewaren",
    )


def _overview(overview: Html) -> Html:
    """What Python says of all lists together: below them, for it grows when Python speaks."""
    return element(
        "section",
        element("h3", word("overview"), id="dossier-overzicht"),
        element("div", overview, data_fii_overview=True),
        class_="fii-dossier__overview",
        aria_labelledby="dossier-overzicht",
    )


def _places(instruments: Iterable[Instrument]) -> Html:
    heading = element("h2", word("places"), id="dossier-kop-wijken")
    return element("section", heading, places_frame(instruments), id="wijken", aria_labelledby="dossier-kop-wijken")


def _dossiers(instruments: Iterable[Instrument]) -> Html:
    """What this dossier is called, and which others the browser keeps; for the scripts, so hidden without them."""
    return element(
        "div",
        element("h3", word("dossiers")),
        field(
            "dossier-naam",
            word("dossier_name"),
            element(
                "input",
                type="text",
                id="dossier-naam",
                data_fii_longest=NAME,
                autocomplete="off",
                aria_describedby="dossier-naam-uitleg",
                data_fii_dossier_name=True,
            ),
        ),
        asked_in_lists(DOSSIER_NAME, "#dossier-naam", instruments),
        element("p", word("dossier_name_help"), class_="fii-item__help", id="dossier-naam-uitleg"),
        element(
            "div",
            element("h4", word("dossiers_other")),
            element("ul", class_="fii-dossiers__list", data_fii_dossier_list=True),
            hidden=True,
            data_fii_dossier_others=True,
        ),
        row(_button("new-dossier")),
        class_="fii-dossiers",
        hidden=True,
        data_fii_dossiers=True,
    )


def _preview() -> Html:
    """What is in an opened file and what it would change; filled by the scripts with text only. The buttons stand above the
    details, of which there can be hundreds.
    """
    return element(
        "div",
        element("h3", word("preview"), tabindex="-1", data_fii_preview_title=True),
        element("p", data_fii_preview_lead=True),
        element("div", data_fii_preview_body=True),
        row(_button("apply"), _button("apply-new", hidden=True), _button("cancel")),
        element(
            "details",
            element("summary", word("preview_details")),
            element("ul", class_="fii-changes", data_fii_preview_changes=True),
            hidden=True,
            data_fii_preview_details=True,
        ),
        class_="fii-preview",
        hidden=True,
        data_fii_preview=True,
    )


def _lapsed() -> Html:
    """Answers to items of another edition: kept and shown."""
    return element(
        "section",
        element("h3", word("lapsed"), id="dossier-vervallen"),
        element("p", word("lapsed_help")),
        element("dl", data_fii_lapsed_list=True),
        element("p", word("aside_help"), data_fii_aside_help=True),
        element("dl", data_fii_aside_list=True),
        class_="fii-lapsed",
        hidden=True,
        data_fii_lapsed=True,
        aria_labelledby="dossier-vervallen",
    )


def _button(action: str, *, hidden: bool = False) -> Html:
    return button(action, word(action.replace("-", "_")), hidden=hidden)
