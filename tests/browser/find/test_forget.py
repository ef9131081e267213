"""A name that should not be there is found wherever it stands, and goes for good; until the page is left it can come back."""

import json
from typing import Any

import pytest

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, beyond, dossier, go, goto, holding, kept, see

AT = "2026-11-09T10:00:00.000Z"
NOTE, SAID = {"note": "Bel mevrouw De Vries", "at": AT}, {"at": AT, "text": "Bel mevrouw De Vries"}
ANSWERS = {
    "s1-01": NOTE,
    "s1-02": {"note": "Vriesland", "at": AT},
    "g-kandidaat@2": NOTE,
    "borging.e-abcdef": {"choice": "ja", "at": AT},
    "borging.e-abcdef.tekst": NOTE,
    "pa-taak@2": NOTE,
}
MINUTES = {"name": "Noord", "boards": [], "tasks": [{"id": "a-1", "text": "Bel mevrouw De Vries", "owner": "KV", "state": "open", "made": True}],
           "notes": {"s1-01": "0a1b2c3d"}, "decisions": {"d-1": "4e5f6071"}}  # fmt: skip
OPEN = {"at": AT, "date": "2026-11-16", "state": "open", "phases": [1], "lights": {}}
TEAM: dict[str, Any] = dossier(
    ANSWERS,
    schema=3,
    reviews={
        "r-1": {"at": AT, "date": "2026-11-09", "state": "closed", "phases": [1], "lights": {"s1-01": "rood"}, "minutes": MINUTES,
                "notes": {"s1-01": SAID}, "decisions": {"d-1": SAID | {"removed": True}}, "corrections": {"c-1": SAID}},
        "r-2": OPEN | {"notes": {"s1-02": SAID}, "decisions": {"d-2": SAID | {"removed": True}}},
        "r-3": OPEN | {"date": "2026-11-02", "agenda": "De Vries", "removed": True},
    },
    actions={"a-1": SAID | {"owner": "KV", "state": "open", "removed": True}, "a-2": {"at": AT, "text": "Bellen", "owner": "De Vries", "state": "open"}},
    topics={"t-1": SAID | {"removed": True}},
    members={"m-1": {"at": AT, "label": "De Vries", "gone": True, "answers": {"s1-01": NOTE}}, "m-2": {"at": AT, "label": "KV", "answers": {"s1-01": NOTE}}},
    places={"p-1": {"at": AT, "label": "Bij De Vries", "gone": True}},
    rounds={"n-1": {"at": AT, "instrument": "borging", "date": "2026-10-01", "answers": {"bo-01": NOTE}, "removed": True}},
    versions={"s1-02": [NOTE]},
)  # fmt: skip
#: of every place where the name stands, how the page calls it
CALLED = [
    "Notitie, Stoplicht", "Besluit, Overleg van 9 november 2026", "Correctie, Overleg van 9 november 2026", "Overleg van 2 november 2026:",
    "Actie:", "Onderwerp:", "Lid van het team:", "Lid van het team: KV, Stoplicht", "Wijk:", "Eerdere ronde:", "Gereedheid", "Borging", "Plan van aanpak",
]  # fmt: skip
BOX, BACK, GONE = "[data-fii-forget-box]", "[data-fii-forget-back]", "[data-fii-removed-box]"
#: everything that the browser keeps of the dossier
STORED = """(async () => {
  const db = await new Promise((done) => { const asked = indexedDB.open('fii-dossier:handboek-fii'); asked.onsuccess = () => done(asked.result); });
  const tx = db.transaction([...db.objectStoreNames]);
  const all = await Promise.all([...db.objectStoreNames].map((name) => new Promise((done) => {
    const asked = tx.objectStore(name).getAll(); asked.onsuccess = () => done(asked.result); })));
  db.close();
  return JSON.stringify([all, { ...localStorage }]);
})()"""
BOTH = pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])


def names(text: str) -> bool:
    """Whether the name stands in it, as words of its own."""
    return "vries" in text.lower().replace("vriesland", "")


def begun(shared: Shared, kind: str, place: Place, folder: Any) -> Tab:
    tab = shared(kind).tab()
    holding(tab, place, folder, TEAM)
    see(tab, f"{BOX} > summary")
    return tab


def looked_for(tab: Tab, words: str) -> None:
    """By keyboard alone."""
    tab.evaluate(f"document.querySelector('{BOX} > summary').focus()")
    if not tab.evaluate(f"document.querySelector('{BOX}').open"):
        tab.press("Enter")
    go(tab, "(here) => here.matches('[data-fii-forget-asked]')")
    tab.type(words)
    tab.press("Enter")


@BOTH
def test_a_name_goes_from_every_kind_of_place_and_comes_back_while_the_page_stands(
    shared: Shared, kind: str, place: Place, tmp_path: Any
) -> None:
    tab = begun(shared, kind, place, tmp_path)
    looked_for(tab, "de vries")
    for name in CALLED:
        tab.has_text(f"{BOX} [data-fii-forget-found]", name)
    tab.has_text(BOX, WORDS_FOR_SCRIPTS["removed.until"])
    assert beyond(tab) == []
    go(tab, "(here) => here.matches('[data-fii-forget-now]')")
    tab.press("Enter")
    tab.wait_until(f"() => document.activeElement.matches('{BACK} button')")
    kept(tab)
    # what stands in the closed paper was not ticked, and stays as it was
    left = json.loads(tab.evaluate(STORED))
    assert json.dumps(left).count("De Vries") == 3  # its task, its note, its decision
    looked_for(tab, "De Vries")
    tab.has_text(BOX, "‘De Vries’ staat op 3 plekken.")
    tab.has_text(BOX, WORDS_FOR_SCRIPTS["forget.frozen"])
    assert tab.count(f"{BOX} input:checked") == 0
    go(tab, "(here) => here.matches('[data-fii-forget-now]')")
    tab.press("Enter")
    tab.has_text(f"{BOX} [data-fii-forget-told]", WORDS_FOR_SCRIPTS["forget.none"])
    tab.evaluate(
        f"[...document.querySelectorAll('{BOX} button')].find((one) => one.textContent.startsWith('Vink alle')).focus()"
    )
    tab.press("Enter")
    go(tab, "(here) => here.matches('[data-fii-forget-now]')")
    tab.press("Enter")
    tab.wait_until(f"() => document.activeElement.matches('{BACK} button')")
    kept(tab)
    assert not names(tab.evaluate(STORED))
    file = tab.download("[data-fii-action=save]").read_text("utf-8")
    assert not names(file)
    assert json.loads(file)["reviews"]["r-1"]["at"] == AT
    tab.evaluate(f"document.querySelector('{BACK} button').focus()")
    tab.press("Enter")  # a wrong press: the last one is taken back
    tab.wait_until(f"() => !document.querySelector('{BACK}').checkVisibility()")
    kept(tab)
    assert tab.evaluate(STORED).count("De Vries") == 3
    assert "Vriesland" in tab.evaluate(STORED)
    tab.close()


@BOTH
def test_each_thing_that_was_taken_away_goes_as_a_whole(shared: Shared, kind: str, place: Place, tmp_path: Any) -> None:
    tab = begun(shared, kind, place, tmp_path)
    tab.evaluate(f"document.querySelector('{GONE} > summary').focus()")
    tab.press("Enter")
    paths = tab.evaluate(f"[...document.querySelectorAll('{GONE} li')].map((one) => one.dataset.fiiRemovedPath)")
    assert set(paths) == {"actions/a-1", "topics/t-1", "members/m-1", "places/p-1", "rounds/n-1", "reviews/r-3", "reviews/r-1/decisions/d-1", "reviews/r-2/decisions/d-2"}  # fmt: skip
    for path in paths:
        line = f'{GONE} [data-fii-removed-path="{path}"]'
        tab.evaluate(f"document.querySelector('{line} button:last-of-type').focus()")
        tab.press("Enter")
        tab.has_text(line, WORDS_FOR_SCRIPTS["removed.until"])
        if path.startswith("reviews/r-1/"):
            tab.has_text(line, WORDS_FOR_SCRIPTS["removed.sure-closed"])
        tab.wait_until(
            "(words) => document.activeElement.textContent.startsWith(words)", WORDS_FOR_SCRIPTS["removed.leave"]
        )
        go(tab, "(here) => here.matches('[data-fii-forget]')", key="Shift+Tab")
        tab.press("Enter")
        tab.wait_until(f"() => document.activeElement.matches('{BACK} button')")
    kept(tab)
    assert not tab.is_visible(GONE)
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert set(saved["forgotten"]) == {f"{path}/" for path in paths}
    assert [saved[part] for part in ("topics", "places", "rounds")] == [{}, {}, {}]
    assert [set(saved[part]) for part in ("actions", "members", "reviews")] == [{"a-2"}, {"m-2"}, {"r-1", "r-2"}]
    goto(tab, place.url(DOSSIER, "#verloop"))  # the page is left
    kept(tab)
    assert not tab.is_visible(BACK)
    tab.close()


def test_the_paper_of_a_closed_meeting_loses_the_name_only_where_the_reader_says(
    shared: Shared, server: Any, tmp_path: Any
) -> None:
    tab = begun(shared, "chromium", Place("http", server.url), tmp_path)
    paper = "[data-fii-past-review]"
    tab.click("[data-fii-past] button")
    tab.has_text(paper, "De Vries", seconds=120)
    looked_for(tab, "De Vries")
    tab.click("[data-fii-forget-now]")
    tab.wait_until(f"() => document.activeElement.matches('{BACK} button')")
    tab.has_text(paper, "Bel mevrouw De Vries", seconds=60)
    looked_for(tab, "De Vries")
    tab.evaluate(
        f"[...document.querySelectorAll('{BOX} button')].find((one) => one.textContent.startsWith('Vink alle')).click()"
    )
    tab.click("[data-fii-forget-now]")
    tab.has_text(paper, "Bel mevrouw …", seconds=60)
    tab.wait_until(f"() => !document.querySelector('{paper}').textContent.includes('Vries')", seconds=60)
    tab.close()
