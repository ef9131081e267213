"""What somebody else's reader must find in a file of a paper, a format at a time. Reads no file itself; see readers."""

from typing import Any

from fii_widgets.report.papers.paper import Bullets, Heading, Links, Paper, Paragraph, Table, reading
from tests.unit.readers import Lines

#: where a light is its sign and its word
SIGNED = ("docx", "odt")
SIGNS = {"groen": "●", "oranje": "▲", "rood": "■", "onbekend": "?", "nvt": "–", "leeg": "○"}


def told(paper: Paper, format_: str) -> Lines:
    """Return what a reader of this text format must find; the paper must be cleaned."""
    lines = whole(paper)
    if format_ in SIGNED:
        return whole(paper, signs=True)
    if format_ == "md":
        return in_markdown(lines)
    if format_ == "print":
        return in_print(lines, paper)
    if format_ == "html":
        return [("item", _titles(paper).get(line[1], line[1])) if line[0] == "item" else line for line in lines]
    return lines


def whole(paper: Paper, *, signs: bool = False) -> Lines:
    """Everything the paper says, in order; with the sign of each light before its word, or without."""
    lines: Lines = [("title", paper.title), *([("subtitle", paper.subtitle)] if paper.subtitle else [])]
    for block in reading(paper):
        match block:
            case Heading():
                lines.append(("heading", block.level, block.text))
            case Paragraph():
                lines.append(("text", block.text))
            case Bullets():
                lines += [("item", item) for item in block.items]
            case Links():
                lines += [("item", f"{link.title}: {link.address}") for link in block.items]
            case Table():
                rows = [_signed(block, row, mark) if signs else list(row) for row, mark in block.marked_rows]
                lines.append(("table", block.caption, list(block.columns), rows))
    return lines


def _signed(table: Table, row: tuple[str, ...], mark: str) -> list[str]:
    sign = f"{SIGNS[mark]}\u00a0" if mark in SIGNS else ""
    return [sign + cell if at == table.marked else cell for at, cell in enumerate(row)]


def _titles(paper: Paper) -> dict[str, str]:
    """On a page a link is its title."""
    found = [link for block in paper.blocks if isinstance(block, Links) for link in block.items]
    return {f"{link.title}: {link.address}": link.title for link in found}


def in_markdown(lines: Lines) -> Lines:
    """Markdown has no captions and no subtitle: both are paragraphs. Runs of white space are one space.

    A table right under a heading of the same words needs no caption.
    """
    found: Lines = []
    for line in squeezed(lines):
        if line[0] == "table":
            is_named = found[-1][0] == "heading" and found[-1][-1] == line[1]
            found += [*([] if is_named else [("text", line[1])]), ("table", "", *line[2:])]
        elif line[0] == "subtitle":
            found.append(("text", line[1]))
        elif line[1:] != ("",):
            found.append(line)
    return found


def in_print(lines: Lines, paper: Paper) -> Lines:
    """On the page's own printer a line is a paragraph, and an empty one is left out."""
    found: Lines = []
    for line in lines:
        if line[0] == "text":
            found += [("text", one) for one in line[1].splitlines() if one.strip()]
        elif line[0] == "item":
            found.append(("item", _titles(paper).get(line[1], line[1])))
        elif line[0] == "table":
            found.append((*line[:3], [[_printed(cell) for cell in row] for row in line[3]]))
        else:
            found.append(line)
    return found


def _printed(cell: str) -> str:
    first, *more = cell.splitlines() or [""]
    return "\n".join([first, *(one for one in more if one.strip())])


def squeezed(lines: Any) -> Any:
    """Take runs of white space for one space."""
    if isinstance(lines, str):
        return " ".join(lines.split())
    return type(lines)(squeezed(one) for one in lines) if isinstance(lines, list | tuple) else lines
