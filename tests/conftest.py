"""How the tests are shared out over two workers (see tools/test.py), what `make test` leaves to `make test-full`, and what
is made once for many: the finished site, its copy for a folder and a browser.

FII_SITE and FII_OFFLINE name a site and a zip that were made just now (`make test` does both); without them the same is
done here. FII_FULL=1 asks for the full counts.
"""

import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from fii_widgets.handbook.loader import Loaded
from fii_widgets.instrument.model import Instrument
from tests import written
from tests.browser.driver.chromium import FLAGS
from tests.browser.driver.start import program
from tools import build, offline

# In a workflow our commands say everything once more, for the host. The tests that look at that ask for it themselves.
os.environ.pop("GITHUB_ACTIONS", None)
# Below another command ours leave it to that one to say that all was stopped.
os.environ.pop("FII_RUNNING", None)


#: what `make test` does in WebKit: fill in, sum up, keep, refuse files and load again, all from a folder
WEBKIT_ROAD = "test_files_that_are_refused[file-webkit]"
#: where a second browser or place shows something else: what is kept there, saved and opened, and written by several at once
BOTH_WAYS = {
    "test_a_reader_fills_in_closes_comes_back_saves_wipes_opens_and_undoes",
    "test_an_hour_and_the_hour_two_weeks_later",
    "test_a_report_is_a_save_file",
    "test_four_tabs_lose_no_write",
}


class SiteTogether(LoadScopeScheduling):
    """Keep tests/site on one worker: its site, PDF and edition are made once. All others go where there is room."""

    def _split_scope(self, nodeid: str) -> str:
        return "tests/site" if nodeid.startswith("tests/site/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SiteTogether:
    # `--dist loadgroup` would do, but xdist 3.8 writes its groups where pytest 9.2 does not read them.
    return SiteTogether(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection() -> None:
    written.collecting = True


def pytest_collection_finish() -> None:
    written.collecting = False


@pytest.hookimpl(tryfirst=True)  # before xdist hears what there is
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a test in several ways (a browser, a server or a folder) `make test` runs one, by its name; `make test-full` all.

    Of BOTH_WAYS it runs each browser and each place. Of the tests in WebKit it runs one.
    """
    if os.environ.get("FII_FULL") == "1":
        return
    ways: dict[str, list[pytest.Item]] = {}
    left_out: set[pytest.Item] = set()
    for item in items:
        params = getattr(item, "callspec", None) and item.callspec.params  # type: ignore[attr-defined]
        if not params or not {"kind", "place"} & params.keys() or item.get_closest_marker("full"):
            continue
        if params.get("kind") == "webkit":
            left_out |= {item} if item.name != WEBKIT_ROAD else set()
        else:
            others = sorted(f"{name}={value}" for name, value in params.items() if name not in ("kind", "place"))
            ways.setdefault(f"{item.path.name}::{item.originalname}{others}", []).append(item)  # type: ignore[attr-defined]
    for name, several in ways.items():
        several.sort(key=lambda item: item.name)
        # the first and the last, or the two between them, have each browser and each place
        turn = zlib.crc32(name.encode())
        taken = [several[turn % len(several)]]
        if several[0].originalname in BOTH_WAYS:  # type: ignore[attr-defined]
            taken.append(several[-1 - turn % len(several)])
        left_out |= {*several} - {*taken}
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture
def instrument(request: pytest.FixtureRequest) -> Instrument:
    """One of the handbook, named by the test's mark (`written.EACH_INSTRUMENT`)."""
    return written.instrument(request.param)


@pytest.fixture
def loaded(request: pytest.FixtureRequest) -> Loaded:
    """One file of an instrument, named by the test's mark (`written.EACH_FILE`)."""
    return written.loaded(request.param)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site. Tests read it only."""
    if ready := os.environ.get("FII_SITE"):
        return Path(ready)
    folder = tmp_path_factory.mktemp("site") / "site"
    assert build.build(folder) == ""
    return folder


@pytest.fixture(scope="session")
def offline_zip(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of that site."""
    if ready := os.environ.get("FII_OFFLINE"):
        return Path(ready)
    return offline.build(site, tmp_path_factory.mktemp("dist")).path


@pytest.fixture(scope="session")
def offline_copy(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That zip, unpacked where people keep things: a path with blanks and an accent."""
    folder = tmp_path_factory.mktemp("offline") / "Map van Joëlle (é)"
    with zipfile.ZipFile(offline_zip) as archive:
        archive.extractall(folder)
    return folder / offline_zip.stem


@pytest.fixture(scope="session")
def offline_copy_bare(offline_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without Python's files: for tests marked `no_python`."""
    folder = tmp_path_factory.mktemp("offline-bare") / offline_copy.name
    return Path(shutil.copytree(offline_copy, folder, ignore=shutil.ignore_patterns("runtime")))


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one Playwright of a run: a second one in the same process is not allowed."""
    with sync_playwright() as made:
        yield made


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium without a profile, for tests that look at pages in a context of their own."""
    made = playwright.chromium.launch(executable_path=program("chromium"), args=list(FLAGS))
    yield made
    made.close()
