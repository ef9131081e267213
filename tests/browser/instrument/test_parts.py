"""A long list in parts: one section at a time or what is still open, remembered; on paper, and for what is not kept, all."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import AXE, violations
from tests.browser.conftest import Launch, Place
from tests.browser.driver import Tab
from tests.browser.handbook import box, choose, goto, kept, page_of, visit
from tests.browser.printed import letters, squeeze
from tests.browser.served import Server

LIST = "gereedheid"
KEY = "fii-delen:handboek-fii"
BOTH = pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=True)
#: the first of these tests shows that the other browser does it; all of it in the full run
CHROMIUM = pytest.mark.parametrize(
    ("kind", "place"),
    [("chromium", "http"), pytest.param("firefox", "file", marks=pytest.mark.full)],
    indirect=True,
)
#: the numbers of the points that are seen
SEEN = """(box) => [...document.querySelectorAll(`${box} .fii-section .fii-item`)].filter((e) => e.checkVisibility())
  .map((e) => Number(e.querySelector('.fii-item__number').textContent))"""
#: the part that is chosen, and what is said of each
CHOSEN = "(box) => document.querySelector(`${box} .fii-delen [aria-pressed=true]`).textContent.trim()"
ENTRIES = "(box) => [...document.querySelectorAll(`${box} .fii-delen__deel`)].map((e) => e.textContent.replace(/\\s+/g, ' ').trim())"
A, B, C = range(1, 4), range(4, 7), range(7, 10)
ALL = range(1, 28)


def shows(tab: Tab, numbers: object) -> None:
    wanted = list(numbers)  # type: ignore[call-overload]
    tab.wait_until(
        f"(box, wanted) => JSON.stringify(({SEEN})(box)) === JSON.stringify(wanted)", box(LIST), wanted, seconds=20
    )


def part(tab: Tab, number: int) -> None:
    """Press a part; 0 for all."""
    tab.click(f"{box(LIST)} .fii-delen li:nth-child({number + 1}) button")


def only_open(tab: Tab) -> None:
    tab.click(f"{box(LIST)} .fii-delen__alleen input")


def entries(tab: Tab) -> list[str]:
    return list(tab.call(ENTRIES, box(LIST)))


@pytest.mark.no_python
@BOTH
def test_a_list_is_done_part_by_part(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind).tab()
    goto(tab, page_of(place, LIST))
    shows(tab, ALL)
    assert entries(tab)[:2] == ["Alles", "A. Cultuur 0 van 3 ingevuld"]
    assert len(entries(tab)) == 8
    part(tab, 2)
    shows(tab, B)
    assert tab.evaluate("document.activeElement.textContent").startswith("B. Organisatorische kaders")
    choose(tab, "g-04", "ja")
    tab.has_text(f"{box(LIST)} .fii-delen li:nth-child(3)", "1 van 3")
    tab.click(f"{box(LIST)} .fii-delen__verder button")
    shows(tab, C)
    assert tab.evaluate("document.activeElement.textContent") == "C. Financiering"
    kept(tab)
    tab.reload()
    shows(tab, C)
    assert tab.call(CHOSEN, box(LIST)).startswith("C. Financiering")
    tab.evaluate("location.hash = 'g-02'")  # a link to a point in another part
    shows(tab, A)
    assert tab.call(
        "(id) => document.querySelector(`[data-fii-item=${id}]`).getBoundingClientRect().top < innerHeight", "g-02"
    )
    part(tab, len(entries(tab)) - 1)
    tab.wait_until("(box) => document.querySelector(`${box} .fii-delen__verder`).hidden", box(LIST))
    part(tab, 0)
    shows(tab, ALL)


@pytest.mark.no_python
@CHROMIUM
def test_what_was_just_answered_stays_under_the_hand(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind).tab()
    goto(tab, page_of(place, LIST))
    choose(tab, "g-01", "ja")
    only_open(tab)
    told = f"{box(LIST)} [data-fii-progress]"
    tab.has_text(told, "Hier zijn nog 26 punten niet ingevuld.")
    shows(tab, ALL[1:])
    choose(tab, "g-02", "nee")
    kept(tab)
    shows(tab, ALL[1:])
    choose(tab, "g-07", "wettelijk")
    only_open(tab)
    shows(tab, ALL)
    only_open(tab)
    # point 9 is of another answer to point 7 than this one
    tab.wait_until(
        f"(box) => {{ const seen = ({SEEN})(box); return !seen.includes(2) && !seen.includes(7) && !seen.includes(9) && seen.includes(8); }}",
        box(LIST),
    )
    assert entries(tab)[3] == "C. Financiering 1 van 2 ingevuld"
    choose(tab, "g-08", "ja")
    seen = tab.call(SEEN, box(LIST))
    assert 8 in seen
    kept(tab)
    tab.reload()
    shows(tab, [number for number in seen if number != 8])
    tab.click(f"{box(LIST)} .fii-delen li:nth-child(4) button")
    shows(tab, [])
    assert tab.is_visible(f"{box(LIST)} .fii-delen__leeg")


@pytest.mark.no_python
@CHROMIUM
def test_a_text_that_is_not_kept_never_goes_out_of_sight(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind).tab()
    goto(tab, page_of(place, LIST))
    tab.click(f"{box(LIST)} [data-fii-item=g-01] [data-fii-note-toggle]")
    tab.call(
        """(s) => { const field = document.querySelector(s); field.value = 'a'.repeat(Number(field.dataset.fiiLongest) + 5);
        for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true })); }""",
        f"{box(LIST)} [name='g-01.note']",
    )
    tab.wait_until(
        "(s) => document.querySelector(s).getAttribute('aria-invalid') === 'true'", f"{box(LIST)} [name='g-01.note']"
    )
    part(tab, 2)
    shows(tab, [1, *B])
    choose(tab, "g-01", "ja")
    part(tab, 0)
    only_open(tab)
    shows(tab, ALL)


@pytest.mark.no_python
@CHROMIUM
def test_a_list_that_is_being_changed_shows_all(launch: Launch, kind: str, place: Place) -> None:
    tab = launch(kind).tab()
    goto(tab, page_of(place, LIST))
    part(tab, 2)
    shows(tab, B)
    tab.click(f"{box(LIST)} [data-fii-own-edit]")
    shows(tab, ALL)
    assert not tab.is_visible(f"{box(LIST)} .fii-delen")
    tab.click(f"{box(LIST)} [data-fii-item=g-05] [data-fii-own-action=hide]")
    tab.click(f"{box(LIST)} [data-fii-section=g-kaders] > [data-fii-own-tool] textarea")
    tab.type("De wethouder doet mee.")
    tab.click(f"{box(LIST)} [data-fii-section=g-kaders] > [data-fii-own-tool] button")
    tab.wait_until("(box) => document.querySelector(`${box} [data-fii-item*='.e-']`) !== null", box(LIST))
    tab.click(f"{box(LIST)} [data-fii-own-edit]")
    shows(tab, range(4, 7))  # one less of the handbook, one more of the team
    assert entries(tab)[2] == "B. Organisatorische kaders 0 van 3 ingevuld"


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    context = chromium.new_context(base_url=server.url)
    context.set_default_timeout(60_000)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def press(page: Page, name: str) -> None:
    page.locator(".fii-delen__deel").filter(has_text=name).click()


def test_a_printer_gets_the_whole_list(page: Page) -> None:
    visit(page, f"/checklists/{LIST}/")
    press(page, "C. Financiering")
    sheets = letters(page.pdf())
    for text in page.locator(".fii-item__text").all_text_contents():
        assert squeeze(text) in sheets
    assert squeeze("Alleen wat nog niet is ingevuld") not in sheets
    assert squeeze("Volgende deel") not in sheets


def test_a_browser_that_remembers_nothing_or_something_strange(chromium: Browser, server: Server, full: bool) -> None:
    strange = [
        "",
        "null",
        "[]",
        '{"gereedheid": 5}',
        '{"gereedheid": ["geen", "ja"]}',
        '{"gereedheid": [[], true',
        '"x"',
    ]
    scripts = [f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(one)})" for one in strange]
    refused = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    for script in [*(scripts if full else scripts[-2:]), refused]:
        context = chromium.new_context(base_url=server.url)
        context.add_init_script(script)
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error, wrong=wrong: wrong.append(str(error)))  # type: ignore[misc]
        visit(page, f"/checklists/{LIST}/")
        assert page.locator(".fii-section .fii-item:visible").count() == len(ALL), script
        press(page, "A. Cultuur")
        assert page.locator(".fii-section .fii-item:visible").count() == len(A), script
        assert wrong == [], script
        context.close()


@pytest.mark.no_python
def test_points_of_another_answer_are_not_open(page: Page) -> None:
    visit(page, "/checklists/pijlers/")
    page.locator("input[name='pi-fase'][value='inrichten']").check(force=True)
    first = page.locator(".fii-delen__deel").filter(has_text="Alleen in fase 1 Verkennen")
    first.filter(has_text="nu niet").wait_for()
    page.locator(".fii-delen__alleen input").check()
    seen = page.locator(".fii-section:visible > .fii-section__title").all_text_contents()
    assert "Alleen in fase 2 Inrichten" in seen
    assert not [title for title in seen if title.startswith("Alleen in fase") and "Inrichten" not in title]


@pytest.mark.parametrize(
    "url", [pytest.param("/checklists/gereedheid/", marks=pytest.mark.full), "/dossier/#condities"]
)
def test_axe_finds_nothing_in_a_list_in_parts(page: Page, url: str) -> None:
    visit(page, url)
    page.locator(".fii-delen").wait_for()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator(".fii-delen__deel").nth(2).click()
    for which in page.locator(".fii-section:visible .fii-item").all():
        which.locator("label.fii-choice--rood").click()
    page.locator(".fii-finding--rood").first.wait_for()
    for fold in page.locator(".fii-summary details").all():
        fold.evaluate("(e) => { e.open = true; }")
    assert violations(page) == []


def test_on_a_phone_the_parts_fold_out_of_one_button(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, f"/checklists/{LIST}/")
    toggle = page.locator(".fii-delen__knop")
    assert page.locator(".fii-delen__deel:visible").count() == 0
    toggle.click()
    assert toggle.get_attribute("aria-expanded") == "true"
    small = "(all) => all.filter((e) => e.getBoundingClientRect().height < 44).map((e) => e.textContent)"
    assert page.locator(".fii-delen__deel, .fii-delen__alleen").evaluate_all(small) == []
    press(page, "B. Organisatorische kaders")
    assert page.locator(".fii-delen__deel:visible").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "B. Organisatorische kaders"
    assert toggle.text_content() == "Deel: B. Organisatorische kaders"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_short_list_and_one_with_rows_are_as_they_were(page: Page) -> None:
    for one in ("stoplicht-1", "implementatieplan", "opdrachtkaart"):
        visit(page, f"/checklists/{one}/")
        assert page.locator(".fii-delen").count() == 0


#: how far below the top of the summary the first of what stands out ends, with what says how many more there are
ENDS = """() => { const box = document.querySelector('.fii-instrument .fii-summary');
  return document.querySelector('.fii-meer--stands_out').getBoundingClientRect().bottom - box.getBoundingClientRect().top; }"""


@pytest.mark.parametrize(
    ("url", "most"),
    [("/checklists/gereedheid/", 800), pytest.param("/dossier/#gereedheid", 880, marks=pytest.mark.full)],
)
def test_ten_red_points_are_told_in_a_screen(page: Page, url: str, most: int) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    visit(page, url)
    page.locator(".fii-delen").wait_for()
    reds = page.locator(".fii-section .fii-item label.fii-choice--rood")
    for at in range(10):
        reds.nth(at).click()
    page.locator(".fii-meer--stands_out > summary").filter(has_text="Nog 8 punten").wait_for()
    assert page.evaluate(ENDS) <= most
    page.locator(".fii-meer--stands_out > summary").click()
    assert page.locator(".fii-finding--rood:visible").count() == 10
    # an answer more, and what was opened is still open, also where the words of its name changed
    first = page.locator(".fii-finding--rood > details").first
    first.locator("summary").click()
    reds.nth(10).click()
    page.locator(".fii-meer--stands_out > summary").filter(has_text="Nog 9 punten").wait_for()
    assert page.locator(".fii-meer--stands_out").get_attribute("open") is not None
    assert first.get_attribute("open") is not None
