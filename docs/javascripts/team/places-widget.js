// Places on /dossier/: which wijken there are and what each filled in. Must not compare answers: Python does.

import { timeAfter } from '../base/times.js';
import { dossierState } from '../store/dossier-state.js';
import { readPile } from '../file/file-pile.js';
import { isGiven } from '../instrument/instrument-widget.js';
import { ownItemOf, recordOf } from '../instrument/list-records.js';
import { pageInstruments } from '../python/page-instruments.js';
import { place } from '../base/place.js';
import { RecordPair } from './record-pair.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { setText, Widget } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {Record<string, import('../store/answer-store.js').Answer>} Answers */

/** @type {import('./record-pair.js').Kind} */
const PLACES = {
  records: 'places',
  letter: 'p',
  fresh: { label: '' },
  words: { nobody: 'wijk.nameless', added: 'wijk.added', left: 'wijk.left', returned: 'wijk.returned' },
  buttons: { 'fill-here': 'wijk.here-for', 'fill-file': 'wijk.file-for', gone: 'wijk.gone-for', back: 'wijk.back-for' },
};

export class PlacesWidget extends Widget {
  state = dossierState();
  /** For which place a file is being chosen. */
  #asking = '';

  /** @param {Element} root */
  constructor(root) {
    super(root);
    const tell = (/** @type {string} */ sentence) => setText(this.own('data-fii-progress'), sentence);
    this.tell = tell;
    this.places = new RecordPair(this, PLACES, tell);
    const beside = this.own('data-fii-beside');
    if (!beside) throw new Error('the places need a place for what they filled in');
    this.beside = new SummaryPanel(beside, () => this.#question());
    const input = this.own('data-fii-place-file');
    this.input = input instanceof HTMLInputElement ? input : null;
    this.root.classList.add('is-live');
    this.#listen();
    void this.state.ready.then(() => {
      this.#show();
      if (this.places.haveAnswers) whenIdle(() => void this.beside.now());
    });
  }

  #listen() {
    this.state.addEventListener('collect', () => this.places.collect());
    this.state.onAnswers((ids) => {
      this.#show();
      if (ids === null || [...ids].some((id) => id.startsWith('places/'))) this.beside.later();
    });
    this.input?.addEventListener('change', () => void this.#takeFile(this.input?.files?.[0]));
    /** @type {Record<string, (id: string) => void>} */
    const actions = {
      'add-record': () => this.places.add(),
      gone: (id) => this.places.move(id, true),
      back: (id) => this.places.move(id, false),
      'fill-here': (id) => void this.#fill(id, this.state.dossier().answers, say('wijk.source')),
      'fill-file': (id) => this.#askFile(id),
      'undo-place': () => void this.#undo(),
    };
    this.root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-fii-action]') : null;
      if (button instanceof HTMLElement && this.owns(button)) actions[button.dataset['fiiAction'] ?? '']?.(RecordPair.idOf(button));
    });
  }

  /** @param {string} id */
  #askFile(id) {
    this.#asking = id;
    const row = this.own('data-fii-place-file-row');
    if (row) row.hidden = false; // stays for those who drag or use the keyboard
    this.tell(say('wijk.choose', { naam: this.places.nameOf(id) }));
    this.input?.focus();
    this.input?.click();
  }

  /** @param {File | undefined} file */
  async #takeFile(file) {
    const id = this.#asking;
    if (!file || !id) return;
    const { good, refused } = await readPile([file]);
    if (this.input) this.input.value = '';
    setText(this.own('data-fii-record-alert'), refused[0] ?? '');
    if (good[0]) await this.#fill(id, good[0].dossier.answers, good[0].name);
  }

  /**
   * Put answers under a place, in the place of what stood there of the same instrument; it can be taken back.
   * @param {string} id
   * @param {Answers} answers
   * @param {string} bron
   */
  async #fill(id, answers, bron) {
    this.places.collect();
    const isMeant = this.#chosen();
    const given = Object.entries(answers).filter(([item, answer]) => isMeant(item) && isGiven(answer));
    setText(this.own('data-fii-record-alert'), given.length > 0 ? '' : say('wijk.empty', { bron }));
    const dossier = this.state.dossier();
    const own = dossier.places[id];
    if (given.length === 0 || !own) return;
    /** @type {Answers} */
    const old = own.answers;
    // What is no longer said is taken back, not thrown away: an older file must not bring it back in a merge.
    const gone = Object.keys(old).filter((item) => isMeant(item)).map((item) => [item, {}]);
    const put = [...gone, ...given].map(([item, answer]) => {
      const { choice, note } = /** @type {import('../store/answer-store.js').Answer} */ (answer);
      const at = timeAfter([old[/** @type {string} */ (item)]]);
      return [item, { ...(choice ? { choice } : {}), ...(note ? { note } : {}), at }];
    });
    dossier.places[id] = { ...own, answers: Object.assign(Object.create(null), old, Object.fromEntries(put)) };
    if (!(await this.state.open(dossier, bron, 'merged'))) return;
    const row = this.own('data-fii-place-file-row');
    if (row) row.hidden = true;
    if (!this.state.trouble) this.tell(sayCount('wijk.filled', given.length, { naam: own.label || say('wijk.nameless'), bron }));
  }

  /**
   * Which answers the reader means: those of one instrument as it stands on this page, or all.
   * @returns {(item: string) => boolean}
   */
  #chosen() {
    const select = this.own('data-fii-what');
    const instrument = select instanceof HTMLSelectElement ? select.value : '';
    if (instrument === '') return (item) => !recordOf(item);
    const root = document.querySelector(`[data-fii-widget="instrument"][data-fii-id="${CSS.escape(instrument)}"]`);
    const items = new Set([...(root?.querySelectorAll('[data-fii-item]') ?? [])].map((one) => one.getAttribute('data-fii-item')));
    return (item) => !recordOf(item) && (items.has(item) || ownItemOf(item)?.instrument === instrument);
  }

  async #undo() {
    await this.state.undo();
    if (this.state.trouble) return;
    this.own('data-fii-action="add-record"')?.focus();
    this.tell(say('team.undone'));
  }

  #show() {
    this.places.show();
    const undo = this.own('data-fii-action="undo-place"');
    if (undo) undo.hidden = this.state.undoable?.event !== 'merged';
  }

  #question() {
    if (!this.places.haveAnswers) return null;
    const { root, index } = place;
    return { op: 'places', dossier: this.state.dossier(), instruments: pageInstruments(), root, index, level: 3 };
  }
}
