// Places on /dossier/: which wijken there are and what each filled in. Must not compare answers: Python does.

import { timeAfter } from '../base/times.js';
import { readPile } from '../file/file-pile.js';
import { isGiven } from '../instrument/answer-form.js';
import { instrumentOf } from '../instrument/item-texts.js';
import { ownItemOf, recordOf as listRecordOf } from '../instrument/list-records.js';
import { pageInstruments } from '../instrument/forms.js';
import { place } from '../base/place.js';
import { recordOf, RecordsWidget } from './records-widget.js';
import { setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {Record<string, import('../store/answer-store.js').Answer>} Answers */

/** @type {import('./records-widget.js').Kind} */
const PLACES = {
  records: 'places',
  letter: 'p',
  fresh: { label: '' },
  words: { nobody: 'wijk.nameless', added: 'wijk.added', left: 'wijk.left', returned: 'wijk.returned' },
  buttons: { 'fill-here': 'wijk.here-for', 'fill-file': 'wijk.file-for', gone: 'wijk.gone-for', back: 'wijk.back-for' },
  summary: 'data-fii-beside',
  undo: 'undo-place',
};

export class PlacesWidget extends RecordsWidget {
  /** For which place a file is being chosen. */
  #asking = '';

  /** @param {Element} root */
  constructor(root) {
    super(root, PLACES, () => ({ op: 'places', dossier: this.state.dossier(), instruments: pageInstruments(), ...place.links, level: 3 }));
    this.input = this.own('data-fii-place-file', HTMLInputElement);
    this.input?.addEventListener('change', () => void this.#takeFile(this.input?.files?.[0]));
    this.onPress({
      'fill-here': (button) => void this.#fill(recordOf(button), this.state.dossier().answers, say('wijk.source')),
      'fill-file': (button) => this.#askFile(recordOf(button)),
      'undo-place': () => void this.undo(this.own('data-fii-action="add-record"')),
    });
  }

  /** @param {string} id */
  #askFile(id) {
    this.#asking = id;
    this.own('data-fii-place-file-row')?.removeAttribute('hidden'); // stays for those who drag or use the keyboard
    this.tell(say('wijk.choose', { naam: this.nameOf(id) }));
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
    this.collect();
    const isMeant = this.#chosen();
    const brought = Object.entries(answers).filter(([item, answer]) => isMeant(item) && isGiven(answer));
    setText(this.own('data-fii-record-alert'), brought.length > 0 ? '' : say('wijk.empty', { bron }));
    const dossier = this.state.dossier();
    const own = dossier.places[id];
    if (brought.length === 0 || !own) return;
    /** @type {Answers} */
    const old = own.answers;
    // What is no longer said is taken back, not thrown away: an older file must not bring it back in a merge.
    const gone = Object.keys(old).filter((item) => isMeant(item)).map((item) => [item, {}]);
    const put = [...gone, ...brought].map(([item, answer]) => {
      const { choice, note } = /** @type {import('../store/answer-store.js').Answer} */ (answer);
      const at = timeAfter([old[/** @type {string} */ (item)]]);
      return [item, { ...(choice ? { choice } : {}), ...(note ? { note } : {}), at }];
    });
    dossier.places[id] = { ...own, answers: Object.assign(Object.create(null), old, Object.fromEntries(put)) };
    if (!(await this.state.open(dossier, bron, 'merged'))) return;
    this.own('data-fii-place-file-row')?.toggleAttribute('hidden', true);
    if (!this.state.trouble) this.tell(sayCount('wijk.filled', brought.length, { naam: own.label || say('wijk.nameless'), bron }));
  }

  /**
   * Which answers the reader means: those of one instrument of this page, or all.
   * @returns {(item: string) => boolean}
   */
  #chosen() {
    const instrument = this.own('data-fii-what', HTMLSelectElement)?.value ?? '';
    if (instrument === '') return (item) => !listRecordOf(item);
    return (item) => !listRecordOf(item) && (instrumentOf(item) === instrument || ownItemOf(item)?.instrument === instrument);
  }
}
