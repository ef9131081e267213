"""The frame of the page that looks at what this browser can do: each thing with its name and what to do. No outcome."""

from fii_widgets.render.form.controls import button, field, file_field, row, switch, until_started
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word
from fii_widgets.words.computer import CHECKS


def computer_frame() -> Html:
    """Return the list, dead until its scripts are there; what to do is read without them too."""
    return element(
        "div",
        element("noscript", element("p", word("computer_no_script"))),
        until_started(row(button("begin", word("computer_begin")))),
        element("p", role="status", data_fii_told=True),
        element("h2", word("computer_list"), id="over-mijn-computer-lijst"),
        element(
            "ol", [_check(id_, name, advice) for id_, (name, advice) in CHECKS.items()], class_="fii-computer__lijst"
        ),
        _report(),
        class_="fii-computer",
        data_fii_widget="computer",
    )


def _check(id_: str, name: str, advice: str) -> Html:
    return element(
        "li",
        element("span", word("computer_wait"), class_="fii-computer__uitslag", data_fii_outcome=True),
        element("strong", name),
        element("p", advice, data_fii_advice=True),
        _file() if id_ == "file" else None,
        data_fii_check=id_,
    )


def _file() -> Html:
    return switch(
        row(button("make-file", word("computer_file_make"))),
        file_field("over-mijn-computer-bestand", word("computer_file_open"), ".json"),
    )


def _report() -> Html:
    return element(
        "div",
        element("h2", word("computer_report"), id="over-mijn-computer-helpdesk"),
        element("p", word("computer_report_help")),
        field(
            "over-mijn-computer-uitslag",
            word("computer_outcome"),
            element("textarea", "", id="over-mijn-computer-uitslag", rows=18, readonly=True, data_fii_report=True),
        ),
        row(button("copy", word("computer_copy"))),
        element("p", role="status", data_fii_copied=True),
        hidden=True,
        data_fii_report_box=True,
    )
