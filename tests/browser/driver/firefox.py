"""Firefox by WebDriver BiDi: a Node program (`firefox_bridge.mjs`) takes one JSON line a request. Knows no page.

`security.fileuri.strict_origin_policy` is set to what it is for a reader: test harnesses switch it off, and with it
the very rules that a reader's Firefox applies to files.
"""

import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

from tests.browser.driver.tab import PATIENCE, TELL_VIOLATIONS, Browser, Seen, Tab, until

BRIDGE = Path(__file__).with_name("firefox_bridge.mjs")
PREFERENCES = {
    "security.fileuri.strict_origin_policy": True,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.download.alwaysOpenPanel": False,
    # Python is translated once, not again for speed: a start takes less
    "javascript.options.wasm_optimizingjit": os.environ.get("FII_FULL") == "1",
}


class FirefoxTab(Tab):
    def __init__(self, browser: "Firefox") -> None:
        self.browser = browser
        self.ready = browser.ready
        self.number = browser.ask("tab")

    def _ask(self, op: str, *arguments: Any) -> Any:
        return self.browser.ask(op, self.number, *arguments)

    def _goto(self, url: str) -> None:
        self._ask("goto", url)

    def _reload(self) -> None:
        self._ask("reload")

    def evaluate(self, expression: str) -> Any:
        return self._ask("evaluate", expression)

    def click(self, selector: str) -> None:
        """Wait for the element as Playwright does: a button that comes after an answer was kept may come a moment later."""
        shown = f"!!document.querySelector({json.dumps(selector)})?.getClientRects().length"
        until(lambda: self.evaluate(shown), explain=lambda: f"{selector} does not show on {self.url()}")
        self._ask("click", selector)

    def press(self, key: str) -> None:
        self._ask("press", key)

    def type(self, text: str) -> None:
        self._ask("type", text)

    def upload(self, selector: str, *files: Path) -> None:
        self._ask("upload", selector, [str(file) for file in files])

    def download(self, selector: str) -> Path:
        folder = self.browser.folder
        before = set(folder.iterdir())
        self.click(selector)

        def finished() -> list[Path]:
            new = [file for file in folder.iterdir() if file not in before]
            return [
                file
                for file in new
                if file.suffix != ".part" and file.stat().st_size and not list(folder.glob("*.part"))
            ]

        return Path(until(finished, explain=lambda: f"no download in {list(folder.iterdir())}")[0])

    def size(self, width: int, height: int) -> None:
        self._ask("size", width, height)

    def screenshot(self, path: Path) -> None:
        self._ask("screenshot", str(path))

    def close(self) -> None:
        self._ask("close")


class Firefox(Browser):
    kind = "firefox"

    def __init__(
        self, node: str, program: str, profile: Path, preferences: dict[str, object], init: str, ready: str
    ) -> None:
        self.seen = Seen()
        self.ready = ready
        self.folder = profile.with_name(profile.name + "-downloads")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.node = node
        own = {**PREFERENCES, "browser.download.dir": str(self.folder), **preferences}
        self.options = {"program": program, "profile": str(profile), "preferences": own, "init": TELL_VIOLATIONS + init}
        self.reopen()

    def reopen(self) -> None:
        self.process = subprocess.Popen(
            [self.node, str(BRIDGE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, args=(self.process, self.lines), daemon=True)
        self.reader.start()
        self.ask("launch", self.options)

    @staticmethod
    def _read(process: "subprocess.Popen[str]", lines: "queue.Queue[str]") -> None:
        assert process.stdout
        for line in process.stdout:
            lines.put(line)
        lines.put('{"error": "the bridge has gone"}')

    def ask(self, op: str, *arguments: Any) -> Any:
        """Send one request and wait for its answer; what the browser did meanwhile comes along."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps({"op": op, "arguments": arguments}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.lines.get(timeout=PATIENCE * 3))
        self.seen.requests += answer.get("requests", [])
        self.seen.messages += map(tuple, answer.get("messages", []))
        if "error" in answer:
            raise AssertionError(f"firefox: {op} {arguments}: {answer['error']}")
        return answer.get("value")

    def tab(self) -> FirefoxTab:
        return FirefoxTab(self)

    def close(self) -> None:
        """End the browser, or what a kill left of it."""
        try:
            if self.process.poll() is None:
                self.ask("quit")
        finally:
            if self.process.stdin:
                self.process.stdin.close()
            self.process.wait(PATIENCE)
            self.reader.join(PATIENCE)
            if self.process.stdout:
                self.process.stdout.close()
