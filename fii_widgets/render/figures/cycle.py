"""Figure 4: four steps in a ring, as stops on a line that never ends. Makes pictures, knows no page."""

from fii_widgets.render.figures.shapes import Parts, arrow, lines, picture, station, track, words
from fii_widgets.render.markup import Html, join
from fii_widgets.words.figures import AGAIN, STEPS

#: where the steps stand on the wide ring, and on which side their text is
PLACES = ((241, 57, "eind"), (399, 57, ""), (399, 215, ""), (241, 215, "eind"))
APART = 92  #: between two steps on the narrow ring


def draw(id_: str) -> Html:
    """Return the ring for a wide and for a narrow place."""
    return join([picture(id_, "breed", 640, 290, _wide()), picture(id_, "smal", 320, 396, _narrow())])


def _wide() -> Parts:
    """A circle, read clockwise from the upper left."""
    parts: Parts = [
        track("M208 136a112 112 0 1 1 224 0a112 112 0 1 1 -224 0Z"),
        *(arrow(x, y, turn) for x, y, turn in ((322, 24, 0), (432, 138, 90), (318, 248, 180), (208, 134, 270))),
        *(words(320, 132 + 24 * number, line, "opnieuw midden") for number, line in enumerate(AGAIN)),
    ]
    for (letter, name, text), (x, y, side) in zip(STEPS, PLACES, strict=True):
        beside = x - 36 if side else x + 36
        # the upper steps lift their text, the lower ones let it hang: both stay clear of the ring
        top = y - 12 if y < 136 else y + 2
        parts += [
            station(x, y, letter),
            words(beside, top, name, f"naam {side}"),
            *lines(beside, top + 22, text, 25, side),
        ]
    return parts


def _narrow() -> Parts:
    """A long loop: down past the steps, and back up on the left."""
    parts: Parts = [
        track("M64 40V356q0 21 -21 21t-21 -21V40q0 -21 21 -21t21 21Z"),
        *(arrow(64, 62 + APART / 2 + APART * number, 90) for number in range(3)),
        arrow(22, 62 + APART * 1.5, 270),
    ]
    for number, (letter, name, text) in enumerate(STEPS):
        y = 62 + APART * number
        parts += [station(64, y, letter), words(98, y - 6, name, "naam"), *lines(98, y + 16, text, 28)]
    return parts
