"""Nothing leaves the device: every page in both browsers, from a server and from a folder. Nothing is refused either:
a policy that stops the site's own scripts is as wrong as one that lets others in.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from tests.browser.conftest import Place, Shared
from tests.browser.driver import Seen, Tab
from tests.browser.handbook import GIVEN, ask, beyond, choose, goto, page_of, sums_up
from tests.browser.served import Server
from tools.pages.parts import GATHERING

#: Whether a page has its title, scripts, style and fonts: a folder without one of them says nothing.
WHOLE = """(async () => {
  await document.fonts.ready;
  const fonts = [...document.fonts].map((font) => font.status);
  return document.title !== '' && document.documentElement.classList.contains('js') && fonts.includes('loaded')
    && !fonts.includes('error') && getComputedStyle(document.body).marginTop === '0px';
})()"""
LOCAL = {"file", "data", "blob", "about"}


def foreign(requests: list[str], own: str) -> list[str]:
    """The requests that went over a network to anyone but `own`."""
    parts = [(url, urlsplit(url)) for url in requests]
    return [url for url, part in parts if part.scheme not in LOCAL and f"{part.scheme}://{part.netloc}" != own]


def refused(shared: Shared, kind: str, place: Place, use: Callable[[Tab], None]) -> list[str]:
    """What went to another host, was refused by the policy or failed while a reader did that."""
    browser = shared(kind)
    before = Seen(list(browser.seen.requests), list(browser.seen.messages))
    tab = browser.tab()
    use(tab)
    tab.close()
    seen = Seen(browser.seen.requests[len(before.requests) :], browser.seen.messages[len(before.messages) :])
    own = place.base if place.kind == "http" else ""
    return [*foreign(seen.requests, own), *seen.errors()]  # what a policy refuses is among them


def test_no_other_host_and_no_refusal(shared: Shared, kind: str, place: Place, pages: list[str], full: bool) -> None:
    def read(tab: Tab) -> None:
        for page in pages:
            if page.endswith(".html") and place.kind == "file":
                continue  # the page for missing addresses is a server's, and has a test of its own
            tab.goto(place.url(page))
            assert place.kind == "http" or tab.evaluate(WHOLE), page
            # a page is loaded once: `make test-full` looks at its width in tests/browser/test_keyboard.py
            assert full or page.endswith(GATHERING) or beyond(tab) == []

    assert refused(shared, kind, place, read) == []


def test_the_page_for_missing_addresses_asks_no_other_host(shared: Shared, server: Server) -> None:
    place = Place("http", server.url)
    assert refused(shared, "chromium", place, lambda tab: tab.goto(place.url("404.html"))) == []


def test_no_other_host_hears_a_search_or_a_summary(shared: Shared, kind: str, place: Place) -> None:
    def use(tab: Tab) -> None:
        goto(tab, page_of(place, "startpunt"))
        assert ask(tab, "team")
        goto(tab, page_of(place, "startpunt"))
        for item, (choice, _) in GIVEN["startpunt"].items():
            choose(tab, item, choice)
        sums_up(tab, "startpunt")

    assert refused(shared, kind, place, use) == []


def test_no_worker_is_refused_anything(shared: Shared, kind: str, server: Server) -> None:
    """A page does not hear what its worker was refused; the server does."""
    place = Place("http", server.url)
    tab = shared(kind).tab()
    goto(tab, page_of(place, "startpunt"))
    for item, (choice, _) in GIVEN["startpunt"].items():
        choose(tab, item, choice)
    sums_up(tab, "startpunt")
    tab.evaluate("navigator.sendBeacon('/__reports', 'the recorder hears')")
    tab.wait_until("() => true")
    for _ in range(100):
        if server.reports:
            break
        tab.call("() => new Promise((done) => setTimeout(done, 50))")
    assert server.reports == ["the recorder hears"]
    tab.close()


def test_foreign_requests_are_told_from_own() -> None:
    seen = ["http://127.0.0.1:1/a", "data:,x", "blob:null/1", "file:///a", "about:blank"]
    bad = ["http://127.0.0.1:2/a", "https://127.0.0.1:1/a", "https://fonts.example/x", "ws://127.0.0.1:1/"]
    assert foreign([*seen, *bad], "http://127.0.0.1:1") == bad
    assert foreign(seen, "") == ["http://127.0.0.1:1/a"]
