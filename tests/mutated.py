"""Dossier files with something wrong with them, made by chance from good ones; the same ones each time. Judges nothing.

`files` gives them as bytes. Each is changed at one of five levels: bytes, tokens of JSON, the tree, how a tree is
spelled, and the whole file (other encodings, pages, mail, halves, pairs).
"""

import base64
import gzip
import json
import quopri
import random
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from fii_widgets.export.html.carried import data_element
from tests.proof.hostile.ground import whole
from tools.paths import ROOT

GOLDEN = sorted((ROOT / "tests" / "golden").glob("0.[12]*.json"))
#: small ones: a mutation that sits where it matters is likelier, and twenty thousand are read in minutes; the last is of
#: the newest schema, with one of everything
GOOD = [
    *(path.read_text("utf-8") for path in GOLDEN if path.stat().st_size < 8_000),
    json.dumps(whole(), ensure_ascii=False, indent=1),
]

_BYTES = (
    b"\x00",
    b"\xef\xbb\xbf",
    b"\xc0\x80",
    b"\xed\xa0\xbd",
    b"\xf4\x90\x80\x80",
    b"\xff",
    b"\xc3",
    b"\xe2\x80\xa8",
)
_CHARACTERS = re.findall(
    "[^ ]+",
    "\x00 \x07 \t \n \x0b \x0c \r \x1f \x7f \x85 \xa0 \u1680 \u2028 \u2029 \ufeff \ufffe \U0001f600 \\ \" ' / ` \u201c \u201d &quot; \\u",
)
_NUMBERS = re.findall(
    "[^ ]+",
    "0 -0 1 2 3 4 99 -1 1E0 2.0 2e0 20e-1 0.2e1 2.5 1e999 -1e999 1e-400 01 1. .5 +1 0x2 2n NaN Infinity -Infinity - 1e 1_0",
)
_WORDS = (
    *_NUMBERS,
    "9007199254740991",
    "9007199254740993",
    "123456789012345678",
    "True",
    "None",
    "undefined",
    "true",
    "null",
)
_KEYS = ("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "schema", "kind", "answers", "s1-01", "٣", "s١-01",
         "ſ1", "-x", "x/y", "@", "a" * 80, "a" * 81, "é", "a b", "a\n", "r-1", "r-١", "\u2028", "\ud83d", "😀")  # fmt: skip
_DAYS = ("2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "2026-13-01", "2026-1-1",
         "20260101", "2026-W01-1", "2026-02-30", "202666-11-28", "+002026-01-01", "٢٠٢٦-01-01", " 2026-01-01", "2026-01-01\n")  # fmt: skip
_HOURS = ("", "T10:00Z", "T10:00:00Z", "T10:00:00.000Z", "T10:00:00.1234567890Z", "T10:00:00,5Z", "T24:00:00Z", "T23:59:60Z", "T10:00:00",
          "T10:00:00+01:00", "T10:00:00+0100", "T10:00:00+24:00", "T10:00:00-00:00", "T10:00:00+01", "T10Z", "t10:00:00z", " 10:00:00Z",
          "T10:00:00.Z", "T10:00:00Z\n", "T١٠:00:00Z", "T10:00:00+01:00:30")  # fmt: skip
_TEXTS = (
    "",
    "rood",
    "x" * 12_000,
    "x" * 12_001,
    "😀" * 12_000,
    "😀" * 12_001,
    "\ud83d",
    "\ude00\ud83d",
    "a\u2028b",
    "\x00",
    "open",
    "closed",
)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[-+.0-9A-Za-z]+|\s+')


def files(count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield so many files, each from its own number: the first hundred of a thousand are those of a hundred."""
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        yield chance.choice(_LEVELS)(chance, chance.choice(GOOD))


def _of_bytes(chance: random.Random, good: str) -> bytes:
    content = bytearray(good.encode())
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        start = chance.randrange(len(content) + 1)
        end = min(start + chance.choice((0, 1, 1, 2, 8, 60)), len(content))
        new = chance.choice((b"", chance.choice(_BYTES), bytes([chance.randrange(256)]), bytes(content[start:end]) * 2))
        content[start:end] = new
    return bytes(content)


def _of_tokens(chance: random.Random, good: str) -> bytes:
    tokens = _TOKEN.findall(good)
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(tokens))
        other = chance.randrange(len(tokens))
        character = chance.choice(_CHARACTERS)
        tokens[at : at + 1] = chance.choice(
            (
                [],
                [tokens[at], tokens[at]],
                [tokens[other]],
                [tokens[at], tokens[other]],
                [chance.choice(_WORDS)],
                [tokens[at], character],
                [tokens[at][:1], character, tokens[at][1:]],
                ["/* x */", tokens[at]],
                ["// x\n", tokens[at]],
                [tokens[at], ","],
                [tokens[at].replace('"', "'")],
            )
        ) or [""]
    return "".join(tokens).encode("utf-8", "replace")


def _of_tree(chance: random.Random, good: str) -> bytes:
    return _spelled(chance, _changed(chance, good), escapes=0.0)


def _of_spelling(chance: random.Random, good: str) -> bytes:
    tree = json.loads(good) if chance.random() < 0.5 else _changed(chance, good)
    return _spelled(chance, tree, escapes=0.3)


def _of_file(chance: random.Random, good: str) -> bytes:
    page = f"<!DOCTYPE html>\n<title>x</title>{data_element(good)}<p>x</p>"
    cut = chance.randrange(1, len(good))
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: page.encode(),
        lambda: f"\ufeff\n<!-- saved from url=(0014)about:internet -->\r\n{page}".encode(),
        lambda: _of_bytes(chance, page),
        lambda: (page + page).encode(),
        lambda: page[: chance.randrange(len(page))].encode(),
        lambda: good[:cut].encode(),
        lambda: (good + good).encode(),
        lambda: (good + chance.choice(_CHARACTERS)).encode("utf-8", "replace"),
        lambda: (chance.choice(("\ufeff", "\ufeff\ufeff", " ", "\u00a0", "\x00")) + good).encode(),
        lambda: good.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "cp1252")), "replace"),
        lambda: good.replace('"', chance.choice(("“", "”", "&quot;", "'", '\\"', "«"))).encode(),
        lambda: re.sub('"', lambda _: chance.choice('"“”'), good).encode(),
        lambda: gzip.compress(good.encode(), mtime=0),
        lambda: b"From: a@b\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(good.encode()),
        lambda: quopri.encodestring(good.encode()),
        lambda: good.replace("\n", "\r\n").encode(),
        lambda: re.sub(r"\s+", lambda _: chance.choice((" ", "\t", "\f", "\u2028", "\u00a0")), good).encode(),
        lambda: json.dumps(good).encode(),
        lambda: chance.choice((b"", b" \n", b"\x00" * chance.choice((1, 4096, 5000)), b"{", b"[", b"1", b"{}", b'{"kind":')),
        lambda: ("[" * chance.choice((19, 20, 21, 3000)) + chance.choice(("", "1"))).encode(),
        lambda: good.rstrip()[:-1].encode() + b',"x":' + b"[" * 30 + b"]" * 30 + b"}",
    )  # fmt: skip
    return chance.choice(ways)()


_LEVELS = (_of_bytes, _of_tokens, _of_tokens, _of_tree, _of_tree, _of_tree, _of_spelling, _of_file)


def _changed(chance: random.Random, good: str) -> Any:
    """Change a tree in one place or two; now and then it says that a later handbook made it."""
    tree = json.loads(good)
    if chance.random() < 0.05:
        tree["schema"] = chance.choice((4, 99))
    for _ in range(chance.choice((1, 1, 2))):
        holder, key = chance.choice(list(_places(tree)))
        new = _value(chance, holder[key])
        what = chance.randrange(5)
        if what == 0 and isinstance(holder, dict):
            del holder[key]
        elif what == 1 and isinstance(holder, dict):
            holder[chance.choice(_KEYS)] = chance.choice((deepcopy(holder[key]), new))
        elif what == 2 and isinstance(holder, dict):
            others = [other for other, _ in _places(tree) if isinstance(other, dict)]
            chance.choice(others)[key] = deepcopy(holder[key])
        else:
            holder[key] = new
        if not isinstance(tree, dict) or not tree:
            break
    return tree


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each container of a tree with each key in it."""
    entries = list(tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ())
    for key, value in entries:
        yield tree, key
        yield from _places(value)


def _value(chance: random.Random, old: Any) -> Any:
    time = chance.choice(_DAYS) + chance.choice(_HOURS)
    found: tuple[Any, ...] = (
        None,
        True,
        False,
        0,
        1,
        2,
        3,
        99,
        -1,
        2.5,
        [],
        {},
        [deepcopy(old)],
        {"x": deepcopy(old)},
        chance.choice(_TEXTS),
        chance.choice(_KEYS),
        str(old)[:50],
    )
    return chance.choice(
        (time, time, chance.choice(_DAYS), chance.choice(found), chance.choice(found), chance.choice(found))
    )


def _spelled(chance: random.Random, tree: Any, *, escapes: float) -> bytes:
    """Write a tree as JSON, some of its characters as escapes, and some whole numbers as others spell them."""
    text = json.dumps(tree, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    if escapes:
        text = re.sub(
            r"(?<!\\)[A-Za-z_]",
            lambda character: f"\\u{ord(character[0]):04x}" if chance.random() < escapes / 10 else character[0],
            text,
        )
        text = re.sub(
            r"(?<=[ :\[,])\d(?=[,\]}\n])",
            lambda digit: chance.choice((digit[0], f"{digit[0]}.0", f"{digit[0]}e0", f"-{digit[0]}")),
            text,
        )
    return text.encode("utf-8", "surrogatepass" if chance.random() < 0.1 else "replace")
