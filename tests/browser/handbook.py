"""What a reader does and sees in the handbook, in words a test can use. The only place that knows its hooks."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place
from tests.browser.driver import Tab
from tests.browser.driver.tab import PATIENCE
from tests.written import instruments

INSTRUMENTS = ("startpunt", "stoplicht-1", "gereedheid")
#: instrument → pages that explain it and carry it
EXPLAINED = {
    "startpunt": ["model/startpunt/", "model/1-signaleren/1a-opdrachtgever/"],
    "stoplicht-1": ["model/1-signaleren/"],
    "gereedheid": ["model/2-verkennen/2a-shortlist/", "model/2-verkennen/2b-overeenkomst/"],
}
DOSSIER = "dossier/"
#: true when every part of a page is there: its widgets, the menu, search and terms
STARTED = "() => document.documentElement.hasAttribute('data-fii-started')"
#: how often a key is pressed at most to come somewhere
MOST_STEPS = 300
#: how much wider a page is than its window, and some of what sticks out
WIDER = """() => [document.documentElement.scrollWidth - document.documentElement.clientWidth,
  ...[...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
    && getComputedStyle(e).visibility !== 'hidden' && e.getClientRects().length).slice(0, 3).map((e) => e.outerHTML.slice(0, 120))]"""
#: what the tests fill in: item → (choice, note)
GIVEN: dict[str, dict[str, tuple[str, str]]] = {
    "startpunt": {"sp-01": ("ja", ""), "sp-02": ("nee", "")},
    "stoplicht-1": {
        "s1-01": ("groen", ""),
        "s1-02": ("rood", "De wethouder beslist later: ‘ooit’ & <b>é</b>."),
        "s1-03": ("oranje", ""),
        "s1-09": ("nvt", ""),
    },
    "gereedheid": {
        "g-kandidaat": ("", "Wijkteam Zuid"),
        "g-01": ("ja", ""),
        "g-02": ("nee", ""),
        "g-07": ("wettelijk", ""),
    },
}
#: what the summaries then say, as a reader reads it
SENTENCES = {
    "startpunt": ["Opdracht zonder bekende organisatie", "U slaat fase 1 over en begint bij fase 2."],
    "stoplicht-1": [
        "1 punt staat op rood en 1 punt staat op oranje.",
        "De ontvangende organisatie staat op de opdrachtkaart",
        "Uw notitie: De wethouder beslist later: ‘ooit’ & <b>é</b>.",
    ],
    "gereedheid": ["Wijkteam Zuid", "Bij 1 punt is het antwoord nee.", "Geen enkel antwoord sluit een organisatie uit"],
}


def page_of(place: Place, instrument: str) -> str:
    """Where a reader fills in an instrument: on its own page, or in a folder in the one dossier."""
    return place.url(f"checklists/{instrument}/") if place.kind == "http" else place.url(DOSSIER, f"#{instrument}")


def box(instrument: str) -> str:
    return f'[data-fii-widget=instrument][data-fii-id="{instrument}"]'


def ready(tab: Tab) -> None:
    """Wait until the widgets of the page are built and hold what was kept: a fold knows its state, a status its text."""
    tab.wait_until(STARTED)
    tab.wait_until(
        "() => [...document.querySelectorAll('[data-fii-status]')].every((e) => e.textContent.trim() !== '')"
    )


def goto(tab: Tab, url: str) -> None:
    tab.goto(url)
    ready(tab)


def visit(page: Page, url: str) -> None:
    """Go to a page of the handbook with Playwright's own hand, and wait until its parts are there."""
    page.goto(url)
    started(page)


def started(page: Page | Frame) -> None:
    """Wait for the parts of a page. Not by `wait_for_function`: it evaluates text, which the policy refuses."""
    page.wait_for_selector("html[data-fii-started]", state="attached")


def see(tab: Tab, selector: str) -> None:
    """Go to the view of the dossier, and to the step of its meeting, in which something stands."""
    view, step = tab.call(
        """(s) => { const found = document.querySelector(s); const hidden = (e) => found?.closest(`${e}[hidden]`)?.id ?? '';
        return [hidden('[data-fii-view]'), hidden('[role=tabpanel]').replace('d-overleg-stap-', '')]; }""",
        selector,
    )
    if view:
        go_to_view(tab, view)
    if step:
        tab.click(f"[data-fii-step-tab={step}]")


def go_to_view(tab: Tab, view: str) -> None:
    """Choose a view of the dossier; on a phone some stand behind a button."""
    if not tab.is_visible(f"[data-fii-to={view}]"):
        tab.click("[data-fii-more]")
    tab.click(f"[data-fii-to={view}]")


def unfold(tab: Tab, *instruments: str) -> None:
    """Open lists of the dossier, as a link to them does."""
    for instrument in instruments:
        tab.call(
            "(id) => { if (location.hash === `#${id}`) history.replaceState(null, '', '#lijsten'); location.hash = id; }",
            instrument,
        )
        tab.wait_until("(id) => document.getElementById(id).matches('.is-open')", instrument)


def unfold_card(tab: Tab, instrument: str) -> None:
    """In a page that explains an instrument, unfold its card; elsewhere the form is in sight already."""
    folded = f"{box(instrument)} [data-fii-fold-button][aria-expanded=false]"
    if tab.is_visible(folded):
        tab.click(folded)


def lists_of(items: Iterable[str]) -> list[str]:
    """The instruments that these answers belong to."""
    known = {
        id_: one.id
        for one in instruments()
        for id_ in (
            *(field.id for field in one.fields),
            *(item.id for item in one.items),
            *(f"{item.id}-{asked.id}" for item in one.items for asked in one.asked),
        )
    }
    return list(dict.fromkeys(known[bare] for item in items if (bare := item.partition("@")[0]) in known))


def in_sight(tab: Tab, items: Iterable[str]) -> None:
    """On the dossier, open the lists of these items that are not in the page."""
    missing = tab.call(
        """(items) => document.querySelector('[data-fii-widget=dossier]') === null ? []
        : items.filter((item) => document.querySelector(`[data-fii-item="${item}"]`) === null)""",
        list(items),
    )
    unfold(tab, *lists_of(missing))


def choose(tab: Tab, item: str, choice: str) -> None:
    in_sight(tab, [item])
    see(tab, f'input[name="{item}"]')
    tab.click(f'label:has(> input[name="{item}"][value="{choice}"])')


def write(tab: Tab, item: str, note: str) -> None:
    """Type a note (or the text of a field), opening its place first."""
    field = f'[name="{item}.note"]'
    in_sight(tab, [item])
    see(tab, field)
    if not tab.is_visible(field):
        tab.click(f'[data-fii-item="{item}"] [data-fii-note-toggle]')
    tab.click(field)
    tab.type(note)
    tab.press("Tab")


def fill(tab: Tab, given: dict[str, tuple[str, str]]) -> None:
    for item, (choice, note) in given.items():
        if choice:
            choose(tab, item, choice)
        if note:
            write(tab, item, note)


def answer(tab: Tab, item: str) -> tuple[str, str]:
    in_sight(tab, [item])
    found = tab.call(
        """(item) => [document.querySelector(`[name="${item}"]:checked`)?.value ?? '',
        document.querySelector(`[name="${item}.note"]`)?.value ?? '']""",
        item,
    )
    return (found[0], found[1])


def holds(tab: Tab, given: dict[str, tuple[str, str]], seconds: float = PATIENCE) -> None:
    """Wait until the form shows these answers, all of them."""
    in_sight(tab, given)
    tab.wait_until(
        """(given) => Object.entries(given).every(([item, [choice, note]]) =>
        (document.querySelector(`[name="${item}"]:checked`)?.value ?? '') === choice
        && (document.querySelector(`[name="${item}.note"]`)?.value ?? '') === note)""",
        given, seconds=seconds,
    )  # fmt: skip


def is_empty(tab: Tab) -> None:
    """Wait until no form of the page shows an answer, and no list of the dossier says that it has one."""
    tab.wait_until(
        """() => [...document.querySelectorAll('[data-fii-list] > h3 [data-fii-fold-state]')].every((e) => e.textContent === 'Nog niet begonnen') && [...document.querySelectorAll('[data-fii-item] input[type=radio]:checked')].every((e) => e.value === '')
        && [...document.querySelectorAll('[data-fii-item] textarea, [data-fii-item] input[type=text]')].every((e) => e.value === '')"""
    )


def kept(tab: Tab) -> None:
    """Wait until the page says that everything given is saved in this browser."""
    sentence = WORDS_FOR_SCRIPTS["status.here"].split("{")[0]
    tab.wait_until(
        "(s) => [...document.querySelectorAll('[data-fii-status]')].every((e) => e.textContent.includes(s))", sentence
    )


def sums_up(tab: Tab, instrument: str, *sentences: str, seconds: float = 90) -> None:
    for sentence in sentences or SENTENCES[instrument]:
        tab.has_text(f"{box(instrument)} [data-fii-summary]", sentence, seconds=seconds)


def save(tab: Tab) -> Path:
    file = tab.download("[data-fii-action=save]")
    assert re.fullmatch(r"dossier-fii-\d{4}-\d\d-\d\d( ?\(\d\))?\.json", file.name)
    return file


def offer(tab: Tab, file: Path) -> None:
    """Choose a file to open."""
    tab.upload("[data-fii-file]", file)


def previewed(tab: Tab) -> str:
    tab.wait_until("() => document.querySelector('[data-fii-preview]').checkVisibility()")
    return tab.text("[data-fii-preview]")


def take(tab: Tab, file: Path) -> None:
    """Open a file in the place of what is here."""
    offer(tab, file)
    previewed(tab)
    tab.click("[data-fii-action=apply]")


def holding(tab: Tab, place: Place, folder: Path, content: Any) -> None:
    """Come to /dossier/ with this dossier in the browser, and nothing of before."""
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER))
    take(tab, as_file(folder, content))
    kept(tab)


def wipe(tab: Tab) -> None:
    see(tab, "[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe-now]")
    is_empty(tab)


def dossier(answers: dict[str, Any], **other: Any) -> dict[str, Any]:
    """A dossier as a file holds it."""
    moment = "2026-11-01T10:00:00.000Z"
    return {
        "schema": 1, "kind": "fii-dossier", "edition": "handboek-fii", "content": "0.1.0", "saved": moment,
        "answers": {item: {"at": moment, **parts} for item, parts in answers.items()}, "history": [], "actions": [],
    } | other  # fmt: skip


def as_file(folder: Path, content: Any, name: str = "dossier.json") -> Path:
    """Write a file to be opened; text and bytes as they are, everything else as JSON."""
    file = folder / name
    if not isinstance(content, bytes):
        content = (content if isinstance(content, str) else json.dumps(content)).encode()
    file.write_bytes(content)
    return file


def complains(tab: Tab, code: str, name: str = "dossier.json") -> None:
    """Wait for the one sentence about a file that cannot be opened."""
    tab.has_text("[data-fii-complaint]", WORDS_FOR_SCRIPTS[f"file.{code}"].replace("{bestand}", name))


def records(tab: Tab) -> int:
    """How many records the browser keeps for this page's origin, asked past the page's own scripts."""
    return int(
        tab.evaluate(
            """(async () => {
  const db = await new Promise((done) => { const open = indexedDB.open('fii-dossier:handboek-fii'); open.onsuccess = () => done(open.result); });
  const tx = db.transaction([...db.objectStoreNames]);
  const counts = await Promise.all([...db.objectStoreNames].map((name) => new Promise((done) => {
    const asked = tx.objectStore(name).count(); asked.onsuccess = () => done(asked.result); })));
  db.close();
  return counts.reduce((a, b) => a + b, 0);
})()"""
        )
    )


def forget_all(tab: Tab, place: Place) -> None:
    """Empty the store of a folder's dossier, which no new server address sets apart. The tab stands on it then."""
    goto(tab, place.url(DOSSIER))
    if place.kind == "file":
        wipe(tab)  # a page that still has something would write it again
        tab.evaluate(
            """(async () => { for (const { name } of await indexedDB.databases())
            await new Promise((done, fail) => { const asked = indexedDB.deleteDatabase(name); asked.onsuccess = done; asked.onerror = fail; }); })()"""
        )
        goto(tab, place.url(DOSSIER))


def ask(tab: Tab, question: str) -> list[str]:
    """Open the dialog by its key, type, and give the addresses and texts of the results."""
    tab.press("Control+k")
    tab.wait_until("() => document.activeElement.matches('[data-fii-search-field]')")
    tab.type(question)
    return list(
        tab.wait_until(
            """(q) => { const dialog = document.querySelector('[data-fii-search]');
            return dialog.dataset.fiiAnswered === q && dialog.querySelectorAll('[data-part=link]').length > 0
            && [...dialog.querySelectorAll('li')].map((e) => e.querySelector('a')?.href + ' ' + e.textContent); }""",
            question,
        )
    )


def impatient(wait: int, milliseconds: int = 0) -> str:
    """Give JavaScript that ends a page's wait of so long sooner; it goes into a page before its own scripts."""
    return f"""{{ const later = setTimeout;
      window.setTimeout = (work, wait, ...more) => later(work, wait === {wait} ? {milliseconds} : wait, ...more); }}"""


def go(tab: Tab, test: str, *arguments: str, key: str = "Tab") -> None:
    """Press a key until the focused element passes a test."""
    for _ in range(MOST_STEPS):
        if tab.call(f"({', '.join('abc'[: len(arguments)])}) => (({test})(document.activeElement))", *arguments):
            return
        tab.press(key)
    raise AssertionError(
        f"no way by {key} to {test} {arguments}: stands on {tab.evaluate('document.activeElement.outerHTML')[:200]}"
    )


def beyond(tab: Tab) -> list[str]:
    """What sticks out of the page that is shown, at 320 px and with all that is folded open.

    320 px wide is also what 1280 px is at 400 %: 1280 × 1024 there is a window of 320 × 256.
    """
    tab.size(320, 256)
    tab.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
    wider, *elements = tab.call(WIDER)
    return [f"{tab.url()}: {wider} px", *elements] if wider > 0 else []
