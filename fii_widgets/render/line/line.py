"""Phases → the line with six stations and fifteen stops, as inline SVG. Reads no files, knows no page.

Chooses between the drawings: the portrait has every name, the landscape says where the reader is. Colours, letters
and which of two drawings is seen stand in docs/stylesheets/parts/line.css.
"""

from collections.abc import Mapping, Sequence

from fii_widgets.render.line.landscape import Landscape
from fii_widgets.render.line.portrait import Portrait
from fii_widgets.render.line.shapes import Light
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words import word


def line_svg(
    current: str | None,
    written: Mapping[str, str],
    small: bool = False,
    lights: Mapping[str, Sequence[Light]] | None = None,
) -> Html:
    """Return two drawings of the line, for a wide and for a narrow place; CSS shows one of them.

    `current` is the id of the page the reader is on. `written` gives the address of each phase or subphase
    that has a page; the others are called "volgt" and are no link. `lights` gives the lights of a phase id;
    an empty mapping keeps room for them, so that nothing jumps when they come.
    """
    if small:
        landscape = Landscape(current, written, lights)
        return join([landscape.draw(wide=True), landscape.draw(wide=False)])
    portrait = Portrait(current, written, lights)
    return join([portrait.two_columns(), portrait.one_column()])


def line_nav(current: str | None, written: Mapping[str, str], small: bool = False) -> Html:
    """Return the line as a named part of a page of the handbook."""
    name = word("line_small" if small else "line")
    return element("nav", line_svg(current, written, small), class_="fii-lijn", aria_label=name)
