"""A mapping with known keys, and what it makes: the rows of both tables. One shape among others (shape); knows no record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fii_widgets.errors import did_you_mean, nearest
from fii_widgets.shapes.shape import Path, Report, Shape, Tree, at

#: no default: an absent key means nothing
ABSENT = object()


@dataclass(frozen=True)
class Key:
    """A key of a record, in the order of the file."""

    name: str
    shape: Shape
    help: str = ""  #: Dutch: shown by editors, in the published schema and where it is missing
    attribute: str = ""  #: what it fills; empty: called like the key
    needed: bool = True
    default: Any = ABSENT  #: what an absent key means, as JSON; then it is not needed
    brief: bool = False  #: not written where it says what `default` says
    unless: tuple[str, str] | None = None  #: (other key, value) with which it is not needed
    never: tuple[str, str] | None = None  #: (other key, value) with which it may not stand

    def __post_init__(self) -> None:
        object.__setattr__(self, "attribute", self.attribute or self.name)
        object.__setattr__(self, "needed", self.needed and self.default is ABSENT)

    @property
    def condition(self) -> tuple[str, str] | None:
        """What waives a needed key."""
        return self.unless or self.never

    def waived(self, record: Mapping[str, object]) -> bool:
        """Whether a record need not have the key, by what stands at another."""
        return self.condition is not None and record.get(self.condition[0]) == self.condition[1]

    def schema(self) -> Tree:
        """Return what may stand at the key, with what an editor says of it."""
        return {**({"description": self.help} if self.help else {}), **self.shape.schema()}

    def when(self) -> Tree:
        """Say in a schema when a key is needed, and when it may not stand."""
        other, value = self.condition or ("", "")
        return {
            "if": {"properties": {other: {"const": value}}, "required": [other]},
            "then": {"properties": {self.name: False}} if self.never else True,
            "else": {"required": [self.name]},
        }


@dataclass(frozen=True)
class Record:
    """Exactly these keys, and what they make: `make` gets the attributes of the keys that stand there."""

    noun: str  #: how a message calls it: 'punt', 'onderdeel'
    make: Callable[..., Any]
    keys: tuple[Key, ...]
    short: bool = False  #: the value of the first key may stand instead of the mapping
    check: Callable[[Any, Path, Report], None] | None = None  #: reports what does not fit together in what was made
    names: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", frozenset(key.name for key in self.keys))

    def read(self, value: object, path: Path, report: Report) -> Any:
        first = self.keys[0]
        if self.short and not isinstance(value, Mapping):
            return self.make(**{first.attribute: first.shape.read(value, path, report)})
        if not isinstance(value, Mapping):
            report(path, f"{at(path) or self.noun} moet sleutels hebben, zoals '{first.name}:'.")
            value = {}
        if not self.names.issuperset(value):
            self.refuse_strange(value, path, report)
        meant = self._meant(value)
        attributes: dict[str, Any] = {}
        for key in self.keys:
            place = (*path, key.name)
            if key.name in value and key.never and key.waived(value):
                without = f"en heeft toch '{key.name}'. Laat '{key.name}' weg."
                report(place, f"{self._called(value)} is '{key.never[1]}' {without}")
            elif key.name in value:
                attributes[key.attribute] = key.shape.read(value[key.name], place, report)
            elif key.needed and not key.waived(value):
                if key.name not in meant:
                    report(place, f"{self._called(value)} mist '{key.name}' ({key.help}).")
                attributes[key.attribute] = key.shape.read("", place, lambda *_: None)
        made = self.make(**attributes)
        if self.check:
            self.check(made, path, report)
        return made

    def _meant(self, value: Mapping[str, object]) -> frozenset[str]:
        """Return the keys that a misspelt one was to be: of those was told already, at their own line."""
        strange = (str(name) for name in value if name not in self.names)
        return frozenset(near for name in strange for near in nearest(name, [key.name for key in self.keys]))

    def refuse_strange(self, value: Mapping[str, object], path: Path, report: Report) -> None:
        """Report the keys of a mapping that the record does not know, in the order of the file."""
        known = tuple(key.name for key in self.keys)
        for name in value:
            if name not in self.names:
                wrong = f"{self._called(value)} heeft een onbekende sleutel '{name}'.{did_you_mean(name, known)}"
                report((*path, name), wrong)

    def _called(self, value: Mapping[str, object]) -> str:
        return f"{self.noun} '{value['id']}'" if isinstance(value.get("id"), str) else self.noun

    def schema(self) -> Tree:
        properties = {key.name: key.schema() for key in self.keys}
        needed = [key.name for key in self.keys if key.needed and key.condition is None]
        own = {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}
        if conditions := [key.when() for key in self.keys if key.condition]:
            own["allOf"] = conditions
        return {"anyOf": [self.keys[0].shape.schema(), own]} if self.short else own
