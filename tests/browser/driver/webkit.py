"""WebKit, the engine of Safari, by WebDriver: the system's WebKitWebDriver and MiniBrowser, on a screen of their own. Knows no page.

A step is one small HTTP request, so no library stands between: selenium would bring nine packages for these.
What it cannot do is said in `Browser`: it tells neither requests nor messages, and keeps nothing after it is closed.
"""

import base64
import json
import os
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.browser.driver.tab import PATIENCE, Browser, Seen, Tab, until
from tools.setup.programs import WebKitPrograms

#: WebDriver's name for an element in an answer
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {
    "Backspace": "\ue003", "Tab": "\ue004", "Enter": "\ue007", "Shift": "\ue008", "Control": "\ue009",
    "Escape": "\ue00c", "Space": " ", "PageUp": "\ue00e", "PageDown": "\ue00f", "End": "\ue010", "Home": "\ue011",
    "ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Delete": "\ue017",
}  # fmt: skip
#: Why a press may come too early: what comes in above an element moves it, or lies over it for a moment.
TOO_EARLY = ("element click intercepted", "element not interactable", "stale element reference", "no such element")


class WebDriverError(Exception):
    """The browser refused a step; the text begins with WebDriver's name for the reason."""


class WebKitTab(Tab):
    def __init__(self, browser: "WebKit") -> None:
        self.browser = browser
        self.ready = browser.ready
        browser.go_to(browser.first)  # WebDriver asks for a new window from one that is there
        # A window, not a tab: behind another tab a page stands still.
        self.handle = browser.ask("POST", "/window/new", {"type": "window"})["handle"]
        self.size(1280, 800)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        self.browser.go_to(self.handle)
        return self.browser.ask(method, path, body)

    def _element(self, selector: str) -> str:
        return f"/element/{self._ask('POST', '/element', {'using': 'css selector', 'value': selector})[ELEMENT]}"

    def _goto(self, url: str) -> None:
        if url.split("#")[0] == self.url().split("#")[0]:
            self._ask("POST", "/url", {"url": "about:blank"})  # else nothing is loaded
        self._ask("POST", "/url", {"url": url})

    def _reload(self) -> None:
        self._ask("POST", "/refresh")

    def evaluate(self, expression: str) -> Any:
        return self._ask("POST", "/execute/sync", {"script": f"return ({expression})", "args": []})

    def click(self, selector: str) -> None:
        refused: list[str] = []

        def pressed() -> bool:
            try:
                # WebDriver scrolls by itself, but does not wait for a page that scrolls smoothly.
                self.call(
                    "(s) => document.querySelector(s)?.scrollIntoView({block: 'center', behavior: 'instant'})", selector
                )
                self._ask("POST", f"{self._element(selector)}/click")
            except WebDriverError as error:
                if not str(error).startswith(TOO_EARLY):
                    raise
                refused[:] = [str(error)]
                return False
            return True

        until(pressed, explain=lambda: f"{selector} on {self.url()}: {refused}")

    def press(self, key: str) -> None:
        held, _, name = key.rpartition("+") if len(key) > 1 else ("", "", key)
        codes = [KEYS.get(part, part) for part in (held, name) if part]
        down = [{"type": "keyDown", "value": code} for code in codes]
        up = [{"type": "keyUp", "value": code} for code in reversed(codes)]
        self._ask("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": down + up}]})

    def type(self, text: str) -> None:
        """Into what has the focus."""
        focused = self._ask("GET", "/element/active")[ELEMENT]
        self._ask("POST", f"/element/{focused}/value", {"text": text})

    def upload(self, selector: str, *files: Path) -> None:
        self._ask("POST", f"{self._element(selector)}/value", {"text": "\n".join(map(str, files))})

    def download(self, selector: str) -> Path:
        folder = self.browser.folder
        before = set(folder.iterdir())
        self.click(selector)

        def finished() -> list[Path]:
            return [
                file
                for file in folder.iterdir()
                if file not in before and file.suffix != ".wkdownload" and file.stat().st_size
            ]

        return Path(until(finished, explain=lambda: f"no download in {list(folder.iterdir())}")[0])

    def size(self, width: int, height: int) -> None:
        """Size the page, not its window; MiniBrowser's window is never narrower than its own bar."""
        extra = self.evaluate("[outerWidth - innerWidth, outerHeight - innerHeight]")
        self._ask("POST", "/window/rect", {"width": width + extra[0], "height": height + extra[1]})

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._ask("GET", "/screenshot")))

    def close(self) -> None:
        self._ask("DELETE", "/window")


class WebKit(Browser):
    kind = "webkit"
    hears = False
    keeps = False

    def __init__(self, programs: WebKitPrograms, profile: Path, ready: str) -> None:
        self.seen = Seen()
        self.ready = ready
        self.programs = programs
        self.profile = profile
        self.folder = profile.with_name(profile.name + "-downloads")
        self.folder.mkdir(parents=True, exist_ok=True)
        profile.mkdir(parents=True, exist_ok=True)
        (profile / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self.folder}"\n', "utf-8")
        self.reopen()

    def reopen(self) -> None:
        self.screen, display = _screen(self.programs.screen)
        port = _free_port()
        home = {"HOME": str(self.profile), "XDG_CONFIG_HOME": str(self.profile), "DISPLAY": f":{display}"}
        self.process = subprocess.Popen(
            [self.programs.driver, f"--port={port}"],
            env={**os.environ, **home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.base = f"http://127.0.0.1:{port}"
        until(self._answers, explain=lambda: "WebKitWebDriver did not start")
        options = {"binary": self.programs.browser, "args": ["--automation"]}
        wanted = {"webkitgtk:browserOptions": options, "unhandledPromptBehavior": "accept"}
        made = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.base += f"/session/{made['sessionId']}"
        #: Stays open: with its last window the browser would go.
        self.first = self.front = self.ask("GET", "/window")
        self.ask("POST", "/timeouts", {"script": int(PATIENCE * 1000), "pageLoad": int(PATIENCE * 1000)})

    def _answers(self) -> bool:
        try:
            return bool(self.ask("GET", "/status"))
        except OSError:
            return False

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Send one request of WebDriver and give its value."""
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        # Not through a proxy of this machine's settings.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=PATIENCE * 3) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                value = json.load(error)["value"]
            raise WebDriverError(f"{value['error']}: {value['message']}") from None

    def go_to(self, handle: str) -> None:
        """Let what is asked next be of this window."""
        if self.front != handle:
            self.ask("POST", "/window", {"handle": handle})
            self.front = handle

    def tab(self) -> WebKitTab:
        return WebKitTab(self)

    def close(self) -> None:
        if self.process.poll() is not None:
            return
        try:
            self.ask("DELETE", "")
        finally:
            for process in (self.process, self.screen):
                process.terminate()
                process.wait(PATIENCE)


def _screen(program: str) -> tuple["subprocess.Popen[bytes]", str]:
    """Start a screen that nobody sees; it picks its own number and tells it."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()  # to the end of the line: it would fall over a reader that leaves earlier
    assert number, f"{program} did not start"
    return process, number


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])
