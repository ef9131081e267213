"""The text of a dossier file → a tree, within limits. Builds as it reads; the same rules as file/json-scan.js.

The first fault in the text decides, so that page and package refuse the same files with the same words. json.loads
does not do: it passes over a key that stands twice, and deep nesting kills the Python of the page for good.
"""

import json
import re
from typing import Any

from fii_widgets.errors import RequestError
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS

#: STRING is in code points: a note takes 10,000 of them
BYTES, DEPTH, KEYS, STRING = 4 * 1024 * 1024, 20, 200_000, 12_000
FORBIDDEN = frozenset({"__proto__", "constructor", "prototype"})

_SPACE = re.compile(r"[ \t\n\r]*")
#: nothing in it is tried twice, also not in a string that nobody closed
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_WORD = re.compile(r"[-+.0-9A-Za-z]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_CONSTANTS = {"true": True, "false": False, "null": None}
HALF = re.compile("[\ud800-\udfff]")
#: what other programs make of the straight quotes of JSON: where one should stand, and inside a text that never ended
_QUOTE_HERE = re.compile("['\\\\“”„‟«»″‘’]|&(?:quot|#34|#x22);")
_QUOTE_INSIDE = re.compile("[“”„‟«»″]")
_CLOSER = {dict: "}", list: "]"}
#: JavaScript knows every whole number until here
_SAFE = 2**53 - 1


class DossierError(RequestError):
    """A file that cannot be used; `code` is that of the scripts, and nothing of the file was taken over."""

    def __init__(self, code: str, file: str = "", where: str = "") -> None:
        self.code, self.where = code, where
        name = file or "Het bestand"
        sentence = WORDS_FOR_SCRIPTS[f"file.{code}"].format(bestand=name)
        super().__init__(sentence + (f" (Plaats: {where}.)" if where else ""))


def parse_text(text: str, file: str = "") -> Any:
    """Return the tree of a JSON text; `file` is how a message calls it. Raises DossierError."""
    if len(text) > BYTES or len(text.encode("utf-8", "surrogatepass")) > BYTES:
        raise DossierError("size", file)
    return _Reader(text, file).tree()


def check_text(text: str, file: str = "") -> None:
    """Refuse what the page could not open: lone surrogates. Raises DossierError."""
    if HALF.search(text):
        raise DossierError("text", file)


class _Reader:
    """Reads one text, without recursion."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.at = self.keys = self.commas = 0
        self.open: list[dict[str, Any] | list[Any]] = []  #: containers that are not closed yet
        self.key = ""  #: of the value that comes next, where it stands in an object
        self.last = ""  #: the last string

    def fail(self, code: str) -> DossierError:
        return DossierError(code, self.file)

    def broken(self) -> DossierError:
        """Say what seems to have happened to a text that is no JSON."""
        if not self.open:
            return self.fail("json" if self.text.strip(" \t\n\r") else "empty")
        if self.at >= len(self.text):
            return self.fail("cut")
        return self.fail(
            "quotes" if _QUOTE_HERE.match(self.text, self.at) or _QUOTE_INSIDE.search(self.last) else "json"
        )

    def tree(self) -> Any:
        root = self.value()
        while self.open:
            inner = self.open[-1]
            character = self.character()
            if character == _CLOSER[type(inner)]:
                self.at += 1
                self.open.pop()
                continue
            if inner:
                self.comma(character)
            if isinstance(inner, dict):
                self.name(inner)
            self.value()
        if after := self.character():
            raise self.fail("two" if after == "{" else "json")
        return root

    def character(self) -> str:
        """Go to the next character that is no space, and return it; nothing at the end of the text."""
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
        return self.text[self.at : self.at + 1]

    def comma(self, character: str) -> None:
        if character != ",":
            raise self.broken()
        self.at += 1
        self.commas += 1  # long lists have few keys, and are as heavy
        if self.commas > 2 * KEYS:
            raise self.fail("keys")

    def name(self, inner: dict[str, Any]) -> None:
        if self.character() != '"':
            raise self.broken()
        self.key = self.string()
        self.keys += 1
        if self.keys > KEYS:
            raise self.fail("keys")
        if self.key in FORBIDDEN:
            raise self.fail("prototype")
        if self.key in inner:
            raise self.fail("duplicate")
        if self.character() != ":":
            raise self.broken()
        self.at += 1

    def value(self) -> Any:
        """Read a value, of an object or a list its opening character only, and put it where it belongs."""
        value: Any
        match self.character():
            case "{":
                value = {}
            case "[":
                value = []
            case '"':
                value = self.string()
            case _:
                value = self.word()
        if self.open:
            inner = self.open[-1]
            if isinstance(inner, dict):
                inner[self.key] = value
            else:
                inner.append(value)
        if isinstance(value, dict | list):
            self.at += 1
            self.open.append(value)
            if len(self.open) > DEPTH:
                raise self.fail("depth")
        return value

    def string(self) -> str:
        token = _STRING.match(self.text, self.at)
        if not token:
            self.at = len(self.text)
            raise self.broken()
        try:
            self.last = json.loads(token.group())
        except ValueError:
            self.last = token.group()
            raise self.broken() from None
        self.at = token.end()
        if len(self.last) > STRING:
            raise self.fail("string")
        check_text(self.last, self.file)
        return self.last

    def word(self) -> Any:
        """Read a number, true, false or null."""
        token = _WORD.match(self.text, self.at).group()  # type: ignore[union-attr]
        if token in _CONSTANTS:
            value: Any = _CONSTANTS[token]
        elif _NUMBER.fullmatch(token):
            value = self.number(token)
        else:
            if self.at + len(token) == len(self.text):
                self.at = len(self.text)
            raise self.broken()
        self.at += len(token)
        return value

    def number(self, token: str) -> int | float:
        """Take a number that the scripts read as Python does: of whole ones the small, in their one spelling."""
        value = float(token) if len(token) <= 17 else _SAFE + 1.0
        if not value.is_integer() and abs(value) != float("inf"):
            return value
        if abs(value) > _SAFE or str(int(value)) != token:
            raise self.fail("number")
        return int(token)
