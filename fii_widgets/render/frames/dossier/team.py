"""The frame of the team on /dossier/: members, blind copies, merging, what they chose. No data; the scripts fill it.

Without scripts there is nothing to do here, so it is hidden then.
"""

from collections.abc import Iterable

from fii_widgets.dossier.records import Openness, Side
from fii_widgets.instrument.room import NAME
from fii_widgets.render.form.controls import (
    button,
    choices,
    field,
    labelled,
    plain_button,
    row,
    stop_row,
    until_started,
)
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word
from fii_widgets.words.team import OWN_COPY


def own_copy_frame() -> Html:
    """Return what stands above a dossier that is one member's own copy."""
    return element(
        "div",
        element("p", element("strong", "", tabindex="-1", data_fii_own_copy_title=True)),
        element("p", OWN_COPY),
        element(
            "div",
            element("p", word("asked_here")),
            element("ul", class_="fii-gevraagd", data_fii_asked=True),
            row(plain_button("all-lists", word("all_lists"))),
            hidden=True,
            data_fii_asked_box=True,
        ),
        class_="fii-eigen-exemplaar",
        hidden=True,
        data_fii_own_copy=True,
    )


def own_copy_next() -> Html:
    """Return what is left to do once everything that was asked is done: below the lists, and in sight wherever one is."""
    return element(
        "div",
        element("p", data_fii_copy_told=True),
        row(button("give-back", word("copy_back"))),
        class_="fii-teruggeven",
        hidden=True,
        data_fii_copy_next=True,
    )


def team_frame(lists: Iterable[tuple[str, str]]) -> Html:
    """Return everything of the view 'Team'. `lists`: id and title of each list that can be asked of members."""
    return element(
        "div",
        element("p", word("team_intro")),
        until_started(_members(), _ask(lists), _openness(), _merge()),
        element("h3", word("spread"), id="team-spreiding", tabindex="-1", data_fii_spread_title=True),
        element(
            "div",
            element("div", element("p", word("spread_first")), class_="fii-summary__body", data_fii_spread=True),
            class_="fii-summary",
        ),
        element("p", class_="fii-progress", role="status", data_fii_progress=True),
        class_="fii-meetings fii-team",
        data_fii_widget="team",
    )


def _members() -> Html:
    sides = [element("option", word(f"side_label_{side.value}"), value=side.value) for side in Side]
    record = element(
        "li",
        labelled(
            word("member_label"),
            element(
                "input", type="text", data_fii_longest=NAME, aria_describedby="team-melding", data_fii_part="label"
            ),
        ),
        labelled(word("member_role"), element("input", type="text", data_fii_longest=NAME, data_fii_part="role")),
        labelled(word("member_side"), element("select", sides, data_fii_part="side")),
        element("div", class_="fii-record__terug", data_fii_back=True),
        row(
            button("fill-member", word("fill_member")),
            button("gone", word("member_gone")),
            button("back", word("member_back"), hidden=True),
        ),
        class_="fii-record fii-record--lid",
    )
    return element(
        "section",
        element("h3", word("members"), id="team-leden"),
        element("p", word("members_help")),
        element("ul", class_="fii-records", data_fii_records=True),
        element("template", record, data_fii_record_template=True),
        element("p", class_="fii-alert", role="alert", id="team-melding", data_fii_record_alert=True),
        row(button("add-record", word("add_member"))),
        gone_list(word("gone_members")),
        _keeper(),
        aria_labelledby="team-leden",
    )


def _ask(lists: Iterable[tuple[str, str]]) -> Html:
    """What is asked of whom; the scripts offer the members, and put the files that were made under the button."""
    return element(
        "section",
        element("h3", word("ask"), id="team-vraag"),
        element("p", word("ask_help")),
        element(
            "fieldset",
            element("legend", word("ask_whom")),
            element("div", class_="fii-choices", data_fii_whom=True),
            class_="fii-item",
            aria_describedby="team-vraag-melding",
        ),
        element(
            "details",
            element("summary", element("span", word("asked")), " ", element("span", data_fii_asked_state=True)),
            element("p", word("asked_help")),
            choices(word("asked_lists"), "checkbox", "team.vraag", lists),
        ),
        row(button("ask-team", word("ask_now"))),
        element("p", class_="fii-alert", role="alert", id="team-vraag-melding", data_fii_ask_alert=True),
        element(
            "div",
            element("p", word("ask_made")),
            element("ul", data_fii_ask_files=True),
            hidden=True,
            data_fii_ask_made=True,
        ),
        aria_labelledby="team-vraag",
        hidden=True,
        data_fii_ask=True,
    )


def _keeper() -> Html:
    """Whose answers the dossier's own are; the scripts offer the members."""
    select = element(
        "select",
        element("option", word("keeper_nobody"), value=""),
        id="team-bijhouder",
        aria_describedby="team-bijhouder-uitleg",
        data_fii_keeper=True,
    )
    return element(
        "div",
        field("team-bijhouder", word("keeper"), select),
        element("p", word("keeper_help"), id="team-bijhouder-uitleg"),
        hidden=True,
        data_fii_keeper_box=True,
    )


def _openness() -> Html:
    options = [(one.value, word(f"openness_{one.value}")) for one in (Openness.CLOSED, Openness.OPEN)]
    return choices(word("openness"), "radio", "team.open", options)


def _merge() -> Html:
    return element(
        "section",
        element("h3", word("merge"), id="team-samenvoegen"),
        element("p", word("merge_intro")),
        field(
            "team-bestanden",
            word("merge_files"),
            element("input", type="file", id="team-bestanden", multiple=True, data_fii_team_files=True),
            "fii-file fii-drop",
            data_fii_drop=True,
        ),
        element("p", class_="fii-alert", role="alert", data_fii_merge_alert=True),
        stop_row(),
        element(
            "div",
            element("h4", word("merge_preview"), tabindex="-1", data_fii_merge_title=True),
            element("p", data_fii_merge_lead=True),
            element("div", class_="fii-summary__body", data_fii_merge_body=True),
            element(
                "div",
                element("h5", word("refused")),
                element("ul", data_fii_refused_list=True),
                class_="fii-summary__body",
                hidden=True,
                data_fii_refused=True,
            ),
            row(button("merge", word("merge_now")), button("merge-not", word("merge_not"))),
            class_="fii-preview",
            hidden=True,
            data_fii_merge_preview=True,
        ),
        row(button("undo-merge", word("undo"), hidden=True)),
        aria_labelledby="team-samenvoegen",
    )


def gone_list(title: str) -> Html:
    """Return the folded list of records that count no more."""
    return element(
        "details",
        element("summary", title),
        element("ul", class_="fii-records", data_fii_records_gone=True),
        hidden=True,
        data_fii_gone=True,
    )
