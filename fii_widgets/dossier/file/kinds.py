"""The bytes of an opened file → the JSON text in it, or what the file is instead. The same rules as file/file-kinds.js.

A report that is a save file too carries the dossier's text in one element. It is looked for as plain text: the page is
never taken apart, built or shown. Must not read the JSON.
"""

import re

from fii_widgets.dossier.limits import BYTES, DossierError

#: what a report carries its dossier between
START, END = '<script type="application/json" id="fii-dossier">', "</script>"
#: "<" within JSON that a page carries
LESS = "\\u003c"
#: how many times the dossier's own limit a whole report may be
ROOM = 4
#: so many bytes say what a file is
HEAD = 4096

#: code → how such a file begins, each byte as one character; the first that fits. Characters that mean the same in JavaScript only.
_KINDS = (
    ("empty", r"[ \t\r\n\x00]{0,4095}(?!.)|\x00{4096}"),
    ("pdf", r"%PDF-"),
    ("image", r"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|BM.{4}\x00{4}|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif1|avif)"),
    ("image", r"[ \t\r\n]*(?:<\?xml[^>]*>[ \t\r\n]*)?(?:<!--.*?-->[ \t\r\n]*)?(?:<!DOCTYPE svg[^>]*>[ \t\r\n]*)?<svg[ \t\r\n>]"),
    ("office", r"\xd0\xcf\x11\xe0|\{\\rtf|PK\x03\x04.{26}(?:\[Content_Types\]|_rels/|docProps/|word/|xl/|ppt/|mimetypeapplication/vnd\.)"),
    ("zip", r"PK(?:\x03\x04|\x05\x06)|\x1f\x8b|7z\xbc\xaf|Rar!|BZh[1-9]|\xfd7zXZ|\x28\xb5\x2f\xfd"),
    ("archive", r"bplist00.*WebMainResource|From: <Saved by|MIME-Version:.{0,200}multipart/related"),
    ("link", r"L\x00\x00\x00\x01\x14\x02\x00|bplist00.*URL|\[(?:InternetShortcut|Desktop Entry)\]|https?://|[ \t\r\n]*<\?xml.*<plist.*<key>URL</key>"),
    ("lfs", r"version https://git-lfs"),
    ("mail", r"From |(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-[A-Za-z-]+|X-[A-Za-z-]+): "),
    ("encoding", r"\xff\xfe|\xfe\xff|\x00|[{<]\x00"),
)  # fmt: skip
_PATTERNS = [(code, re.compile(pattern, re.DOTALL)) for code, pattern in _KINDS]
#: a backslash of a text, as JSON writes it, and what stands for it meanwhile: no JSON holds that
_BACKSLASH, _MARK = r"\\", "\0"
_BOM = b"\xef\xbb\xbf"


def kind(head: bytes) -> str:
    """Return the code of what a file is by its first bytes; nothing where it may be a dossier or a report."""
    characters = head.removeprefix(_BOM)[:HEAD].decode("latin-1")
    return next((code for code, pattern in _PATTERNS if pattern.match(characters)), "")


def json_text(content: bytes, file: str = "") -> str:
    """Return the JSON text of a dossier file, or of a report that carries one. Raises DossierError."""
    if code := kind(content):
        raise DossierError(code, file)
    if len(content) > ROOM * BYTES:
        raise DossierError("size", file)
    content = content.removeprefix(_BOM)
    start = re.match(rb"[ \t\r\n]*([{<]?)", content)[1]  # type: ignore[index]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise DossierError("encoding" if start else "json", file) from None
    return carried_text(text, file) if start == b"<" else text


def carried_text(html: str, file: str = "") -> str:
    """Return the JSON text that a report carries, as it was before. Raises DossierError where there is none, or more than one.

    Before: each "<" is one character again, so that a dossier that fits in a file fits in a report too.
    """
    _, found, rest = html.partition(START)
    text, end, after = rest.partition(END)
    if not found or not end or "<" in text or START in after:
        raise DossierError("page", file)
    return _unescaped(text)


def _unescaped(text: str) -> str:
    """Write "<" as itself again: nowhere but where its escape is one, and not the letters of it after a backslash of a text."""
    if _MARK in text:
        return text
    return text.replace(_BACKSLASH, _MARK).replace(LESS, "<").replace(_MARK, _BACKSLASH)
