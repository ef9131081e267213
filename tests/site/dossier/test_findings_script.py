"""What Python found is kept beside the answers it is of: judged, in no file, and never shown of other answers. In Node."""

from pathlib import Path

import pytest

from tests.site.store.test_dossier_state_script import EARLY, dossier, in_node

LINE = {
    "about": "dr-2",
    "text": "De aandacht <b>bleef</b>.",
    "light": "Nee",
    "place": "Draagkracht, punt 2",
    "at": EARLY,
}
#: the page asks, Python says `lines`, the page keeps that
SAID = """
  const { Findings } = await script('dossier/findings');
  const said = async (state, lines) => {
    const found = new Findings(state);
    found.asking(null);
    await found.keep({ ok: true, findings: lines });
    return found;
  };
"""


def test_it_is_kept_beside_the_dossier_and_in_no_file(tmp_path: Path) -> None:
    body = """
      const { makeText } = await script('file/dossier-file');
      const state = await begun();
      state.change('dr-2', { choice: 'nee' });
      const found = await said(state, Array(9).fill(given.line));
      await state.savedAsFile('a.json', state.dossier());
      await state.reload();
      const { lines, count } = found.now;
      return [lines, count, stores.get('rest').get('findings').count, makeText(state.dossier()).includes('aandacht')];
    """
    assert in_node(tmp_path, SAID + body, line=LINE) == [[LINE] * 4, 9, 9, False]


def test_it_is_not_shown_of_other_answers_nor_of_another_version(tmp_path: Path) -> None:
    body = """
      const { keyOf } = await script('dossier/findings');
      const state = await begun();
      state.change('dr-2', { choice: 'nee' });
      const found = await said(state, [given.line]);
      const before = found.now !== null;
      state.put('settings/name', { text: 'Noord' });
      const named = found.now !== null;
      state.change('dr-2', { note: 'a' });
      const changed = found.now;
      await said(state, [given.line]);
      state.findings.key = state.findings.key.replace(/^\\S+/, '0.0.1');
      const one = new Map([['a', { choice: 'ja', at: '1' }], ['b', { note: 'x', at: '2' }]]);
      const other = new Map([...one].reverse());
      return [before, named, changed, found.now, keyOf(one) === keyOf(other), keyOf(one) === keyOf(new Map([['a', one.get('a')]]))];
    """
    assert in_node(tmp_path, SAID + body, line=LINE) == [True, True, None, None, True, False]


def test_a_day_later_it_still_stands_and_nobody_asks_again(tmp_path: Path) -> None:
    body = """
      const { python } = await script('python/client');
      Object.defineProperty(python(), 'isRunning', { value: true });
      const view = { closest: () => null };
      const state = await begun();
      state.change('dr-2', { choice: 'nee' });
      const found = await said(state, [given.line]);
      const asks = [found.isWanted(view)];
      const RealDate = Date;
      globalThis.Date = class extends RealDate { constructor(...at) { super(...(at.length ? at : [RealDate.now() + 864e5 * 40])); } };
      asks.push(found.isWanted(view), found.now !== null);
      state.change('dr-2', { choice: 'ja' });
      return [...asks, found.isWanted(view)];
    """
    assert in_node(tmp_path, SAID + body, line=LINE) == [False, False, True, True]


def test_an_answer_that_came_while_python_thought_makes_it_void(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.change('dr-2', { choice: 'nee' });
      const found = new (await script('dossier/findings')).Findings(state);
      found.asking(null);
      state.change('dr-2', { choice: 'ja' });
      await found.keep({ ok: true, findings: [given.line] });
      await found.keep({ ok: false, message: 'x' });
      await found.keep(null);
      return [found.now, stores.get('rest').get('findings') ?? null];
    """
    assert in_node(tmp_path, body, line=LINE) == [None, None]


@pytest.mark.parametrize(
    "act",
    [
        "await state.wipe()",
        "await state.open(await tree(), 'a.json')",
        "await state.open(await tree(), 'a.json'); await said(state, [given.line]); await state.undo()",
        # what another tab did meanwhile: it wiped, or put another dossier there
        "const late = said(state, [given.line]); for (const store of stores.values()) store.clear(); await late",
        "const late = said(state, [given.line]); stores.get('rest').set('marks', { changes: 7 }); stores.get('rest').delete('findings'); await late",
    ],
)
def test_nothing_of_it_stays_behind_where_the_dossier_goes(act: str, tmp_path: Path) -> None:
    body = f"""
      const state = await begun();
      state.change('dr-2', {{ choice: 'nee' }});
      await said(state, [given.line]);
      const kept = Boolean(stores.get('rest').get('findings'));
      {act};
      await calm();
      await state.reload();
      return [kept, state.findings, stores.get('rest').get('findings') ?? null];
    """
    tree = dossier(answers={"dr-2": {"choice": "ja", "at": EARLY}})
    assert in_node(tmp_path, SAID + body, line=LINE, tree=tree) == [True, None, None]


def test_a_store_that_refuses_it_is_no_trouble(tmp_path: Path) -> None:
    body = """
      const state = await begun();
      state.change('dr-2', { choice: 'nee' });
      await state.keep();
      refuse(1);
      const found = await said(state, [given.line]);
      return [found.now.count, state.trouble, state.isKept];
    """
    assert in_node(tmp_path, SAID + body, line=LINE) == [1, None, True]


#: what another program may leave in its place: JavaScript, `good` is what fits
POISON = [
    "5",
    "null",
    "'x'",
    "[]",
    "{}",
    "{ ...good, key: 5 }",
    "{ ...good, key: 'x'.repeat(20_000) }",
    "{ ...good, count: -1 }",
    "{ ...good, count: 1e300 }",
    "{ ...good, count: 0 }",
    "{ ...good, lines: {} }",
    "{ ...good, lines: [,] }",
    "{ ...good, lines: Array(5).fill(good.lines[0]), count: 5 }",
    "{ ...good, lines: [{ ...good.lines[0], about: 'javascript:alert(1)' }] }",
    "{ ...good, lines: [{ ...good.lines[0], about: '' }] }",
    "{ ...good, lines: [{ ...good.lines[0], about: 7 }] }",
    "{ ...good, lines: [{ ...good.lines[0], text: null }] }",
    "{ ...good, lines: [{ ...good.lines[0], text: '\\ud83d' }] }",
    "{ ...good, lines: [{ ...good.lines[0], light: {} }] }",
    "{ ...good, lines: [{ ...good.lines[0], place: undefined }] }",
    "{ ...good, lines: [{ ...good.lines[0], at: 'gisteren' }] }",
]


def test_what_is_not_in_order_is_dropped_without_a_word_and_made_anew(tmp_path: Path) -> None:
    body = """
      const { sifted } = await script('file/dossier-sift');
      const good = { key: 'a', count: 1, lines: [given.line] };
      const read = (findings) => sifted({ answers: new Map(), registers: new Map(), rest: new Map([['findings', findings]]) });
      const wrong = given.poison.filter((text) => {
        const { draft, misfits } = read(new Function('good', `return ${text}`)(good));
        return draft.findings !== null || misfits.length > 0;
      });
      stores.get('rest').set('findings', { ...good, lines: 'x' });
      const state = await begun();
      const before = state.findings;
      state.change('dr-2', { choice: 'nee' });
      await said(state, [given.line]);
      await state.reload();
      const ours = { ...given.line, about: 'gereedheid.e-1' }; // a team's own item
      return [wrong, read({ ...good, day: '2026-01-02' }).draft.findings, read({ ...good, lines: [ours] }).draft.findings.lines[0].about, before, state.findings.lines, state.aside];
    """
    good = {"key": "a", "count": 1, "lines": [LINE]}
    assert in_node(tmp_path, SAID + body, line=LINE, poison=POISON) == [[], good, "gereedheid.e-1", None, [LINE], []]
