"""Which words of the handbook are English: the list that the build marks, and the words by which the check knows it."""

import functools
import re
from pathlib import Path

from tools.pages.markup import Node, around
from tools.pages.spelling import OWN

FILE = Path(__file__).with_name("engels.txt")
#: the heading in woordenlijst.txt under which the English words stand
GROUP = "# Engels"
#: words that no Dutch sentence has and hardly an English one is without
COMMON = ("and", "for", "from", "how", "that", "the", "their", "this", "to the", "using", "with", "your")
#: what is no language, or cannot hold an element
_NOT_READ = frozenset(("code", "pre", "script", "style", "textarea", "option", "title", "kbd"))


@functools.cache
def phrases() -> tuple[str, ...]:
    """Return every phrase of the list."""
    lines = FILE.read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@functools.cache
def listed() -> re.Pattern[str]:
    """Return what finds a phrase, the longest first."""
    return _any_of(sorted(phrases(), key=len, reverse=True))


@functools.cache
def telltale() -> re.Pattern[str]:
    """Return what finds a word that is English for certain."""
    groups = OWN.read_text("utf-8").split("\n\n")
    words = next(group for group in groups if group.startswith(GROUP)).splitlines()[1:]
    return _any_of([*words, *COMMON])


def is_read(text: Node) -> bool:
    """Tell whether a text is read in the language of the page: no code, and marked with no other."""
    return not any(one.tag in _NOT_READ or one.attrs.get("lang") not in (None, "nl") for one in around(text))


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)
