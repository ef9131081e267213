"""The part of the table (`table`) that a closed meeting freezes: what its paper says. Data only."""

from fii_widgets.dossier import records
from fii_widgets.dossier.minutes import (
    FrozenBoard,
    FrozenCount,
    FrozenDecision,
    FrozenPoint,
    FrozenTask,
    FrozenTopic,
    Light,
    Minutes,
)
from fii_widgets.dossier.shapes import ITEM, RECORD, ById, Code, Day, Maybe, Number, Pattern, Record, Text, YesNo
from fii_widgets.shapes.record import Key
from fii_widgets.shapes.shape import ListOf, OneOf

AGAIN = Key(
    "again", Day(empty=True), "dag om het besluit opnieuw te bekijken; leeg: niet afgesproken", default="", brief=True
)
#: more days or answers than this no dossier can hold
_MANY = 4_000_000
_LIGHT = Record("light", Light, (Key("shape", Code()), Key("label", Code())))
POINT = Record(
    "frozen-point",
    FrozenPoint,
    (
        Key("id", Pattern(ITEM)),
        Key("number", Number(0, _MANY)),
        Key("text", Text()),
        Key("was", Maybe(_LIGHT), "het licht van het overleg daarvoor; null: toen niet besproken"),
        Key("now", _LIGHT),
        Key(
            "noted", Day(empty=True), "dag van het overleg waaruit de notitie ongewijzigd komt", default="", brief=True
        ),
    ),
)
_BOARD = Record(
    "frozen-board",
    FrozenBoard,
    (Key("phase", Number(0, 6)), Key("title", Text()), Key("points", ListOf(POINT, fewest=0), default=[])),
)
_TASK = Record(
    "frozen-task",
    FrozenTask,
    (
        Key("id", Pattern(RECORD)),
        Key("text", Text()),
        Key("owner", Text(), default=""),
        Key("due", Day(empty=True), default=""),
        Key("state", OneOf(records.ActionState)),
        Key("origin", Text(), default=""),
        Key("agreed", Day(empty=True), default=""),
        Key("late", Number(0, _MANY), default=0),
        Key("made", YesNo(), default=False),
    ),
)
_DISCUSSED = Record(
    "frozen-topic",
    FrozenTopic,
    (
        Key("text", Text()),
        Key("said", Text(), default=""),
        Key("discussed", YesNo(), "nee: bleef staan voor het volgende overleg", default=False),
    ),
)
_EARLIER = Record(
    "frozen-decision",
    FrozenDecision,
    (
        Key("date", Day()),
        Key("text", Text()),
        Key("lapsed", YesNo(), "het besluit vervalt", default=False, brief=True),
        AGAIN,
    ),
)
_COUNT = Record("frozen-count", FrozenCount, (Key("title", Text()), Key("count", Number(1, _MANY))))
MINUTES = Record(
    "minutes",
    Minutes,
    (
        Key("name", Text(), default=""),
        Key("previous", Day(empty=True), default=""),
        Key("boards", ListOf(_BOARD, fewest=0), default=[]),
        Key("elsewhere", ListOf(_COUNT, fewest=0), default=[]),
        Key("tasks", ListOf(_TASK, fewest=0), default=[]),
        Key("topics", ListOf(_DISCUSSED, fewest=0), default=[]),
        Key("notes", ById(ITEM, Pattern(ITEM)), "punt → welke notitie erbij stond", default={}),
        Key("decisions", ById(RECORD, Pattern(ITEM)), "besluit → hoe het luidde", default={}),
        Key("earlier", ListOf(_EARLIER, fewest=0), "wat over eerdere besluiten is gezegd", needed=False),
    ),
)
