"""The shapes that only a dossier's file has: judged strictly, for a browser or another program may have written anything.

What they share with those of an author's file stands in shapes. Here the first fault ends the reading, and its text is
the code of the message. Knows no JSON text and no instrument.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from fii_widgets.dossier.limits import HALF, STRING
from fii_widgets.shapes import record
from fii_widgets.shapes.shape import Path, Shape, Tree

#: raises an error with a place and the code of its message: "shape" where only the place is told
type Stop = Callable[[Path, str], NoReturn]

# No id is a name that objects have by themselves: as a key of a file it is refused (limits), so nothing may be kept under it.
#: the id of an item, of a row of it ("s1-01@2") or of a record of a team's own list
ITEM = r"(?!(?:constructor|prototype)(?![\w@.-]))[A-Za-z0-9][A-Za-z0-9@._-]{0,79}"
#: the id of a meeting, an action, a member …
RECORD = r"(?!(?:constructor|prototype)(?![\w@.-]))[A-Za-z][A-Za-z0-9._-]{0,39}"
#: a record of a record: a decision of a meeting
PART = f"{RECORD}/{RECORD}"
#: what was taken out for good: the path of a register, with "/" behind it for all that stands under it too; what stood
#: aside, by where it stood; the name of a file in the history, by the time of its line
FORGOTTEN = rf"(?:(?:aside|history)/[!-~]+|{ITEM}(?:/{ITEM}){{0,3}}/?)"
#: a time that page and Python can both read, in any zone, and after which there is still a later one
TIME = r"(?!000[01]|9999)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?"


@dataclass(frozen=True)
class Text:
    """Any text of whole characters, counted in code points."""

    longest: int = STRING

    def read(self, value: object, path: Path, report: Stop) -> str:
        if not isinstance(value, str):
            report(path, "shape")
        if HALF.search(value):
            report(path, "text")
        if len(value) > self.longest:
            report(path, "string")
        return value

    def schema(self) -> Tree:
        return {"type": "string", "maxLength": self.longest}


@dataclass(frozen=True)
class Code(Text):
    """What an instrument calls a choice or a mark: no words of a reader."""


@dataclass(frozen=True)
class Time:
    """A moment, in any zone; empty: never, where that may be."""

    empty: bool = False

    def read(self, value: object, path: Path, report: Stop) -> str:
        if self.empty and value == "":
            return ""
        if not isinstance(value, str) or not re.fullmatch(TIME, value, re.ASCII):
            report(path, "shape")
        try:
            datetime.fromisoformat(value)
        except ValueError:
            report(path, "shape")
        return value

    def schema(self) -> Tree:
        moment = {"type": "string", "format": "date-time"}
        return {"anyOf": [moment, {"const": ""}]} if self.empty else moment


@dataclass(frozen=True)
class Day:
    """A day of the calendar, "2026-11-22"; empty: not agreed, where that may be."""

    empty: bool = False

    def read(self, value: object, path: Path, report: Stop) -> str:
        if self.empty and value == "":
            return ""
        try:
            if not isinstance(value, str) or date.fromisoformat(value).isoformat() != value:
                raise ValueError
        except ValueError:
            report(path, "shape")
        return value

    def schema(self) -> Tree:
        day = {"type": "string", "format": "date"}
        return {"anyOf": [day, {"const": ""}]} if self.empty else day


@dataclass(frozen=True)
class YesNo:
    """True or false."""

    def read(self, value: object, path: Path, report: Stop) -> bool:
        if not isinstance(value, bool):
            report(path, "shape")
        return value

    def schema(self) -> Tree:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Exactly:
    """One fixed value: a number or a word."""

    value: int | str

    def read(self, value: object, path: Path, report: Stop) -> int | str:
        if type(value) is not type(self.value) or value != self.value:
            report(path, "shape")
        return self.value

    def schema(self) -> Tree:
        return {"const": self.value}


@dataclass(frozen=True)
class Pattern:
    """A text of a fixed form, such as the id of something else; empty: of nothing, where that may be."""

    pattern: str
    empty: bool = False

    def read(self, value: object, path: Path, report: Stop) -> str:
        if not isinstance(value, str) or not (re.fullmatch(self.pattern, value) or (self.empty and not value)):
            report(path, "shape")
        return value

    def schema(self) -> Tree:
        text = {"type": "string", "pattern": f"^{self.pattern}$"}
        return {"anyOf": [text, {"const": ""}]} if self.empty else text


@dataclass(frozen=True)
class Number:
    """A whole number within bounds."""

    lowest: int
    highest: int

    def read(self, value: object, path: Path, report: Stop) -> int:
        if type(value) is not int or not self.lowest <= value <= self.highest:
            report(path, "shape")
        return value

    def schema(self) -> Tree:
        return {"type": "integer", "minimum": self.lowest, "maximum": self.highest}


@dataclass(frozen=True)
class Numbers:
    """Whole numbers within bounds, each once, from low to high."""

    lowest: int
    highest: int

    def read(self, value: object, path: Path, report: Stop) -> tuple[int, ...]:
        numbers = range(self.lowest, self.highest + 1)
        if not isinstance(value, list) or not all(type(number) is int and number in numbers for number in value):
            report(path, "shape")
        if value != sorted(set(value)):
            report(path, "shape")
        return tuple(value)

    def schema(self) -> Tree:
        return {"type": "array", "items": Number(self.lowest, self.highest).schema(), "uniqueItems": True}


@dataclass(frozen=True)
class Maybe:
    """A value, or null where there is none."""

    shape: Shape

    def read(self, value: object, path: Path, report: Stop) -> Any:
        return None if value is None else self.shape.read(value, path, report)

    def schema(self) -> Tree:
        return {"anyOf": [{"type": "null"}, self.shape.schema()]}


@dataclass(frozen=True)
class ById:
    """Any number of the same, each under its id; sorted."""

    ids: str
    shape: Shape

    def read(self, value: object, path: Path, report: Stop) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            report(path, "shape")
        for id_ in value:
            if not isinstance(id_, str) or not re.fullmatch(self.ids, id_):
                report((*path, str(id_)[:80]), "shape")
        return {id_: self.shape.read(value[id_], (*path, id_), report) for id_ in sorted(value)}

    def schema(self) -> Tree:
        names = {"pattern": f"^{self.ids}$"}
        return {"type": "object", "propertyNames": names, "additionalProperties": self.shape.schema()}


@dataclass(frozen=True)
class ByPath:
    """Values under the path of a register (see records): what stands there follows from the path; sorted."""

    paths: tuple[tuple[str, Shape], ...]  #: pattern of the whole path → what stands there

    def read(self, value: object, path: Path, report: Stop) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            report(path, "shape")
        return {
            register: self.at(register, path, report).read(value[register], (*path, register), report)
            for register in sorted(value)
        }

    def at(self, register: str, path: Path, report: Stop) -> Shape:
        """Return what may stand under the path of a register."""
        shape = next((shape for pattern, shape in self.paths if re.fullmatch(pattern, register)), None)
        return shape or report((*path, register[:80]), "shape")

    def schema(self) -> Tree:
        paths = {f"^{pattern}$": shape.schema() for pattern, shape in self.paths}
        return {"type": "object", "patternProperties": paths, "additionalProperties": False}


@dataclass(frozen=True)
class Record(record.Record):
    """A record of a dossier: of strange keys one is told, in part."""

    def refuse_strange(self, value: Mapping[str, object], path: Path, report: Stop) -> None:
        """Tell of the first of the keys that the record does not know, as the page does."""
        report((*path, sorted(value.keys() - self.names)[0][:40]), "shape")

    def without(self, *names: str) -> "Record":
        """Return the record without the parts that have registers of their own."""
        keys = tuple(key for key in self.keys if key.name not in names)
        return Record(f"{self.noun} without {' '.join(names)}", self.make, keys)
