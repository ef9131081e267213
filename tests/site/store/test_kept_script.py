"""What the page says of keeping is true: kept, as a file, taken back. The page's own scripts, in Node."""

from pathlib import Path

import pytest

from tests.site.store.test_dossier_state_script import EARLY, dossier, in_node


def test_kept_is_said_only_once_the_browser_says_that_the_write_is_complete(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      const go = hold();
      state.change('s1-01', { choice: 'groen' });
      await calm();
      const during = [state.isKept, stores.get('answers').size];
      go();
      await calm();
      return [during, [state.isKept, stores.get('answers').size]];
    """
    assert in_node(tmp_path, body) == [[False, 0], [True, 1]]


def test_two_tabs_that_write_one_answer_at_once_lose_neither_part(tmp_path: Path) -> None:
    """Each looks at what is kept inside its own transaction, not at what it last saw."""
    body = """
      const { AnswerStore } = await script('store/answer-store');
      const tabs = [new AnswerStore('x', () => undefined), new AnswerStore('x', () => undefined)];
      const parts = [{ choice: 'groen' }, { note: 'half twee' }];
      await Promise.all(tabs.map((tab, n) => tab.write(new Map([['s1-01', { ...parts[n], at: given.at }]]))));
      return stores.get('answers').get('s1-01');
    """
    assert in_node(tmp_path, body, at=EARLY) == {"choice": "groen", "note": "half twee", "at": EARLY}


@pytest.mark.parametrize(("event", "is_in_a_file"), [("opened", True), ("merged", False)])
def test_what_was_merged_is_in_no_file_yet_and_what_was_opened_is(
    event: str, is_in_a_file: bool, tmp_path: Path
) -> None:
    body = """
      const state = await begun();
      await state.open(await tree(), 'a.json', given.event);
      const { file, fileName, changes } = state.marks;
      return [file ?? '', fileName ?? '', changes];
    """
    tree = dossier(answers={"s1-01": {"choice": "groen", "at": EARLY}})
    assert in_node(tmp_path, body, event=event, tree=tree) == ([EARLY, "a.json", 0] if is_in_a_file else ["", "", 1])


def test_a_merge_after_a_saved_file_counts_as_a_change_since_that_file(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      await state.savedAsFile('eerst.json', state.dossier());
      await state.open(await tree(), 'a.json', 'merged');
      return [state.marks.fileName, state.marks.changes];
    """
    tree = dossier(answers={"s1-01": {"choice": "groen", "at": EARLY}})
    assert in_node(tmp_path, body, tree=tree) == ["eerst.json", 1]


def test_an_opened_file_is_taken_back_whole(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.change('s1-01', { choice: 'groen' });
      state.put('actions/a-1', { text: 'Bel', state: 'open' });
      await state.keep();
      const seen = () => [...state.answers, ...state.registers].map(([id, one]) => `${id}: ${one.choice ?? one.text}`).sort();
      const before = seen();
      await state.open(await tree(), 'a.json');
      const opened = seen();
      await state.undo();
      return [before, opened, seen()];
    """
    action = {"at": EARLY, "text": "Mail", "state": "open"}
    tree = dossier(answers={"s1-02": {"choice": "rood", "at": EARLY}}, actions={"a-2": action})
    own = ["actions/a-1: Bel", "s1-01: groen"]
    assert in_node(tmp_path, body, tree=tree) == [own, ["actions/a-2: Mail", "s1-02: rood"], own]


def test_what_is_given_while_a_large_file_is_taken_over_stays(tmp_path: Path) -> None:
    """It takes seconds, and a reader goes on; what was there before has gone with the file, and can come back."""
    body = """
      const { Turns } = await script('base/turns');
      const state = await begun();
      state.change('s1-01', { choice: 'groen' });
      await state.keep();
      const turns = new Turns();
      let isGiven = false;
      const next = turns.next.bind(turns);
      turns.isOver = () => true;
      turns.next = async () => {
        if (!isGiven) {
          isGiven = true;
          state.change('s1-09', { choice: 'rood' });
          state.put('actions/a-1', { text: 'Bel', state: 'open' });
        }
        return next();
      };
      const file = await tree();
      const opening = state.open(file, 'a.json', 'opened', turns);
      state.change('s1-08', { choice: 'oranje' }); // while it is still judged
      await opening;
      await calm();
      const seen = () => [...state.answers, ...state.registers].map(([id, one]) => `${id}: ${one.choice ?? one.text}`).sort();
      const kept = [...stores.get('answers').keys(), ...stores.get('registers').keys()].sort();
      return [isGiven, seen(), kept, state.marks.changes];
    """
    tree = dossier(answers={"s1-02": {"choice": "rood", "at": EARLY}})
    assert in_node(tmp_path, body, tree=tree) == [
        True,
        ["actions/a-1: Bel", "s1-02: rood", "s1-08: oranje", "s1-09: rood"],
        ["actions/a-1", "s1-02", "s1-08", "s1-09"],
        3,
    ]


def test_wiping_leaves_nothing_in_the_browser(tmp_path: Path) -> None:
    body = """
      const { leave } = await script('store/unsaved');
      const state = await begun();
      state.change('s1-01', { choice: 'groen' });
      state.put('actions/a-1', { text: 'Bel', state: 'open' });
      await state.keep();
      leave('fii-dossier:handboek-fii', new Map([['s1-02', { note: 'later', at: given.at }]]));
      const before = [...stores].map(([, store]) => store.size);
      await state.wipe();
      return [before, [...stores].map(([, store]) => store.size), localStorage.getItem('fii-dossier:handboek-fii')];
    """
    before, after, left = in_node(tmp_path, body, at=EARLY)
    assert all(size > 0 for size in before)
    assert (after, left) == ([0, 0, 0], None)


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (
            "const end = performance.now() + 200; while (performance.now() < end); return new Promise((done) => real(done, 0, 'kept'));",
            "kept",
        ),
        ("return new Promise(() => undefined);", "silent"),
    ],
)
def test_a_store_is_silent_only_when_the_page_could_have_heard_it(work: str, told: str, tmp_path: Path) -> None:
    body = f"""
      const real = setTimeout;
      globalThis.setTimeout = (work, wait = 0) => real(work, wait / 100);
      const {{ within }} = await script('store/store-error');
      return within(() => {{ {work} }}).catch((error) => error.code);
    """
    assert in_node(tmp_path, body) == told
