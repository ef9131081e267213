"""The shapes that only an author's file has: every value is text as YAML gives it, and every fault a Dutch sentence.

What they share with those of a dossier stands in shapes. Knows no YAML and opens no files.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fii_widgets.shapes.shape import OneOf, Path, Report, Tree, at

IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LINES = re.compile(r"\d+(-\d+)?(, \d+(-\d+)?)*")
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_YES_NO = OneOf(("ja", "nee"))


@dataclass(frozen=True)
class Text:
    """A line or paragraph of plain text."""

    longest: int = 1200

    def read(self, value: object, path: Path, report: Report) -> str:
        if not isinstance(value, str):
            report(path, f"{at(path)} moet een tekst zijn.")
            return ""
        words = " ".join(value.split())
        if not words:
            report(path, f"{at(path)} is leeg.")
        if len(words) > self.longest:
            report(path, f"{at(path)} is langer dan {self.longest} tekens.")
        return words

    def schema(self) -> Tree:
        return {"type": "string", "minLength": 1, "maxLength": self.longest}


@dataclass(frozen=True)
class Pattern:
    """A text of a fixed form."""

    pattern: re.Pattern[str]
    example: str

    def read(self, value: object, path: Path, report: Report) -> str:
        if not isinstance(value, str) or not self.pattern.fullmatch(value):
            shown = value if isinstance(value, str) else "…"
            report(path, f"{at(path)} '{shown}' heeft niet de goede vorm. Zo wel: {self.example}.")
            return ""
        return value

    def schema(self) -> Tree:
        return {"type": ["string", "integer"], "pattern": f"^{self.pattern.pattern}$", "examples": [self.example]}


@dataclass(frozen=True)
class YesNo:
    """A word for true or false."""

    def read(self, value: object, path: Path, report: Report) -> bool:
        return _YES_NO.read(value, path, report) == "ja"

    def schema(self) -> Tree:
        return _YES_NO.schema()


@dataclass(frozen=True)
class Number:
    """A whole number within bounds."""

    lowest: int
    highest: int

    def read(self, value: object, path: Path, report: Report) -> int:
        if isinstance(value, str) and value.isdecimal() and self.lowest <= int(value) <= self.highest:
            return int(value)
        report(path, f"{at(path)} moet een getal van {self.lowest} tot en met {self.highest} zijn.")
        return self.lowest

    def schema(self) -> Tree:
        return {"type": "integer", "minimum": self.lowest, "maximum": self.highest}


@dataclass(frozen=True)
class Pairs:
    """A mapping of ids to ids, kept in order: which item has which choice."""

    def read(self, value: object, path: Path, report: Report) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
            report(path, f"{at(path)} moet zijn: punt en keuze, zoals 'g-07: extern'.")
            return ()
        return tuple((str(key), str(choice)) for key, choice in value.items())

    def schema(self) -> Tree:
        return {"type": "object", "additionalProperties": {"type": "string"}}
