"""mkdocs.yml: what it makes the build run is fixed; the menu and the words in it are an author's. Opens no other file.

MkDocs reads this file before any of our code runs, and what it names it runs. So `fii check` and `make site` look first.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from fii_widgets.errors import Problem, in_file
from fii_widgets.instrument.text import yaml_text
from fii_widgets.lint.calls import MARKS
from fii_widgets.lint.rendered import EXTENSIONS

SITE = "mkdocs.yml"
#: what an edition's own file builds on (tools/edition)
INHERITED = "mkdocs-handboek.yml"
#: keys that hold words, addresses and the menu
WORDS = (
    "site_name", "site_description", "site_url", "repo_url", "edit_uri", "strict", "use_directory_urls", "extra",
    "extra_css", "not_in_nav", "validation", "nav",
)  # fmt: skip
#: keys that say what runs, with the one value that each may have
FIXED: Mapping[str, Any] = {
    "docs_dir": "docs",
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
#: a value from the publisher's environment: the only tag of YAML that is let through
_ENV = re.compile(r"(?<=: )!ENV (?=\[)")
_SHEET = re.compile(r"stylesheets/(?:[a-z0-9-]+/)?[a-z0-9-]+\.css")


def check_site_file(project: Path) -> Iterator[Problem]:
    """Yield what the configuration of a project would run or load beside what it is known to."""
    for name in (SITE, INHERITED):
        if (project / name).is_file():
            text = _ENV.sub("", (project / name).read_text("utf-8"))
            document = yaml_text.read(text)
            yield from in_file(name, (*document.faults, *_wrong(document)))


def _wrong(document: yaml_text.Document) -> Iterator[tuple[int, str]]:
    tree = document.tree if isinstance(document.tree, dict) else {}
    for key, value in tree.items():
        line = document.line((key,))
        if key in FIXED and value != FIXED[key]:
            yield (
                line,
                f"'{key}' zegt wat de bouw uitvoert, en is hier anders dan fii_widgets/lint/site_file.py het kent. Zet het terug.",
            )
        elif key not in FIXED and key not in WORDS:
            yield line, f"'{key}' kan hier niet: daarmee kan de bouw iets uitvoeren of ophalen. Haal het weg."
    for path, text in yaml_text.texts(tree):
        if any(mark in text for mark in (*MARKS, "<")):
            yield document.line(path), "hier kan geen macro of HTML staan. Schrijf gewone tekst."
    sheets = tree.get("extra_css", [])
    for index, sheet in enumerate(sheets if isinstance(sheets, list) else [sheets]):
        if not isinstance(sheet, str) or not _SHEET.fullmatch(sheet):
            yield (
                document.line(("extra_css", index)),
                "een stijlblad staat in docs/stylesheets, zoals stylesheets/parts/line.css.",
            )
