"""Navigation to the first summary: our page against a bare page with stock Pyodide. Cold profile every time."""

import json
from collections.abc import Callable

from playwright.sync_api import Playwright

from tools.bench import browsers
from tools.bench.ground import ANSWERS, INSTRUMENT, Ground
from tools.bench.numbers import Comparison

OURS = {
    "http": f"navigation to Python's summary in checklists/{INSTRUMENT}/, with three answers kept by the browser, as a reader finds it who comes back and has an empty cache",
    "http, worker": "the same as over http",
    "file": f"the same in dossier/index.html#{INSTRUMENT} of the unpacked zip, the page of a folder that keeps answers; it shows an overview of all instruments as well",
}
THEIRS = {
    "http": "navigation to the same summary in a page with nothing but `await loadPyodide()`: npm files unmodified, python_stdlib.zip as it comes, our wheel fetched meanwhile and unpacked",
    "http, worker": "the same stock loadPyodide() and wheel in a module worker, as our page has it: what is left is the archive",
    "file": "the same in a bare page on file://; loadPyodide() cannot be loaded from a folder, so it takes our copy's road (a module worker from data:, files as gzip in base64), with the stock python_stdlib.zip and our wheel",
}
#: The store as docs/javascripts/store/answer-store.js lays it out (a test compares them): an older one would be moved first.
LAYOUT = 4
STORES = ["answers", "rest", "registers"]
#: Runs before a page's own scripts: puts the answers in the store, and writes down when the summary stands there.
_INIT = """(() => {
  if (!/^(http|file):/.test(location.protocol)) return;
  const asked = indexedDB.open('fii-dossier:' + EDITION, LAYOUT);
  asked.onupgradeneeded = () => STORES.forEach((name) => asked.result.createObjectStore(name));
  asked.onsuccess = () => {
    const tx = asked.result.transaction('answers', 'readwrite');
    for (const [id, answer] of Object.entries(ANSWERS)) tx.objectStore('answers').put(answer, id);
    tx.oncomplete = () => asked.result.close();
  };
  globalThis.fiiBench = { summary: null };
  new MutationObserver((_, observer) => {
    const text = document.querySelector('[data-fii-id="' + INSTRUMENT + '"] [data-fii-summary]')?.textContent ?? '';
    if (!text.replace(/\\s+/g, ' ').includes(LEAD)) return;
    fiiBench.summary = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
})();"""


def measure(ground: Ground, playwright: Playwright, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in turns: every repetition visits every browser and road, ours and theirs right after each other."""
    init = script(ground.edition, ground.lead)
    comparisons = {
        (kind, road): Comparison(f"first summary, {kind}, {road}", OURS[road], THEIRS[road])
        for road in THEIRS
        for kind in browsers.KINDS
    }
    for turn in range(times):
        for (kind, road), comparison in comparisons.items():
            took = {}
            # Who goes first changes: the second may profit from what the machine still holds.
            for who in ("ours", "theirs") if turn % 2 == 0 else ("theirs", "ours"):
                took[who] = _once(ground, playwright, kind, road, who, init)
            comparison.add(took["ours"], took["theirs"])
            say(f"{comparison.name}, {turn + 1} of {times}: {took['ours']:.0f} against {took['theirs']:.0f} ms")
    return list(comparisons.values())


def script(edition: str, lead: str) -> str:
    """Fill in what the script needs to know."""
    values = {
        "EDITION": edition,
        "LAYOUT": LAYOUT,
        "STORES": STORES,
        "ANSWERS": ANSWERS,
        "INSTRUMENT": INSTRUMENT,
        "LEAD": " ".join(lead.split()),
    }
    text = _INIT
    for name, value in values.items():
        text = text.replace(name, json.dumps(value))
    return text


def _once(ground: Ground, playwright: Playwright, kind: str, road: str, who: str, init: str) -> float:
    places = {
        ("http", "ours"): f"handboek/checklists/{INSTRUMENT}/",
        ("http", "theirs"): "kaal/",
        ("http, worker", "theirs"): "kaal/worker.html",
        ("file", "ours"): f"{(ground.copy / 'dossier/index.html').as_uri()}#{INSTRUMENT}",
        ("file", "theirs"): (ground.bare_copy / "index.html").as_uri(),
    }
    place = places.get((road, who), places["http", who])
    with (
        browsers.started(kind, playwright, init) as browser,
        browsers.visited(browser, ground.http, place) as tab,
    ):
        return float(browsers.wait_for(tab, "globalThis.fiiBench?.summary ?? null"))
