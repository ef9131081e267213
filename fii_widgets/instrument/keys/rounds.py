"""The table of Dutch keys of a list that is filled in again and again. Data only; read with that of table.py."""

from fii_widgets.instrument.shapes import Number, YesNo
from fii_widgets.shapes.record import Key

ROUNDS = (
    Key(
        "rondes",
        YesNo(),
        "ja: een team vult de lijst telkens opnieuw in; elke gesloten ronde blijft bewaard",
        "rounds",
        needed=False,
    ),
    Key(
        "ronde_na",
        Number(1, 60),
        "na hoeveel maanden u een volgende ronde aanraadt; laat het weg als u daar niets over zegt",
        "round_after",
        needed=False,
    ),
)
