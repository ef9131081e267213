"""On what the proof stands: the built site, its unpacked copy, and browsers with a profile of their own. Tries nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright

from tests.browser import driver
from tests.browser.conftest import READY, Place
from tests.browser.served import served

_NUMBERS = count()


@dataclass(frozen=True)
class Ground:
    """Read the site and the copy only; everything that is written goes under `work`."""

    site: Path
    copy: Path
    playwright: Playwright
    work: Path

    @contextmanager
    def browser(self, kind: str, init: str = "", **options: Any) -> Iterator[driver.Browser]:
        """Start a browser with a fresh profile, and close it whatever happened to it."""
        profile = self.work / f"{kind}-{next(_NUMBERS)}"
        made = driver.start(kind, self.playwright, profile, init=init, ready=READY, **options)
        try:
            yield made
        finally:
            made.close()

    @contextmanager
    def place(self, kind: str) -> Iterator[Place]:
        """Give the handbook on a server of its own (http: an empty store), or in its folder (file)."""
        if kind == "file":
            yield Place("file", self.copy.as_uri())
            return
        with served(self.site) as server:
            yield Place("http", server.url)
