"""From the press of a key to the first result of the search, as the browser's own clock has it."""

from collections.abc import Callable, Sequence
from typing import Any

from playwright.sync_api import Playwright

from tools.bench import browsers
from tools.bench.ground import Ground
from tools.bench.numbers import Comparison

AIM = 50.0
QUESTIONS = ("opdrachtgever", "stoplicht", "innovatie", "draagvlak", "gemeente")
OURS = "press of a key in the search dialog to the first result in the page; every letter that gave a result"
FIRST = "first letter of a word typed at once after opening the dialog, to the first result; register and engine have yet to be loaded"
THEIRS = "the aim of issue 6"
#: Runs before the page's scripts: notes each time between a key and the list that answers it.
_INIT = """(() => {
  let pressed = null;
  globalThis.fiiBench = { times: [] };
  document.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-fii-search-field]')) {
      // Before the first answer the wait counts from the first letter, after that from the last.
      pressed = fiiBench.times.length === 0 ? (pressed ?? event.timeStamp) : event.timeStamp;
    }
  }, true);
  new MutationObserver((records) => {
    const hasResult = (record) => record.target instanceof Element && record.target.matches('[data-fii-search-results]') && record.addedNodes.length > 0;
    if (pressed === null || !records.some(hasResult)) return;
    fiiBench.times.push(performance.now() - pressed);
    pressed = null;
  }).observe(document, { childList: true, subtree: true });
})();"""


def measure(ground: Ground, playwright: Playwright, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in both browsers, from a server and from a folder."""
    comparisons: list[Comparison] = []
    for kind in browsers.KINDS:
        for road in ("http", "file"):
            with browsers.started(kind, playwright, _INIT) as browser:
                took = [_session(ground, browser, road) for _ in range(times)]
            comparisons += compare(kind, road, took)
            say(f"search, {kind}, {road}: {times} times {len(QUESTIONS)} questions")
    return comparisons


def compare(kind: str, road: str, sessions: Sequence[Sequence[float]]) -> list[Comparison]:
    """Set the first answer of each session apart from the others."""
    later = Comparison(f"search, {kind}, {road}", OURS, THEIRS, theirs=[AIM])
    first = Comparison(f"search, first question, {kind}, {road}", FIRST, THEIRS, theirs=[AIM])
    for session in sessions:
        first.ours += session[:1]
        later.ours += session[1:]
    return [comparison for comparison in (later, first) if comparison.ours]


def _session(ground: Ground, browser: Any, road: str) -> list[float]:
    """Open a page, open the dialog with its key, ask at once, and then ask more."""
    place = "handboek/" if road == "http" else (ground.copy / "index.html").as_uri()
    with browsers.visited(browser, ground.http, place) as tab:
        browsers.wait_for(tab, "document.querySelector('[data-fii-search-open]:not([hidden])') ? true : null")
        tab.press("/")
        browsers.wait_for(tab, "document.querySelector('[data-fii-search][open]') ? true : null")
        tab.type(QUESTIONS[0])  # at once: what is not loaded yet has to come now
        browsers.wait_for(tab, "fiiBench.times.length > 0 ? true : null")
        for question in QUESTIONS[1:]:
            tab.evaluate("document.querySelector('[data-fii-search-field]').select()")
            _letters(tab, question)
        return [float(value) for value in tab.evaluate("fiiBench.times")]


def _letters(tab: Any, text: str) -> None:
    """Type as a hand does: a letter, and the page has answered before the next comes."""
    for letter in text:
        tab.type(letter)
        tab.evaluate("new Promise((done) => setTimeout(done, 60))")
