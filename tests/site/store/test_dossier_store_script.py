"""What a browser's store holds is judged as a file is: the page's own state over poisoned, lost and full stores, in Node."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.dossier import write
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from tests.site.store.test_dossier_state_script import EARLY, NAME, in_node

ANSWER = {"choice": "rood", "at": EARLY}
REVIEW = {
    "at": EARLY,
    "date": "2026-01-05",
    "next": "",
    "phases": [1],
    "state": "open",
    "present": [],
    "agenda": "",
    "lights": {},
}

#: (store, key, value as a script writes it): what other programs, older versions and broken disks may leave
POISON = [
    ("answers", "s1-02", "5"),
    ("answers", "s1-02", "null"),
    ("answers", "s1-02", "{ choice: 'rood' }"),
    ("answers", "s1-02", "{ choice: 'rood', at: 'gisteren' }"),
    ("answers", "s1-02", "{ choice: 'rood', at: '202666-11-28T10:00:00.000Z' }"),
    ("answers", "s1-02", "{ choice: 7, at: given.early }"),
    ("answers", "s1-02", "{ note: 'x'.repeat(12_001), at: given.early }"),
    ("answers", "s1-02", "{ note: '\\ud83d', at: given.early }"),
    ("answers", "s1-02", "{ note: 'a', at: given.early, html: '<img src=x onerror=alert(1)>' }"),
    ("answers", "constructor", "{ choice: 'rood', at: given.early }"),
    ("answers", "<b>", "{ choice: 'rood', at: given.early }"),
    ("answers", "actions/a-1", "{ choice: 'rood', at: given.early }"),
    ("answers", "s1-02", "new Map([[{}, new Set([1n])]])"),
    ("answers", "s1-02", "(() => { const ring = {}; ring.ring = ring; return ring; })()"),
    ("answers", "s1-02", "'x'.repeat(2_000_000)"),
    ("registers", "reviews/r-2", "{ ...given.review, date: '202666-11-28' }"),
    ("registers", "reviews/r-2", "{ ...given.review, next: '2026-02-30' }"),
    ("registers", "reviews/r-2", "{ ...given.review, phases: [9] }"),
    ("registers", "reviews/r-2/notes/s1-01", "'een'"),
    ("registers", "actions/a-1", "{ at: given.early, text: 'x', state: 'misschien' }"),
    ("registers", "members/m-1/answers", "{ 's1-01': { choice: 'rood' } }"),
    ("registers", "members/m-1/answers", "[1, 2]"),
    ("registers", "settings/name", "'Noord'"),
    ("registers", "settings/rhythm", "{ at: given.early, text: 'dagelijks' }"),
    ("registers", "settings/member", "{ at: given.early, text: '../m' }"),
    ("registers", "settings/member", "null"),
    ("registers", "versions/all", "{ 's1-01': [{ choice: 'rood' }] }"),
    ("registers", "ergens/anders", "{ at: given.early }"),
    ("registers", "s1-02", "{ choice: 'rood', at: given.early }"),
    ("rest", "history", "'gisteren'"),
    ("rest", "history", "[{ at: given.early, event: 'gestolen', changes: [] }]"),
    ("rest", "undo", "[['settings/name', 5]]"),
    ("rest", "undo", "7"),
    ("rest", "aside", "[{ waar: 'x' }]"),
    ("rest", "marks", "{ changes: 'veel' }"),
    ("rest", "marks", "{ changes: 1, here: '202666' }"),
]
LEFT = [
    "5",
    "{",
    "null",
    '[["s1-02", null]]',
    '[["s1-02", {"choice": 5, "at": "x"}]]',
    "[[1, 2], 3]",
    '{"s1-02": 1}',
    "x" * 20_000,
]


def saved(found: Any) -> dict[str, Any]:
    """What the page wrote, once Python had read it too, and wrote the same."""
    assert write.text(open_text(found).dossier) == found
    tree: dict[str, Any] = json.loads(found)
    return tree


@pytest.mark.parametrize("cases", [POISON[part::6] for part in range(6)], ids=lambda cases: f"{len(cases)} of them")
def test_a_record_that_is_not_in_order_stands_aside_and_keeps_nothing_from_being_saved(
    cases: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    body = """
      const { makeText } = await script('file/dossier-file');
      stores.get('answers').set('s1-01', given.answer);
      stores.get('registers').set('reviews/r-1', given.review);
      for (const [store, key, value] of given.cases) stores.get(store).set(`${key}`, new Function('given', `return ${value}`)(given));
      const state = await begun();
      const kept = state.change('s1-03', { choice: 'groen' }) && state.put('settings/name', { text: 'Noord' });
      await calm();
      return [kept, state.trouble, makeText(state.dossier()), [...stores.get('answers').keys()], stores.get('rest').get('aside') ?? []];
    """
    for case in cases:
        kept, trouble, text, keys, aside = in_node(
            tmp_path, body, answer=ANSWER, review=REVIEW, early=EARLY, cases=[case]
        )
        tree = saved(text)
        assert (kept, trouble) == (True, None), case
        assert {"s1-01", "s1-03"} <= set(tree["answers"]), case
        assert tree["reviews"]["r-1"]["date"] == "2026-01-05", case
        [one] = tree["aside"]
        assert one["where"] == f"{case[0]}/{case[1]}", case
        assert set(keys) == {"s1-01", "s1-03"}, case  # moved, not copied
        assert len(aside) == 1, case
        assert one["text"], case


def test_a_record_that_went_wrong_under_an_open_page_stands_aside_when_it_is_written_over(tmp_path: Path) -> None:
    body = """
      const { makeText } = await script('file/dossier-file');
      const state = await begun();
      for (const id of ['s1-01', 's1-02']) stores.get('answers').set(id, { choice: 5, at: 'gisteren' });
      const kept = state.change('s1-01', { note: 'a' }) && state.change('s1-02', { note: 'b' });
      await calm();
      const now = makeText(state.dossier());
      await state.reload();
      return [kept, state.trouble, now, makeText(state.dossier())];
    """
    kept, trouble, now, text = in_node(tmp_path, body)
    assert (kept, trouble) == (True, None)
    assert saved(now)["answers"]["s1-01"]["note"] == "a"
    tree = saved(text)
    assert {id_: sorted(answer) for id_, answer in tree["answers"].items()} == {
        "s1-01": ["at", "note"], "s1-02": ["at", "note"],
    }  # fmt: skip
    assert [one["where"] for one in tree["aside"]] == ["answers/s1-01", "answers/s1-02"]


@pytest.mark.parametrize("text", LEFT)
def test_what_an_earlier_page_left_and_nobody_can_read_stands_aside(text: str, tmp_path: Path) -> None:
    body = """
      const { makeText } = await script('file/dossier-file');
      localStorage.setItem(given.name, given.text);
      const state = await begun();
      state.change('s1-03', { choice: 'groen' });
      await calm();
      return [state.trouble, makeText(state.dossier()), localStorage.getItem(given.name)];
    """
    trouble, written, left = in_node(tmp_path, body, name=NAME, text=text)
    tree = saved(written)
    assert (trouble, left) == (None, None)
    assert tree["answers"]["s1-03"]["choice"] == "groen"
    assert all(one["where"] == f"localStorage/{NAME}" for one in tree["aside"])
    assert tree["aside"]


@pytest.mark.parametrize(
    ("id_", "value"),
    [
        ("s1-01", {"note": "x" * 12_001}),
        ("s1-01", {"note": "\ud83d"}),
        ("s1-01", {"choice": 5}),
        ("constructor", {"choice": "rood"}),
        ("reviews/r-1", REVIEW | {"date": "202666-11-28"}),
        ("reviews/r-1", REVIEW | {"next": "2026-02-30"}),
        ("actions/a-1", {"text": "x", "state": "open", "due": "28-11-2026"}),
        ("members/m-1", {"label": "PL", "side": "geen"}),
        ("nergens/x", {"text": "x"}),
    ],
)
def test_a_value_that_no_dossier_can_hold_is_refused_before_it_is_stored(
    id_: str, value: dict[str, Any], tmp_path: Path
) -> None:
    body = """
      stores.get('answers').set('s1-01', given.answer);
      const state = await begun();
      const refused = [];
      state.addEventListener('refused', ({ detail }) => refused.push(detail.id));
      const taken = given.id.includes('/') ? state.put(given.id, given.value) : state.change(given.id, given.value);
      await calm();
      return [taken, refused, [...stores.get('answers')], [...stores.get('registers')], state.isKept];
    """
    found = in_node(tmp_path, body, answer=ANSWER, id=id_, value=value)
    assert found == [False, [id_], [["s1-01", ANSWER]], [], True]


def test_what_stands_aside_goes_along_in_a_file_and_joins_in_a_merge(tmp_path: Path) -> None:
    body = """
      const { makeText, readText } = await script('file/dossier-file');
      stores.get('answers').set('s1-02', given.value);
      const state = await begun();
      const first = makeText(state.dossier());
      await state.wipe();
      await state.open((await readText(first, 'handboek-fii')).dossier, 'a.json');
      return [first, makeText(state.dossier())];
    """
    texts = [text for value in ("een", "twee") for text in in_node(tmp_path, body, value=value)]
    assert [json.loads(text)["aside"] for text in texts[:2]] == [[{"where": "answers/s1-02", "text": ['"een"']}]] * 2
    one, other = open_text(texts[0]).dossier, open_text(texts[2]).dossier
    assert merge(one, other).aside == merge(other, one).aside
    assert len(merge(one, other, one).aside) == 2


def test_a_database_that_is_deleted_under_an_open_page_is_written_again(tmp_path: Path) -> None:
    body = """
      stores.get('answers').set('s1-01', given.answer);
      const state = await begun();
      lose();
      await calm();
      const restored = [[...stores.get('answers').keys()], state.trouble, state.restored !== ''];
      lose({ silently: true });
      state.change('s1-02', { choice: 'groen' });
      await until(() => stores.get('answers').has('s1-02')); // it tries again by itself
      await calm();
      return [...restored, [...stores.get('answers').keys()], state.trouble];
    """
    assert in_node(tmp_path, body, answer=ANSWER) == [["s1-01"], None, True, ["s1-01", "s1-02"], None]


def test_a_dossier_that_a_file_cannot_hold_takes_no_more_and_can_be_made_smaller(tmp_path: Path) -> None:
    body = """
      const { makeText, readText } = await script('file/dossier-file');
      const long = 'é'.repeat(9_990);
      for (let at = 0; at < 200; at += 1) stores.get('answers').set(`s1-${at}`, { note: long, at: given.early });
      const state = await begun();
      await until(() => state.fullness > 0.9);
      const full = state.fullness;
      const taken = Array.from({ length: 20 }, (_, at) => state.change(`s2-${at}`, { note: long }));
      const less = state.change('s1-0', { note: 'kort' });
      return [full, taken[0], taken.at(-1), less, (await readText(makeText(state.dossier()), 'handboek-fii')).newer];
    """
    full, first, last, less, newer = in_node(tmp_path, body, early=EARLY)
    assert 0.9 < full < 1
    assert (first, last, less, newer) == (True, False, True, False)


#: what a store may hold that no file does as it stands → places of which the file has the name and not the text
HEAVY = {
    "half a sign at the end of a place": ("stores.get('answers').set('a'.repeat(291) + '😀'.repeat(10), 5);", 0),
    "signs that weigh three": (
        "stores.get('rest').set('aside', [{ where: 'x', text: Array(99).fill('中'.repeat(10_000)) }]);"
        "for (let i = 0; i < 150; i++) stores.get('answers').set(`s2-${i}`, { note: 'é'.repeat(4_900), at: given.early });",
        1,
    ),
    "two large things": (
        "stores.get('rest').set('aside', [['x', 50], ['y', 100]].map(([where, many]) => ({ where, text: Array(many).fill('中'.repeat(10_000)) })));",
        1,
    ),
    "very many things": (
        "stores.get('rest').set('aside', Array.from({ length: 120_000 }, (_, i) => ({ where: `x${i}`, text: [] })));",
        120_000,
    ),
    "a long list": (
        "stores.get('registers').set('reviews/r-1', { ...given.review, present: Array(420_000).fill('') });",
        0,
    ),
    "many keys": (
        "stores.get('registers').set('reviews/r-1', { ...given.review, lights: Object.fromEntries(Array.from({ length: 210_000 }, (_, i) => [`a${i}`, ''])) });",
        0,
    ),
    "a member's many answers": (
        "stores.get('registers').set('members/m-1/answers', Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`a${i}`, { at: given.early, choice: 'a' }])));",
        1,
    ),
}


@pytest.mark.parametrize("case", HEAVY)
def test_a_file_can_be_made_of_what_weighs_more_than_a_file_holds(case: str, tmp_path: Path) -> None:
    before, left = HEAVY[case]
    body = f"""
      const {{ written }} = await script('file/dossier-text');
      const {{ readText }} = await script('file/dossier-file');
      stores.get('answers').set('s1-01', given.answer);
      {before}
      const state = await begun();
      const kept = state.change('s1-03', {{ choice: 'groen' }}) && state.put('settings/name', {{ text: 'Noord' }});
      await calm();
      const file = written(state.dossier());
      return [kept, state.trouble, file.text, file.left.length, written((await readText(file.text, 'handboek-fii')).dossier).text];
    """
    kept, trouble, text, found, again = in_node(tmp_path, body, answer=ANSWER, review=REVIEW, early=EARLY)
    tree = saved(text)
    assert (kept, trouble, found, again) == (True, None, left, text)
    assert {"s1-01", "s1-03"} <= set(tree["answers"])
    assert tree["aside"]


def test_answers_that_no_file_holds_are_refused_and_what_the_store_holds_goes_into_several(tmp_path: Path) -> None:
    body = """
      const { files } = await script('file/dossier-text');
      const { readText } = await script('file/dossier-file');
      stores.get('registers').set('settings/name', { text: 'Noord', at: given.early });
      stores.get('registers').set('reviews/r-1', given.review);
      stores.get('registers').set('reviews/r-1/notes/s1-01', { text: 'laatste', at: given.early });
      for (let i = 0; i < 600; i++) stores.get('answers').set(`s2-${i}`, { note: 'x'.repeat(9_999), at: given.early });
      const state = await begun();
      const taken = [state.change('s1-03', { choice: 'groen' }), state.change('s2-1', { note: 'kort' })];
      const texts = files(state.dossier()).map(({ text }) => text);
      for (const text of texts) await readText(text, 'handboek-fii');
      return [taken, texts];
    """
    taken, texts = in_node(tmp_path, body, early=EARLY, review=REVIEW)
    assert taken == [False, True]
    trees = [saved(text) for text in texts]
    assert len(trees) == 2
    assert [tree["name"]["text"] for tree in trees] == ["Noord", "Noord"]
    one, other = (open_text(text).dossier for text in texts)
    together = merge(one, other)
    assert len(together.answers) == 600
    assert together.reviews["r-1"].notes["s1-01"].text == "laatste"


@pytest.mark.parametrize("at", ["9998-12-31T23:59:59.999Z", "9998-12-31T23:59:59.999-23:59", "2050-01-01T00:00:00Z"])
def test_a_change_of_what_has_a_time_far_ahead_outlives_the_page(at: str, tmp_path: Path) -> None:
    body = """
      const lights = { at: given.at };
      stores.get('answers').set('s1-01', { choice: 'rood', at: given.at });
      stores.get('answers').set('s1-03', { choice: 'rood', at: given.at });
      stores.get('registers').set('reviews/r-1', { ...given.review, at: given.at, lights });
      stores.get('registers').set('members/m-1/answers', { 's1-01': { choice: 'rood', at: given.at } });
      localStorage.setItem(given.name, JSON.stringify([['s1-03', { choice: 'groen', at: given.left }], ['settings/name', { text: 'Noord', at: given.at }]]));
      const state = await begun();
      const times = [...state.answers.values(), ...state.registers.values()].flatMap(({ at, 's1-01': one }) => [at ?? one.at]);
      const kept = [...stores.get('answers').values(), ...stores.get('registers').values()].flatMap(({ at, 's1-01': one }) => [at ?? one.at]);
      return [state.answers.get('s1-03').choice, state.name, times, kept, state.registers.get('reviews/r-1').lights, localStorage.getItem(given.name)];
    """
    now = datetime.now(UTC)
    for left in (at, now.strftime("%Y-%m-%dT%H:%M:%SZ")):
        choice, name, times, kept, lights, rest = in_node(
            tmp_path, body, at=at, left=left, review=REVIEW, early=EARLY, name=NAME
        )
        assert (choice, name, lights, rest) == ("groen", "Noord", {"at": at}, None)
        assert all(one < (now + timedelta(minutes=5)).isoformat() for one in (*times, *kept))


def test_what_was_left_at_the_time_of_what_is_kept_is_taken_where_it_differs(tmp_path: Path) -> None:
    body = """
      stores.get('answers').set('s1-01', { choice: 'rood', at: given.early });
      stores.get('answers').set('s1-02', { choice: 'rood', at: given.early });
      stores.get('registers').set('settings/name', { text: 'Zuid', at: given.early });
      localStorage.setItem(given.name, JSON.stringify([['s1-01', { choice: 'groen', at: given.early }], ['s1-02', { choice: 'rood', at: given.early }], ['settings/name', { text: 'Noord', at: given.early }]]));
      const state = await begun();
      return [state.answers.get('s1-01').choice, state.name, state.marks.changes, localStorage.getItem(given.name)];
    """
    assert in_node(tmp_path, body, early=EARLY, name=NAME) == ["groen", "Noord", 2, None]


def test_a_dossier_of_another_edition_whose_name_begins_as_ours_is_not_opened(tmp_path: Path) -> None:
    body = """
      localStorage.setItem('fii-current:handboek-fii', given.store);
      return (await script('store/dossiers')).currentStore;
    """
    assert in_node(tmp_path, body, store=f"{NAME}-oost") == NAME
    assert in_node(tmp_path, body, store=f"{NAME}:1234abcd") == f"{NAME}:1234abcd"


def test_a_file_whose_name_holds_half_a_sign_keeps_nothing_from_being_saved(tmp_path: Path) -> None:
    body = """
      const { makeText } = await script('file/dossier-file');
      const state = await begun();
      const dossier = state.dossier();
      state.change('s1-01', { choice: 'rood' });
      await state.open(dossier, 'dossier\\ud83d.json');
      await calm();
      return makeText(state.dossier());
    """
    assert saved(in_node(tmp_path, body))["history"][0]["file"] == "dossier\ufffd.json"


def test_what_stands_aside_has_one_order_in_page_and_python(tmp_path: Path) -> None:
    body = """
      const { makeText } = await script('file/dossier-file');
      stores.get('rest').set('aside', given.places.map((where) => ({ where, text: ['"', where] })));
      return makeText((await begun()).dossier());
    """
    places = ["x", '"x', "x y", "\uffee", "😀", "x\\", "x\u007f", "", "\n", "9", "10"]
    assert len(saved(in_node(tmp_path, body, places=places))["aside"]) == len(places)
