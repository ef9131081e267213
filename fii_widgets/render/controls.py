"""Buttons, fields and choices of the parts of a page that are no instrument: the same in every frame."""

from collections.abc import Iterable

from fii_widgets.labels import word
from fii_widgets.render.markup import Child, Html, element


def button(action: str, label: str, *, hidden: bool = False) -> Html:
    """Return a button that the scripts listen to."""
    kind = f"fii-button fii-button--{action}"
    return element("button", label, type="button", class_=kind, data_fii_action=action, hidden=hidden)


def stop_row() -> Html:
    """Return the button that stops long work; the scripts show it while there is some."""
    return element("p", button("stop", word("stop")), class_="fii-actions", hidden=True, data_fii_busy=True)


def labelled(label: str, control: Child) -> Html:
    """Return a control with its label above it."""
    return element("label", element("span", label, class_="fii-record__label"), control)


def choices(legend: str, kind: str, name: str, options: Iterable[tuple[str, str]], **attributes: bool) -> Html:
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
