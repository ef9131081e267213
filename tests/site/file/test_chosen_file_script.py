"""One file written again and again: what is said of it is so, and nobody's work is overwritten. The page's scripts, in Node.

The files here are made up; `tests/browser/file/test_one_file.py` writes real ones.
"""

from pathlib import Path

import pytest

from tests.site.store.test_dossier_state_script import EARLY, dossier, in_node

#: a disk with one file, and a picker that gives it; `closing` is what the browser does when a file is closed
DISK = """
  const disk = { text: '', time: 1, isThere: true, allowed: 'granted', asked: 0, picked: 0, names: [] };
  let closing = async () => undefined;
  const fail = (name) => { throw new DOMException(name, name); };
  const handle = {
    name: 'De Wissel.json',
    requestPermission: async () => (disk.asked += 1, disk.allowed),
    getFile: async () => disk.isThere ? { size: Buffer.byteLength(disk.text), lastModified: disk.time } : fail('NotFoundError'),
    createWritable: async () => {
      let text = '';
      return {
        write: async (more) => void (text += more),
        close: async () => { await closing(); disk.text = text; disk.time += 1; },
        abort: async () => undefined,
      };
    },
  };
  globalThis.showSaveFilePicker = async ({ suggestedName }) => (disk.picked += 1, disk.names.push(suggestedName), handle);
  const { writeChosen, chosenName, forgetChosen, isWanted, wantDownloads } = await script('saving/chosen-file');
  const tried = (text, how = {}) => writeChosen(text, 'voorstel.json', { of: 'een', ...how }).catch((error) => error.code ?? String(error.stack));
"""


def on_disk(folder: Path, body: str, **given: object) -> object:
    return in_node(folder, DISK + body, **given)


def test_a_file_is_chosen_once_and_written_again(tmp_path: Path) -> None:
    body = """
      const before = isWanted();
      const names = [await tried('een'), await tried('twee ë')];
      return [before, names, disk.text, disk.picked, disk.names, isWanted(), chosenName()];
    """
    name = "De Wissel.json"
    assert on_disk(tmp_path, body) == [False, [name, name], "twee ë", 1, ["voorstel.json"], True, name]


def test_another_file_is_asked_for_by_choice_for_another_dossier_and_after_a_wipe(tmp_path: Path) -> None:
    body = """
      await tried('een');
      await tried('een', { isNew: true });
      await tried('een', { of: 'ander dossier' });
      forgetChosen();
      await tried('een', { of: 'ander dossier' });
      return disk.picked;
    """
    assert on_disk(tmp_path, body) == 4


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        ("disk.text = 'van een ander'; disk.time += 1;", "changed"),
        ("disk.isThere = false;", "gone"),
        ("disk.allowed = 'denied';", "denied"),
        ("closing = async () => fail('QuotaExceededError');", "full"),
        ("closing = async () => fail('AbortError');", "failed"),
        ("handle.createWritable = async () => fail('NoModificationAllowedError');", "busy"),
    ],
)
def test_what_goes_wrong_has_its_own_name_and_the_file_stays(trouble: str, code: str, tmp_path: Path) -> None:
    body = f"""
      await tried('een');
      {trouble}
      const before = disk.text;
      return [await tried('twee'), disk.text === before, disk.picked];
    """
    assert on_disk(tmp_path, body) == [code, True, 1]


def test_after_a_file_that_is_gone_the_next_press_asks_where(tmp_path: Path) -> None:
    body = """
      await tried('een');
      disk.isThere = false;
      const gone = await tried('twee');
      disk.isThere = true;
      return [gone, await tried('drie'), disk.picked, disk.text];
    """
    assert on_disk(tmp_path, body) == ["gone", "De Wissel.json", 2, "drie"]


def test_a_file_that_does_not_hold_all_that_was_written_is_no_success(tmp_path: Path) -> None:
    body = """
      closing = async () => void setTimeout(() => undefined);
      handle.getFile = async () => ({ size: 3, lastModified: 1 });
      return [await tried('veel langer'), chosenName()];
    """
    assert on_disk(tmp_path, body) == ["failed", ""]


@pytest.mark.parametrize(("name", "code"), [("AbortError", "cancelled"), ("SecurityError", "unable")])
def test_no_file_chosen_is_another_thing_than_a_browser_that_lets_nobody_choose(
    name: str, code: str, tmp_path: Path
) -> None:
    body = f"globalThis.showSaveFilePicker = async () => fail('{name}'); return [await tried('een'), isWanted()];"
    assert on_disk(tmp_path, body) == [code, False]


def test_two_presses_do_not_write_through_each_other(tmp_path: Path) -> None:
    body = """
      let go;
      closing = () => new Promise((done) => (go = done));
      const first = tried('een');
      const second = await tried('twee');
      await calm();
      go();
      return [second, await first, disk.text];
    """
    assert on_disk(tmp_path, body) == ["busy", "De Wissel.json", "een"]


def test_downloads_are_back_when_the_reader_wants_them(tmp_path: Path) -> None:
    body = "await tried('een'); const before = isWanted(); wantDownloads(); return [before, isWanted(), chosenName()];"
    assert on_disk(tmp_path, body) == [True, False, ""]


def test_the_mark_of_a_file_comes_only_when_the_browser_has_closed_it(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.change('s1-01', { choice: 'groen' });
      await state.keep();
      let go;
      closing = () => new Promise((done) => (go = done));
      const { saveDossier } = await script('saving/save-dossier');
      const saving = saveDossier(state, () => undefined, 'choose');
      await until(() => go);
      const during = [state.marks.file ?? '', state.marks.changes];
      go();
      const { sentence, left } = await saving;
      return [during, state.marks.fileName, state.marks.changes, sentence, left, JSON.parse(disk.text).answers['s1-01'].choice];
    """
    assert on_disk(tmp_path, body) == [["", 1], "De Wissel.json", 0, "save.into", None, "groen"]


def test_a_dossier_opened_over_this_one_does_not_go_into_its_file(tmp_path: Path) -> None:
    """Nor where another tab opened it: the history says so. A merge stays in the file."""
    body = """
      const state = await begun();
      const { saveDossier } = await script('saving/save-dossier');
      const save = () => saveDossier(state, () => undefined, 'wanted');
      state.change('s1-01', { choice: 'groen' });
      await saveDossier(state, () => undefined, 'choose');
      await save();
      const before = disk.picked;
      await state.open(await tree(), 'a.json', 'merged');
      await save();
      const merged = disk.picked;
      await state.open(await tree(), 'a.json', 'opened');
      await save();
      return [before, merged, disk.picked];
    """
    tree = dossier(answers={"s1-02": {"choice": "rood", "at": EARLY}})
    assert on_disk(tmp_path, body, tree=tree) == [1, 1, 2]
