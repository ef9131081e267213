"""Lets build code use the tests' own helpers (the browser driver, the proof). Imports none of them itself."""

import sys
from types import ModuleType

from tools.paths import ROOT


def make_importable() -> None:
    """Let `tests` be ours: it is no package with a file of its own, and others install one named so."""
    package = ModuleType("tests")
    package.__path__ = [str(ROOT / "tests")]
    sys.modules["tests"] = package
