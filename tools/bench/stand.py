"""The first view of a dossier with a year in it: from the address to its facts, against a bare page that reads the same store."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Playwright

from tools.bench import browsers, open_year
from tools.bench.ground import Ground
from tools.bench.numbers import Comparison

AIM = 200.0
OURS = (
    "dossier/ with 26 reviews of a team of five in the browser's store: from the beginning of the navigation until its first view "
    "shows a light of a phase. No Python"
)
WORK = "the same, from the moment that the page's scripts begin"
THEIRS = "a page without scripts on the same address: from the beginning of its navigation until everything in the same store was read"
LIMIT = "the aim of the workplace"
#: Runs before the page's scripts: writes down when they begin, and when a fact of the first view is seen.
_INIT = """(() => {
  globalThis.fiiStand = { began: null, shown: null };
  const look = () => {
    if (fiiStand.began === null && document.documentElement.hasAttribute('data-fii-begun')) fiiStand.began = performance.now();
    if (document.querySelector('[data-fii-stand-phases] > li')?.checkVisibility()) fiiStand.shown = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"""
_READ = """(async () => {
  for (const { name } of await indexedDB.databases()) {
    const store = await new Promise((done, fail) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); asked.onerror = fail; });
    const names = [...store.objectStoreNames];
    const reading = store.transaction(names);
    await Promise.all(names.map((one) => new Promise((done, fail) => { const asked = reading.objectStore(one).getAll(); asked.onsuccess = done; asked.onerror = fail; })));
    store.close();
  }
  return performance.now();
})()"""


def measure(ground: Ground, playwright: Playwright, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in Chromium, over http, by turns in one profile."""
    comparisons = {
        "bare": Comparison("stand of a year, against reading the store", OURS, THEIRS),
        "aim": Comparison("stand of a year, against the aim", WORK, LIMIT, theirs=[AIM]),
    }
    init = f"{open_year.INIT}\n{_INIT}"
    with TemporaryDirectory(prefix="fii-bench-") as folder, browsers.started("chromium", playwright, init) as browser:
        file = Path(folder) / open_year.NAME
        file.write_text(open_year.year(), "utf-8")
        with browsers.visited(browser, ground.http, "handboek/dossier/") as tab:
            browsers.wait_for(tab, browsers.STARTED)
            open_year.opened(tab, file)
            address = tab.url().split("#")[0]
            for _ in range(times):
                whole, work = _shown(tab, address)
                comparisons["bare"].add(whole, _read(tab, address))
                comparisons["aim"].ours.append(work)
    say(f"{times} times")
    return list(comparisons.values())


def _shown(tab: Any, address: str) -> tuple[float, float]:
    """Give milliseconds: since the navigation began, and since the scripts did."""
    tab.goto(address)
    shown = float(browsers.wait_for(tab, "fiiStand.shown"))
    return shown, shown - float(tab.evaluate("fiiStand.began"))


def _read(tab: Any, address: str) -> float:
    tab.goto(f"{address}../schema/dossier-1.json")
    return float(tab.evaluate(_READ))
