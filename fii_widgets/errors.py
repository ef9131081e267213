"""What can go wrong, in the words of the person who must mend it. Knows no file format and no page.

FiiError
├── SourceError   an author's file is wrong; carries every problem found, not only the first
└── RequestError  the page (or the command line) asked for something that cannot be done
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an author must mend."""

    file: str  #: path as the author knows it, relative to the project
    line: int  #: 1-based; 0 where the whole file is meant
    message: str  #: a Dutch sentence: which thing, what is wrong, what is allowed

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


def in_file(file: str, faults: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Yield what is wrong in one file, from (line, sentence)."""
    return (Problem(file, line, message) for line, message in faults)


class FiiError(Exception):
    """The base of every error this package raises on purpose."""


class SourceError(FiiError):
    """One or more author's files cannot be used."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RequestError(FiiError):
    """A request that the reader can understand and act on; its text is shown as it is."""


def nearest(word: str, known: Sequence[str]) -> list[str]:
    """Return the known word that was meant, in a list; an empty one where none is near, in whatever case it is written."""
    return get_close_matches(word, known, n=1, cutoff=0.6) or get_close_matches(word.lower(), known, n=1, cutoff=0.6)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return ' Bedoelde u …?' for the nearest known word, or the list of what exists, or nothing."""
    if near := nearest(word, known):
        return f" Bedoelde u '{near[0]}'?"
    if 0 < len(known) <= 12:
        return f" Mogelijk zijn: {', '.join(known)}."
    return ""


def annotation(level: str, file: str, line: int, message: str) -> str:
    """Return the line by which a workflow shows a message at a place in a pull request.

    level: error or warning. Marks that mean something in such a line are written as numbers.
    """
    text = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    place = file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{level} file={place},line={max(line, 1)}::{text}"
