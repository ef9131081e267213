"""The frame of reviews on /dossier/: fields and empty places. No data; the scripts and Python fill it.

Printed empty it is a sheet to fill in at the table: date, who, decisions, actions.
"""

from collections.abc import Collection

from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.room import PRESENT, TEXT
from fii_widgets.render.form.controls import (
    button,
    date_input,
    field,
    plain_button,
    row,
    until_started,
)
from fii_widgets.render.frames.dossier.actions import actions_frame
from fii_widgets.render.frames.dossier.decisions import decision_record, decisions_frame
from fii_widgets.render.frames.dossier.find import find_frame, removed_frame
from fii_widgets.render.frames.dossier.meeting_start import meeting_facts, meeting_start
from fii_widgets.render.frames.dossier.topics import topics_frame
from fii_widgets.render.frames.dossier.view import view
from fii_widgets.render.markup import Child, Html, element
from fii_widgets.words import word

#: what a meeting goes through; a room may take them in any order
STEPS = ("terugblik", "lichten", "bespreken", "besluiten", "acties", "afsluiten")


def meetings_frame(instruments: Collection[Instrument] = ()) -> Html:
    """Return the views 'Overleg', 'Acties' and 'Verloop': one thing, for an action or a light is of all three."""
    return element(
        "div",
        until_started(
            view(
                "overleg",
                element("div", class_="fii-meetings__gedaan", tabindex="-1", hidden=True, data_fii_meeting_done=True),
                meeting_start(instruments),
                element("div", topics_frame(), data_fii_topics_home=True),
                _open(),
                _own_note(),
            ),
            view("acties", actions_frame()),
            view(
                "verloop",
                find_frame(),
                element("div", decisions_frame(), data_fii_decided_home=True),
                element("h3", word("history"), id="overleg-verloop"),
                element("div", element("p", word("history_first")), data_fii_history=True),
                _past(),
                removed_frame(),
            ),
            element("p", class_="fii-progress", role="status", data_fii_progress=True),
            _close_dialog(),
        ),
        class_="fii-meetings",
        data_fii_widget="meetings",
    )


def _open() -> Html:
    """The meeting that is held: its steps as tabs, in any order."""
    return element(
        "section",
        element(
            "div",
            element("h3", word("open_title"), tabindex="-1", data_fii_meeting_title=True),
            element("button", word("on_screen"), type="button", class_="fii-button", data_fii_action="on-screen"),
            class_="fii-overleg__kop",
        ),
        element("p", class_="fii-remark", hidden=True, data_fii_meeting_other=True),
        meeting_facts(),
        element(
            "div",
            [_tab(name, at == 0) for at, name in enumerate(STEPS)],
            class_="fii-stappen",
            role="tablist",
            aria_label=word("steps"),
        ),
        _step("terugblik", _look_back()),
        _step(
            "lichten",
            element(
                "label",
                element("input", type="checkbox", data_fii_only_open=True),
                " ",
                element("span", word("only_open")),
                class_="fii-weten",
            ),
            element("p", word("next_point_help"), class_="fii-overleg__raad fii-toetsen"),
            element("div", class_="fii-overleg__lichten", data_fii_meeting_lights=True),
        ),
        _step(
            "bespreken",
            element("div", data_fii_topics_here=True),
            # what was written before topics were records of their own
            element(
                "div",
                field(
                    "overleg-agenda",
                    word("agenda_asked"),
                    element("textarea", "", id="overleg-agenda", rows=6, data_fii_longest=TEXT, data_fii_part="agenda"),
                ),
                hidden=True,
                data_fii_agenda_box=True,
            ),
        ),
        _step(
            "besluiten",
            element("ul", class_="fii-records", data_fii_decisions=True),
            element("template", decision_record(), data_fii_decision_template=True),
            row(button("add-decision", word("add_decision"))),
            element("div", data_fii_decided_here=True),
        ),
        _step("acties", element("div", data_fii_actions_here=True)),
        _step("afsluiten", _closing()),
        aria_label=word("open_title"),
        data_fii_meeting_open=True,
    )


def _tab(name: str, selected: bool) -> Html:
    return element(
        "button",
        word(f"step_{name}"),
        type="button",
        role="tab",
        id=f"d-overleg-tab-{name}",
        aria_selected="true" if selected else "false",
        aria_controls=f"d-overleg-stap-{name}",
        tabindex=0 if selected else -1,
        data_fii_step_tab=name,
    )


def _step(name: str, *content: Child) -> Html:
    """A step, with the way to the next one at its end."""
    following = STEPS[STEPS.index(name) + 1 :]
    onward = element(
        "button",
        word("step_next", step=word(f"step_{following[0]}")),
        type="button",
        class_="fii-button",
        data_fii_step_next=following[0],
    ) if following else None  # fmt: skip
    return element(
        "div",
        *content,
        row(onward) if onward else None,
        id=f"d-overleg-stap-{name}",
        role="tabpanel",
        aria_labelledby=f"d-overleg-tab-{name}",
        hidden=name != STEPS[0],
    )


def _look_back() -> Html:
    return element(
        "div",
        element("p", data_fii_look_back=True),
        element("p", element("a", word("report_before"), href="#verloop", data_fii_report_before=True)),
        element("ul", class_="fii-feiten", data_fii_changed=True),
        element(
            "div",
            element("h4", word("due_now")),
            element("ul", class_="fii-feiten", data_fii_due=True),
            hidden=True,
            data_fii_due_box=True,
        ),
        element(
            "div",
            element("h4", word("again_now")),
            element("ul", class_="fii-feiten", data_fii_again=True),
            hidden=True,
            data_fii_again_box=True,
        ),
    )


def _closing() -> Html:
    return element(
        "div",
        element(
            "section",
            element("h4", word("loose"), id="overleg-nog"),
            element("p", data_fii_loose_lead=True),
            element("ul", class_="fii-feiten", data_fii_loose=True),
            class_="fii-overleg__nog",
            aria_labelledby="overleg-nog",
        ),
        field(
            "overleg-erbij",
            word("present_asked"),
            element("input", type="text", id="overleg-erbij", data_fii_longest=PRESENT, data_fii_part="present"),
        ),
        field(
            "overleg-volgende",
            word("next_asked"),
            date_input(
                id="overleg-volgende",
                aria_describedby="overleg-volgende-uitleg",
                data_fii_part="next",
                data_fii_ahead=True,
            ),
        ),
        element("p", word("next_help"), class_="fii-item__help", id="overleg-volgende-uitleg"),
        element("p", class_="fii-vrij", data_fii_next_off=True),
        row(button("close-meeting", word("close")), plain_button("remove-meeting", word("remove_meeting"))),
        element("p", class_="fii-alert", role="alert", data_fii_close_alert=True),
        element("h4", word("preview_paper")),
        element("div", data_fii_review=True),
    )


def _past() -> Html:
    return element(
        "section",
        element("h3", word("past"), id="overleg-eerder"),
        element("ul", class_="fii-dossiers__list", data_fii_past=True),
        element("nav", aria_label=word("past_ways"), class_="fii-eerder__wegen", hidden=True, data_fii_past_ways=True),
        element("div", class_="fii-stuk", data_fii_past_review=True, tabindex="-1"),
        element(
            "div",
            field(
                "overleg-correctie",
                word("correction"),
                element(
                    "textarea", "", id="overleg-correctie", rows=2, data_fii_longest=TEXT, data_fii_part="correction"
                ),
            ),
            row(button("add-correction", word("add_correction"))),
            hidden=True,
            data_fii_correcting=True,
        ),
        element(
            "div",
            element("h4", word("compare")),
            field("overleg-een", word("compare_one"), element("select", id="overleg-een", data_fii_part="one")),
            field("overleg-ander", word("compare_other"), element("select", id="overleg-ander", data_fii_part="other")),
            row(button("compare-meetings", word("compare_now"))),
            element("div", data_fii_compared=True),
            hidden=True,
            data_fii_comparing=True,
        ),
        hidden=True,
        data_fii_past_box=True,
        aria_labelledby="overleg-eerder",
    )


def _own_note() -> Html:
    """What the reader writes for nobody else; only the browser keeps it (docs/javascripts/dossier/own-note.js)."""
    return element(
        "details",
        element("summary", element("span", word("own_note")), " ", element("span", data_fii_own_note_state=True)),
        field(
            "overleg-notitie",
            word("own_note_asked"),
            element(
                "textarea",
                "",
                id="overleg-notitie",
                rows=4,
                autocomplete="off",
                aria_describedby="overleg-notitie-uitleg",
                data_fii_longest=TEXT,
                data_fii_own_note=True,
            ),
        ),
        element("p", word("own_note_help"), class_="fii-item__help", id="overleg-notitie-uitleg"),
        row(element("button", word("own_note_copy"), type="button", class_="fii-button", data_fii_own_note_copy=True)),
        element("p", class_="fii-progress", role="status", data_fii_own_note_told=True),
        class_="fii-notitie",
    )


def _close_dialog() -> Html:
    return element(
        "dialog",
        element("h2", word("close_title"), id="overleg-sluiten"),
        element("p", word("close_text")),
        row(button("close-now", word("close_now")), button("close-not", word("close_not"))),
        class_="fii-dialog",
        aria_labelledby="overleg-sluiten",
        data_fii_dialog="close-meeting",
    )
