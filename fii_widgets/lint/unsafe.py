"""Everything by which what authors bring could run code, load from elsewhere or stop the build; looked at before it.

One answer for `fii check`, `make site`, `make serve` and, by macros/guard, for every engine that builds the site.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import Handbook, load
from fii_widgets.handbook.pages import Page
from fii_widgets.instrument.text.yaml_text import Document, texts
from fii_widgets.lint.calls import MARKS, check_code
from fii_widgets.lint.files import check_files
from fii_widgets.lint.leads import check_leads
from fii_widgets.lint.pages import check_front_matter
from fii_widgets.lint.rendered import check_rendered
from fii_widgets.lint.site_file import check_site_file

_HTML = re.compile(r"</?[a-zA-Z!][^<>]*>?")
_NO_HEAD = "de kop van een pagina staat tussen twee regels met alleen ---."
_END = re.compile(r"(?:\.\.\.|---)[ \t]*")


def unsafe(project: Path) -> list[Problem]:
    """Return what stands in the way of building a project at all; where files cannot be read, those only."""
    if unreadable := sorted(check_files(project)):
        return unreadable
    macros = macro_names(project / "macros" / "__init__.py")
    handbook = load(project)
    code = (fault for page in handbook.pages for fault in check_code(f"docs/{page.file}", page.text, macros))
    return sorted({*dangers(project, handbook), *code})


def dangers(project: Path, handbook: Handbook) -> Iterator[Problem]:
    """Yield what stands in the way of building a project beside the code that its pages call."""
    yield from (*handbook.problems, *check_site_file(project), *check_leads(project))
    for page in handbook.pages:
        yield from unsafe_page(page)
    for loaded in handbook.instruments.values():
        yield from unsafe_texts(loaded.file, loaded.document)


def macro_names(file: Path) -> frozenset[str]:
    """Read the names in the registry without running it: nothing may import `macros`."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if (
            isinstance(node, ast.AnnAssign)
            and ast.unparse(node.target) == "MACROS"
            and isinstance(node.value, ast.Dict)
        ):
            return frozenset(str(key.value) for key in node.value.keys if isinstance(key, ast.Constant))
    raise ValueError(f"{file} has no MACROS table")


def unsafe_page(page: Page) -> Iterator[Problem]:
    """Yield what is unsafe in one page beside its macros: its front matter, and the HTML that it becomes."""
    file = f"docs/{page.file}"
    lines = page.text.splitlines()
    yield from check_front_matter(page)
    for path, value in texts(page.meta.tree):
        if any(mark in value for mark in (*MARKS, "<", ">")):
            message = "boven aan een pagina kan geen macro of HTML staan. Schrijf gewone tekst."
            yield Problem(file, page.meta.line(path), message)
    if page.body_line == 1:
        yield Problem(file, 1, _NO_HEAD)
    for number, text in enumerate(lines[: page.body_line - 1], 1):
        edge = number in (1, page.body_line - 1)
        if edge != bool(_END.fullmatch(text)) or (edge and text.rstrip() != "---"):
            yield Problem(file, number, _NO_HEAD)
    if page.body_line > len(lines) and not page.text.endswith("\n"):
        yield Problem(file, len(lines), "onder de kop van de pagina staat geen tekst. Schrijf er de titel onder.")
    yield from check_rendered(page)


def unsafe_texts(file: str, document: Document) -> Iterator[Problem]:
    """Yield the texts of an instrument that are written as HTML or a macro: a reader would see the characters."""
    for path, text in texts(document.tree):
        found = _HTML.search(text)
        if found or any(mark in text for mark in MARKS):
            shown = found[0][:40] if found else "{"
            message = f"'{shown}' is hier gewone tekst: in een instrument werken HTML en macro's niet. Haal het weg."
            yield Problem(file, document.line(path), message)
