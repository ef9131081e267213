"""What a team wants to know before it opens a list: does everybody do it, with whom, how long. No answers.

How long is an estimate of the editors: counted from the points, or written in the list itself.
"""

from collections.abc import Iterable

from fii_widgets.instrument.model import Input, Instrument, Item
from fii_widgets.render.markup import Html, element, spaced
from fii_widgets.words import word

#: minutes for one point: to choose together, or to write a few lines; for a line, a number or a date it is one.
#: The page /checklists/ tells readers so.
MINUTES = {Input.CHOICE: 2, Input.LINES: 4}
#: nobody believes 23 minutes
ROUND = 5


def facts(told: Iterable[tuple[str, str]]) -> Html:
    """Return facts with their names, by the key of the name; what is not known is left out."""
    named = [element("span", element("b", word(key)), " ", fact) for key, fact in told if fact]
    return element("span", spaced(named), class_="fii-kenmerken")


def before(instrument: Instrument) -> Html:
    """Return the facts that stand above a list."""
    part = word("fact_route" if instrument.route else "fact_deeper")
    if instrument.phase:
        part = word("fact_part_of", part=part, number=instrument.phase)
    told = (("fact_part", part), ("index_who", instrument.with_whom), ("fact_time", duration(instrument)))
    return element("p", facts(told), class_="fii-instrument__facts")


def duration(instrument: Instrument) -> str:
    """Return how long a list takes, that of a row apart: there are as many rows as somebody fills in."""
    if instrument.minutes:
        return word("fact_minutes", n=instrument.minutes)
    rows = [(section.rows.noun, section.items) for section in instrument.sections if section.rows]
    in_rows = {item.id for _, items in rows for item in items}
    whole = [item for item in instrument.items if item.id not in in_rows]
    noun = instrument.subjects.noun if instrument.subjects else ""
    parts = [(noun, _minutes(items)) for noun, items in ([(noun, whole)] if whole else []) + rows]
    said = [word("fact_minutes", n=parts[0][1]), *(str(minutes) for _, minutes in parts[1:])]
    return ", ".join(
        word("card_per", n=n, noun=noun.lower()) if noun else n for n, (noun, _) in zip(said, parts, strict=True)
    )


def _minutes(items: Iterable[Item]) -> int:
    counted = sum(MINUTES.get(item.input, 1) for item in items)
    return -(-counted // ROUND) * ROUND
