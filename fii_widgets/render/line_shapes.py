"""The small shapes the line is made of. Plain geometry and classes; no colours, no words of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from fii_widgets.render.markup import Html, element


@dataclass(frozen=True)
class Light:
    """One kind of light that a station shows in the dossier."""

    shape: str  #: groen, oranje, rood, onbekend, nvt or leeg
    count: int  #: how many points have it
    words: str  #: the same in words: "2 punten op rood"


def svg(kind: str, width: int, height: int, parts: Iterable[Html | None]) -> Html:
    """Return a drawing that fills its place."""
    return element("svg", *parts, class_=f"fii-lijn__beeld fii-lijn__beeld--{kind}", viewBox=f"0 0 {width} {height}")


def track(phase: int, path: str) -> Html:
    """Draw a piece of the line in the colour of a phase."""
    return element("path", class_=f"fii-lijn__spoor fii-fase-{phase}", d=path)


def label(kind: str, x: int, y: int, words: str) -> Html:
    """Write one line of text; SVG does not wrap."""
    return element("text", words, class_=f"fii-lijn__{kind}", x=x, y=y)


def pointer(x: int, y: int, *, sideways: bool) -> Html:
    """Draw the sign of "u bent hier": a triangle that points at the place."""
    points = f"{x + 5},{y - 7} {x + 5},{y + 7} {x - 5},{y}" if sideways else f"{x - 7},{y - 9} {x + 7},{y - 9} {x},{y}"
    return element("polygon", class_="fii-lijn__wijzer", points=points)


def lamp(shape: str, x: int, y: int) -> Html:
    """Draw a light by its shape: round, triangle, square, ring, question mark or dash."""
    kind = f"fii-lijn__licht fii-lijn__licht--{shape}"
    if shape == "oranje":
        return element("polygon", class_=kind, points=f"{x},{y - 8} {x + 8},{y + 7} {x - 8},{y + 7}")
    if shape == "rood":
        return element("rect", class_=kind, x=x - 7, y=y - 7, width=14, height=14)
    if shape in ("onbekend", "nvt"):
        return element("text", "?" if shape == "onbekend" else "–", class_=kind, x=x, y=y + 6)
    return element("circle", class_=kind, cx=x, cy=y, r=7 if shape == "groen" else 6)
