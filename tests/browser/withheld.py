"""Every script of a page withheld in turn: the page then works, or says in words that it does not and takes nothing.

`walk` is for a test of a few addresses and for the whole proof; it gives what was silent and raises nothing. Knows the
hooks of a form and no script by name.
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.browser.driver import Tab
from tests.browser.driver.tab import until
from tests.browser.served import Server


@dataclass(frozen=True)
class Page:
    """A page of the site, and an item on it with two choices: one of them is not the answer now."""

    address: str
    item: str
    choices: tuple[str, str]


#: a list, the dossier, a chapter that carries a list: three ways in which an instrument stands on a page
PAGES = (
    Page("checklists/stoplicht-1/", "s1-02", ("rood", "groen")),
    Page("dossier/#stoplicht-1", "s1-02", ("rood", "groen")),
    Page("model/2-verkennen/2a-shortlist/", "g-01", ("ja", "nee")),
)


@dataclass(frozen=True)
class Outcome:
    """What a page did without one of its scripts."""

    page: str
    script: str
    way: str
    #: `works`, `told`, or what it did wrong
    result: str

    @property
    def is_silent(self) -> bool:
        return self.result not in ("works", "told")


BLANK = "about:blank"
#: All that may be built was built, or the page has given up.
SETTLED = """document.readyState === 'complete' && document.documentElement.matches('[data-fii-started], .no-js:not([data-fii-begun])')"""
#: The same of a page of which a script never comes: it may never be complete, and marks what has waited too long. Behind a
#: script that the browser itself waits for there is no page.
SETTLED_LATE = """document.readyState === 'loading' ? performance.now() > 15_000
  : document.documentElement.matches('[data-fii-started], [data-fii-partly], .no-js:not([data-fii-begun])')"""
NO_PAGE = "document.readyState === 'loading' && !document.querySelector('[data-fii-widget]')"
#: seconds between the marks of two parts that began to wait together
APART = 1.0
SEEN = "e.checkVisibility({visibilityProperty: true})"
#: What is wrong with a page, whatever failed: controls that are alive in a part that is not there, or that no part answers
#: for; a part that is not there and does not say so; a form that is not there, folded away.
FAULTS = f"""() => {{
  const said = [...document.querySelectorAll('.fii-start > p')].some((e) => {SEEN});
  return [...document.querySelectorAll('[data-fii-widget]')].flatMap((root) => {{
    const own = (s) => [...root.querySelectorAll(s)].filter((e) => e.parentElement.closest('[data-fii-widget]') === root);
    const dead = own('[data-fii-controls]').filter((e) => e.disabled);
    const sentences = dead.flatMap((e) => [...e.querySelectorAll(':scope > .fii-uit')]);
    const controls = own('input, textarea, select, [data-fii-action]');
    return [
      ...controls.filter((e) => !e.closest('[data-fii-controls]')).map((e) => `nobody answers for ${{e.outerHTML.slice(0, 80)}}`),
      ...dead.flatMap((e) => [...e.querySelectorAll('input, textarea, select, button')]).filter((e) => !e.matches(':disabled'))
        .map((e) => `alive: ${{e.outerHTML.slice(0, 80)}}`),
      ...(dead.length && !said ? [`${{root.dataset.fiiWidget}} is off and the page does not say so`] : []),
      ...sentences.filter((e) => getComputedStyle(e).display === 'none').map(() => `${{root.dataset.fiiWidget}} is off without its sentence`),
      ...(dead.length ? own('[data-fii-form]') : []).filter((e) => !{SEEN}).map(() => `${{root.dataset.fiiWidget}} is off and folded away`),
    ];
  }}).slice(0, 5);
}}"""
IN_SIGHT = "(item) => document.querySelector(`[name='${item}']`).checkVisibility()"
IS_ON = "(item) => document.querySelector(`[name='${item}']`)?.matches(':disabled') === false"
#: whether the page says that a part of it is not there
SAYS_SO = f"[...document.querySelectorAll('.fii-start > p')].some((e) => {SEEN})"
HELD = "(item) => document.querySelector(`[name='${item}']:checked`)?.value ?? ''"
#: the line below the form that says where its answers are
TOLD = "(item) => document.querySelector(`[name='${item}']`).closest('[data-fii-widget]').querySelector('[data-fii-status]').textContent"
#: a press on the label: the choice itself lies under it
PRESS = "(item, choice) => document.querySelector(`[name='${item}'][value='${choice}']`)?.closest('label').click()"
#: a form behind a card is unfolded first, as a hand does
UNFOLD = "(item) => document.querySelector(`[name='${item}']`).closest('[data-fii-widget]').querySelector('[data-fii-fold-button][aria-expanded=false]')?.click()"
#: what the page before could not write any more, the next one takes over when its store has answered
KEPT_WITHIN = 30.0
NOT_A_CONTROL = "!document.activeElement.matches('[data-fii-item] :is(input, textarea, select)')"


def scripts_of(tab: Tab, server: Server, page: Page) -> list[str]:
    """The paths of all scripts that a page asks for by itself, with everything in order."""
    server.asked.clear()
    open_page(tab, f"{server.url}/{page.address}")
    return sorted({path for path in map(_path, server.asked) if path.endswith((".js", ".mjs"))})


def _path(asked: str) -> str:
    return urlsplit(asked).path


def open_page(tab: Tab, url: str, *, hangs: bool = False) -> None:
    go = _send if hangs else Tab.goto
    go(tab, BLANK)
    until(lambda: _answers(tab, f"location.href === '{BLANK}'"), 60, lambda: "the page before was never left")
    go(tab, url)
    settled = SETTLED_LATE if hangs else SETTLED
    until(lambda: _answers(tab, settled), 60, lambda: f"{url} neither started nor gave up")
    time.sleep(APART if hangs else 0)


def _send(tab: Tab, url: str) -> None:
    """Let the page itself go to an address: what a browser is told to open is there, or left, when all of it has come."""
    tab.call("(url) => { setTimeout(() => location.assign(url)); return true; }", url)


def _answers(tab: Tab, question: str) -> bool:
    """Ask a tab that may be between two pages, where nothing answers."""
    try:
        return bool(tab.evaluate(question))
    except Exception as error:
        if "destroyed" in str(error) or "navigation" in str(error):
            return False
        raise


def walk(tab: Tab, server: Server, page: Page, ways: Iterable[str], scripts: Iterable[str] = ()) -> Iterator[Outcome]:
    """Withhold each of the scripts (all that the page asks for) in each of the ways and give what the page did.

    The tab's store must be that of the server's own address and of no other test.
    """
    for script in list(scripts) or scripts_of(tab, server, page):
        for way in ways:
            server.withheld = {script: way}
            outcome = Outcome(page.address, script, way, try_page(tab, server, page, hangs=way == "hang"))
            server.answer_late()  # what still waits holds a connection of the browser
            yield outcome
    server.withheld = {}


def try_page(tab: Tab, server: Server, page: Page, *, hangs: bool = False) -> str:
    """Open a page as its server gives it now, try to answer, and say how that went."""
    url = f"{server.url}/{page.address}"
    open_page(tab, url, hangs=hangs)
    if hangs and tab.evaluate(NO_PAGE):
        return "told"  # the window is empty, and the browser shows that it waits
    if faults := tab.call(FAULTS):
        return "; ".join(faults)
    if tab.call(IS_ON, page.item):
        return _answered(tab, page, url, hangs=hangs)
    if not tab.evaluate(SAYS_SO):
        return "gives nothing to fill in and does not say so"
    answer = page.choices[0]
    tab.call(PRESS, page.item, answer)
    for _ in range(3):
        tab.press("Tab")
        if not tab.evaluate(NOT_A_CONTROL):
            return "the keyboard reaches a form that is off"
    return "took an answer while it was off" if tab.call(HELD, page.item) == answer else "told"


def _answered(tab: Tab, page: Page, url: str, *, hangs: bool) -> str:
    tab.wait_until(TOLD, page.item)
    answer = next(one for one in page.choices if one != tab.call(HELD, page.item))
    tab.call(UNFOLD, page.item)
    if not tab.call(IN_SIGHT, page.item):
        return "is on and stays folded away"
    tab.call(PRESS, page.item, answer)
    open_page(tab, url, hangs=hangs)
    try:
        until(lambda: tab.call(HELD, page.item) == answer, KEPT_WITHIN)
    except AssertionError:
        return f"lost an answer: {tab.shown()}"
    return "works"
