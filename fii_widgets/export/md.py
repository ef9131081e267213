"""A paper → Markdown. What people typed stays text: no character of theirs becomes mark-up."""

import re
from collections.abc import Iterator

from fii_widgets.report.papers.paper import Bullets, Heading, InWords, Links, Paper, Paragraph, Table, reading, repeats

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
#: characters that mean something only at the start of a line
_START = re.compile(r"^(\d{0,9})([-+=:.)])")


def md_bytes(paper: Paper) -> bytes:
    """Return the paper as UTF-8 text."""
    parts = [f"# {plain(paper.title)}", *([plain(paper.subtitle)] if paper.subtitle else [])]
    before: InWords | None = None
    for block in reading(paper):
        parts += _block(block, is_named=repeats(before, block))
        before = block
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def plain(text: str) -> str:
    """Put a text on one line, with Markdown's marks taken as letters."""
    return _START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(text.split())))


def _lines(text: str) -> str:
    """Keep the lines of a text: a backslash at the end is a line break."""
    return "\\\n".join(plain(one) for one in text.split("\n") if one.strip())


def _block(block: InWords, *, is_named: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {plain(block.text)}"
        case Paragraph():
            yield _lines(block.text)
        case Bullets():
            yield "\n".join(f"- {plain(item)}" for item in block.items)
        case Links():
            yield "\n".join(f"- {plain(link.title)}: {plain(link.address)}" for link in block.items)
        case Table():
            if not is_named:
                yield f"**{plain(block.caption)}**"
            head = [_row(block.columns), f"|{'---|' * len(block.columns)}"]
            yield "\n".join([*head, *(_row(row) for row in block.rows)])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(plain(cell) for cell in cells)} |"
