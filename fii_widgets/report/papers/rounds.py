"""What the rounds of a list tell → blocks of its paper: first what changed, then what stays, then every round. Pure."""

from collections.abc import Iterator

from fii_widgets.report.instrument.rounds import Rounds
from fii_widgets.report.papers.paper import Block, Heading, Paragraph, Table
from fii_widgets.words import word
from fii_widgets.words.common import count, day


def rounds_lead(told: Rounds) -> str:
    """Say in one sentence how much changed since the last round."""
    date, many = day(told.last), len(told.changed)
    if not many:
        return word("rounds_nothing", date=date)
    return count(many, word("rounds_changed_one", date=date), word("rounds_changed", n=many, date=date))


def rounds_tables(told: Rounds) -> Iterator[Table]:
    """Yield what the rounds tell as tables; none that would be empty."""
    date = day(told.last)
    if told.changed:
        rows = tuple((one.text, one.was, one.now) for one in told.changed)
        yield _table(word("rounds_title", date=date), word("rounds_columns", date=date), rows)
    if told.steady:
        steady = tuple((one.text, one.now, day(one.since)) for one in told.steady)
        yield _table(word("rounds_steady"), word("rounds_steady_columns"), steady)
    if told.trend:
        yield _table(word("rounds_trend"), word("rounds_trend_columns"), told.trend)


def _table(caption: str, columns: str, rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(caption=caption, columns=tuple(columns.split("|")), rows=rows, row_headers=True)


def rounds_blocks(told: Rounds | None, level: int) -> Iterator[Block]:
    """Yield what changed since the last round; nothing of a list without closed rounds."""
    if told is None:
        return
    yield Heading(level=level, text=word("rounds_title", date=day(told.last)))
    yield Paragraph(text=rounds_lead(told), lead=True)
    yield from rounds_tables(told)
