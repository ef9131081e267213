"""A team's own list is kept as answers: how their ids are called, and which instrument they belong to. Pure.

`<item>.tekst` own wording · `<item>.verborgen` not in our list · `<instrument>.e-xxxxxx` an own item, with its text in
`.tekst` and its section in `.plek` · `<instrument>.volgorde` ids in order. A permanent id never holds a dot.
Of a list that is filled in for each of several, `<name>.plek` is the row of another list that is about the same one.
"""

import re

TEXT, HIDDEN, PLACE, ORDER = "tekst", "verborgen", "plek", "volgorde"

_RECORD = re.compile(rf"(.+)\.({TEXT}|{HIDDEN}|{PLACE}|{ORDER})", re.DOTALL)
_OWN = re.compile(r"([a-z0-9-]+)\.e-[a-z0-9]{6}")


def record(id_: str) -> tuple[str, str] | None:
    """Return what a record of a list is about and which part it holds; None for an answer to an item."""
    found = _RECORD.fullmatch(id_)
    return (found[1], found[2]) if found else None


def own_item(id_: str) -> str:
    """Return the instrument of an own item's id, or an empty text."""
    found = _OWN.fullmatch(id_)
    return found[1] if found else ""


def permanent(id_: str) -> str:
    """Return the id that an own item gets when its list becomes a file: the same every time, and used by no other."""
    return id_.replace(".", "-")
