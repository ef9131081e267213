// Places on /dossier/: which wijken there are and what each filled in. Must not compare answers: Python does.

import { readPile } from '../saving/file-pile.js';
import { listOf } from '../forms/item-texts.js';
import { recordOf as listRecordOf } from '../forms/list-records.js';
import { pageInstruments } from '../forms/forms.js';
import { place } from '../base/place.js';
import { recordOf, RecordsWidget } from './records-widget.js';
import { setText } from '../base/widget.js';
import { say } from '../base/words.js';

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
      'fill-here': (button) => void this.#put(recordOf(button), this.state.dossier().answers, say('records.here')),
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
    if (good[0]) await this.#put(id, good[0].dossier.answers, good[0].name);
  }

  /**
   * @param {string} id
   * @param {Answers} answers
   * @param {string} bron
   */
  async #put(id, answers, bron) {
    if (await this.fill(id, answers, bron, this.#chosen())) this.own('data-fii-place-file-row')?.toggleAttribute('hidden', true);
  }

  /**
   * Which answers the reader means: those of one instrument of this page, or all.
   * @returns {(item: string) => boolean}
   */
  #chosen() {
    const instrument = this.own('data-fii-what', HTMLSelectElement)?.value ?? '';
    if (instrument === '') return (item) => !listRecordOf(item);
    return (item) => !listRecordOf(item) && listOf(item) === instrument;
  }
}
