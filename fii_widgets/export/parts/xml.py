"""The one place where text becomes XML for office files. Text must be cleaned before; see safe."""

import re
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ODF_SPACE = re.compile(r"\n|\t|(?<= ) +|(?<![^\n\t]) +")


def text(value: str) -> str:
    """Escape a text for use between tags."""
    return escape(value, quote=False)  # xml.sax would bring half of the network library into the page


def attribute(value: str) -> str:
    """Escape a text for use as an attribute; the quotes are included."""
    escaped = escape(value).replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{escaped}"'


def odf(value: str) -> str:
    """Escape a text for OpenDocument, in which runs of spaces, tabs and line ends are elements of their own."""
    parts, at = [], 0
    for found in _ODF_SPACE.finditer(value):
        parts.append(text(value[at : found.start()]))
        run = found[0]
        if run == "\n":
            parts.append("<text:line-break/>")
        elif run == "\t":
            parts.append("<text:tab/>")
        else:
            parts.append(f'<text:s text:c="{len(run)}"/>')
        at = found.end()
    return "".join([*parts, text(value[at:])])


def word_run(value: str, properties: str = "") -> str:
    """Return a text as a run of WordprocessingML; line ends and tabs are elements of their own."""
    parts = []
    for piece in re.split(r"(\n|\t)", value):
        if piece == "\n":
            parts.append("<w:br/>")
        elif piece == "\t":
            parts.append("<w:tab/>")
        elif piece:
            parts.append(f'<w:t xml:space="preserve">{text(piece)}</w:t>')
    return f"<w:r>{properties}{''.join(parts)}</w:r>"
