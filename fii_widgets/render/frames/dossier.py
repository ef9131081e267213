"""The frame of /dossier/: overview, status, actions, and every instrument folded. No answers, no files.

Works as one long paper form without scripts: folds are open, buttons that need scripts are hidden.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.room import NAME
from fii_widgets.render.form.controls import button, field, row, stop_row, switch, until_started
from fii_widgets.render.form.frame import instrument_form
from fii_widgets.render.form.place import Place
from fii_widgets.render.frames.meetings import meetings_frame
from fii_widgets.render.frames.papers import papers_frame
from fii_widgets.render.frames.places import places_frame
from fii_widgets.render.frames.team import own_copy_frame, team_frame
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words import word


def dossier_frame(instruments: Iterable[tuple[Instrument, Mapping[str, Any]]], overview: Html, root: str) -> Html:
    """Return the page's body below its title."""
    shown = list(instruments)
    places = places_frame(instrument for instrument, _ in shown)
    return element(
        "div",
        element("p", word("framed"), " ", _own_window(root), class_="fii-ingelijst", role="alert"),
        element("noscript", element("p", word("dossier_no_script"))),
        own_copy_frame(),
        until_started(_head(overview), _wipe_dialog()),
        fold("overleg", word("meetings_label"), word("meetings"), meetings_frame()),
        fold("team", word("team_label"), word("team"), team_frame()),
        fold("wijken", word("places_label"), word("places"), places),
        fold("papieren", word("papers_label"), word("papers"), papers_frame()),
        [_fold(instrument, tree, root) for instrument, tree in shown],
        _lapsed(),
        class_="fii-dossier",
        data_fii_widget="dossier",
        data_fii_alone=True,
    )


def _own_window(root: str) -> Html:
    """In a frame a browser keeps answers apart, and nobody sees who stands around it: init.js builds nothing there."""
    return element(
        "a", word("own_window"), href=f"{root}dossier/", target="_blank", rel="noopener", data_fii_whole=True
    )


def _head(overview: Html) -> Html:
    """Saving comes first: the overview grows when Python speaks, and must not move a button under a hand."""
    return join(
        [
            element(
                "section",
                element("h2", word("saving"), id="dossier-bewaren"),
                element(
                    "div",
                    element("p", class_="fii-status__text", data_fii_status=True),
                    element("p", class_="fii-reminder", data_fii_reminder=True),
                    element("p", class_="fii-alert", data_fii_alert=True, role="alert"),
                    class_="fii-status",
                ),
                row(
                    *map(_button, ("save", "save-report", "open", "print-all", "print-all-blank")),
                    _button("undo", hidden=True),
                    _button("wipe"),
                ),
                field(
                    "dossier-bestand",
                    word("open_label"),
                    element("input", type="file", id="dossier-bestand", data_fii_file=True),
                    "fii-file",
                    hidden=True,
                    data_fii_file_row=True,
                ),
                element("p", class_="fii-progress", role="status", data_fii_progress=True),
                stop_row(),
                _preview(),
                _dossiers(),
                class_="fii-dossier__saving",
                aria_labelledby="dossier-bewaren",
            ),
            element(
                "section",
                element("h2", word("overview"), id="dossier-overzicht"),
                element("div", overview, data_fii_overview=True),
                class_="fii-dossier__overview",
                aria_labelledby="dossier-overzicht",
            ),
        ]
    )


def _dossiers() -> Html:
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


def _fold(instrument: Instrument, tree: Mapping[str, Any], root: str) -> Html:
    phase = word("phase", number=instrument.phase) if instrument.phase else word("every_phase")
    form = instrument_form(instrument, tree, Place(root=root, prefix="d-", level=2, heading=False))
    return fold(instrument.id, phase, instrument.title, form)


def fold(id_: str, label: str, title: str, content: Html) -> Html:
    """Return a part of the page behind a heading that is a button; open on paper and without scripts."""
    panel = f"d-{id_}-paneel"
    return element(
        "section",
        switch(
            element(
                "h2",
                element(
                    "button",
                    element("span", label, class_="fii-fold__phase"),
                    " ",
                    element("span", title, class_="fii-fold__title"),
                    " ",
                    element("span", class_="fii-fold__state", data_fii_fold_state=True),
                    type="button",
                    class_="fii-fold__button",
                    aria_expanded="true",
                    aria_controls=panel,
                    data_fii_fold_button=True,
                ),
                class_="fii-fold__heading",
            )
        ),
        element("div", content, class_="fii-fold__panel", id=panel, data_fii_fold_panel=True),
        class_="fii-fold",
        id=id_,
        data_fii_widget="fold",
    )


def _lapsed() -> Html:
    """Answers to items of another edition: kept and shown."""
    return element(
        "section",
        element("h2", word("lapsed"), id="dossier-vervallen"),
        element("p", word("lapsed_help")),
        element("dl", data_fii_lapsed_list=True),
        element("p", word("aside_help"), data_fii_aside_help=True),
        element("dl", data_fii_aside_list=True),
        class_="fii-lapsed",
        hidden=True,
        data_fii_lapsed=True,
        aria_labelledby="dossier-vervallen",
    )


def _wipe_dialog() -> Html:
    return element(
        "dialog",
        element("h2", word("wipe_title"), id="dossier-wissen"),
        element("p", word("wipe_text")),
        row(*map(_button, ("save-and-wipe", "wipe-now", "keep"))),
        class_="fii-dialog",
        aria_labelledby="dossier-wissen",
        data_fii_dialog="wipe",
    )


def _button(action: str, *, hidden: bool = False) -> Html:
    return button(action, word(action.replace("-", "_")), hidden=hidden)
