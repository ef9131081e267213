"""The times of a file whose clock ran ahead → now, in their order; the same rule as file/times.js. Pure: is told what time it is.

What lies far ahead of now could not be changed for years: everything newer would lose to it, here and in merging.
What is a time follows from the table: a text under an id that is called like one is left as it is.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from fii_widgets.dossier.keys.table import DOSSIER
from fii_widgets.dossier.keys.walk import rebuilt
from fii_widgets.dossier.shapes import TIME, Time
from fii_widgets.shapes.shape import Shape

#: how far ahead another clock may be before its times count as wrong
AHEAD = timedelta(days=31)
_STEP = timedelta(milliseconds=1)


def not_ahead(tree: Any, now: datetime) -> tuple[Any, int]:
    """Return a tree whose times are at most `AHEAD` after `now`, and how many different ones were brought back.

    tree: of a file, not checked yet. now: with its zone.
    """
    late: set[datetime] = set()

    def look(shape: Shape, value: Any) -> Any:
        moment = _moment(shape, value)
        if moment and moment > now + AHEAD:
            late.add(moment)
        return value

    rebuilt(DOSSIER, tree, look)
    if not late:
        return tree, 0
    order = {moment: _written(now + rank * _STEP) for rank, moment in enumerate(sorted(late))}

    def bring_back(shape: Shape, value: Any) -> Any:
        moment = _moment(shape, value)
        return order.get(moment, value) if moment else value

    return rebuilt(DOSSIER, tree, bring_back), len(late)


def _moment(shape: Shape, value: object) -> datetime | None:
    if not isinstance(shape, Time) or not isinstance(value, str) or not re.fullmatch(TIME, value, re.ASCII):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None  # the reader will say so
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
