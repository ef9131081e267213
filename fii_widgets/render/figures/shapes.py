"""What the drawn figures are made of: the picture with its name, tracks, text and arrows. No figure, no colours."""

import textwrap
from collections.abc import Iterable

from fii_widgets.render.markup import Html, element

type Parts = list[Html | None]

LINE = 20  #: from one line of text to the next


def picture(id_: str, kind: str, width: int, height: int, parts: Iterable[Html | None]) -> Html:
    """Return one drawing of a figure, named by its title and told by its words; CSS shows the one that fits."""
    return element(
        "svg",
        *parts,
        class_=f"fii-beeld fii-beeld--{kind}",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{id_}-titel {id_}-woorden",
        focusable="false",
    )


def track(path: str, kind: str = "spoor") -> Html:
    """Draw a piece of line."""
    return element("path", class_=f"fii-beeld__{kind}", d=path)


def words(x: float, y: float, line: str, kind: str = "") -> Html:
    """Write one line of text; SVG does not wrap. `kind` adds classes of the letters."""
    return element(
        "text", line, class_=" ".join(f"fii-beeld__{name}" for name in kind.split()) or None, x=f"{x:g}", y=f"{y:g}"
    )


def lines(x: float, y: float, text: str, letters: int, kind: str = "") -> list[Html]:
    """Write a text over as many lines as it needs, and no line much shorter than the others."""
    wrapped = textwrap.wrap(text, letters, break_on_hyphens=False)
    for fewer in range(letters - 1, 8, -1):
        tighter = textwrap.wrap(text, fewer, break_on_hyphens=False, break_long_words=False)
        if len(tighter) > len(wrapped):
            break
        wrapped = tighter
    return [words(x, y + LINE * number, line, kind) for number, line in enumerate(wrapped)]


def arrow(x: float, y: float, degrees: int) -> Html:
    """Draw the head of an arrow on a line; 0 points to the right."""
    return element(
        "path",
        class_="fii-beeld__pijl",
        d="M-10 -11L10 0L-10 11Z",
        transform=f"translate({x:g} {y:g}) rotate({degrees})",
    )


def station(x: float, y: float, letter: str) -> Html:
    """Draw a stop of the line with a letter in it."""
    return element(
        "g",
        element("circle", class_="fii-beeld__halte", cx=f"{x:g}", cy=f"{y:g}", r=21),
        words(x, y + 7, letter, "letter midden"),
    )
