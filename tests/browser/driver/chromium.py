"""Chromium by Playwright, with a profile on the disk. Knows no page."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from tests.browser.driver.tab import PATIENCE, TELL_VIOLATIONS, Browser, Seen, Tab, until

#: No sandbox: containers run as root. No GPU: to imitate one costs more than drawing without. Nothing that changes what a page may do.
FLAGS: tuple[str, ...] = ("--no-sandbox", "--disable-background-networking", "--disable-gpu")
if os.environ.get("FII_FULL") != "1":
    FLAGS += (
        "--js-flags=--liftoff-only",
    )  # Python is translated once, not again for speed: a start takes a quarter less


class ChromiumTab(Tab):
    def __init__(self, page: Page, folder: Path, ready: str = "") -> None:
        self.page = page
        self.folder = folder
        self.ready = ready

    def _goto(self, url: str) -> None:
        if url.split("#")[0] == self.page.url.split("#")[0]:
            self.page.goto("about:blank")  # else only the part after the # changes, and nothing is loaded
        self.page.goto(url)

    def _reload(self) -> None:
        self.page.reload()

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(f"() => ({expression})")

    def click(self, selector: str) -> None:
        """The browser looks the element up, as Firefox does: Playwright's own `:has()` reads a large page for a second."""
        find = lambda: self.page.evaluate_handle("(s) => document.querySelector(s)", selector).as_element()  # noqa: E731
        until(find, explain=lambda: f"{selector} is not on {self.page.url}").click()

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def upload(self, selector: str, *files: Path) -> None:
        self.page.locator(selector).first.set_input_files(files)

    def download(self, selector: str) -> Path:
        with self.page.expect_download() as waiting:
            self.click(selector)
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file

    def size(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path, full_page=True)

    def close(self) -> None:
        self.page.close()


class Chromium(Browser):
    kind = "chromium"

    def __init__(
        self,
        playwright: Playwright,
        program: str,
        profile: Path,
        flags: Sequence[str],
        init: str,
        ready: str,
        **options: Any,
    ) -> None:
        self.seen = Seen()
        self.folder = profile.with_name(profile.name + "-downloads")
        self.launch: Callable[[], BrowserContext] = lambda: playwright.chromium.launch_persistent_context(
            profile, executable_path=program, args=[*FLAGS, *flags], accept_downloads=True, **options
        )
        self.init = TELL_VIOLATIONS + init
        self.ready = ready
        self.reopen()

    def reopen(self) -> None:
        self.context: BrowserContext = self.launch()
        self.context.set_default_timeout(PATIENCE * 1000)
        self.context.add_init_script(self.init)
        self.context.on("request", lambda request: self.seen.requests.append(request.url))
        self.context.on("console", lambda message: self.seen.messages.append((message.type, message.text)))
        self.context.on("weberror", lambda error: self.seen.messages.append(("pageerror", str(error.error))))

    def tab(self) -> ChromiumTab:
        return ChromiumTab(self.context.new_page(), self.folder, self.ready)

    def close(self) -> None:
        self.context.close()
