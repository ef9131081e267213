"""A drawing of a page → one that stands by itself: the site's own rules go along, with their colours filled in."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.pages.markup import Node

_SHEETS = ("parts/figures.css", "parts/line.css")
_COLOURS = "base"
_RULE = re.compile(r"([^{}@/]+)\{([^{}]*)\}")
_VALUE = re.compile(r"(--[\w-]+):\s*([^;]+);")
_USE = re.compile(r"var\((--[\w-]+)\)")
#: rules that a drawing has no use for, or that no drawing program reads
_ODD = (":", "[", ">", "*")
#: what a page alone decides: how wide a drawing is and whether it is seen
_OF_THE_PAGE = ("display", "max-width", "margin", "text-decoration", "width", "height", "overflow", "cursor")
_FAMILIES = {"--werk": "'Source Sans 3'", "--lees": "'Source Serif 4'"}
_PHASES = 6


class Drawings:
    """Knows how the site's drawings look on paper."""

    def __init__(self, stylesheets: Path) -> None:
        """Read the rules of drawings, with the colours of the light theme."""
        base = "\n".join(path.read_text("utf-8") for path in sorted((stylesheets / _COLOURS).glob("*.css")))
        values = dict(reversed(_VALUE.findall(base))) | _FAMILIES
        values |= {"--papier": "#ffffff", "--kaart": "#ffffff"}
        sheets = "\n".join(_outside((stylesheets / name).read_text("utf-8")) for name in _SHEETS)
        values = dict(reversed(_VALUE.findall(sheets))) | values
        self._style = "".join(_rules(sheets, values))

    def whole(self, drawing: Node) -> str:
        """Return the drawing as a file of its own."""
        html = re.sub(r"</?a\b[^>]*>", "", drawing.html or "")
        return re.sub(
            r"^<svg", '<svg xmlns="http://www.w3.org/2000/svg"', html.replace(">", f"><style>{self._style}</style>", 1)
        )


def _outside(sheet: str) -> str:
    """Return a style sheet without comments and without what only holds for some media."""
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    return re.sub(r"@[^{]+\{(?:[^{}]|\{[^{}]*\})*\}", "", sheet)


def _rules(sheet: str, values: dict[str, str]) -> Iterator[str]:
    for selectors, body in _RULE.findall(sheet):
        plain = [one.strip() for one in selectors.split(",") if not any(odd in one for odd in _ODD)]
        said = [line.strip() for line in body.split(";") if line.strip() and not line.strip().startswith(_OF_THE_PAGE)]
        if plain and said:
            yield f"{','.join(plain)}{{{_filled(said, values | {'--fase': values.get('--inkt', '')})}}}"
            yield from _of_phases(plain, said, values)


def _of_phases(plain: list[str], said: list[str], values: dict[str, str]) -> Iterator[str]:
    """Say again, for what belongs to a phase, what takes the colour of one."""
    own = [line for line in said if "--fase" in line]
    for phase in range(1, _PHASES + 1) if own else ():
        where = ",".join(f".fii-fase-{phase}{one},.fii-fase-{phase} {one}" for one in plain)
        yield f"{where}{{{_filled(own, values | {'--fase': values.get(f'--fase-{phase}', '')})}}}"


def _filled(said: list[str], values: dict[str, str]) -> str:
    """Put values in the place of their names, also of names in values."""
    text = ";".join(said)
    for _ in range(3):
        text = _USE.sub(lambda found: values.get(found[1], found[0]), text)
    return text
