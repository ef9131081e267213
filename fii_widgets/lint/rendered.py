"""A page as Markdown makes it, judged by the table of what may be in it; every fault at its line. Opens no files.

The verdict is on the HTML, so that no trick of writing escapes it. The line is looked for afterwards: it is the first
with which the fault is there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

import markdown

from fii_widgets.errors import Problem, in_file
from fii_widgets.handbook.pages import Page, outside_code
from fii_widgets.lint.calls import pieces
from fii_widgets.lint.markup import UNCLOSED, faults

#: How pages are written, as mkdocs.yml says it (lint/site_file holds the two together).
EXTENSIONS: dict[str, dict[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "smarty": {"smart_angled_quotes": False, "smart_quotes": False, "smart_ellipses": False},
    "toc": {"permalink": False, "toc_depth": 3},
}
#: what MkDocs adds by itself
_ALWAYS = ("toc", "tables", "fenced_code")
#: stands for a macro: a block of its own, as each macro gives. Where Markdown reads in it, the stars are gone; its
#: name is of this text alone, so that no page can hold one
_MACRO = '<div title="{name}">*macro*</div>'
#: faults of one page that are looked up one by one; a page that has more is no page
_MOST = 20
_DEEP = 50
_PAIRS = {"[": "]", "(": ")", "<": ">"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_LIMITS = {
    "#": (300, "een pagina heeft hoogstens {most} koppen. Maak er meer pagina's van."),
    "*[": (200, "een pagina heeft hoogstens {most} afkortingen. Haal er weg."),
}
#: lines without an empty one between them: Markdown reads them again for each of them
_TOGETHER = 300


def check_rendered(page: Page) -> Iterator[Problem]:
    """Yield what would stand in the built page and may not."""
    file = f"docs/{page.file}"
    text = _Text(page)
    if wrong := list(_too_much(text)):
        yield from in_file(file, wrong)
        return
    try:
        found = Counter(faults(text.html()))
        if text.is_macro_lost(len(text.lines)):
            message = "deze macro staat niet los: in code of HTML, of achter een teken dat nog open staat. Zet hem los in de tekst."
            yield Problem(file, text.first(text.is_macro_lost), message)
        each_kind = [*found, *(found - Counter(list(found))).elements()]
        for fault in each_kind[:_MOST]:
            yield Problem(file, text.line_of(fault), fault)
    except (RecursionError, ValueError):
        yield Problem(
            file,
            page.body_line,
            "deze tekst is niet te lezen: hij is te diep genest. Haal lijsten en citaten uit elkaar.",
        )
        return
    if found.total() > _MOST:
        rest = f"er is nog {found.total() - _MOST} keer iets wat niet in een pagina mag. Herstel eerst het andere."
        yield Problem(file, 0, rest)


def _too_much(text: _Text) -> Iterator[tuple[int, str]]:
    """Say what would keep the reader of Markdown busy for minutes; no page has this much of it."""
    for start, (most, message) in _LIMITS.items():
        found = [number for number, line in enumerate(text.lines) if line.startswith(start)]
        if len(found) > most:
            yield text.source[found[most]], message.format(most=most)
    yield from islice(_long(text), 1)
    yield from islice(_deep(text), 1)


def _long(text: _Text) -> Iterator[tuple[int, str]]:
    together = 0
    for number, line in enumerate(text.lines):
        together = together + 1 if line.strip() else 0
        if together > _TOGETHER:
            yield (
                text.source[number],
                f"hier staan meer dan {_TOGETHER} regels achter elkaar. Zet er een lege regel tussen.",
            )


def _deep(text: _Text) -> Iterator[tuple[int, str]]:
    depth = dict.fromkeys(_PAIRS, 0)
    for number, line in enumerate(text.lines):
        for character in line:
            if character in _CLOSING:
                depth[_CLOSING[character]] = max(0, depth[_CLOSING[character]] - 1)
            elif character in depth:
                depth[character] += 1
        if max(depth.values()) > _DEEP:
            yield text.source[number], f"hier staan meer dan {_DEEP} haken open. Sluit ze, of haal ze weg."
        if not line.strip():  # a < looks further for its >
            depth = {**dict.fromkeys(_PAIRS, 0), "<": depth["<"]}


class _Text:
    """The text of a page with a block in the place of each macro, and the line where each line of it came from."""

    def __init__(self, page: Page) -> None:
        self.lines: list[str] = [""]
        self.source = [page.body_line]
        self._macro = _MACRO.format(name=sha256(page.text.encode()).hexdigest())
        body = "\n".join(page.text.splitlines()[page.body_line - 1 :])
        for piece in pieces(body):
            first, *others = (self._macro if piece.call else piece.text).split("\n")
            self.lines[-1] += first
            self.lines += others
            self.source += range(piece.line + page.body_line, piece.line + page.body_line + len(others))
        #: lines at which the text can be cut: a cut in a piece of code would make it text
        self.cuts = [number for number, _ in outside_code(self.lines, 1)] or [1]
        self._known: dict[int, str] = {}
        self._told: Counter[str] = Counter()

    def html(self, upto: int | None = None) -> str:
        """Return what Markdown makes of the first lines, or of all."""
        upto = len(self.lines) if upto is None else upto
        if upto not in self._known:
            # a reader of its own each time: one that failed, or read another page, can read this one otherwise
            reader = markdown.Markdown(extensions=[*_ALWAYS, *EXTENSIONS], extension_configs=EXTENSIONS)
            self._known[upto] = str(reader.convert("\n".join(self.lines[:upto])))
        return self._known[upto]

    def line_of(self, fault: str) -> int:
        """Return the line with which a fault is there, the next one of its kind each time."""
        self._told[fault] += 1
        nth = self._told[fault]
        if fault.endswith(UNCLOSED):
            opening = fault.removesuffix(UNCLOSED).rstrip(">")
            cut = next(
                (
                    cut
                    for cut in reversed(self.cuts)
                    if opening in self.lines[cut - 1].lower() and self._macro not in self.lines[cut - 1]
                ),
                1,
            )
            return self.source[cut - 1]
        return self.first(lambda upto: Counter(faults(self.html(upto)))[fault] >= nth)

    def is_macro_lost(self, upto: int) -> bool:
        """Say whether Markdown reads in a macro of the first lines, or takes one for something else."""
        return self.html(upto).count(self._macro) != "\n".join(self.lines[:upto]).count(self._macro)

    def first(self, is_wrong: Callable[[int], bool]) -> int:
        """Return the line with which something is wrong."""
        return self.source[self.cuts[bisect_left(self.cuts, True, key=is_wrong, hi=len(self.cuts) - 1)] - 1]
