"""Everything by which what authors bring could run code, load from elsewhere or stop the build. Part of `lint.check`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import Handbook
from fii_widgets.handbook.pages import Page
from fii_widgets.instrument.text.yaml_text import Document, texts
from fii_widgets.lint.calls import MARKS, Takes
from fii_widgets.lint.leads import check_leads
from fii_widgets.lint.pages import check_front_matter, is_empty, open_fence
from fii_widgets.lint.rendered import check_rendered
from fii_widgets.lint.site_file import check_site_file

_HTML = re.compile(r"</?[a-zA-Z!][^<>]*>?")
_NO_HEAD = "de kop van een pagina staat tussen twee regels met alleen ---."
_END = re.compile(r"(?:\.\.\.|---)[ \t]*")


def dangers(project: Path, handbook: Handbook) -> Iterator[Problem]:
    """Yield what stands in the way of building a project beside the code that its pages call."""
    yield from (*handbook.problems, *check_site_file(project), *check_leads(project))
    for page in handbook.pages:
        yield from unsafe_page(page)
    for loaded in handbook.instruments.values():
        yield from unsafe_texts(loaded.file, loaded.document)


def known_macros(folder: Path) -> dict[str, Takes]:
    """Read the registry and what each macro takes without running it: nothing may import `macros`."""
    functions = {
        node.name: node.args
        for node in ast.parse((folder / "widgets.py").read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }
    for node in ast.parse((folder / "__init__.py").read_text("utf-8")).body:
        if (
            isinstance(node, ast.AnnAssign)
            and ast.unparse(node.target) == "MACROS"
            and isinstance(node.value, ast.Dict)
        ):
            pairs = zip(node.value.keys, node.value.values, strict=True)
            return {
                str(key.value): _takes(functions[value.attr])
                for key, value in pairs
                if isinstance(key, ast.Constant) and isinstance(value, ast.Attribute)
            }
    raise ValueError(f"{folder} has no MACROS table")


def _takes(given: ast.arguments) -> Takes:
    """Leave out the first: the way to the root, which a macro gets by itself."""
    names = tuple(one.arg for one in given.args)[1:]
    return Takes(names, len(names) - len(given.defaults), given.kwarg is not None)


def unsafe_page(page: Page) -> Iterator[Problem]:
    """Yield what is unsafe in one page beside its macros: its front matter, and the HTML that it becomes."""
    file = f"docs/{page.file}"
    lines = page.text.splitlines()
    yield from check_front_matter(page)
    if is_empty(page):
        return
    for path, value in texts(page.meta.tree):
        if any(mark in value for mark in (*MARKS, "<", ">")):
            message = "boven aan een pagina kan geen macro of HTML staan. Schrijf gewone tekst."
            yield Problem(file, page.meta.line(path), message)
    for number, text in enumerate(lines[: page.body_line - 1], 1):
        edge = number in (1, page.body_line - 1)
        if edge != bool(_END.fullmatch(text)) or (edge and text.rstrip() != "---"):
            yield Problem(file, number, _NO_HEAD)
    if page.body_line > len(lines) and not page.text.endswith("\n"):
        yield Problem(file, len(lines), "onder de kop van de pagina staat geen tekst. Schrijf er de titel onder.")
    if fence := open_fence(page):  # Markdown reads the rest of the page as code
        yield Problem(
            file, fence, "dit codeblok houdt nergens op. Zet onder de laatste regel ervan drie accenten: ```."
        )
    else:
        yield from check_rendered(page)


def unsafe_texts(file: str, document: Document) -> Iterator[Problem]:
    """Yield the texts of an instrument that are written as HTML or a macro: a reader would see the characters."""
    for path, text in texts(document.tree):
        found = _HTML.search(text)
        if found or any(mark in text for mark in MARKS):
            shown = found[0][:40] if found else "{"
            message = f"'{shown}' is hier gewone tekst: in een instrument werken HTML en macro's niet. Haal het weg."
            yield Problem(file, document.line(path), message)
