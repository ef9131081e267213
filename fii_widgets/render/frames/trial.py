"""The frame of the proefbank: a text to write in, room for what is wrong with it and for the instrument. No instrument.

Empty without scripts; what a reader then needs stands in the page around it.
"""

from collections.abc import Iterable

from fii_widgets.render.form.controls import button, file_field, row, until_started
from fii_widgets.render.form.frame import summary_box
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def trial_frame(choices: Iterable[tuple[str, str]]) -> Html:
    """Return the frame; choices: (id, title) of the instruments to begin with, the first for a first visit."""
    return element(
        "div",
        element("noscript", element("p", word("trial_no_script"))),
        until_started(
            element("div", _start(choices), _text(), _saving(), _problems(), _result(), class_="fii-proef__werk")
        ),
        class_="fii-proef",
        data_fii_widget="trial",
    )


def _start(choices: Iterable[tuple[str, str]]) -> Html:
    return element(
        "div",
        element("label", word("trial_start"), for_="proefbank-begin-veld"),
        element("p", word("trial_start_help"), class_="fii-item__help", id="proefbank-begin-uitleg"),
        element(
            "div",
            element(
                "select",
                [element("option", title, value=id_) for id_, title in choices],
                id="proefbank-begin-veld",
                aria_describedby="proefbank-begin-uitleg",
                autocomplete="off",
                data_fii_choice=True,
            ),
            _button("take"),
            _button("back", hidden=True),
            class_="fii-actions",
        ),
        class_="fii-proef__begin",
    )


def _text() -> Html:
    return element(
        "div",
        element("label", word("trial_text"), for_="proefbank-tekst"),
        element("p", word("trial_text_help"), class_="fii-item__help", id="proefbank-tekst-uitleg"),
        element(
            "div",
            element("div", class_="fii-proef__nummers", aria_hidden="true", data_fii_numbers=True),
            element(
                "textarea",
                "",
                id="proefbank-tekst",
                rows=18,
                spellcheck="false",
                autocomplete="off",
                autocapitalize="off",
                aria_describedby="proefbank-tekst-uitleg",
                data_fii_text=True,
            ),
            class_="fii-proef__tekst",
        ),
        class_="fii-proef__schrijven",
    )


def _saving() -> Html:
    return element(
        "div",
        element("p", class_="fii-alert", role="alert", data_fii_complaint=True),
        row(_button("save")),
        file_field("proefbank-bestand-veld", word("trial_open"), ".yaml,.yml"),
        element("p", class_="fii-status__text", data_fii_draft=True),
        class_="fii-proef__bewaren",
    )


def _problems() -> Html:
    return element(
        "section",
        element("p", class_="fii-proef__oordeel", role="status", data_fii_told=True),
        element(
            "div",
            element("h2", word("trial_problems")),
            element("ol", data_fii_problems=True),
            hidden=True,
            data_fii_problem_box=True,
        ),
        class_="fii-proef__fouten",
    )


def _result() -> Html:
    return element(
        "section",
        element("h2", word("trial_result")),
        element("p", word("trial_first"), data_fii_first=True),
        element("p", word("trial_older"), class_="fii-proef__ouder", hidden=True, data_fii_older=True),
        element(
            "div",
            element("div", data_fii_result=True),
            summary_box(3),
            class_="fii-layout",
            hidden=True,
            data_fii_layout=True,
        ),
        class_="fii-instrument fii-proef__voorbeeld",
        aria_label=word("trial_result"),
    )


def _button(action: str, *, hidden: bool = False) -> Html:
    return button(action, word(f"trial_{action}"), hidden=hidden)
