"""The largest files a dossier may come from, opened and taken over: the longest time that the page does not listen."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Playwright

from tools.bench import browsers
from tools.bench.ground import Ground
from tools.bench.numbers import Comparison

AIM = 100.0
OURS = (
    "the longest task of the page (PerformanceObserver, 'longtask') from choosing the file until its answers are kept"
)
LIMIT = "what a reader notices"
AT = "2026-01-01T09:00:00.000Z"
BACKSLASHES = "\\" * 9_900
_REVIEW = {"at": AT, "date": "2026-01-05", "state": "closed"}
#: what is in the file → the parts of its dossier
FILES: dict[str, dict[str, Any]] = {
    "fifty thousand answers": {"answers": {f"oud-{n}": {"choice": "ja", "at": AT} for n in range(50_000)}},
    "4 MB of backslashes": {"answers": {f"oud-{n}": {"note": BACKSLASHES, "at": AT} for n in range(205)}},
    "26,000 actions": {"actions": {f"a{n}": {"at": AT, "text": "", "state": "open"} for n in range(26_000)}},
    "fifty thousand notes": {
        "reviews": {"r-1": _REVIEW | {"notes": {f"x{n}": {"at": AT, "text": ""} for n in range(50_000)}}}
    },
}
#: A task counts as none until it is longer than 50 ms: nothing seen is written down as that.
_INIT = """new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.fiiLongest = Math.max(globalThis.fiiLongest ?? 50, duration);
}).observe({ type: 'longtask' });"""


def measure(ground: Ground, playwright: Playwright, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in Chromium, over http, in a fresh page each time."""
    comparisons = []
    with TemporaryDirectory(prefix="fii-bench-") as folder, browsers.started("chromium", playwright, _INIT) as browser:
        for what, parts in FILES.items():
            file = Path(folder) / "groot.json"
            tree = {"schema": 3, "kind": "fii-dossier", "edition": "handboek-fii", "saved": AT, **parts}
            file.write_text(json.dumps(tree, separators=(",", ":")), "utf-8")
            comparison = Comparison(f"longest task with {what}", OURS, LIMIT, theirs=[AIM])
            for _ in range(times):
                comparison.ours.append(_longest(ground, browser, file))
            comparisons.append(comparison)
            say(f"{what}, {file.stat().st_size / 1e6:.1f} MB: {times} times")
    return comparisons


def _longest(ground: Ground, browser: Any, file: Path) -> float:
    with browsers.visited(browser, ground.http, "handboek/dossier/") as tab:
        browsers.wait_for(tab, browsers.STARTED)
        tab.evaluate("(globalThis.fiiLongest = 50)")
        tab.upload("[data-fii-file]", file)
        browsers.wait_for(tab, "document.querySelector('[data-fii-preview]').hidden ? null : true")
        tab.click("[data-fii-action=apply]")
        done = "[...document.querySelectorAll('[data-fii-progress]')].some((one) => one.textContent.includes('groot.json staan nu')) ? true : null"
        browsers.wait_for(tab, done)
        return float(tab.evaluate("fiiLongest"))
