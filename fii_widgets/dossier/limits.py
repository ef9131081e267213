"""The text of a dossier file → a tree, within limits. Refuses before it builds; the same rules as json-scan.js.

Deep nesting kills the Python of the page for good, and a key that stands twice hides what the other one said.
"""

import json
import re
from typing import Any, NoReturn

from fii_widgets.errors import RequestError
from fii_widgets.script_words import WORDS_FOR_SCRIPTS

BYTES, DEPTH, KEYS, STRING = 4 * 1024 * 1024, 20, 200_000, 12_000
FORBIDDEN = frozenset({"__proto__", "constructor", "prototype"})

#: a string, a bracket, a comma or a number; each alternative starts with another sign, so nothing is tried twice, also
#: not in a string that nobody closed
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{},]|[-0-9][-+.0-9eE]*', re.DOTALL)
HALF = re.compile("[\ud800-\udfff]")


class DossierError(RequestError):
    """A file that cannot be used; `code` is that of the scripts, and nothing of the file was taken over."""

    def __init__(self, code: str, file: str = "", where: str = "") -> None:
        self.code, self.where = code, where
        name = file or "Het bestand"
        said = WORDS_FOR_SCRIPTS[f"file.{code}"].format(bestand=name)
        super().__init__(said + (f" (Plaats: {where}.)" if where else ""))


def parse_text(text: str, file: str = "") -> Any:
    """Return the tree of a JSON text; `file` is how a message calls it. Raises DossierError."""
    text = text.removeprefix("\ufeff")
    _scan(text, file)
    try:
        tree = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, file),
            parse_constant=lambda _: _refuse("number", file),
            parse_float=lambda digits: _number(digits, file),
        )
    except (ValueError, RecursionError):
        raise DossierError("json", file) from None
    return tree


def check_text(text: str, file: str = "") -> None:
    """Refuse what the page could not open: halves of characters. Raises DossierError."""
    if HALF.search(text):
        raise DossierError("text", file)


def _scan(text: str, file: str) -> None:
    if len(text) > BYTES or len(text.encode("utf-8", "replace")) > BYTES:
        raise DossierError("size", file)
    check_text(text, file)
    depth = commas = keys = 0
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token[0] == '"':
            if len(token) - 2 > STRING and len(_unescaped(token)) > STRING:
                raise DossierError("string", file)
            keys += text[found.end() : found.end() + 20].lstrip()[:1] == ":"
        elif token in "[{":
            depth += 1
        elif token in "]}":
            depth -= 1
        elif token == ",":
            commas += 1
        elif len(token) > 17:
            raise DossierError("number", file)
        if depth > DEPTH:
            raise DossierError("depth", file)
        if keys > KEYS or commas > 2 * KEYS:
            raise DossierError("keys", file)


def _unescaped(quoted: str) -> str:
    """Count an escape as the scripts do: as one sign."""
    return re.sub(r"\\(?:u.{4}|.)", "x", quoted[1:-1], flags=re.DOTALL)


def _object(pairs: list[tuple[str, Any]], file: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise DossierError("duplicate", file)
    if FORBIDDEN & found.keys():
        raise DossierError("prototype", file)
    for key in found:
        check_text(key, file)
    for value in found.values():
        if isinstance(value, str):
            check_text(value, file)
    return found


def _number(digits: str, file: str) -> float:
    number = float(digits)
    return number if abs(number) < float("inf") else _refuse("number", file)


def _refuse(code: str, file: str) -> NoReturn:
    raise DossierError(code, file)
