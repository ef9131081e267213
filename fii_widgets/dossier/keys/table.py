"""The one table of a dossier's shape, schema 3: read by Python, published as JSON Schema, and checked by the page.

Data only. The order of the keys is that of the file, and of the fields in records. Ids that no instrument knows are
let through and kept.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.limits import STRING
from fii_widgets.dossier.record_shape import OPTIONAL, Key, Record
from fii_widgets.dossier.records import (
    KIND,
    SCHEMA,
    Action,
    ActionState,
    Aside,
    Change,
    Dossier,
    Event,
    Member,
    Openness,
    Place,
    Review,
    ReviewState,
    Rhythm,
    Side,
    Text,
)
from fii_widgets.dossier.shapes import (
    ITEM,
    PATTERNS,
    RECORD,
    ById,
    ByPath,
    Day,
    Exactly,
    ListOf,
    Maybe,
    Numbers,
    OneOf,
    Reference,
    Shape,
    Time,
    Tree,
    Words,
    YesNo,
)


class _Happened(StrEnum):
    """What a line of the history can tell."""

    OPENED = "opened"
    UNDONE = "undone"
    WIPED = "wiped"
    MERGED = "merged"


def _setting(name: str, words: type[StrEnum]) -> Record:
    return Record(name, Text, (Key("at", Time()), Key("text", OneOf(words, keep=True))))


ANSWER = Record(
    "answer",
    Answer,
    (Key("choice", Words(), "", brief=True), Key("note", Words(), "", brief=True), Key("at", Time())),
)
TEXT = Record("text", Text, (Key("at", Time()), Key("text", Words())))
RHYTHM = _setting("rhythm", Rhythm)
TEAM = _setting("team", Openness)
_ANSWERS = ById(ITEM, ANSWER)
_TEXTS = ById(RECORD, TEXT)

REVIEW = Record(
    "review",
    Review,
    (
        Key("at", Time(), help="wanneer dit is gezet; van een gesloten overleg: wanneer het werd gesloten"),
        Key("date", Day()),
        Key("next", Day(empty=True), "", "dag van het volgende overleg; leeg: niet afgesproken"),
        Key("phases", Numbers(1, 6), []),
        Key("state", OneOf(ReviewState)),
        Key("present", ListOf(Words()), [], "rollen of initialen"),
        Key("agenda", Words(), ""),
        Key("lights", ById(ITEM, Words()), {}, "punt → keuze, vastgelegd bij het sluiten"),
        Key("notes", ById(ITEM, TEXT), {}),
        Key("decisions", _TEXTS, {}),
        Key("corrections", _TEXTS, {}, "het enige dat na het sluiten nog bij komt"),
    ),
)
ACTION = Record(
    "action",
    Action,
    (
        Key("at", Time()),
        Key("text", Words()),
        Key("item", Reference(ITEM), ""),
        Key("review", Reference(RECORD), ""),
        Key("owner", Words(), "", "een rol of initialen"),
        Key("due", Day(empty=True), ""),
        Key("state", OneOf(ActionState)),
    ),
)
MEMBER = Record(
    "member",
    Member,
    (
        Key("at", Time()),
        Key("label", Words(), ""),
        Key("role", Words(), ""),
        Key("side", OneOf(Side), Side.OTHER.value),
        Key("gone", YesNo(), False),
        Key("answers", _ANSWERS, {}),
    ),
)
PLACE = Record(
    "place",
    Place,
    (Key("at", Time()), Key("label", Words(), ""), Key("gone", YesNo(), False), Key("answers", _ANSWERS, {})),
)
CHANGE = Record(
    "change",
    Change,
    (
        Key("item", Reference(ITEM, empty=False)),
        Key("before", Maybe(ANSWER)),
        Key("after", Maybe(ANSWER)),
    ),
)
EVENT = Record(
    "event",
    Event,
    (
        Key("at", Time()),
        Key("event", OneOf(_Happened, keep=True)),
        Key("file", Words(), OPTIONAL),
        Key("changes", ListOf(CHANGE)),
    ),
)
ASIDE = Record(
    "aside",
    Aside,
    (
        Key("where", Words(), help="waar het stond"),
        Key("text", ListOf(Words()), help="wat er stond, als JSON-tekst, in stukken"),
    ),
)

#: what stands in the register of a path (see records), without the parts that have registers of their own
REGISTERS: tuple[tuple[str, Shape], ...] = (
    (ITEM, ANSWER),
    ("settings/name", TEXT),
    ("settings/rhythm", RHYTHM),
    ("settings/team", TEAM),
    (f"actions/{RECORD}", ACTION),
    (f"reviews/{RECORD}", REVIEW.without("notes", "decisions", "corrections")),
    (f"reviews/{RECORD}/notes/{ITEM}", TEXT),
    (f"reviews/{RECORD}/(?:decisions|corrections)/{RECORD}", TEXT),
    (f"members/{RECORD}", MEMBER.without("answers")),
    (f"places/{RECORD}", PLACE.without("answers")),
    (f"(?:members|places)/{RECORD}/{ITEM}", ANSWER),
)
_VERSIONS = ByPath(tuple((path, ListOf(shape)) for path, shape in REGISTERS))


def _dossier(*, schema: int, kind: str, **parts: Any) -> Dossier:
    """The number and the kind say how a file is read; what was read needs them no more."""
    assert (schema, kind) == (SCHEMA, KIND)
    return Dossier(**parts)


DOSSIER = Record(
    "dossier",
    _dossier,
    (
        Key("schema", Exactly(SCHEMA)),
        Key("kind", Exactly(KIND)),
        Key("edition", Words(), help="naam van de uitgave waarin dit is ingevuld"),
        Key("content", Words(), "", "versie van de inhoud"),
        Key("saved", Time()),
        Key("name", Maybe(TEXT), None, "hoe het dossier heet"),
        Key("rhythm", Maybe(RHYTHM), None, "hoe vaak het team overlegt"),
        Key("team", Maybe(TEAM), None, "open: ook kleine groepen mogen apart te zien zijn"),
        Key("member", Reference(RECORD), ""),
        Key("answers", _ANSWERS, {}),
        Key("reviews", ById(RECORD, REVIEW), {}),
        Key("actions", ById(RECORD, ACTION), {}),
        Key("members", ById(RECORD, MEMBER), {}),
        Key("places", ById(RECORD, PLACE), {}),
        Key("versions", _VERSIONS, {}, "wat bij het samenvoegen niet bleef staan: plaats → eerdere waarden"),
        Key("history", ListOf(EVENT), []),
        Key("aside", ListOf(ASIDE), [], "wat in een browser stond en niet te lezen was; het telt niet mee"),
    ),
)


def page_table() -> Tree:
    """Return the table as the page knows it: every record by its name, and what stands under the path of a register."""
    registers = ByPath(REGISTERS)
    records = {record.name: record.keys for record in (*_records(registers), *_records(DOSSIER))}
    return {
        "longest": STRING,
        "patterns": PATTERNS,
        "records": {name: [key.page() for key in keys] for name, keys in records.items()},
        "registers": registers.page(),
    }


def _records(shape: Any) -> Iterator[Record]:
    """Yield every record that a shape is made of; a name stands for one record."""
    if isinstance(shape, Record):
        yield shape
        for key in shape.keys:
            yield from _records(key.shape)
    elif isinstance(shape, ByPath):
        for _, one in shape.paths:
            yield from _records(one)
    elif isinstance(shape, ById | ListOf | Maybe):
        yield from _records(shape.shape)
