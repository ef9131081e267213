"""A table → how wide each column is on paper: no word is cut while there is room, and short columns take what they need.

Measured in letters of the widest fonts that an office program puts in the place of ours, so that it fits in each. Pure.
"""

import re
from collections.abc import Iterable
from math import ceil

from fii_widgets.report.papers.paper import Table

#: between the margins of A4, in twentieths of a point; the unit of everything here
PAGE = 9638
#: left and right of a text within its cell
PADDING = 85
#: size of letters in a table
_SIZE = 190
#: letters wider and narrower than the others, as shares of the size
_WIDE, _CAPITAL, _NARROW, _OTHER = 1.08, 0.85, 0.5, 0.73
_NARROW_ONES = frozenset("iljIftr.,:;'’‘|!()[]\"")
_WIDE_ONES = frozenset("mwMWQO@%&–—●▲■○")
#: a program may go to the next line after these
_BREAKS = re.compile(r"\s+|(?<=[-–—/])(?=\w)")
#: letters that are not bold, as a share of bold ones
_LIGHTER = 0.9
#: a word longer than this is none, such as an address, and may be broken
_WORD = 3600
#: a line longer than this may be broken; of a head sooner
_LONG, _HEAD = 5200, 1700
#: lines; a page has some fifty
_SHORT = 15


def column_widths(table: Table) -> list[int]:
    """Return a width a column, together the page; a column is never narrower than its longest word where all fit."""
    heads = [_needed(_words([head]), 1) for head in table.columns]
    columns = [[*(row[at] for row in table.rows)] for at in range(len(table.columns))]
    if table.marked >= 0:  # a sign and its word stay together
        columns[table.marked] = [f"●●{text}" for text in columns[table.marked]]
    words = [max(head, _needed(_words(texts))) for head, texts in zip(heads, columns, strict=True)]
    least = _fitted([min(word, _WORD) for word in words])
    wanted = [max(low, min(_needed(_lines(texts)), _LONG)) for low, texts in zip(least, columns, strict=True)]
    lines = [min(_needed([head], 1), _HEAD) for head in table.columns]
    wanted = [max(most, line) for most, line in zip(wanted, lines, strict=True)]
    widths = _shared(least, wanted, [max(map(len, texts), default=0) for texts in columns])
    return [*widths[:-1], PAGE - sum(widths[:-1])]


def stays_whole(row: Iterable[str], widths: Iterable[int]) -> bool:
    """Tell whether a row is so short that it can stand on one page for certain, and so need not break.

    A row that may not break and does not fit on a page loses what does not fit in LibreOffice.
    """
    return lines_of(row, widths) <= _SHORT


def lines_of(row: Iterable[str], widths: Iterable[int]) -> int:
    """Count the lines that a row takes at most."""
    return max(_height(text, width) for text, width in zip(row, widths, strict=True))


def _height(text: str, width: int) -> int:
    """Count the lines that a text takes at most: where words do not fit well, a third of a line stays empty."""
    return sum(ceil(1.5 * _needed([line]) / (width - 2 * PADDING)) for line in text.split("\n"))


def _words(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in _BREAKS.split(text))


def _lines(texts: Iterable[str]) -> Iterable[str]:
    return (line for text in texts for line in text.split("\n"))


def _needed(texts: Iterable[str], weight: float = _LIGHTER) -> int:
    """Return what the widest of some texts takes on one line, in a cell; with weight 1 it is bold."""
    return round(max(map(_ems, texts), default=0) * _SIZE * weight) + 2 * PADDING + 40


def _ems(text: str) -> float:
    return sum(map(_em, text))


def _em(letter: str) -> float:
    if letter in _NARROW_ONES or letter == " ":
        return _NARROW
    if letter in _WIDE_ONES or ord(letter) >= 0x1100:
        return _WIDE
    return _CAPITAL if letter.isupper() else _OTHER


def _fitted(least: list[int]) -> list[int]:
    """Cut the longest of the longest words down to one length, until all fit; the shorter ones stay whole."""
    left, room = sorted(least), PAGE
    while left:
        if left[0] * len(left) > room:
            return [min(width, room // len(left)) for width in least]
        room -= left.pop(0)
    return least


def _shared(least: list[int], wanted: list[int], letters: list[int]) -> list[int]:
    """Give each column what it wants while that is less than an even share; the others divide the rest by their text."""
    widths, free, room = list(least), list(range(len(least))), PAGE
    while small := [at for at in free if wanted[at] * len(free) <= room]:
        for at in small:
            widths[at] = wanted[at]
            room -= wanted[at]
            free.remove(at)
        if not free:  # all fit: what is left over is spread, so that the table is as wide as the page
            return [width * PAGE // sum(widths) for width in widths]
    if room < sum(least[at] for at in free):  # long words: each keeps its own, and the rest is shared by what they want
        extra, asked = PAGE - sum(least), sum(wanted) - sum(least)
        return [low + extra * (most - low) // asked for low, most in zip(least, wanted, strict=True)]
    extra = room - sum(least[at] for at in free)
    weights = {at: letters[at] ** 0.5 for at in free}
    for at in free:
        widths[at] = least[at] + int(extra * weights[at] / sum(weights.values()))
    return widths
