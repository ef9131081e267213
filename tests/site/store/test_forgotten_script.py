"""What is taken out for good is nowhere in the browser any more, nor comes back by a merge. In Node, and Python."""

import json
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.dossier import write
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from tests.site.store.test_dossier_state_script import EARLY, dossier, in_node

LATE = "2026-02-01T09:00:00.000Z"
NOTE = {"note": "Bel mevrouw De Vries", "at": EARLY}
SAID = {"at": EARLY, "text": "Bel mevrouw De Vries"}
MINUTES = {"tasks": [{"id": "a-1", "text": "Bel mevrouw De Vries", "state": "open"}], "notes": {"s1-01": "0a1b2c3d"}}
#: her name wherever one can stand, and beside it what stays
TREE: dict[str, Any] = dossier(
    name=SAID,
    answers={"s1-01": NOTE, "g-kandidaat@2": NOTE, "borging.e-abcdef.tekst": NOTE, "s1-02": {"note": "Vriesland", "at": EARLY}},
    reviews={
        "r-1": {"at": EARLY, "date": "2026-01-01", "state": "closed", "present": ["De Vries", "KV"], "minutes": MINUTES,
                "notes": {"s1-01": SAID}, "decisions": {"d-1": SAID, "d-2": {"at": EARLY, "text": "Wij gaan door"}},
                "corrections": {"c-1": SAID, "later-0a1b2c3d": {"at": EARLY, "text": "Besluit ‘Bel mevrouw De Vries’."}}},
    },
    actions={"a-1": {"at": EARLY, "text": "Bellen", "owner": "de  vries", "state": "open"}},
    topics={"t-1": {"at": EARLY, "text": "De zaal", "said": "Bij de vries."}},
    members={"m-1": {"at": EARLY, "label": "De Vries", "answers": {"s1-01": NOTE}}},
    places={"p-1": {"at": EARLY, "label": "Bij De Vries"}},
    rounds={"n-1": {"at": EARLY, "instrument": "borging", "date": "2026-01-01", "answers": {"b-1": NOTE}}},
    versions={"s1-01": [NOTE], "s1-02": [NOTE], "actions/a-1": [{"at": EARLY, "text": "De Vries", "state": "open"}]},
    history=[{"at": EARLY, "event": "opened", "file": "De Vries.json", "changes": [{"item": "s1-01", "before": None, "after": NOTE}]}],
    aside=[{"where": "answers/oud", "text": ["\"De Vries\""]}],
)  # fmt: skip
PLACES = {
    "settings/name", "s1-01", "s1-02", "g-kandidaat@2", "borging.e-abcdef.tekst", "reviews/r-1", "reviews/r-1/notes/s1-01",
    "reviews/r-1/decisions/d-1", "reviews/r-1/corrections/c-1", "reviews/r-1/corrections/later-0a1b2c3d", "actions/a-1",
    "topics/t-1", "members/m-1", "members/m-1/s1-01", "places/p-1", "rounds/n-1", f"history/{EARLY}", "aside/answers%2Foud",
}  # fmt: skip
KEPT = "JSON.stringify([...stores.values()].map((store) => [...store]))"


def read(file: str) -> Any:
    return open_text(file, "a.json", "handboek-fii").dossier


def test_a_name_goes_from_every_place_and_comes_back_while_the_page_stands(tmp_path: Path) -> None:
    body = f"""
      const state = await begun();
      await state.open(await tree(), 'Over De Vries.json');
      const places = [...state.standings('de vries').keys()];
      const before = JSON.stringify(state.dossier());
      await state.forget({{ words: ' De Vries ', places }});
      await calm();
      const kept = {KEPT};
      const file = JSON.stringify(state.dossier());
      const canTakeBack = state.canTakeBack;
      await state.takeBack();
      const after = JSON.stringify(state.dossier());
      return [places, kept, file, canTakeBack, before, after];
    """
    places, kept, file, can_take_back, before, after = in_node(tmp_path, body, tree=TREE)
    assert set(places) >= PLACES
    assert can_take_back
    for text in (kept, file):
        assert "vries" not in text.lower().replace("vriesland", "")
    now, old = read(file), read(json.dumps(TREE))
    assert now.answers["s1-01"].note == "Bel mevrouw …"
    assert now.reviews["r-1"].present == ("…", "KV")
    assert now.reviews["r-1"].at == EARLY  # when it was closed
    assert now.answers["s1-02"].note == "Vriesland"
    assert set(now.forgotten) >= PLACES - {"reviews/r-1/corrections/later-0a1b2c3d"}
    for both in (merge(now, old), merge(old, now)):
        assert "vries" not in write.text(both).lower().replace("vriesland", "")
        assert both == merge(now)  # nothing of the older copy is news
    assert without_times(json.loads(after)) == without_times(json.loads(before))


def without_times(tree: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in tree.items() if key != "saved"}


@pytest.mark.parametrize(
    "path", ["actions/a-1", "topics/t-1", "members/m-1", "places/p-1", "rounds/n-1", "reviews/r-1", "reviews/r-1/decisions/d-1"]
)  # fmt: skip
def test_of_a_thing_only_its_place_and_a_time_stay_wherever_it_stood(path: str, tmp_path: Path) -> None:
    """Also in what a merge kept of it, in what the opening of a file can take back, and in the file."""
    body = f"""
      const state = await begun();
      state.put('actions/a-1', {{ text: 'Bel Jan Jansen', state: 'open', owner: 'Jan' }});
      await state.keep();
      await state.open(await tree(), 'a.json');
      await state.forget({{ whole: ['{path}'] }});
      await calm();
      const kept = {KEPT};
      const file = JSON.stringify(state.dossier());
      await state.undo();
      return [kept.includes('Jansen'), file, JSON.stringify(state.dossier())];
    """
    jan, file, undone = in_node(tmp_path, body, tree=TREE)
    assert jan is (path != "actions/a-1")
    now, old = read(file), read(json.dumps(TREE))
    for both in (now, merge(now, old), merge(old, now)):
        assert path not in standing(both)
        assert not any(one.startswith(f"{path}/") for one in standing(both))
        assert list(both.forgotten)[:1] == [f"{path}/"] or f"{path}/" in both.forgotten
        if path.endswith("d-1"):
            assert "later-0a1b2c3d" not in both.reviews["r-1"].corrections
    assert path not in standing(read(undone))


def standing(dossier: Any) -> set[str]:
    from fii_widgets.dossier.merge import registers

    return {path for path, _ in registers(dossier)}


def test_what_is_given_there_later_counts_and_is_kept_when_the_rest_is_put_back(tmp_path: Path) -> None:
    """Also on a machine whose clock was set back since."""
    body = """
      const state = await begun();
      await state.open(await tree(), 'a.json');
      await state.forget({ words: 'De Vries', places: ['s1-01', 'topics/t-1'] });
      const now = Date.now;
      Date.now = () => Date.parse('2026-01-02T00:00:00Z');
      state.change('s1-01', { note: 'Bel de gemeente' });
      Date.now = now;
      const file = JSON.stringify(state.dossier());
      await state.takeBack();
      return [file, state.answers.get('s1-01').note, state.registers.get('topics/t-1').said];
    """
    file, note, said = in_node(tmp_path, body, tree=TREE)
    assert merge(read(json.dumps(TREE)), read(file)).answers["s1-01"].note == "Bel de gemeente"
    assert [note, said] == ["Bel de gemeente", "Bij de vries."]


def test_a_file_that_forgot_takes_it_from_the_history_and_the_way_back_here(tmp_path: Path) -> None:
    """Another machine took the name out; here it stood, and an answer of it was changed by the merge."""
    gone = dict.fromkeys(("s1-01", "actions/a-1/", f"history/{EARLY}", "aside/answers%2Foud"), LATE)
    body = f"""
      const state = await begun();
      await state.open(await tree(), 'a.json');
      const other = (await (await script('file/dossier-file')).readText(JSON.stringify(given.other), 'handboek-fii')).dossier;
      await state.open(other, 'b.json', 'merged');
      await calm();
      return [JSON.stringify(state.history), {KEPT}];
    """
    only = {"answers": {"s1-01": NOTE}, "actions": TREE["actions"], "history": TREE["history"], "aside": TREE["aside"]}
    other = json.loads(write.text(merge(read(json.dumps(dossier(**only))), read(json.dumps(dossier(forgotten=gone))))))
    history, kept = in_node(tmp_path, body, tree=dossier(**only), other=other)
    assert "Vries" not in history
    assert "ries" not in kept


def test_nothing_is_forgotten_in_a_finished_traject(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.put('topics/t-1', { text: 'Over Jan', removed: true });
      await state.keep();
      await state.finish(true);
      const isDone = await state.forget({ whole: ['topics/t-1'] });
      return [isDone, state.registers.get('topics/t-1').text];
    """
    assert in_node(tmp_path, body) == [False, "Over Jan"]


def test_opening_or_wiping_ends_the_way_back(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      const ends = [() => state.wipe(), async () => state.open(await tree(), 'b.json')];
      const found = [];
      for (const end of ends) {
        await state.open(await tree(), 'a.json');
        await state.forget({ whole: ['topics/t-1'] });
        found.push(state.canTakeBack);
        await end();
        found.push(state.canTakeBack);
      }
      return found;
    """
    assert in_node(tmp_path, body, tree=TREE) == [True, False, True, False]
