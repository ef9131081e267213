"""The table of Dutch keys of what flows from one instrument into another. Data only; read with that of fields.py."""

from typing import Any

from fii_widgets.instrument.flow import MOST_ROWS, Flow, Given, Giver
from fii_widgets.instrument.shapes import IDENTIFIER, Key, ListOf, Number, OneOf, Pairs, Pattern, Record, Text

_ID = Pattern(IDENTIFIER, "sl-01")
_YES = OneOf(("ja", "nee"))

#: filled in by the loader, so that a page has what an offer needs; authors name a source by its id
GIVER_KEY = "uit"


def _giver(each: str = "nee", **rest: Any) -> Giver:
    return Giver(each=each == "ja", **rest)


def _flow(together: str = "nee", **rest: Any) -> Flow:
    return Flow(together=together == "ja", **rest)


GIVEN = Record(
    "bron van een antwoord",
    Given,
    (
        Key("id", "id", _ID, "id van het punt"),
        Key("tekst", "text", Text(), "wat er gevraagd wordt"),
        Key("keuzes", "choices", Pairs(), "keuze → label", needed=False),
    ),
)
GIVER = Record(
    "bron van een overname",
    _giver,
    (
        Key("instrument", "instrument", _ID, "het andere instrument"),
        Key("titel", "title", Text(120), "hoe het heet"),
        Key("rijen", "most", Number(0, MOST_ROWS), "hoeveel rijen het heeft", needed=False),
        Key("elk", "each", _YES, "of elk punt een bron is", needed=False),
        Key("punten", "items", ListOf(GIVEN), "de punten"),
        Key("onder", "below", Pairs(), "bereikt → beoogd", needed=False),
    ),
)
FLOW = Record(
    "overname",
    _flow,
    (
        Key("van", "source", _ID, "id van een punt of veld van een ander instrument, of van dat hele instrument"),
        Key("naar", "target", _ID, "id van een punt of veld van dit instrument"),
        Key("tekst", "text", Text(200), "waar het vandaan komt, met {rij} voor het nummer van de rij"),
        Key(
            "mee", "along", Pairs(), "wat er uit dezelfde rij of bij hetzelfde punt meekomt: daar → hier", needed=False
        ),
        Key("zet", "fixed", Pairs(), "welke keuze er hier dan bij hoort: punt → keuze", needed=False),
        Key(
            "alleen_bij", "choices", ListOf(_ID, single=True), "alleen als daar een van deze keuzes staat", needed=False
        ),
        Key("alleen_met", "needs", _ID, "alleen als daar deze regel onder het punt is ingevuld", needed=False),
        Key("bij_regel", "rule", _ID, "alleen waar die regel van soort 'onder' daar spreekt", needed=False),
        Key("alleen_waar", "only_where", _ID, "alleen in rijen waar dit punt hier is ingevuld", needed=False),
        Key("samen", "together", _YES, "ja: alles achter elkaar in één veld", needed=False),
        Key(GIVER_KEY, "giver", GIVER, "vult het programma zelf in", needed=False),
    ),
)
