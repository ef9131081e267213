"""Every Dutch word that a reader sees, one module a part of the site. No logic but counting and dates."""

from types import MappingProxyType

from fii_widgets.words import (
    common,
    computer,
    dossier,
    examples,
    meetings,
    papers,
    rounds,
    session,
    share,
    system,
    team,
    workplace,
)

#: the modules whose words have a key; no key stands in two of them
PARTS = (
    common,
    computer,
    dossier,
    examples,
    meetings,
    papers,
    rounds,
    session,
    share,
    system,
    team,
    workplace,
)
WORDS = MappingProxyType({key: text for part in PARTS for key, text in part.WORDS.items()})


def word(key: str, /, **values: object) -> str:
    """Return a word with its blanks filled in."""
    return common.filled(WORDS[key], values)
