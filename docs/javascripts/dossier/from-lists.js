// What a list holds already and the dossier does not know yet, offered beside the field that asks for it. Must not take the
// place of what is known, nor keep anything: the field does.

import { paste } from '../forms/field-check.js';
import { make, makeButtonFor } from '../base/widget.js';
import { say, sayDay, today } from '../base/words.js';
import { instrumentName } from '../forms/forms.js';
import { instrumentOf } from '../forms/item-texts.js';
import { canChange, knownOf } from '../instrument/settings.js';
import { dossierState } from '../store/dossier-state.js';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {HTMLElement} root */
export function offerFromLists(root) {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-fii-asked-in]'))) new FromLists(root, box);
}

class FromLists {
  state = dossierState();

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} box
   */
  constructor(root, box) {
    const { fiiSetting = '', fiiInto = '', fiiAskedIn = '', fiiChoices = '{}' } = box.dataset;
    this.box = box;
    this.setting = fiiSetting;
    this.cells = fiiAskedIn.split(' ');
    this.fields = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(fiiInto)]);
    /** @type {Record<string, string>} a choice of a list → that of the field */
    this.choices = JSON.parse(fiiChoices);
    this.state.onAnswers((ids) => (ids === null || [...ids].some((id) => canChange(id, [this.setting]) || this.cells.includes(id))) && this.#show());
    for (const field of this.fields) field.addEventListener('change', () => this.#show());
    void this.state.ready.then(() => this.#show());
  }

  #show() {
    const isKnown = Object.hasOwn(knownOf(this.state), this.setting);
    /** @type {Map<string, string>} what can be taken over → where it stands first */
    const found = new Map();
    for (const cell of isKnown ? [] : this.cells) {
      const value = this.#value(cell);
      if (value && !found.has(value)) found.set(value, cell);
    }
    const shown = JSON.stringify([...found]);
    if (this.box.dataset['shown'] === shown) return; // a button that has the focus stays
    this.box.dataset['shown'] = shown;
    this.box.hidden = found.size === 0;
    this.box.replaceChildren(...[...found].map(([value, cell]) => this.#row(value, cell)));
  }

  /**
   * @param {string} cell
   * @returns {string} what the field can hold of an answer, and does not hold yet; empty for nothing
   */
  #value(cell) {
    const { choice = '', note = '' } = this.state.answers.get(cell) ?? {};
    const [field] = this.fields;
    if (field?.type === 'radio') return Object.hasOwn(this.choices, choice) ? (this.choices[choice] ?? '') : '';
    const isNoDay = field?.type === 'date' && !(DAY.test(note) && note >= today());
    return isNoDay || note.trim() === field?.value ? '' : note.trim();
  }

  /**
   * @param {string} value
   * @param {string} cell
   */
  #row(value, cell) {
    const radio = this.fields.find((one) => one.type === 'radio' && one.value === value);
    const tekst = radio?.closest('label')?.textContent?.trim() ?? (this.fields[0]?.type === 'date' ? sayDay(value) : value);
    const lijst = instrumentName(instrumentOf(cell) ?? '');
    const take = () => {
      const field = radio ?? this.fields[0];
      if (radio) radio.click();
      else if (field) paste(field, value);
      field?.focus();
    };
    return make('li', {}, make('span', {}, say('offers.held', { lijst, tekst })), ' ', makeButtonFor(say('offers.take'), say('offers.take-what', { tekst }), take));
  }
}
