"""A record of a dossier file: exactly which keys, and what they make. One shape among others (shapes); knows no record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fii_widgets.dossier.shapes import Fail, Shape, Tree

#: a key that must be there
NEEDED = object()
#: a key that may be absent, and stays so
OPTIONAL = object()


@dataclass(frozen=True)
class Key:
    """A key of a record, in the order of the file."""

    name: str
    shape: Shape
    default: Any = NEEDED  #: as JSON; or NEEDED, or OPTIONAL
    help: str = ""  #: Dutch, in the published schema
    brief: bool = False  #: not written where it says what `default` says

    def page(self) -> Tree:
        """Return the key as the page knows it; without `default` it must be there, unless it is optional."""
        default = {} if self.default is NEEDED else {"default": self.default}
        more = {"optional": True} if self.default is OPTIONAL else default
        return {"key": self.name, "of": self.shape.page(), **more, **({"brief": True} if self.brief else {})}


@dataclass(frozen=True)
class Record:
    """Exactly these keys, and what they make."""

    name: str
    make: Callable[..., Any]
    keys: tuple[Key, ...]
    _keys: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", frozenset(key.name for key in self.keys))

    def without(self, *names: str) -> "Record":
        """Return the record without the parts that have registers of their own."""
        keys = tuple(key for key in self.keys if key.name not in names)
        return Record(f"{self.name} without {' '.join(names)}", self.make, keys)

    def read(self, value: object, where: str, fail: Fail) -> Any:
        if not isinstance(value, Mapping):
            raise fail(where)
        if strange := sorted(str(one) for one in set(value) - self._keys):
            raise fail(f"{where}/{strange[0][:40]}".lstrip("/"))
        found = {}
        for key in self.keys:
            place = f"{where}/{key.name}".lstrip("/")
            if key.name in value:
                one = key.shape.read(value[key.name], place, fail)
            elif key.default is OPTIONAL:
                continue
            elif key.default is NEEDED:
                raise fail(place)
            else:
                one = key.shape.read(key.default, place, fail)
            found[key.name] = one
        return self.make(**found)

    def schema(self) -> Tree:
        properties = {
            key.name: key.shape.schema() | ({"description": key.help} if key.help else {}) for key in self.keys
        }
        needed = [key.name for key in self.keys if key.default is NEEDED]
        return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}

    def page(self) -> Tree:
        return {"is": "record", "name": self.name}
