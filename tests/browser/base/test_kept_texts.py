"""What stands in localStorage and is no work of ours keeps no page from working: trainers, proefbank, a long list, a note."""

import pytest

from tests.browser.conftest import Shared
from tests.browser.served import Server
from tests.proof.hostile.stores import TEXTS

pytestmark = pytest.mark.no_python

#: key → the page that reads it, and what works there
PLACES = {
    "fii-bijeenkomst:handboek-fii": ("trainers/", "[data-fii-widget=session] button"),
    "fii-proefbank:handboek-fii": ("proefbank/", "[data-fii-widget=trial] textarea"),
    "fii-delen:handboek-fii": ("checklists/cfir/", "[data-fii-widget=instrument] input"),
    "fii-notitie:handboek-fii fii-dossier:handboek-fii": ("dossier/", "[data-fii-own-note]"),
}
LIVE = "(s) => [...document.querySelectorAll(s)].some((one) => !one.matches(':disabled'))"


@pytest.mark.parametrize("key", PLACES)
def test_a_text_of_somebody_else_is_not_believed(shared: Shared, server: Server, key: str, full: bool) -> None:
    browser = shared("chromium")
    tab = browser.tab()
    page, control = PLACES[key]
    tab.goto(f"{server.url}/{page}")
    before = len(browser.seen.errors())
    for text in TEXTS if full else TEXTS[::5]:
        tab.call("([key, text]) => localStorage.setItem(key, text)", [key, text])
        tab.goto(f"{server.url}/{page}")
        tab.wait_until(LIVE, control)
    tab.call("(key) => localStorage.removeItem(key)", key)
    assert browser.seen.errors()[before:] == []
    tab.close()
