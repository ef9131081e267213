"""Makes every call to the browser's storage fail, one after another, on save, load, migrate, import and export.

Each call in eight ways of failing and one of never answering, once and for ever. What was kept must be there afterwards,
the page must have said that something is wrong while it was, and saving must work again.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import Place
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, offer, previewed
from tests.proof.ground import Ground
from tests.proof.page import CLICK, LAYOUT, LIGHTS, SAYS, Says
from tests.proof.tally import Tally

FAULTS = Path(__file__).with_name("faults.js").read_text("utf-8")
#: as `faults.js` knows them; the last one is no answer at all
ERRORS = (
    "QuotaExceededError", "AbortError", "UnknownError", "InvalidStateError", "TransactionInactiveError", "DataError",
    "SecurityError", "NotFoundError", "never",
)  # fmt: skip
WAYS = [(error, for_ever) for error in ERRORS for for_ever in (False, True)]
#: no action makes as many calls; a seed is a call and a way, and what goes beyond the last call tries nothing
MOST = 90
SEEDS = MOST * len(WAYS)
#: a full disk at the second call, for ever; when saving also no answer to the first, once
SHORT = dict.fromkeys(("load", "migrate", "import", "export"), (len(WAYS) + 1,)) | {
    "save": (len(WAYS) + 1, len(WAYS) - 2)
}
PATIENCE = 12.0
STORE = "fii-dossier:handboek-fii"
OTHER = f"{STORE}:anders"
#: how the list calls a dossier whose name cannot be read now, and says that it does not know which there are
UNREAD = "|".join(WORDS_FOR_SCRIPTS[f"dossiers.{key}"].partition(".")[0] for key in ("first", "unseen"))
MOMENT = "2026-11-01T10:00:00.000Z"
#: puts a database of an earlier layout in the place of the one that is there
LAY = """async (stores) => {
  for (const [name, { layout, ...content }] of Object.entries(stores)) {
    await new Promise((done, fail) => { const gone = indexedDB.deleteDatabase(name); gone.onsuccess = done; gone.onerror = fail; });
    const db = await new Promise((done, fail) => {
      const asked = indexedDB.open(name, layout);
      asked.onupgradeneeded = () => Object.keys(content).forEach((store) => asked.result.createObjectStore(store));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = fail;
    });
    const tx = db.transaction(Object.keys(content), 'readwrite');
    for (const [store, records] of Object.entries(content)) for (const [key, value] of Object.entries(records)) tx.objectStore(store).put(value, key);
    await new Promise((done) => (tx.oncomplete = done));
    db.close();
  }
  return true;
}"""


@dataclass
class Case:
    """One call that fails in one way, on a page that is open."""

    tab: Tab
    place: Place
    work: Path
    seed: int
    call: int
    error: str
    for_ever: bool

    @property
    def plan(self) -> dict[str, object]:
        return {"at": self.call, "error": self.error, "forEver": self.for_ever}

    def arm(self) -> None:
        self.tab.call("(plan) => window.fiiFaults.arm(plan)", self.plan)

    def says(self) -> Says:
        found: Says = self.tab.call(SAYS)
        return found

    def stands(self, store: str = STORE) -> dict[str, Any]:
        """No call fails any more from here on; give what the browser keeps, before the page can write again."""
        found: dict[str, Any] = self.tab.evaluate(
            f"(async () => {{ window.fiiFaults.disarm(); return window.fiiFaults.stands({json.dumps(store)}); }})()"
        )
        return found


#: does what the action does while calls fail; returns what must be kept or said, and what may stand in the store
type Action = Callable[[Case, Tally], None]


def run(action: str, ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """Try the calls that these seeds name; each action lays its own ground first."""
    with ground.place("http") as place, ground.browser("chromium", init=FAULTS) as browser:
        tab = browser.tab()
        calls = calls_of(action, tab, place, ground.work)
        if calls >= MOST:
            tally.note("hung", "?", f"{action} makes {calls} calls: more than are tried")
        for seed in seeds:
            call, way = divmod(seed, len(WAYS))
            if call < calls:
                before = len(tally.notes)
                case = Case(tab, place, ground.work, seed, call + 1, *WAYS[way])
                with tally.trying(seed, f"call {call + 1} of {calls}, {WAYS[way]}"):
                    ACTIONS[action](case, tally)
                if len(tally.notes) > before:
                    leave(case)  # the next one begins afresh


def calls_of(action: str, tab: Tab, place: Place, work: Path) -> int:
    """Do the action once while nothing fails, and give the number of its calls. Raises AssertionError where it finds a fault."""
    tally = Tally()
    case = Case(tab, place, work, -1, 0, "never", False)
    ACTIONS[action](case, tally)
    assert not tally.notes, tally.notes
    return int(tab.evaluate("window.fiiProofCalls ?? window.fiiFaults.count"))


def lay(case: Case, layout: int = LAYOUT) -> None:
    """Put two dossiers into the browser, the second one open, past the page."""
    open_one: dict[str, Any] = {
        "answers": {"s1-01": {"choice": "groen", "at": MOMENT}, "s1-02": {"note": "Onze notitie", "at": MOMENT}}
    }
    other: dict[str, Any] = {"answers": {"s1-03": {"choice": "rood", "at": MOMENT}}}
    for one in (open_one, other):
        one["rest"] = {"marks": {"here": MOMENT, "since": MOMENT, "changes": 1}}
        if layout > 1:
            one["registers"] = {"settings/name": {"text": "Zuid" if one is open_one else "Noord", "at": MOMENT}}
    leave(case)
    case.tab.call(LAY, {OTHER: {"layout": layout, **open_one}, STORE: {"layout": layout, **other}})
    case.tab.evaluate(f"localStorage.setItem('fii-current:handboek-fii', {json.dumps(OTHER)})")


def leave(case: Case) -> None:
    """Go where no script of the handbook runs, with the same storage."""
    case.tab.goto(case.place.url("images/favicon.svg"))
    case.tab.evaluate("(() => { window.name = ''; window.fiiFaults.disarm(); })()")


def settled(case: Case, tally: Tally, what: str, wanted: dict[str, str]) -> bool:
    """Wait until the page shows what is wanted and says that it is kept, or says that something is wrong.

    Neither is silence. Gives whether it was told as kept.
    """
    last: dict[str, Any] = {}
    try:
        last.update(case.tab.wait_until(
            f"""(wanted) => {{ const says = ({SAYS})();
            const all = Object.entries(wanted).every(([item, light]) => says.choices[item] === light);
            return (says.wrong || (says.kept && all)) && says; }}""",
            wanted, seconds=PATIENCE,
        ))  # fmt: skip
    except AssertionError:
        tally.note("silent", case.seed, f"{what}: {case.plan}; the page says {case.says()}")
        return False
    return not last["wrong"]


def works_again(case: Case, tally: Tally, store: str, must: dict[str, str]) -> None:
    """Give one more answer now that nothing fails: it must be kept, and all that was kept before must be there."""
    case.tab.evaluate("window.fiiFaults.disarm()")
    light = case.tab.call(CLICK, "s1-09")
    try:
        case.tab.wait_until(f"() => {{ const says = ({SAYS})(); return says.kept && !says.wrong; }}", seconds=PATIENCE)
    except AssertionError:
        tally.note("dead", case.seed, f"{case.plan}; the page says {case.says()}")
    answers = case.stands(store)["answers"]
    for item, given in (must | {"s1-09": light}).items():
        if answers.get(item, {}).get("choice") != given:
            tally.note(
                "dead" if item == "s1-09" else "lost", case.seed, f"{item} is not {given}: {case.plan}; {answers}"
            )


def save(case: Case, tally: Tally) -> None:
    """Give an answer."""
    if "stoplicht-1" not in case.tab.url():
        lay(case)
        case.tab.goto(case.place.url("checklists/stoplicht-1/"))
    case.arm()
    light = case.tab.call(CLICK, "s1-03")
    told = settled(case, tally, "an answer was given", {"s1-03": light})
    note_calls(case)
    kept = case.stands(OTHER)["answers"]
    if told and kept.get("s1-03", {}).get("choice") != light:
        tally.note("silent", case.seed, f"said to be kept and is not: {case.plan}; {kept}")
    works_again(case, tally, OTHER, {"s1-01": "groen", "s1-03": light})


def load(case: Case, tally: Tally, layout: int = LAYOUT) -> None:
    """Come to the dossier."""
    lay(case, layout)
    case.tab.evaluate(f"(() => {{ window.name = {json.dumps(json.dumps(case.plan))}; }})()")
    case.tab.goto(case.place.url(DOSSIER, "#stoplicht-1"))
    told = settled(case, tally, "the page was opened", {"s1-01": "groen"})
    if told and layout > 1:
        try:
            case.tab.wait_until(
                f"() => /Noord|{UNREAD}/.test(document.querySelector('[data-fii-dossier-list]').textContent) || ({SAYS})().wrong",
                seconds=PATIENCE,  # the page gives the browser five before it says that it does not answer
            )
        except AssertionError:
            tally.note("silent", case.seed, f"the other dossier is not listed: {case.plan}")
    note_calls(case)
    stood = case.stands(OTHER)
    if stood["answers"].get("s1-01", {}).get("choice") != "groen":
        tally.note("lost", case.seed, f"gone from the store: {case.plan}; {stood}")
    case.tab.evaluate("(() => { window.name = ''; })()")
    if case.says()["choices"].get("s1-01") != "groen":  # it said so; what a reader then does
        case.tab.reload()
    works_again(case, tally, OTHER, {"s1-01": "groen"})


def migrate(case: Case, tally: Tally) -> None:
    """Come to the dossier that an earlier version of the handbook kept."""
    load(case, tally, layout=1)


def import_(case: Case, tally: Tally) -> None:
    """Take a file over."""
    begin_in_dossier(case)
    before = case.stands(OTHER)["answers"]
    now = LIGHTS.index(before.get("s1-04", {}).get("choice", "rood"))
    lights = {"s1-01": "groen", "s1-04": LIGHTS[(now + 1) % 3], "s1-05": LIGHTS[(now + 2) % 3]}
    offer(case.tab, as_file(case.work, dossier({item: {"choice": light} for item, light in lights.items()})))
    previewed(case.tab)
    case.arm()
    case.tab.click("[data-fii-action=apply]")
    told = settled(case, tally, "a file was taken over", lights)
    note_calls(case)
    kept = {item: one.get("choice") for item, one in case.stands(OTHER)["answers"].items()}
    old = {item: one.get("choice") for item, one in before.items()}
    if told and kept != lights:
        tally.note("silent", case.seed, f"said to be kept and is not: {case.plan}; {kept}")
    if kept not in (lights, old):
        tally.note("lost", case.seed, f"neither the old dossier nor the new: {case.plan}; {kept}")
    works_again(case, tally, OTHER, lights)


def export(case: Case, tally: Tally) -> None:
    """Save as a file."""
    begin_in_dossier(case)
    case.arm()
    file = case.tab.download("[data-fii-action=save]")
    answers = json.loads(file.read_text("utf-8"))["answers"]
    file.unlink()
    if answers.get("s1-01", {}).get("choice") != "groen":
        tally.note("lost", case.seed, f"not in the file: {case.plan}; {answers}")
    case.tab.has_text("[data-fii-progress]", "als bestand aangeboden", seconds=PATIENCE)
    settled(case, tally, "a file was saved", {"s1-01": "groen"})
    note_calls(case)
    works_again(case, tally, OTHER, {"s1-01": "groen"})


def begin_in_dossier(case: Case) -> None:
    if "/dossier/" not in case.tab.url():
        lay(case)
        case.tab.goto(case.place.url(DOSSIER, "#stoplicht-1"))
        choose(case.tab, "s1-06", "groen")
    case.tab.wait_until(f"() => {{ const says = ({SAYS})(); return says.kept && !says.wrong; }}", seconds=PATIENCE)
    case.tab.evaluate("(() => { document.querySelector('[data-fii-progress]').textContent = ''; })()")


def note_calls(case: Case) -> None:
    """Remember how many calls there were, before the page makes more of them."""
    case.tab.evaluate("(() => { window.fiiProofCalls = window.fiiFaults.count; })()")


ACTIONS: dict[str, Action] = {"save": save, "load": load, "migrate": migrate, "import": import_, "export": export}
