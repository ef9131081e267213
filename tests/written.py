"""What the authors wrote, read when a test asks for it: to collect the tests reads no instrument and no page."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.handbook.loader import Handbook, Loaded, instrument_files, load
from fii_widgets.instrument.model import Instrument
from tools.paths import ROOT

#: the names of all files of instruments, and of those that the handbook publishes: such a name is an instrument's id
FILES = [path.stem for path in instrument_files(ROOT)]
IDS = [name for name in FILES if not name.startswith("_")]
#: for a test of each published instrument, and for one of each file; the fixtures read them (tests/conftest.py)
EACH_INSTRUMENT = pytest.mark.parametrize("instrument", IDS, indirect=True)
EACH_FILE = pytest.mark.parametrize("loaded", FILES, indirect=True)


#: while tests are collected (tests/conftest.py)
collecting = False


def handbook() -> Handbook:
    """Return everything; it is read once, and never while tests are collected."""
    assert not collecting, "this test reads the handbook as soon as it is imported"
    return load(ROOT)


def loaded(name: str) -> Loaded:
    """Return what one file holds."""
    return _by_file()[name]


def instrument(id_: str) -> Instrument:
    """Return a published instrument."""
    return loaded(id_).instrument


@cache
def published() -> tuple[Loaded, ...]:
    """Return the instruments of the handbook in the order of the phases, without the example."""
    return tuple(one for one in handbook().in_order if Path(one.file).stem in IDS)


def instruments() -> list[Instrument]:
    """Return them as instruments."""
    return [one.instrument for one in published()]


def trees() -> list[dict[str, Any]]:
    """Return the trees from which they were made."""
    return [one.tree for one in published()]


@cache
def _by_file() -> dict[str, Loaded]:
    return {Path(one.file).stem: one for one in handbook().instruments.values()}
