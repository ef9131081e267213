"""Figure 7: three things that together lead to impact. Makes pictures, knows no page."""

from fii_widgets.render.figures.shapes import Parts, arrow, picture, track, words
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words.figures import FACTORS, RESULT, TIMES


def draw(id_: str) -> Html:
    """Return the drawing for a wide and for a narrow place."""
    return join([picture(id_, "breed", 640, 262, _wide()), picture(id_, "smal", 320, 412, _narrow())])


def _wide() -> Parts:
    """Blocks beside each other; three lines that become one."""
    parts: Parts = [
        track("M95 88V114q0 24 24 24H296q24 0 24 24"),
        track("M545 88V114q0 24 -24 24H344q-24 0 -24 24"),
        track("M320 88V188"),
        arrow(320, 186, 90),
    ]
    for number, (kind, what) in enumerate(FACTORS):
        parts += _block(2 + 225 * number, 2, 186, 86, kind, what)
        if number:
            parts.append(words(207.5 + 225 * (number - 1), 57, TIMES, "maal midden"))
    parts += [_box(140, 200, 360, 60, "uitkomst"), words(320, 237, " ".join(RESULT), "kern midden")]
    return parts


def _narrow() -> Parts:
    """Blocks under each other; their lines run down on the left."""
    parts: Parts = [track("M52 37H38q-20 0 -20 20V346q0 20 20 20H40"), arrow(44, 366, 0)]
    parts += [track(f"M52 {y}H38q-20 0 -20 20") for y in (145, 253)]
    for number, (kind, what) in enumerate(FACTORS):
        parts += _block(52, 2 + 108 * number, 266, 70, kind, what)
        if number:
            parts.append(words(185, 99 + 108 * (number - 1), TIMES, "maal midden"))
    parts += [
        _box(58, 330, 260, 72, "uitkomst"),
        words(188, 360, RESULT[0], "kern midden"),
        words(188, 385, RESULT[1], "kern midden"),
    ]
    return parts


def _block(x: int, y: int, width: int, height: int, kind: str, what: str) -> list[Html]:
    middle, centre = x + width / 2, y + height / 2
    return [
        _box(x, y, width, height, "blok"),
        words(middle, centre - 6, kind, "midden"),
        words(middle, centre + 19, what, "kern midden"),
    ]


def _box(x: int, y: int, width: int, height: int, kind: str) -> Html:
    return element("rect", class_=f"fii-beeld__{kind}", x=x, y=y, width=width, height=height, rx=4)
