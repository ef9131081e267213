"""The texts of a column → what a workbook can count with: days, numbers, or texts. Pure.

A column is of days or of numbers only where each of its cells is one, or empty, or not answered. Nothing changes: what
is shown of a value in Dutch is, letter by letter, the text that it was.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fii_widgets.words.common import MONTHS, NOT_ANSWERED, day

_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.ASCII)
#: no zero in front, as of a telephone number; dots before each three digits or nowhere
_NUMBER = re.compile(r"(0|[1-9]\d{0,8}|[1-9]\d{0,2}(?:\.\d{3}){1,2})(?:,(\d{1,4}))?", re.ASCII)
#: the first day that every workbook knows; Excel counts a day too many before it
_FIRST = date(1900, 3, 1)


@dataclass(frozen=True)
class Number:
    """A number as it was written."""

    text: str
    value: str  #: with a point, as every file writes it
    decimals: int
    is_grouped: bool  #: whether thousands are apart


type Value = str | date | Number


def typed(texts: Sequence[str]) -> tuple[Value, ...]:
    """Return a column's cells: all of them text unless all that say something are days, or numbers."""
    said = [text for text in texts if text not in ("", NOT_ANSWERED)]
    for read in (_day, _number):
        if said and all(read(text) is not None for text in said):
            return tuple(read(text) or text for text in texts)
    return tuple(texts)


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        value = date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None
    return value if value >= _FIRST and day(value.isoformat()) == text else None


def _number(text: str) -> Number | None:
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    whole, part = found[1].replace(".", ""), found[2] or ""
    return Number(text, f"{whole}.{part}" if part else whole, len(part), "." in found[1])
