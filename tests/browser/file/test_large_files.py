"""A large file is read and taken over in turns: the page tells how far it is, can be stopped, and takes over all or nothing.

The turns of the page are counted and held back here, not timed; how long they take is for `make bench`.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, goto, holds, kept, offer, previewed, records
from tests.browser.served import Server

pytestmark = pytest.mark.no_python

MANY = 20_000
LARGE = dossier({f"oud-{n}": {"choice": "ja"} for n in range(MANY)})
NAME = "groot.json"
#: The page's turns, counted, and from the one in `holdFrom` on held back. A clock that moves at each look makes them as
#: many on a fast machine as on a slow one.
TURNS = """(() => {
  let looks = 0;
  performance.now = () => (looks += 1);
  Object.assign(globalThis, { turns: 0, holdFrom: Infinity, holdWord: null, held: [] });
  const says = (word) => word && document.querySelector('.fii-dossier__regel [data-fii-progress]').textContent.includes(word);
  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      turns += 1;
      const send = this.port2.postMessage.bind(this.port2);
      this.port2.postMessage = (message) => (turns >= holdFrom || says(holdWord) ? void held.push(() => send(message)) : send(message));
    }
  };
  globalThis.release = () => { holdFrom = Infinity; holdWord = null; held.splice(0).forEach((go) => go()); };
})();"""
STOP = ".fii-dossier__saving [data-fii-action=stop]"
PROGRESS = ".fii-dossier__regel [data-fii-progress]"


@pytest.fixture
def tab(chromium: Browser, server: Server, tmp_path: Path) -> ChromiumTab:
    """A dossier with one answer of its own."""
    context = chromium.new_context()
    context.add_init_script(TURNS)
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    goto(tab, f"{server.url}/{DOSSIER}#stoplicht-1")
    choose(tab, "s1-02", "rood")
    kept(tab)
    return tab


def hold(tab: ChromiumTab, turns: int) -> None:
    """Hold the page back after so many turns more."""
    tab.evaluate(f"(holdFrom = turns + {turns})")


def is_held(tab: ChromiumTab, key: str, name: str = NAME) -> None:
    """Wait until the page is held back and says what it is doing."""
    tab.wait_until("() => held.length > 0")
    tab.has_text(PROGRESS, WORDS_FOR_SCRIPTS[key].replace("{bestand}", name))


def test_it_can_be_stopped_while_it_is_read(tab: ChromiumTab, tmp_path: Path) -> None:
    hold(tab, 30)
    offer(tab, as_file(tmp_path, LARGE, NAME))
    is_held(tab, "open.reading")
    assert not tab.is_visible("[data-fii-preview]")
    tab.click(STOP)
    tab.has_text(PROGRESS, WORDS_FOR_SCRIPTS["open.stopped"])
    tab.evaluate("release()")
    tab.wait_until("() => document.activeElement.matches('[data-fii-action=open]')")
    assert not tab.is_visible(STOP)
    assert not tab.is_visible("[data-fii-preview]")
    holds(tab, {"s1-02": ("rood", "")})


def test_another_file_takes_its_place(tab: ChromiumTab, tmp_path: Path) -> None:
    hold(tab, 30)
    offer(tab, as_file(tmp_path, LARGE, NAME))
    is_held(tab, "open.reading")
    tab.evaluate("(holdFrom = Infinity)")  # the turn that is held stays so
    offer(tab, as_file(tmp_path, dossier({"s1-02": {"choice": "groen"}}), "klein.json"))
    assert "klein.json" in previewed(tab)
    tab.evaluate("release()")
    tab.click("[data-fii-action=apply]")
    holds(tab, {"s1-02": ("groen", "")})


@pytest.mark.parametrize(("turns", "key"), [(10, "open.taking"), (None, "open.keeping")])
def test_a_tab_that_closes_meanwhile_has_all_or_nothing(tab: ChromiumTab, tmp_path: Path, turns: int, key: str) -> None:
    offer(tab, as_file(tmp_path, LARGE, NAME))
    previewed(tab)
    before = records(tab)
    if turns:
        hold(tab, turns)
    else:  # in memory, and not yet on its way to the store
        tab.evaluate("(holdWord = 'stap 2 van 2')")
    tab.click("[data-fii-action=apply]")
    is_held(tab, key)
    assert tab.is_visible(STOP) == (key == "open.taking")
    assert records(tab) == before
    tab.reload()
    holds(tab, {"s1-02": ("rood", "")})
    assert records(tab) == before


def test_all_of_it_is_taken_over_in_many_turns(tab: ChromiumTab, tmp_path: Path) -> None:
    offer(tab, as_file(tmp_path, LARGE, NAME))
    previewed(tab)
    reading = tab.evaluate("turns")
    assert reading > 100
    tab.click("[data-fii-action=apply]")
    tab.has_text(PROGRESS, WORDS_FOR_SCRIPTS["open.done"].replace("{bestand}", NAME))
    assert tab.evaluate("turns") > reading + 10
    kept(tab)
    assert records(tab) >= MANY
    tab.has_text("[data-fii-lapsed]", WORDS_FOR_SCRIPTS["lapsed.more.n"].replace("{aantal}", str(MANY - 200)))
