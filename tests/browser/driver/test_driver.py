"""The driver itself: each thing it is said to see, it must see on a page made for it."""

from pathlib import Path

import pytest

from tests.browser.conftest import IN_THREE_ENGINES, Launch, Shared
from tests.browser.driver.tab import until
from tests.browser.served import served

BAD = """<!doctype html><meta charset="utf-8"><title>Slecht</title>
<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<p>Slecht</p><img src="ELDERS/beeld.png"><script>document.title = 'script'</script>"""
PLAIN = """<!doctype html><meta charset="utf-8"><title>Gewoon</title><label><input type="radio" name="a" value="b">b</label>
<input id="t"><input type="file" id="f"><a id="d" download="x.json" href="data:application/json,{}">bewaar</a>"""
LATE = """<!doctype html><html class="js"><meta charset="utf-8"><title>Laat</title>
<script>setTimeout(() => document.documentElement.setAttribute('data-fii-started', ''), 500)</script>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "bladen é"
    made.mkdir()
    (made / "slecht.html").write_text(BAD, "utf-8")
    (made / "gewoon.html").write_text(PLAIN, "utf-8")
    return made


def test_a_foreign_request_and_a_refused_script_are_seen(shared: Shared, kind: str, folder: Path) -> None:
    browser = shared(kind)
    with served(folder) as server, served(folder) as elsewhere:
        (folder / "slecht.html").write_text(BAD.replace("ELDERS", elsewhere.url), "utf-8")
        tab = browser.tab()
        tab.goto(f"{server.url}/slecht.html")
        until(lambda: tab.evaluate("1") and browser.seen.violations())
        assert f"{elsewhere.url}/beeld.png" in browser.seen.requests
        assert tab.evaluate("document.title") == "Slecht"


def test_what_a_worker_was_refused_reaches_the_server(shared: Shared, kind: str, folder: Path) -> None:
    (folder / "_headers").write_text("/*\n  Content-Security-Policy: script-src 'self' 'unsafe-inline'\n", "utf-8")
    (folder / "werker.html").write_text(
        "<!doctype html><title>x</title><script>new Worker('werker.js')</script>", "utf-8"
    )
    (folder / "werker.js").write_text("try { eval('1') } catch { self.close() }", "utf-8")
    with served(folder) as server:
        tab = shared(kind).tab()
        tab.goto(f"{server.url}/werker.html")
        until(lambda: tab.evaluate("1") and server.reports)
        assert "script-src" in server.reports[0]
        tab.close()


@IN_THREE_ENGINES
def test_a_page_whose_scripts_start_late_is_waited_for(shared: Shared, kind: str, folder: Path) -> None:
    (folder / "laat.html").write_text(LATE, "utf-8")
    tab = shared(kind).tab()
    with served(folder) as server:
        tab.goto(f"{server.url}/laat.html")
        assert tab.evaluate("document.documentElement.hasAttribute('data-fii-started')")
        tab.reload()
        assert tab.evaluate("document.documentElement.hasAttribute('data-fii-started')")
    tab.close()


@IN_THREE_ENGINES
def test_files_have_the_rules_of_a_reader(shared: Shared, kind: str, folder: Path) -> None:
    """Harnesses switch these rules off, and a copy that fails for readers then passes."""
    browser = shared(kind)
    tab = browser.tab()
    tab.goto((folder / "gewoon.html").as_uri())
    assert tab.evaluate("fetch('slecht.html').then(() => 'read', () => 'refused')") == "refused"
    assert tab.evaluate("import('./x.js').then(() => 'read', () => 'refused')") == "refused"


@IN_THREE_ENGINES
def test_hands_and_disk(launch: Launch, kind: str, folder: Path) -> None:
    browser = launch(kind)
    with served(folder) as server:
        tab = browser.tab()
        tab.goto(f"{server.url}/gewoon.html")
        tab.click("label")
        assert tab.evaluate("document.querySelector('[name=a]').checked")
        tab.click("#t")
        tab.type("é’")
        tab.press("Tab")
        assert tab.evaluate("[document.querySelector('#t').value, document.activeElement.id]") == ["é’", "f"]
        tab.upload("#f", folder / "slecht.html")
        assert tab.evaluate("document.querySelector('#f').files[0].text()") == BAD
        assert tab.download("#d").read_text() == "{}"
        tab.evaluate("localStorage.setItem('a', 'blijft')")
        browser.close()
        browser.reopen()
        tab = browser.tab()
        tab.goto(f"{server.url}/gewoon.html")
        assert tab.evaluate("localStorage.getItem('a')") == ("blijft" if browser.keeps else None)
        assert not tab.is_visible("#niets")
        with pytest.raises(AssertionError, match="never came true"):
            tab.wait_until("() => false", seconds=0.2)
