"""From which side a text runs: that of its first letter, as a browser decides it for dir="auto". No file."""

import unicodedata


def runs_from_right(text: str) -> bool:
    """Say whether the first letter of a text is of a script that is written from right to left."""
    sides = (unicodedata.bidirectional(character) for character in text)
    return next((side != "L" for side in sides if side in ("L", "R", "AL")), False)
