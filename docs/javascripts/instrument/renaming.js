// A candidate that gets another name in one list: the other list and the choice follow at once, said beside the field, with a
// button for who meant it here only. Writes down which row and which filling are about the same one, so that a name may change.

import { linkOf, oneName, pairsOf, isSame } from './subjects-joined.js';
import { keyOf } from '../forms/forms.js';
import { make, makeButton } from '../base/widget.js';
import { say } from '../base/words.js';

/** As many as any list has (fii_widgets/instrument/flow.py). */
const MOST = 12;

/**
 * @typedef {{row: string, filling: string, chosen: string, list: string}} Names  items in which a candidate's name stands ·
 * list: the title of the other list
 * @typedef {{key: string, name: string, other: string, isChosen: boolean}} Before  other: the cell of its name in the other list; empty: none
 */

export class Renaming {
  /** How it was when the reader came to the field: what stands there half typed is no name. @type {Before | null} */
  #before = null;

  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} widget
   * @param {import('../store/dossier-state.js').DossierState} state
   * @param {Names} names
   */
  constructor(widget, state, names) {
    this.widget = widget;
    this.state = state;
    this.names = names;
    const numbers = Array.from({ length: MOST }, (_, index) => index + 1);
    this.rows = numbers.map((row) => `${names.row}@${row}`);
    this.fillings = numbers.map((number) => keyOf(names.filling, number));
    const { form } = widget.answers;
    form.addEventListener('focusin', ({ target }) => (this.#before = this.#read(target)));
    form.addEventListener('change', ({ target }) => this.#changed(target));
  }

  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} widget
   * @param {import('../store/dossier-state.js').DossierState} state
   * @returns {Renaming | undefined} none where no candidate has its name here
   */
  static of(widget, state) {
    const names = widget.root.dataset.fiiCandidate;
    return names ? new Renaming(widget, state, JSON.parse(names)) : undefined;
  }

  /**
   * @param {string[]} keys of answers that go
   * @returns {string[]} where it is written down that these are about the same one as others
   */
  links(keys) {
    return this.fillings.filter((cell) => keys.includes(cell) || keys.includes(this.#note(linkOf(cell)))).map(linkOf);
  }

  /** @param {EventTarget | null} target @returns {Before | null} null where it is no name of a candidate */
  #read(target) {
    const item = target instanceof Element ? target.closest('[data-fii-item]')?.getAttribute('data-fii-item') ?? '' : '';
    const key = item === this.names.filling ? this.widget.subjects?.key(item) ?? item : item;
    if (![...this.rows, ...this.fillings].includes(key)) return null;
    const pairs = [...pairsOf(this.rows, this.fillings, this.state.answers)];
    const other = pairs.map(([filling, row]) => (filling === key ? row : row === key ? filling : '')).find(Boolean) ?? '';
    const name = this.#note(key);
    const chosen = this.#note(this.names.chosen);
    return { key, name, other, isChosen: chosen !== '' && [name, this.#note(other)].some((one) => isSame(one, chosen)) };
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    const now = this.#read(target);
    if (!now || !(target instanceof Element)) return;
    const { key, name } = now;
    const before = this.#before?.key === key ? this.#before : now;
    this.#before = { ...before, name, other: before.other || now.other };
    const other = before.other || now.other;
    const filling = this.fillings.includes(key) ? key : other;
    const row = filling === key ? other : key;
    if (filling && row && this.#note(linkOf(filling)) !== row) this.state.change(linkOf(filling), { note: row });
    if (name === '') return;
    const follow = [other, before.isChosen ? this.names.chosen : ''].filter((cell) => cell && !isSame(this.#note(cell), name));
    const was = follow.map((cell) => ({ cell, note: this.state.answers.get(cell)?.note ?? '' }));
    for (const cell of follow) this.state.change(cell, { note: name });
    if (follow.length > 0) this.#tell(target, follow, () => {
      for (const { cell, note } of was) this.state.change(cell, { note });
      if (follow.includes(other)) this.state.change(linkOf(filling), { note: '' });
    });
  }

  /**
   * @param {Element} target
   * @param {string[]} follow
   * @param {() => void} back
   */
  #tell(target, follow, back) {
    const { list: lijst, chosen } = this.names;
    const told = [
      ...(follow.some((cell) => cell !== chosen) ? [say('rename.list', { lijst })] : []),
      ...(follow.includes(chosen) ? [say('rename.chosen')] : []),
    ].join(' ');
    const line = make('p', { class: 'fii-overgenomen', 'data-fii-taken': '' }, told, ' ');
    line.append(makeButton(say('rename.only'), () => {
      back();
      line.remove();
      this.widget.tell(say('rename.told-only'));
      this.widget.focus(target.closest('[data-fii-item]')?.getAttribute('data-fii-item') ?? null);
    }, { class: 'fii-button' }));
    const item = target.closest('[data-fii-item]');
    item?.querySelector('[data-fii-taken]')?.remove();
    item?.append(line);
    this.widget.tell(told);
  }

  /** @param {string} key */
  #note(key) {
    return oneName(this.state.answers.get(key)?.note);
  }
}
