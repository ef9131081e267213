"""A server and browsers for the tests of this folder, and where the handbook is read. FII_FULL=1 asks for the full counts."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.browser import driver
from tests.browser.served import Server, served
from tools.pages import markup

#: a page of the handbook is ready when all its parts are; one without scripts is at once
READY = "document.documentElement.matches(':not(.js), [data-fii-started]')"
#: into how many tests a walk over all pages is cut
PARTS = 4


@pytest.fixture(scope="session")
def full() -> bool:
    return os.environ.get("FII_FULL") == "1"


@pytest.fixture(params=range(PARTS))
def pages(request: pytest.FixtureRequest, site: Path) -> list[str]:
    """The address of every page under the site's root, as a folder: '' is the start page. In parts, for two workers."""
    every = [path.relative_to(site).as_posix().removesuffix("index.html") for path in markup.pages(site)]
    part: int = request.param
    return every[part::PARTS]


@pytest.fixture
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[Server]:
    with served(site) as made:
        if request.node.get_closest_marker("no_python"):
            made.hold_runtime()
        yield made


@dataclass(frozen=True)
class Place:
    """Where the handbook is read: from a server, or from a folder on the disk."""

    kind: str
    base: str

    def url(self, page: str, anchor: str = "") -> str:
        """The address of a page, as a reader has it there."""
        index = "index.html" if self.kind == "file" and (not page or page.endswith("/")) else ""
        return f"{self.base}/{page}{index}{anchor}"


@pytest.fixture
def offline_copy_place(offline_copy: Path) -> Place:
    return Place("file", offline_copy.as_uri())


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest) -> Place:
    if request.param == "http":
        return Place("http", request.getfixturevalue("server").url)
    bare = request.node.get_closest_marker("no_python")
    return Place("file", request.getfixturevalue("offline_copy_bare" if bare else "offline_copy").as_uri())


type Launch = Callable[..., driver.Browser]
type Shared = Callable[[str], driver.Browser]


@pytest.fixture
def launch(playwright: Playwright, tmp_path: Path) -> Iterator[Launch]:
    """Start browsers, each with a fresh profile; all are closed at the end."""
    started: list[driver.Browser] = []

    def start(kind: str, **options: Any) -> driver.Browser:
        made = driver.start(kind, playwright, tmp_path / f"profile-{len(started)}", ready=READY, **options)
        started.append(made)
        return made

    yield start
    for browser in started:
        browser.close()


@pytest.fixture(scope="session")
def shared(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    """A browser of each kind for tests whose storage is apart by itself: each test's server is another origin."""
    started: dict[str, driver.Browser] = {}

    def get(kind: str) -> driver.Browser:
        if kind not in started:
            started[kind] = driver.start(kind, playwright, tmp_path_factory.mktemp(kind) / "profile", ready=READY)
        return started[kind]

    yield get
    for browser in started.values():
        browser.close()


#: For a test that WebKit runs too; of these `make test` takes one (tests/conftest.py).
IN_THREE_ENGINES = pytest.mark.parametrize("kind", driver.ENGINES, indirect=True)


@pytest.fixture(params=driver.BROWSERS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)
