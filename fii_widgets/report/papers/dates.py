"""A dossier → the next meetings of its team. Pure; knows no calendar format and no clock."""

from dataclasses import dataclass
from datetime import date

from fii_widgets.dossier.records import NEVER, Dossier, Rhythm
from fii_widgets.dossier.rhythm import rhythm_of
from fii_widgets.errors import RequestError
from fii_widgets.report.meetings.lights import in_order
from fii_widgets.report.meetings.review import following
from fii_widgets.report.papers.meetings import find_review
from fii_widgets.words import word


@dataclass(frozen=True, kw_only=True)
class Meetings:
    """A series of meetings."""

    uid: str  #: the same for the same team, whatever is agreed later
    sequence: int  #: grows with every meeting, so that a calendar takes the newer file
    stamp: str  #: ISO time of the dossier
    title: str
    text: str
    first: date
    rhythm: Rhythm | None  #: None: this one meeting only


def meetings(dossier: Dossier) -> Meetings:
    """Return the meetings from the next one that was agreed, or that the rhythm gives. Raises RequestError without either."""
    review = dossier.reviews[find_review(dossier, "")]
    first = following(review, dossier)
    if not first:
        raise RequestError(word("calendar_no_date"))
    beginning = in_order(dossier)[0][0]
    name = dossier.name.text if dossier.name else ""
    return Meetings(
        uid=f"overleg-{beginning}@{dossier.edition}",
        sequence=len(dossier.reviews),
        stamp=dossier.saved if dossier.saved != NEVER else review.at,
        title=f"{word('calendar_title')}: {name}" if name else word("calendar_title"),
        text=word("calendar_text"),
        first=date.fromisoformat(first),
        rhythm=rhythm_of(dossier),
    )
