"""A dossier → the meeting to come: as it was planned, else as the last one agreed, else as the rhythm gives it. Pure.

The page tells the same without the rhythm (docs/javascripts/facts/coming.js).
"""

from dataclasses import replace

from fii_widgets.dossier.records import Dossier, Review, ReviewState
from fii_widgets.dossier.shown import shown
from fii_widgets.report.meetings.lights import in_order
from fii_widgets.report.meetings.review import following


def coming(dossier: Dossier) -> Review | None:
    """Return the meeting to come as it would begin; None while one is held, and without a day for it."""
    held = in_order(shown(dossier))
    if any(one.state is ReviewState.OPEN for _, one in held):
        return None
    if plans := _plans(dossier):
        standing = [one for _, one in plans if not one.removed]
        return replace(standing[0], state=ReviewState.OPEN) if standing else None
    if not held:
        return None
    _, last = held[-1]
    day = following(last, dossier)
    return Review(at=last.at, date=day, phases=last.phases, present=last.present) if day else None


def next_date(dossier: Dossier) -> str:
    """Return the day of the meeting after the one that is held, or of the one to come; empty where there is none."""
    held = in_order(shown(dossier))
    if any(one.state is ReviewState.OPEN for _, one in held):
        return following(held[-1][1], dossier)
    next_ = coming(dossier)
    return next_.date if next_ else ""


def beginning(dossier: Dossier) -> str:
    """Return the id of the first meeting; the first one begins under the id of its plan. Empty where there is none."""
    held = in_order(shown(dossier)) or [pair for pair in _plans(dossier) if not pair[1].removed]
    return held[0][0] if held else ""


def _plans(dossier: Dossier) -> list[tuple[str, Review]]:
    """Return what was planned for after the last meeting, by day.

    Also what was called off: what was agreed before that no longer holds.
    """
    held = in_order(shown(dossier))
    last = held[-1][1].date if held else ""
    return [(id_, one) for id_, one in in_order(dossier) if one.state is ReviewState.PLANNED and one.date > last]
