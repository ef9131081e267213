"""The table of Dutch keys: what may stand in an instrument's file, and which part of the model it becomes.

Read by the parser and by the JSON Schema, so that the check and the editor's help cannot differ. Data only.
"""

from collections.abc import Callable, Mapping
from typing import Any

from fii_widgets.instrument.flow import MOST_ROWS
from fii_widgets.instrument.keys.flows import FLOW
from fii_widgets.instrument.keys.pictures import NAMED, PICTURE
from fii_widgets.instrument.model import (
    Asked,
    Checklist,
    DecisionTree,
    Field,
    FollowUp,
    Input,
    Item,
    Kind,
    Link,
    Option,
    Origin,
    Outcome,
    Rows,
    Rule,
    RuleKind,
    Scale,
    Section,
    Signal,
    Source,
    TableLabels,
)
from fii_widgets.instrument.shapes import IDENTIFIER, LINES, Key, ListOf, Number, OneOf, Pairs, Pattern, Record, Text

DOCUMENTS = ("handreiking", "tool-implementatie", "verslag")

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
_ORIGIN = OneOf(tuple(origin.value for origin in Origin))
#: what is an organisation's own rests on no passage, and need not stand in a page of the handbook
OWN = ("herkomst", Origin.OWN.value)


def _with_origin(build: Callable[..., Any]) -> Callable[..., Any]:
    return lambda **attributes: build(**{**attributes, "origin": Origin(attributes["origin"])})


def _typed(attributes: dict[str, Any], **kinds: Callable[[str], Any]) -> dict[str, Any]:
    """Turn words into members of a closed set, where they were given."""
    return {name: kinds[name](value) if name in kinds else value for name, value in attributes.items()}


def _option(**attributes: Any) -> Option:
    return Option(**{**attributes, "signal": Signal(attributes.get("signal", Signal.NONE))})


SOURCE = Record(
    "bron",
    Source,
    (
        Key("document", "document", OneOf(DOCUMENTS), "welk brondocument"),
        Key("regels", "lines", Pattern(LINES, '"257-271, 301"'), "de regels in dat document"),
    ),
)
LINK = Record(
    "lees",
    Link,
    (
        Key("id", "target", Pattern(IDENTIFIER, "sf-1a"), "id van een pagina of kop"),
        Key("titel", "title", Text(), "wat de link zegt", needed=False),
        Key("adres", "address", Text(), "het adres vanaf de wortel van de site", needed=False),
    ),
    shorthand=Pattern(IDENTIFIER, "sf-1a"),
    unshorten=lambda target: Link(target=target),
)
_READ = Key(
    "lees", "read", ListOf(LINK, single=True), "id van de pagina of kop waar de lezer verder leest", needed=False
)
_PROVENANCE = (
    Key(
        "herkomst",
        "origin",
        _ORIGIN,
        "letterlijk: staat zo in de bron; afgeleid: door ons uit de bron gehaald; eigen: van uw eigen organisatie",
    ),
    Key("bron", "source", SOURCE, "de passage waarop dit rust", never=OWN),
)
OPTION = Record(
    "keuze",
    _option,
    (
        Key("id", "id", _ID, "wat in het dossier komt te staan"),
        Key("label", "label", Text(40), "wat de lezer ziet"),
        Key(
            "signaal",
            "signal",
            OneOf(tuple(signal.value for signal in Signal)),
            "het licht dat bij de keuze hoort; geen: de keuze is geen oordeel",
            needed=False,
        ),
        Key("betekenis", "meaning", Text(300), "wat het zegt als iemand dit kiest", needed=False),
        Key("telling_een", "count_one", Text(120), "de telling bij één punt: '1 punt staat op rood'", needed=False),
        Key(
            "telling_meer", "count_many", Text(120), "de telling bij meer punten, met {n} voor het getal", needed=False
        ),
    ),
)
SCALE = Record(
    "schaal",
    Scale,
    (
        Key("id", "id", _ID, "naam van de schaal"),
        Key("keuzes", "options", ListOf(OPTION, fewest=2), "de keuzes, in volgorde"),
    ),
)
FOLLOW_UP = Record(
    "vervolg",
    _with_origin(FollowUp),
    (
        Key("bij", "on", ListOf(_ID, single=True), "bij welke keuze dit verschijnt"),
        Key("tekst", "text", Text(), "wat u dan vraagt of doet"),
        _READ,
        *_PROVENANCE,
    ),
)
ITEM = Record(
    "punt",
    lambda **attributes: _with_origin(Item)(**_typed(attributes, input=Input)),
    (
        Key("id", "id", _ID, "blijvend en uniek in het hele handboek"),
        Key("tekst", "text", Text(300), "één zin"),
        Key("toelichting", "help", Text(600), "uitleg onder de zin", needed=False),
        Key(
            "invoer",
            "input",
            OneOf(tuple(i.value for i in Input)),
            "hoe het wordt ingevuld: keuze (uit een schaal), tekst (één regel), lang (meer regels), getal of datum",
            needed=False,
        ),
        Key("schaal", "scale", SCALE, "de keuzes bij dit punt", needed=False),
        Key("alleen_bij", "only_with", Pairs(), "telt alleen mee als dat punt die keuze heeft", needed=False),
        Key("vervolg", "follow_ups", ListOf(FOLLOW_UP), "wat er bij een keuze te vragen of te doen is", needed=False),
        _READ,
        *_PROVENANCE,
    ),
)
ROWS = Record(
    "rijen",
    Rows,
    (
        Key("naam", "noun", Text(40), "hoe één rij heet: Kandidaat, Persoon, Taak"),
        Key("van", "fewest", Number(1, MOST_ROWS), "hoeveel rijen er om te beginnen staan"),
        Key("tot", "most", Number(1, MOST_ROWS), "hoeveel rijen er hoogstens zijn, ook op papier"),
    ),
)
SECTION = Record(
    "onderdeel",
    Section,
    (
        Key("id", "id", _ID, "uniek in dit instrument"),
        Key("titel", "title", Text(120), "kop boven de punten"),
        Key("rijen", "rows", ROWS, "de punten worden per rij gevraagd, bijvoorbeeld per kandidaat", needed=False),
        Key("punten", "items", ListOf(ITEM), "de punten"),
    ),
)
FIELD = Record(
    "veld",
    Field,
    (
        Key("id", "id", _ID, "blijvend en uniek in het hele handboek"),
        Key("label", "label", Text(120), "wat er in te vullen is"),
        Key("toelichting", "help", Text(300), "uitleg", needed=False),
    ),
)
ASKED = Record(
    "vraag",
    Asked,
    (
        Key("id", "id", _ID, "komt achter het id van elk punt"),
        Key("label", "label", Text(120), "wat er bij elk punt wordt gevraagd"),
    ),
)
RULE = Record(
    "regel",
    lambda **attributes: _with_origin(Rule)(**_typed(attributes, kind=RuleKind)),
    (
        Key("id", "id", _ID, "uniek in dit instrument"),
        Key("soort", "kind", OneOf(tuple(kind.value for kind in RuleKind)), _RULES),
        Key("tekst", "text", Text(), "wat de lezer dan leest"),
        Key("onderdeel", "section", _ID, "het onderdeel met de rijen", needed=False),
        Key("punt", "item", _ID, "het punt waar het om gaat", needed=False),
        Key(
            "punten",
            "items",
            ListOf(_ID),
            "de punten waar het om gaat; bij 'volgorde': de datums, de vroegste eerst; bij 'leeg' mag ook een veld",
            needed=False,
        ),
        Key("keuzes", "choices", ListOf(_ID, single=True), "de keuzes die tellen", needed=False),
        Key("van", "low", Number(0, 100), "het laagste aantal dat goed is", needed=False),
        Key("tot", "high", Number(0, 100), "het hoogste aantal dat goed is", needed=False),
        Key("vanaf", "low", Number(1, 100), "vanaf hoeveel punten dit verschijnt", needed=False),
        Key("deel", "share", Number(1, 100), "vanaf welk deel van de rijen, in procenten", needed=False),
        Key("doel", "target", _ID, "het punt met het beoogde aantal", needed=False),
        _READ,
        *_PROVENANCE,
    ),
)
OUTCOME = Record(
    "uitkomst",
    lambda advice="ja", **rest: _with_origin(Outcome)(advice=advice == "ja", **rest),
    (
        Key("id", "id", _ID, "uniek in dit instrument"),
        Key("als", "when", Pairs(), "de antwoorden waarbij dit de uitkomst is"),
        Key("titel", "title", Text(160), "de uitkomst in één regel"),
        Key("tekst", "text", Text(), "uitleg bij de uitkomst"),
        Key(
            "advies", "advice", OneOf(("ja", "nee")), "nee: de bron zegt hier niets, en wij dus ook niet", needed=False
        ),
        _READ,
        *_PROVENANCE,
    ),
)
TABLE = Record(
    "tabel",
    TableLabels,
    (
        Key("titel", "caption", Text(120), "bijschrift van de tabel"),
        Key("rijen", "rows", Pairs(), "keuze van de eerste vraag → kop van de rij"),
        Key("kolommen", "columns", Pairs(), "keuze van de tweede vraag → kop van de kolom"),
    ),
)
_COMMON = (
    Key("id", "id", _ID, "gelijk aan de bestandsnaam"),
    Key("soort", "kind", OneOf((*(kind.value for kind in Kind), "beslisboom")), _KINDS),
    Key("titel", "title", Text(120), "naam van het instrument"),
    Key("fase", "phase", Number(1, 6), "bij welke fase het hoort", needed=False),
    Key("inleiding", "intro", Text(), "waarvoor en met wie"),
    Key("staat_op", "explained_on", ListOf(_ID, single=True), "ids van de pagina's waarop het staat", unless=OWN),
    Key("velden", "fields", ListOf(FIELD), "regels om op te schrijven", needed=False),
    Key("altijd", "always", Text(), "zin onder elke samenvatting", needed=False),
    _READ,
    Key("organisatie", "organisation", Text(120), "van wie de eigen punten zijn", needed=False),
    *_PROVENANCE,
)


def _kind(word: str) -> Kind:
    """A word that is no kind was reported already; the checklist is the plainest."""
    return Kind(word) if word in Kind else Kind.CHECKLIST


CHECKLIST = Record(
    "checklist",
    lambda **attributes: _with_origin(Checklist)(**_typed(attributes, kind=_kind)),
    (
        *_COMMON,
        Key(
            "neemt_over",
            "flows",
            ListOf(FLOW),
            "wat hier wordt aangeboden omdat het elders al is ingevuld",
            needed=False,
        ),
        Key("bij_elk_punt", "asked", ListOf(ASKED), "wat er onder elk punt wordt gevraagd", needed=False),
        Key("regels", "rules", ListOf(RULE), "waarschuwingen en raad, met hun reden", needed=False),
        Key("alles_groen", "all_green", Text(), "wat er staat als niets opvalt", needed=False),
        Key("beeld", "pictures", ListOf(PICTURE, single=True), "wat de samenvatting tekent", needed=False),
        Key("noemen", "named", NAMED, "wat de samenvatting ook noemt als het geen zorg is", needed=False),
        Key("onderdelen", "sections", ListOf(SECTION), "de onderdelen met hun punten"),
    ),
)
DECISION_TREE = Record(
    "beslisboom",
    lambda kind, **rest: _with_origin(DecisionTree)(**rest),
    (
        *_COMMON,
        Key("vragen", "questions", ListOf(ITEM), "de vragen, in volgorde"),
        Key("uitkomsten", "outcomes", ListOf(OUTCOME, fewest=2), "één uitkomst voor elke combinatie van antwoorden"),
        Key("tabel", "table", TABLE, "hoe de boom als tabel wordt afgedrukt", needed=False),
        Key("onbeslist", "undecided", Text(), "wat de lezer doet zolang een antwoord onbekend is"),
    ),
)
KINDS: Mapping[str, Record] = {**{kind.value: CHECKLIST for kind in Kind}, "beslisboom": DECISION_TREE}
