"""The table of Dutch keys of `beeld` and `noemen`: which picture a summary draws, and what it names. Data only."""

from typing import Any

from fii_widgets.instrument.picture import Named, PictureKind, PictureSpec, Side
from fii_widgets.instrument.shapes import IDENTIFIER, Key, ListOf, OneOf, Pattern, Record, Text

_ID = Pattern(IDENTIFIER, "s1-01")


def _picture(**attributes: Any) -> PictureSpec:
    return PictureSpec(**{**attributes, "kind": PictureKind(attributes["kind"])})


SIDE = Record(
    "zijde",
    Side,
    (
        Key("titel", "title", Text(40), "hoe deze kant heet"),
        Key("keuze", "choice", _ID, "de keuze waarbij het gewicht hier ligt"),
        Key("punten", "items", ListOf(_ID), "de punten die bij deze kant horen"),
    ),
)
PICTURE = Record(
    "beeld",
    _picture,
    (
        Key("soort", "kind", OneOf(tuple(kind.value for kind in PictureKind)), "wat het beeld laat zien"),
        Key("titel", "title", Text(80), "de naam van het beeld, ook van de tabel eronder"),
        Key("onderdelen", "sections", ListOf(_ID), "profiel: welke onderdelen; niets is alle", needed=False),
        Key("onderdeel", "section", _ID, "het onderdeel met de rijen", needed=False),
        Key("punten", "items", ListOf(_ID), "dekking: de punten die iemand moet dekken", needed=False),
        Key(
            "keuzes",
            "choices",
            ListOf(_ID, single=True),
            "dekking: de keuze die dekt; verdeling: de plekken die niet leeg mogen blijven",
            needed=False,
        ),
        Key("naam", "name", _ID, "het punt met de naam van een rij", needed=False),
        Key("groep", "group", _ID, "dekking: het punt dat zegt waar iemand bij hoort", needed=False),
        Key("groepen", "groups", ListOf(_ID), "dekking: de keuzes daarvan die er moeten zijn", needed=False),
        Key("omlaag", "down", _ID, "verdeling: het punt waarvan de keuzes onder elkaar staan", needed=False),
        Key("opzij", "across", _ID, "verdeling: het punt waarvan de keuzes naast elkaar staan", needed=False),
        Key("licht", "light", _ID, "verdeling: het punt waarvan de keuze bij iemand staat", needed=False),
        Key("reeks", "series", ListOf(_ID), "doel-bereikt: regels met dezelfde woorden horen bij elkaar", needed=False),
        Key("periode", "period", _ID, "doel-bereikt: het punt met de periode", needed=False),
        Key("datum", "date", _ID, "doel-bereikt: het punt met de datum, voor de volgorde", needed=False),
        Key("doel", "target", _ID, "doel-bereikt: het punt met het beoogde aantal", needed=False),
        Key("bereikt", "reached", _ID, "doel-bereikt: het punt met het bereikte aantal", needed=False),
        Key("telt", "counted", _ID, "doel-bereikt: het punt met wie meetelt", needed=False),
        Key("nadruk", "weight", _ID, "balans: het punt dat zegt waar het gewicht ligt", needed=False),
        Key("zijden", "sides", ListOf(SIDE, fewest=2), "balans: de twee kanten", needed=False),
    ),
)
NAMED = Record(
    "noemen",
    Named,
    (
        Key("keuzes", "choices", ListOf(_ID, single=True), "punten met deze keuze worden genoemd"),
        Key("titel", "title", Text(80), "de kop boven die punten"),
    ),
)
