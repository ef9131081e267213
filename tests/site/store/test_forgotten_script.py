"""What is taken out of the history too is nowhere in the browser any more, nor comes back by a merge. In Node, and Python."""

import json
from pathlib import Path

from fii_widgets.dossier import write
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import is_forgotten, merge
from tests.site.store.test_dossier_state_script import EARLY, dossier, in_node


def test_of_a_forgotten_action_only_its_id_and_time_stay_wherever_it_stood(tmp_path: Path) -> None:
    """Also in what a merge kept of it, in what the opening of a file can take back, and in the file."""
    body = """
      const state = await begun();
      state.put('actions/a-1', { text: 'Bel Jan Jansen', state: 'open', owner: 'Jan' });
      await state.keep();
      await state.open(await tree(), 'a.json');
      state.put('actions/a-1', { ...state.registers.get('actions/a-1'), removed: true });
      await state.keep();
      const before = JSON.stringify([...stores.values()].map((store) => [...store]));
      await state.forget('actions/a-1');
      await calm();
      const after = JSON.stringify([...stores.values()].map((store) => [...store]));
      const file = JSON.stringify(state.dossier());
      const changes = state.marks.changes;
      await state.undo();
      return [before.includes('Jansen'), before.includes('Piet'), /Jan|Piet/.test(after), file, state.registers.get('actions/a-1'), changes];
    """
    older = {"at": EARLY, "text": "Bel Piet", "state": "open"}
    tree = dossier(
        actions={"a-1": {"at": EARLY, "text": "Bel Piet Puk", "state": "open"}}, versions={"actions/a-1": [older]}
    )
    were, stood, stand, file, action, changes = in_node(tmp_path, body, tree=tree)
    assert [were, stood, stand] == [True, True, False]
    assert changes == 2
    assert {key: action[key] for key in action if key != "at" and action[key]} == {"removed": True, "state": "open"}
    now = open_text(file, "nu.json", "handboek-fii").dossier
    old = open_text(json.dumps(tree), "oud.json", "handboek-fii").dossier
    assert is_forgotten(now.actions["a-1"])
    assert "Piet" not in write.text(merge(now, old))
    assert write.text(merge(now, old)) == write.text(merge(old, now))


def test_nothing_is_forgotten_in_a_finished_traject(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.put('topics/t-1', { text: 'Over Jan', removed: true });
      await state.keep();
      await state.finish(true);
      await state.forget('topics/t-1');
      return state.registers.get('topics/t-1').text;
    """
    assert in_node(tmp_path, body) == "Over Jan"
