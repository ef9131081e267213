"""Words that the handbook avoids, each with what it writes instead: advice to an author, never a fault. Opens no files."""

import re
from collections.abc import Iterator

from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import Handbook
from fii_widgets.handbook.pages import outside_code
from fii_widgets.instrument.text.yaml_text import texts

#: form → what to write; within one line
_FORMS = tuple(
    (re.compile(form, re.I), advice)
    for form, advice in (
        (r"\bmen\b", "noem wie het doet"),
        (r"^(?!.*\b(?:vrouw|moeder|organisatie|groep)).*\b(haar)\b", "herhaal het woord, of schrijf ‘die’"),
        (r"(?<!-)\b(?:mens|man)kracht\b", "schrijf hoeveel mensen en uren"),
        (r"\bgroen licht (?:ge|ga|kr)\w+|\b(?:ga|ge)\w* groen licht\b", "schrijf ‘akkoord’"),
        (r"\bdrie pijlers\b", "schrijf ‘drie dragers’"),
    )
)
_CODE = re.compile(r"`[^`]*`")
#: pages that explain words, and so name them
_ABOUT_WORDS = frozenset(("ns-begrippen", "ns-colofon"))


def wording(handbook: Handbook) -> Iterator[Problem]:
    """Yield every place where a page or an instrument uses a word that the handbook avoids."""
    for page in handbook.pages:
        if page.id not in _ABOUT_WORDS:
            for number, line in outside_code(page.text.splitlines(), page.body_line):
                yield from _found(f"docs/{page.file}", number, _CODE.sub("", line))
    for loaded in handbook.instruments.values():
        for path, text in texts(loaded.document.tree):
            yield from _found(loaded.file, loaded.document.line(path), text)


def _found(file: str, number: int, text: str) -> Iterator[Problem]:
    for form, advice in _FORMS:
        if found := form.search(text):
            yield Problem(file, number, f"‘{found[found.lastindex or 0]}’: {advice}.")
