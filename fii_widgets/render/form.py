"""An instrument → the form on the page, complete on paper and with scripts off. No answers, no files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fii_widgets.labels import NOT_ANSWERED, word
from fii_widgets.model import Checklist, Field, Instrument, Item, Option
from fii_widgets.render.markup import Html, element

NOTE_LENGTH = 2000
FIELD_LENGTH = 200


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where on the site a form stands."""

    root: str  #: relative path to the site's root, with a slash: "../../"
    prefix: str = ""  #: put before element ids; form names and storage keys never change
    level: int = 3  #: level of the instrument's own heading
    heading: bool = True  #: False where the page's h1 or the fold already names it
    wrapper_id: str = ""  #: id of the section, an address of its own


def source_json(tree: object) -> Html:
    """Return a tree as JSON that can stand inside a script element."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return Html(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def instrument_form(instrument: Instrument, tree: Mapping[str, Any], place: Place) -> Html:
    """Return the whole widget: source, form, room for the summary, status line."""
    heading = element(f"h{place.level}", instrument.title, class_="fii-instrument__title") if place.heading else None
    return element(
        "section",
        element("script", source_json(tree), type="application/json", data_fii_source=True),
        heading,
        element("p", instrument.intro, class_="fii-instrument__intro"),
        _file_only(instrument, place),
        element("div", _form(instrument, place), _aside(instrument, place), class_="fii-layout"),
        _status(instrument, place),
        class_="fii-instrument",
        id=place.wrapper_id or None,
        aria_label=instrument.title,
        data_fii_widget="instrument",
        data_fii_id=instrument.id,
        data_fii_level=place.level + 1,
    )


def _form(instrument: Instrument, place: Place) -> Html:
    fields = [_field(field, place) for field in instrument.fields]
    numbers = {item.id: number for number, item in enumerate(instrument.items, 1)}
    if isinstance(instrument, Checklist):
        body: list[Html] = [
            element(
                "div",
                element(f"h{place.level + 1}", section.title, class_="fii-section__title"),
                [_item(item, numbers[item.id], place) for item in section.items],
                class_="fii-section",
            )
            for section in instrument.sections
        ]
    else:
        body = [
            element("div", [_item(item, numbers[item.id], place) for item in instrument.items], class_="fii-section")
        ]
    return element("form", fields, body, class_="fii-form", data_fii_form=True, autocomplete="off", novalidate=True)


def _field(field: Field, place: Place) -> Html:
    id_ = f"{place.prefix}{field.id}"
    return element(
        "div",
        element("label", field.label, for_=f"{id_}-veld", class_="fii-field__label"),
        element("p", field.help, class_="fii-item__help", id=f"{id_}-uitleg") if field.help else None,
        element(
            "input",
            type="text",
            id=f"{id_}-veld",
            name=f"{field.id}.note",
            maxlength=FIELD_LENGTH,
            autocomplete="off",
            aria_describedby=f"{id_}-uitleg" if field.help else None,
        ),
        class_="fii-field",
        id=id_,
        data_fii_item=field.id,
    )


def _item(item: Item, number: int, place: Place) -> Html:
    id_ = f"{place.prefix}{item.id}"
    return element(
        "fieldset",
        element(
            "legend",
            element("span", str(number), class_="fii-item__number"),
            " ",
            element("span", item.text, class_="fii-item__text"),
        ),
        element("p", item.help, class_="fii-item__help") if item.help else None,
        element(
            "div",
            [_choice(item.id, option, option.shape) for option in item.scale.options],
            _choice(item.id, Option(id="", label=NOT_ANSWERED), "leeg", checked=True),
            class_="fii-choices",
        ),
        element(
            "button",
            word("note"),
            type="button",
            class_="fii-note-toggle",
            data_fii_note_toggle=True,
            aria_expanded="false",
            aria_controls=f"{id_}-notitie",
            aria_label=word("note_for", number=number),
        ),
        element(
            "div",
            element("label", word("note_for", number=number), for_=f"{id_}-tekst"),
            element(
                "textarea",
                "",
                id=f"{id_}-tekst",
                name=f"{item.id}.note",
                maxlength=NOTE_LENGTH,
                rows=2,
                autocomplete="off",
            ),
            class_="fii-note",
            id=f"{id_}-notitie",
            data_fii_note=True,
        ),
        class_="fii-item",
        id=id_,
        data_fii_item=item.id,
    )


def _choice(item_id: str, option: Option, shape_name: str, *, checked: bool = False) -> Html:
    return element(
        "label",
        element("input", type="radio", name=item_id, value=option.id, checked=checked),
        element("span", class_=f"fii-shape fii-shape--{shape_name}", aria_hidden="true"),
        element("span", option.label, class_="fii-choice__label"),
        class_=f"fii-choice fii-choice--{shape_name}",
    )


def _aside(instrument: Instrument, place: Place) -> Html:
    return element(
        "div",
        element(
            "div",
            element(f"h{place.level + 1}", word("summary"), class_="fii-summary__title"),
            element(
                "div",
                element("p", word("summary_first"), class_="fii-summary__first"),
                element("noscript", element("p", word("summary_no_script"))),
                class_="fii-summary__body",
                data_fii_summary=True,
            ),
            element("p", class_="fii-progress", role="status", data_fii_progress=True),
            class_="fii-summary",
        ),
        class_="fii-aside",
    )


def _status(instrument: Instrument, place: Place) -> Html:
    """The status line; its words come from the scripts, so it is empty without them."""
    return element(
        "div",
        element("p", class_="fii-status__text", data_fii_status=True),
        element("p", class_="fii-alert", data_fii_alert=True, role="alert"),
        element(
            "p",
            element("button", word("print"), type="button", class_="fii-button", data_fii_action="print"),
            " ",
            element("a", word("to_dossier"), class_="fii-link-dossier", href=f"{place.root}dossier/#{instrument.id}")
            if not place.prefix.startswith("d-")
            else None,
            class_="fii-status__actions",
        ),
        class_="fii-status",
    )


def _file_only(instrument: Instrument, place: Place) -> Html | None:
    """On file:// every page but the dossier is paper; scripts show this there."""
    if place.prefix.startswith("d-"):
        return None
    return element(
        "p",
        word("file_only"),
        " ",
        element("a", word("fill_in_dossier"), class_="fii-button", href=f"{place.root}dossier/#{instrument.id}"),
        class_="fii-file-only",
        hidden=True,
        data_fii_file_only=True,
    )
