"""Candidates beside each other → a table for paper. Pure; nothing is added up."""

from collections.abc import Iterator

from fii_widgets.instrument.model import Signal
from fii_widgets.report.instrument.beside import Beside, One
from fii_widgets.report.instrument.summary import Summary
from fii_widgets.report.papers.instrument import numbered
from fii_widgets.report.papers.paper import Block, Heading, Table
from fii_widgets.words import word

#: where nothing stands
NOTHING = "–"


def beside_blocks(found: Beside | None, level: int, *, of: str = "") -> Iterator[Block]:
    """Yield the candidates beside each other, where there are two or more; with `of` in a paper of one of their lists only."""
    if found and of in ("", found.source, found.instrument.id):
        yield Heading(level=level, text=word("beside_title"))
        yield _table(found)


def _table(found: Beside) -> Table:
    name, *others = found.instrument.fields
    noun = found.instrument.subjects.noun if found.instrument.subjects else ""
    against = dict.fromkeys(
        option.label for item in found.instrument.items for option in item.options if option.signal is Signal.RED
    )
    rows = [(name.label, [one.title for one in found.each])]
    rows += [
        (text, [one.said[at] if one.said else NOTHING for one in found.each]) for at, text in enumerate(found.asked)
    ]
    rows += [(field.label, [_field(one, field.label) for one in found.each]) for field in others]
    rows.append((found.instrument.title, [_counts(one.summary) for one in found.each]))
    rows += [
        (word("beside_choice", choice=label), [_points(one.summary, label) for one in found.each]) for label in against
    ]
    heads = (f"{word('row', noun=noun, row=number)}: {one.title}" for number, one in enumerate(found.each, 1))
    return Table(
        caption=word("beside_title"),
        columns=(word("rows_item"), *(head.removesuffix(": ") for head in heads)),
        rows=tuple((head, *texts) for head, texts in rows),
        row_headers=True,
        records=True,
    )


def _field(one: One, label: str) -> str:
    return dict(one.summary.fields if one.summary else ()).get(label) or NOTHING


def _counts(summary: Summary | None) -> str:
    """How often each choice was made, and how many points are open."""
    return " · ".join(f"{one.label}: {one.count}" for one in summary.tally) if summary else word("nothing_filled")


def _points(summary: Summary | None, label: str) -> str:
    """The points with one choice."""
    found = summary.stands_out if summary else ()
    return "\n".join(numbered(one.cell) for one in found if one.option.label == label) or NOTHING
