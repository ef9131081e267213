"""Forms that the handbook avoids: what to write instead, where a form may stand and why. Data; lint/language/wording.py reads it."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """One form that the handbook avoids."""

    pattern: str  #: within one line; its group, or the whole, is what is named
    instead: str  #: Dutch, to an author
    example: str  #: a line in which it is named
    allowed: str = ""  #: a line that looks like it and is left alone
    unless: str = ""  #: words on the line with which the form is right
    why: str = ""  #: why it is right there

    def found(self, line: str) -> str:
        """Return what stands in a line and should not, or an empty text."""
        if self.unless and re.search(self.unless, line, re.I):
            return ""
        found = re.search(self.pattern, line)
        return found[found.lastindex or 0] if found else ""


_DOES = (
    "is|was|komt|staat|heeft|wordt|geeft|blijft|hoort|gaat|laat|maakt|werkt|bevat|telt|kan|mag|zegt|begint|vraagt|loopt|"
    "doet|ziet|krijgt|vindt|moet|neemt|houdt|past|leest|toont|noemt|helpt|verschijnt|verdwijnt|ontbreekt|verandert|schrijft|kijkt|bewaart"
)
_THINGS = "lijsten|kaarten|pagina’s|instrumenten|punten|vragen|regels|bestanden|antwoorden|fasen|subfasen|plannen"
_PEOPLE = (
    r"\b(?:mens|men|medewerk|uitvoerder|organisatie|burger|lid|leden|team|ouder|collega|partij|gemeente|wie|zij|u)\w*"
)

FORMS = (
    Form(r"\b[Mm]en\b", "noem wie het doet", "Zo doet men dat.", "Samen met mensen."),
    Form(
        r"\b[Hh]aar\b",
        "herhaal het woord, of schrijf ‘die’",
        "Wie de lijst kent, vult haar in.",
        "Een vrouw krijgt hulp bij het grootbrengen van haar kind.",
        r"\b(?:vrouw|moeder|organisatie|groep)",
        "een vrouw is geen ding; een organisatie en een groep bestaan uit mensen",
    ),
    Form(
        rf"(?:\b[Zz]ij|(?:^|[,;:.] )[Zz]e) (?:{_DOES})\b|\b(?:{_DOES}) zij\b",
        "herhaal het woord, of schrijf ‘die’",
        "Een eigen lijst; zij komt niet uit de handreiking.",
        "Een vrouw vertelt wat zij heeft gedaan.",
        r"\b(?:vrouw|moeder)",
        "een vrouw is geen ding",
    ),
    Form(
        rf"\b(?:{_THINGS})\b[^.!?;:]*\b(hun)\b",
        "schrijf ‘de … ervan’, of herhaal het woord",
        "De lijsten en hun punten staan hieronder.",
        "De vragen gaan naar medewerkers en hun leiding.",
        _PEOPLE,
        "het slaat dan op die mensen",
    ),
    Form(r"\b[Hh]un (?:hebben|zijn|willen|kunnen|gaan|moeten|zeggen)\b", "schrijf ‘zij’", "Hun moeten dat weten."),
    Form(r"\b(?:het|de) (?:hunne|hare)\b", "zeg wie de eigenaar is", "Zij zien het als het hunne."),
    Form(
        r"(?<!-)\b(?:[Mm]ens|[Mm]an)kracht\b",
        "schrijf hoeveel mensen en uren",
        "Hoeveel menskracht is er?",
        "Het punt heet ok-mankracht.",
    ),
    Form(
        r"\bgroen licht (?:ge|ga|kr)\w+|\b(?:ga|ge)\w* groen licht\b",
        "schrijf ‘akkoord’",
        "Ieder moet groen licht geven.",
        "Staat elk licht op groen?",
    ),
    Form(r"\b[Dd]rie pijlers\b", "schrijf ‘drie dragers’", "Let op de drie pijlers.", "De figuur heet CFIR pijlers."),
    Form(
        r"\b[Pp]apieren\b(?! [a-z]*(?:formulier|lijst|versie|kaart))",
        "schrijf ‘administratie’, of ‘stukken voor het overleg’",
        "Breng de papieren op orde.",
        "Het is een papieren formulier.",
    ),
    Form(r"\b[Bb]ekwaamheden\b", "schrijf ‘competenties’", "Dat vraagt bekwaamheden.", "Het gaat om bekwaamheid."),
    Form(r"\b[Pp]raktijkwerkers?\b", "schrijf ‘uitvoerder’", "De praktijkwerker telt mee."),
    Form(r"\b[Vv]erkenningscommissies?\b", "schrijf ‘Erkenningscommissie’", "Een verkenningscommissie oordeelt."),
    Form(r"\b[Bb]ewustwording\b", "zeg waarvan mensen zich bewust worden", "Het begint met bewustwording."),
    Form(r"\bvan mens tot mens\b", "schrijf ‘onder vier ogen’", "Praat van mens tot mens."),
    Form(
        r"(?<!PPMO )\bFrontlijn \(Frontlijn\)",
        "schrijf één keer ‘Frontlijn’",
        "Mensen van Frontlijn (Frontlijn) vertellen.",
        "Mensen van PPMO Frontlijn (Frontlijn) vertellen.",
        why="zo staat de korte naam bij de volle",
    ),
    Form(
        r"(?<=\w )Gereedschap\b|\[Gereedschap\]",
        "dat deel heet ‘Uitvoeren in de wijk’",
        "Zie het deel Gereedschap.",
        "Een gereedschap voor teams.",
    ),
    Form(r"(?<=\w )Checklists\b|\[Checklists\]", "dat deel heet ‘Invullen’", "Zie Checklists.", "Twee checklists."),
)
