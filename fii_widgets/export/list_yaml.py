"""A team's list → the text of an instrument file, as an author would write it. Pure; opens no files.

Written by the parser's own table of keys, so that what is written can be read. Every text is quoted: whatever
people typed stays text.
"""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from fii_widgets.dossier.list_records import permanent
from fii_widgets.errors import RequestError
from fii_widgets.instrument.keys.flows import GIVER_KEY
from fii_widgets.instrument.keys.table import CHECKLIST
from fii_widgets.instrument.model import Checklist, Item, Link, Scale
from fii_widgets.instrument.room import OWN_ITEM
from fii_widgets.instrument.shapes import Pairs
from fii_widgets.report.instrument.own_list import usual
from fii_widgets.shapes.record import Record
from fii_widgets.shapes.shape import ListOf
from fii_widgets.words import word

_PLAIN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_NOT_WORDS = frozenset({"ja", "nee", "yes", "no", "on", "off", "true", "false", "null", "y", "n"})
#: what YAML takes for the end of a line, or does not take at all
_RISKY = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def list_yaml(instrument: Checklist) -> str:
    """Return the file. Guarantees: our parser finds no fault in it, and reads the same list; own items have
    permanent ids. Raises ValueError where nothing is left of the list, RequestError where an item is too long."""
    if not instrument.items:
        raise ValueError("een lijst zonder punten is geen instrument")
    tree = _tree(CHECKLIST, _ready(instrument))
    scale = usual(instrument).scale
    head = {key: tree.pop(key) for key in ("id", "soort", "titel")}
    if scale:
        head["schaal"] = scale.id
    lines = ["# yaml-language-server: $schema=checklist.schema.json", *_mapping({**head, **_bare(tree, scale)}, 0)]
    return "\n".join(lines) + "\n"


def _ready(instrument: Checklist) -> Checklist:
    """Own items get permanent ids. One that a file of another brought may be longer than a list takes: never cut."""

    def ready(item: Item) -> Item:
        if len(item.text) > OWN_ITEM:
            raise RequestError(word("list_long", text=f"{item.text[:40]}…", most=OWN_ITEM))
        return dataclasses.replace(item, id=permanent(item.id))

    sections = tuple(
        dataclasses.replace(section, items=tuple(ready(item) for item in section.items))
        for section in instrument.sections
    )
    return dataclasses.replace(instrument, sections=sections)


def _tree(record: Record, value: Any) -> dict[str, Any]:
    """Turn a value back into the keys it was read from; what is as it would be without being written is left out."""
    usual_values = {field.name: field.default for field in dataclasses.fields(value)}
    tree: dict[str, Any] = {}
    seen: set[str] = set()
    for key in record.keys:
        given = getattr(value, key.attribute, None)
        optional = not key.needed or key.condition
        if (
            key.name == GIVER_KEY
            or key.attribute in seen
            or (optional and (given in ((), "", None) or given == usual_values.get(key.attribute)))
        ):
            continue
        seen.add(key.attribute)
        tree[key.name] = _plain(key.shape, given)
    return tree


def _plain(shape: Any, value: Any) -> Any:
    if isinstance(value, Scale):
        return value.id
    if isinstance(value, Link):
        return value.target
    if isinstance(shape, ListOf):
        return [_plain(shape.shape, entry) for entry in value]
    if isinstance(shape, Pairs):
        return dict(value)
    if isinstance(shape, Record):
        return _tree(shape, value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value.value if isinstance(value, Enum) else value


def _bare(node: Any, scale: Scale | None) -> Any:
    """Leave out what an author leaves out: the list's own scale at each item."""
    if isinstance(node, list):
        return [_bare(child, scale) for child in node]
    if isinstance(node, Mapping):
        return {
            key: _bare(child, scale)
            for key, child in node.items()
            if not (scale and (key, child) == ("schaal", scale.id))
        }
    return node


def _mapping(tree: Mapping[str, Any], indent: int) -> Iterator[str]:
    space = " " * indent
    for key, value in tree.items():
        name = key if _PLAIN.fullmatch(key.replace("_", "-")) else _quoted(key)
        if isinstance(value, Mapping):
            yield f"{space}{name}:"
            yield from _mapping(value, indent + 2)
        elif isinstance(value, list) and any(isinstance(entry, Mapping) for entry in value):
            yield f"{space}{name}:"
            for entry in value:
                first, *rest = _mapping(entry, indent + 4)
                yield f"{space}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{space}{name}: [{', '.join(_scalar(entry) for entry in value)}]"
        else:
            yield f"{space}{name}: {_scalar(value)}"


def _scalar(value: Any) -> str:
    text = str(value)
    return text if isinstance(value, int) or (_PLAIN.fullmatch(text) and text not in _NOT_WORDS) else _quoted(text)


def _quoted(text: str) -> str:
    """JSON's quotes are YAML's quotes, but for the letters that YAML does not take as they are."""
    return _RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
