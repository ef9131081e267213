// Records that count and records that no longer do, such as members: two lists, what moves one between them, and what
// Python says about all of them. Must not know what one was asked.

import { isSeen, onSeen } from '../base/seen.js';
import { SummaryPanel } from '../python/summary-panel.js';
import { RecordList } from '../forms/record-list.js';
import { dossierState } from '../store/dossier-state.js';
import { whyRefused } from '../saving/leaving.js';
import { newId } from '../base/random-id.js';
import { timeAfter } from '../file/times.js';
import { isGiven } from '../forms/answer-form.js';
import { setText, Widget } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {object} Kind
 * @property {'members' | 'places'} records
 * @property {string} letter before an id
 * @property {Record<string, unknown>} fresh what a new one says
 * @property {{nobody: string, added: string, left: string, returned: string}} words keys of sentences
 * @property {Record<string, string>} buttons action → key of the sentence that names the record too
 * @property {string} summary hook of where Python's summary comes
 * @property {string} undo the action that takes back what was brought in
 */

export class RecordsWidget extends Widget {
  state = dossierState();
  /** What Python said is of before. */
  #isStale = true;

  /**
   * @param {Element} root with the hooks data-fii-records, -records-gone, -gone, -record-template
   * @param {Kind} kind
   * @param {() => import('../python/client.js').Request} question what Python is asked once one of them was given answers
   * @param {(state: import('../store/dossier-state.js').DossierState) => Node[]} [stored] shows what is so without Python
   */
  constructor(root, kind, question, stored = () => []) {
    super(root);
    this.kind = kind;
    const template = this.need('data-fii-record-template');
    const change = (/** @type {string} */ id, /** @type {object} */ value) => (this.state.put(this.#path(id), { ...value }) ? '' : whyRefused());
    this.fold = this.need('data-fii-gone');
    this.here = new RecordList({ list: this.need('data-fii-records'), template, change });
    this.gone = new RecordList({ list: this.need('data-fii-records-gone'), template, change });
    this.summary = new SummaryPanel(this.need(kind.summary), () => (this.#haveAnswers ? question() : null), undefined, undefined, () => stored(this.state));
    this.root.classList.add('is-live');
    this.onPress({
      'add-record': () => this.#add(),
      gone: (button) => this.#move(recordOf(button), true),
      back: (button) => this.#move(recordOf(button), false),
    });
    this.state.addEventListener('collect', () => this.collect());
    this.state.onAnswers((ids) => {
      this.show();
      if (ids === null || [...ids].some((id) => this.concerns(id))) this.#isStale = true;
      this.#sumUp();
    });
    void this.state.ready.then(() => {
      this.show();
      this.#sumUp();
    });
    onSeen(root, () => this.#sumUp());
  }

  /**
   * @param {string} id of an item, or the path of a register
   * @returns {boolean} whether a change of it changes the summary
   */
  concerns(id) {
    return id.startsWith(`${this.kind.records}/`);
  }

  /** Whether one of them was given answers. */
  get #haveAnswers() {
    return [...this.state.registers.keys()].some((path) => path.startsWith(`${this.kind.records}/`) && path.split('/').length === 3);
  }

  /** Ask Python about all of them while somebody looks. */
  #sumUp() {
    if (!this.#isStale || !isSeen(this.root)) return;
    this.#isStale = false;
    this.summary.later();
  }

  show() {
    const all = this.state.under(`${this.kind.records}/`);
    this.here.show(all.filter(([, record]) => !record.gone));
    const gone = all.filter(([, record]) => record.gone);
    this.gone.show(gone);
    this.fold.hidden = gone.length === 0;
    for (const [id, record] of all) this.#nameButtons(id, record);
    this.root.classList.toggle('is-filled', all.length > 0);
    this.own(`data-fii-action="${this.kind.undo}"`)?.toggleAttribute('hidden', this.state.undoable?.event !== 'merged');
  }

  collect() {
    this.here.collect();
    this.gone.collect();
  }

  #add() {
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
  #move(id, gone) {
    this.collect();
    const value = this.state.registers.get(this.#path(id));
    if (!value || !this.state.put(this.#path(id), { ...value, gone })) return;
    this.tell(say(gone ? this.kind.words.left : this.kind.words.returned, { naam: this.nameOf(id) }));
    if (gone) this.own('data-fii-action="add-record"')?.focus();
    else this.here.focus(id);
  }

  /**
   * Put answers under a record, in the place of what stood there; it can be taken back.
   * @param {string} id
   * @param {Record<string, import('../store/answer-store.js').Answer>} answers
   * @param {string} bron where they come from
   * @param {(item: string) => boolean} isMeant
   * @returns {Promise<boolean>} whether there was something to put
   */
  async fill(id, answers, bron, isMeant) {
    this.collect();
    const brought = Object.entries(answers).filter(([item, answer]) => isMeant(item) && isGiven(answer));
    setText(this.own('data-fii-record-alert'), brought.length > 0 ? '' : say('records.empty', { bron }));
    const dossier = this.state.dossier();
    const own = dossier[this.kind.records][id];
    if (brought.length === 0 || !own) return false;
    const old = own.answers;
    // What is no longer said is taken back, not thrown away: an older file must not bring it back in a merge.
    const gone = Object.keys(old).filter((item) => isMeant(item)).map((item) => [item, {}]);
    const put = [...gone, ...brought].map(([item, answer]) => {
      const { choice, note } = /** @type {import('../store/answer-store.js').Answer} */ (answer);
      const at = timeAfter([old[/** @type {string} */ (item)]]);
      return [item, { ...(choice ? { choice } : {}), ...(note ? { note } : {}), at }];
    });
    dossier[this.kind.records][id] = { ...own, answers: Object.assign(Object.create(null), old, Object.fromEntries(put)) };
    if (!(await this.state.open(dossier, bron, 'merged'))) return false;
    if (!this.state.trouble) this.tell(sayCount('records.filled', brought.length, { naam: this.nameOf(id), bron }));
    return true;
  }

  /**
   * Take back what was brought in.
   * @param {HTMLElement | null} next what gets the focus
   */
  async undo(next) {
    await this.state.undo();
    if (this.state.trouble) return;
    next?.focus();
    this.tell(say('team.undone'));
  }

  /**
   * @param {string} id
   * @returns {string}
   */
  nameOf(id) {
    return this.state.registers.get(this.#path(id))?.label || say(this.kind.words.nobody);
  }

  /**
   * A button says what it does and for whom: heard alone, its short text would not.
   * @param {string} id
   * @param {{gone: boolean}} record
   */
  #nameButtons(id, record) {
    const line = this.root.querySelector(`[data-fii-record="${CSS.escape(id)}"]`);
    for (const button of line?.querySelectorAll('button') ?? []) {
      const action = button.dataset['fiiAction'] ?? '';
      button.setAttribute('aria-label', say(this.kind.buttons[action] ?? '', { naam: this.nameOf(id) }));
      button.hidden = action === 'back' ? !record.gone : record.gone;
    }
  }

  /** @param {string} id */
  #path(id) {
    return `${this.kind.records}/${id}`;
  }
}

/**
 * Which record a control stands in.
 * @param {Element} element
 * @returns {string}
 */
export function recordOf(element) {
  return element.closest('[data-fii-record]')?.getAttribute('data-fii-record') ?? '';
}
