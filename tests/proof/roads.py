"""Three roads for what means harm: a file that is opened, a link that is followed, a store that was poisoned.

Each online and from the unpacked folder, by turns in Chromium and Firefox. No script may run, the page must answer and
say something, and saving must work afterwards. One page takes one after another; where one did harm, the next is fresh.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from fii_widgets.dossier.file.open import open_text
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser import driver
from tests.browser.conftest import Place
from tests.browser.handbook import DOSSIER, as_file, in_sight
from tests.proof.ground import Ground
from tests.proof.harm import RAN
from tests.proof.hostile.files import all_files
from tests.proof.hostile.links import all_links
from tests.proof.hostile.stores import SOUND, STORE, Poison, all_poison
from tests.proof.page import CLICK, LAYOUT, SAYS
from tests.proof.tally import Tally

PATIENCE = 45.0  # also on a busy machine; a page that hangs does so for good
#: Put into every page before its own scripts: by its name it runs without a store, while we poison that, or without
#: Python, which starts anew with every page and takes most of the time.
QUIET = """window.fiiStore = indexedDB;
for (const name of { quiet: ['indexedDB', 'Worker'], bare: ['Worker'] }[window.name] ?? []) Object.defineProperty(window, name, { value: undefined });"""
#: of so many stores one is read with Python, until it has said something of them
WITH_PYTHON = 10
POISON = """async (records, local) => {
  const real = window.fiiStore, name = %s;
  for (const { name } of await real.databases()) await new Promise((done, fail) => { const gone = real.deleteDatabase(name); gone.onsuccess = done; gone.onerror = fail; });
  localStorage.clear();
  const db = await new Promise((done, fail) => {
    const asked = real.open(name, %d);
    asked.onupgradeneeded = () => ['answers', 'rest', 'registers'].forEach((store) => asked.result.createObjectStore(store));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = fail;
  });
  let put = 0;
  const tx = db.transaction(['answers', 'rest', 'registers'], 'readwrite');
  for (const [store, pairs] of Object.entries(records)) for (const [key, value] of pairs) {
    try { tx.objectStore(store).put(value, key); put += 1; } catch (refused) { console.info(refused); }
  }
  await new Promise((done, fail) => { tx.oncomplete = done; tx.onabort = () => fail(tx.error); });
  db.close();
  for (const [key, text] of Object.entries(local)) localStorage.setItem(key, text);
  return put; }"""
FULL = WORDS_FOR_SCRIPTS["refused.room"].partition(".")[0]
KEPT = f"() => ({SAYS})().kept"
#: what Python made of the answers stands there, or why it made nothing
SUMMED = "() => document.querySelector('#stoplicht-1 [data-fii-summary]').textContent.trim()"
#: what a file or a link led to: '' while nothing shows yet
OPENED = """() => { const shows = (s) => document.querySelector(s)?.checkVisibility() && document.querySelector(s).textContent.trim();
  return shows('[data-fii-complaint]') ? 'refused' : !shows('[data-fii-preview]') ? '' : shows('[data-fii-action=apply]') ? 'offered' : 'shown'; }"""
LINKED = """() => { const dialog = document.querySelector('[data-fii-dialog=linked]');
  if (!dialog) return '';
  return dialog.querySelector('[role=alert]') ? 'refused' : dialog.querySelector('[data-fii-linked=all]') ? 'offered'
    : dialog.querySelector('[data-fii-linked=close]') ? 'shown' : ''; }"""


@dataclass
class Room:
    """One browser in one place, with a page that is used again until something went wrong in it."""

    browser: driver.Browser
    place: Place
    work: Path
    open_tab: driver.Tab | None = field(default=None)

    def tab(self) -> driver.Tab:
        """Give the dossier's page, fresh where there is none."""
        if self.open_tab is None:
            self.poison(Poison("", ""))
        assert self.open_tab
        return self.open_tab

    def poison(self, poison: Poison, *, python: bool = True) -> None:
        """Put records into empty stores, past the page, and come to the dossier."""
        if self.open_tab is None:
            self.open_tab = self.browser.tab()
            self.open_tab.goto(self.place.url(""))
        tab = self.open_tab
        tab.evaluate("(() => { window.name = 'quiet'; })()")
        # from a folder each page may have a store of its own
        tab.goto(self.place.url(DOSSIER) if self.place.kind == "file" else self.place.url("images/favicon.svg"))
        records = ", ".join(
            f"{store}: [{', '.join(f'[{key}, {value}]' for key, value in pairs)}]"
            for store, pairs in poison.records.items()
        )
        tab.evaluate(f"({POISON % (json.dumps(STORE), LAYOUT)})({{{records}}}, {json.dumps(poison.local)})")
        tab.evaluate(f"(() => {{ window.name = '{'' if python else 'bare'}'; }})()")
        tab.goto(self.place.url(DOSSIER, "#stoplicht-1"))

    def forget(self) -> None:
        """Let the next one begin in a fresh page."""
        if self.open_tab:
            self.open_tab.close()
        self.open_tab = None


type Try = Callable[[Room, int, Tally], None]


def run(road: str, ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """Try what these seeds name, online and from the folder."""
    begin = ROADS[road]
    rooms: dict[tuple[str, str], Room] = {}
    with ExitStack() as closing:
        for seed in seeds:
            for kind, where in ways(seed):
                before = len(tally.notes)
                with tally.trying(seed, f"{kind} {where} {name_of(road, seed)}"):
                    if (kind, where) not in rooms:
                        browser = closing.enter_context(ground.browser(kind, init=QUIET))
                        rooms[kind, where] = Room(browser, closing.enter_context(ground.place(where)), ground.work)
                    begin(rooms[kind, where], seed, tally)
                if len(tally.notes) > before and (kind, where) in rooms:
                    rooms[kind, where].forget()


def ways(seed: int) -> Iterator[tuple[str, str]]:
    """Each in both places; by turns Chromium has the one and Firefox the other."""
    yield ("chromium", "firefox")[seed % 2], "http"
    yield ("firefox", "chromium")[seed % 2], "file"


def name_of(road: str, seed: int) -> str:
    """Say what a seed is."""
    if road == "link":
        kind, name = all_links()[seed]
        return f"{kind}: {name[:60]}"
    one = all_files()[seed] if road == "file" else all_poison()[seed]
    return f"{one.kind}: {one.name}"


def open_file(room: Room, seed: int, tally: Tally) -> None:
    """Choose the file, and take it over where the page offers that."""
    tab = room.tab()
    tab.evaluate("(() => { document.querySelector('[data-fii-complaint]').textContent = ''; })()")
    tab.upload("[data-fii-file]", as_file(room.work, all_files()[seed].content, "x.json"))
    led_to = comes(tab, OPENED, tally, seed, f"file {name_of('file', seed)}")
    if led_to == "offered":
        tab.click("[data-fii-action=apply]")
        tab.wait_until(f"() => {{ const says = ({SAYS})(); return says.kept || says.wrong; }}", seconds=PATIENCE)
        lives(room, seed, tally, f"file {name_of('file', seed)}", as_file_too=True)
        tab.reload()  # what was taken over comes out of the store
    elif led_to == "shown":
        tab.click("[data-fii-action=cancel]")
    lives(room, seed, tally, f"file {name_of('file', seed)}", as_file_too=led_to == "offered")


def follow_link(room: Room, seed: int, tally: Tally) -> None:
    """Go to the address, and take over what the page offers."""
    tab = room.tab()
    fragment = all_links()[seed][1]
    tab.call("(hash) => { location.hash = hash; return true; }", f"#{fragment}")
    if tab.evaluate("/^#fii\\d+(~|%7e)/i.test(location.hash)"):
        if comes(tab, LINKED, tally, seed, f"link {fragment[:60]}") == "offered":
            tab.click("[data-fii-linked=all]")
            tab.wait_until(
                "() => document.querySelector('[data-fii-dialog=linked]').querySelector('[role=alert], [data-fii-linked=undo]') !== null",
                seconds=PATIENCE,
            )
        tab.evaluate("(() => { document.querySelector('[data-fii-dialog=linked]')?.close(); })()")
    lives(room, seed, tally, f"link {fragment[:60]}", as_file_too=False)


def read_store(room: Room, seed: int, tally: Tally) -> None:
    """Come to a dossier whose store was poisoned; one sound answer stands in it too."""
    poison = all_poison()[seed]
    answers = [*poison.records.get("answers", []), (json.dumps("s1-08"), json.dumps(SOUND[1]))]
    python = seed % WITH_PYTHON == 0
    room.poison(Poison(poison.kind, poison.name, {**poison.records, "answers": answers}, poison.local), python=python)
    tab, what = room.tab(), f"store {name_of('store', seed)}"
    comes(
        tab,
        "() => [...document.querySelectorAll('[data-fii-status], [role=alert]')].some((e) => e.textContent.trim())",
        tally,
        seed,
        what,
    )
    if not any("current" in key for key in poison.local):  # else another dossier may be open, by that choice
        try:
            tab.wait_until(
                "() => document.querySelector('input[name=\"s1-08\"]:checked')?.value === 'groen'", seconds=PATIENCE
            )
        except AssertionError:
            tally.note("lost", seed, f"{what}: the sound answer is not shown; {tab.call(SAYS)}")
    lives(room, seed, tally, what, as_file_too=True)
    if python:
        comes(tab, SUMMED, tally, seed, f"{what}: the summary")
        hears(tab, seed, tally, what)


def comes(tab: driver.Tab, ask: str, tally: Tally, seed: int, what: str) -> str:
    """Wait until something shows; nothing is silence."""
    try:
        return str(tab.wait_until(ask, seconds=PATIENCE))
    except AssertionError:
        tally.note("silent", seed, f"{what}: {tab.call(SAYS)}")
        return ""


def lives(room: Room, seed: int, tally: Tally, what: str, *, as_file_too: bool) -> None:
    """No script ran, and an answer that is given now is kept, here and in a file that opens again."""
    tab = room.tab()
    hears(tab, seed, tally, what)
    in_sight(tab, ["s1-09"])
    light = tab.call(CLICK, "s1-09")
    try:
        tab.wait_until(KEPT, seconds=PATIENCE)
    except AssertionError:
        tally.note("dead", seed, f"{what}: {tab.call(SAYS)}")
        return
    if not as_file_too or FULL in tab.call(SAYS)["wrong"]:  # it said that there is no room for one more
        return
    try:
        file = room.tab().download("[data-fii-action=save]")
        saved = open_text(file.read_text("utf-8")).dossier.answers
        file.unlink()
        assert saved["s1-09"].choice == light, saved["s1-09"]
    except Exception as error:
        tally.note("dead", seed, f"{what}: no file that opens: {' '.join(str(error).split())[:200]}")


def hears(tab: driver.Tab, seed: int, tally: Tally, what: str) -> None:
    """Note a script that ran, in the page or in a frame of it."""
    if tab.evaluate(
        f"[window, ...Array.from(frames)].some((one) => {{ try {{ return one.{RAN}; }} catch {{ return false; }} }})"
    ):
        tally.note("run", seed, what)


ROADS: dict[str, Try] = {"file": open_file, "link": follow_link, "store": read_store}
#: how many there are of each
COUNTS = {"file": len(all_files()), "link": len(all_links()), "store": len(all_poison())}
#: the seed of `make test`, an even one; what stands wrong in the other store: tests/browser/base/test_kept_texts.py
SHORT = (0,)
