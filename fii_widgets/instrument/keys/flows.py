"""The table of Dutch keys of what flows from one instrument into another. Data only; read with that of table.py."""

from fii_widgets.instrument.flow import MOST_ROWS, Flow, Given, Giver
from fii_widgets.instrument.shapes import IDENTIFIER, Number, Pairs, Pattern, Text, YesNo
from fii_widgets.shapes.record import Key, Record
from fii_widgets.shapes.shape import ListOf

_ID = Pattern(IDENTIFIER, "sl-01")

#: filled in by the loader, so that a page has what an offer needs; authors name a source by its id
GIVER_KEY = "uit"

GIVEN = Record(
    "bron van een antwoord",
    Given,
    (
        Key("id", _ID, "id van het punt"),
        Key("tekst", Text(), "wat er gevraagd wordt", "text"),
        Key("keuzes", Pairs(), "keuze → label", "choices", needed=False),
        Key("lichten", Pairs(), "keuze → licht", "signals", needed=False),
    ),
)
GIVER = Record(
    "bron van een overname",
    Giver,
    (
        Key("instrument", _ID, "het andere instrument"),
        Key("titel", Text(120), "hoe het heet", "title"),
        Key("rijen", Number(0, MOST_ROWS), "hoeveel rijen het heeft", "most", needed=False),
        Key("per", YesNo(), "of de rijen ieder een hele lijst zijn", "subjects", needed=False),
        Key("elk", YesNo(), "of elk punt een bron is", "each", needed=False),
        Key("punten", ListOf(GIVEN), "de punten", "items"),
        Key("onder", Pairs(), "bereikt → beoogd", "below", needed=False),
    ),
)
FLOW = Record(
    "overname",
    Flow,
    (
        Key(
            "van",
            _ID,
            "id van een punt of veld van een ander instrument, of van dat hele instrument; of dossier-naam, dossier-ritme of dossier-volgende",
            "source",
        ),
        Key("naar", _ID, "id van een punt of veld van dit instrument", "target"),
        Key("tekst", Text(200), "waar het vandaan komt, met {rij} voor het nummer van de rij", "text"),
        Key(
            "mee", Pairs(), "wat er uit dezelfde rij of bij hetzelfde punt meekomt: daar → hier", "along", needed=False
        ),
        Key("zet", Pairs(), "welke keuze er hier dan bij hoort: punt → keuze", "fixed", needed=False),
        Key(
            "alleen_bij", ListOf(_ID, single=True), "alleen als daar een van deze keuzes staat", "choices", needed=False
        ),
        Key("alleen_met", _ID, "alleen als daar deze regel onder het punt is ingevuld", "needs", needed=False),
        Key("bij_regel", _ID, "alleen waar die regel van soort 'onder' daar spreekt", "rule", needed=False),
        Key("alleen_waar", _ID, "alleen in rijen waar dit punt hier is ingevuld", "only_where", needed=False),
        Key("samen", YesNo(), "ja: alles achter elkaar in één veld", "together", needed=False),
        Key(GIVER_KEY, GIVER, "vult het programma zelf in", "giver", needed=False),
    ),
)
