"""Nothing that was given gets lost on its way: the page's own state, queue and last words, in Node."""

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.dossier import write
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from tests.site.page_script import put_table
from tools.paths import ROOT

SCRIPTS = (ROOT / "docs/javascripts").as_uri()
NAME = "fii-dossier:handboek-fii"
EARLY = "2026-01-01T09:00:00.000Z"
#: a machine whose clock was ahead
AHEAD = "2199-01-01T09:00:00.000Z"
#: a machine whose clock was ahead, by less than what counts as wrong
SOON = (datetime.now(UTC) + timedelta(days=20)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
#: a machine whose clock is a little ahead, or stands in another zone
TOMORROW = (datetime.now(UTC) + timedelta(hours=20)).strftime("%Y-%m-%dT%H:%M:%S")


#: a page whose dossier was read and that is at rest; and the given dossier as the page reads it from a file
HELP = """
  const begun = async () => {
    const state = (await script('store/dossier-state')).dossierState();
    await state.ready;
    await calm();
    return state;
  };
  const tree = async () => (await (await script('file/dossier-file')).readText(JSON.stringify(given.tree), 'handboek-fii')).dossier;
"""


def in_node(folder: Path, body: str, **given: object) -> Any:
    """Run a few lines with the page's scripts; what they return comes back."""
    put_table(folder)
    (folder / "given.json").write_text(json.dumps(given), "utf-8")
    (folder / "run.mjs").write_text(
        f"import {{ happen, hold, refuse, calm, lose, until, stores }} from {json.dumps((ROOT / 'tests/site/store/no_browser.mjs').as_uri())};"
        "import fs from 'node:fs';"
        f"const script = (name) => import(`{SCRIPTS}/${{name}}.js`);"
        "const given = JSON.parse(fs.readFileSync('given.json', 'utf8'));"
        f"{HELP}"
        f"const work = async () => {{{body}}};"
        "fs.writeFileSync('found.json', JSON.stringify(await work()) ?? 'null');process.exit();",
        "utf-8",
    )
    subprocess.run([os.environ.get("FII_NODE", "node"), "run.mjs"], cwd=folder, check=True, timeout=120)
    return json.loads((folder / "found.json").read_text("utf-8"))


def dossier(**more: object) -> dict[str, object]:
    """A dossier as the page has it."""
    return {"schema": 2, "kind": "fii-dossier", "edition": "handboek-fii", "saved": EARLY, "answers": {}, **more}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("reviews/r-1/decisions/d-1", {"text": "Wij bellen."}),
        ("members/m-1/s1-01", {"choice": "rood"}),
        ("places/p-1/s1-01", {"choice": "rood"}),
    ],
)
def test_what_was_given_in_an_opened_dossier_outlives_its_being_taken_back(
    path: str, value: dict[str, str], tmp_path: Path
) -> None:
    kind, id_, *_ = path.split("/")
    records = {
        "reviews": {"r-1": {"at": EARLY, "date": "2026-01-05", "state": "open"}},
        "members": {"m-1": {"at": EARLY, "label": "PL"}},
        "places": {"p-1": {"at": EARLY, "label": "Noord"}},
    }
    body = """
      const { opened, undone, emptyDraft, asDossier, put } = await script('store/dossier-draft');
      const { makeText, readText } = await script('file/dossier-file');
      const file = (await readText(JSON.stringify(given.tree), 'handboek-fii')).dossier;
      const draft = await opened(emptyDraft(), file, 'a.json');
      put(draft, given.path, { ...given.value, at: new Date().toISOString() });
      return makeText(asDossier(undone(draft)));
    """
    saved = in_node(tmp_path, body, tree=dossier(**records), path=path, value=value)
    found = json.loads(saved)
    assert {name: list(found[name]) for name in records if found[name]} == {kind: [id_]}
    record = found[kind][id_]
    assert records[kind][id_].items() <= record.items()  # the meeting itself, and no empty one in its place
    ((_, kept),) = record["decisions" if kind == "reviews" else "answers"].items()
    assert value.items() <= kept.items()
    open_text(saved)


@pytest.mark.parametrize("path", ["reviews/r-1/notes/s1-01", "members/m-1/s1-01", "places/p-1/s1-01"])
def test_a_part_whose_record_another_tab_replaced_is_saved_as_python_would(path: str, tmp_path: Path) -> None:
    value = {"at": EARLY, **({"text": "a"} if path.startswith("reviews") else {"choice": "rood"})}
    body = """
      const { emptyDraft, asDossier, put } = await script('store/dossier-draft');
      const { makeText } = await script('file/dossier-file');
      const draft = emptyDraft();
      put(draft, given.path, given.value);
      return makeText(asDossier(draft));
    """
    saved = in_node(tmp_path, body, path=path, value=value)
    only_part = dossier(versions={path: [value]})
    kind = path.split("/")[0]
    python = write.tree(open_text(json.dumps(only_part)).dossier)[kind]
    assert json.loads(saved)[kind] == python


def test_the_time_of_a_line_in_the_history_is_one_that_opens(tmp_path: Path) -> None:
    body = """
      const { opened, emptyDraft, asDossier } = await script('store/dossier-draft');
      const { makeText, readText } = await script('file/dossier-file');
      const read = async (text) => { try { return (await readText(text, 'handboek-fii')).dossier; } catch (error) { return error.code; } };
      const file = await read(JSON.stringify(given.tree));
      return typeof file === 'string' ? file : makeText(asDossier(await opened(emptyDraft(), file, 'a.json')));
    """
    line = {"event": "opened", "changes": []}
    good = in_node(tmp_path, body, tree=dossier(history=[{"at": f"{TOMORROW}.000Z", **line}]))
    assert json.loads(good)["history"][-1]["at"] == f"{TOMORROW}.001Z"
    assert in_node(tmp_path, body, tree=dossier(history=[{"at": "9999-12-31T23:59:59.999Z", **line}])) == "shape"


def test_a_changed_answer_is_newer_than_what_it_changes_whatever_clock_wrote_that(tmp_path: Path) -> None:
    body = """
      stores.get('answers').set('s1-01', { choice: 'rood', at: given.ahead });
      const state = await begun();
      state.change('s1-01', { choice: 'groen' });
      return state.dossier();
    """
    changed = in_node(tmp_path, body, ahead=SOON)
    before = dossier(answers={"s1-01": {"choice": "rood", "at": SOON}})
    both = merge(open_text(json.dumps(changed)).dossier, open_text(json.dumps(before)).dossier)
    assert both.answers["s1-01"].choice == "groen"


def test_a_choice_and_a_note_that_are_both_on_their_way_are_both_left_behind(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      hold();
      state.change('s1-01', { choice: 'groen' });
      await calm();
      state.change('s1-01', { note: 'half twee' });
      happen('pagehide');
      return JSON.parse(localStorage.getItem(given.name));
    """
    ((item, left),) = in_node(tmp_path, body, name=NAME)
    assert item == "s1-01"
    assert (left["choice"], left["note"]) == ("groen", "half twee")


def test_what_two_tabs_leave_of_one_answer_is_both_kept(tmp_path: Path) -> None:
    body = """
      const { leave, left } = await script('store/unsaved');
      leave('x', new Map([['s1-01', { choice: 'groen', at: '2026-01-01T09:00:00.000Z' }]]));
      leave('x', new Map([['s1-01', { note: 'half twee', at: '2026-01-01T09:00:01.000Z' }]]));
      return [...left('x').patches];
    """
    assert in_node(tmp_path, body) == [
        ["s1-01", {"choice": "groen", "note": "half twee", "at": "2026-01-01T09:00:01.000Z"}]
    ]


def test_what_a_tab_leaves_while_another_starts_waits_for_the_next(tmp_path: Path) -> None:
    body = """
      const { leave, left } = await script('store/unsaved');
      leave(given.name, new Map([['s1-01', { choice: 'groen', at: given.at }]]));
      const { dossierState } = await script('store/dossier-state');
      const state = dossierState();
      await state.ready; // what was left is on its way to the store
      leave(given.name, new Map([['s1-02', { choice: 'rood', at: given.at }]]));
      await calm();
      return [[...left(given.name).patches], [...stores.get('answers')]];
    """
    answer = [{"choice": choice, "at": EARLY} for choice in ("groen", "rood")]
    assert in_node(tmp_path, body, name=NAME, at=EARLY) == [[["s1-02", answer[1]]], [["s1-01", answer[0]]]]


def test_what_was_left_counts_by_its_moment(tmp_path: Path) -> None:
    body = """
      const { leave } = await script('store/unsaved');
      stores.get('answers').set('s1-01', { choice: 'rood', at: '2026-01-01T12:00:00.000+02:00' });
      leave(given.name, new Map([['s1-01', { choice: 'groen', at: '2026-01-01T10:30:00.000Z' }]]));
      const { dossierState } = await script('store/dossier-state');
      await dossierState().ready;
      await calm();
      return stores.get('answers').get('s1-01').choice;
    """
    assert in_node(tmp_path, body, name=NAME) == "groen"


def test_what_another_tab_left_does_not_come_into_a_dossier_that_was_opened_later(tmp_path: Path) -> None:
    body = """
      const { leave, left } = await script('store/unsaved');
      const state = await begun();
      leave(given.name, new Map([['s1-01', { choice: 'groen', at: new Date().toISOString() }]]));
      await state.open(await tree(), 'a.json');
      const rest = [...left(given.name).patches];
      await state.undo();
      return [rest, state.answers.get('s1-01')?.choice ?? null];
    """
    tree = dossier(answers={"s1-01": {"choice": "rood", "at": EARLY}})
    assert in_node(tmp_path, body, name=NAME, tree=tree) == [[], "groen"]


@pytest.mark.parametrize("act", ["open", "wipe"])
def test_a_look_at_the_store_that_ends_late_does_not_bring_back_what_was_replaced(act: str, tmp_path: Path) -> None:
    body = """
      stores.get('answers').set('s1-01', { choice: 'rood', at: given.at });
      const state = await begun();
      const go = hold();
      const looked = state.reload();
      await calm();
      const file = await tree();
      const done = given.act === 'wipe' ? state.wipe() : state.open(file, 'a.json');
      await calm();
      go();
      await Promise.all([looked, done]);
      return [state.answers.get('s1-01')?.choice ?? null, stores.get('answers').get('s1-01')?.choice ?? null];
    """
    tree = dossier(answers={"s1-01": {"choice": "groen", "at": EARLY}})
    wanted = None if act == "wipe" else "groen"
    assert in_node(tmp_path, body, act=act, at=EARLY, tree=tree) == [wanted, wanted]


def test_what_is_given_while_a_report_is_made_is_not_counted_as_saved(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.change('s1-01', { choice: 'groen' });
      await state.keep();
      const before = state.marks.changes;
      const first = state.dossier();
      state.change('s1-02', { choice: 'rood' });
      await state.savedAsFile('a.html', first);
      const later = state.marks.changes;
      await state.savedAsFile('b.html', state.dossier());
      return [before, later, state.marks.changes];
    """
    assert in_node(tmp_path, body) == [1, 1, 0]


def test_the_order_of_a_list_opens_and_one_that_would_not_is_refused(tmp_path: Path) -> None:
    body = """
      const { newId, orderOf } = await script('forms/list-records');
      const { emptyDraft, asDossier, put } = await script('store/dossier-draft');
      const { makeText, readText } = await script('file/dossier-file');
      const ids = Array.from({ length: 500 }, () => newId('selectie-training-coaching'));
      const draft = emptyDraft();
      put(draft, 'selectie-training-coaching.volgorde', { note: orderOf(ids.slice(0, 130)), at: given.at });
      const opened = (await readText(makeText(asDossier(draft)), 'handboek-fii')).dossier;
      return [opened.answers['selectie-training-coaching.volgorde'].note.split(' '), ids, orderOf(ids)];
    """
    named, ids, longer = in_node(tmp_path, body, at=EARLY)
    assert named == ids[:130]
    assert longer is None


def test_a_file_that_was_saved_does_not_hide_that_the_browser_refused_the_whole(tmp_path: Path) -> None:
    """A mark is small: where it fits, the dossier that did not may still be missing."""
    body = """
      stores.get('answers').set('s1-01', { choice: 'rood', at: given.at });
      const state = await begun();
      refuse(1);
      await state.open(await tree(), 'a.json');
      const trouble = state.trouble?.code;
      await state.savedAsFile('b.json', state.dossier());
      await calm();
      return [trouble, state.isKept, stores.get('answers').get('s1-01').choice];
    """
    tree = dossier(answers={"s1-01": {"choice": "groen", "at": EARLY}})
    assert in_node(tmp_path, body, at=EARLY, tree=tree) == ["full", True, "groen"]


def test_a_mark_that_was_refused_does_not_put_back_what_another_tab_replaced(tmp_path: Path) -> None:
    body = """
      stores.get('answers').set('s1-01', { choice: 'rood', at: given.at });
      const state = await begun();
      refuse(1);
      await state.savedAsFile('b.json', state.dossier());
      stores.get('answers').set('s1-01', { choice: 'groen', at: given.ahead }); // another tab, and nobody told
      state.change('s1-02', { choice: 'oranje' });
      await state.keep();
      return ['s1-01', 's1-02'].map((id) => stores.get('answers').get(id)?.choice);
    """
    assert in_node(tmp_path, body, at=EARLY, ahead=AHEAD) == ["groen", "oranje"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("whole.answers['s1-01'].choice = '\\ud800'", "text"),
        ("whole.answers['s1-01'].at = 'ooit'", "shape"),
        (
            "for (let i = 0; i < 500; i++) whole.answers[`s1-${i + 10}`] = { note: 'é'.repeat(9000), at: given.at }",
            "room",
        ),
    ],
)
def test_a_whole_dossier_that_does_not_fit_is_refused_as_one_answer_is(change: str, code: str, tmp_path: Path) -> None:
    body = f"""
      stores.get('answers').set('s1-01', {{ choice: 'rood', at: given.at }});
      const state = await begun();
      const heard = [];
      state.addEventListener('refused', (event) => heard.push(event.detail.code));
      const whole = structuredClone(state.dossier());
      {change};
      const isTaken = await state.open(whole, 'samen', 'merged');
      return [isTaken, heard, state.answers.get('s1-01').choice, state.isKept];
    """
    assert in_node(tmp_path, body, at=EARLY) == [False, [code], "rood", True]


def test_the_first_answer_after_opening_a_full_dossier_is_measured_too(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      const whole = structuredClone(state.dossier());
      for (let i = 0; i < 232; i++) whole.answers[`s1-${i + 10}`] = { note: 'é'.repeat(9000), at: given.at };
      const isTaken = await state.open(whole, 'vol.json');
      const full = state.fullness;
      return [isTaken, full > 0.9 && full <= 1, state.change('s1-01', { note: 'é'.repeat(10000) }), state.change('s1-02', { choice: 'rood' })];
    """
    assert in_node(tmp_path, body, at=EARLY) == [True, True, False, True]


def test_what_waits_is_written_once_a_file_was_saved_and_the_browser_takes_it(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      refuse(1);
      state.change('s1-01', { choice: 'oranje' });
      await state.keep();
      const trouble = state.trouble?.code;
      await state.savedAsFile('b.json', state.dossier());
      await calm();
      return [trouble, state.isKept, stores.get('answers').get('s1-01')?.choice];
    """
    assert in_node(tmp_path, body) == ["full", True, "oranje"]


@pytest.mark.parametrize("kind", ["members", "places"])
def test_answers_of_a_member_that_an_earlier_page_kept_one_by_one_are_there_still(kind: str, tmp_path: Path) -> None:
    record = {"at": EARLY, "label": "PL"}
    answers = {"s1-01": {"choice": "rood", "at": EARLY}, "s1-02": {"note": "nog na te gaan", "at": EARLY}}
    body = """
      stores.get('registers').set(given.path, given.record);
      for (const [item, answer] of Object.entries(given.answers)) stores.get('registers').set(`${given.path}/${item}`, answer);
      const state = await begun();
      const { makeText } = await script('file/dossier-file');
      const kept = makeText(state.dossier());
      await state.open(state.dossier(), 'a.json', 'merged'); // from here on they are one
      await state.reload();
      return [kept, makeText(state.dossier()), [...stores.get('registers').keys()]];
    """
    *texts, paths = in_node(tmp_path, body, path=f"{kind}/x-1", record=record, answers=answers)
    for text in texts:
        found = json.loads(text)[kind]["x-1"]
        assert found["answers"] == answers
        assert record.items() <= found.items()
    assert paths == [f"{kind}/x-1", f"{kind}/x-1/answers"]


def test_the_same_answers_in_another_order_are_no_change(tmp_path: Path) -> None:
    body = """
      const { registers } = await script('file/dossier-registers');
      const { registerChanges } = await script('store/dossier-changes');
      const found = await tree();
      const { answers } = found.members['m-1'];
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      const other = { ...found, members: { 'm-1': { ...found.members['m-1'], answers: turned } } };
      const less = { ...found, members: { 'm-1': { ...found.members['m-1'], answers: { 's1-01': answers['s1-01'] } } } };
      return [other, less].map((one) => registerChanges(registers(found), registers(one)).map(([path]) => path));
    """
    answers = {item: {"choice": "rood", "at": EARLY} for item in ("s1-01", "s1-02", "s1-03")}
    members = {"m-1": {"at": EARLY, "label": "PL", "answers": answers}}
    assert in_node(tmp_path, body, tree=dossier(members=members)) == [[], ["members/m-1/answers"]]
