"""Instruments without a page of their own get one, and a place in the menu: one YAML file is then enough.

The page is written once into docs/checklists/, where its author finds it and may change it; a page that is
there is never touched. Its pencil leads to the YAML: the page itself may be in no repository. Called before mkdocs looks for pages, so that a plain `mkdocs build` has it too.
"""

import datetime
import json
import re
from collections.abc import Iterable, MutableSequence
from pathlib import Path
from typing import Any

from fii_widgets.instrument.model import Instrument
from fii_widgets.words import word

INDEX = "checklists/index.md"


def write_pages(instruments: Iterable[Instrument], docs: Path) -> list[str]:
    """Write the page of each instrument that has none; return their files, below docs."""
    made = []
    for instrument in instruments:
        file = page_file(instrument)
        if not (docs / file).exists():
            (docs / file).write_text(page_text(instrument, datetime.datetime.now().astimezone().date()), "utf-8")
            made.append(file)
    return made


def page_file(instrument: Instrument) -> str:
    """Where an instrument's own page stands, below docs."""
    return f"checklists/{instrument.id}.md"


def page_text(instrument: Instrument, today: datetime.date) -> str:
    """Return a page as an author would begin it. JSON texts are YAML texts too: nothing can break the front matter."""
    front = {
        "id": f"cl-{instrument.id}",
        "soort": "instrument",
        **({"fase": instrument.phase} if instrument.phase else {}),
        "title": _no_macro(instrument.title),
        "description": _no_macro(instrument.intro),
    }
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"""---
{lines}gewijzigd: {today.isoformat()}
bronnen: []
gemaakt: vanzelf  # haal deze regel weg als u de pagina zelf verandert en bewaart
---
# {_plain(_no_macro(instrument.title))} {{: #cl-{instrument.id} }}

{word("own_page_text")}

{{{{ instrument("{instrument.id}", eigen_pagina=True) }}}}
"""


def add_to_menu(instruments: Iterable[Instrument], nav: MutableSequence[Any]) -> None:
    """Put the pages that the menu lacks at the end of the section that holds the index of checklists."""
    section = next((entries for entries in _sections(nav) if INDEX in entries), None)
    if section is None:
        return
    known = set(_files(nav))
    section += [
        {_no_macro(instrument.title): page_file(instrument)}
        for instrument in instruments
        if page_file(instrument) not in known
    ]


def _sections(nav: Iterable[Any]) -> Iterable[Any]:
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else ():
            if isinstance(value, list):
                yield value
                yield from _sections(value)


def _files(nav: Iterable[Any]) -> Iterable[str]:
    for entry in nav:
        for value in entry.values() if isinstance(entry, dict) else (entry,):
            if isinstance(value, list):
                yield from _files(value)
            else:
                yield str(value)


def _no_macro(text: str) -> str:
    """Set the marks apart with which a macro begins: mkdocs-macros reads titles too."""
    return re.sub(r"\{(?=[{%#])", "{ ", text)


def _plain(text: str) -> str:
    """Let no letter of a title be a mark of Markdown, of a macro or of an attribute."""
    return "".join(f"\\{letter}" if letter in "\\`*_{}[]<>#|" else letter for letter in text)
