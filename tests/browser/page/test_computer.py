"""The page that looks at what this browser can do: a whole one, one in which things are withheld, and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from fii_widgets.words.computer import CHECKS, FOR_SCRIPTS
from tests.browser import axe, driver
from tests.browser.conftest import Launch, Place
from tests.browser.served import Server

ADDRESS = "over/mijn-computer/"
STATES = """() => Object.fromEntries([...document.querySelectorAll('[data-fii-check]')]
  .map((line) => [line.dataset.fiiCheck, line.dataset.state ?? '']))"""
DONE = "() => !document.querySelector('[data-fii-report-box]').hidden && !document.querySelector('[data-fii-action=begin]').disabled"
#: what an unsound browser lacks, put in before the page's own scripts
LACKING = """delete Object.getPrototypeOf(navigator).locks; globalThis.BroadcastChannel = undefined;
Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
WebAssembly.instantiate = () => Promise.reject(new Error('no'));"""


def look(tab: driver.Tab) -> dict[str, str]:
    tab.click("[data-fii-action=begin]")
    tab.wait_until(DONE, seconds=90)
    return dict(tab.call(STATES))


def test_a_sound_browser_is_good_after_a_reload_and_a_file(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind).tab()
    tab.goto(place.url(ADDRESS))
    states = look(tab)
    assert set(states) == set(CHECKS)
    assert {id_: state for id_, state in states.items() if state not in ("goed", "hier")} == {
        "reload": "later",
        "file": "later",
    }
    assert states["clock"] == ("goed" if place.kind == "http" else "hier")
    file = tab.download("[data-fii-action=make-file]")
    tab.upload("[data-fii-file]", file)
    tab.wait_until("() => document.querySelector('[data-fii-check=file]').dataset.state === 'goed'")
    tab.reload()
    states = look(tab)
    assert states["reload"] == "goed"
    assert tab.evaluate("localStorage.getItem('fii-computer')") is None
    report = tab.evaluate("document.querySelector('[data-fii-report]').value")
    assert all(f"({id_})" in report for id_ in CHECKS)
    assert "Mozilla/" in report


def test_what_is_withheld_does_not_work_and_says_what_to_do(launch: Launch, server: Server) -> None:
    tab = launch("chromium", init=LACKING).tab()
    tab.goto(f"{server.url}/{ADDRESS}")
    states = look(tab)
    wrong = {id_ for id_, state in states.items() if state == "niet"}
    assert wrong == {"text-store", "reload", "locks", "tabs", "wasm"}
    tab.has_text("[data-fii-told]", FOR_SCRIPTS["computer.wrong.n"].replace("{aantal}", "5"))
    seen = "() => [...document.querySelectorAll('[data-fii-advice]')].filter((one) => one.checkVisibility()).length"
    assert tab.call(seen) == len(wrong)


def test_another_file_than_the_one_that_was_made_is_no_proof(launch: Launch, server: Server, tmp_path: Path) -> None:
    tab = launch("chromium").tab()
    tab.goto(f"{server.url}/{ADDRESS}")
    other = tmp_path / "x.json"
    other.write_text("{}", "utf-8")
    tab.upload("[data-fii-file]", other)
    tab.wait_until("() => document.querySelector('[data-fii-check=file]').dataset.state === 'niet'")


@pytest.fixture
def page(chromium: Browser, server: Server) -> Page:
    made = chromium.new_page()
    made.add_init_script(path=axe.AXE)
    made.goto(f"{server.url}/{ADDRESS}")
    return made


def test_axe_finds_nothing_before_and_after(page: Page) -> None:
    assert not axe.violations(page)
    page.click("[data-fii-action=begin]")
    page.wait_for_function(DONE, timeout=90_000)
    assert not axe.violations(page)
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_without_scripts_all_advice_is_read(chromium: Browser, server: Server) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.url}/{ADDRESS}")
    assert "voert geen scripts uit" in page.inner_text(".fii-computer")
    assert page.locator("[data-fii-advice]:visible").count() == len(CHECKS)
    page.context.close()
