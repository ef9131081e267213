"""Files that are no dossier any more, or were none: in how they are written. Opens none of them."""

import io
import json
import random
import zipfile

from fii_widgets.dossier.records import SCHEMA
from tests.proof.harm import HARMS
from tests.proof.hostile.ground import MOMENT, TREE, Named, hostile, put


@hostile("nested brackets")
def _nested() -> Named:
    for depth in (19, 21, 100, 3_000, 100_000, 1_000_000):
        yield f"{depth} lists", "[" * depth + "]" * depth
        yield f"{depth} objects", '{"a":' * min(depth, 600_000) + "1" + "}" * min(depth, 600_000)
    yield "in a field", json.dumps(TREE).replace('"Notitie"', "[" * 3_000 + "]" * 3_000, 1)


@hostile("huge and odd numbers")
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


@hostile("too large")
def _large() -> Named:
    yield "10 MB of blanks", b" " * 10_000_000
    yield "4 MB of backslashes", '{"a":"' + "\\" * 4_000_000
    yield "50,000 answers", TREE | {"answers": {f"x{at}": {"choice": "rood", "at": MOMENT} for at in range(50_000)}}
    yield "200,001 keys", "{" + ",".join(f'"{at}":0' for at in range(200_001)) + "}"
    yield "just under 4 MB", TREE | {"answers": {f"x{at}": {"note": "n" * 4_900, "at": MOMENT} for at in range(840)}}
    yield "a long list", "[" + "0," * 1_000_000 + "0]"


@hostile("not a text")
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


@hostile("saved pages")
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


@hostile("cut off")
def _cut() -> Named:
    text = json.dumps(TREE)
    for at in range(1, 21):
        yield f"at {at * len(text) // 21}", text[: at * len(text) // 21]


@hostile("a key twice")
def _twice() -> Named:
    text = json.dumps(TREE)
    for key in ("schema", "kind", "answers", "s1-01", "choice", "at", "text", "phases", "state", "history"):
        yield key, text.replace(f'"{key}": ', f'"{key}": null, "{key}": ', 1)
        yield (
            f"{key} written otherwise",
            text.replace(f'"{key}": ', f'"\\u{ord(key[0]):04x}{key[1:]}": null, "{key}": ', 1),
        )


@hostile("another encoding")
def _encodings() -> Named:
    text = json.dumps(put(TREE, ("name", "text"), "Joëlle"), ensure_ascii=False)
    for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-8-sig", "utf-7"):
        yield code, text.encode(code)
    for at in (0, 40, len(text) // 2):
        yield f"a bad byte at {at}", text.encode()[:at] + b"\xff\xfe\x00\xc0\xaf" + text.encode()[at:]


@hostile("mangled by a program")
def _mangled() -> Named:
    text = json.dumps(TREE, indent=1)
    yield from {
        "curly quotes": text.replace('"', "”"), "single quotes": text.replace('"', "'"), "a comma too many": text.replace("}\n", ",}\n"),
        "comments": "// dossier\n" + text, "escaped": json.dumps(text), "as a program": f"alert(1);var d={text};", "in Markdown": f"```json\n{text}\n```",
        "two together": text + text, "as mail": f"> {text.replace(chr(10), chr(10) + '> ')}", "HTML characters": text.replace('"', "&quot;"),
    }.items()  # fmt: skip


@hostile("chance")
def _chance() -> Named:
    text = json.dumps(TREE).encode()
    for seed in range(24):
        chance = random.Random(f"file {seed}")
        made = bytearray(text)
        for _ in range(chance.randint(1, 12)):
            made[chance.randrange(len(made))] = chance.randrange(256)
        yield f"{seed}", bytes(made)


@hostile("next to nothing")
def _nothing() -> Named:
    for text in ("", " ", "null", "[]", "{}", "0", '""', "\ufeff", "true", "\x00", "{", '{"kind":"fii-dossier"}'):
        yield repr(text), text
