"""An item of an instrument → its place on the form: choices with room for a note, or a line to write on."""

from collections.abc import Iterable, Mapping

from fii_widgets.instrument.model import UNKNOWN, Asked, Input, Item, Option, Section
from fii_widgets.instrument.room import LINE, NUMBER, TEXT
from fii_widgets.render.form.controls import date_input
from fii_widgets.render.form.place import Place
from fii_widgets.render.form.rows import row_heading
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.words import word
from fii_widgets.words.common import day


def items_of(section: Section, asked: Iterable[Asked], row: int, numbers: Mapping[str, int], place: Place) -> Html:
    """The items of a section, in one row of it (0 for none), each with the lines that are asked under it."""
    made: list[Html] = []
    in_row = row_heading(section.rows, row) if section.rows and row else ""
    # A row, and an item under which something is asked, already has room to write.
    noted = not row and not list(asked)
    for item in section.items:
        key = key_of(item.id, row, place)
        made.append(item_box(item, key, numbers[item.id], place, noted=noted, in_row=in_row))
        made += [
            line_box(
                key_of(f"{item.id}-{one.id}", row, place),
                one.label,
                "",
                place,
                about=item.text or " ",
                of=item.id,
                in_row=in_row,
            )
            for one in asked
        ]
    return join(made)


def key_of(id_: str, row: int, place: Place) -> str:
    """The name under which an answer is kept: the item's, with the row behind it."""
    return f"{place.names}{id_}@{row}" if row else f"{place.names}{id_}"


def line_box(key: str, label: str, help_: str, place: Place, about: str = "", of: str = "", in_row: str = "") -> Html:
    """A line to write on. `about` is what it belongs to, for those who do not see what stands above it."""
    id_ = _element_id(key, place)
    return element(
        "div",
        element(
            "label",
            label,
            element("span", f" ({about})", class_="fii-vh") if about else None,
            _row_name(in_row),
            for_=f"{id_}-veld",
            class_="fii-field__label",
        ),
        element("p", help_, class_="fii-item__help", id=f"{id_}-uitleg") if help_ else None,
        element(
            "input",
            type="text",
            id=f"{id_}-veld",
            name=f"{key}.note",
            data_fii_longest=LINE,
            aria_describedby=f"{id_}-uitleg" if help_ else None,
        ),
        class_="fii-field fii-field--asked" if about else "fii-field",
        id=id_,
        data_fii_item=key,
        data_fii_of=None if place.names else of or None,
    )


def _element_id(key: str, place: Place) -> str:
    return f"{place.prefix}{key.replace('@', '-rij-')}"


def _row_name(in_row: str) -> Html | None:
    """Which row a field stands in, for those who hear its label alone; the scripts rely on the number before the end."""
    return element("span", f" ({in_row})", class_="fii-vh", data_fii_row_name=True) if in_row else None


def item_box(item: Item, key: str, number: int, place: Place, *, noted: bool = True, in_row: str = "") -> Html:
    """One item: choices with room for a note, or a place to write."""
    id_ = _element_id(key, place)
    legend: list[Child] = [
        element("span", str(number), class_="fii-item__number"),
        " ",
        element("span", item.text, class_="fii-item__text"),
        _row_name(in_row),
    ]
    help_ = element("p", item.help, class_="fii-item__help", id=f"{id_}-uitleg") if item.help else None
    if not item.options:
        return element(
            "div",
            element("label", legend, for_=f"{id_}-tekst", class_="fii-item__label"),
            help_,
            _reworded(item, place),
            _writing(item, key, id_),
            class_="fii-item fii-item--tekst",
            id=id_,
            data_fii_item=key,
            data_fii_only_with=None if place.names else _only_with(item),
        )
    group = element(
        "fieldset",
        element("legend", legend),
        help_,
        _reworded(item, place),
        element(
            "div",
            [_choice(key, option, option.shape) for option in item.options],
            _choice(key, Option(id="", label=word("clear_choice")), "leeg"),  # shown once something is chosen
            class_="fii-choices",
        ),
        _note(key, id_, number) if noted else None,
        aria_describedby=f"{id_}-uitleg" if item.help else None,
    )
    # A box around it: in a grid that is itself a fieldset, WebKit puts the legend above everything else.
    return element(
        "div",
        group,
        class_="fii-item",
        id=id_,
        data_fii_item=key,
        data_fii_only_with=None if place.names else _only_with(item),
    )


def _reworded(item: Item, place: Place) -> Html | None:
    """Since when it reads as it does; the scripts show it where the answer is older. Not where nothing is kept."""
    if not item.reworded or place.names:
        return None
    told = word("reworded", date=day(item.reworded))
    return element("p", told, class_="fii-item__help", hidden=True, data_fii_reworded=item.reworded)


def _only_with(item: Item) -> str | None:
    """When it counts, for the scripts: `item choice choice`; while none is chosen there it counts too (report/cells.py)."""
    return ", ".join(f"{other} {choice} {UNKNOWN}" for other, choice in item.only_with) or None


def _writing(item: Item, key: str, id_: str) -> Html:
    """A line, some lines, a number or a date; always text, so that nothing is lost in another browser."""
    common: dict[str, str | int | bool | None] = {
        "id": f"{id_}-tekst",
        "name": f"{key}.note",
        "aria_describedby": f"{id_}-uitleg" if item.help else None,
    }
    if item.input is Input.LINES:
        return element("textarea", "", data_fii_longest=TEXT, rows=3, **common)
    if item.input is Input.NUMBER:
        return element("input", type="text", inputmode="decimal", data_fii_longest=NUMBER, class_="fii-getal", **common)
    if item.input is Input.DATE:
        return date_input(class_="fii-datum", **common)
    return element("input", type="text", data_fii_longest=LINE, **common)


def _note(key: str, id_: str, number: int) -> Html:
    """Room for a note, behind a button where scripts run."""
    label = word("note_for", number=number)
    return join(
        [
            element(
                "button",
                word("note"),
                type="button",
                class_="fii-note-toggle",
                data_fii_note_toggle=True,
                aria_expanded="false",
                aria_controls=f"{id_}-notitie",
                aria_label=label,
            ),
            element(
                "div",
                element("label", label, for_=f"{id_}-tekst"),
                element(
                    "textarea",
                    "",
                    id=f"{id_}-tekst",
                    name=f"{key}.note",
                    data_fii_longest=TEXT,
                    rows=2,
                ),
                class_="fii-note",
                id=f"{id_}-notitie",
                data_fii_note=True,
            ),
        ]
    )


def _choice(item_id: str, option: Option, shape_name: str) -> Html:
    return element(
        "label",
        element("input", type="radio", name=item_id, value=option.id),
        element("span", option.label),
        class_=f"fii-choice fii-choice--{shape_name}",
    )
