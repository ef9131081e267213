"""The table of Dutch keys that tell a team when it fills in a list, with whom and how long. Data only; read with table.py."""

from fii_widgets.instrument.shapes import Number, Text, YesNo
from fii_widgets.shapes.record import Key

TEAM = (
    Key("wanneer", Text(160), "op welk moment u het invult", "moment", needed=False),
    Key("wie", Text(160), "met wie u het invult", "with_whom", needed=False),
    Key("route", YesNo(), "ja: een van de hoogstens twee lijsten die een team in deze fase doet", needed=False),
    Key(
        "minuten",
        Number(1, 480),
        "hoe lang het duurt, naar uw schatting; laat het weg als de telling van de punten klopt",
        "minutes",
        needed=False,
    ),
)
