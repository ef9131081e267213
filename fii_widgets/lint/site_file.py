"""mkdocs.yml: what it makes the build do is fixed; the menu and the words in it are an author's. Opens no other file.

MkDocs reads this file before any of our code runs, and what it names it runs. So `fii check` and `make site` look first.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from fii_widgets.errors import Problem, in_file
from fii_widgets.instrument.shapes import IDENTIFIER
from fii_widgets.instrument.text import yaml_text
from fii_widgets.instrument.text.yaml_text import Tree
from fii_widgets.lint.calls import MARKS
from fii_widgets.lint.markup import shown
from fii_widgets.lint.rendered import EXTENSIONS
from fii_widgets.shapes.shape import Path

type Fault = tuple[Path, str]  #: place in the file, Dutch sentence

SITE = "mkdocs.yml"
#: what an edition's own file builds on (tools/edition)
INHERITED = "mkdocs-handboek.yml"
#: keys that say what the build does, with the one value that each may have
FIXED: Mapping[str, Any] = {
    "docs_dir": "docs",
    "strict": "true",
    "use_directory_urls": "true",
    "validation": {
        "nav": dict.fromkeys(("omitted_files", "not_found", "absolute_links"), "warn"),
        "links": dict.fromkeys(("not_found", "anchors", "absolute_links", "unrecognized_links"), "warn"),
    },
    "theme": {
        "name": "material", "variant": "classic", "language": "nl", "font": "false", "custom_dir": "overrides",
        "features": [],
    },
    "plugins": [{"macros": {"module_name": "macros", "on_error_fail": "true", "on_undefined": "strict"}}],
    "markdown_extensions": [
        {name: {key: str(value).lower() for key, value in options.items()}} if options else name
        for name, options in EXTENSIONS.items()
    ],
    "INHERIT": INHERITED,
}  # fmt: skip
_WORDS = (re.compile(r".*", re.S), "Schrijf gewone tekst.")
_ADDRESS = (
    re.compile(r"(?:https?://[a-z0-9.-]+(?::[0-9]+)?(?:/[\w.~%/-]*)?)?", re.A | re.I),
    "Schrijf een adres dat begint met https://, of niets.",
)
#: keys that hold words and addresses → what a value is like, and what to write in its place
VALUES: Mapping[Path, tuple[re.Pattern[str], str]] = {
    ("site_name",): _WORDS,
    ("site_description",): _WORDS,
    ("site_url",): _ADDRESS,
    ("repo_url",): _ADDRESS,
    ("edit_uri",): (re.compile(r"[\w.~%/-]*", re.A), "Schrijf het deel van het adres na dat van 'repo_url', of niets."),
    ("not_in_nav",): _WORDS,
    ("extra", "generator"): (re.compile("false"), "Schrijf: false."),
    ("extra", "contact"): (
        re.compile(r"(?:[\w.+-]+@[a-z0-9.-]+)?", re.A | re.I),
        "Schrijf een mailadres, zoals handboek@uw-organisatie.nl, of niets.",
    ),
    ("extra", "editie"): (IDENTIFIER, "Schrijf een kort id, zoals handboek-fii."),
    ("extra", "versie"): (re.compile(r"[0-9]+\.[0-9]+\.[0-9]+", re.A), "Schrijf een versie, zoals 0.1.0."),
    ("extra", "organisatie"): _WORDS,
    ("extra", "ondertitel"): _WORDS,
    ("extra", "welkom"): _WORDS,
    ("extra", "logo"): (
        re.compile(r"(?:images/[a-z0-9-]+\.(?:svg|png))?"),
        "Schrijf een bestand, zoals images/logo.svg.",
    ),
}
#: keys that hold a list → what each of it is like
LISTS: Mapping[Path, tuple[re.Pattern[str], str]] = {
    ("extra_css",): (
        re.compile(r"stylesheets/(?:[a-z0-9-]+/)?[a-z0-9-]+\.css"),
        "Een stijlblad staat in docs/stylesheets, zoals stylesheets/parts/line.css.",
    ),
    ("extra", "eigen"): (re.compile(r"(?:[a-z0-9._-]+/)*"), "Schrijf het adres van een pagina, zoals eigen/over-ons/."),
}
#: keys whose value may come from the publisher's environment, by this name only
ENVIRONMENT: Mapping[Path, str] = {
    ("site_url",): "HANDBOEK_URL",
    ("repo_url",): "HANDBOEK_REPO",
    ("edit_uri",): "HANDBOEK_BEWERK",
    ("extra", "contact"): "HANDBOEK_MAIL",
}
#: the only line of YAML with a tag that is let through
_ENV = re.compile(r" *[a-z_]+: !ENV \[HANDBOEK_[A-Z]+, \"\"\]")
_PAGE = re.compile(r"(?:[a-z0-9_-]+/)*[a-z0-9._-]+\.md")


def check_site_file(project: FilePath) -> Iterator[Problem]:
    """Yield what the configuration of a project would run, load or print beside what it is known to."""
    if (project / "mkdocs.yaml").exists():
        yield Problem("mkdocs.yaml", 0, f"de instellingen staan in {SITE}. Haal dit bestand weg.")
    for name in (SITE, INHERITED):
        if (project / name).is_file():
            text = (project / name).read_text("utf-8")
            document = yaml_text.read(text)
            lines = text.splitlines()
            faults = [
                (line, message)
                for line, message in document.faults
                if not (message == yaml_text.NO_TAGS and _ENV.fullmatch(lines[line - 1]))
            ]
            tree = document.tree if isinstance(document.tree, dict) else {}
            wrong = (*_fixed(tree), *_values(tree, ()), *_menu(tree.get("nav", []), project))
            placed = ((document.line(path), message) for path, message in wrong)
            yield from in_file(name, (*faults, *(placed if not document.broken else ())))


def _fixed(tree: Mapping[str, Tree]) -> Iterator[Fault]:
    for key, value in FIXED.items():
        if tree.get(key, value) != value:
            yield (
                (key,),
                f"'{key}' bepaalt wat de bouw doet, en is hier anders dan fii_widgets/lint/site_file.py het kent. Zet het terug.",
            )
        elif key not in tree and key != "INHERIT" and "INHERIT" not in tree:
            yield (), f"'{key}' ontbreekt, en bepaalt wat de bouw doet. Zet het terug zoals het was."
    for path, text in yaml_text.texts({**tree}):
        if any(mark in text for mark in (*MARKS, "<")):
            yield path, "hier kan geen macro of HTML staan. Schrijf gewone tekst."


def _values(tree: Mapping[str, Tree], above: Path) -> Iterator[Fault]:
    """Hold every value against the tables; a key that is in none cannot be there."""
    for key, value in tree.items():
        path = (*above, key)
        if path == ("extra",) and isinstance(value, dict):
            yield from _values(value, path)
        elif path in LISTS and isinstance(value, list):
            for index, one in enumerate(value):
                yield from _value((*path, index), one, *LISTS[path])
        elif path in VALUES:
            if path not in ENVIRONMENT or value != [ENVIRONMENT[path], ""]:
                yield from _value(path, value, *VALUES[path])
        elif above or (key not in FIXED and key != "nav"):
            yield path, f"'{shown(key)}' kan hier niet: daarmee kan de bouw iets uitvoeren of ophalen. Haal het weg."


def _value(path: Path, value: Tree, pattern: re.Pattern[str], advice: str) -> Iterator[Fault]:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        named = f"'{shown(value)}'" if isinstance(value, str) else "dit"
        yield path, f"{named} kan hier niet. {advice}"


def _menu(entry: Tree, project: FilePath, path: Path = ("nav",)) -> Iterator[Fault]:
    """Yield what the menu leads to beside a page: one that is there, or that an instrument gets by itself."""
    if isinstance(entry, str):
        places = [project / "docs" / entry, (project / entry).with_suffix(".yaml")] if _PAGE.fullmatch(entry) else []
        if not any(place.is_file() for place in places):
            yield (
                path,
                f"'{shown(entry)}' is geen pagina. Het menu leidt naar een bestand in docs, zoals model/stoplicht.md.",
            )
        return
    for key, part in entry.items() if isinstance(entry, dict) else enumerate(entry):
        yield from _menu(part, project, (*path, key))
