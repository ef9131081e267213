"""What the pictures of a summary are made of: the drawing, tiles, words and a key. No data, no colours; whole numbers only,
so that every Python writes the same bytes."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field

from fii_widgets.render.figures.shapes import LINE, lines, words
from fii_widgets.render.markup import Html, element, join
from fii_widgets.report.pictures.picture import Mark

WIDE, NARROW = 640, 240


@dataclass
class Canvas:
    """A drawing that grows downwards. `y` is the upper side of what comes next."""

    wide: bool
    y: int = 0
    parts: list[Html] = field(default_factory=list)

    @property
    def width(self) -> int:
        return WIDE if self.wide else NARROW

    @property
    def size(self) -> int:
        """The side of a tile; even, so that its middle is a whole number."""
        return 20 if self.wide else 14

    @property
    def step(self) -> int:
        """From one tile to the next; fourteen fit beside each other in the narrow drawing."""
        return 25 if self.wide else 17

    def write(self, text: str, x: int = 0, kind: str = "", letters: int = 0) -> None:
        """Write a text from `x` on, over as many lines as it needs, and go below it."""
        fit = letters or (self.width - x) // 8
        written = lines(x, self.y + 16, text, fit, kind)
        self.parts += written
        self.y += LINE * len(written)

    def tiles(self, shapes: Iterable[str], x: int) -> None:
        """Draw tiles beside each other from `x` on, on a next line where the drawing ends; go below them."""
        fit = (self.width - x) // self.step
        drawn = 0
        for drawn, shape in enumerate(shapes, 1):
            at = drawn - 1
            self.parts.append(tile(shape, x + self.step * (at % fit), self.y + self.step * (at // fit), self.size))
        self.y += self.step * -(-drawn // fit)

    def key(self, entries: Iterable[tuple[str, str]]) -> None:
        """Say what each shape means: (shape, words), beside each other where there is room."""
        across = 3 if self.wide else 1
        room = self.width // across
        at = -1
        for at, (shape, text) in enumerate(entries):
            x, y = room * (at % across), self.y + 24 * (at // across)
            self.parts += [
                tile(shape, x, y + 10 - self.size // 2, self.size),
                words(x + self.size + 8, y + 16, clip(text, (room - self.size - 8) // 8)),
            ]
        self.y += 24 * (at // across + 1)


def drawing(canvas: Canvas, title: str, told: str) -> Html:
    """Return the picture, named by its title and told in words."""
    return element(
        "svg",
        element("title", title),
        element("desc", told),
        join(canvas.parts),
        class_=f"fii-beeld fii-beeld--{'breed' if canvas.wide else 'smal'} fii-beeld--telling",
        viewBox=f"0 0 {canvas.width} {canvas.y + 4}",
        width=canvas.width,
        height=canvas.y + 4,
        role="img",
        focusable="false",
    )


def clip(text: str, letters: int) -> str:
    """Keep a text on one line; the table has it in full."""
    return textwrap.shorten(text, letters, placeholder="…") if " " in text[:letters] else _cut(text, letters)


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else f"{text[: letters - 1]}…"


def keys(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    """Each mark once, as entries of a key."""
    return [(mark.shape, mark.label) for mark in dict.fromkeys(marks)]


def tile(shape: str, x: int, y: int, size: int) -> Html:
    """Draw one tile. Each shape is known without its colour."""
    half, end = size // 2, size - 3
    kind = f"fii-tegel fii-tegel--{shape}"
    if shape == "rood":
        return element("rect", class_=kind, x=x, y=y, width=size, height=size)
    if shape in ("groen", "vol"):
        return element("circle", class_=kind, cx=x + half, cy=y + half, r=half)
    if shape == "oranje":
        return element("polygon", class_=kind, points=f"{x + half},{y} {x + size},{y + size} {x},{y + size}")
    if shape in ("onbekend", "nvt"):
        return words(x + half, y + half + 6, "?" if shape == "onbekend" else "–", "vraag midden")
    if shape == "leeg":
        return element("circle", class_=kind, cx=x + half, cy=y + half, r=half - 2)
    box = element("rect", class_="fii-tegel fii-tegel--rand", x=x + 1, y=y + 1, width=size - 2, height=size - 2)
    inside = {
        "schuin": f"M{x + 3} {y + end}L{x + end} {y + 3}",
        "half": f"M{x + 1} {y + 1}v{size - 2}h{size - 2}Z",
        "arcering": f"M{x + 1} {y + half}L{x + half} {y + 1}M{x + 1} {y + size - 1}L{x + size - 1} {y + 1}"
        f"M{x + half} {y + size - 1}L{x + size - 1} {y + half}",
    }[shape]
    return element("g", box, element("path", class_=kind, d=inside))
