"""The table of Dutch keys of `beeld` and `noemen`: which picture a summary draws, and what it names. Data only."""

from fii_widgets.instrument.picture import Named, PictureKind, PictureSpec, Side
from fii_widgets.instrument.shapes import IDENTIFIER, Pattern, Text
from fii_widgets.shapes.record import Key, Record
from fii_widgets.shapes.shape import ListOf, OneOf

_ID = Pattern(IDENTIFIER, "s1-01")

SIDE = Record(
    "zijde",
    Side,
    (
        Key("titel", Text(40), "hoe deze kant heet", "title"),
        Key("keuze", _ID, "de keuze waarbij het gewicht hier ligt", "choice"),
        Key("punten", ListOf(_ID), "de punten die bij deze kant horen", "items"),
    ),
)
PICTURE = Record(
    "beeld",
    PictureSpec,
    (
        Key("soort", OneOf(PictureKind), "wat het beeld laat zien", "kind"),
        Key("titel", Text(80), "de naam van het beeld, ook van de tabel eronder", "title"),
        Key("onderdelen", ListOf(_ID), "profiel: welke onderdelen; niets is alle", "sections", needed=False),
        Key("onderdeel", _ID, "het onderdeel met de rijen", "section", needed=False),
        Key("punten", ListOf(_ID), "dekking: de punten die iemand moet dekken", "items", needed=False),
        Key(
            "keuzes",
            ListOf(_ID, single=True),
            "dekking: de keuze die dekt; verdeling: de plekken die niet leeg mogen blijven",
            "choices",
            needed=False,
        ),
        Key("naam", _ID, "het punt met de naam van een rij", "name", needed=False),
        Key("groep", _ID, "dekking: het punt dat zegt waar iemand bij hoort", "group", needed=False),
        Key("groepen", ListOf(_ID), "dekking: de keuzes daarvan die er moeten zijn", "groups", needed=False),
        Key("omlaag", _ID, "verdeling: het punt waarvan de keuzes onder elkaar staan", "down", needed=False),
        Key("opzij", _ID, "verdeling: het punt waarvan de keuzes naast elkaar staan", "across", needed=False),
        Key("licht", _ID, "verdeling: het punt waarvan de keuze bij iemand staat", "light", needed=False),
        Key("reeks", ListOf(_ID), "doel-bereikt: regels met dezelfde woorden horen bij elkaar", "series", needed=False),
        Key("periode", _ID, "doel-bereikt: het punt met de periode", "period", needed=False),
        Key("datum", _ID, "doel-bereikt: het punt met de datum, voor de volgorde", "date", needed=False),
        Key("doel", _ID, "doel-bereikt: het punt met het beoogde aantal", "target", needed=False),
        Key("bereikt", _ID, "doel-bereikt: het punt met het bereikte aantal", "reached", needed=False),
        Key("telt", _ID, "doel-bereikt: het punt met wie meetelt", "counted", needed=False),
        Key("nadruk", _ID, "balans: het punt dat zegt waar het gewicht ligt", "weight", needed=False),
        Key("zijden", ListOf(SIDE, fewest=2), "balans: de twee kanten", "sides", needed=False),
    ),
)
NAMED = Record(
    "noemen",
    Named,
    (
        Key("keuzes", ListOf(_ID, single=True), "punten met deze keuze worden genoemd", "choices"),
        Key("titel", Text(80), "de kop boven die punten", "title"),
    ),
)
