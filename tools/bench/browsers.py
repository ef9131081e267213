"""Browsers for the bench: the driver of the tests, a server, and waiting that does not disturb what is waited for."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Playwright

from tools.file_server import served
from tools.release import own_tests

if TYPE_CHECKING:
    from tests.browser.driver import Browser, Tab

KINDS = ("chromium", "firefox")
#: A browser that was just started is still busy with itself.
_SETTLE = 1.0
#: Each question is work for the page: ask seldom, the page itself wrote down the moment.
_PAUSE = 0.2
_PATIENCE = 120.0
#: a page whose scripts have begun
STARTED = "document.documentElement.hasAttribute('data-fii-started') ? true : null"


def driver() -> Any:
    """Give tests.browser.driver."""
    own_tests.make_importable()
    from tests.browser import driver as found

    return found


@contextmanager
def started(kind: str, playwright: Playwright, init: str = "") -> Iterator["Browser"]:
    """Start a browser with an empty profile, let it come to rest, and close it afterwards."""
    with TemporaryDirectory(prefix="fii-bench-", ignore_cleanup_errors=True) as folder:
        browser: Browser = driver().start(kind, playwright, Path(folder) / "profile", init=init)
        try:
            time.sleep(_SETTLE)
            yield browser
        finally:
            browser.close()


@contextmanager
def visited(browser: "Browser", http: Path, place: str) -> Iterator["Tab"]:
    """Open a page in a tab of its own: a place below the root of a server that is there for it, or a file: address."""
    with served(http) as base:
        tab = browser.tab()
        tab.goto(place if place.startswith("file:") else f"{base}/{place}")
        try:
            yield tab
        finally:
            tab.close()


def wait_for(tab: "Tab", expression: str) -> Any:
    """Wait until the page has a value. Raises TimeoutError with what the page showed."""
    end = time.monotonic() + _PATIENCE
    while True:
        if (value := tab.evaluate(expression)) is not None:
            return value
        if time.monotonic() > end:
            raise TimeoutError(f"never came: {expression} on {tab.url()}\n{tab.shown()}")
        time.sleep(_PAUSE)
