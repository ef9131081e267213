"""The proof in its short form: a few seeds of each subject. And each of its trials sees the harm that it looks for."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.handbook import choose, goto, kept, page_of
from tests.browser.served import WAYS
from tests.browser.withheld import PAGES
from tests.proof import clock, kills, others, roads, run, storage, tabs
from tests.proof.ground import Ground
from tests.proof.harm import HARMS, RAN
from tests.proof.hostile.files import all_files
from tests.proof.hostile.links import all_links
from tests.proof.hostile.stores import all_poison
from tests.proof.subjects import SUBJECTS, spread
from tests.proof.tally import COLUMNS, Tally, table


@pytest.fixture
def ground(site: Path, offline_copy: Path, playwright: Playwright, tmp_path: Path) -> Ground:
    return Ground(site, offline_copy, playwright, tmp_path)


@pytest.mark.parametrize("name", [name for name, subject in SUBJECTS.items() if subject.short])
def test_a_few_of_each(name: str, ground: Ground) -> None:
    tally = Tally()
    SUBJECTS[name].run(ground, SUBJECTS[name].short, tally)
    assert tally.is_clean, table([(name, tally)])


def test_there_are_as_many_as_was_promised() -> None:
    files = all_files()
    assert len(files) >= 400
    assert len({one.kind for one in files}) >= 25
    assert len({(one.kind, one.name) for one in files}) == len(files)
    for road in ({kind for kind, _ in all_links()}, {one.kind for one in all_poison()}):
        assert {one.kind for one in files} <= road
    assert SUBJECTS["hostile-file"].seeds == len(files)
    assert min(SUBJECTS["hostile-link"].seeds, SUBJECTS["hostile-store"].seeds) > len(files)
    assert SUBJECTS["kills-chromium"].seeds >= 200
    assert SUBJECTS["kills-firefox"].seeds >= 50
    assert len(storage.ERRORS) >= 8
    assert SUBJECTS["mutated"].seeds * others.FILES >= 20_000
    assert SUBJECTS["mutated"].seeds * others.IN_PYODIDE >= 1_000
    assert SUBJECTS["tabs"].seeds >= 10
    assert tabs.WRITES >= 150
    days = [(moment - clock.BASE).days for moment in clock.MOMENTS]
    assert min(days) <= -400
    assert max(days) >= 400
    assert [SUBJECTS[f"withheld-{kind}"].seeds for kind in ("chromium", "firefox")] == [len(PAGES) * len(WAYS)] * 2
    assert SUBJECTS["withheld-webkit"].seeds == len(PAGES) >= 3
    assert SUBJECTS["proposals"].seeds >= 40
    assert SUBJECTS["commands"].seeds >= 100
    assert SUBJECTS["mutations"].seeds >= 12
    assert spread(200, 4) == [0, 50, 100, 150]


def test_an_answer_that_is_not_there_is_lost(ground: Ground) -> None:
    with ground.place("http") as place, ground.browser("chromium") as browser:
        tab = browser.tab()
        goto(tab, page_of(place, "stoplicht-1"))
        choose(tab, "s1-01", "rood")
        kept(tab)
        assert kills.missing(tab, place, {"s1-01": ("rood", "")}, "") == ""
        assert kills.missing(tab, place, {"s1-01": ("groen", "")}, "", seconds=1) != ""


def test_a_store_that_forgets_is_seen(ground: Ground) -> None:
    """From some moment on it says yes and keeps nothing."""
    tally = Tally()
    with ground.place("http") as place, ground.browser("chromium", init=storage.FAULTS) as browser:
        tab = browser.tab()
        case = storage.Case(tab, place, ground.work, 0, 0, "never", False)
        storage.lay(case)
        tab.goto(place.url("checklists/stoplicht-1/"))
        tab.evaluate("(() => { IDBObjectStore.prototype.put = function (value, key) { return this.get(key); }; })()")
        storage.ACTIONS["save"](case, tally)
    assert tally.found["silent"] == 1, tally.notes


def test_a_file_and_a_link_go_their_road_and_a_script_that_ran_is_seen(ground: Ground) -> None:
    tally = Tally()
    with ground.place("http") as place, ground.browser("chromium", init=roads.QUIET) as browser:
        room = roads.Room(browser, place, ground.work)
        roads.open_file(room, 0, tally)
        roads.follow_link(room, 0, tally)
        assert tally.found == dict.fromkeys(COLUMNS, 0), tally.notes
        room.tab().evaluate(f"(() => {{ window.{RAN} = 1; }})()")
        roads.lives(room, 0, tally, "canary", as_file_too=False)
        assert tally.found == dict.fromkeys(COLUMNS, 0) | {"run": 1}


@pytest.mark.parametrize("harm", HARMS[:1])
def test_harm_does_run_where_nothing_stops_it(harm: str, ground: Ground) -> None:
    with ground.browser("chromium") as browser:
        tab = browser.tab()
        tab.goto("about:blank")
        tab.evaluate(f"(() => {{ document.body.innerHTML = {json.dumps(harm)}; }})()")
        tab.wait_until(f"() => window.{RAN}")


def _falls_over(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    for seed in seeds:
        with tally.trying(seed):
            raise RuntimeError("as planned")


def test_a_trial_that_falls_over_is_counted_and_stops_no_other() -> None:
    tally = Tally()
    _falls_over(None, [3, 4], tally)  # type: ignore[arg-type]
    assert (tally.tried, tally.found["hung"], tally.is_clean) == (2, 2, False)
    assert "seed 3: RuntimeError: as planned" in table([("x", tally)])
    assert not Tally().is_clean  # what tried nothing proves nothing


def test_a_part_that_was_stopped_goes_on_and_forgets_nothing(tmp_path: Path) -> None:
    file, tally = tmp_path / "kills-0.json", Tally()
    subject = SUBJECTS["kills-chromium"]
    for seed in run.watched([4, 5, 6], subject, "x", tally, file):
        tally.note("lost", seed, "as planned")
        if seed == 5:
            break  # in the midst of it: what it had found is not whole
    known = Tally.read(file)
    assert (known.done, known.found["lost"]) == ([4], 1)
    assert list(run.watched([4, 5, 6], subject, "x", known, file)) == [5, 6]
    assert Tally.read(file).done == [4, 5, 6]
