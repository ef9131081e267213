"""A dossier → which papers can be made of it, which formats fit each, and what is still missing. Pure; makes none."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from fii_widgets.dossier.records import Dossier, ReviewState
from fii_widgets.dossier.shown import shown
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.instrument.subjects import fillings
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.meetings.coming import coming
from fii_widgets.report.meetings.lights import in_order
from fii_widgets.report.meetings.list_actions import with_list_actions
from fii_widgets.report.papers.dates import meetings, owners
from fii_widgets.report.papers.make import KINDS
from fii_widgets.report.papers.meetings import COMING
from fii_widgets.words import word
from fii_widgets.words.common import day

#: to the printer of the page, and so to PDF: no file of ours
PRINT = "print"
CALENDAR = "afspraken"
#: the open standard of documents before that of one maker
_TEXT = (PRINT, "odt", "docx", "ods", "xlsx", "html", "md")
_TABLES = (PRINT, "odt", "docx", "ods", "xlsx", "csv", "html", "md")

#: kind → the formats that fit, in the order in which they are offered. A workbook has a sheet with the text and one a
#: table; a CSV file holds tables only, so it would leave the decisions out of a report and is not offered for prose
FITTING: Mapping[str, tuple[str, ...]] = {
    "agenda": _TEXT,
    "overleg": _TEXT,
    "acties": (*_TABLES, "ics", "ics-taken"),
    "plan-van-aanpak": _TABLES,
    "implementatieplan": _TABLES,
    "condities": _TABLES,
    "monitor": _TABLES,
    "instrument": _TABLES,
    "dossier": _TEXT,
    CALENDAR: ("ics",),
}

#: kind → the lists of which one has to be filled in
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "plan-van-aanpak": ("plan-van-aanpak",),
    "implementatieplan": ("implementatieplan", "condities"),
    "condities": ("condities",),
    "monitor": ("outputmonitor",),
}

#: kind → its Dutch name, in the order of the list on the page
NAMES: Mapping[str, str] = {kind: word("kind_calendar") if kind == CALENDAR else KINDS[kind] for kind in FITTING}


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One paper that a team may ask for."""

    kind: str
    missing: str = ""  #: what has to be there first; empty: it can be made
    #: (id, title) of the reviews or instruments to choose from, newest first; of actions (owner, owner), for a calendar
    of: tuple[tuple[str, str], ...] = ()


def offers(instruments: Sequence[Instrument], dossier: Dossier) -> tuple[Offer, ...]:
    """Return an offer for every kind of FITTING, in that order. Never raises on a dossier that could be opened."""
    whole, dossier = dossier, shown(dossier)
    own = tuple((one.id, one.title) for one in instruments if _is_filled(one, dossier))
    filled = {id_ for id_, _ in own}
    if any(not place.gone and place.answers for place in dossier.places.values()):
        filled.add("outputmonitor")
    reviews, agendas = _reviews(dossier), _agendas(whole)
    missing = {
        "agenda": _unless(agendas or reviews, "missing_review"),
        "overleg": _unless(reviews, "missing_review"),
        "acties": _unless(_acts(dossier, instruments), "missing_actions"),
        "instrument": _unless(own, "paper_nothing"),
        "dossier": _unless(own or dossier.actions or dossier.reviews, "paper_nothing"),
        CALENDAR: _calendar(whole),
    }
    titles = {one.id: one.title for one in instruments}
    missing |= {kind: _lacking(filled, needed, titles) for kind, needed in _NEEDS.items()}
    names = tuple((one, one) for one in owners(dossier, instruments))
    of = {"agenda": agendas, "overleg": reviews, "instrument": own, "acties": names}
    return tuple(Offer(kind=kind, missing=missing[kind], of=of.get(kind, ())) for kind in FITTING)


def _unless(there: object, why: str) -> str:
    return "" if there else word(why)


def _lacking(filled: Set[str], needed: Sequence[str], titles: Mapping[str, str]) -> str:
    """Say which lists are to be filled in first; one of them is enough."""
    if filled & {*needed}:
        return ""
    first, *more = [titles.get(id_, id_) for id_ in needed]
    return word("missing_both", title=first, other=more[0]) if more else word("missing_filled", title=first)


def _is_filled(instrument: Instrument, dossier: Dossier) -> bool:
    return any(not summarise(*filling).empty for filling in fillings(instrument, dossier.answers))


def _acts(dossier: Dossier, instruments: Sequence[Instrument]) -> bool:
    own = [own_list(one, dossier.answers) for one in instruments]
    return bool(with_list_actions(dossier, own).actions)


def _reviews(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    return tuple((id_, _name(dossier, id_)) for id_, _ in reversed(in_order(dossier)))


def _agendas(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The meeting to come first, where there is one: nobody needs the agenda of one that was."""
    next_ = coming(dossier)
    first = ((COMING, word("review_to_come", day=day(next_.date))),) if next_ else ()
    return (*first, *_reviews(shown(dossier)))


def _name(dossier: Dossier, id_: str) -> str:
    review = dossier.reviews[id_]
    return word("review_of_open" if review.state is ReviewState.OPEN else "review_of", day=day(review.date))


def _calendar(dossier: Dossier) -> str:
    try:
        meetings(dossier)
    except RequestError:
        return word("missing_date" if shown(dossier).reviews else "missing_review")
    return ""
