"""Every instrument, one user's task each: filled in by keyboard and hand, half and full, to a report for a meeting.

A new YAML file in checklists/ is tested by existing: nothing here names an instrument but the tasks, and those
are compared with the files both ways.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import AXE, LOOKS, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, forget_all, go, goto, holds, kept, ready, sums_up, unfold, visit
from tests.browser.instrument.test_paper import SMALL
from tests.browser.printed import letters, squeeze
from tests.browser.served import Server
from tests.written import IDS

#: instrument → who does what with it
TASKS = {
    "startpunt": "a project leader finds the phase in which a trajectory begins",
    "opdrachtkaart": "a policy officer writes down the question behind the question",
    "stoplicht-1": "a core team sets the lights at the end of phase 1",
    "stoplicht-2": "a core team sets the lights at the end of phase 2",
    "stoplicht-3": "a core team sets the lights at the end of phase 3",
    "stoplicht-4": "a core team sets the lights at the end of phase 4",
    "stoplicht-5": "a core team sets the lights at the end of phase 5",
    "stoplicht-6": "a core team sets the lights at the end of phase 6",
    "shortlist": "an account holder lays four organisations side by side",
    "gereedheid": "a project leader prepares the talk with a candidate",
    "plan-van-aanpak": "two organisations divide the work",
    "eigenaarschap": "a team reflects on who feels owner",
    "balans": "designers weigh innovation against what can be done",
    "methodiekbeschrijving": "designers find what their description lacks",
    "bruikbaarheid": "designers test whether the method can be taught",
    "sleutelfiguren": "a project leader maps who matters on each level",
    "draagkracht": "a project leader takes the pulse after a meeting",
    "implementatieteam": "two managers compose the team",
    "selectie-training-coaching": "a trainer plans in the right order",
    "borging": "a quality officer checks what keeps the method alive",
    "pijlers": "a manager looks at the three pillars",
    "cfir": "a researcher goes through the 39 factors",
    "condities": "a neighbourhood team says what helps and what hinders",
    "implementatieplan": "a policy officer writes the plan for the city",
    "strategie": "a steering group makes six choices",
    "outputmonitor": "an analyst lays targets beside what was reached",
    "monitoringeisen": "an analyst checks the monitor itself",
    "kadersspiegel": "a manager looks in the mirror of narrow and broad",
    "logboek": "a secretary writes down decisions",
}
#: alike to another of the list in shape and way of working; `make test-full` has them too
ALIKE = {
    "stoplicht-2", "stoplicht-3", "stoplicht-4", "stoplicht-5", "stoplicht-6", "eigenaarschap", "methodiekbeschrijving",
    "bruikbaarheid", "draagkracht", "selectie-training-coaching", "condities", "implementatieplan", "strategie", "monitoringeisen",
    "opdrachtkaart", "gereedheid", "balans", "implementatieteam", "borging", "pijlers", "shortlist", "sleutelfiguren", "cfir",
    "kadersspiegel", "plan-van-aanpak",
}  # fmt: skip
#: Choose and write something of its own in each item, up to a share of them; give what was written and chosen.
FILL = """([share, box]) => { const items = [...document.querySelectorAll(`${box} [data-fii-item]`)].filter((e) => e.checkVisibility());
  const written = [], chosen = [];
  items.slice(0, Math.ceil(items.length * share)).forEach((item, at) => {
    const radios = [...item.querySelectorAll('input[type=radio]:not([value=""])')];
    if (radios.length) {
      const label = radios[at % radios.length].closest('label');
      label.click();
      chosen.push(label.innerText.trim());
    }
    const line = radios.length ? null : item.querySelector('textarea, input:not([type=radio])');
    if (!line) return;
    line.value = line.type === 'date' ? '2026-11-22' : line.inputMode === 'decimal' ? String(100 + at) : `Eigen woord ${at}x`;
    if (line.value.includes('woord')) written.push(line.value);
    for (const kind of ['input', 'change']) line.dispatchEvent(new Event(kind, {bubbles: true}));
  });
  return {written, chosen: [...new Set(chosen)]}; }"""
HEARD = """() => { window.heard = [];
  for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]'))
    new MutationObserver(() => region.textContent.trim() && window.heard.push(region.textContent))
      .observe(region, {childList: true, characterData: true, subtree: true}); }"""
#: names of the controls that a reader can reach; of a group of radio buttons the one that Tab stops at
#: what is answered: it has a name; the check box above a long list has none
REACHABLE = """() => [...new Set([...document.querySelectorAll('.fii-form :is(input, textarea, select)')]
  .filter((e) => e.name && e.checkVisibility()).map((e) => e.name))]"""
ROWS = ".fii-form [data-fii-rows]"
ADD_ROW = f"{ROWS} [data-fii-add-row]"
#: of the section with this button: its rows that are seen, and whether the focus stands in the last of them
ROWS_SEEN = f"(at) => [...document.querySelectorAll('{ADD_ROW}')][at].closest('[data-fii-rows]').querySelectorAll('[data-fii-row]:not(.is-unused)').length"
IN_LAST_ROW = f"(at) => [...[...document.querySelectorAll('{ADD_ROW}')][at].closest('[data-fii-rows]').querySelectorAll('[data-fii-row]:not(.is-unused)')].at(-1).contains(document.activeElement)"
#: where a row begins with a date: on to its first line
TO_A_LINE = """() => document.activeElement.matches('input[type=date]')
  && document.activeElement.closest('[data-fii-row]').querySelector('textarea, input[type=text]').focus()"""
SHOWN = "[data-fii-summary] > :not(.fii-summary__first, noscript, [data-fii-step])"


@pytest.fixture
def page(chromium: Browser, server: Server) -> Iterator[Page]:
    context = chromium.new_context(base_url=server.url, reduced_motion="reduce")
    context.add_init_script("window.print = () => undefined")
    context.add_init_script(path=AXE)
    context.set_default_timeout(90_000)
    yield context.new_page()
    context.close()


def test_each_instrument_has_its_task() -> None:
    assert set(TASKS) == set(IDS)
    assert set(TASKS) >= ALIKE


@pytest.mark.parametrize(
    "instrument", [pytest.param(one, marks=pytest.mark.full) if one in ALIKE else one for one in TASKS]
)
def test_task(page: Page, instrument: str, full: bool) -> None:
    visit(page, f"/checklists/{instrument}/")
    page.locator("html.js [data-fii-status]").first.filter(has_text=".").wait_for()
    assert by_keyboard(page) == []
    page.evaluate(FILL, [0.5, ".fii-form"])
    page.locator(SHOWN).first.wait_for(timeout=90_000)
    # axe: full, in one look by turns; `make test-full` has all, and half filled in
    found = violations(page, LOOKS[:1]) if full else []
    given = page.evaluate(FILL, [1, ".fii-form"])
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    found += violations(page, LOOKS if full else [LOOKS[list(TASKS).index(instrument) % 2]])
    assert found == []
    assert page.evaluate(SMALL) == []
    added = with_rows(page)
    report = printed(page)
    title = page.locator("h1").inner_text()
    assert lacking(report, [title, *given["written"], *given["chosen"], *added]) == []


def with_rows(page: Page) -> list[str]:
    """Ask for one row more wherever there can be one, by keyboard, and write in it; give what was written."""
    written = []
    for at, button in enumerate(page.locator(ADD_ROW).all()):
        if button.is_hidden():
            continue
        before = page.evaluate(ROWS_SEEN, at)
        button.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(ROWS_SEEN, at) == before + 1
        assert page.evaluate(IN_LAST_ROW, at), "the row that was added has the focus"
        page.evaluate(TO_A_LINE)
        written.append(f"Rij erbij {at}y")
        page.keyboard.insert_text(written[-1])
        page.keyboard.press("Tab")
    for words in written:
        page.locator("[data-fii-summary]").filter(has_text=words).first.wait_for(timeout=90_000)
    return written


def lacking(report: str, wanted: list[str]) -> list[str]:
    return [words for words in wanted if squeeze(words) not in report]


def by_keyboard(page: Page) -> list[str]:
    """Walk the form by Tab, choose by arrow and write; give what could not be reached, or was said twice."""
    wanted = page.evaluate(REACHABLE)
    page.evaluate(HEARD)
    page.evaluate(
        "document.querySelector('.fii-form').setAttribute('tabindex', '-1'); document.querySelector('.fii-form').focus()"
    )
    reached: list[str] = []
    for _ in range(3 * len(wanted) + 10):
        page.keyboard.press("Tab")
        inside, name = page.evaluate(
            "[Boolean(document.activeElement.closest('.fii-form')), document.activeElement.name ?? '']"
        )
        if not inside and reached:
            break
        if name:
            reached.append(name)
    missed = [name for name in wanted if name not in reached]
    choice = page.locator(".fii-form input[type=radio]").first
    if choice.count():
        choice.focus()
        page.keyboard.press("ArrowRight")
        missed += said_twice(page)
    line = page.locator(".fii-form :is(textarea, input[type=text]:not([inputmode]))").locator("visible=true").first
    if line.count():
        line.focus()
        page.keyboard.insert_text("Met de toetsen")
        missed += said_twice(page)
        page.keyboard.press("Tab")
        # to leave the field is no change: what was said still stands, and nothing is said again
        assert page.locator("[data-fii-progress]").first.inner_text() != ""
        missed += page.evaluate("window.heard")
    return missed


def said_twice(page: Page) -> list[str]:
    """Wait until a change was told; give what was said besides."""
    ChromiumTab(page, Path()).wait_until("() => window.heard.length > 0", seconds=90)
    heard: list[str] = page.evaluate("window.heard.splice(0)")
    return heard[1:]


def printed(page: Page) -> str:
    page.locator("[data-fii-action=print]").first.click()
    page.locator(".fii-sheet").wait_for(state="attached", timeout=90_000)
    return letters(page.pdf(prefer_css_page_size=True))


def test_a_row_more_comes_by_enter_has_the_focus_and_is_kept(page: Page) -> None:
    tab = ChromiumTab(page, Path())
    visit(page, "/checklists/shortlist/")
    ready(tab)
    most = page.locator(f"{ROWS} [data-fii-row]").count()
    go(tab, f"(e) => e.matches('{ADD_ROW}')")
    seen = page.evaluate(ROWS_SEEN, 0)
    tab.press("Enter")
    assert page.evaluate(ROWS_SEEN, 0) == seen + 1
    assert page.evaluate("document.activeElement.name") == f"sl-01@{seen + 1}.note"
    page.keyboard.insert_text("Stichting Erbij")
    tab.press("Tab")
    sums_up(tab, "shortlist", "Stichting Erbij")
    for row in range(seen + 2, most + 1):
        page.locator(ADD_ROW).focus()
        tab.press("Enter")
        assert page.evaluate(ROWS_SEEN, 0) == row
        assert page.locator(ADD_ROW).is_visible() == (row < most)
    kept(tab)
    tab.reload()
    ready(tab)
    holds(tab, {f"sl-01@{seen + 1}": ("", "Stichting Erbij")})
    assert page.evaluate(ROWS_SEEN, 0) == seen + 1  # an empty row stays for as long as the page is open
    assert page.locator(ADD_ROW).is_visible()


def test_a_report_that_lacks_words_is_refused(page: Page) -> None:
    visit(page, "/checklists/logboek/")
    page.locator("html.js [data-fii-status]").first.filter(has_text=".").wait_for()
    given = page.evaluate(FILL, [1, ".fii-form"])
    page.locator(SHOWN).first.wait_for(timeout=90_000)
    report = printed(page)
    assert lacking(report, [*given["written"], *given["chosen"]]) == []
    assert given["written"]
    assert given["chosen"]
    assert lacking(report, ["Eigen woord 999x", "Een keuze die er niet is"]) == [
        "Eigen woord 999x",
        "Een keuze die er niet is",
    ]


@pytest.mark.parametrize("kind", [pytest.param("chromium", marks=pytest.mark.full), "firefox"])
def test_all_work_on_the_dossier_page_of_the_offline_copy(shared: Shared, kind: str, offline_copy_place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, offline_copy_place)
    goto(tab, offline_copy_place.url(DOSSIER))
    for instrument in TASKS:
        unfold(tab, instrument)
        tab.call(f"(a) => ({FILL})(a)", [0.01, f'[data-fii-id="{instrument}"] .fii-form'])
    tab.wait_until(
        """() => [...document.querySelectorAll('[data-fii-widget=instrument] [data-fii-summary]')]
        .every((e) => e.querySelector(':scope > :not(.fii-summary__first, noscript, [data-fii-step])'))""",
        seconds=120,
    )
    kept(tab)
    assert tab.call("() => document.querySelectorAll('[data-fii-failed]').length") == 0
    forget_all(tab, offline_copy_place)
    tab.close()
