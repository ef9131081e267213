"""The actions of a dossier → blocks of a paper: what is open first, by date; then what is done. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from fii_widgets.dossier.records import Action, Dossier
from fii_widgets.report.meetings.review import CARRIED
from fii_widgets.report.papers.paper import Block, Heading, Paragraph, Table
from fii_widgets.words import word
from fii_widgets.words.common import day


def action_blocks(dossier: Dossier, level: int) -> Iterator[Block]:
    """Yield the list of actions under a heading; level 0 leaves that out."""
    if level:
        yield Heading(level=level, text=word("actions"))
    running = [one for one in dossier.actions.values() if one.state in CARRIED]
    ended = [one for one in dossier.actions.values() if one.state not in CARRIED]
    if not running:
        yield Paragraph(text=word("paper_no_actions"))
    else:
        yield action_table(word("paper_running"), running)
    if ended:
        yield action_table(word("paper_ended"), ended)


def action_table(
    caption: str, actions: Iterable[Action], *, recorded: bool = True, when: Mapping[Action, str] | None = None
) -> Table:
    """Return actions as a table, the earliest date first and those without a date last; `when` has their days in words.

    Where it was not recorded how they stood at the closing of a meeting, the table says so.
    """
    found = sorted(actions, key=lambda one: (one.due or "9999", one.text, one.at))
    rows = tuple(
        (
            one.text,
            one.owner,
            when[one] if when else day(one.due),
            word(f"action_{one.state.name.lower()}" if recorded else "not_recorded_state"),
        )
        for one in found
    )
    columns = tuple(word("paper_action_columns").split("|"))
    return Table(caption=caption, columns=columns, rows=rows, row_headers=True)
