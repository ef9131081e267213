"""How readable each page is: sentence length, Flesch-Douma, and stretches of text without a rest. Advice only.

`python -m tools.pages.readability [docs]` prints, per page, what a reader would stumble over first. Reads Markdown as
authors write it; tables, references and captions do not count.
"""

import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import textstat

from fii_widgets.commands import terminal
from fii_widgets.errors import SourceError
from fii_widgets.handbook.pages import Page, read_pages
from tools.pages import authors_line
from tools.paths import DOCS

LONGEST = 35  #: words in a sentence
MEAN = 18  #: words in a sentence, a page's mean
STRETCH = 250  #: words between two headings, lists, figures or examples
NOT_COUNTED = ("ns-literatuur",)  #: pages of references

_SKIP = re.compile(r"^\s*(#|\||\{\{|\{:|<|!!!|---|```|\s*$)")
_LIST = re.compile(r"^\s*([-*+]|\d+\.)\s+")
_REST = re.compile(r"^(#|\s*\||\{\{|<|!!!|\s*[-*+] |\s*\d+\. )")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(\{:[^}]*\})?")
_MARKS = re.compile(r"[*_`]|\{:[^}]*\}|<[^>]+>")
_END = re.compile(r"(?<=[.!?])(?<!\bbijv\.)(?<!\bo\.a\.)(?<!\bz\.d\.)(?<!\bc\.s\.)(?<!\bet al\.)\s+(?=[A-Z‘'(0-9À-Þ])")
_WORD = re.compile(r"[0-9A-Za-zÀ-ÿ][0-9A-Za-zÀ-ÿ’'.-]*")


@dataclass(frozen=True)
class Readability:
    """What was measured on one page."""

    page: Page
    sentences: tuple[str, ...]
    longest_stretch: int  #: words

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return sum(map(words, self.sentences)) / len(self.sentences) if self.sentences else 0.0

    @property
    def flesch_douma(self) -> float:
        """0 is hard, 100 is easy; newspapers stand near 50."""
        textstat.set_lang("nl")
        return float(textstat.flesch_reading_ease(" ".join(self.sentences))) if self.sentences else 100.0

    @property
    def worst(self) -> list[str]:
        """The longest sentences first."""
        return sorted(self.sentences, key=words, reverse=True)

    def line_of(self, fault: str) -> int:
        """Return the line on which the sentence of a fault begins; the first line of the text where it names none."""
        start = fault.partition("): ")[2][:40]
        lines = enumerate(self.page.text.splitlines(), 1)
        return next((number for number, line in lines if start and start in plain(line)), self.page.body_line)

    @property
    def faults(self) -> list[str]:
        """What goes over a limit, in Dutch."""
        found = [f"zin van {words(s)} woorden (hoogstens {LONGEST}): {s}" for s in self.worst if words(s) > LONGEST]
        if self.mean > MEAN:
            found.append(f"gemiddeld {self.mean:.1f} woorden per zin (hoogstens {MEAN}).")
        if self.longest_stretch > STRETCH:
            found.append(
                f"{self.longest_stretch} woorden zonder kop, lijst, figuur of voorbeeld (hoogstens {STRETCH})."
            )
        return found


def measure(page: Page) -> Readability:
    """Measure one page."""
    body = list(_prose(page.text.splitlines()[page.body_line - 1 :]))
    sentences = [sentence for block in _blocks(body) for sentence in _sentences(block)]
    return Readability(page, tuple(sentences), _longest_stretch(body))


def _prose(lines: list[str]) -> Iterator[str]:
    """Leave out what stands between fences; the fence itself stays, as a rest for the reader."""
    fenced = False
    for line in lines:
        if line.startswith("```"):
            fenced = not fenced
            yield "{{ code }}"
        elif not fenced:
            yield line


def words(text: str) -> int:
    """Count the words of a text."""
    return len(_WORD.findall(text))


def plain(line: str) -> str:
    """Take the marks of Markdown off a line."""
    return _MARKS.sub("", _LINK.sub(r"\1", line)).strip()


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield paragraphs and list entries as running text; what is no prose is passed over."""
    block: list[str] = []
    for line in [*lines, ""]:
        starts = bool(_LIST.match(line))
        if (starts or _SKIP.match(line)) and block:
            yield " ".join(block)
            block = []
        if starts:
            block = [plain(_LIST.sub("", line))]
        elif not _SKIP.match(line):
            block.append(plain(line))


def _sentences(block: str) -> list[str]:
    return [part.strip() for part in _END.split(block) if words(part) > 0]


def _longest_stretch(lines: list[str]) -> int:
    longest = now = 0
    for line in lines:
        if _REST.match(line):
            now = 0
        elif not _SKIP.match(line):
            now += words(plain(line))
            longest = max(longest, now)
    return longest


def main(docs: Path = DOCS, only: Collection[str] | None = None) -> int:
    """Print a line a page, hardest first, and the worst sentences of each. Always 0: this is advice.

    only: the pages that are meant, below docs. In a workflow each piece of advice stands at its line of the pull
    request. Pages that cannot be read are passed over: `fii check` tells of those.
    """
    try:
        pages = read_pages(docs)
    except SourceError:
        return 0
    measured = [measure(page) for page in pages if page.id not in NOT_COUNTED and (only is None or page.file in only)]
    for result in sorted(measured, key=lambda result: result.flesch_douma):
        print(
            f"docs/{result.page.file}: leesbaarheid {result.flesch_douma:.0f}, gemiddeld {result.mean:.1f} woorden per zin"
        )
        for fault in result.faults:
            print(f"  {fault}")
            authors_line.remark("warning", f"docs/{result.page.file}", result.line_of(fault), fault)
        if not result.faults and result.sentences:
            print(f"  langste zin ({words(result.worst[0])} woorden): {result.worst[0]}")
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(lambda: main(Path(sys.argv[1]) if sys.argv[1:] else DOCS)))
