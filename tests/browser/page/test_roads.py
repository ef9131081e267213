"""Three people come in at the start page: what each needs first is three presses away, on a laptop and on a phone."""

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser.handbook import started, visit
from tests.browser.served import Server

MOST = 3
PRINT = "window.print = () => document.documentElement.setAttribute('data-test-printed', '')"
#: the summary comes from Python
PYTHON = 120_000

SIZES = {"laptop": (1280, 800), "phone": (390, 844)}


def on(where: str) -> pytest.MarkDecorator:
    """`make test` goes this road on one of the two, `make test-full` on both."""
    others = {name: () if name == where else pytest.mark.full for name in SIZES}
    return pytest.mark.parametrize("size", [pytest.param(SIZES[n], id=n, marks=mark) for n, mark in others.items()])


class Reader:
    """Someone on the start page; presses are counted."""

    def __init__(self, tab: Page, base: str) -> None:
        self.tab, self.presses = tab, 0
        tab.add_init_script(PRINT)
        visit(tab, f"{base}/")

    def road(self, heading: str) -> Locator:
        """The links under a heading, which stands on the first screen, on a phone on the first two."""
        found = self.tab.get_by_role("heading", name=heading)
        box, window = found.bounding_box(), self.tab.viewport_size
        assert box is not None
        assert window is not None
        assert box["y"] + box["height"] <= window["height"] * (1 if window["width"] > 600 else 2)
        return found.locator("..")

    def press(self, what: Locator) -> None:
        what.click()
        self.presses += 1
        started(self.tab)

    def has(self, what: Locator) -> None:
        what.first.wait_for(timeout=PYTHON)
        assert self.presses <= MOST
        self.tab.context.close()


@pytest.fixture
def reader(chromium: Browser, server: Server, size: tuple[int, int]) -> Reader:
    return Reader(chromium.new_page(viewport={"width": size[0], "height": size[1]}), server.url)


@on("laptop")
def test_a_new_project_leader_hears_in_which_phase_to_begin(reader: Reader) -> None:
    reader.press(reader.road("Ik begin een traject").get_by_role("link", name="twee vragen"))
    reader.press(reader.tab.get_by_role("radio", name="Ja").nth(0))
    reader.press(reader.tab.get_by_role("radio", name="Nee").nth(1))
    reader.has(reader.tab.locator("[data-fii-summary]").get_by_text("begint bij fase 2"))


@on("phone")
def test_a_team_in_trouble_in_phase_4_hears_what_to_do_about_a_red_light(reader: Reader) -> None:
    reader.press(reader.road("Ik ben al bezig").get_by_role("link", name="het stoplicht van uw fase"))
    reader.press(reader.tab.get_by_role("link", name="Stoplicht fase 4, Versterken"))
    reader.tab.wait_for_url("**/checklists/stoplicht-4/")
    started(reader.tab)
    reader.press(reader.tab.get_by_role("radio", name="Rood").first)
    reader.has(reader.tab.locator("[data-fii-summary]").get_by_text("Loop de niveaus langs"))


@on("laptop")
def test_a_trainer_prints_a_case_to_hand_out(reader: Reader) -> None:
    reader.press(reader.road("Ik geef training").get_by_role("link", name="De pagina voor trainers"))
    reader.press(reader.tab.locator("[data-fii-results] li button").first)
    reader.press(reader.tab.get_by_role("button", name="Druk de kaarten af"))
    reader.has(reader.tab.locator("html[data-test-printed]"))


@on("phone")
def test_a_fourth_press_is_too_many(reader: Reader) -> None:
    reader.presses = MOST + 1
    with pytest.raises(AssertionError):
        reader.has(reader.tab.get_by_role("heading", name="Ik zoek iets"))
