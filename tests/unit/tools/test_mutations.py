"""The list of mutations is in order, and its runner tells a change that is noticed from one that is not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.content.named_tests import exists
from tests.proof import mutations
from tests.proof.mutations import Mutation, MutationError
from tools.paths import ROOT

LIST = mutations.mutations()
CODES = next(one for one in LIST if one.name == "codes are never used again")
#: of these two languages, the quickest
QUICK = [CODES, *(one for one in LIST if one.name in ("links.lock", "kept is said after the browser said so"))]


@pytest.fixture(scope="module")
def copy() -> Iterator[Path]:
    with mutations.copied() as folder:
        yield folder


@pytest.mark.parametrize("one", LIST, ids=lambda one: one.name)
def test_the_text_to_change_stands_once_and_its_tests_exist(one: Mutation) -> None:
    assert mutations.changed(one) != (ROOT / one.file).read_text("utf-8")
    assert one.tests
    assert [test for test in one.tests if not exists(test)] == []
    assert one.protects.endswith(".")


def test_there_are_enough_and_none_stands_twice() -> None:
    assert len({one.name for one in LIST}) == len(LIST) >= 30
    assert len({(one.file, one.old, one.new) for one in LIST}) == len(LIST)


def test_a_line_whose_text_went_or_came_twice_is_an_error() -> None:
    for old, times in (("geen regel hier", 0), ("def ", (ROOT / CODES.file).read_text("utf-8").count("def "))):
        with pytest.raises(
            MutationError, match=f"stands {times} times in tools/addresses/codes.py, and must stand once"
        ):
            mutations.changed(replace(CODES, old=old))


def test_without_a_change_the_tests_pass_and_with_it_they_fail(copy: Path) -> None:
    mutations.check_sound(copy, [test for one in QUICK for test in one.tests])
    assert [mutations.is_noticed(copy, one) for one in QUICK] == [True] * 3
    assert all((copy / one.file).read_bytes() == (ROOT / one.file).read_bytes() for one in QUICK), "put back"


def test_what_a_test_does_not_notice_is_told(copy: Path) -> None:
    passes = "tests/unit/tools/test_codes.py::test_a_figure_is_called_by_its_number"
    assert not mutations.is_noticed(copy, replace(CODES, tests=(*CODES.tests, passes)))


def test_a_test_that_cannot_run_proves_nothing(copy: Path) -> None:
    with pytest.raises(MutationError, match="do not pass"):
        mutations.check_sound(copy, ["tests/unit/tools/test_codes.py::test_that_is_not_there"])
    with pytest.raises(MutationError, match="could not run"):
        mutations.is_noticed(copy, replace(CODES, new="    return ("))
