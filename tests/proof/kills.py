"""Kills a browser, all its processes at once, 0–5 s after it said that an answer is kept; then the answer must be there."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Error as BrowserGone

from tests.browser import driver
from tests.browser.conftest import Place
from tests.browser.driver.chromium import Chromium
from tests.browser.driver.firefox import Firefox
from tests.browser.handbook import (
    DOSSIER,
    as_file,
    choose,
    dossier,
    goto,
    holds,
    kept,
    page_of,
    ready,
    see,
    take,
    write,
)
from tests.proof.ground import Ground
from tests.proof.tally import Tally

LATEST = 5.0  # seconds after ‘Opgeslagen’
LIGHTS = ("groen", "oranje", "rood")
#: item → (choice, note)
type Given = dict[str, tuple[str, str]]


def run(kind: str, ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """One kill a seed, in one profile after another kill: what was kept before the first must outlive the last too."""
    given: Given = {}
    name = ""
    with ground.place("http") as place, ground.browser(kind) as browser:
        for seed in seeds:
            with tally.trying(seed):
                chance = random.Random(f"kill {seed}")
                tab = browser.tab()
                name = chance.choice(DEEDS)(tab, place, given, name, chance, ground.work)
                kept(tab)
                time.sleep(chance.uniform(0, LATEST))
                kill(browser)
                browser.reopen()
                gone = missing(browser.tab(), place, given, name)
                if gone:
                    tally.note("lost", seed, gone)
                    given, name = {}, ""


def kill(browser: driver.Browser) -> None:
    """End a browser and all that it started, as a power cut does: nobody is asked."""
    if isinstance(browser, Chromium):
        assert browser.context.browser
        found = browser.context.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        os.killpg(next(one["id"] for one in found["processInfo"] if one["type"] == "browser"), signal.SIGKILL)
        with suppress(BrowserGone):  # Playwright may have seen it go by itself
            browser.close()
    elif isinstance(browser, Firefox):
        os.killpg(browser.ask("pid"), signal.SIGKILL)
        browser.process.kill()
        browser.process.wait()
        browser.close()


def missing(tab: driver.Tab, place: Place, given: Given, name: str, seconds: float = 30) -> str:
    """Say what of all that was kept does not come; '' when it does."""
    goto(tab, page_of(place, "stoplicht-1"))
    try:
        holds(tab, given, seconds)
        goto(tab, place.url(DOSSIER))
        tab.wait_until(
            "(name) => document.querySelector('[data-fii-dossier-name]').value === name", name, seconds=seconds
        )
    except AssertionError as error:
        return f"{given} {name!r}: {str(error)[-300:]}"
    return ""


def _choice(tab: driver.Tab, place: Place, given: Given, name: str, chance: random.Random, work: Path) -> str:
    goto(tab, page_of(place, "stoplicht-1"))
    item, light = f"s1-0{chance.randint(1, 9)}", chance.choice(LIGHTS)
    choose(tab, item, light)
    given[item] = (light, given.get(item, ("", ""))[1])
    return name


def _choices(tab: driver.Tab, place: Place, given: Given, name: str, chance: random.Random, work: Path) -> str:
    """Nine answers, as fast as a hand cannot."""
    goto(tab, page_of(place, "stoplicht-1"))
    lights = {f"s1-0{number}": chance.choice(LIGHTS) for number in range(1, 10)}
    tab.call(
        """(lights) => { for (const [item, light] of Object.entries(lights))
        document.querySelector(`input[name="${item}"][value="${light}"]`).click(); return true; }""",
        lights,
    )
    given |= {item: (light, given.get(item, ("", ""))[1]) for item, light in lights.items()}
    return name


def _note(tab: driver.Tab, place: Place, given: Given, name: str, chance: random.Random, work: Path) -> str:
    goto(tab, page_of(place, "stoplicht-1"))
    item, note = f"s1-0{chance.randint(1, 9)}", f" {chance.getrandbits(64):x} é ‘ooit’"
    before = given.get(item, ("", ""))
    write(tab, item, note)
    given[item] = (before[0], tab.call('(n) => document.querySelector(`[name="${n}.note"]`).value', item))
    assert note in given[item][1], given[item]
    return name


def _name(tab: driver.Tab, place: Place, given: Given, name: str, chance: random.Random, work: Path) -> str:
    goto(tab, place.url(DOSSIER))
    called = f"Wijk {chance.getrandbits(32):x}"
    tab.call("() => { document.querySelector('[data-fii-dossier-name]').value = ''; return true; }")
    see(tab, "[data-fii-dossier-name]")
    tab.click("[data-fii-dossier-name]")
    tab.type(called)
    tab.press("Tab")
    tab.has_text("[data-fii-status]", f"‘{called}’")
    return called


def _file(tab: driver.Tab, place: Place, given: Given, name: str, chance: random.Random, work: Path) -> str:
    """A whole dossier, in the place of what is there."""
    goto(tab, place.url(DOSSIER))
    new: Given = {
        f"s1-0{number}": (chance.choice(LIGHTS), f"uit {chance.getrandbits(32):x}") for number in range(1, 10)
    }
    content = dossier({item: {"choice": light, "note": note} for item, (light, note) in new.items()})
    take(tab, as_file(work, content))
    tab.has_text("[data-fii-progress]", "staan nu in uw dossier")
    ready(tab)
    given.clear()
    given.update(new)
    return ""


DEEDS: tuple[Callable[[driver.Tab, Place, Given, str, random.Random, Path], str], ...] = (
    _choice, _choices, _note, _name, _file,
)  # fmt: skip
