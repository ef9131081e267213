"""The frame of the actions on /dossier/: one list, in its own view or in the step of a meeting. No data; the scripts fill it."""

from fii_widgets.dossier.records import ActionState
from fii_widgets.instrument.room import NAME, TEXT
from fii_widgets.render.form.controls import button, choices, date_input, field, labelled, row
from fii_widgets.render.markup import Html, element
from fii_widgets.render.parts import grid
from fii_widgets.words import word

#: lines on paper
PAPER_LINES = 6
#: items in which the handbook asks for a name or a role; who stands there is offered as the owner of an action
NAMES = ("tm-wie",)


def actions_frame() -> Html:
    """Return the list of actions, with lines for a pen where it is printed empty."""
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
        # the meeting, and the list or the point that it comes from
        element("p", class_="fii-record__uit", data_fii_from=True),
        remove_row(),
        class_="fii-record fii-record--actie",
    )
    return element(
        "div",
        element("p", word("actions_intro")),
        _which(),
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
        id="overleg-acties",
        data_fii_actions_box=True,
    )


def _which() -> Html:
    """Which actions are shown; a list of a year is long. Who the reader is, the browser remembers."""
    options = [(name, word(f"which_{name}")) for name in ("open", "late")]
    whose = [(name, word(f"whose_{name}")) for name in ("all", "mine", "one")]
    owners = element("select", element("option", word("which_anyone"), value=""), data_fii_owner=True)
    me = element("input", type="text", id="acties-mij", list="overleg-namen", aria_describedby="acties-mij-uitleg",
                 data_fii_longest=NAME, data_fii_me=True)  # fmt: skip
    return element(
        "div",
        choices(word("which_actions"), "radio", "acties.welke", options),
        choices(word("whose_actions"), "radio", "acties.wie", whose),
        element(
            "div",
            field("acties-mij", word("who_are_you"), me),
            element(
                "p", word("who_are_you_help"), class_="fii-item__help", id="acties-mij-uitleg", data_fii_me_help=True
            ),
            hidden=True,
            data_fii_me_row=True,
        ),
        element("p", labelled(word("which_owner"), owners), hidden=True, data_fii_owner_row=True),
        element("p", role="status", class_="fii-welke__uitkomst", data_fii_which_outcome=True),
        class_="fii-welke",
        hidden=True,
        data_fii_which=True,
    )


def _paper() -> Html:
    """Lines for a pen; on screens the records above are used."""
    heads = [word("action"), word("owner"), word("due"), word("state")]
    line = element("tr", [element("td", "") for _ in heads])
    return grid(word("actions"), heads, [line] * PAPER_LINES, "fii-paper-lines", data_fii_paper_lines=True)


def remove_row() -> Html:
    """Return the button that takes a line away; the list of records listens to it (forms/record-list.js)."""
    return row(element("button", word("remove"), type="button", class_="fii-button", data_fii_remove=True))
