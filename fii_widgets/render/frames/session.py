"""The frame in which a trainer makes a session: fields, a list to choose from, and the sheet, blank. No pages, no links.

The sheet is complete without scripts, to be filled in with a pen; the scripts write in its places.
"""

from fii_widgets.instrument.room import SESSION
from fii_widgets.render.form.controls import row, until_started
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word
from fii_widgets.words.session import FORMS, KINDS

#: empty lines on the blank sheet
PLACES, QUESTIONS, NOTES = 3, 4, 6


def session_frame() -> Html:
    """Return the frame."""
    return element(
        "div",
        element("noscript", element("p", word("no_script"), class_="fii-bijeenkomst__zonder")),
        element("p", class_="fii-alert", role="alert", data_fii_alert=True),
        until_started(_offer(), element("div", _about(), _choose(), _ask(), _give(), class_="fii-bijeenkomst__werk")),
        element("h2", word("sheet_preview"), class_="fii-bijeenkomst__voorbeeld"),
        _sheet(),
        element(
            "div",
            element("h3", word("cards"), class_="fii-bijeenkomst__kop"),
            element("p", word("cards_help"), class_="fii-item__help"),
            element("div", class_="fii-kaarten", data_fii_cards=True),
            hidden=True,
            data_fii_cards_box=True,
        ),
        class_="fii-bijeenkomst",
        data_fii_widget="session",
        data_fii_noindex=True,
    )


def _offer() -> Html:
    """What a link holds, when there is something here already."""
    return element(
        "div",
        element("p", tabindex="-1", data_fii_offered=True),
        row(_button("offer_take", "take", "apply"), _button("offer_keep", "keep")),
        class_="fii-bijeenkomst__aanbod",
        hidden=True,
        data_fii_offer=True,
    )


def _about() -> Html:
    return element(
        "section",
        element("h2", word("about")),
        _field("title"),
        _field("aim", lines=3),
        element("div", _field("minutes"), _field("form", help_="form_help"), class_="fii-bijeenkomst__naast"),
        element("datalist", [element("option", value=form) for form in FORMS], id="fii-bijeenkomst-werkvormen-veld"),
    )


def _choose() -> Html:
    return element(
        "section",
        element("h2", word("choose")),
        element("p", word("choose_help")),
        element(
            "div",
            element(
                "div",
                element("label", word("search"), for_="fii-bijeenkomst-zoek-veld"),
                element(
                    "input",
                    type="search",
                    id="fii-bijeenkomst-zoek-veld",
                    autocomplete="off",
                    autocapitalize="none",
                    spellcheck="false",
                    data_fii_question=True,
                ),
                class_="fii-field",
            ),
            element(
                "div",
                element("label", word("kind"), for_="fii-bijeenkomst-soort-veld"),
                element(
                    "select",
                    [element("option", title, value=kind) for kind, title in KINDS.items()],
                    id="fii-bijeenkomst-soort-veld",
                    autocomplete="off",
                    data_fii_kind=True,
                ),
                class_="fii-field",
            ),
            class_="fii-bijeenkomst__naast",
        ),
        element("p", class_="fii-progress", role="status", data_fii_found=True),
        element("ul", class_="fii-keuzelijst", tabindex=0, aria_label=word("results"), data_fii_results=True),
        row(_button("add_all", "add-all", hidden=True)),
        element("h3", word("chosen"), id="fii-bijeenkomst-gekozen-paneel", tabindex="-1"),
        element("p", word("chosen_none"), class_="fii-item__help", data_fii_none=True),
        element("ol", class_="fii-keuzelijst", aria_labelledby="fii-bijeenkomst-gekozen-paneel", data_fii_chosen=True),
        element("p", class_="fii-progress", role="status", data_fii_told=True),
    )


def _ask() -> Html:
    return element(
        "section", element("h2", word("ask")), _field("questions", lines=6, label="ask_lines", help_="ask_help")
    )


def _give() -> Html:
    return element(
        "section",
        element("h2", word("give")),
        element("p", class_="fii-status__text", data_fii_kept=True),
        row(_button("print_sheet", "print-sheet", "apply"), _button("print_cards", "print-cards", hidden=True)),
        element("p", class_="fii-progress", role="status", data_fii_progress=True),
        element(
            "div",
            element("label", word("plan_link"), for_="fii-bijeenkomst-link-veld"),
            element("input", type="text", readonly=True, id="fii-bijeenkomst-link-veld", data_fii_plan_link=True),
            class_="fii-field",
            hidden=True,
            data_fii_plan_box=True,
        ),
        row(
            _button("copy_plan", "copy-plan", hidden=True),
            _button("session_again", "wipe", hidden=True),
            _button("back", "back", hidden=True),
        ),
        element("p", class_="fii-progress", role="status", data_fii_copied=True),
        element(
            "details",
            element("summary", word("links")),
            element("p", word("links_none"), data_fii_links_none=True),
            element("p", word("links_help"), hidden=True, data_fii_links_help=True),
            element("p", class_="fii-progress", role="status", data_fii_link_told=True),
            element("ol", class_="fii-keuzelijst", data_fii_links=True),
            class_="fii-trainer",
        ),
    )


def _sheet() -> Html:
    """The sheet as it comes out of the printer; [data-fii-sheet-…] are the places that scripts write in."""
    return element(
        "section",
        element("p", word("sheet_kind"), class_="fii-blad__soort"),
        element(
            "p",
            element("span", word("title"), class_="fii-blad__bij"),
            _line(),
            class_="fii-blad__titel",
            data_fii_sheet_title=True,
        ),
        element(
            "dl",
            [
                element(
                    "div",
                    element("dt", word(f"sheet_{name}")),
                    element("dd", _line(), **{f"data_fii_sheet_{name}": True}),
                    class_=f"fii-blad__feit fii-blad__feit--{name}",
                )
                for name in ("aim", "minutes", "form")
            ],
            class_="fii-blad__feiten",
        ),
        _part("places", PLACES),
        _part("questions", QUESTIONS),
        element("h3", word("sheet_notes")),
        element("div", [_line()] * NOTES, class_="fii-blad__regels"),
        class_="fii-blad",
        aria_label=word("sheet"),
        data_fii_sheet=True,
    )


def _part(name: str, lines: int) -> Html:
    return element(
        "div",
        element("h3", word(f"sheet_{name}")),
        element("ol", [element("li", _line())] * lines, class_=f"fii-blad__{name}", **{f"data_fii_sheet_{name}": True}),
    )


def _line() -> Html:
    """A line to write on."""
    return element("span", class_="fii-blad__regel")


def _field(name: str, *, lines: int = 0, label: str = "", help_: str = "") -> Html:
    id_ = f"fii-bijeenkomst-{name}-veld"
    common: dict[str, str | int | bool | None] = {
        "id": id_,
        "data_fii_longest": SESSION[name],
        "autocomplete": "off",
        "aria_describedby": f"{id_}-uitleg" if help_ else None,
        "data_fii_part": name,
    }
    if lines:
        control = element("textarea", "", rows=lines, **common)
    elif name == "minutes":
        control = element("input", type="text", inputmode="numeric", data_fii_digits=True, **common)
    else:
        control = element(
            "input", type="text", list="fii-bijeenkomst-werkvormen-veld" if name == "form" else None, **common
        )
    return element(
        "div",
        element("label", word(label or name), for_=id_),
        element("p", word(help_), class_="fii-item__help", id=f"{id_}-uitleg") if help_ else None,
        control,
        class_=f"fii-field fii-field--{name}",
    )


def _button(key: str, action: str, kind: str = "", *, hidden: bool = False) -> Html:
    return element(
        "button",
        word(key),
        type="button",
        class_=f"fii-button fii-button--{kind}" if kind else "fii-button",
        hidden=hidden,
        data_fii_action=action,
    )
