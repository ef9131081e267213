"""What a test may ask of a browser and of a tab. The ways to do it stand in `chromium`, `firefox` and `webkit`.

Nothing waits inside the page: the site's policy forbids evaluated text there, so every wait asks again from here.
"""

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PATIENCE = 90.0  # these tests prove order and state: a busy machine may take its time
#: how long a page may take from its load until its scripts have started
SETTLING = 20.0
#: Firefox's number for a load that was ended by going to another page (NS_BINDING_ABORTED).
BROKEN_OFF = "status=2152398850"
#: Says on the console what the page's policy refused; put into every page before its own scripts.
TELL_VIOLATIONS = """document.addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI || 'inline'} on ${location.href}`));"""


@dataclass
class Seen:
    """What a browser did since it was started, over all its tabs."""

    requests: list[str] = field(default_factory=list)
    #: (kind, text); kind is error, warning, pageerror …
    messages: list[tuple[str, str]] = field(default_factory=list)

    def errors(self) -> list[str]:
        """What went wrong; a font whose load was broken off by leaving the page did not (Firefox logs that)."""
        wrong = [text for kind, text in self.messages if kind in ("error", "pageerror")]
        return [text for text in wrong if BROKEN_OFF not in text]

    def violations(self) -> list[str]:
        return [text for text in self.errors() if text.startswith("policy:") or "Content Security Policy" in text]


class Tab(ABC):
    """One page in a browser. A selector is CSS; `call` takes a JavaScript function and arguments JSON can hold."""

    #: JavaScript that says whether a page that was loaded is also ready for a hand; '' where loading is enough
    ready = ""

    def goto(self, url: str) -> None:
        """Load a page and wait until it is ready; the same address is loaded again."""
        self._goto(url)
        self._settle()

    def reload(self) -> None:
        """Load the same page again and wait until it is ready."""
        self._reload()
        self._settle()

    def _settle(self) -> None:
        """Wait until the page is ready, and no longer than SETTLING: a test may have broken its scripts on purpose."""
        end = time.monotonic() + SETTLING
        while self.ready and not self._is_ready() and time.monotonic() < end:
            time.sleep(0.05)

    def _is_ready(self) -> bool:
        try:
            return bool(self.evaluate(self.ready))
        except Exception:  # a page that points to another one is being left
            return False

    @abstractmethod
    def _goto(self, url: str) -> None: ...

    @abstractmethod
    def _reload(self) -> None: ...

    @abstractmethod
    def evaluate(self, expression: str) -> Any: ...

    @abstractmethod
    def click(self, selector: str) -> None:
        """Press the mouse in the middle of an element, as a hand would."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key by its name: Tab, Enter, ArrowDown, Space, Escape, a; Shift+Tab with the other held."""

    @abstractmethod
    def type(self, text: str) -> None: ...

    @abstractmethod
    def upload(self, selector: str, *files: Path) -> None: ...

    @abstractmethod
    def download(self, selector: str) -> Path:
        """Click and give the file that the browser wrote to the disk."""

    @abstractmethod
    def size(self, width: int, height: int) -> None: ...

    @abstractmethod
    def screenshot(self, path: Path) -> None: ...

    @abstractmethod
    def close(self) -> None: ...

    def call(self, function: str, *arguments: Any) -> Any:
        return self.evaluate(f"({function})({', '.join(map(json.dumps, arguments))})")

    def wait_until(self, function: str, *arguments: Any, seconds: float = PATIENCE) -> Any:
        """Ask until the answer is truthy and give it; say what the page showed when it never is."""
        failed: list[Exception] = []

        def ask() -> Any:
            try:
                return self.call(function, *arguments)
            except Exception as error:  # a page that is being left answers with whatever error its driver has for that
                failed[:] = [error]
                return None

        return until(ask, seconds, lambda: f"{function} {arguments} on {self.url()} {failed or ''}\n{self.shown()}")

    def url(self) -> str:
        return str(self.evaluate("location.href"))

    def shown(self) -> str:
        """What the page's states and answers say now; for the message of a test that fails."""
        return str(
            self.evaluate(
                "[...new Set([...document.querySelectorAll('[data-fii-status],[data-fii-alert],[data-fii-complaint],[data-fii-summary]')]"
                ".map((e) => e.textContent.trim()).filter(Boolean))].join('\\n').slice(0, 2000)"
            )
        )

    def text(self, selector: str) -> str:
        """The text of the first such element, white space made one blank; '' where there is none."""
        found = self.call("(s) => document.querySelector(s)?.textContent ?? ''", selector)
        return " ".join(str(found).split())

    def count(self, selector: str) -> int:
        return int(self.call("(s) => document.querySelectorAll(s).length", selector))

    def is_visible(self, selector: str) -> bool:
        return bool(
            self.call(
                "(s) => document.querySelector(s)?.checkVisibility({visibilityProperty: true}) ?? false", selector
            )
        )

    def has_text(self, selector: str, text: str, seconds: float = PATIENCE) -> None:
        """Wait until an element holds a text."""
        self.wait_until(
            "(s, t) => [...document.querySelectorAll(s)].some((e) => e.textContent.replace(/\\s+/g, ' ').includes(t))",
            selector, text, seconds=seconds,
        )  # fmt: skip


class Browser(ABC):
    """A browser with a profile of its own on the disk, so that closing and opening again is what it is for a reader."""

    kind: str
    seen: Seen
    #: whether `seen` is filled: a test that looks there must ask this first
    hears = True
    #: whether what a page stored is there again after `close` and `reopen`
    keeps = True

    @abstractmethod
    def tab(self) -> Tab: ...

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def reopen(self) -> None:
        """Start again with the same profile, after `close`."""


def until(ask: Callable[[], Any], seconds: float = PATIENCE, explain: Callable[[], str] = str) -> Any:
    """Ask again and again until the answer is truthy. Raises AssertionError with an explanation."""
    end, pause = time.monotonic() + seconds, 0.01
    while not (answer := ask()):
        if time.monotonic() > end:
            raise AssertionError(f"never came true within {seconds:.0f} s: {explain()}")
        time.sleep(pause)
        pause = min(2 * pause, 0.2)  # what takes long need not be asked often: to ask takes the page's time too
    return answer
