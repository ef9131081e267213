"""Words that the handbook avoids, each with what it writes instead: advice to an author, never a fault."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fii_widgets import words
from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import Handbook
from fii_widgets.handbook.pages import outside_code
from fii_widgets.instrument.text.yaml_text import texts
from fii_widgets.lint.language.forms import FORMS
from fii_widgets.system.files import read_text
from fii_widgets.words import files, scripts

_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[:{][^}]*\}")
#: where a module of words has them, and the key of one
_WORDS, _KEY = ("WORDS", "FOR_SCRIPTS", "WORDS_FOR_SCRIPTS"), re.compile(r'\s+"([\w.-]+)":')
#: pages that explain words, and so name them
_ABOUT_WORDS = frozenset(("ns-begrippen", "ns-colofon"))

Place = tuple[str, int, str]  #: file, line, text


def wording(handbook: Handbook) -> Iterator[Problem]:
    """Yield every place where a page, an instrument or a word on screen has a form that the handbook avoids."""
    for file, number, text in read(handbook, leave_out=_ABOUT_WORDS):
        for form in FORMS:
            if found := form.found(_CODE.sub("", text)):
                yield Problem(file, number, f"‘{found}’: {form.instead}.")


def read(handbook: Handbook, leave_out: frozenset[str]) -> Iterator[Place]:
    """Yield every text that a reader sees: pages with their titles, instruments, and the words on screen."""
    for page in handbook.pages:
        if page.id not in leave_out:
            file = f"docs/{page.file}"
            yield from ((file, number, line) for number, line in outside_code(page.text.splitlines(), page.body_line))
            for key in ("title", "description"):
                yield file, page.meta.line((key,)), page.value(key)
    for loaded in handbook.instruments.values():
        yield from ((loaded.file, loaded.document.line(path), text) for path, text in texts(loaded.document.tree))
    for part in (*words.PARTS, files, scripts):
        yield from _on_screen(Path(str(part.__file__)), vars(part))


def _on_screen(file: Path, module: dict[str, Any]) -> Iterator[Place]:
    """Yield the words of one module, those of the scripts too, each at the line of its key."""
    known = {key: text for name in _WORDS for key, text in module.get(name, {}).items()}
    for number, line in enumerate(read_text(file).splitlines(), 1):
        if (key := _KEY.match(line)) and key[1] in known:
            yield f"fii_widgets/words/{file.name}", number, known[key[1]]
