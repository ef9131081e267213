"""What may stand at a key of an author's file: how it is read, and how the JSON Schema says it.

One table of keys (fields) is read by both, so that the check and the editor's help cannot differ.
Knows no YAML and opens no files.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fii_widgets.errors import did_you_mean

type Path = tuple[str | int, ...]
type Report = Callable[[Path, str], None]

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LINES = re.compile(r"\d+(-\d+)?(, \d+(-\d+)?)*")


@dataclass(frozen=True)
class Text:
    """A line or paragraph of plain text."""

    longest: int = 1200

    def read(self, value: object, path: Path, report: Report) -> str:
        if not isinstance(value, str):
            report(path, f"{_at(path)} moet een tekst zijn.")
            return ""
        words = " ".join(value.split())
        if not words:
            report(path, f"{_at(path)} is leeg.")
        if len(words) > self.longest:
            report(path, f"{_at(path)} is langer dan {self.longest} tekens.")
        return words

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@dataclass(frozen=True)
class Pattern:
    """A text of a fixed form."""

    pattern: re.Pattern[str]
    example: str

    def read(self, value: object, path: Path, report: Report) -> str:
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            shown = value if isinstance(value, str) else "…"
            report(path, f"{_at(path)} '{shown}' heeft niet de goede vorm. Zo wel: {self.example}.")
            return ""
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": f"^{self.pattern.pattern}$", "examples": [self.example]}


@dataclass(frozen=True)
class OneOf:
    """One of a closed set of words."""

    words: tuple[str, ...]

    def read(self, value: object, path: Path, report: Report) -> str:
        if not isinstance(value, str) or value not in self.words:
            shown = value if isinstance(value, str) else "…"
            report(path, f"{_at(path)} '{shown}' bestaat niet.{did_you_mean(str(shown), self.words)}")
            return self.words[0]
        return value

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True)
class Number:
    """A whole number within bounds."""

    lowest: int
    highest: int

    def read(self, value: object, path: Path, report: Report) -> int:
        if isinstance(value, str) and value.isdecimal() and self.lowest <= int(value) <= self.highest:
            return int(value)
        report(path, f"{_at(path)} moet een getal van {self.lowest} tot en met {self.highest} zijn.")
        return self.lowest

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.lowest, "maximum": self.highest}


@dataclass(frozen=True)
class Pairs:
    """A mapping of ids to ids, kept in order: which item has which choice."""

    def read(self, value: object, path: Path, report: Report) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
            report(path, f"{_at(path)} moet zijn: punt en keuze, zoals 'g-07: extern'.")
            return ()
        return tuple((str(key), str(choice)) for key, choice in value.items())

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": {"type": "string"}}


@dataclass(frozen=True)
class Key:
    """A key of a record: its Dutch name, the attribute it fills, and what may stand there."""

    name: str
    attribute: str
    shape: Any
    help: str  #: shown by editors
    needed: bool = True
    unless: tuple[str, str] | None = None  #: (other key, value) with which it is not needed
    never: tuple[str, str] | None = None  #: (other key, value) with which it may not stand

    @property
    def condition(self) -> tuple[str, str] | None:
        """What waives a needed key."""
        return self.unless or self.never


@dataclass(frozen=True)
class Record:
    """A mapping with known keys, made into a value by `build`."""

    noun: str  #: how an author calls it: 'punt', 'onderdeel'
    build: Callable[..., Any]
    keys: tuple[Key, ...]
    shorthand: Any = None  #: a shape that may stand instead of the mapping
    unshorten: Callable[[Any], Any] = field(default=lambda value: value)

    def read(self, value: object, path: Path, report: Report) -> Any:
        if self.shorthand is not None and not isinstance(value, Mapping):
            return self.unshorten(self.shorthand.read(value, path, report))
        if not isinstance(value, Mapping):
            report(path, f"{_at(path) or self.noun} moet sleutels hebben, zoals '{self.keys[0].name}:'.")
            value = {}
        name = f"{self.noun} '{value['id']}'" if isinstance(value.get("id"), str) else self.noun
        known = {key.name: key for key in self.keys}
        for given in value:
            if given not in known:
                report(
                    (*path, given), f"{name} heeft een onbekende sleutel '{given}'.{did_you_mean(given, tuple(known))}"
                )
        attributes: dict[str, Any] = {}
        for key in self.keys:
            waived = key.condition is not None and value.get(key.condition[0]) == key.condition[1]
            if key.name in value and waived and key.never:
                report(
                    (*path, key.name), f"{name} is '{key.never[1]}' en heeft toch '{key.name}'. Laat '{key.name}' weg."
                )
            elif key.name in value:
                attributes[key.attribute] = key.shape.read(value[key.name], (*path, key.name), report)
            elif key.needed and not waived:
                report(path, f"{name} mist '{key.name}' ({key.help}).")
                return_empty = key.shape.read("", (*path, key.name), lambda *_: None)
                attributes[key.attribute] = return_empty
        return self.build(**attributes)

    def schema(self) -> dict[str, Any]:
        properties = {key.name: {"description": key.help, **key.shape.schema()} for key in self.keys}
        needed = [key.name for key in self.keys if key.needed and key.condition is None]
        own = {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}
        if conditions := [_condition(key) for key in self.keys if key.condition]:
            own["allOf"] = conditions
        return {"anyOf": [self.shorthand.schema(), own]} if self.shorthand is not None else own


@dataclass(frozen=True)
class ListOf:
    """A list; `single` also accepts one entry without a dash."""

    entry: Any
    single: bool = False
    fewest: int = 1

    def read(self, value: object, path: Path, report: Report) -> tuple[Any, ...]:
        if isinstance(value, list | tuple):
            entries: Sequence[object] = value
        elif self.single:
            return (self.entry.read(value, path, report),)
        else:
            report(path, f"{_at(path)} moet een lijst zijn: elke regel begint met een streepje.")
            return ()
        if len(entries) < self.fewest:
            report(path, f"{_at(path)} is leeg.")
        return tuple(self.entry.read(entry, (*path, index), report) for index, entry in enumerate(entries))

    def schema(self) -> dict[str, Any]:
        own = {"type": "array", "minItems": self.fewest, "items": self.entry.schema()}
        return {"anyOf": [self.entry.schema(), own]} if self.single else own


def _condition(key: Key) -> dict[str, Any]:
    """Say in a schema when a key is needed, and when it may not stand."""
    other, value = key.condition or ("", "")
    then = {"properties": {key.name: False}} if key.never else True
    return {
        "if": {"properties": {other: {"const": value}}, "required": [other]},
        "then": then,
        "else": {"required": [key.name]},
    }


def _at(path: Path) -> str:
    """Name the key a path ends in, for a sentence."""
    names = [part for part in path if isinstance(part, str)]
    return f"'{names[-1]}'" if names else ""
