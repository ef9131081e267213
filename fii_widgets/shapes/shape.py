"""What may stand in one place of a file: how it is read, and how its JSON Schema says it. Shapes of shapes are in record.

Every shape of both tables has these two, so that what is read and what is published cannot differ.
Knows no YAML, no JSON text and opens no files.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from fii_widgets.errors import did_you_mean

DIALECT = "https://json-schema.org/draft/2020-12/schema"

type Tree = dict[str, Any]
#: keys and numbers of entries, from the root of a file
type Path = tuple[str | int, ...]
#: is told where something is wrong, and what; it may raise, or go on with what the shape gives instead
type Report = Callable[[Path, str], Any]


class Shape(Protocol):
    """What may stand in one place."""

    def read(self, value: object, path: Path, report: Report) -> Any:
        """Return what a value means; report what is wrong with it, and return what can be worked with."""

    def schema(self) -> Tree:
        """Return it as JSON Schema."""


@dataclass(frozen=True)
class OneOf:
    """One of a closed set of words; of an enumeration its member."""

    words: Iterable[str]

    def read(self, value: object, path: Path, report: Report) -> str:
        words = tuple(self.words)
        if isinstance(value, str) and value in words:
            return words[words.index(value)]
        shown = value if isinstance(value, str) else "…"
        report(path, f"{at(path)} '{shown}' bestaat niet.{did_you_mean(shown, words)}")
        return words[0]

    def schema(self) -> Tree:
        return {"enum": [str(word) for word in self.words]}


@dataclass(frozen=True)
class ListOf:
    """A list of the same; `single` also takes one entry without a dash."""

    shape: Shape
    single: bool = False
    fewest: int = 1

    def read(self, value: object, path: Path, report: Report) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            if self.single:
                return (self.shape.read(value, path, report),)
            report(path, f"{at(path)} moet een lijst zijn: elke regel begint met een streepje.")
            return ()
        if len(value) < self.fewest:
            report(path, f"{at(path)} is leeg.")
        return tuple(self.shape.read(entry, (*path, index), report) for index, entry in enumerate(value))

    def schema(self) -> Tree:
        fewest = {"minItems": self.fewest} if self.fewest else {}
        own = {"type": "array", **fewest, "items": self.shape.schema()}
        return {"anyOf": [self.shape.schema(), own]} if self.single else own


def at(path: Path) -> str:
    """Name the key a path ends in, for a sentence."""
    names = [part for part in path if isinstance(part, str)]
    return f"'{names[-1]}'" if names else ""
