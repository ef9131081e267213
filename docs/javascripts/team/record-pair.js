// Records that count and records that no longer do, such as members: two lists and what moves one between them.

import { newId } from '../python/page-instruments.js';
import { RecordList } from '../meetings/record-list.js';
import { dossierState } from '../store/dossier-state.js';
import { whyRefused } from '../dossier/leaving.js';
import { say } from '../base/words.js';

/**
 * @typedef {object} Kind
 * @property {'members' | 'places'} records
 * @property {string} letter before an id
 * @property {Record<string, unknown>} fresh what a new one says
 * @property {{nobody: string, added: string, left: string, returned: string}} words keys of sentences
 * @property {Record<string, string>} buttons action → key of the sentence that names the record too
 */

export class RecordPair {
  state = dossierState();

  /**
   * @param {import('../base/widget.js').Widget} widget with the hooks data-fii-records, -records-gone, -gone, -record-template
   * @param {Kind} kind
   * @param {(sentence: string) => void} tell
   */
  constructor(widget, kind, tell) {
    this.widget = widget;
    this.kind = kind;
    this.tell = tell;
    const part = (/** @type {string} */ hook) => {
      const element = widget.own(hook);
      if (!element) throw new Error(`a list of ${kind.records} needs an element with ${hook}`);
      return element;
    };
    const template = part('data-fii-record-template');
    const change = (/** @type {string} */ id, /** @type {object} */ value) => (this.state.put(this.#path(id), { ...value }) ? '' : whyRefused());
    this.fold = part('data-fii-gone');
    this.here = new RecordList({ list: part('data-fii-records'), template, change });
    this.gone = new RecordList({ list: part('data-fii-records-gone'), template, change });
  }

  /** @returns {[string, any][]} those of the dossier, in the order in which they came */
  all() {
    const found = [...this.state.registers].filter(([path]) => path.startsWith(`${this.kind.records}/`) && path.split('/').length === 2);
    return found.map(([path, value]) => [path.slice(this.kind.records.length + 1), value]);
  }

  /** @returns {boolean} whether one of them was given answers */
  get haveAnswers() {
    return [...this.state.registers.keys()].some((path) => path.startsWith(`${this.kind.records}/`) && path.split('/').length === 3);
  }

  show() {
    const all = this.all();
    this.here.show(all.filter(([, one]) => !one.gone));
    const gone = all.filter(([, one]) => one.gone);
    this.gone.show(gone);
    this.fold.hidden = gone.length === 0;
    for (const [id, one] of all) this.#nameButtons(id, one);
    this.widget.root.classList.toggle('is-filled', all.length > 0);
  }

  collect() {
    this.here.collect();
    this.gone.collect();
  }

  add() {
    const id = newId(this.kind.letter);
    if (!this.state.put(this.#path(id), { ...this.kind.fresh, gone: false })) return;
    this.here.focus(id);
    this.tell(say(this.kind.words.added));
  }

  /**
   * Let one count no more, or again; nothing of it is thrown away.
   * @param {string} id
   * @param {boolean} gone
   */
  move(id, gone) {
    this.collect();
    const value = this.state.registers.get(this.#path(id));
    if (!value) return;
    if (!this.state.put(this.#path(id), { ...value, gone })) return;
    this.tell(say(gone ? this.kind.words.left : this.kind.words.returned, { naam: this.nameOf(id) }));
    if (gone) this.widget.own('data-fii-action="add-record"')?.focus();
    else this.here.focus(id);
  }

  /**
   * @param {string} id
   * @returns {string}
   */
  nameOf(id) {
    return this.state.registers.get(this.#path(id))?.label || say(this.kind.words.nobody);
  }

  /**
   * Which record a control stands in.
   * @param {Element} element
   * @returns {string}
   */
  static idOf(element) {
    return element.closest('[data-fii-record]')?.getAttribute('data-fii-record') ?? '';
  }

  /**
   * A button says what it does and for whom: heard alone, its short text would not.
   * @param {string} id
   * @param {{gone: boolean}} one
   */
  #nameButtons(id, one) {
    const line = this.widget.root.querySelector(`[data-fii-record="${CSS.escape(id)}"]`);
    for (const button of line?.querySelectorAll('button') ?? []) {
      const action = button.dataset['fiiAction'] ?? '';
      button.setAttribute('aria-label', say(this.kind.buttons[action] ?? '', { naam: this.nameOf(id) }));
      button.hidden = action === 'back' ? !one.gone : one.gone;
    }
  }

  /** @param {string} id */
  #path(id) {
    return `${this.kind.records}/${id}`;
  }
}
