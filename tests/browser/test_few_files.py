"""Few files in a page, each named by its content: how many a page asks for, and what a page does whose files are gone."""

import http.client
import re
import threading
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from fii_widgets.words import word
from tests.browser.handbook import started
from tests.browser.served import Server
from tools.file_server import make_server

NAMED = re.compile(r"/(javascripts|stylesheets)/(fonts/)?[a-z0-9-]+-\w{8}\.(js|css|woff2)")


@pytest.mark.parametrize(
    ("page", "most"),
    [
        ("", 14),
        ("naslag/begrippen/", 14),
        ("model/3-innoveren/reflectie-balans/", 14),
        ("model/1-signaleren/", 18),
        ("checklists/stoplicht-1/", 18),
        ("dossier/", 18),
    ],
)
def test_a_page_asks_for_few_files_each_with_a_name_of_its_content(
    chromium: Browser, server: Server, page: str, most: int
) -> None:
    server.asked.clear()
    tab = chromium.new_page()
    tab.goto(f"{server.url}/{page}")
    started(tab)
    tab.wait_for_load_state("networkidle")
    tab.context.close()
    paths = [urlsplit(path).path for path in server.asked if "/runtime/" not in path]
    assert len(paths) == len(set(paths)), "nothing twice"
    assert 8 <= len(paths) <= most
    assert [
        path for path in paths if path.startswith(("/javascripts", "/stylesheets")) and not NAMED.fullmatch(path)
    ] == []


def test_an_instrument_goes_to_python_once(chromium: Browser, server: Server) -> None:
    page = chromium.new_page()
    page.add_init_script(
        """window.fiiSent = []; const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message) { window.fiiSent.push(message.text ?? ''); return post.call(this, message); };"""
    )
    page.goto(f"{server.url}/checklists/stoplicht-1/")
    started(page)
    for item in ("s1-01", "s1-02"):
        page.locator(f'label:has(> input[name="{item}"][value="rood"])').click()
        page.locator("[data-fii-summary]").get_by_text("op rood").first.wait_for()
        page.wait_for_timeout(1_500)  # longer than a summary waits before it is made anew
    sent = page.evaluate("window.fiiSent.filter((text) => text.includes('summary'))")
    assert len(sent) >= 2
    assert ["Stoplicht" in text for text in sent] == [True, *[False] * (len(sent) - 1)]
    page.context.close()


def test_a_page_of_an_older_version_whose_scripts_are_gone_says_so(chromium: Browser, server: Server) -> None:
    scripts = sorted((server.folder / "javascripts").glob("*.js"))
    server.withheld = {f"/javascripts/{path.name}": "404" for path in scripts}
    page = chromium.new_page()
    page.goto(f"{server.url}/checklists/stoplicht-1/")
    page.get_by_text(word("not_started")).first.wait_for()
    assert page.locator("input[name='s1-02'][value='rood']").is_disabled()
    page.context.close()


def test_what_has_a_name_of_its_content_is_kept_and_what_is_not_there_is_not(server: Server) -> None:
    own = make_server(server.folder)
    threading.Thread(target=own.serve_forever, daemon=True).start()
    (sheet,) = (server.folder / "stylesheets").glob("*.css")
    (python,) = (server.folder / "runtime").glob("*/runtime.json")
    told = {}
    for path in (
        f"/stylesheets/{sheet.name}",
        f"/runtime/{python.parent.name}/pyodide.asm.wasm",
        "/stylesheets/handboek-OUDEOUDE.css",
        "/runtime/runtime.json",
        "/",
    ):
        with closing(http.client.HTTPConnection("127.0.0.1", own.server_address[1])) as asked:
            asked.request("GET", path)
            with asked.getresponse() as answer:
                told[path] = answer.headers.get_all("Cache-Control")
    own.shutdown()
    own.server_close()
    assert list(told.values()) == [["public, max-age=31536000, immutable"]] * 2 + [["no-cache"]] * 3
