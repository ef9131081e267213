"""Makes files that mean harm, in classes; the same each time. Opens none of them.

Each stands as bytes; one that is still a tree can also be put into a store, record by record (`hostile_stores`).
"""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import cycle
from typing import Any

from fii_widgets.dossier.records import SCHEMA
from tests.proof.harm import HARMS

MOMENT = "2026-11-01T10:00:00.000Z"
LATE = ("9998-12-31T23:59:59.999Z", "9999-12-31T23:59:59Z", "+275760-09-13T00:00:00Z", "2999-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "2026-11-01T24:00:00Z", "2026-11-01T23:59:60Z", "2026-02-30T10:00:00Z", "1e400", "2026-11-01T10:00:00+99:99")  # fmt: skip
DAYS = ("202666-11-28", "2026-02-30", "0000-00-00", "28-11-2026", "2026-13-01", "2811202666", "9999-12-31", "-2026-11-28", "2026-11-28T00:00", "٢٠٢٦-١١-٢٨")  # fmt: skip
WRONG: tuple[Any, ...] = (
    None,
    0,
    -1,
    1.5,
    True,
    "",
    "x",
    [],
    {},
    [[]],
    [None],
    {"": None},
    ["a"],
    {"at": MOMENT},
    10**15,
)


@dataclass(frozen=True)
class Hostile:
    """One file."""

    kind: str  #: its class
    name: str
    content: bytes
    tree: dict[str, Any] | None = None


def whole() -> dict[str, Any]:
    """Return a dossier with one of everything, sound."""
    answer = {"choice": "rood", "note": "Notitie", "at": MOMENT}
    text = {"at": MOMENT, "text": "Woorden"}
    return {
        "schema": SCHEMA, "kind": "fii-dossier", "edition": "handboek-fii", "content": "0.1.0", "saved": MOMENT,
        "name": dict(text), "rhythm": {"at": MOMENT, "text": "maandelijks"}, "team": {"at": MOMENT, "text": "open"}, "member": "",
        "answers": {"s1-01": dict(answer), "s1-02": dict(answer), "g-kandidaat": {"note": "Zuid", "at": MOMENT}, "oud-9": dict(answer)},
        "reviews": {"r-1": {"at": MOMENT, "date": "2026-10-01", "next": "2026-10-15", "phases": [1, 2], "state": "closed", "present": ["PL"],
                            "agenda": "Punten", "lights": {"s1-01": "rood"}, "notes": {"s1-01": dict(text)}, "decisions": {"d-1": dict(text)},
                            "corrections": {"c-1": dict(text)}}},
        "actions": {"a-1": {"at": MOMENT, "text": "Bellen", "item": "s1-01", "review": "r-1", "owner": "PL", "due": "2026-12-01", "state": "open"}},
        "members": {"m-1": {"at": MOMENT, "label": "PL", "role": "leider", "side": "gevend", "gone": False, "answers": {"s1-01": dict(answer)}}},
        "places": {"p-1": {"at": MOMENT, "label": "Noord", "gone": False, "answers": {"s1-01": dict(answer)}}},
        "versions": {"s1-01": [dict(answer)], "settings/name": [dict(text)]},
        "history": [{"at": MOMENT, "event": "opened", "file": "a.json", "changes": [{"item": "s1-01", "before": None, "after": dict(answer)}]}],
    }  # fmt: skip


type Spot = tuple[str | int, ...]


def spots(tree: Any, here: Spot = ()) -> Iterator[tuple[Spot, Any]]:
    """Give every place in a tree with what stands there, containers too."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in pairs:
        yield (*here, key), value
        yield from spots(value, (*here, key))


def put(tree: dict[str, Any], spot: Spot, value: Any) -> dict[str, Any]:
    """Return the tree with another value at one place."""
    made = deepcopy(tree)
    at: Any = made
    for key in spot[:-1]:
        at = at[key]
    at[spot[-1]] = value
    return made


def renamed(tree: dict[str, Any], spot: Spot, key: str) -> dict[str, Any]:
    """Return the tree with another key at one place."""
    made = deepcopy(tree)
    at: Any = made
    for step in spot[:-1]:
        at = at[step]
    at[key] = at.pop(spot[-1])
    return made


TREE = whole()
TEXTS = [spot for spot, value in spots(TREE) if isinstance(value, str) and spot[-1] in ("note", "text", "label", "role", "owner", "agenda", "choice", "file", "content", 0)]  # fmt: skip
TIMES = [spot for spot, _ in spots(TREE) if spot[-1] in ("at", "saved")]
KEYS: list[Spot] = [("answers", "s1-01"), ("reviews", "r-1"), ("actions", "a-1"), ("members", "m-1"), ("places", "p-1"), ("versions", "s1-01"), ("reviews", "r-1", "notes", "s1-01"), ("reviews", "r-1", "decisions", "d-1"), ("reviews", "r-1", "lights", "s1-01"), ("members", "m-1", "answers", "s1-01")]  # fmt: skip

type Named = Iterator[tuple[str, Any]]
#: class → what makes its files: a name, and a tree, a text or bytes
CLASSES: dict[str, Callable[[], Named]] = {}


def _class(name: str) -> Callable[[Callable[[], Named]], Callable[[], Named]]:
    def add(make: Callable[[], Named]) -> Callable[[], Named]:
        CLASSES[name] = make
        return make

    return add


@cache
def all_files() -> tuple[Hostile, ...]:
    """Return them all, one class after another."""
    return tuple(_hostile(kind, name, content) for kind, make in CLASSES.items() for name, content in make())


def _hostile(kind: str, name: str, content: Any) -> Hostile:
    if isinstance(content, bytes):
        return Hostile(kind, name, content)
    if isinstance(content, str):
        return Hostile(kind, name, content.encode("utf-8", "surrogatepass"))
    return Hostile(kind, name, json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass"), content)


@_class("a script in a text field")
def _scripts() -> Named:
    harms = cycle(HARMS)
    for spot in TEXTS:
        yield str(spot), put(TREE, spot, next(harms))
    for harm in HARMS:
        made = TREE
        for spot in TEXTS:
            made = put(made, spot, harm)
        yield f"everywhere {harm[:30]}", made


@_class("HTML in ids")
def _ids() -> Named:
    harms = cycle(HARMS)
    for spot in KEYS:
        yield str(spot), renamed(TREE, spot, next(harms))
    for spot in (
        ("actions", "a-1", "item"),
        ("actions", "a-1", "review"),
        ("member",),
        ("history", 0, "changes", 0, "item"),
    ):
        yield str(spot), put(TREE, spot, next(harms))


@_class("prototype keys")
def _prototypes() -> Named:
    names = cycle(
        ("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__")
    )
    for spot in [*KEYS, ("name", "text"), ("kind",)]:
        yield f"{spot}", renamed(TREE, spot, next(names))
    text = json.dumps(TREE)
    for key in ("__proto__", "\\u005f_proto__", "constructor"):
        yield (
            f"added {key}",
            text.replace(
                '"answers": {', f'"{key}": {{"isAdmin": true}}, "answers": {{"{key}": {{"at": "{MOMENT}"}}, ', 1
            ),
        )


@_class("nested brackets")
def _nested() -> Named:
    for depth in (19, 21, 100, 3_000, 100_000, 1_000_000):
        yield f"{depth} lists", "[" * depth + "]" * depth
        yield f"{depth} objects", '{"a":' * min(depth, 600_000) + "1" + "}" * min(depth, 600_000)
    yield "in a field", json.dumps(TREE).replace('"Notitie"', "[" * 3_000 + "]" * 3_000, 1)


@_class("huge and odd numbers")
def _numbers() -> Named:
    for number in (
        "1e999",
        "-1e999",
        "1e308",
        "9" * 400,
        "2.0",
        "2e0",
        "NaN",
        "Infinity",
        "-0",
        "0x2",
        "02",
        "1e-999",
        "9007199254740993",
    ):
        yield f"schema {number}", json.dumps(TREE).replace(f'"schema": {SCHEMA}', f'"schema": {number}', 1)
        yield f"phases {number}", json.dumps(TREE).replace('"phases": [1,', f'"phases": [{number},', 1)


@_class("tricks with signs")
def _signs() -> Named:
    signs = ("\u202egroen", "a\u200b\u200d\ufeffb", "\u0000", "\u0007\u001b[31m", "\u2028\u2029", "\ufffe\uffff", "\U0001f600" * 3_000,
             "e\u0301" * 3_000, "\ud800", "\udc00\ud800", "Z\u0351\u0352" * 800, "İıſK", "＜script＞", "\u0085\u00a0", "﷽" * 4_000)  # fmt: skip
    for at, sign in enumerate(signs):
        yield repr(sign[:8]), put(TREE, TEXTS[at % len(TEXTS)], sign)
    yield (
        "twice by form",
        json.dumps(TREE).replace('"oud-9"', '"\\u006fud-9": {"at": "2026-11-01T10:00:00Z"}, "oud-9"', 1),
    )


@_class("a wrong type in a field")
def _types() -> Named:
    wrong = cycle(WRONG)
    for spot, value in spots(TREE):
        for _ in range(2):
            other = next(wrong)
            if other != value:
                yield f"{spot} {other!r}"[:80], put(TREE, spot, other)


@_class("times far away")
def _times() -> Named:
    late = cycle(LATE)
    for spot in TIMES:
        yield f"{spot}", put(TREE, spot, next(late))
    for one in LATE:
        made = TREE
        for spot in TIMES:
            made = put(made, spot, one)
        yield f"everywhere {one}", made


@_class("days that are none")
def _days() -> Named:
    for day in DAYS:
        for spot in (("reviews", "r-1", "date"), ("reviews", "r-1", "next"), ("actions", "a-1", "due")):
            yield f"{spot} {day}", put(TREE, spot, day)


@_class("too large")
def _large() -> Named:
    yield "10 MB of blanks", b" " * 10_000_000
    yield "4 MB of backslashes", '{"a":"' + "\\" * 4_000_000
    yield "50,000 answers", TREE | {"answers": {f"x{at}": {"choice": "rood", "at": MOMENT} for at in range(50_000)}}
    yield "200,001 keys", "{" + ",".join(f'"{at}":0' for at in range(200_001)) + "}"
    yield "just under 4 MB", TREE | {"answers": {f"x{at}": {"note": "n" * 4_900, "at": MOMENT} for at in range(840)}}
    yield "a long list", "[" + "0," * 1_000_000 + "0]"


@_class("not a text")
def _other_files() -> Named:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dossier.json", json.dumps(TREE))
        archive.writestr("../../etc/passwd", "x")
    yield "a zipped dossier", packed.getvalue()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("dossier.json", b" " * 20_000_000)
    yield "a zip that swells", bomb.getvalue()
    for name, head in (
        ("pdf", b"%PDF-1.7\n"),
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("gzip", b"\x1f\x8b\x08"),
        ("exe", b"MZ\x90\x00"),
        ("doc", b"\xd0\xcf\x11\xe0"),
    ):
        yield name, head + random.Random(name).randbytes(2_000)


@_class("saved pages")
def _pages() -> Named:
    inside = json.dumps(TREE)
    block = '<script type="application/json" id="fii-dossier">'
    for harm in HARMS:
        yield (
            f"around {harm[:20]}",
            f"<!doctype html><title>x</title>{harm}{block}{inside.replace('<', chr(92) + 'u003c')}</script>{harm}",
        )
    yield (
        "mhtml",
        f"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n{HARMS[0]}\r\n--x--",
    )
    yield "twice", f"<html>{block}{inside}</script>{block}{inside}</script>"
    yield "never closed", f"<html>{block}{inside}"
    yield "svg", f'<svg xmlns="http://www.w3.org/2000/svg">{HARMS[0]}</svg>'
    yield "webarchive", b"bplist00" + inside.encode()


@_class("cut off")
def _cut() -> Named:
    text = json.dumps(TREE)
    for at in range(1, 21):
        yield f"at {at * len(text) // 21}", text[: at * len(text) // 21]


@_class("a key twice")
def _twice() -> Named:
    text = json.dumps(TREE)
    for key in ("schema", "kind", "answers", "s1-01", "choice", "at", "text", "phases", "state", "history"):
        yield key, text.replace(f'"{key}": ', f'"{key}": null, "{key}": ', 1)
        yield (
            f"{key} written otherwise",
            text.replace(f'"{key}": ', f'"\\u{ord(key[0]):04x}{key[1:]}": null, "{key}": ', 1),
        )


@_class("tricks with paths")
def _paths() -> Named:
    paths = ("../x", "members/../m-1", "/", "a//b", "settings/__proto__", "settings/constructor", "reviews/r-1/notes/__proto__", "reviews/r-1",
             "members/m-1/answers", "versions/all", "settings/member", "actions/a-1/x/y", "C:\\x", "s1-01/", "javascript:fiiRan=1")  # fmt: skip
    for path in paths:
        yield path, TREE | {"versions": {path: [{"at": MOMENT, "text": "x"}]}}
        yield f"as an item {path}", TREE | {"answers": {path: {"choice": "rood", "at": MOMENT}}}


@_class("another encoding")
def _encodings() -> Named:
    text = json.dumps(put(TREE, ("name", "text"), "Joëlle"), ensure_ascii=False)
    for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-8-sig", "utf-7"):
        yield code, text.encode(code)
    for at in (0, 40, len(text) // 2):
        yield f"a bad byte at {at}", text.encode()[:at] + b"\xff\xfe\x00\xc0\xaf" + text.encode()[at:]


@_class("mangled by a program")
def _mangled() -> Named:
    text = json.dumps(TREE, indent=1)
    for name, made in {
        "curly quotes": text.replace('"', "”"), "single quotes": text.replace('"', "'"), "a comma too many": text.replace("}\n", ",}\n"),
        "comments": "// dossier\n" + text, "escaped": json.dumps(text), "as a program": f"alert(1);var d={text};", "in Markdown": f"```json\n{text}\n```",
        "two together": text + text, "as mail": f"> {text.replace(chr(10), chr(10) + '> ')}", "HTML signs": text.replace('"', "&quot;"),
    }.items():  # fmt: skip
        yield name, made


@_class("another kind, edition or schema")
def _kinds() -> Named:
    for schema in (-1, 0, 1, 1.5, "2", None, 99, 10**9, [SCHEMA], True):
        yield f"schema {schema!r}", TREE | {"schema": schema}
    for edition in ("ander-handboek", "", None, HARMS[0], 3):
        yield f"edition {edition!r}"[:60], TREE | {"edition": edition}
    for kind in ("fii-plan", "", None, ["fii-dossier"]):
        yield f"kind {kind!r}", TREE | {"kind": kind}


@_class("long texts and names")
def _long() -> Named:
    for at, length in enumerate((5_001, 10_000, 10_001, 12_001, 100_000, 1_000_000)):
        yield f"a text of {length}", put(TREE, TEXTS[at % len(TEXTS)], "é" * length)
        yield f"a name of {length}", renamed(TREE, KEYS[at % len(KEYS)], "a" * length)


@_class("very many records")
def _many() -> Named:
    for kind, one in (("actions", "a-1"), ("reviews", "r-1"), ("members", "m-1"), ("places", "p-1")):
        yield kind, TREE | {kind: {f"x{at}": TREE[kind][one] for at in range(600)}}
    yield "history", TREE | {"history": TREE["history"] * 2_000}
    yield "versions", TREE | {"versions": {"s1-01": TREE["versions"]["s1-01"] * 3_000}}


@_class("references to nothing, and to each other")
def _references() -> Named:
    opened = {**TREE["reviews"]["r-1"], "state": "open"}
    yield "two open meetings", TREE | {"reviews": {"r-1": opened, "r-2": opened}}
    yield "a member who is not there", TREE | {"member": "m-9"}
    yield "a closed meeting that is open", TREE | {"reviews": {"r-1": {**opened, "lights": {"s1-01": "rood"}}}}
    for phases in ([0], [7], [2, 1], [1, 1], [1.5], ["1"], list(range(1, 7)) * 100):
        yield f"phases {phases!r}"[:40], put(TREE, ("reviews", "r-1", "phases"), phases)
    for lost in ("answers", "reviews", "members", "versions", "saved", "edition", "history"):
        yield f"without {lost}", {key: value for key, value in TREE.items() if key != lost}


@_class("unknown keys")
def _unknown() -> Named:
    for spot in [spot for spot, value in spots(TREE) if isinstance(value, dict)][:24]:
        yield str(spot), put(TREE, (*spot, "onload"), HARMS[1])


@_class("templates and addresses")
def _templates() -> Named:
    for at, text in enumerate(("{{ 7*7 }}", "{% import os %}", "${fiiRan=1}", "javascript:fiiRan=1", "data:text/html,<script>parent.fiiRan=1</script>", "url(x)",
                               "=HYPERLINK(\"http://x\")", "]]>", "-->", "*/", "</textarea>", "%3Cscript%3E")):  # fmt: skip
        yield text, put(TREE, TEXTS[at % len(TEXTS)], text)


@_class("chance")
def _chance() -> Named:
    text = json.dumps(TREE).encode()
    for seed in range(24):
        chance = random.Random(f"file {seed}")
        made = bytearray(text)
        for _ in range(chance.randint(1, 12)):
            made[chance.randrange(len(made))] = chance.randrange(256)
        yield f"{seed}", bytes(made)


@_class("next to nothing")
def _nothing() -> Named:
    for text in ("", " ", "null", "[]", "{}", "0", '""', "\ufeff", "true", "\x00", "{", '{"kind":"fii-dossier"}'):
        yield repr(text), text
