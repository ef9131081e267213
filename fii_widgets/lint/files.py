"""The files that authors bring: their names, kinds, size, characters, and that none leads elsewhere. Comes before all reading.

A folder is walked as it is; what a link leads to is never opened.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from fii_widgets.errors import Problem, in_file
from fii_widgets.lint.markup import shown
from fii_widgets.system.files import FileError, TooLargeError, read_text

#: folder → the endings of what may stand there; the longest name that fits holds
KINDS: dict[str, tuple[str, ...]] = {
    "docs": (".md", ".svg", ".png", ".jpg", ".webp", ".pdf", ".tsv"),
    "docs/schema": (".json",),
    "docs/voorbeelden": (".json",),
    "docs/javascripts": (".js",),
    "docs/javascripts/vendor": (".js", ".ts", ".txt"),
    "docs/stylesheets": (".css",),
    "docs/stylesheets/fonts": (".woff2", ".txt"),
    "docs/runtime": (".js", ".mjs", ".ts", ".json", ".txt", ".wasm", ".zip"),
    "checklists": (".yaml", ".json"),
    "overrides": (".html",),
}
#: files of the project itself that are written in words
OWN = ("mkdocs.yml", "mkdocs-handboek.yml", "aliassen.yml", "links.lock", "codes.lock")
#: written by commands, never by authors: names of others
MADE = ("docs/runtime", "docs/stylesheets/fonts", "docs/javascripts/vendor")
#: what a computer leaves behind and no engine publishes: its name begins with a dot
LEFT_BEHIND = (".DS_Store", ".gitkeep")
#: ending → the most bytes of a text: a page of 30 kB takes a quarter of an hour to read
TEXTS = {".md": 60_000, ".yaml": 100_000, ".svg": 200_000, ".tsv": 200_000, ".yml": 100_000, ".lock": 2_000_000}
LINK = "dit is een koppeling naar een andere plek. Zet het bestand zelf hier."
_NAME = re.compile(r"_?[a-z0-9][a-z0-9._-]*")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)


def check_files(project: Path) -> Iterator[Problem]:
    """Yield every file that cannot be taken for what an author may bring; one that is reported must not be read."""
    for name in OWN:
        if (project / name).is_symlink() or (project / name).exists():
            yield from _check(project, name)
    for top in ("docs", "checklists", "overrides"):
        if (project / top).is_symlink():
            yield Problem(top, 0, LINK)
            continue
        for folder, folders, files in os.walk(project / top):
            here = Path(folder).relative_to(project).as_posix()
            for name in sorted(folders):
                yield from _check_name(project, f"{here}/{name}")
            for name in sorted(files):
                yield from _check(project, f"{here}/{name}")


def _check_name(project: Path, file: str) -> Iterator[Problem]:
    name = file.rpartition("/")[2]
    if (project / file).is_symlink():
        yield Problem(shown(file, 1_000), 0, LINK)
    elif name == "Thumbs.db":
        yield Problem(shown(file, 1_000), 0, "dit bestand maakte Windows, en het komt in de site. Haal het weg.")
    elif name not in LEFT_BEHIND and not _NAME.fullmatch(name) and not file.startswith(MADE):
        yield Problem(shown(file, 1_000), 0, "gebruik in een naam alleen kleine letters, cijfers, punten en streepjes.")


def _check(project: Path, file: str) -> Iterator[Problem]:
    path = project / file
    wrong = list(_check_name(project, file))
    folder = max((name for name in KINDS if file.startswith(f"{name}/")), key=len, default="")
    if not wrong and folder and path.name not in LEFT_BEHIND and path.suffix not in KINDS[folder]:
        wrong.append(
            Problem(
                shown(file, 1_000), 0, f"dit soort bestand hoort niet in {folder}. Wel: {', '.join(KINDS[folder])}."
            )
        )
    if not wrong and not path.is_file():
        wrong.append(Problem(shown(file, 1_000), 0, "dit is geen gewoon bestand. Haal het weg."))
    if not wrong and path.suffix in TEXTS:
        wrong += in_file(file, check_text(path))
    if not wrong and path.suffix == ".svg":
        wrong += in_file(file, check_drawing(path.read_text("utf-8")))
    yield from wrong


def check_text(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, what is wrong) of a file that is written in words: too large, no UTF-8, characters that nobody sees."""
    most = TEXTS[path.suffix]
    try:
        text = read_text(path, most)
    except TooLargeError:
        yield 0, f"het bestand is groter dan {most // 1000} kB. Maak er meer bestanden van."
        return
    except FileError as error:
        yield error.line, error.why
        return
    for number, row in enumerate(text.split("\n"), 1):
        if found := _INVISIBLE.search(row):
            yield (
                number,
                f"hier staat een onzichtbaar teken (U+{ord(found[0]):04X}). Haal het weg, of typ de regel opnieuw.",
            )


_SPACE = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    "circle clipPath defs desc ellipse filter g line linearGradient marker mask path pattern polygon polyline "  # noqa: SIM905
    "radialGradient rect stop style svg symbol text textPath title tspan use".split()
)
#: of CSS: what fetches, or writes it in other signs; and the functions that compute, all others may fetch
_FETCHES = re.compile(r"@|\\|url\((?!\s*[\"']?#)", re.I)
_COMPUTES = frozenset(
    "url rgb rgba hsl hsla calc matrix translate translatex translatey scale scalex scaley rotate skewx skewy".split()  # noqa: SIM905
)
_PROLOG = re.compile(
    r"\A<\?xml\s+version=[\"']1\.[01][\"'](?:\s+encoding=[\"']utf-8[\"'])?(?:\s+standalone=[\"'](?:yes|no)[\"'])?\s*\?>",
    re.I,
)


def check_drawing(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, what is wrong) of an SVG file: a reader can open it by itself, so it holds a drawing only."""
    # one that is not closed is found once, and stays
    rest = re.sub(r"<!--.*?(-->|\Z)", lambda found: "" if found[1] else found[0], _PROLOG.sub("", text), flags=re.S)
    if "<!" in rest or "<?" in rest:
        yield 0, "de tekening heeft een DOCTYPE, CDATA of opdracht. Bewaar haar als 'gewone SVG' (plain SVG)."
        return
    try:
        elements = list(ElementTree.fromstring(rest).iter())
    except (ElementTree.ParseError, RecursionError):
        yield 0, "dit is geen hele SVG. Bewaar de tekening opnieuw."
        return
    for element in elements:
        name = str(element.tag)
        if name.removeprefix(_SPACE) not in _DRAWN or not name.startswith(_SPACE):
            yield (
                0,
                f"<{shown(name.rpartition('}')[2])}> hoort niet in een tekening. Bewaar haar als 'gewone SVG' (plain SVG).",
            )
        if name == f"{_SPACE}style" and (len(element) or _loads(element.text or "")):
            yield 0, "de stijl van de tekening haalt iets van elders. Haal dat weg."
        yield from _attributes(element)


def _attributes(element: ElementTree.Element) -> Iterator[tuple[int, str]]:
    for attribute, value in element.attrib.items():
        plain = attribute.rpartition("}")[2].lower()
        if (
            plain.startswith("on")
            or (plain in ("href", "src", "base") and not value.startswith("#"))
            or (_loads(value) and not plain.startswith(("aria-", "data-")) and plain not in ("id", "class"))
        ):
            yield 0, f"'{shown(plain)}' mag niet in een tekening: het voert iets uit of haalt iets van elders."


def _loads(style: str) -> bool:
    functions = {name.lower() for name in re.findall(r"(?<![\w-])([\w-]+)\(", style)}
    return bool(_FETCHES.search(style) or functions - _COMPUTES)
