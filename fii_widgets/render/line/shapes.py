"""What both drawings of the line are made of: shapes, links and their names. No colours, no places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fii_widgets.handbook.phases import Phase
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word

type Parts = list[Html | None]


@dataclass(frozen=True)
class Light:
    """One kind of light that a station shows in the dossier."""

    shape: str  #: groen, oranje, rood, onbekend, nvt or leeg
    count: int  #: how many points have it
    words: str  #: the same in words: "2 punten op rood"


@dataclass(frozen=True)
class Drawing:
    """What a drawing of the line must know."""

    current: str | None  #: id of the page the reader is on
    written: Mapping[str, str]  #: id of a phase or subphase that has a page → its address
    lights: Mapping[str, Sequence[Light]] | None  #: id of a phase → its lights; None: no lights at all

    def link(self, phase: Phase, id_: str, number: str, title: str, parts: Parts) -> Html:
        """Return a link with a full name, or a named picture where the page is still to come."""
        name = f"{word('line_phase' if id_ == phase.id else 'line_subphase')} {number} {title}"
        address = self.written.get(id_)
        here = id_ == self.current
        spaced = [child for part in parts for child in (part, " ")]  # what is seen and what is said stay the same words
        if here:
            name = f"{name}, {word('here')}"
        if address is None:
            name = name if here else f"{name}, {word('follows')}"
            return element("g", *spaced, role="img", aria_label=name, class_="fii-lijn__volgt")
        return element("a", *spaced, href=address, aria_label=name, aria_current="page" if here else None)

    def classes(self, phase: Phase, id_: str) -> str:
        """Return the colour of the phase, and whether the reader is here."""
        return f"fii-fase-{phase.number}" + (" fii-lijn__hier" if id_ == self.current else "")

    def lights_of(self, phase: Phase) -> Sequence[Light]:
        """Return the lights of a phase, which may be none."""
        return (self.lights or {}).get(phase.id, ())

    def told(self, phase: Phase, lamps: Parts) -> Html | None:
        """Say the lights of a phase in words for those who do not see them."""
        if not lamps:
            return None
        words = ", ".join(light.words for light in self.lights_of(phase))
        return element("g", *lamps, role="img", aria_label=f"{word('line_phase')} {phase.number}: {words}")


def svg(kind: str, width: int, height: int, parts: Iterable[Html | None]) -> Html:
    """Return a drawing that fills its place."""
    return element(
        "svg",
        *parts,
        class_=f"fii-lijn__beeld fii-lijn__beeld--{kind}",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
    )


def track(phase: int, path: str) -> Html:
    """Draw a piece of the line in the colour of a phase."""
    return element("path", class_=f"fii-lijn__spoor fii-fase-{phase}", d=path)


def label(kind: str, x: int, y: int, words: str) -> Html:
    """Write one line of text; SVG does not wrap."""
    return element("text", words, class_=f"fii-lijn__{kind}", x=x, y=y)


def pointer(x: int, y: int, *, sideways: bool) -> Html:
    """Draw the mark of "u bent hier": a triangle that points at the place."""
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
