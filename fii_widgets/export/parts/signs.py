"""The sign of a light before its word, for a file in which colour alone would have to tell it. Pure."""

from collections.abc import Mapping

#: shape of a choice → its sign; the same as on a page and in a report of one file
SIGNS: Mapping[str, str] = {"groen": "●", "oranje": "▲", "rood": "■", "onbekend": "?", "nvt": "–", "leeg": "○"}
#: shape → the colour of its sign, where it has one: red, green, blue in hexadecimal
COLOURS: Mapping[str, str] = {"groen": "1B6B3A", "oranje": "9A5300", "rood": "A3122A"}


def sign(shape: str) -> str:
    """Return the sign of a shape with a blank at which no line ends; nothing for a choice without a light."""
    return f"{SIGNS[shape]}\u00a0" if shape in SIGNS else ""
