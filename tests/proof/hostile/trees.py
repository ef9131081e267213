"""Dossiers that are whole as JSON and mean harm, or cannot be: in what stands in their fields. Opens none of them."""

import json
from itertools import cycle
from typing import Any

from fii_widgets.dossier.records import SCHEMA
from tests.proof.harm import HARMS
from tests.proof.hostile.ground import (
    KEYS,
    MOMENT,
    TEXTS,
    TIMES,
    TREE,
    Named,
    each_and_all,
    hostile,
    put,
    renamed,
    spots,
)

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


@hostile("a script in a text field")
def _scripts() -> Named:
    yield from each_and_all(TEXTS, HARMS)


@hostile("HTML in ids")
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


@hostile("prototype keys")
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


@hostile("tricks with characters")
def _signs() -> Named:
    characters = ("\u202egroen", "a\u200b\u200d\ufeffb", "\u0000", "\u0007\u001b[31m", "\u2028\u2029", "\ufffe\uffff", "\U0001f600" * 3_000,
             "e\u0301" * 3_000, "\ud800", "\udc00\ud800", "Z\u0351\u0352" * 800, "İıſK", "＜script＞", "\u0085\u00a0", "﷽" * 4_000)  # fmt: skip
    for at, character in enumerate(characters):
        yield repr(character[:8]), put(TREE, TEXTS[at % len(TEXTS)], character)
    yield (
        "twice by form",
        json.dumps(TREE).replace('"oud-9"', '"\\u006fud-9": {"at": "2026-11-01T10:00:00Z"}, "oud-9"', 1),
    )


@hostile("a wrong type in a field")
def _types() -> Named:
    wrong = cycle(WRONG)
    for spot, value in spots(TREE):
        for _ in range(2):
            other = next(wrong)
            if other != value:
                yield f"{spot} {other!r}"[:80], put(TREE, spot, other)


@hostile("times far away")
def _times() -> Named:
    yield from each_and_all(TIMES, LATE)


@hostile("days that are none")
def _days() -> Named:
    for day in DAYS:
        for spot in (("reviews", "r-1", "date"), ("reviews", "r-1", "next"), ("actions", "a-1", "due")):
            yield f"{spot} {day}", put(TREE, spot, day)


@hostile("tricks with paths")
def _paths() -> Named:
    paths = ("../x", "members/../m-1", "/", "a//b", "settings/__proto__", "settings/constructor", "reviews/r-1/notes/__proto__", "reviews/r-1",
             "members/m-1/answers", "versions/all", "settings/member", "actions/a-1/x/y", "C:\\x", "s1-01/", "javascript:fiiRan=1")  # fmt: skip
    for path in paths:
        yield path, TREE | {"versions": {path: [{"at": MOMENT, "text": "x"}]}}
        yield f"as an item {path}", TREE | {"answers": {path: {"choice": "rood", "at": MOMENT}}}


@hostile("another kind, edition or schema")
def _kinds() -> Named:
    for schema in (-1, 0, 1, 1.5, "2", None, 99, 10**9, [SCHEMA], True):
        yield f"schema {schema!r}", TREE | {"schema": schema}
    for edition in ("ander-handboek", "", None, HARMS[0], 3):
        yield f"edition {edition!r}"[:60], TREE | {"edition": edition}
    for kind in ("fii-plan", "", None, ["fii-dossier"]):
        yield f"kind {kind!r}", TREE | {"kind": kind}


@hostile("long texts and names")
def _long() -> Named:
    for at, length in enumerate((5_001, 10_000, 10_001, 12_001, 100_000, 1_000_000)):
        yield f"a text of {length}", put(TREE, TEXTS[at % len(TEXTS)], "é" * length)
        yield f"a name of {length}", renamed(TREE, KEYS[at % len(KEYS)], "a" * length)


@hostile("very many records")
def _many() -> Named:
    for kind, one in (("actions", "a-1"), ("reviews", "r-1"), ("members", "m-1"), ("places", "p-1")):
        yield kind, TREE | {kind: {f"x{at}": TREE[kind][one] for at in range(600)}}
    yield "history", TREE | {"history": TREE["history"] * 2_000}
    yield "versions", TREE | {"versions": {"s1-01": TREE["versions"]["s1-01"] * 3_000}}


@hostile("references to nothing, and to each other")
def _references() -> Named:
    opened = {**TREE["reviews"]["r-1"], "state": "open"}
    yield "two open meetings", TREE | {"reviews": {"r-1": opened, "r-2": opened}}
    yield "a member who is not there", TREE | {"member": "m-9"}
    yield "a closed meeting that is open", TREE | {"reviews": {"r-1": {**opened, "lights": {"s1-01": "rood"}}}}
    for phases in ([0], [7], [2, 1], [1, 1], [1.5], ["1"], list(range(1, 7)) * 100):
        yield f"phases {phases!r}"[:40], put(TREE, ("reviews", "r-1", "phases"), phases)
    for lost in ("answers", "reviews", "members", "versions", "saved", "edition", "history"):
        yield f"without {lost}", {key: value for key, value in TREE.items() if key != lost}


@hostile("unknown keys")
def _unknown() -> Named:
    for spot in [spot for spot, value in spots(TREE) if isinstance(value, dict)][:24]:
        yield str(spot), put(TREE, (*spot, "onload"), HARMS[1])


@hostile("templates and addresses")
def _templates() -> Named:
    for at, text in enumerate(("{{ 7*7 }}", "{% import os %}", "${fiiRan=1}", "javascript:fiiRan=1", "data:text/html,<script>parent.fiiRan=1</script>", "url(x)",
                               "=HYPERLINK(\"http://x\")", "]]>", "-->", "*/", "</textarea>", "%3Cscript%3E")):  # fmt: skip
        yield text, put(TREE, TEXTS[at % len(TEXTS)], text)
