"""Four tabs of one browser that write to one dossier at once: nothing that was given in one may get lost in another."""

import random
from collections.abc import Iterable

from tests.browser import driver
from tests.browser.conftest import Place
from tests.browser.handbook import goto, kept, page_of
from tests.proof.ground import Ground
from tests.proof.tally import Tally

ITEMS = ("s1-01", "s1-02", "s1-03", "s1-04")
WRITES = 150
LIGHTS = ("rood", "groen", "oranje")
WRITE = """(item, pauses) => { window.done = false; (async () => {
  for (const [n, pause] of pauses.entries()) {
    document.querySelector(`input[name="${item}"][value="${['rood', 'groen', 'oranje'][n % 3]}"]`).click();
    const note = document.querySelector(`[name="${item}.note"]`);
    note.value = `${item} ${n}`;
    note.dispatchEvent(new Event('input', {bubbles: true}));
    note.dispatchEvent(new Event('change', {bubbles: true}));
    await new Promise((later) => setTimeout(later, pause));
  }
  window.done = true; })(); return true; }"""
HOLDS = """(items, choice, n) => items.every((item) => document.querySelector(`[name="${item}"]:checked`)?.value === choice
  && document.querySelector(`[name="${item}.note"]`).value === `${item} ${n}`)"""


def run(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """One seed: four tabs with all their writes, by turns in Chromium and Firefox."""
    for seed in seeds:
        with (
            tally.trying(seed),
            ground.place("http") as place,
            ground.browser(("chromium", "firefox")[seed % 2]) as browser,
        ):
            try:
                four_tabs(browser, place, WRITES, seed)
            except AssertionError as error:
                tally.note("lost", seed, " ".join(str(error).split())[-400:])


def four_tabs(browser: driver.Browser, place: Place, times: int, seed: int = 0) -> None:
    """Write in four tabs at once; a fresh tab and all four must then show the last of each. Raises AssertionError."""
    chance = random.Random(f"tabs {seed}")
    tabs = [browser.tab() for _ in ITEMS]
    for tab in tabs:
        goto(tab, page_of(place, "stoplicht-1"))
    for tab, item in zip(tabs, ITEMS, strict=True):
        tab.call(WRITE, item, [5 if seed == 0 else chance.choice((0, 1, 5, 12, 40)) for _ in range(times)])
    for tab in tabs:
        tab.wait_until("() => window.done", seconds=120 + 4 * times)
        kept(tab)
    fresh = browser.tab()
    goto(fresh, page_of(place, "stoplicht-1"))
    for tab in [fresh, *tabs]:
        tab.wait_until(HOLDS, ITEMS, LIGHTS[(times - 1) % 3], times - 1)
        tab.close()
