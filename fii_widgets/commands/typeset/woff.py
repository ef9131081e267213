"""A font as the site ships it (WOFF) → one that a typesetter opens, under a family name of our own choice.

fontsource splits a face by alphabet, all under one name; under one name a typesetter sees only the first of them.
"""

import struct
import zlib

_ENTRY = ">4sIIII"
#: family, style, unique name, full name, name for a printer; the licence stands beside the fonts, in their package
_FAMILY, _STYLE, _UNIQUE, _FULL, _POST = 1, 2, 3, 4, 6


def unpacked(woff: bytes, family: str) -> bytes:
    """Return the font as TrueType, of that family. Raises ValueError on anything else than WOFF 1."""
    if woff[:4] != b"wOFF":
        raise ValueError("no WOFF 1")
    kind, (count,) = woff[4:8], struct.unpack_from(">H", woff, 12)
    tables = {}
    for number in range(count):
        tag, at, packed, length, _ = struct.unpack_from(_ENTRY, woff, 44 + 20 * number)
        content = woff[at : at + packed]
        tables[tag] = zlib.decompress(content) if packed < length else content
    tables[b"name"] = _names(family)
    return _laid(kind, tables)


def _laid(kind: bytes, tables: dict[bytes, bytes]) -> bytes:
    """Lay tables behind their directory, each at a multiple of four. No program we use reads the checksums: they are 0."""
    at = 12 + 16 * len(tables)
    directory, body = [struct.pack(">4sHHHH", kind, len(tables), 0, 0, 0)], []
    for tag, content in sorted(tables.items()):
        directory.append(struct.pack(">4sIII", tag, 0, at, len(content)))
        body.append(content + b"\0" * (-len(content) % 4))
        at += len(body[-1])
    return b"".join([*directory, *body])


def _names(family: str) -> bytes:
    """Return a table of names for Windows in English, the one that every program reads."""
    said = {_FAMILY: family, _STYLE: "Regular", _UNIQUE: family, _FULL: family, _POST: family.replace(" ", "")}
    records, texts = [], b""
    for number, text in said.items():
        content = text.encode("utf-16-be")
        records.append(struct.pack(">HHHHHH", 3, 1, 0x409, number, len(content), len(texts)))
        texts += content
    return struct.pack(">HHH", 0, len(said), 6 + 12 * len(said)) + b"".join(records) + texts
