"""A page bare in a frame of another site: nothing around the text, links that stay so, plain words about answers."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from fii_widgets.words.common import WORDS
from fii_widgets.words.share import FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.handbook import started
from tests.browser.served import Server, served

SUBPHASE = "model/5-implementeren/5b-plan-do-check-act/"
AROUND = ".fii-header, .fii-menu, .fii-pad, .fii-toc, .fii-bladeren, .fii-footer, .fii-skip"
#: how many controls of the page's parts can be pressed
ALIVE = "[...document.querySelectorAll('[data-fii-widget] :is(input, textarea, select, button)')].filter((e) => !e.matches(':disabled')).length"
SEEN = "(s) => [...document.querySelectorAll(s)].some((e) => e.checkVisibility())"
LESSON = '<!doctype html><html lang="nl"><title>Les</title><main><h1>Les</h1><iframe title="Handboek" src="{src}" width="900" height="700"{more}></iframe></main></html>'
#: what a host's own headers forbid; many a host sends none of ours, and lets anyone read
OURS = ("content-security-policy", "cross-origin-resource-policy")


@pytest.mark.no_python
def test_in_a_frame_of_another_site(chromium: Browser, server: Server, tmp_path: Path) -> None:
    for name, page in {
        "les": f"{SUBPHASE}?kaal#sf-5b-kernvraag", "lijst": "checklists/stoplicht-1/?kaal", "dossier": "dossier/?kaal",
    }.items():  # fmt: skip
        (tmp_path / f"{name}.html").write_text(LESSON.format(src=f"{server.url}/{page}", more=""), "utf-8")
    with served(tmp_path) as other:
        site = other.url.replace("127.0.0.1", "localhost")  # another site to the browser, not another door of this one
        tab = chromium.new_page()
        tab.goto(f"{site}/les.html")
        frame = tab.frames[1]
        started(frame)
        assert not frame.evaluate(SEEN, AROUND)
        assert all(frame.evaluate(SEEN, part) for part in ("h1", ".fii-herkomst", ".fii-kaal"))
        frame.locator("h1").press("Control+k")
        assert not frame.evaluate(SEEN, "[data-fii-search]")

        with tab.expect_popup() as whole:
            frame.get_by_role("link", name="Open de hele pagina (nieuw tabblad)").click()
        assert whole.value.url == f"{server.url}/{SUBPHASE}#sf-5b-kernvraag"
        for link in (".fii-article ul a[href^='../']", ".fii-lijn a"):
            before = frame.url
            frame.locator(link).locator("visible=true").first.click()
            frame.wait_for_url(lambda url, before=before: url != before and "?kaal" in url)
            assert frame.url.startswith(f"{server.url}/model/")

        tab.goto(f"{site}/lijst.html")
        frame = tab.frames[1]
        frame.locator(".fii-kaal__invullen").wait_for()
        with tab.expect_popup() as dossier:
            frame.get_by_role("link", name="Naar het dossier").click()
        assert dossier.value.url.startswith(f"{server.url}/dossier/")
        assert "kaal" not in dossier.value.url

        tab.goto(f"{site}/dossier.html")
        assert not tab.frames[1].url.startswith(server.url)  # the host's header refuses it
        tab.context.close()


def without_headers(page: Page, server: Server) -> None:
    """Let the server be a host that ignores `_headers`."""

    def answer(route: Route) -> None:
        response = route.fetch()
        headers = {name: value for name, value in response.headers.items() if name not in OURS}
        route.fulfill(response=response, headers=headers | {"access-control-allow-origin": "*"})

    page.route(f"{server.url}/**", answer)


@pytest.mark.no_python
@pytest.mark.parametrize(
    ("more", "key"), [("", "kaal.framed"), (' sandbox="allow-scripts"', "kaal.denied")], ids=["kept", "sandbox"]
)
def test_a_list_in_a_frame_says_whose_it_is_and_where_its_answers_are(
    chromium: Browser, server: Server, tmp_path: Path, more: str, key: str
) -> None:
    (tmp_path / "les.html").write_text(LESSON.format(src=f"{server.url}/checklists/stoplicht-1/", more=more), "utf-8")
    with served(tmp_path) as other:
        tab = chromium.new_page()
        without_headers(tab, server)
        tab.goto(f"{other.url}/les.html")
        frame = tab.frames[1]
        started(frame)
        frame.get_by_text(FOR_SCRIPTS[key]).wait_for()
        assert frame.evaluate(SEEN, ".fii-kaal")
        assert frame.evaluate(SEEN, ".fii-header")  # it was not asked to be bare
        if more:
            frame.locator("[data-fii-alert]").filter(has_text="staat niet toe dat de pagina iets opslaat").wait_for()
        tab.context.close()


def test_where_scripts_may_not_come_in_a_sandbox_the_list_is_paper(
    chromium: Browser, server: Server, tmp_path: Path
) -> None:
    """With our headers no script of ours comes there: what stands in the page says so by itself."""
    sandbox = ' sandbox="allow-scripts"'
    (tmp_path / "les.html").write_text(
        LESSON.format(src=f"{server.url}/checklists/stoplicht-1/", more=sandbox), "utf-8"
    )
    with served(tmp_path) as other:
        tab = chromium.new_page()
        tab.goto(f"{other.url}/les.html")
        frame = tab.frames[1]
        frame.get_by_text(WORDS["not_started"]).wait_for()
        assert frame.evaluate(ALIVE) == 0
        tab.context.close()


@pytest.mark.parametrize("where", ["http", "file"])
def test_the_dossier_refuses_a_frame_by_itself(
    chromium: Browser, server: Server, offline_copy: Path, tmp_path: Path, where: str
) -> None:
    place = Place("http", server.url) if where == "http" else Place("file", offline_copy.as_uri())
    dossier = place.url("dossier/", "#stoplicht-1")
    (tmp_path / "les.html").write_text(LESSON.format(src=dossier, more=""), "utf-8")
    with served(tmp_path) as other:
        tab = chromium.new_page()
        without_headers(tab, server)
        tab.goto(f"{other.url}/les.html" if where == "http" else (tmp_path / "les.html").as_uri())
        frame = tab.frames[1]
        started(frame)
        frame.get_by_text(WORDS["framed"]).wait_for()
        assert frame.evaluate(ALIVE) == 0
        assert not frame.evaluate(SEEN, "[data-fii-widget=dossier] :is(input, textarea, button)")
        with tab.expect_popup() as own:
            frame.get_by_role("link", name=WORDS["own_window"]).click()
        assert own.value.url == dossier
        assert own.value.evaluate("window.opener") is None
        if where == "http":
            started(own.value)
            assert own.value.evaluate(ALIVE) > 100
            assert not own.value.evaluate(SEEN, ".fii-ingelijst")
        tab.context.close()


@pytest.mark.parametrize(("kind", "place"), [("firefox", "file")], indirect=["place"])
def test_bare_in_a_folder(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    tab.goto(place.url(SUBPHASE, "?kaal"))
    assert not tab.call(SEEN, AROUND)
    tab.click(".fii-article ul a[href^='../']")
    tab.wait_until(
        "(s) => !location.pathname.includes('5b-') && location.search === '?kaal' && !document.querySelector(s)?.checkVisibility()",
        AROUND,
    )
    tab.goto(place.url(SUBPHASE, "?kaalslag"))
    assert tab.call(SEEN, ".fii-header")
    assert not tab.call(SEEN, ".fii-kaal")
    tab.close()


def test_an_old_address_and_a_code_stay_bare(chromium: Browser, server: Server) -> None:
    tab = chromium.new_page()
    tab.goto(f"{server.url}/ga/5b.2/?kaal")
    tab.wait_for_url(f"{server.url}/{SUBPHASE}?kaal#sf-5b-kernvraag")
    tab.context.close()
