"""A year of a team of five, opened as a file once Python is ready: against parsing the same JSON, and against the aim."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Playwright

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.write import text
from tools.bench import browsers
from tools.bench.ground import Ground
from tools.bench.numbers import Comparison

AIM = 300.0
NAME = "jaar.json"
OURS = (
    "a dossier of 26 reviews of a team of five, chosen as a file on dossier/ once Python is ready and has read the instruments, "
    "which it does while the reader looks for the file: to the preview with Python's remarks, and from the reader's yes until all of it stands in the page and is kept by the browser"
)
AGAIN = "the same in a page that Python has answered before, as in one that shows what was kept"
THEIRS = "one JSON.parse of the same text in the same page: nothing checked, compared, shown or kept"
LIMIT = "the aim of issue 5"
#: Runs before the page's scripts: writes down when a file is chosen, remarked on, agreed to, and kept.
INIT = """(() => {
  const fresh = () => ({ chosen: null, remarked: null, agreed: null, kept: null });
  globalThis.fiiBench = fresh();
  const seen = (name, type, selector) => document.addEventListener(type, (event) => {
    if (event.target instanceof Element && event.target.closest(selector)) fiiBench[name] = performance.now();
  }, true);
  seen('chosen', 'change', '[data-fii-file]');
  seen('agreed', 'click', '[data-fii-action=apply]');
  // Only what is waited for is looked at: to search the whole page at every change would be measured too.
  const until = (name, elements, is) => {
    const observer = new MutationObserver(() => {
      if (fiiBench[name] !== null || !elements.some(is)) return;
      fiiBench[name] = performance.now();
      observer.disconnect();
    });
    for (const element of elements) observer.observe(element, { childList: true, subtree: true });
  };
  globalThis.fiiBenchWait = () => {
    globalThis.fiiBench = fresh();
    const told = [...document.querySelectorAll('[data-fii-widget=dossier] [data-fii-progress]')];
    for (const line of told) line.textContent = '';
    until('remarked', [document.querySelector('[data-fii-preview]')], (box) => box.querySelector('.fii-remarks') !== null);
    until('kept', told, (line) => line.textContent.includes(NAME));
  };
})();""".replace("NAME", repr(NAME))
#: asks Python what it does not know: the answer says that it is there
_READY = """(async () => {
  for (const { name } of performance.getEntriesByType('resource')) {
    const { python } = name.includes('/javascripts/deel-') ? await import(name) : {};
    if (python) return Boolean(await python().ask({ op: 'ready' }));
  }
})()"""
_PARSE = """(text) => {
  const start = performance.now();
  const found = JSON.parse(text);
  return found.kind ? performance.now() - start : null;
}"""


def measure(ground: Ground, playwright: Playwright, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in Chromium, over http, in a fresh page each time."""
    comparisons: dict[str, Comparison] = {
        "parse": Comparison("open a year, against JSON.parse", OURS, THEIRS, digits=1),
        "aim": Comparison("open a year, against the aim", OURS, LIMIT, theirs=[AIM]),
        "again": Comparison("open a year again, against the aim", AGAIN, LIMIT, theirs=[AIM]),
    }
    with TemporaryDirectory(prefix="fii-bench-") as folder, browsers.started("chromium", playwright, INIT) as browser:
        file = Path(folder) / NAME
        content = year()
        file.write_text(content, "utf-8")
        for _ in range(times):
            first, parsed, again = _session(ground, browser, file)
            comparisons["parse"].add(first, parsed)
            comparisons["aim"].ours.append(first)
            comparisons["again"].ours.append(again)
    say(f"a year of {len(content.encode()) / 1000:.0f} kB: {times} times")
    return list(comparisons.values())


def year() -> str:
    """Write the year, with one answer to a point that lapsed: Python has a remark about that, and its end can be seen."""
    browsers.driver()  # makes our tests importable
    from tests import year

    held = year.held()
    lapsed = Answer(choice="ja", at=held.saved)
    return text(replace(held, answers={**held.answers, "oud-01": lapsed}))


def _session(ground: Ground, browser: Any, file: Path) -> tuple[float, float, float]:
    """Open the year twice in one page, and parse it once. Gives milliseconds: the first time, JSON.parse, the second."""
    with browsers.visited(browser, ground.http, "handboek/dossier/") as tab:
        browsers.wait_for(tab, browsers.STARTED)
        tab.click("[data-fii-action=open]")  # from here on the reader looks for the file
        assert tab.evaluate(_READY)
        first, parsed = opened(tab, file)
        again, _ = opened(tab, file)
        return first, parsed, again


def opened(tab: Any, file: Path) -> tuple[float, float]:
    """Choose the file, parse it once, and say yes. The time that the reader takes to read is not in it."""
    tab.evaluate("fiiBenchWait()")
    tab.upload("[data-fii-file]", file)
    looked = float(browsers.wait_for(tab, "fiiBench.remarked === null ? null : fiiBench.remarked - fiiBench.chosen"))
    parsed = float(tab.call(_PARSE, file.read_text("utf-8")))
    tab.click("[data-fii-action=apply]")
    kept = float(browsers.wait_for(tab, "fiiBench.kept === null ? null : fiiBench.kept - fiiBench.agreed"))
    return looked + kept, parsed
