"""The frame of reviews and actions on /dossier/: fields and empty places. No data; the scripts and Python fill it.

Without scripts it is a sheet to fill in at the table: date, who, decisions, actions.
"""

from fii_widgets.dossier.records import ActionState, Rhythm
from fii_widgets.handbook.phases import PHASES
from fii_widgets.instrument.room import NAME, PRESENT, TEXT
from fii_widgets.render.form.controls import (
    button,
    choices,
    date_input,
    field,
    labelled,
    plain_button,
    row,
    until_started,
)
from fii_widgets.render.markup import Html, element
from fii_widgets.render.parts import grid
from fii_widgets.words import word

#: lines on paper for decisions and actions
PAPER_LINES = 6
#: items in which the handbook asks for a name or a role; who stands there is offered as the owner of an action
NAMES = ("tm-wie",)


def meetings_frame() -> Html:
    """Return everything of the fold 'Overleg'."""
    return element(
        "div",
        element("p", word("meetings_intro")),
        until_started(
            _rhythm(),
            element("div", class_="fii-meetings__gedaan", tabindex="-1", hidden=True, data_fii_meeting_done=True),
            _start(),
            _open(),
            _actions(),
            _past(),
            element("h3", word("history"), id="overleg-verloop"),
            element("div", element("p", word("history_first")), data_fii_history=True),
            element("p", class_="fii-progress", role="status", data_fii_progress=True),
            _close_dialog(),
        ),
        class_="fii-meetings",
        data_fii_widget="meetings",
    )


def _rhythm() -> Html:
    options = [(one.value, word(one.value)) for one in Rhythm]
    return choices(word("rhythm"), "radio", "overleg.ritme", options, data_fii_rhythm=True)


def _start() -> Html:
    phases = [(str(phase.number), f"{phase.number} {phase.title}") for phase in PHASES]
    return element(
        "div",
        element("h3", word("start")),
        field("overleg-datum", word("date"), date_input(id="overleg-datum", data_fii_part="date")),
        choices(word("phases"), "checkbox", "overleg.fase", phases, aria_describedby="overleg-begin-melding"),
        field(
            "overleg-aanwezig",
            word("present_asked"),
            element("input", type="text", id="overleg-aanwezig", data_fii_longest=PRESENT, data_fii_part="present"),
        ),
        row(button("start-meeting", word("start_now"))),
        element("p", class_="fii-alert", role="alert", id="overleg-begin-melding", data_fii_meeting_alert=True),
        data_fii_meeting_start=True,
    )


def _open() -> Html:
    return element(
        "section",
        element("h3", word("open_title"), tabindex="-1", data_fii_meeting_title=True),
        element("p", word("lights_here")),
        field(
            "overleg-agenda",
            word("agenda_asked"),
            element("textarea", "", id="overleg-agenda", rows=3, data_fii_longest=TEXT, data_fii_part="agenda"),
        ),
        element("div", data_fii_review=True),
        element("h4", word("decisions")),
        element("ul", class_="fii-records", data_fii_decisions=True),
        element("template", _decision(), data_fii_decision_template=True),
        row(button("add-decision", word("add_decision"))),
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
        row(button("close-meeting", word("close")), plain_button("remove-meeting", word("remove_meeting"))),
        element("p", class_="fii-alert", role="alert", data_fii_close_alert=True),
        aria_label=word("open_title"),
        data_fii_meeting_open=True,
    )


def _decision() -> Html:
    return element(
        "li",
        labelled(word("decision"), element("textarea", "", rows=2, data_fii_longest=TEXT, data_fii_part="text")),
        _remove(),
        class_="fii-record",
    )


def _remove() -> Html:
    """The button that takes a line away; the list of records listens to it (meetings/record-list.js)."""
    return row(element("button", word("remove"), type="button", class_="fii-button", data_fii_remove=True))


def _actions() -> Html:
    states = [element("option", word(f"action_{state.name.lower()}"), value=state.value) for state in ActionState]
    record = element(
        "li",
        labelled(word("action"), element("textarea", "", rows=2, data_fii_longest=TEXT, data_fii_part="text")),
        labelled(
            word("owner"),
            element("input", type="text", data_fii_longest=NAME, list="overleg-namen", data_fii_part="owner"),
        ),
        labelled(word("due"), date_input(data_fii_part="due", data_fii_ahead=True)),
        labelled(word("state"), element("select", states, data_fii_part="state")),
        # the points themselves come with the review: Python knows which are not green
        element(
            "label",
            element("span", word("origin"), class_="fii-record__label"),
            element("select", element("option", word("origin_none"), value=""), data_fii_part="item"),
            class_="fii-record__punt",
            hidden=True,
        ),
        _remove(),
        class_="fii-record fii-record--actie",
    )
    return element(
        "section",
        element("h3", word("actions"), id="overleg-acties"),
        element("p", word("actions_intro")),
        element("ul", class_="fii-records", data_fii_actions=True),
        element("template", record, data_fii_action_template=True),
        element("datalist", id="overleg-namen", data_fii_names=" ".join(NAMES)),
        row(button("add-action", word("add_action"))),
        element(
            "details",
            element("summary", word("done_actions")),
            element("ul", class_="fii-records", data_fii_actions_done=True),
            hidden=True,
            data_fii_done=True,
        ),
        _paper(),
        aria_labelledby="overleg-acties",
    )


def _paper() -> Html:
    """Lines for a pen; on screens the records above are used."""
    heads = [word("action"), word("owner"), word("due"), word("state")]
    line = element("tr", [element("td", "") for _ in heads])
    return grid(word("actions"), heads, [line] * PAPER_LINES, "fii-paper-lines", data_fii_paper_lines=True)


def _past() -> Html:
    return element(
        "section",
        element("h3", word("past"), id="overleg-eerder"),
        element("ul", class_="fii-dossiers__list", data_fii_past=True),
        element("div", data_fii_past_review=True, tabindex="-1"),
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
