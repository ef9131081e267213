"""The table of Dutch keys of what is asked for each of several. Data only; read with that of table.py."""

from fii_widgets.instrument.flow import MOST_ROWS
from fii_widgets.instrument.model import Rows
from fii_widgets.instrument.shapes import IDENTIFIER, Number, Pattern, Text
from fii_widgets.shapes.record import Key, Record

_CHOSEN = Pattern(IDENTIFIER, "sl-gekozen")

ROWS = Record(
    "rijen",
    Rows,
    (
        Key("naam", Text(40), "hoe één rij heet: Kandidaat, Persoon, Taak", "noun"),
        Key("van", Number(1, MOST_ROWS), "hoeveel rijen er om te beginnen staan", "fewest"),
        Key("tot", Number(1, MOST_ROWS), "hoeveel rijen er hoogstens zijn, ook op papier", "most"),
        Key("gekozen", _CHOSEN, "het veld met de naam van de rij die is gekozen", "chosen", needed=False),
    ),
)
SUBJECTS = Record(
    "per",
    Rows,
    (
        Key("naam", Text(40), "voor wie of wat telkens: Kandidaat; hoe die heet, staat in het eerste veld", "noun"),
        Key("tot", Number(2, MOST_ROWS), "voor hoeveel er hoogstens", "most"),
        Key("gekozen", _CHOSEN, "het veld van een andere lijst met de naam van wie is gekozen", "chosen", needed=False),
    ),
)
