"""Keyboard and small screens: everything by Tab, arrows, Enter and Space; the focus shows; nothing scrolls sideways."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import (
    DOSSIER,
    MOST_STEPS,
    WIDER,
    as_file,
    beyond,
    dossier,
    go,
    goto,
    holds,
    kept,
    offer,
    previewed,
    sums_up,
)
from tests.browser.served import Server
from tools.pages.parts import GATHERING

#: The focused element is in view, nothing lies over it, and an outline of two pixels or more stands around it.
FOCUS = """() => { const e = document.activeElement; if (e === document.body) return null;
  const shown = e.getClientRects().length && e.getBoundingClientRect().width > 1 ? e : e.closest('label');
  const ring = [e, e.closest('label'), e.querySelector('rect')].filter(Boolean).some((part) => {
    const style = getComputedStyle(part);
    const drawn = part.matches('rect') && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
    return drawn || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)'); });
  const box = (shown ?? e).getBoundingClientRect();
  const top = document.elementFromPoint(Math.max(1, box.left + Math.min(box.width, 40) / 2), Math.min(innerHeight - 1, Math.max(1, box.top + box.height / 2)));
  const free = !top || e.contains(top) || top.contains(e) || (e.closest('label')?.contains(top) ?? false);
  return { tag: e.outerHTML.slice(0, 140), ring, inView: box.bottom > 0 && box.top < innerHeight, free }; }"""


def test_the_stoplight_is_filled_in_and_saved_and_a_file_is_opened(
    shared: Shared, kind: str, server: Server, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    goto(tab, Place("http", server.url).url(DOSSIER))
    go(tab, "(e) => e.matches('[data-fii-to=lijsten]')")
    tab.press("Enter")
    tab.wait_until("() => document.activeElement.matches('#lijsten > h2')")
    go(tab, "(e) => e.matches('#stoplicht-1 [data-fii-fold-button]')")
    tab.press("Enter")
    tab.wait_until("() => document.querySelector('#stoplicht-1').classList.contains('is-open')")
    for item, choice, key in (("s1-01", "rood", "ArrowUp"), ("s1-02", "groen", "ArrowDown")):
        go(tab, "(e) => e.name === a", item)
        go(tab, "(e) => e.value === a", choice, key=key)
        tab.press("Space")
    go(tab, "(e) => e.matches('[data-fii-item=s1-02] [data-fii-note-toggle]')")
    tab.press("Space")
    go(tab, "(e) => e.name === 's1-02.note'")
    tab.type("met de toetsen")
    given = {"s1-01": ("rood", ""), "s1-02": ("groen", "met de toetsen")}
    sums_up(tab, "stoplicht-1", "1 punt staat op rood")
    kept(tab)
    goto(tab, Place("http", server.url).url(DOSSIER))
    go(tab, "(e) => e.matches('[data-fii-action=save]')")
    tab.press("Enter")
    tab.has_text("[data-fii-widget=dossier] [data-fii-progress]", "Uw dossier is als bestand aangeboden")
    go(tab, "(e) => e.matches('[data-fii-to=bewaren]')")
    tab.press("Enter")
    tab.wait_until("() => document.activeElement.matches('#bewaren > h2')")
    go(tab, "(e) => e.matches('[data-fii-action=wipe]')")
    tab.press("Space")
    tab.wait_until("() => document.querySelector('dialog[open]')?.contains(document.activeElement)")
    go(tab, "(e) => e.matches('[data-fii-action=keep]')")
    tab.press("Enter")
    tab.wait_until(
        "() => !document.querySelector('dialog[open]') && document.activeElement.matches('[data-fii-action=wipe]')"
    )
    holds(tab, given)
    # The browser's own window for choosing a file is out of reach of a test; what comes after it is not.
    offer(tab, as_file(tmp_path, dossier({"s1-01": {"choice": "groen"}})))
    previewed(tab)
    go(tab, "(e) => e.matches('[data-fii-action=apply]')")
    tab.press("Enter")
    holds(tab, {"s1-01": ("groen", ""), "s1-02": ("", "")})
    kept(tab)  # until then the page asks before it is left
    goto(tab, Place("http", server.url).url(DOSSIER))
    go(tab, "(e) => e.matches('[data-fii-action=undo]')")
    tab.press("Enter")
    holds(tab, given)
    tab.close()


def walk(tab: Tab) -> list[str]:
    """Tab through a whole page; give what is wrong with the focus anywhere."""
    wrong, before = [], None
    tab.evaluate("(() => { document.activeElement.blur(); scrollTo(0, 0); })()")
    for _ in range(MOST_STEPS):
        tab.press("Tab")
        seen = tab.call(FOCUS)
        if seen is None:
            break
        wrong += [f"{name}: {seen['tag']}" for name in ("ring", "inView", "free") if not seen[name]]
        before = seen
    assert before is not None
    return wrong


def test_the_focus_shows_and_is_never_covered(shared: Shared, server: Server, full: bool) -> None:
    tab = shared("chromium").tab()
    widths = (1280, 320)
    for at, page in enumerate(("", "model/1-signaleren/", "checklists/stoplicht-1/", "dossier/#startpunt")):
        for width in widths if full else widths[at % 2 :][:1]:
            tab.size(width, 640)
            tab.goto(f"{server.url}/{page}")
            tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
            assert walk(tab) == [], (page, width)
    tab.close()


def test_a_focus_that_does_not_show_is_refused(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content(
        "<style>*:focus{outline:none} p{position:fixed;inset:0;background:#fff}</style><button>a</button><p>over</p>"
    )
    page.keyboard.press("Tab")
    seen = page.evaluate(FOCUS)
    assert not seen["ring"]
    assert not seen["free"]
    page.close()


def test_nothing_scrolls_sideways(shared: Shared, server: Server, pages: list[str], full: bool) -> None:
    tab = shared("chromium").tab()
    wide = []
    # `make test` looks at the other pages in tests/browser/test_privacy.py: a page is loaded once
    for page in pages if full else [page for page in pages if page.endswith(GATHERING) or not page]:
        tab.size(320, 256)
        tab.goto(f"{server.url}/{page}")
        tab.wait_until("() => !document.querySelector('[data-fii-search-open]').hidden")
        wide += beyond(tab)
    assert wide == []
    tab.goto(f"{server.url}/inleiding/")
    tab.evaluate(
        "(() => { document.querySelector('h1').textContent = 'w'.repeat(200); document.querySelector('h1').style.whiteSpace = 'nowrap'; })()"
    )
    assert tab.call(WIDER)[0] > 0
    tab.close()


def test_a_small_window_at_400_percent_leaves_room_to_read(shared: Shared, server: Server) -> None:
    """What stays on the screen while one scrolls may not cover most of a window of 320 × 256."""
    tab = shared("chromium").tab()
    tab.size(320, 256)
    for page in ("", "checklists/gereedheid/", "dossier/"):
        tab.goto(f"{server.url}/{page}")
        fixed = tab.evaluate(
            """[...document.querySelectorAll('body *')].filter((e) => ['fixed', 'sticky'].includes(getComputedStyle(e).position) && e.checkVisibility())
            .map((e) => e.getBoundingClientRect().height).reduce((a, b) => a + b, 0)"""
        )
        assert fixed <= 256 / 3, page
    tab.close()
