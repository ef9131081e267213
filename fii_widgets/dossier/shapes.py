"""What may stand at a key of a dossier file: how Python reads it, how the JSON Schema says it, what the page gets.

One table of keys (fields) is read by all three, so that they refuse the same. Knows no JSON text and no instrument.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from fii_widgets.dossier.limits import HALF, STRING, DossierError

type Tree = dict[str, Any]
#: (place in the file, code of the message) → the error to raise
type Fail = Callable[..., DossierError]

# No id is a name that objects have by themselves: as a key of a file it is refused (limits), so nothing may be kept under it.
#: the id of an item, of a row of it ("s1-01@2") or of a record of a team's own list
ITEM = r"(?!(?:constructor|prototype)(?![\w@.-]))[A-Za-z0-9][A-Za-z0-9@._-]{0,79}"
#: the id of a meeting, an action, a member …
RECORD = r"(?!(?:constructor|prototype)(?![\w@.-]))[A-Za-z][A-Za-z0-9._-]{0,39}"
#: a time that page and Python can both read, in any zone, and after which there is still a later one
TIME = r"(?!000[01]|9999)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?"
#: the patterns as the page knows them, by name
PATTERNS = {"item": ITEM, "record": RECORD, "time": TIME}


class Shape(Protocol):
    """What may stand in one place."""

    def read(self, value: object, where: str, fail: Fail) -> Any:
        """Return the value as a dossier holds it, or raise what `fail` gives."""

    def schema(self) -> Tree:
        """Return it as JSON Schema."""

    def page(self) -> Tree:
        """Return it as the page's script knows it (store/dossier-shapes.js); a record by its name."""


@dataclass(frozen=True)
class Words:
    """Any text of whole characters, counted in code points."""

    most: int = STRING

    def read(self, value: object, where: str, fail: Fail) -> str:
        if not isinstance(value, str):
            raise fail(where)
        if HALF.search(value):
            raise fail(where, "text")
        if len(value) > self.most:
            raise fail(where, "string")
        return value

    def schema(self) -> Tree:
        return {"type": "string", "maxLength": self.most}

    def page(self) -> Tree:
        return {"is": "words"} | ({} if self.most == STRING else {"most": self.most})


@dataclass(frozen=True)
class Time:
    """A moment, in any zone."""

    def read(self, value: object, where: str, fail: Fail) -> str:
        if not isinstance(value, str) or not re.fullmatch(TIME, value, re.ASCII):
            raise fail(where)
        try:
            datetime.fromisoformat(value)
        except ValueError:
            raise fail(where) from None
        return value

    def schema(self) -> Tree:
        return {"type": "string", "format": "date-time"}

    def page(self) -> Tree:
        return {"is": "time"}


@dataclass(frozen=True)
class Day:
    """A day of the calendar, "2026-11-22"; empty: not agreed, where that may be."""

    empty: bool = False

    def read(self, value: object, where: str, fail: Fail) -> str:
        if self.empty and value == "":
            return ""
        try:
            if not isinstance(value, str) or date.fromisoformat(value).isoformat() != value:
                raise ValueError
        except ValueError:
            raise fail(where) from None
        return value

    def schema(self) -> Tree:
        day = {"type": "string", "format": "date"}
        return {"anyOf": [day, {"const": ""}]} if self.empty else day

    def page(self) -> Tree:
        return {"is": "day", "empty": self.empty}


@dataclass(frozen=True)
class YesNo:
    """True or false."""

    def read(self, value: object, where: str, fail: Fail) -> bool:
        if not isinstance(value, bool):
            raise fail(where)
        return value

    def schema(self) -> Tree:
        return {"type": "boolean"}

    def page(self) -> Tree:
        return {"is": "yes-no"}


@dataclass(frozen=True)
class Exactly:
    """One fixed value: a number or a word."""

    value: int | str

    def read(self, value: object, where: str, fail: Fail) -> int | str:
        if type(value) is not type(self.value) or value != self.value:
            raise fail(where)
        return self.value

    def schema(self) -> Tree:
        return {"const": self.value}

    def page(self) -> Tree:
        return {"is": "one-of", "words": [self.value]}


@dataclass(frozen=True)
class OneOf:
    """A word of a closed set; a plain text where `keep` says so."""

    words: type[StrEnum]
    keep: bool = False

    def read(self, value: object, where: str, fail: Fail) -> str:
        if not isinstance(value, str) or value not in {one.value for one in self.words}:
            raise fail(where)
        return value if self.keep else self.words(value)

    def schema(self) -> Tree:
        return {"enum": [one.value for one in self.words]}

    def page(self) -> Tree:
        return {"is": "one-of", "words": [one.value for one in self.words]}


@dataclass(frozen=True)
class Reference:
    """The id of something else; empty: of nothing, where that may be."""

    ids: str
    empty: bool = True

    def read(self, value: object, where: str, fail: Fail) -> str:
        if not isinstance(value, str) or not (re.fullmatch(self.ids, value) or (self.empty and not value)):
            raise fail(where)
        return value

    def schema(self) -> Tree:
        one = {"type": "string", "pattern": f"^{self.ids}$"}
        return {"anyOf": [one, {"const": ""}]} if self.empty else one

    def page(self) -> Tree:
        return {"is": "reference", "like": _name(self.ids), "empty": self.empty}


@dataclass(frozen=True)
class Number:
    """A whole number within bounds."""

    lowest: int
    highest: int

    def read(self, value: object, where: str, fail: Fail) -> int:
        if type(value) is not int or not self.lowest <= value <= self.highest:
            raise fail(where)
        return value

    def schema(self) -> Tree:
        return {"type": "integer", "minimum": self.lowest, "maximum": self.highest}

    def page(self) -> Tree:
        return {"is": "number", "lowest": self.lowest, "highest": self.highest}


@dataclass(frozen=True)
class Numbers:
    """Whole numbers within bounds, each once, from low to high."""

    lowest: int
    highest: int

    def read(self, value: object, where: str, fail: Fail) -> tuple[int, ...]:
        if not isinstance(value, list) or not all(
            type(one) is int and self.lowest <= one <= self.highest for one in value
        ):
            raise fail(where)
        if value != sorted(set(value)):
            raise fail(where)
        return tuple(value)

    def schema(self) -> Tree:
        one = {"type": "integer", "minimum": self.lowest, "maximum": self.highest}
        return {"type": "array", "items": one, "uniqueItems": True}

    def page(self) -> Tree:
        return {"is": "numbers", "lowest": self.lowest, "highest": self.highest}


@dataclass(frozen=True)
class Maybe:
    """A value, or null where there is none."""

    shape: Shape

    def read(self, value: object, where: str, fail: Fail) -> Any:
        return None if value is None else self.shape.read(value, where, fail)

    def schema(self) -> Tree:
        return {"anyOf": [{"type": "null"}, self.shape.schema()]}

    def page(self) -> Tree:
        return {"is": "maybe", "of": self.shape.page()}


@dataclass(frozen=True)
class ListOf:
    """Any number of the same."""

    shape: Shape

    def read(self, value: object, where: str, fail: Fail) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise fail(where)
        return tuple(self.shape.read(one, f"{where}/{number}", fail) for number, one in enumerate(value))

    def schema(self) -> Tree:
        return {"type": "array", "items": self.shape.schema()}

    def page(self) -> Tree:
        return {"is": "list", "of": self.shape.page()}


@dataclass(frozen=True)
class ById:
    """Any number of the same, each under its id; sorted."""

    ids: str
    shape: Shape

    def read(self, value: object, where: str, fail: Fail) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise fail(where)
        for id_ in value:
            if not isinstance(id_, str) or not re.fullmatch(self.ids, id_):
                raise fail(f"{where}/{str(id_)[:80]}")
        return {id_: self.shape.read(value[id_], f"{where}/{id_}", fail) for id_ in sorted(value)}

    def schema(self) -> Tree:
        names = {"pattern": f"^{self.ids}$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.shape.schema()}

    def page(self) -> Tree:
        return {"is": "by-id", "like": _name(self.ids), "of": self.shape.page()}


@dataclass(frozen=True)
class ByPath:
    """Values under the path of a register (see records): what stands there follows from the path; sorted."""

    paths: tuple[tuple[str, Shape], ...]  #: pattern of the whole path → what stands there

    def read(self, value: object, where: str, fail: Fail) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise fail(where)
        return {path: self.at(path, where, fail).read(value[path], f"{where}/{path}", fail) for path in sorted(value)}

    def at(self, path: str, where: str, fail: Fail) -> Shape:
        """Return what may stand under a path."""
        for pattern, shape in self.paths:
            if re.fullmatch(pattern, path):
                return shape
        raise fail(f"{where}/{path[:80]}")

    def schema(self) -> Tree:
        paths = {f"^{pattern}$": shape.schema() for pattern, shape in self.paths}
        return {"type": "object", "patternProperties": paths, "additionalProperties": False}

    def page(self) -> Tree:
        return {"is": "by-path", "paths": [[pattern, shape.page()] for pattern, shape in self.paths]}


def _name(pattern: str) -> str:
    """Return how the page's table calls a pattern."""
    return next(name for name, known in PATTERNS.items() if known == pattern)
