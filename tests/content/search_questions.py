"""The questions of zoekvragen.tsv, and which of them the search does not answer. For tests over node and in browsers.

The questions were written from the pages by someone who had not looked at the engine. A question is not changed because
the engine fails it; only where the place it expects was wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.pages import markup

FILE = Path(__file__).with_name("zoekvragen.tsv")
NONE = "geen"
KINDS = {
    "woord", "familie", "samenstelling", "meervoud", "accent", "tikfout", "synoniem", "afkorting", "vraag", "naam", NONE,
}  # fmt: skip
#: among how many results an expected one must be
AMONG = 3
#: of how many questions, over the engine and in each browser
RECALL = 0.95


@dataclass(frozen=True)
class Question:
    text: str
    #: addresses where a reader rightly finds the answer; none for what the handbook does not have
    places: tuple[str, ...]
    kind: str


def read() -> list[Question]:
    lines = [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    return [Question(text, tuple(places.split()), kind) for text, places, kind in rows]


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


def _answered(question: Question, results: Sequence[str], headings: Mapping[str, str]) -> bool:
    if question.kind == NONE:
        return not results
    full = [target if "#" in target else f"{target}#{headings.get(target, '')}" for target in results[:AMONG]]
    return any(target in question.places for target in full)
