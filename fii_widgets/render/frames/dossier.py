"""The frame of /dossier/: its views, and every list in a template until it is opened. No answers, no files.

Without scripts it leads to the page of every list, which is a form on paper.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fii_widgets.handbook.phases import PHASES, rank
from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.room import NAME
from fii_widgets.render.form.controls import button, field, row, stop_row, switch, until_started
from fii_widgets.render.form.frame import instrument_form
from fii_widgets.render.form.place import Place
from fii_widgets.render.frames.candidates import candidates_frame
from fii_widgets.render.frames.meetings import meetings_frame
from fii_widgets.render.frames.papers import papers_frame
from fii_widgets.render.frames.places import places_frame
from fii_widgets.render.frames.saving import finish_frame, finished_notice, handover_frame, newest_frame, removed_frame
from fii_widgets.render.frames.stand import stand_frame
from fii_widgets.render.frames.team import own_copy_frame, team_frame
from fii_widgets.render.frames.view import view, views_nav
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def dossier_frame(instruments: Iterable[tuple[Instrument, Mapping[str, Any]]], overview: Html, root: str) -> Html:
    """Return the page's body below its title."""
    shown = list(instruments)
    return element(
        "div",
        element("p", word("framed"), " ", _own_window(root), class_="fii-ingelijst", role="alert"),
        _without_scripts([instrument for instrument, _ in shown], root),
        own_copy_frame(),
        element(
            "div",
            until_started(_status(), views_nav(), finished_notice(), view("stand", stand_frame())),
            meetings_frame(),
            view(
                "team",
                team_frame((one.id, one.title) for one, _ in shown),
                _places([instrument for instrument, _ in shown]),
            ),
            switch(view("lijsten", _lists(shown, root), _overview(overview))),
            view("stukken", element("div", papers_frame(), id="papieren")),
            switch(view("bewaren", _saving(), _lapsed()), _wipe_dialog()),
            class_="fii-weergave",
        ),
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


def _saving() -> Html:
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
        _dossiers(),
        handover_frame(),
        finish_frame(),
        removed_frame(),
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


def _lists(shown: Iterable[tuple[Instrument, Mapping[str, Any]]], root: str) -> Html:
    """Every list behind a button, together by phase; its form stands in a template until somebody opens it."""
    groups: dict[int, list[Html]] = {}
    for instrument, tree in shown:
        groups.setdefault(instrument.phase or 0, []).append(_list(instrument, tree, root))
    begun = _group("begonnen", word("lists_begun"), [], hidden=True)
    phases = [_group(str(phase), phase_title(phase), groups[phase]) for phase in sorted(groups, key=rank)]
    return element("div", element("p", word("lists_intro")), candidates_frame(), element("div", phases, begun))


def _group(name: str, title: str, lists: list[Html], *, hidden: bool = False) -> Html:
    """Lists of one phase, or those that were begun in a phase that is not in play: the scripts put them there."""
    return element(
        "details",
        element(
            "summary",
            element("span", title),
            " ",
            element("span", class_="fii-fold__state", data_fii_group_state=True),
        ),
        lists,
        class_=f"fii-groep fii-fase-{name}" if name in "123456" else "fii-groep",
        hidden=hidden,
        data_fii_group=name,
    )


def phase_title(number: int) -> str:
    """Return a phase by number and name; 0: every phase."""
    return f"{word('phase', number=number)} {PHASES[number - 1].title}" if number else word("every_phase")


def _list(instrument: Instrument, tree: Mapping[str, Any], root: str) -> Html:
    panel = f"d-{instrument.id}-paneel"
    alone = element("a", word("list_alone"), href=f"{root}checklists/{instrument.id}/")
    return element(
        "section",
        element(
            "h3",
            element(
                "button",
                element("span", instrument.title, class_="fii-fold__title"),
                " ",
                element("span", instrument.intro, class_="fii-fold__purpose"),
                " ",
                element(
                    "span",
                    element("span", data_fii_fold_state=True),
                    " ",
                    element("span", class_="fii-fold__changed", data_fii_fold_changed=True),
                    class_="fii-fold__state",
                ),
                type="button",
                class_="fii-fold__button",
                aria_expanded="false",
                aria_controls=panel,
                data_fii_fold_button=True,
            ),
            class_="fii-fold__heading",
        ),
        element("div", class_="fii-fold__panel", id=panel, data_fii_fold_panel=True),
        element(
            "template",
            instrument_form(instrument, tree, Place(root=root, prefix="d-", level=3, heading=False)),
            element("p", alone),
            data_fii_form_of=instrument.id,
        ),
        class_="fii-fold",
        id=instrument.id,
        data_fii_list=True,
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
