"""How the tests are shared out over two workers (see tools/test.py), what `make test` leaves to `make test-full`, and their one browser."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from tests.browser.driver.chromium import FLAGS
from tests.browser.driver.start import program

# In a workflow our commands say everything once more, for the host. The tests that look at that ask for it themselves.
os.environ.pop("GITHUB_ACTIONS", None)
# Below another command ours leave it to that one to say that all was stopped.
os.environ.pop("FII_RUNNING", None)


class SiteTogether(LoadScopeScheduling):
    """Keep tests/site on one worker: its site, PDF and edition are made once. All others go where there is room."""

    def _split_scope(self, nodeid: str) -> str:
        return "tests/site" if nodeid.startswith("tests/site/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SiteTogether:
    # `--dist loadgroup` would do, but xdist 3.8 writes its groups where pytest 9.2 does not read them.
    return SiteTogether(config, log)


@pytest.hookimpl(tryfirst=True)  # before xdist hears what there is
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a test in both browsers, from a server and from a folder, `make test` runs two: each browser, each place.

    By turns the one pair or the other; `make test-full` has all.
    """
    if os.environ.get("FII_FULL") == "1":
        return
    ways: dict[str, list[tuple[pytest.Item, bool]]] = {}
    for item in items:
        params = getattr(item, "callspec", None) and item.callspec.params  # type: ignore[attr-defined]
        if params and {"kind", "place"} <= params.keys():
            others = sorted(f"{name}={value}" for name, value in params.items() if name not in ("kind", "place"))
            name = f"{item.path.name}::{item.originalname}{others}"  # type: ignore[attr-defined]
            crossed = (params["kind"] == "firefox") != (params["place"] == "file")
            ways.setdefault(name, []).append((item, crossed))
    four = [ways[name] for name in sorted(ways) if len(ways[name]) == 4]
    left_out = {item for at, way in enumerate(four) for item, crossed in way if crossed == bool(at % 2)}
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = [item for item in items if item not in left_out]


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
