"""What the dossier itself knows and lists ask too: `neemt_over` names it as it names a point of another list. Data only.

The scripts send what stands there (docs/javascripts/instrument/settings.js); report/instrument/sources.py makes answers of it.
"""

from collections.abc import Mapping

from fii_widgets.instrument.model import Checklist, Input, Item, Option, Origin, Scale, Section
from fii_widgets.words import word

#: what 'van' may name; no item has one of these ids
NAME, RHYTHM, NEXT = "dossier-naam", "dossier-ritme", "dossier-volgende"
#: where each stands on /dossier/
PLACES: Mapping[str, str] = {NAME: "dossier-naam", RHYTHM: "overleg", NEXT: "overleg"}
#: a choice of the scale 'ritme' → the same as a dossier keeps it
RHYTHMS: Mapping[str, str] = {
    "tweewekelijks": "2-wekelijks",
    "maandelijks": "maandelijks",
    "driemaandelijks": "3-maandelijks",
}

_OPTIONS = tuple(Option(id=id_, label=word(kept)) for id_, kept in RHYTHMS.items())
_ITEMS = (
    Item(id=NAME, text=word("dossier_name"), input=Input.LINE, origin=Origin.OWN),
    Item(id=RHYTHM, text=word("rhythm"), scale=Scale(id=RHYTHM, options=_OPTIONS), origin=Origin.OWN),
    Item(id=NEXT, text=word("next_asked"), input=Input.DATE, origin=Origin.OWN),
)
#: the dossier as a list that gives answers; it is filled in nowhere as one
DOSSIER = Checklist(
    id="dossier",
    title=word("dossier"),
    intro="",
    origin=Origin.OWN,
    sections=(Section(id="dossier", title=word("dossier"), items=_ITEMS),),
)
