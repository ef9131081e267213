"""The operation on what was filled in elsewhere: what is offered, and what fills which place when it is taken."""

from dataclasses import asdict
from typing import Any

from fii_widgets.calls import given
from fii_widgets.calls.given import Reply, Request
from fii_widgets.dossier.answers import Answer, read_answers
from fii_widgets.instrument.model import Checklist
from fii_widgets.instrument.settings import PLACES
from fii_widgets.render.reports.summary import address
from fii_widgets.report.instrument.offers import Offer, all_at_once, offers, take
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.instrument.sources import of_dossier
from fii_widgets.report.instrument.subjects import about


def _offers(request: Request) -> Reply:
    """What may be taken over now; with `take`, also what goes where when those offers are taken.

    About a later `subject` than the first, places are called as those of the first.
    """
    sent = read_answers(request.get("answers", {}))
    instrument = own_list(given.instrument(request.get("instrument")), sent)
    answers = {**about(instrument, sent, int(request.get("subject", 1))), **of_dossier(request.get("known", {}))}
    if not isinstance(instrument, Checklist):
        return {"groups": [], "all": [], "puts": []}
    puts = take(instrument, answers, [str(key) for key in request.get("take", [])])
    answers.update({put.cell: Answer(choice=put.choice, note=put.note) for put in puts})
    groups = offers(instrument, answers)
    in_dossier, root, index = bool(request.get("dossier")), given.text(request, "root"), given.text(request, "index")
    shown = [
        {
            "place": group.place,
            "choose": group.choose,
            "offers": [_offer(offer, in_dossier, root, index) for offer in group.offers],
        }
        for group in groups
    ]
    return {"groups": shown, "all": all_at_once(groups), "puts": [asdict(put) for put in puts]}


def _offer(offer: Offer, in_dossier: bool, root: str, index: str) -> dict[str, Any]:
    """An offer as the page shows it: with a link to where it stands, and without what it would put where."""
    here = PLACES.get(offer.cell, offer.cell)
    there = "dossier/" if offer.cell in PLACES else f"checklists/{offer.instrument}/"
    return {
        "key": offer.key,
        "text": offer.text,
        "along": list(offer.along),
        "reason": offer.reason,
        "title": offer.title,
        "href": f"#{here}" if in_dossier else address(f"{there}#{here.replace('@', '-rij-')}", root, index),
    }


OPERATIONS = {"offers": _offers}
