"""Every message for authors has a file that must be refused with exactly these sentences (and a file that passes)."""

from pathlib import Path

import pytest

from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import connected, load, load_instrument
from fii_widgets.handbook.pages import link_targets, read_page
from fii_widgets.handbook.phases import NAMES
from fii_widgets.instrument.text import yaml_text
from fii_widgets.lint.calls import check_calls
from fii_widgets.lint.check import link_targets as targets_of
from fii_widgets.lint.links import Targets, check_links, ids_of
from fii_widgets.lint.pages import check_page
from fii_widgets.lint.unsafe import known_macros

PROJECT = Path(__file__).parents[3]
EXAMPLES = PROJECT / "tests" / "examples"
SCALES = {
    name: {"id": name, **tree}
    for name, tree in yaml_text.read((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8")).tree.items()
}


def problems_of_instrument(path: Path) -> list[str]:
    problems: list[Problem] = []
    one = load_instrument(path, PROJECT, SCALES, link_targets(load(PROJECT).pages), problems)
    connected(one, load(PROJECT).instruments, problems)
    return [f"{problem.line}: {problem.message}" for problem in sorted(set(problems))]


def problems_of_page(path: Path) -> list[str]:
    page = read_page(path.name, path.read_text("utf-8"))
    handbook = targets_of(PROJECT, load(PROJECT))
    found = [
        *check_page(page),
        *check_links(page, Targets({**handbook.pages, page.file: ids_of(page, {})}, handbook.files)),
        *check_calls(page, known_macros(PROJECT / "macros"), {"stoplicht-1": False}, NAMES),
    ]
    return [f"{problem.line}: {problem.message}" for problem in sorted(set(found))]


def expected(path: Path) -> list[str]:
    return path.with_name(f"{path.stem}.error.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("path", sorted((EXAMPLES / "invalid").glob("*.yaml")), ids=lambda path: path.stem)
def test_wrong_instrument_is_refused_in_words(path: Path) -> None:
    assert problems_of_instrument(path) == expected(path) != []


@pytest.mark.parametrize("path", sorted((EXAMPLES / "invalid-pages").glob("*.md")), ids=lambda path: path.stem)
def test_wrong_page_is_refused_in_words(path: Path) -> None:
    assert problems_of_page(path) == expected(path) != []


@pytest.mark.parametrize("path", sorted((EXAMPLES / "valid").glob("*.yaml")), ids=lambda path: path.stem)
def test_right_instrument_passes(path: Path) -> None:
    assert problems_of_instrument(path) == []


@pytest.mark.parametrize("path", sorted((EXAMPLES / "valid").glob("*.md")), ids=lambda path: path.stem)
def test_right_page_passes(path: Path) -> None:
    assert problems_of_page(path) == []
