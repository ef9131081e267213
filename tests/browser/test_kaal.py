"""A page bare in a frame of another site: nothing around the text, links that stay so, plain words about answers."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Place, Shared
from tests.browser.handbook import started
from tests.browser.served import Server, served

SUBPHASE = "model/5-implementeren/5b-plan-do-check-act/"
AROUND = ".fii-header, .fii-menu, .fii-pad, .fii-toc, .fii-bladeren, .fii-footer, .fii-skip"
SEEN = "(s) => [...document.querySelectorAll(s)].some((e) => e.checkVisibility())"
LESSON = '<!doctype html><html lang="nl"><title>Les</title><main><h1>Les</h1><iframe title="Handboek" src="{src}" width="900" height="700"></iframe></main></html>'


def test_in_a_frame_of_another_site(chromium: Browser, server: Server, tmp_path: Path) -> None:
    for name, page in {
        "les": f"{SUBPHASE}?kaal#sf-5b-kernvraag", "lijst": "checklists/stoplicht-1/?kaal", "dossier": "dossier/?kaal",
    }.items():  # fmt: skip
        (tmp_path / f"{name}.html").write_text(LESSON.format(src=f"{server.url}/{page}"), "utf-8")
    with served(tmp_path) as other:
        site = other.url.replace("127.0.0.1", "localhost")  # another site to the browser, not another door of this one
        tab = chromium.new_page()
        tab.goto(f"{site}/les.html")
        frame = tab.frames[1]
        started(frame)
        assert not frame.evaluate(SEEN, AROUND)
        assert all(frame.evaluate(SEEN, part) for part in ("h1", ".fii-herkomst", ".fii-kaal"))
        frame.locator("h1").press("/")
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
        frame.get_by_text("Het komt niet in uw eigen dossier.").wait_for()
        with tab.expect_popup() as dossier:
            frame.get_by_role("link", name="Naar het dossier").click()
        assert dossier.value.url.startswith(f"{server.url}/dossier/")
        assert "kaal" not in dossier.value.url

        tab.goto(f"{site}/dossier.html")
        assert not tab.frames[1].url.startswith(server.url)  # the host's header refuses it
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
