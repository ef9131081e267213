"""Evidence that a paper names: a file of the repository, or a test in one. Runs nothing."""

import re
from functools import cache
from pathlib import Path

from tools.paths import ROOT


@cache
def tests_in(file: Path) -> frozenset[str]:
    """The names of the tests that a file defines."""
    return frozenset(re.findall(r"^(?:async )?def (test_\w+)\(", file.read_text("utf-8"), re.MULTILINE))


@cache
def all_tests() -> frozenset[str]:
    """The names of all tests."""
    return frozenset(name for file in (ROOT / "tests").rglob("test_*.py") for name in tests_in(file))


def exists(evidence: str) -> bool:
    """Whether `path`, or `path::test`, is there."""
    path, mark, name = evidence.partition("::")
    file = ROOT / path
    return file.is_file() and (not mark or name in tests_in(file))
