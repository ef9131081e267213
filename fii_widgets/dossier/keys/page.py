"""The table of a dossier's keys → as data, for the page: its check of every value (shapes/dossier-shapes.js). Pure."""

from collections.abc import Iterator

from fii_widgets.dossier import shapes
from fii_widgets.dossier.keys.table import DOSSIER, REGISTERS
from fii_widgets.dossier.limits import STRING
from fii_widgets.dossier.shapes import (
    FORGOTTEN,
    ITEM,
    PART,
    RECORD,
    TIME,
    ById,
    ByPath,
    Day,
    Exactly,
    Maybe,
    Number,
    Numbers,
    Pattern,
)
from fii_widgets.shapes.record import ABSENT, Key, Record
from fii_widgets.shapes.shape import ListOf, OneOf, Shape, Tree

#: the patterns as the page knows them, by name
PATTERNS = {"item": ITEM, "record": RECORD, "part": PART, "time": TIME, "forgotten": FORGOTTEN}
_NAMES = {pattern: name for name, pattern in PATTERNS.items()}


def page_table() -> Tree:
    """Return the table as the page knows it: every record by its name, and what stands under the path of a register."""
    registers = ByPath(REGISTERS)
    return {
        "longest": STRING,
        "patterns": PATTERNS,
        "records": {
            record.noun: [_key(key) for key in record.keys] for record in (*_records(registers), *_records(DOSSIER))
        },
        "registers": _shape(registers),
    }


def _key(key: Key) -> Tree:
    """Return a key; without `default` it must be there, unless it is optional."""
    absent = {} if key.needed else {"optional": True} if key.default is ABSENT else {"default": key.default}
    return {"key": key.name, "of": _shape(key.shape), **absent, **({"brief": True} if key.brief else {})}


def _shape(shape: Shape) -> Tree:
    """Return what may stand in a place; a record by its name."""
    match shape:
        case Record():
            return {"is": "record", "name": shape.noun}
        case OneOf():
            return {"is": "one-of", "words": [str(word) for word in shape.words]}
        case Exactly():
            return {"is": "one-of", "words": [shape.value]}
        case Day():
            return {"is": "day", "empty": shape.empty}
        case shapes.Time():
            return {"is": "time", **({"empty": True} if shape.empty else {})}
        case Pattern():
            return {"is": "reference", "like": _NAMES[shape.pattern], "empty": shape.empty}
        case Number():
            return {"is": "number", "lowest": shape.lowest, "highest": shape.highest}
        case Numbers():
            return {"is": "numbers", "lowest": shape.lowest, "highest": shape.highest}
        case Maybe():
            return {"is": "maybe", "of": _shape(shape.shape)}
        case ListOf():
            return {"is": "list", "of": _shape(shape.shape)}
        case ById():
            return {"is": "by-id", "like": _NAMES[shape.ids], "of": _shape(shape.shape)}
        case ByPath():
            return {"is": "by-path", "paths": [[pattern, _shape(below)] for pattern, below in shape.paths]}
        case _:
            return {"is": _PLAIN[type(shape)]}


#: shapes that need no more than their name
_PLAIN = {shapes.Text: "words", shapes.Code: "code", shapes.YesNo: "yes-no"}


def _records(shape: Shape) -> Iterator[Record]:
    """Yield every record that a shape is made of; a name stands for one record."""
    match shape:
        case Record():
            yield shape
            for key in shape.keys:
                yield from _records(key.shape)
        case ByPath():
            for _, below in shape.paths:
                yield from _records(below)
        case ById() | ListOf() | Maybe():
            yield from _records(shape.shape)
