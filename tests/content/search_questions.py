"""The questions of zoekvragen*.tsv, and how well the search answers them. For tests over node and in browsers.

The questions were written from the pages by someone who had not looked at the engine. A question is not changed because
the engine fails it; only where the place it expects was wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from tools.pages import markup

FOLDER = Path(__file__).parent
#: The repository's own set; one kept apart, from before the words that readers use were listed; one that nothing was fitted to.
OWN, APART, FRESH = (FOLDER / name for name in ("zoekvragen.tsv", "zoekvragen-apart.tsv", "zoekvragen-vers.tsv"))
NONE = "geen"
#: Everyday words, and whole questions of 8 to 20 words: reported apart.
EVERYDAY, WHOLE = "alledaags", "zin"
KINDS = {
    "woord", "familie", "samenstelling", "meervoud", "accent", "tikfout", "synoniem", "afkorting", "vraag", "naam", NONE,
    EVERYDAY, WHOLE, "vak", "titel", "code", "streep", "taak",
}  # fmt: skip
#: among how many results an expected one must be
AMONG = 3
#: how far down a right result still counts for its order
DEPTH = 5
#: of how many questions, over the engine and in each browser
RECALL = 0.95
#: of how many the very first result is right
FIRST = 0.8


@dataclass(frozen=True)
class Question:
    text: str
    #: addresses where a reader rightly finds the answer; none for what the handbook does not have
    places: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Measure:
    """How well a set of questions is answered, each from 0 to 1."""

    asked: int
    recall: float
    first: float
    #: normalised discounted cumulative gain of the first results: whether right ones stand before others
    order: float

    def __str__(self) -> str:
        return f"{self.asked} questions: recall@{AMONG} {self.recall:.3f}, @1 {self.first:.3f}, nDCG@{DEPTH} {self.order:.3f}"


def read(*files: Path) -> list[Question]:
    """Read these sets; without a name those that the search must answer."""
    found: list[Question] = []
    for file in files or (OWN, APART):
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
        rows = [line.split("\t") for line in lines[1:]]
        found += [Question(text, tuple(places.split()), kind) for text, places, kind in rows]
    return found


def tops(site: Path) -> dict[str, str]:
    """Give the id of the heading at the top of each page: the address of the page is also that of its heading."""
    found = {}
    for path in markup.pages(site):
        heading = markup.read(path).css_first("h1[id]")
        if heading and heading.id:
            found[path.relative_to(site).as_posix().removesuffix("index.html")] = heading.id
    return found


def misses(
    questions: Sequence[Question], found: Mapping[str, Sequence[str]], headings: Mapping[str, str]
) -> list[Question]:
    """Give the questions without an expected place among the first results, and those that should have had no result."""
    return [question for question in questions if not _answered(question, found[question.text], headings)]


def measured(questions: Sequence[Question], found: Mapping[str, Sequence[str]], headings: Mapping[str, str]) -> Measure:
    """Measure the answers to the questions that have one."""
    right = [
        (_right(question, found[question.text], headings), len(question.places))
        for question in questions
        if question.kind != NONE
    ]
    best = [_gain([True] * min(DEPTH, places)) for _, places in right]
    return Measure(
        asked=len(right),
        recall=sum(any(hits[:AMONG]) for hits, _ in right) / len(right),
        first=sum(any(hits[:1]) for hits, _ in right) / len(right),
        order=sum(_gain(hits[:DEPTH]) / most for (hits, _), most in zip(right, best, strict=True)) / len(right),
    )


def _gain(hits: Sequence[bool]) -> float:
    return sum(1 / log2(place + 2) for place, hit in enumerate(hits) if hit)


def _right(question: Question, results: Sequence[str], headings: Mapping[str, str]) -> list[bool]:
    full = [target if "#" in target else f"{target}#{headings.get(target, '')}" for target in results]
    return [target in question.places for target in full]


def _answered(question: Question, results: Sequence[str], headings: Mapping[str, str]) -> bool:
    if question.kind == NONE:
        return not results
    return any(_right(question, results[:AMONG], headings))
