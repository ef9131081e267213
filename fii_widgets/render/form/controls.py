"""Buttons, fields and choices: the same in every frame, and dead until the scripts that listen to them are there."""

from collections.abc import Iterable

from fii_widgets.instrument.room import FIRST_DAY, LAST_DAY
from fii_widgets.render.markup import Child, Html, element, spaced
from fii_widgets.words import word


def switch(*children: Child) -> Html:
    """Return controls that nobody can press: only a finished start takes `disabled` away (docs/javascripts/init.js)."""
    return element("fieldset", *children, class_="fii-controls", role="none", disabled=True, data_fii_controls=True)


def until_started(*children: Child) -> Html:
    """Return the same with the sentence that is seen when the start failed; a reader then has the form on paper."""
    return switch(element("p", word("not_started"), class_="fii-uit", data_fii_noindex=True), *children)


def button(action: str, label: str, *, hidden: bool = False) -> Html:
    """Return a button that the scripts listen to."""
    kind = f"fii-button fii-button--{action}"
    return element("button", label, type="button", class_=kind, data_fii_action=action, hidden=hidden)


def plain_button(action: str, label: str) -> Html:
    """Return a button that looks like every other."""
    return element("button", label, type="button", class_="fii-button", data_fii_action=action)


def row(*buttons: Child) -> Html:
    """Return buttons beside each other."""
    return element("p", spaced(buttons), class_="fii-actions")


def stop_row() -> Html:
    """Return the button that stops long work; the scripts show it while there is some."""
    return element("p", button("stop", word("stop")), class_="fii-actions", hidden=True, data_fii_busy=True)


def labelled(label: str, control: Child) -> Html:
    """Return a control with its label above it."""
    return element("label", element("span", label, class_="fii-record__label"), control)


def field(id_: str, label: str, control: Child, kind: str = "fii-field", **attributes: str | bool) -> Html:
    """Return a line with a control that has this id, and its label before it."""
    return element("p", element("label", label, for_=id_), " ", control, class_=kind, **attributes)


def file_field(id_: str, label: str, accept: str) -> Html:
    """Return a field for one file, with its label above it."""
    control = element("input", type="file", accept=accept, id=id_, data_fii_file=True)
    return element("div", element("label", label, for_=id_), control, class_="fii-file")


def date_input(**attributes: str | int | bool | None) -> Html:
    """Return a field for a day within the years that a date may have."""
    return element("input", type="date", min=FIRST_DAY, max=LAST_DAY, **attributes)


def choices(legend: str, kind: str, name: str, options: Iterable[tuple[str, str]], **attributes: str | bool) -> Html:
    """Return a group of radio buttons or check boxes; an option is its value and its label."""
    labels = [
        element(
            "label",
            element("input", type=kind, name=name, value=value),
            element("span", label, class_="fii-choice__label"),
            class_="fii-choice fii-choice--vrij",
        )
        for value, label in options
    ]
    return element(
        "fieldset",
        element("legend", legend),
        element("div", labels, class_="fii-choices"),
        class_="fii-item",
        **attributes,
    )
