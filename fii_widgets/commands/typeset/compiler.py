"""Typst, where it is installed: a template of ours and data → a PDF that keeps to PDF/UA-1, the same bytes each time.

The compiler is the gate: a letter that no font has, or what a screen reader could not follow, is an error and no file.
"""

import json
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fii_widgets.commands.typeset.woff import unpacked
from fii_widgets.errors import FiiError
from fii_widgets.words import word

_HERE = Path(__file__).parent
#: family → the name of its package
_FAMILIES = {"Source Serif 4": "source-serif-4", "Source Sans 3": "source-sans-3"}
_PARTS = ("latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese")
_FACES = ("400-normal", "400-italic", "600-normal")
PAPER, _LETTER = _HERE / "paper.typ", _HERE / "letter.typ"
#: letters that our fonts have for certain
_KNOWN = re.compile("[\n -~\xa0-\xac\xae-\xff\u200b‘’“”–—…€]+")


class NoTypesetterError(FiiError):
    """There is no Typst here, or there are no letters; the text says what to do."""


@dataclass(frozen=True)
class Made:
    """A PDF, and the letters in whose place it has their number."""

    content: bytes
    without: Set[str]


def typeset(template: Path, data: dict[str, Any], project: Path) -> Made:
    """Set data in a template, with the letters of a project.

    Raises NoTypesetterError, and typst.TypstError where the template or what the data asks of it breaks PDF/UA-1.
    """
    try:
        import typst
    except ImportError:
        raise NoTypesetterError(word("pdf_no_typst")) from None
    packages = project / "node_modules" / "@fontsource"
    if not packages.is_dir():
        raise NoTypesetterError(word("pdf_no_letters"))
    with TemporaryDirectory(prefix="fii-letters-") as folder:
        for name, content in _fonts(packages):
            (Path(folder) / name).write_bytes(content)
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])

        def compiled(source: Path, text: str) -> bytes:
            return typst.compile(
                source,
                root=_HERE.parents[2],
                format="pdf",
                font_paths=fonts,
                pdf_standards=["ua-1"],
                sys_inputs={"data": text},
            )

        def has(letter: str) -> bool:
            try:
                compiled(_LETTER, json.dumps(letter))
            except typst.TypstError:
                return False
            return True

        text = json.dumps(data, ensure_ascii=False)
        without = {letter for letter in set(_KNOWN.sub("", text)) if not has(letter)}
        numbered = str.maketrans({letter: f"[U+{ord(letter):04X}]" for letter in without})
        return Made(compiled(template, text.translate(numbered)), without)


def _fonts(packages: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the faces that the templates ask for, each alphabet as a family of its own."""
    for family, package in _FAMILIES.items():
        for part in _PARTS:
            called = family if part == "latin" else f"{family} {part}"
            for face in _FACES:
                path = packages / package / "files" / f"{package}-{part}-{face}.woff"
                yield f"{path.stem}.ttf", unpacked(path.read_bytes(), called)
