// What a reader writes in Overleg for nobody else: a text of this browser, one a dossier. Must not reach the dossier, a file or Python.

import { copyText } from '../base/copy-text.js';
import { isInUse, isRefused, keepable, keepOut, show } from '../forms/field-check.js';
import { keepText, keptText } from '../base/kept-text.js';
import { part, setText } from '../base/widget.js';
import { say } from '../base/words.js';
import { noteKey } from '../store/dossiers.js';

const KEY = noteKey();

export class OwnNote {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.field = part(root, '[data-fii-own-note]', HTMLTextAreaElement);
    this.state = part(root, '[data-fii-own-note-state]');
    this.warning = part(root, '[data-fii-wipe-note]');
    const told = part(root, '[data-fii-own-note-told]');
    this.field.addEventListener('input', () => this.#keep());
    part(root, '[data-fii-own-note-copy]').addEventListener('click', () =>
      void copyText(this.field, told, { copied: say('save.copied'), selected: say('save.selected') }));
    addEventListener('storage', ({ key, newValue }) => key === KEY && this.#show(newValue === null)); // written in another tab
    addEventListener('pageshow', () => this.#show());
    this.#show();
  }

  /** @returns {boolean} whether nothing stays behind */
  forget() {
    keepText(KEY, '');
    this.#show(true);
    return keptText(KEY) === '';
  }

  #keep() {
    const text = keepable(this.field);
    if (text !== null && !keepText(KEY, text)) keepOut(this.field, say('mine.not-kept'));
    this.#tell();
  }

  /** @param {boolean} [isAway] it was taken away: not even what is being typed stays */
  #show(isAway = false) {
    if (isAway || !(isInUse(this.field) || isRefused(this.field))) show(this.field, keptText(KEY));
    this.#tell();
  }

  /** Say that there is a text where it cannot be seen itself. */
  #tell() {
    const isEmpty = this.field.value === '';
    setText(this.state, isEmpty ? '' : say('mine.some'));
    this.warning.hidden = isEmpty;
  }
}
