"""An instrument → the form on the page, complete on paper and with scripts off. No answers, no files."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from fii_widgets.instrument.model import Asked, Checklist, Instrument, Origin, Rows, Section
from fii_widgets.instrument.room import OWN_ITEM
from fii_widgets.instrument.text.shared import share
from fii_widgets.render.form.card import card, file_only, panel
from fii_widgets.render.form.controls import plain_button, until_started
from fii_widgets.render.form.facts import before
from fii_widgets.render.form.items import item_box, items_of, key_of, line_box
from fii_widgets.render.form.offers import offers_box
from fii_widgets.render.form.place import Place
from fii_widgets.render.form.rows import row_choices, row_head, row_heading, rows_on_paper
from fii_widgets.render.markup import Html, element, join
from fii_widgets.report.instrument.beside import name_source
from fii_widgets.report.instrument.own_list import blank_item, is_adaptable
from fii_widgets.words import word

#: more columns than this want a landscape sheet
PORTRAIT = 4
#: with this many rows or fewer each gets more room on paper; so do rows of which one is chosen: there is much to write of each
ROOMY = 6


def source_json(tree: object) -> Html:
    """Return a tree as JSON that can stand inside a script element."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return Html(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))


def instrument_form(instrument: Instrument, tree: Mapping[str, Any], place: Place) -> Html:
    """Return the whole widget: source, form, room for the summary, status line."""
    head = join(
        [
            element(f"h{place.level}", instrument.title, class_="fii-instrument__title") if place.heading else None,
            element("p", instrument.intro, class_="fii-instrument__intro") if place.prefix and place.heading else None,
            _whose(instrument),
            None if place.prefix.startswith("d-") else before(instrument),  # there the fold says it
        ]
    )
    body = [
        offers_box(instrument, place.level + 1),
        element("div", _form(instrument, place), summary_box(place.level + 1, _no_script()), class_="fii-layout"),
        _status(instrument, place),
    ]
    return element(
        "section",
        element("script", source_json(share(tree)), type="application/json", data_fii_source=True),
        card(instrument, place, head) if place.folds else [head, _file_only(instrument, place)],
        until_started(panel(place, body) if place.folds else body),
        class_=f"fii-instrument fii-instrument--{_kind(instrument)}",
        id=place.wrapper_id or None,
        aria_label=instrument.title,
        data_fii_widget="instrument",
        data_fii_id=instrument.id,
        data_fii_acts=_acts(instrument),
        data_fii_rounds=instrument.round_after if instrument.rounds else None,
        **_subjects(instrument),
        data_fii_candidate=_candidate(instrument),
        data_fii_level=place.level + 1,
    )


def _subjects(instrument: Instrument) -> dict[str, str | None]:
    """For how many it is filled in, where their names come from, and where the chosen name stands."""
    if not instrument.subjects:
        return {}
    return {
        "data_fii_per": f"{instrument.subjects.most} {instrument.subjects.noun}",
        "data_fii_per_from": name_source(instrument) or None,
        "data_fii_chosen": instrument.subjects.chosen or None,
    }


def _candidate(instrument: Instrument) -> str | None:
    """Where the name of one stands, for the scripts: in a row of the one list, in its filling of the other, and as the choice."""
    of_each = instrument.subjects is not None
    for flow in instrument.flows:
        here, giver = _named_in(instrument, flow.target), flow.giver
        if not (here and here.chosen and giver and giver.most) or giver.subjects is of_each:
            continue
        row, filling = (flow.source, flow.target) if of_each else (flow.target, flow.source)
        return json.dumps(
            {"row": row, "filling": filling, "chosen": here.chosen, "list": giver.title}, ensure_ascii=False
        )
    return None


def _named_in(instrument: Instrument, name: str) -> Rows | None:
    """Return the rows, or the fillings, that carry this item first."""
    if instrument.subjects:
        return instrument.subjects if instrument.fields[0].id == name else None
    sections = instrument.sections if isinstance(instrument, Checklist) else ()
    return next((one.rows for one in sections if one.rows and one.items[0].id == name), None)


def _acts(instrument: Instrument) -> str | None:
    """Where the list holds actions, for the scripts: `what who when`, of which a dash is none; `-what` is asked under every item."""
    lines = {line.id for line in instrument.asked}
    found = [
        f"{'-' if one.what in lines else ''}{one.what} {one.who or '-'} {one.when or '-'}" for one in instrument.actions
    ]
    return ", ".join(found) or None


def _whose(instrument: Instrument) -> Html | None:
    """An organisation's own instrument says so: the handbook does not answer for it."""
    if instrument.origin is not Origin.OWN:
        return None
    key = "own_instrument_of" if instrument.organisation else "own_instrument"
    return element("p", word(key, organisation=instrument.organisation), class_="fii-instrument__intro")


def trial_form(instrument: Instrument, place: Place) -> Html:
    """Return an instrument that is being written: the same form, with no source and no place to store.

    Guarantees that every id, name and reference starts with `place.names`: nothing of an author's can stand in the
    way of the page's own.
    """
    return join(
        [
            element(f"h{place.level}", instrument.title, class_="fii-instrument__title"),
            element("p", instrument.intro, class_="fii-instrument__intro"),
            _whose(instrument),
            before(instrument),
            _form(instrument, place),
        ]
    )


def _kind(instrument: Instrument) -> str:
    """How wide it is: rows get the whole width of the screen, and many columns a landscape sheet."""
    columns = [len(section.items) for section in instrument.sections if section.rows]
    if not columns:
        return "punten"
    return "rijen fii-instrument--liggend" if max(columns) > PORTRAIT else "rijen"


def _form(instrument: Instrument, place: Place) -> Html:
    fields = [line_box(key_of(field.id, 0, place), field.label, field.help, place) for field in instrument.fields]
    numbers = {item.id: number for number, item in enumerate(instrument.items, 1)}
    if isinstance(instrument, Checklist):
        body = [_section(section, instrument.asked, numbers, place) for section in instrument.sections]
    else:
        body = [
            element(
                "div",
                [item_box(item, key_of(item.id, 0, place), numbers[item.id], place) for item in instrument.items],
                class_="fii-section",
            )
        ]
    own: dict[str, Any] = {}
    if is_adaptable(instrument) and not place.names:  # what keeps no answers keeps no list
        bar = element(
            "p",
            element("button", word("own_edit"), type="button", class_="fii-own-edit", data_fii_own_edit=True),
            class_="fii-own-bar",
        )
        fields.append(bar)
        body.append(_own_item(instrument, place))
        own = {"data_fii_own": instrument.id, "data_fii_own_longest": OWN_ITEM}
    return element(
        "form", fields, body, **own, class_="fii-form", data_fii_form=True, autocomplete="off", novalidate=True
    )


def _section(section: Section, asked: Iterable[Asked], numbers: Mapping[str, int], place: Place) -> Html:
    """A section of items; where it has rows, the first one, from which the scripts make the others, and lines for paper."""
    heading = element(f"h{place.level + 1}", section.title, class_="fii-section__title")
    if section.rows is None:
        items = items_of(section, asked, 0, numbers, place)
        return element(
            "div", heading, items, class_="fii-section", data_fii_section=None if place.names else section.id
        )
    row = element(
        "div",
        element(
            "div",
            element(f"h{min(place.level + 2, 6)}", row_heading(section.rows, 1), class_="fii-row__title"),
            items_of(section, asked, 1, numbers, place),
        ),
        class_="fii-row",
        data_fii_row=1,
    )
    add = element(
        "button",
        word("add_row", noun=section.rows.noun.lower()),
        type="button",
        class_="fii-button fii-button--add",
        data_fii_add_row=True,
    )
    return element(
        "div",
        heading,
        row_choices(section, numbers),
        element("div", row_head(section, numbers), row, rows_on_paper(section), class_="fii-rijen"),
        add,
        class_=f"fii-section fii-section--rows fii-section--{'ruim' if section.rows.most <= ROOMY or section.rows.chosen else 'dicht'}",
        data_fii_rows=section.rows.fewest,
        data_fii_most=section.rows.most,
        data_fii_chosen=section.rows.chosen or None,
    )


def _own_item(instrument: Checklist, place: Place) -> Html:
    """What the scripts clone when a team adds an item of its own; the six zeros are where its id will stand."""
    item = blank_item(instrument, f"{instrument.id}.e-000000")
    section = Section(id="eigen", title="", items=(item,))
    return element("template", items_of(section, instrument.asked, 0, {item.id: 0}, place), data_fii_own_item=True)


def _no_script() -> Html:
    return element("noscript", element("p", word("summary_no_script")))


def summary_box(level: int, more: Html | None = None) -> Html:
    """Return the room in which the summary comes; `level` is that of its heading."""
    return element(
        "div",
        element(
            "div",
            element(f"h{level}", word("summary"), class_="fii-summary__title"),
            element(
                "div",
                element("p", word("summary_first"), class_="fii-summary__first"),
                more,
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
            plain_button("print", word("print")),
            " ",
            plain_button("print-blank", word("print_blank")),
            " ",
            plain_button("share", word("share")) if any(item.options for item in instrument.items) else None,
            " ",
            element("a", word("to_dossier"), class_="fii-link-dossier", href=f"{place.root}dossier/#{instrument.id}")
            if not place.prefix.startswith("d-")
            else None,
            class_="fii-status__actions",
        ),
        class_="fii-status",
    )


def _file_only(instrument: Instrument, place: Place) -> Html | None:
    """On /dossier/ a form is never paper."""
    return None if place.prefix.startswith("d-") else file_only(instrument, place)
