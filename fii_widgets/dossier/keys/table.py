"""The one table of a dossier's shape, schema 3: read by Python (file/read), published as JSON Schema (schema), and
checked by the page (page).

Data only. The order of the keys is that of the file, and of the fields in records. Ids that no instrument knows are
let through and kept.
"""

from enum import StrEnum
from typing import Any

from fii_widgets.dossier import records
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.keys.minutes import AGAIN, MINUTES
from fii_widgets.dossier.records import KIND, SCHEMA
from fii_widgets.dossier.shapes import (
    FORGOTTEN,
    ITEM,
    PART,
    RECORD,
    ById,
    ByPath,
    Code,
    Day,
    Exactly,
    Maybe,
    Number,
    Numbers,
    Pattern,
    Record,
    Text,
    Time,
    YesNo,
)
from fii_widgets.instrument.flow import MOST_ROWS
from fii_widgets.shapes.record import Key
from fii_widgets.shapes.shape import ListOf, OneOf, Shape


class _Happened(StrEnum):
    """What a line of the history can tell."""

    OPENED = "opened"
    UNDONE = "undone"
    WIPED = "wiped"
    MERGED = "merged"


def _setting(name: str, shape: Shape) -> Record:
    return Record(name, records.Text, (Key("at", Time()), Key("text", shape)))


#: what was taken away stays, so that an older copy does not bring it back
_REMOVED = Key("removed", YesNo(), "weggehaald; een latere wijziging brengt het terug", default=False, brief=True)
#: it keeps the time at which it was set, and counts as set when words were taken out of it
_CLEANED = Key("cleaned", Time(empty=True), "wanneer er woorden voorgoed uit zijn gehaald", default="", brief=True)
ANSWER = Record(
    "answer",
    Answer,
    (
        Key("choice", Code(), default="", brief=True),
        Key("note", Text(), default="", brief=True),
        Key("at", Time()),
        _CLEANED,
    ),
)
TEXT = Record("text", records.Text, (Key("at", Time()), Key("text", Text()), _CLEANED))
DECISION = Record(
    "decision",
    records.Text,
    (
        *TEXT.keys,
        _REMOVED,
        AGAIN,
        Key(
            "replaces",
            Pattern(PART, empty=True),
            "overleg en besluit, met een schuine streep ertussen: het eerdere besluit dat dit vervangt",
            default="",
            brief=True,
        ),
    ),
)
CORRECTION = Record(
    "correction",
    records.Text,
    (
        *TEXT.keys,
        _REMOVED,
        AGAIN,
        Key(
            "about",
            Pattern(RECORD, empty=True),
            "het besluit van dit overleg waarvan dit zegt wat sindsdien geldt",
            default="",
            brief=True,
        ),
        Key("lapsed", YesNo(), "dat besluit geldt niet meer", default=False, brief=True),
    ),
)
RHYTHM = _setting("rhythm", OneOf(records.Rhythm))
TEAM = _setting("team", OneOf(records.Openness))
KEEPER = _setting("keeper", Pattern(RECORD, empty=True))
_ANSWERS = ById(ITEM, ANSWER)

REVIEW = Record(
    "review",
    records.Review,
    (
        Key("at", Time(), "wanneer dit is gezet; van een gesloten overleg: wanneer het werd gesloten"),
        Key("date", Day()),
        Key("next", Day(empty=True), "dag van het volgende overleg; leeg: niet afgesproken", default=""),
        Key("phases", Numbers(1, 6), default=[]),
        Key("state", OneOf(records.ReviewState)),
        Key("present", ListOf(Text(), fewest=0), "rollen of initialen", default=[]),
        Key("agenda", Text(), "wat het team verder wilde bespreken, voordat dit onderwerpen waren", default=""),
        Key("lights", ById(ITEM, Code()), "punt → keuze, vastgelegd bij het sluiten", default={}),
        Key("minutes", MINUTES, "wat het verslag zegt, vastgelegd bij het sluiten", needed=False),
        Key("notes", ById(ITEM, TEXT), default={}),
        Key("decisions", ById(RECORD, DECISION), default={}),
        Key("corrections", ById(RECORD, CORRECTION), "het enige dat na het sluiten nog bij komt", default={}),
        _REMOVED,
        _CLEANED,
    ),
)
ACTION = Record(
    "action",
    records.Action,
    (
        Key("at", Time()),
        Key("text", Text()),
        Key("item", Pattern(ITEM, empty=True), default=""),
        Key("review", Pattern(RECORD, empty=True), default=""),
        Key("owner", Text(), "een rol of initialen", default=""),
        Key("due", Day(empty=True), default=""),
        Key("state", OneOf(records.ActionState)),
        _REMOVED,
        _CLEANED,
    ),
)
TOPIC = Record(
    "topic",
    records.Topic,
    (
        Key("at", Time()),
        Key("text", Text()),
        Key("item", Pattern(ITEM, empty=True), "het punt waar het vandaan komt", default=""),
        Key(
            "review",
            Pattern(RECORD, empty=True),
            "het overleg waarin het is besproken; leeg: nog te bespreken",
            default="",
        ),
        Key("said", Text(), "wat erover is gezegd", default=""),
        _REMOVED,
        _CLEANED,
    ),
)
MEMBER = Record(
    "member",
    records.Member,
    (
        Key("at", Time()),
        Key("label", Text(), default=""),
        Key("role", Text(), default=""),
        Key("side", OneOf(records.Side), default=records.Side.OTHER.value),
        Key("gone", YesNo(), default=False),
        Key("asked", Text(), "welke lijsten in het laatste eigen exemplaar zijn gevraagd", default="", brief=True),
        Key("given", Day(empty=True), "dag waarop dat exemplaar is gemaakt", default="", brief=True),
        _CLEANED,
        Key("answers", _ANSWERS, default={}),
    ),
)
PLACE = Record(
    "place",
    records.Place,
    (
        Key("at", Time()),
        Key("label", Text(), default=""),
        Key("gone", YesNo(), default=False),
        _CLEANED,
        Key("answers", _ANSWERS, default={}),
    ),
)
ROUND = Record(
    "round",
    records.Round,
    (
        Key("at", Time()),
        Key("instrument", Pattern(ITEM), "id van de lijst"),
        Key("date", Day(), "dag waarop de ronde is gesloten"),
        Key("subject", Number(1, MOST_ROWS), "om de hoeveelste kandidaat het gaat", default=1, brief=True),
        Key("answers", _ANSWERS, "zoals ze stonden bij het sluiten", default={}),
        _REMOVED,
        _CLEANED,
    ),
)
CHANGE = Record(
    "change",
    records.Change,
    (
        Key("item", Pattern(ITEM)),
        Key("before", Maybe(ANSWER)),
        Key("after", Maybe(ANSWER)),
    ),
)
EVENT = Record(
    "event",
    records.Event,
    (
        Key("at", Time()),
        Key("event", OneOf(_Happened)),
        Key("file", Text(), needed=False),
        Key("changes", ListOf(CHANGE, fewest=0)),
    ),
)
ASIDE = Record(
    "aside",
    records.Aside,
    (
        Key("where", Text(), "waar het stond"),
        Key("text", ListOf(Text(), fewest=0), "wat er stond, als JSON-tekst, in stukken"),
    ),
)

#: what stands in the register of a path (see records), without the parts that have registers of their own
REGISTERS: tuple[tuple[str, Shape], ...] = (
    (ITEM, ANSWER),
    ("settings/name", TEXT),
    ("settings/rhythm", RHYTHM),
    ("settings/team", TEAM),
    ("settings/asked", TEXT),
    ("settings/keeper", KEEPER),
    (f"actions/{RECORD}", ACTION),
    (f"topics/{RECORD}", TOPIC),
    (f"reviews/{RECORD}", REVIEW.without("notes", "decisions", "corrections")),
    (f"reviews/{RECORD}/notes/{ITEM}", TEXT),
    (f"reviews/{RECORD}/decisions/{RECORD}", DECISION),
    (f"reviews/{RECORD}/corrections/{RECORD}", CORRECTION),
    (f"members/{RECORD}", MEMBER.without("answers")),
    (f"places/{RECORD}", PLACE.without("answers")),
    (f"(?:members|places)/{RECORD}/{ITEM}", ANSWER),
    (f"rounds/{RECORD}", ROUND),
)
_VERSIONS = ByPath(tuple((path, ListOf(shape, fewest=0)) for path, shape in REGISTERS))


def _dossier(*, schema: int, kind: str, **parts: Any) -> records.Dossier:
    """The number and the kind say how a file is read; what was read needs them no more."""
    assert (schema, kind) == (SCHEMA, KIND)
    return records.Dossier(**parts)


DOSSIER = Record(
    "dossier",
    _dossier,
    (
        Key("schema", Exactly(SCHEMA)),
        Key("kind", Exactly(KIND)),
        Key("edition", Text(), "naam van de uitgave waarin dit is ingevuld"),
        Key("content", Text(), "versie van de inhoud", default=""),
        Key("saved", Time()),
        Key("name", Maybe(TEXT), "hoe het dossier heet", default=None),
        Key("rhythm", Maybe(RHYTHM), "hoe vaak het team overlegt", default=None),
        Key("team", Maybe(TEAM), "open: ook kleine groepen mogen apart te zien zijn", default=None),
        Key("asked", Maybe(TEXT), "welke lijsten de leden invullen: ids met een spatie ertussen", default=None),
        Key("keeper", Maybe(KEEPER), "het lid van wie de antwoorden in dit dossier zijn", default=None),
        Key("member", Pattern(RECORD, empty=True), default=""),
        Key("answers", _ANSWERS, default={}),
        Key("reviews", ById(RECORD, REVIEW), default={}),
        Key("actions", ById(RECORD, ACTION), default={}),
        Key("topics", ById(RECORD, TOPIC), default={}),
        Key("members", ById(RECORD, MEMBER), default={}),
        Key("places", ById(RECORD, PLACE), default={}),
        Key("rounds", ById(RECORD, ROUND), "eerder ingevulde lijsten", default={}),
        Key("versions", _VERSIONS, "wat bij het samenvoegen niet bleef staan: plaats → eerdere waarden", default={}),
        Key("history", ListOf(EVENT, fewest=0), default=[]),
        Key(
            "aside",
            ListOf(ASIDE, fewest=0),
            "wat in een browser stond en niet te lezen was; het telt niet mee",
            default=[],
        ),
        Key(
            "forgotten",
            ById(FORGOTTEN, Time()),
            "wat uit de geschiedenis is verwijderd: plaats → wanneer; wat er daarvoor stond, komt niet terug",
            default={},
            brief=True,
        ),
    ),
)
