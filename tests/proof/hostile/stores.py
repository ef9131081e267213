"""What may stand in a browser's own stores and is no work of the handbook: records of every wrong kind. Opens no page.

A record is given as JavaScript, for a store holds more than JSON can.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from json import dumps
from typing import Any

from tests.proof.harm import HARMS
from tests.proof.hostile.files import all_files
from tests.proof.hostile.ground import MOMENT
from tests.proof.hostile.trees import LATE

STORE = "fii-dossier:handboek-fii"
#: a record that is sound; whatever stands beside it must not keep it from being shown and saved
SOUND = ("s1-01", {"choice": "groen", "at": MOMENT})
#: JavaScript of a value → what it is
VALUES = ("null", "undefined", "0", "NaN", "'x'", "''", "true", "[]", "[[]]", "{}", "new Date(NaN)", "new Date()", "new Map([[1,2]])", "new Set([1])",
          "new ArrayBuffer(8)", "new Blob(['x'])", "10n", "/x/", "(() => { const a = {}; a.a = a; return a; })()", "[,1]", "new Error('x')",
          "new Uint8Array(3)", "'x'.repeat(1e6)", "Object.fromEntries(Array.from({length: 5e3}, (_, i) => [i, i]))")  # fmt: skip
KEYS = ("'s1-02'", "'settings/name'", "'settings/rhythm'", "'reviews/r-1'", "'actions/a-1'", "'topics/t-1'", "'rounds/n-1'", "'members/m-1'", "'members/m-1/answers'", "'places/p-1'", "'forgotten/all'",
        "'versions/all'", "'settings/member'", "'reviews/r-1/decisions/d-1'", "'reviews/r-9/notes/s1-01'")  # fmt: skip
ODD_KEYS = ("1", "-Infinity", "new Date(0)", "[]", "['a', 1]", "''", "'__proto__'", "'constructor'", "'a/b/c/d/e'", "'settings/__proto__'", "'/'", "'é'",
            "new Uint8Array(2)", "'x'.repeat(1e5)", "'<img src=x onerror=fiiRan=1>'", "'reviews/'", "'reviews//notes/'", "'members/m-1/s1-01'")  # fmt: skip
REST = ("marks", "history", "undo", "findings")
#: keys of localStorage that the handbook reads, and what stands there
LOCAL = (
    STORE,
    "fii-current:handboek-fii",
    "fii-theme",
    "fii-delen:handboek-fii",
    "fii-mij:handboek-fii",
    f"fii-notitie:handboek-fii {STORE}",
)
TEXTS = ("", "null", "[]", "{}", "[1]", "[[1,2]]", '[["s1-01",null]]', '[["s1-01",{"choice":5,"at":7}]]', '[["__proto__",{"at":"2026-11-01T10:00:00Z"}]]',
         f'[["s1-02",{{"choice":"rood","at":"{LATE[0]}"}}]]', '[["reviews/r-1",{"at":"2026-11-01T10:00:00Z"}]]', '[["s1-02",[]]]', "[" * 5_000,
         f"{STORE}:", f"{STORE}:x", "fii-dossier:", "andere", "dark", HARMS[0], '{"a":', "x" * 2_000_000)  # fmt: skip


@dataclass(frozen=True)
class Poison:
    """What is put into the stores before the page comes: JavaScript of key and value by store, and localStorage."""

    kind: str
    name: str
    records: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    local: dict[str, str] = field(default_factory=dict)


def all_poison() -> list[Poison]:
    """Return what is made for stores, and every hostile file."""
    return [*_records(), *_local(), *_files()]


def _records() -> Iterator[Poison]:
    for at, value in enumerate(VALUES):
        for key in (KEYS[at % len(KEYS)], KEYS[(at * 5 + 1) % len(KEYS)]):
            yield Poison(
                "a record of a wrong type",
                f"{key} {value}"[:80],
                {"registers" if "/" in key else "answers": [(key, value)]},
            )
        yield Poison(
            "a mark of a wrong type",
            f"{REST[at % len(REST)]} {value}"[:80],
            {"rest": [(dumps(REST[at % len(REST)]), value)]},
        )
    for key in ODD_KEYS:
        for store in ("answers", "registers"):
            yield Poison("a key that is no id", f"{store} {key}"[:80], {store: [(key, dumps(SOUND[1]))]})


def _local() -> Iterator[Poison]:
    for at, text in enumerate(TEXTS):
        for key in (STORE, LOCAL[at % len(LOCAL)]):
            yield Poison("a value in localStorage", f"{key} {text}"[:80], local={key: text})


def _files() -> Iterator[Poison]:
    """The records of a dossier file as the page would have kept them, had it not looked; of what is no tree or very
    large, the text where a page leaves what it could not keep."""
    for file in all_files():
        if file.tree is not None and len(file.content) < 1_000_000:
            found = taken_apart(file.tree)
            records = {name: [(dumps(key), dumps(value)) for key, value in pairs] for name, pairs in found}
            yield Poison(file.kind, file.name, records)
        else:
            yield Poison(file.kind, file.name, local={STORE: file.content[:1_000_000].decode("utf-8", "replace")})


def taken_apart(tree: dict[str, Any]) -> list[tuple[str, list[tuple[str, Any]]]]:
    """Give the records of each store, whatever stands in them."""
    registers: list[tuple[str, Any]] = [
        (f"settings/{name}", tree[name]) for name in ("name", "rhythm", "team", "asked", "keeper") if tree.get(name)
    ]
    for kind in ("reviews", "actions", "topics", "members", "places", "rounds"):
        for id_, record in _pairs(tree.get(kind)):
            parts = (
                ("answers",)
                if kind in ("members", "places")
                else ("notes", "decisions", "corrections")
                if kind == "reviews"
                else ()
            )
            own = (
                {key: value for key, value in record.items() if key not in parts}
                if isinstance(record, dict)
                else record
            )
            registers.append((f"{kind}/{id_}", own))
            for part in parts if isinstance(record, dict) else ():
                if part == "answers":
                    registers.append((f"{kind}/{id_}/answers", record.get(part)))
                else:
                    registers += [(f"{kind}/{id_}/{part}/{key}", value) for key, value in _pairs(record.get(part))]
    if tree.get("versions"):
        registers.append(("versions/all", tree["versions"]))
    return [
        ("answers", _pairs(tree.get("answers"))),
        ("registers", registers),
        ("rest", [("history", tree.get("history"))]),
    ]


def _pairs(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else [("0", value)]
