"""A phase has one route: at most two of its lists. Looks at the other instruments; opens no files."""

from collections.abc import Iterable

from fii_widgets.instrument.model import Instrument
from fii_widgets.shapes.shape import Report

#: so many lists of a phase are its route; more would be no route
MOST = 2


def check_route(instrument: Instrument, others: Iterable[Instrument], report: Report) -> None:
    """Report a list that comes to the route of a phase after two others."""
    if not instrument.route or instrument.phase is None:
        return
    place = (instrument.order, instrument.id)
    before = sorted(
        (one.order, one.id)
        for one in others
        if one.route and one.phase == instrument.phase and (one.order, one.id) < place
    )
    if len(before) >= MOST:
        named = " en ".join(f"'{id_}'" for _, id_ in before[:MOST])
        report(("route",), f"de route van fase {instrument.phase} heeft al {named}. Zet er een op 'nee'.")
