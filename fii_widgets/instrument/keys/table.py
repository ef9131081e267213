"""The table of Dutch keys: what may stand in an instrument's file, and which part of the model it becomes.

Read by the parser and by the JSON Schema, so that the check and the editor's help cannot differ. Data only.
"""

from collections.abc import Mapping

from fii_widgets.instrument.keys.flows import FLOW
from fii_widgets.instrument.keys.pictures import NAMED, PICTURE
from fii_widgets.instrument.keys.rounds import ROUNDS
from fii_widgets.instrument.keys.rows import ROWS, SUBJECTS
from fii_widgets.instrument.keys.source import SOURCE
from fii_widgets.instrument.keys.team import TEAM
from fii_widgets.instrument.model import (
    ActionColumns,
    Asked,
    Checklist,
    Field,
    FollowUp,
    Input,
    Item,
    Kind,
    Link,
    Option,
    Origin,
    Rule,
    RuleKind,
    Scale,
    Section,
    Signal,
)
from fii_widgets.instrument.shapes import DAY, IDENTIFIER, Number, Pairs, Pattern, Text, YesNo
from fii_widgets.instrument.tree import DecisionTree, Outcome, TableLabels
from fii_widgets.shapes.record import Key, Record
from fii_widgets.shapes.shape import ListOf, OneOf

_KINDS = (
    "het soort instrument: checklist (punten op een schaal), matrix (rijen naast elkaar), plan (wie doet wat wanneer), "
    "monitor (aantallen tegen een doel), kaart (om over na te denken, zonder oordeel) of beslisboom (vragen met een uitkomst)"
)
_RULES = (
    "waar de regel naar kijkt: aantal (hoeveel rijen er zijn), ontbreekt (een keuze die nergens is gemaakt), scheef (één "
    "keuze bij te veel rijen), keuze (punten met deze keuzes), onder (een getal onder zijn doel), leeg (punten of velden die niet zijn "
    "ingevuld), verschilt (rijen die niet hetzelfde zeggen) of volgorde (datums die andersom staan)"
)
_ID = Pattern(IDENTIFIER, "s1-01")
#: what is an organisation's own rests on no passage, and need not stand in a page of the handbook
OWN = ("herkomst", Origin.OWN.value)


LINK = Record(
    "lees",
    Link,
    (
        Key("id", Pattern(IDENTIFIER, "sf-1a"), "id van een pagina of kop", "target"),
        Key("titel", Text(), "wat de link zegt", "title", needed=False),
        Key("adres", Text(), "het adres vanaf de wortel van de site", "address", needed=False),
    ),
    short=True,
)
_READ = Key(
    "lees", ListOf(LINK, single=True), "id van de pagina of kop waar de lezer verder leest", "read", needed=False
)
_PROVENANCE = (
    Key(
        "herkomst",
        OneOf(Origin),
        "letterlijk: staat zo in de bron; afgeleid: door ons uit de bron gehaald; eigen: van uw eigen organisatie",
        "origin",
    ),
    Key("bron", SOURCE, "de passage waarop dit rust", "source", never=OWN),
)
OPTION = Record(
    "keuze",
    Option,
    (
        Key("id", _ID, "wat in het dossier komt te staan"),
        Key("label", Text(40), "wat de lezer ziet"),
        Key(
            "signaal",
            OneOf(Signal),
            "het licht dat bij de keuze hoort; geen: de keuze is geen oordeel",
            "signal",
            needed=False,
        ),
        Key("betekenis", Text(300), "wat het zegt als iemand dit kiest", "meaning", needed=False),
        Key("telling_een", Text(120), "de telling bij één punt: '1 punt staat op rood'", "count_one", needed=False),
        Key(
            "telling_meer", Text(120), "de telling bij meer punten, met {n} voor het getal", "count_many", needed=False
        ),
    ),
)
SCALE = Record(
    "schaal",
    Scale,
    (
        Key("id", _ID, "naam van de schaal"),
        Key("keuzes", ListOf(OPTION, fewest=2), "de keuzes, in volgorde", "options"),
    ),
)
FOLLOW_UP = Record(
    "vervolg",
    FollowUp,
    (
        Key("bij", ListOf(_ID, single=True), "bij welke keuze dit verschijnt", "on"),
        Key("tekst", Text(), "wat u dan vraagt of doet", "text"),
        _READ,
        *_PROVENANCE,
    ),
)
ITEM = Record(
    "punt",
    Item,
    (
        Key("id", _ID, "blijvend en uniek in het hele handboek"),
        Key("tekst", Text(300), "één zin", "text"),
        Key("anders_sinds", Pattern(DAY, "2026-12-01"), "de dag waarop de zin anders werd", "reworded", needed=False),
        Key("toelichting", Text(600), "uitleg onder de zin", "help", needed=False),
        Key(
            "invoer",
            OneOf(Input),
            "hoe het wordt ingevuld: keuze (uit een schaal), tekst (één regel), lang (meer regels), getal of datum",
            "input",
            needed=False,
        ),
        Key("schaal", SCALE, "de keuzes bij dit punt", "scale", needed=False),
        Key("alleen_bij", Pairs(), "telt alleen mee als dat punt die keuze heeft", "only_with", needed=False),
        Key("vervolg", ListOf(FOLLOW_UP), "wat er bij een keuze te vragen of te doen is", "follow_ups", needed=False),
        _READ,
        *_PROVENANCE,
    ),
)
SECTION = Record(
    "onderdeel",
    Section,
    (
        Key("id", _ID, "uniek in dit instrument"),
        Key("titel", Text(120), "kop boven de punten", "title"),
        Key("rijen", ROWS, "de punten worden per rij gevraagd, bijvoorbeeld per kandidaat", "rows", needed=False),
        Key("punten", ListOf(ITEM), "de punten", "items"),
    ),
)
FIELD = Record(
    "veld",
    Field,
    (
        Key("id", _ID, "blijvend en uniek in het hele handboek"),
        Key("label", Text(120), "wat er in te vullen is"),
        Key("toelichting", Text(300), "uitleg", "help", needed=False),
    ),
)
ASKED = Record(
    "vraag",
    Asked,
    (
        Key("id", _ID, "komt achter het id van elk punt"),
        Key("label", Text(120), "wat er bij elk punt wordt gevraagd"),
    ),
)
ACTIONS = Record(
    "actie",
    ActionColumns,
    (
        Key("wat", _ID, "het punt, of de regel onder elk punt, waar staat wat iemand gaat doen", "what"),
        Key("wie", _ID, "het punt in dezelfde rij waar staat wie het doet", "who", needed=False),
        Key("wanneer", _ID, "het punt in dezelfde rij met de datum", "when", needed=False),
    ),
)
RULE = Record(
    "regel",
    Rule,
    (
        Key("id", _ID, "uniek in dit instrument"),
        Key("soort", OneOf(RuleKind), _RULES, "kind"),
        Key("tekst", Text(), "wat de lezer dan leest", "text"),
        Key("onderdeel", _ID, "het onderdeel met de rijen", "section", needed=False),
        Key("punt", _ID, "het punt waar het om gaat", "item", needed=False),
        Key(
            "punten",
            ListOf(_ID),
            "de punten waar het om gaat; bij 'volgorde': de datums, de vroegste eerst; bij 'leeg' mag ook een veld",
            "items",
            needed=False,
        ),
        Key("keuzes", ListOf(_ID, single=True), "de keuzes die tellen", "choices", needed=False),
        Key("van", Number(0, 100), "het laagste aantal dat goed is", "low", needed=False),
        Key("tot", Number(0, 100), "het hoogste aantal dat goed is", "high", needed=False),
        Key("vanaf", Number(1, 100), "vanaf hoeveel punten dit verschijnt", "low", needed=False),
        Key("deel", Number(1, 100), "vanaf welk deel van de rijen, in procenten", "share", needed=False),
        Key("doel", _ID, "het punt met het beoogde aantal", "target", needed=False),
        _READ,
        *_PROVENANCE,
    ),
)
OUTCOME = Record(
    "uitkomst",
    Outcome,
    (
        Key("id", _ID, "uniek in dit instrument"),
        Key("als", Pairs(), "de antwoorden waarbij dit de uitkomst is", "when"),
        Key("titel", Text(160), "de uitkomst in één regel", "title"),
        Key("tekst", Text(), "uitleg bij de uitkomst", "text"),
        Key("advies", YesNo(), "nee: de bron zegt hier niets, en wij dus ook niet", "advice", needed=False),
        _READ,
        *_PROVENANCE,
    ),
)
TABLE = Record(
    "tabel",
    TableLabels,
    (
        Key("titel", Text(120), "bijschrift van de tabel", "caption"),
        Key("rijen", Pairs(), "keuze van de eerste vraag → kop van de rij", "rows"),
        Key("kolommen", Pairs(), "keuze van de tweede vraag → kop van de kolom", "columns"),
    ),
)
_COMMON = (
    Key("id", _ID, "gelijk aan de bestandsnaam"),
    Key("soort", OneOf((*Kind, "beslisboom")), _KINDS, "kind"),
    Key("titel", Text(120), "naam van het instrument", "title"),
    Key("fase", Number(1, 6), "bij welke fase het hoort", "phase", needed=False),
    Key("inleiding", Text(), "waarvoor het is", "intro"),
    Key("volgorde", Number(1, 99), "waar het binnen de fase staat", "order", needed=False),
    *TEAM,
    Key("staat_op", ListOf(_ID, single=True), "ids van de pagina's waarop het staat", "explained_on", unless=OWN),
    Key("velden", ListOf(FIELD), "regels om op te schrijven", "fields", needed=False),
    Key("altijd", Text(), "zin onder elke samenvatting", "always", needed=False),
    _READ,
    Key("organisatie", Text(120), "van wie de eigen punten zijn", "organisation", needed=False),
    *_PROVENANCE,
)
CHECKLIST = Record(
    "checklist",
    Checklist,
    (
        *_COMMON,
        Key("per", SUBJECTS, "de hele lijst wordt voor elk apart ingevuld", "subjects", needed=False),
        *ROUNDS,
        Key(
            "neemt_over",
            ListOf(FLOW),
            "wat hier wordt aangeboden omdat het elders al is ingevuld",
            "flows",
            needed=False,
        ),
        Key("bij_elk_punt", ListOf(ASKED), "wat er onder elk punt wordt gevraagd", "asked", needed=False),
        Key(
            "acties",
            ListOf(ACTIONS, single=True),
            "wat hiervan ook bij de acties van het team staat",
            "actions",
            needed=False,
        ),
        Key("regels", ListOf(RULE), "waarschuwingen en raad, met hun reden", "rules", needed=False),
        Key("alles_groen", Text(), "wat er staat als niets opvalt", "all_green", needed=False),
        Key("beeld", ListOf(PICTURE, single=True), "wat de samenvatting tekent", "pictures", needed=False),
        Key("noemen", NAMED, "wat de samenvatting ook noemt als het geen zorg is", "named", needed=False),
        Key("onderdelen", ListOf(SECTION), "de onderdelen met hun punten", "sections"),
    ),
)
DECISION_TREE = Record(
    "beslisboom",
    lambda kind, **rest: DecisionTree(**rest),
    (
        *_COMMON,
        Key("vragen", ListOf(ITEM), "de vragen, in volgorde", "questions"),
        Key("uitkomsten", ListOf(OUTCOME, fewest=2), "één uitkomst voor elke combinatie van antwoorden", "outcomes"),
        Key("tabel", TABLE, "hoe de boom als tabel wordt afgedrukt", "table", needed=False),
        Key("onbeslist", Text(), "wat de lezer doet zolang een antwoord onbekend is", "undecided"),
    ),
)
KINDS: Mapping[str, Record] = {**dict.fromkeys(Kind, CHECKLIST), "beslisboom": DECISION_TREE}
