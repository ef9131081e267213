"""The frame of "Papieren voor het overleg" on /dossier/: which paper, as what, and the button. No data, no file.

Which formats fit which paper stands in the page as data; what can be made of this dossier, Python says there.
"""

from collections.abc import Mapping

from fii_widgets.render.form.controls import button, field, row, until_started
from fii_widgets.render.form.frame import source_json
from fii_widgets.render.markup import Html, element
from fii_widgets.report.papers.choice import FITTING, NAMES
from fii_widgets.words import word


def papers_frame() -> Html:
    """Return everything of the fold; without scripts one sentence."""
    return element(
        "div",
        element("noscript", element("p", word("papers_paper"))),
        element("script", source_json(FITTING), type="application/json", data_fii_fitting=True),
        until_started(
            element(
                "div",
                element("p", word("papers_intro")),
                _choice("papieren.stuk", word("papers_which"), NAMES, hints=True),
                _of("overleg", word("papers_review")),
                _of("instrument", word("papers_instrument")),
                _choice("papieren.soort", word("papers_how"), _formats()),
                element("p", word("about_csv"), hidden=True, data_fii_about="csv"),
                _of("acties", word("papers_owner"), element("option", word("papers_everybody"), value="")),
                field(
                    "papieren-tijd",
                    word("papers_time"),
                    element("input", type="time", id="papieren-tijd", data_fii_time=True),
                    hidden=True,
                    data_fii_time_row=True,
                ),
                row(button("make", word("papers_make")), button("preview", word("papers_preview"))),
                element("p", class_="fii-progress", role="status", data_fii_progress=True),
                element("p", class_="fii-alert", role="alert", data_fii_papers_alert=True),
                element("p", hidden=True, data_fii_made=True),
                _preview(),
                class_="fii-papers__form",
            ),
        ),
        class_="fii-papers",
        data_fii_widget="papers",
    )


def _preview() -> Html:
    """Where the paper that is chosen can be read before it is made; Python fills it."""
    return element(
        "section",
        element("h3", word("papers_preview_title"), id="papieren-voorbeeld", tabindex="-1", data_fii_paper_title=True),
        row(button("preview-close", word("papers_preview_close"))),
        element("div", class_="fii-stuk", data_fii_paper_body=True),
        class_="fii-preview fii-papers__voorbeeld",
        hidden=True,
        aria_labelledby="papieren-voorbeeld",
        data_fii_paper_preview=True,
    )


def _formats() -> dict[str, str]:
    used = dict.fromkeys(format_ for formats in FITTING.values() for format_ in formats)
    return {format_: word(f"as_{format_}") for format_ in used}


def _choice(name: str, legend: str, labels: Mapping[str, str], *, hints: bool = False) -> Html:
    """Radio buttons; with `hints` a line each, with room for what is still missing."""
    return element(
        "fieldset",
        element("legend", legend),
        element(
            "div",
            [_option(name, value, label, hints, at == 0) for at, (value, label) in enumerate(labels.items())],
            class_="fii-papers__list" if hints else "fii-choices",
        ),
        class_="fii-papers__keuze",
    )


def _option(name: str, value: str, label: str, hint: bool, checked: bool) -> Html:
    id_ = f"papieren-{value}-mist"
    radio = element(
        "input",
        type="radio",
        name=name,
        value=value,
        checked=checked,
        aria_describedby=id_ if hint else None,
    )
    if not hint:
        return element("label", radio, element("span", label), class_="fii-choice fii-choice--vrij")
    return element(
        "div",
        element("label", radio, element("span", label), class_="fii-papers__stuk"),
        element("span", id=id_, class_="fii-papers__mist", data_fii_missing=value),
        class_="fii-papers__regel",
    )


def _of(kind: str, label: str, *first: Html) -> Html:
    id_ = f"papieren-{kind}"
    return field(id_, label, element("select", *first, id=id_, data_fii_of=kind), hidden=True, data_fii_of_row=kind)
