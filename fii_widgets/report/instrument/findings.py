"""What stands out in all lists together, as lines for the first view of a dossier. Pure; knows no HTML and no day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.instrument.model import Instrument, Signal
from fii_widgets.report.cells import cell_id, cells
from fii_widgets.report.instrument.summary import Summary

#: a sentence, and what comes behind it
_SENTENCE = re.compile(r"(.+?[.!?]) (?=[A-ZÉ‘])(.+)", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that stands out; all texts are plain."""

    about: str  #: id of the item, in its row, or of the list
    text: str  #: the item, or the first sentence of a rule
    light: str  #: the choice that is red, in its word; empty for a rule
    place: str  #: title of the list, and for an item its number and row
    at: str  #: when what it rests on changed last, as ISO 8601


def findings(filled: Iterable[tuple[Summary, Answers]]) -> list[Line]:
    """Return what the lists' summaries say first: rules that speak, red points. Not the red lights of a stoplight.

    Of each list one in turn, the list that changed last first: the first lines are of as many lists as can be.
    """
    found = [_of(summary, answers) for summary, answers in filled]
    found.sort(key=lambda lines: max((one.at for one in lines), default=""), reverse=True)
    return [line for turn in zip_longest(*found) for line in turn if line]


def _of(summary: Summary, answers: Answers) -> list[Line]:
    one = summary.instrument
    last = _last_change(one, answers)
    rules = [
        Line(about=one.id, text=parted(rule.text)[0], light="", place=one.title, at=last) for rule in summary.rules
    ]
    red = [found for found in summary.stands_out if found.option.signal is Signal.RED]
    points = [
        Line(
            # of a list that is filled in for more than one, only the list itself is the same for each
            about=one.id if one.subjects else cell_id(found.cell.item.id, found.cell.row),
            text=found.cell.item.text,
            light=found.option.label,
            place=f"{one.title}, {found.cell.inside}",
            at=found.cell.answer.at,
        )
        for found in red
        if not one.id.startswith("stoplicht-")
    ]
    return [*rules, *points]


def _last_change(instrument: Instrument, answers: Answers) -> str:
    heads = [answers.get(field.id, EMPTY) for field in instrument.fields]
    return max((one.at for one in (*heads, *(cell.answer for cell in cells(instrument, answers)))), default="")


def parted(text: str) -> tuple[str, str]:
    """Part a text after its first sentence; the rest is empty where there is no more."""
    first, rest = found.groups() if (found := _SENTENCE.match(text)) else (text, "")
    return first, rest
