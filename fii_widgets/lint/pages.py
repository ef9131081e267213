"""One page by itself: front matter, headings, ids, Markdown traps. Opens no files."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from fii_widgets.errors import Problem, did_you_mean
from fii_widgets.handbook.pages import Page
from fii_widgets.instrument.keys.table import SOURCE
from fii_widgets.lint.kinds import FRONT_MATTER, HEADINGS, KINDS

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TASK = re.compile(r"^\s*[-*+] \[[ xX]\] ")


def check_page(page: Page) -> Iterator[Problem]:
    """Yield everything that is wrong with one page."""
    file = f"docs/{page.file}"
    yield from check_front_matter(page)
    yield from _headings(page, file)
    yield from _fixed_headings(page, file)
    for number, text in enumerate(page.text.splitlines(), 1):
        if _TASK.match(text):
            yield Problem(
                file,
                number,
                "dit is een afvinklijst van Markdown; die kan niemand invullen. Maak een instrument, of een gewone lijst.",
            )


def check_front_matter(page: Page) -> Iterator[Problem]:
    """Yield what is wrong above a page; the templates print what stands there, and a site generator reads it too."""
    file = f"docs/{page.file}"
    for line, message in page.meta.faults:
        yield Problem(file, line, message)
    tree = page.meta.tree
    if not isinstance(tree, dict) or not tree:
        if not page.meta.faults:
            yield Problem(
                file,
                1,
                f"de pagina begint niet met een kop tussen twee regels '---' met daarin {', '.join(key for key, needed in FRONT_MATTER.items() if needed)}.",
            )
        return
    for key in tree:
        if key not in FRONT_MATTER:
            advice = did_you_mean(key, tuple(FRONT_MATTER))
            yield Problem(file, page.meta.line((key,)), f"onbekende sleutel '{key}'.{advice}")
    for key, needed in FRONT_MATTER.items():
        if needed and key not in tree:
            yield Problem(file, 1, f"de sleutel '{key}' ontbreekt boven aan de pagina.")
    kind = page.value("soort")
    if kind and kind not in KINDS:
        yield Problem(file, page.meta.line(("soort",)), f"soort '{kind}' bestaat niet.{did_you_mean(kind, KINDS)}")
    if "gewijzigd" in tree and not _DATE.fullmatch(page.value("gewijzigd")):
        yield Problem(file, page.meta.line(("gewijzigd",)), "'gewijzigd' is een datum als 2026-11-22.")
    if "fase" in tree and page.value("fase") not in ("1", "2", "3", "4", "5", "6"):
        yield Problem(file, page.meta.line(("fase",)), "'fase' is een getal van 1 tot en met 6.")
    sources = tree.get("bronnen", [])
    if not isinstance(sources, list):
        yield Problem(
            file,
            page.meta.line(("bronnen",)),
            "'bronnen' is een lijst: elke regel begint met een streepje. Geen bron? Schrijf: bronnen: [].",
        )
        return
    found: list[Problem] = []
    for index, source in enumerate(sources):
        SOURCE.read(
            source, ("bronnen", index), lambda path, message: found.append(Problem(file, page.meta.line(path), message))
        )
    yield from found


def _headings(page: Page, file: str) -> Iterator[Problem]:
    titles = [heading for heading in page.headings if heading.level == 1]
    if len(titles) != 1:
        yield Problem(file, page.body_line, f"een pagina heeft precies één kop met één #; hier zijn er {len(titles)}.")
    elif page.id and titles[0].id != page.id:
        yield Problem(
            file, titles[0].line, f"de hoofdkop moet het id van de pagina hebben: schrijf er {{: #{page.id} }} achter."
        )
    level = 0
    for heading in page.headings:
        if level and heading.level > level + 1:
            yield Problem(
                file,
                heading.line,
                f"de kop '{heading.text}' slaat een niveau over: na {'#' * level} komt {'#' * (level + 1)}.",
            )
        level = heading.level
        if "{#" in heading.text or "{ #" in heading.text:
            yield Problem(file, heading.line, "een id achter een kop schrijft u met een dubbele punt: {: #naam }.")
        elif not heading.id and heading.level > 1:
            yield Problem(
                file,
                heading.line,
                f"de kop '{heading.text}' heeft geen vast id. Schrijf er {{: #{page.id or 'pagina'}-naam }} achter.",
            )


def _nearest(text: str, others: Iterable[str]) -> str:
    return "".join(f" Er staat wel '{other}'." for other in get_close_matches(text, sorted(others), n=1))


def _fixed_headings(page: Page, file: str) -> Iterator[Problem]:
    wanted = HEADINGS.get(page.value("soort"), ())
    second = {heading.text: heading for heading in page.headings if heading.level == 2}
    for fixed in wanted:
        heading, id_ = second.get(fixed.text), f"{page.id}-{fixed.ending}"
        if heading is None:
            near = _nearest(fixed.text, second.keys() - {one.text for one in wanted})
            yield Problem(file, page.body_line, f"de vaste kop '## {fixed.text} {{: #{id_} }}' ontbreekt.{near}")
        elif heading.id != id_:
            yield Problem(file, heading.line, f"de kop '{fixed.text}' moet het id '{id_}' hebben.")
    order = [second[fixed.text].line for fixed in wanted if fixed.text in second]
    if order != sorted(order):
        names = ", ".join(fixed.text for fixed in wanted)
        yield Problem(file, min(order), f"de vaste koppen staan niet in de goede volgorde: {names}.")
