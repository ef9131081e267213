"""One page by itself: front matter, headings, ids, Markdown traps. Opens no files."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from difflib import get_close_matches

import yaml

from fii_widgets.errors import Problem, did_you_mean, in_file, nearest
from fii_widgets.handbook.pages import FENCE, Page
from fii_widgets.instrument.keys.source import SOURCE
from fii_widgets.instrument.text.yaml_text import Document
from fii_widgets.lint.kinds import FRONT_MATTER, HEADINGS, KINDS

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: the reader of MkDocs; what it cannot read it prints as the text of the page
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: keys whose value a template prints
_TEXTS = ("id", "soort", "title", "description")
EMPTY = "het bestand is leeg. Zet terug wat erin stond, of begin met een sjabloon uit tools/sjablonen."
_TASK = re.compile(r"^\s*[-*+] \[[ xX]\] ")


type Fault = tuple[int, str]  #: line, Dutch sentence


def is_empty(page: Page) -> bool:
    """Tell whether nothing at all stands in the file."""
    return not page.text.strip()


def open_fence(page: Page) -> int:
    """Return the line with which a piece of code begins that never ends, or 0."""
    began = 0
    for number, line in enumerate(page.text.splitlines(), 1):
        if number >= page.body_line and FENCE.match(line):
            began = 0 if began else number
    return began


def check_page(page: Page) -> Iterator[Problem]:
    """Yield everything that is wrong with one page."""
    if is_empty(page):
        yield from check_front_matter(page)
        return
    yield from check_front_matter(page)
    yield from in_file(f"docs/{page.file}", (*_headings(page), *_fixed_headings(page), *_tasks(page)))


def check_front_matter(page: Page) -> Iterator[Problem]:
    """Yield what is wrong above a page; the templates print what stands there, and a site generator reads it too."""
    faults: tuple[Fault, ...] = (
        ((1, EMPTY),) if is_empty(page) else (*page.meta.faults, *_front_matter(page), *_not_loaded(page))
    )
    return in_file(f"docs/{page.file}", faults)


def _tasks(page: Page) -> Iterator[Fault]:
    for number, text in enumerate(page.text.splitlines(), 1):
        if _TASK.match(text):
            advice = "die kan niemand invullen. Maak een instrument, of een gewone lijst."
            yield number, f"dit is een afvinklijst van Markdown; {advice}"


def _front_matter(page: Page) -> Iterator[Fault]:
    tree = page.meta.tree
    if not isinstance(tree, dict) or not tree:
        if not page.meta.faults:
            names = ", ".join(key for key, needed in FRONT_MATTER.items() if needed)
            yield 1, f"de pagina begint niet met een kop tussen twee regels '---' met daarin {names}."
        return
    yield from _keys(page.meta, tree)
    kind = page.value("soort")
    if kind and kind not in KINDS:
        yield page.meta.line(("soort",)), f"soort '{kind}' bestaat niet.{did_you_mean(kind, KINDS)}"
    if "gewijzigd" in tree and not _is_date(page.value("gewijzigd")):
        yield page.meta.line(("gewijzigd",)), "'gewijzigd' is een datum als 2026-11-22."
    if "fase" in tree and page.value("fase") not in ("1", "2", "3", "4", "5", "6"):
        yield page.meta.line(("fase",)), "'fase' is een getal van 1 tot en met 6."
    yield from _sources(page.meta, tree.get("bronnen", []))


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _not_loaded(page: Page) -> Iterator[Fault]:
    """Yield what a site generator reads otherwise than `yaml_text`, or not at all."""
    tree = page.meta.tree
    if page.meta.faults or not isinstance(tree, dict) or not tree:
        return
    loader = _LOADER("\n".join(page.text.splitlines()[1 : page.body_line - 2]))
    try:
        root = loader.get_single_node()
        pairs = [(str(key.value), value) for key, value in root.value] if isinstance(root, yaml.MappingNode) else []
    except yaml.YAMLError:
        pairs = []
    if [key for key, _ in pairs] != [*tree]:
        yield (
            1,
            "deze kop is niet te lezen. Schrijf elke sleutel op een eigen regel, met de tekst tussen aanhalingstekens.",
        )
    for key, node in pairs:
        if key != "gewijzigd" and not _fits(loader, key, node):
            yield (
                page.meta.line((key,)),
                f"een computer leest de waarde van '{key}' niet als tekst. Zet haar tussen aanhalingstekens.",
            )


def _fits(loader: yaml.SafeLoader, key: str, node: yaml.Node) -> bool:
    try:
        value = loader.construct_object(node, deep=True)
    except Exception:  # MkDocs passes over any, and prints the head
        return False
    return key not in _TEXTS or isinstance(value, str)


def _keys(meta: Document, tree: Collection[str]) -> Iterator[Fault]:
    for key in tree:
        if key not in FRONT_MATTER:
            yield meta.line((key,)), f"onbekende sleutel '{key}'.{did_you_mean(key, tuple(FRONT_MATTER))}"
    meant = {near for key in tree if key not in FRONT_MATTER for near in nearest(key, tuple(FRONT_MATTER))}
    for key, needed in FRONT_MATTER.items():
        if needed and key not in tree and key not in meant:
            yield 1, f"de sleutel '{key}' ontbreekt boven aan de pagina."


def _sources(meta: Document, sources: object) -> Iterator[Fault]:
    if not isinstance(sources, list):
        advice = "elke regel begint met een streepje. Geen bron? Schrijf: bronnen: []."
        yield meta.line(("bronnen",)), f"'bronnen' is een lijst: {advice}"
        return
    faults: list[Fault] = []
    for index, source in enumerate(sources):
        SOURCE.read(source, ("bronnen", index), lambda path, message: faults.append((meta.line(path), message)))
    yield from faults


def _headings(page: Page) -> Iterator[Fault]:
    titles = [heading for heading in page.headings if heading.level == 1]
    if len(titles) != 1:
        line = titles[1].line if titles else page.body_line
        yield line, f"een pagina heeft precies één kop met één #; hier zijn er {len(titles)}."
    elif page.id and titles[0].id != page.id:
        advice = f"schrijf er {{: #{page.id} }} achter."
        yield titles[0].line, f"de hoofdkop moet het id van de pagina hebben: {advice}"
    level = 0
    for heading in page.headings:
        if level and heading.level > level + 1:
            advice = f"na {'#' * level} komt {'#' * (level + 1)}."
            yield heading.line, f"de kop '{heading.text}' slaat een niveau over: {advice}"
        level = heading.level
        if "{#" in heading.text or "{ #" in heading.text:
            yield heading.line, "een id achter een kop schrijft u met een dubbele punt: {: #naam }."
        elif not heading.id and heading.level > 1:
            advice = f"Schrijf er {{: #{page.id or 'pagina'}-naam }} achter."
            yield heading.line, f"de kop '{heading.text}' heeft geen vast id. {advice}"


def _nearest(text: str, others: Iterable[str]) -> str:
    return "".join(f" Er staat wel '{other}'." for other in get_close_matches(text, sorted(others), n=1))


def _fixed_headings(page: Page) -> Iterator[Fault]:
    wanted = HEADINGS.get(page.value("soort"), ())
    second = {heading.text: heading for heading in page.headings if heading.level == 2}
    for fixed in wanted:
        heading, id_ = second.get(fixed.text), f"{page.id}-{fixed.ending}"
        if heading is None:
            near = _nearest(fixed.text, second.keys() - {other.text for other in wanted})
            yield page.body_line, f"de vaste kop '## {fixed.text} {{: #{id_} }}' ontbreekt.{near}"
        elif heading.id != id_:
            yield heading.line, f"de kop '{fixed.text}' moet het id '{id_}' hebben."
    order = [second[fixed.text].line for fixed in wanted if fixed.text in second]
    if order != sorted(order):
        names = ", ".join(fixed.text for fixed in wanted)
        yield min(order), f"de vaste koppen staan niet in de goede volgorde: {names}."
