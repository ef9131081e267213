"""A traject that is finished: nothing is written in it until the reader goes on. The page's own scripts, in Node."""

from pathlib import Path

from tests.site.store.test_dossier_state_script import EARLY, dossier, in_node


def test_nothing_is_written_in_a_finished_traject_until_it_goes_on(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      const heard = [];
      state.addEventListener('refused', ({ detail }) => heard.push([detail.id, detail.code]));
      state.change('s1-01', { choice: 'groen' });
      await state.keep();
      await state.finish(true);
      const taken = [state.change('s1-01', { choice: 'rood' }), state.put('actions/a-1', { text: 'Bel', state: 'open' })];
      await calm();
      const kept = [stores.get('answers').get('s1-01').choice, stores.get('registers').size, Boolean(stores.get('rest').get('marks').finished)];
      await state.finish(false);
      return [taken, heard, kept, state.change('s1-01', { choice: 'rood' }), stores.get('rest').get('marks').finished ?? ''];
    """
    refused = [["s1-01", "finished"], ["actions/a-1", "finished"]]
    assert in_node(tmp_path, body) == [[False, False], refused, ["groen", 0, True], True, ""]


def test_it_stays_finished_when_it_is_saved_or_read_again_and_an_opened_file_is_not(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      await state.finish(true);
      await state.savedAsFile('laatste.json', state.dossier());
      await state.reload();
      const saved = state.finished !== '';
      await state.open(await tree(), 'a.json');
      return [saved, state.finished];
    """
    assert in_node(tmp_path, body, tree=dossier(answers={"s1-02": {"choice": "rood", "at": EARLY}})) == [True, ""]


def test_a_browser_that_keeps_nothing_finishes_nothing(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      refuse(1000);
      state.change('s1-01', { choice: 'groen' });
      await calm();
      await state.finish(true);
      return [state.isKept, state.finished];
    """
    assert in_node(tmp_path, body) == [False, ""]
