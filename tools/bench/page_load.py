"""Page load with an instrument against the same page without; a new origin every time, so nothing is cached."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Playwright

from tools.bench import browsers
from tools.bench.ground import WITH, WITHOUT, Ground
from tools.bench.numbers import Comparison

OURS = f"{WITH}/, which carries an instrument; navigation to the end of the load event, and to the first contentful paint; empty cache, browser already running"
THEIRS = "the same page with the instrument's section taken out of the HTML, styles and scripts as they are"
#: null until the load event is over; a browser that does not tell the paint tells null for it
_TIMES = """(() => {
  const [load] = performance.getEntriesByType('navigation');
  if (!load || !load.loadEventEnd) return null;
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  if (!paint && performance.now() < load.loadEventEnd + 2000) return null;
  return { load: load.loadEventEnd, paint: paint ? paint.startTime : null };
})()"""
_TOLD = {"load": "page load", "paint": "first paint"}


def measure(ground: Ground, playwright: Playwright, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in turns, in one running browser of each kind."""
    comparisons: list[Comparison] = []
    for kind in browsers.KINDS:
        both = {name: Comparison(f"{title}, {kind}", OURS, THEIRS) for name, title in _TOLD.items()}
        with browsers.started(kind, playwright) as browser:
            for page in (WITH, WITHOUT):
                _visit(ground, browser, page)  # the first page after a start measures the start
            for turn in range(times):
                _compare(ground, browser, (WITH, WITHOUT) if turn % 2 else (WITHOUT, WITH), both)
        comparisons += [comparison for comparison in both.values() if comparison.ours]
        say(f"page load, {kind}: {times} times")
    return comparisons


def _compare(ground: Ground, browser: Any, pages: tuple[str, str], both: dict[str, Comparison]) -> None:
    """Visit both pages in this order, and note what a browser told of both."""
    took = {page: _visit(ground, browser, page) for page in pages}
    for name, comparison in both.items():
        if took[WITH][name] is not None and took[WITHOUT][name] is not None:
            comparison.add(took[WITH][name], took[WITHOUT][name])


def _visit(ground: Ground, browser: Any, page: str) -> dict[str, float]:
    with browsers.visited(browser, ground.http, f"handboek/{page}/") as tab:
        times: dict[str, float] = browsers.wait_for(tab, _TIMES)
    return times
