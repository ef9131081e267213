"""The macros that pages call: do they exist, do they stand right, do they name what exists. Opens no files."""

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from fii_widgets.errors import Problem, did_you_mean
from fii_widgets.figure_words import FIGURES
from fii_widgets.pages import Page

_CALL = re.compile(r"\{\{(.*?)\}\}")
#: macros whose first argument is an instrument, a place on the line, or a drawn figure
NAMES_AN_INSTRUMENT = ("instrument", "beslistabel")
NAMES_A_PLACE = ("lijn",)
NAMES_A_FIGURE = ("figuur",)


@dataclass(frozen=True)
class Call:
    """A macro call on a page."""

    name: str
    first: str  #: first argument where it is a text, else empty
    line: int
    own_page: bool  #: eigen_pagina=True was given


def calls(page: Page) -> list[Call]:
    """Return the calls that can be read; what cannot is reported by `check_calls`."""
    return [found for _, found, _ in _scan(page) if found]


def check_calls(
    page: Page, macros: Collection[str], instruments: Collection[str], places: Collection[str]
) -> Iterator[Problem]:
    """Yield what is wrong with the macro calls of one page."""
    file = f"docs/{page.file}"
    for number, call, text in _scan(page):
        if call is None:
            yield Problem(
                file, number, f"'{{{{{text}}}}}' is geen macro. Zo wel: {{{{ instrument(\"stoplicht-1\") }}}}."
            )
            continue
        if call.name not in macros:
            yield Problem(
                file, number, f"de macro '{call.name}' bestaat niet.{did_you_mean(call.name, sorted(macros))}"
            )
            continue
        line = page.text.splitlines()[number - 1]
        if not re.fullmatch(r"\{\{.*\}\}\s*", line):
            yield Problem(file, number, f"de macro '{call.name}' moet alleen op een regel staan, helemaal links.")
        if call.name in NAMES_AN_INSTRUMENT and call.first not in instruments:
            yield Problem(
                file, number, f"instrument '{call.first}' bestaat niet.{did_you_mean(call.first, sorted(instruments))}"
            )
        if call.name in NAMES_A_PLACE and call.first and call.first not in places:
            yield Problem(
                file, number, f"'{call.first}' staat niet op de lijn.{did_you_mean(call.first, sorted(places))}"
            )
        if call.name in NAMES_A_FIGURE and call.first not in FIGURES:
            yield Problem(
                file, number, f"figuur '{call.first}' is er niet getekend.{did_you_mean(call.first, sorted(FIGURES))}"
            )


def _scan(page: Page) -> Iterator[tuple[int, Call | None, str]]:
    for number, line in enumerate(page.text.splitlines(), 1):
        for match in _CALL.finditer(line):
            yield number, _read(match.group(1), number), match.group(1)


def _read(text: str, line: int) -> Call | None:
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return None
    first = node.args[0] if node.args else None
    value = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else ""
    own = any(
        k.arg == "eigen_pagina" and isinstance(k.value, ast.Constant) and k.value.value is True for k in node.keywords
    )
    return Call(node.func.id, value, line, own)
