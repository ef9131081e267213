"""How the tests are shared out over two workers (`-n 2 --dist loadgroup`, see tools/test.py), and their one browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.driver.chromium import FLAGS
from tests.browser.driver.start import program


@pytest.hookimpl(tryfirst=True)  # xdist reads the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests/site on one worker: its site, PDF and HTML check are made once. All others go where there is room."""
    for item in items:
        if "/tests/site/" in item.path.as_posix():
            item.add_marker(pytest.mark.xdist_group("site"))


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
