"""The times of a file whose clock ran ahead → now, in their order; the same rule as base/times.js. Pure: is told what time it is.

What lies far ahead of now could not be changed for years: everything newer would lose to it, here and in merging.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from fii_widgets.dossier.shapes import TIME

#: how far ahead another clock may be before its times count as wrong
AHEAD = timedelta(days=31)
_STEP = timedelta(milliseconds=1)


def not_ahead(tree: Any, now: datetime) -> tuple[Any, int]:
    """Return a tree whose times are at most `AHEAD` after `now`, and how many different ones were brought back.

    tree: of a file, not checked yet. now: with its zone.
    """
    late = sorted({moment for moment in _moments(tree) if moment > now + AHEAD})
    if not late:
        return tree, 0
    order = {moment: _written(now + rank * _STEP) for rank, moment in enumerate(late)}
    return _changed(tree, order.get), len(late)


def _moments(value: Any) -> Iterable[datetime]:
    if isinstance(value, dict):
        for key, part in value.items():
            moment = _moment(key, part)
            yield from [moment] if moment else _moments(part)
    elif isinstance(value, list):
        for part in value:
            yield from _moments(part)


def _changed(value: Any, written: Callable[[datetime], str | None]) -> Any:
    if isinstance(value, dict):
        return {
            key: (written(moment) or part) if (moment := _moment(key, part)) else _changed(part, written)
            for key, part in value.items()
        }
    return [_changed(part, written) for part in value] if isinstance(value, list) else value


def _moment(key: str, value: object) -> datetime | None:
    if key not in ("at", "saved") or not isinstance(value, str) or not re.fullmatch(TIME, value, re.ASCII):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None  # the reader will say so
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
