"""What an author still has to fill in: the marks that the templates leave. Opens no files."""

import re
from collections.abc import Iterator

from fii_widgets.errors import Problem
from fii_widgets.handbook.pages import Page
from fii_widgets.instrument.text.yaml_text import Document, texts

_MARK = re.compile(r"(?<!`)\[vul in: ([^\]]*)\]")
_ID = re.compile(r"#([A-Za-z0-9_-]*[A-Z][A-Za-z0-9_-]*)")


def unfinished_page(page: Page) -> Iterator[Problem]:
    """Yield each place of a page where a template still waits for words."""
    file = f"docs/{page.file}"
    for number, line in enumerate(page.text.splitlines(), 1):
        if number < page.body_line and line.lstrip().startswith("#"):
            continue
        for wanted in _MARK.findall(line):
            yield Problem(file, number, f"hier moet nog iets: {wanted}.")
    for heading in page.headings:
        if _ID.fullmatch(f"#{heading.id}"):
            yield Problem(
                file, heading.line, f"het id '{heading.id}' heeft hoofdletters. Gebruik kleine letters en streepjes."
            )


def unfinished_instrument(file: str, document: Document) -> Iterator[Problem]:
    """Yield each place of an instrument where a template still waits for words."""
    for path, text in texts(document.tree):
        for wanted in _MARK.findall(text):
            yield Problem(file, document.line(path), f"hier moet nog iets: {wanted}.")
