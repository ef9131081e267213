"""Footnotes of a page: each mark has its text, and each text its mark. Opens no files.

The build shows a mark without a text as the signs it is written with, and a text without a mark not where it belongs.
"""

import re
from collections.abc import Iterator

from fii_widgets.errors import Problem, did_you_mean
from fii_widgets.handbook.pages import Page, outside_code
from fii_widgets.lint.pages import open_fence

_TEXT = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"`[^`]*`")


def check_footnotes(page: Page) -> Iterator[Problem]:
    """Yield the marks without a text, and the texts without a mark."""
    if open_fence(page):  # what is behind it is read as code, and that is told
        return
    marks: dict[str, int] = {}
    texts: dict[str, int] = {}
    file = f"docs/{page.file}"
    for number, line in outside_code(page.text.splitlines(), page.body_line):
        plain = _CODE.sub("", line)
        if found := _TEXT.match(plain):
            if found[1] in texts:
                yield Problem(
                    file, number, f"de voetnoot [^{found[1]}] heeft twee teksten. Geef een van beide een ander nummer."
                )
            texts.setdefault(found[1], number)
            plain = plain[found.end() :]
        for name in _MARK.findall(plain):
            marks.setdefault(name, number)
    for name in marks.keys() - texts.keys():
        near = did_you_mean(name, sorted(texts.keys() - marks.keys()))
        yield Problem(
            file, marks[name], f"de voetnoot [^{name}] heeft geen tekst. Zet onder aan de pagina: '[^{name}]: …'.{near}"
        )
    for name in texts.keys() - marks.keys():
        yield Problem(
            file,
            texts[name],
            f"nergens op deze pagina staat [^{name}]. Zet dat in de tekst, of haal deze voetnoot weg.",
        )
