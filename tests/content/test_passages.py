"""Every passage of the sources has a place: a page says that it rests on it, or it is left out with a reason.

passages.json holds identifiers and line ranges of the source documents, no text.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from fii_widgets.handbook.pages import Page
from tests.written import handbook

PROJECT = Path(__file__).parents[2]
PASSAGES = json.loads((PROJECT / "tests" / "content" / "passages.json").read_text("utf-8"))

#: (document, line) that no page rests on, and why; single lines inside a passage
LEFT_OUT: dict[tuple[str, int], str] = {}


def lines_of(ranges: str) -> set[int]:
    """Read "257-271, 301" as line numbers."""
    found: set[int] = set()
    for part in ranges.split(", "):
        first, _, last = part.partition("-")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def covered(pages: tuple[Page, ...]) -> dict[str, set[int]]:
    """Return document → the lines that pages name in their front matter."""
    lines: dict[str, set[int]] = {}
    for page in pages:
        tree = page.meta.tree
        for source in tree.get("bronnen", []) if isinstance(tree, dict) else []:
            assert isinstance(source, dict)
            lines.setdefault(str(source["document"]), set()).update(lines_of(str(source["regels"])))
    return lines


@cache
def covered_now() -> dict[str, set[int]]:
    """The lines of the sources that the pages name."""
    return covered(handbook().pages)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage['id']}-{passage['lines'][0]}")
def test_a_passage_has_a_place(passage: dict[str, object]) -> None:
    first, last = passage["lines"]  # type: ignore[misc]
    document = str(passage["document"])
    missing = set(range(first, last + 1)) - covered_now().get(document, set())
    assert {line for line in missing if (document, line) not in LEFT_OUT} == set()


def test_a_page_without_its_source_is_noticed() -> None:
    fewer = covered(tuple(page for page in handbook().pages if page.id != "cas-samen-leren"))
    assert not lines_of("457-465") <= fewer["handreiking"]
