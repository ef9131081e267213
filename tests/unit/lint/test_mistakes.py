"""Mistakes as people make them: each is named at its file and line, in Dutch, and nothing is said of another file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros import guard
from tests import mistakes
from tests.mistakes import BROKEN, Example, examples, generated

EXAMPLES = list(examples())
LEFT_OUT = shutil.ignore_patterns("runtime", "vendor", "fonts", "javascripts", "stylesheets")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mistakes.project(tmp_path_factory.mktemp("klein") / "project")


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What authors write, as it is in the repository."""
    place = tmp_path_factory.mktemp("handboek")
    for part in ("checklists", "docs", "macros"):
        shutil.copytree(mistakes.ROOT / part, place / part, ignore=LEFT_OUT)
    for file in ("mkdocs.yml", "aliassen.yml", "links.lock", "codes.lock"):
        shutil.copyfile(mistakes.ROOT / file, place / file)
    return place


def test_there_are_enough_and_no_other() -> None:
    assert len(EXAMPLES) >= 60
    assert {path.name for path in BROKEN.iterdir()} == {
        path.name for example in EXAMPLES for path in (example.path, example.said)
    }


def test_the_project_that_is_broken_is_sound(small: Path) -> None:
    assert mistakes.check(small) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_is_named_once_at_its_own_line(small: Path, example: Example) -> None:
    assert example.path.read_bytes() == example.kept, "make them anew: python tests/mistakes.py"
    said = mistakes.said(small, example)
    assert said == example.said.read_text("utf-8").splitlines()
    assert len(said) == 1
    assert said[0].startswith(example.places)
    assert not mistakes.missed(small, [example])


def test_what_is_missed_is_seen(small: Path) -> None:
    """Known-bad beside the known-good above: a file that is not broken, and one that nobody said was."""
    good = Example("niets", "docs/wijk.md", (small / "docs/wijk.md").read_bytes(), frozenset((3,)))
    assert mistakes.missed(small, [good]) == ["niets in docs/wijk.md:[3] is not named there: []"]
    broken = next(example for example in EXAMPLES if example.name == "losse-zin")
    (small / broken.file).write_bytes(broken.content)
    try:
        assert any(line.startswith("about another file") for line in mistakes.missed(small, [good]))
    finally:
        shutil.copyfile(mistakes.GOOD / broken.file, small / broken.file)
    assert mistakes.ENGLISH.search("found character that cannot start any token")


def test_a_mark_of_windows_before_a_text_is_simply_taken(small: Path) -> None:
    for file in ("checklists/buurt.yaml", "docs/wijk.md"):
        good = (small / file).read_bytes()
        (small / file).write_bytes(b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n"))
        assert mistakes.check(small) == []
        (small / file).write_bytes(good)


def test_a_plain_build_stops_at_what_the_check_finds(small: Path) -> None:
    """One road: what is named is named before anything is built, by whatever builds it."""
    for name in ("id-hernoemd", "macro-waarde-mist", "voetnoot-zonder-tekst", "regels-terug", "codering-utf16-le-md"):
        broken = next(example for example in EXAMPLES if example.name == name)
        good = (small / broken.file).read_bytes()
        (small / broken.file).write_bytes(broken.content)
        try:
            mistakes.loader.load.cache_clear()
            with pytest.raises(guard.UnsafeError) as stopped:
                guard.stop_at_faults(small)
        finally:
            (small / broken.file).write_bytes(good)
        assert [str(problem) for problem in stopped.value.problems] == broken.said.read_text("utf-8").splitlines()


def test_of_twenty_mistakes_at_once_each_is_named_and_nothing_else(handbook: Path) -> None:
    broken = generated(handbook, 1, 20)
    assert len(broken) == 20
    assert mistakes.missed(handbook, broken) == []


@pytest.mark.full
@pytest.mark.parametrize("seed", range(2, 12))
def test_of_two_hundred_mistakes_each_is_named_and_nothing_else(handbook: Path, seed: int) -> None:
    broken = generated(handbook, seed, 20)
    assert mistakes.missed(handbook, broken) == []
