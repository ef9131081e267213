"""Links as an interface: copied at a place, typed as a code, followed from an old address; online and in a folder."""

import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Place, Shared
from tests.browser.driver.tab import until
from tests.browser.handbook import visit
from tests.browser.served import Server, served
from tools import offline
from tools.offline import pages
from tools.pages import markup
from tools.passes import moved

SUBPHASE = "model/5-implementeren/5b-plan-do-check-act/"
COPIED = "window.copied = []; navigator.clipboard.writeText = async (text) => { copied.push(text); };"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));"


#: each engine once, each place once: the pages and scripts are the same
EACH = pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=True)


def opened(chromium: Browser, url: str, script: str, **options: object) -> Page:
    tab = chromium.new_context(**options).new_page()  # type: ignore[arg-type]
    tab.add_init_script(f"if (navigator.clipboard) {{ {script} }}")
    visit(tab, url)
    return tab


def test_a_press_copies_the_link_and_says_so_once(chromium: Browser, place: Place) -> None:
    tab = opened(chromium, place.url(SUBPHASE), COPIED, has_touch=True, viewport={"width": 390, "height": 800})
    status = tab.locator("[data-fii-spots] [role=status]")
    tab.evaluate(
        """() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('[data-fii-spots] [role=status]').textContent))
        .observe(document.querySelector('[data-fii-spots]'), {childList: true, subtree: true}); }"""
    )
    link = tab.get_by_role("link", name="Link naar ‘Kernvraag’, code 5b.2")
    box = link.bounding_box()
    assert box is not None
    assert box["width"] >= 44
    assert box["height"] >= 44
    link.tap()
    status.get_by_text("Link gekopieerd").wait_for()
    assert tab.evaluate("copied") == [place.url(SUBPHASE, "#sf-5b-kernvraag")]
    said = tab.evaluate("said")
    assert len(said) == 1
    assert "5b.2" in said[0]
    assert ("alleen in deze map" in said[0]) == (place.kind == "file")
    link.press("Enter")
    until(lambda: tab.evaluate("copied.length") == 2)
    # the heading is called as it was, the line of a form by its number
    assert tab.get_by_role("heading", name="Kernvraag", exact=True).count() == 1
    tab.context.close()


def test_the_number_of_a_point_is_its_link(chromium: Browser, server: Server) -> None:
    place = Place("http", server.url)
    tab = opened(chromium, place.url("checklists/stoplicht-1/"), COPIED)
    assert tab.get_by_role("group", name="3 Het doel is zo afgebakend").count() == 1
    tab.locator("#s1-03 a[data-fii-spot]").click()
    until(lambda: tab.evaluate("copied.length") == 1)
    assert tab.evaluate("copied") == [place.url("checklists/stoplicht-1/", "#s1-03")]
    tab.context.close()


def test_where_copying_is_not_allowed_the_link_is_shown_selected(chromium: Browser, place: Place) -> None:
    tab = opened(chromium, place.url(SUBPHASE), REFUSED)
    tab.locator("h1 + a[data-fii-spot]").click()
    dialog = tab.get_by_role("dialog", name="De link naar deze plek")
    dialog.wait_for()
    assert tab.evaluate("getSelection().toString() || document.activeElement.value") == place.url(SUBPHASE, "#sf-5b")
    tab.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    tab.context.close()


def test_a_folder_copies_the_address_on_the_web_where_the_build_knew_it(
    chromium: Browser, offline_copy_place: Place
) -> None:
    context = chromium.new_context()
    tab = context.new_page()
    tab.add_init_script(
        f"""if (navigator.clipboard) {{ {COPIED} }} addEventListener('DOMContentLoaded', () => {{
        const meta = document.createElement('meta'); meta.name = 'fii-site'; meta.content = 'https://handboek.example/fii';
        document.head.append(meta); }}, true);"""
    )
    visit(tab, offline_copy_place.url(SUBPHASE))
    tab.locator("h1 + a[data-fii-spot]").click()
    tab.locator("[data-fii-spots] [role=status]").get_by_text("De code van deze plek is 5b").wait_for()
    assert tab.evaluate("copied") == [f"https://handboek.example/fii/{SUBPHASE}#sf-5b"]
    context.close()


def test_without_scripts_it_is_a_plain_link(chromium: Browser, place: Place) -> None:
    tab = chromium.new_context(java_script_enabled=False).new_page()
    tab.goto(place.url(SUBPHASE))
    tab.get_by_role("link", name="Link naar ‘Kernvraag’, code 5b.2").click()
    assert tab.url.endswith("#sf-5b-kernvraag")
    tab.context.close()


@EACH
def test_a_code_leads_to_its_place(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    goal = place.url(SUBPHASE, "#sf-5b-kernvraag")
    try:
        tab.goto(place.url("ga/"))
        tab.click("#fii-ga-code")
        tab.type("9z.9")
        tab.press("Enter")
        tab.has_text("[data-fii-go] [role=alert]", "De code ‘9z.9’ bestaat niet.")
        tab.goto(place.url("ga/", "#5B 2"))
        tab.wait_until("(goal) => location.href === goal", goal)
        if place.kind == "http":
            # a page of its own, the page for unknown addresses, and capitals and blanks
            for said in ("ga/5b.2", "ga/5B%202"):
                tab.goto(place.url(said))
                tab.wait_until("(goal) => location.href === goal", goal)
    finally:
        tab.close()


@pytest.fixture
def renamed(site: Path, offline_copy: Path, place: Place, tmp_path: Path, full: bool) -> Path:
    """A site and its copy in which a page and a heading got other names and their aliases; in full the real zip of it."""
    folder = tmp_path / "site"
    as_zip = full and place.kind == "file"
    source = site if place.kind == "http" or as_zip else offline_copy
    left_out = () if as_zip else ("runtime", "ga", "alles", "proefbank")
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(*left_out))
    (folder / SUBPHASE).rename(folder / "model/5-implementeren/5b-nieuw")
    home = folder / "model" / "index.html"
    home.write_text(home.read_text("utf-8").replace('id="fii-volgorde"', 'id="fii-nieuw"'), "utf-8")
    lines = [
        f"{SUBPHASE}: model/5-implementeren/5b-nieuw/",
        f"{SUBPHASE}#sf-5b-doel: model/#fii-klaar",
        "model/#fii-volgorde: model/#fii-nieuw",
        "model/#weg: model/5-implementeren/5b-nieuw/#sf-5b-kernvraag",
    ]
    (tmp_path / "aliassen.yml").write_text("\n".join(lines), "utf-8")
    moved.write(folder, tmp_path / "aliassen.yml")
    (script,) = (folder / "javascripts").glob("moved-*.js")
    shutil.copyfile(script, folder / "javascripts" / "moved.js")  # the last pass would name it in these pages too
    if as_zip:
        made = offline.build(folder, tmp_path / "dist")
        with zipfile.ZipFile(made.path) as archive:
            archive.extractall(tmp_path)
        return tmp_path / made.path.stem
    if place.kind == "file":
        for address in (SUBPHASE, "model/"):
            file = folder / address / "index.html"
            file.write_text(pages.rewrite(file.read_text("utf-8")), "utf-8")
    return folder


@EACH
def test_an_old_address_leads_on(shared: Shared, kind: str, place: Place, renamed: Path) -> None:
    tab = shared(kind).tab()
    with served(renamed) as server:
        there = Place(place.kind, server.url if place.kind == "http" else renamed.as_uri())
        new = "model/5-implementeren/5b-nieuw/"
        try:
            for old, goal in (
                (there.url(SUBPHASE), there.url(new)),
                (there.url(SUBPHASE, "#sf-5b-kernvraag"), there.url(new, "#sf-5b-kernvraag")),
                (there.url(SUBPHASE, "#sf-5b-doel"), there.url("model/", "#fii-klaar")),
                (there.url("model/", "#weg"), there.url(new, "#sf-5b-kernvraag")),
            ):
                tab.goto(old)
                tab.wait_until("(goal) => location.href === goal", goal)
            tab.goto(there.url("model/", "#fii-volgorde"))
            tab.wait_until(
                "() => { const top = document.querySelector('#fii-nieuw').getBoundingClientRect().top; return top >= 0 && top < 60; }"
            )
        finally:
            tab.close()
    assert markup.read(renamed / SUBPHASE / "index.html").css_first("a#sf-5b-doel") is not None
