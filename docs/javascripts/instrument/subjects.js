// About whom a form is, where a list is filled in once for each of several (a candidate): the bar that chooses, the keys
// under which the answers about each are kept, and the mark of whom the team chose. Must not store.

import { holdsRefused } from '../forms/field-check.js';
import { place } from '../base/place.js';
import { make, makeButton, setText } from '../base/widget.js';
import { say } from '../base/words.js';
import { isGiven } from '../forms/answer-form.js';
import { keyOf, subjectsOf } from '../forms/forms.js';
import { isChosen } from './subjects-joined.js';

export class Subjects {
  /** Whom the form is about now. */
  number = 1;
  /** @type {Map<number, HTMLButtonElement>} */
  #buttons = new Map();
  /** Puts back what was taken away last, and of whom. @type {{number: number, name: string, back: () => void} | null} */
  #taken = null;

  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} widget
   * @param {{most: number, noun: string}} each
   * @param {(keys: string[]) => () => void} empty takes answers away, and gives what puts them back
   */
  constructor(widget, { most, noun }, empty) {
    this.widget = widget;
    this.empty = empty;
    this.noun = noun;
    this.numbers = Array.from({ length: most }, (_, index) => index + 1);
    const name = noun.toLowerCase();
    this.full = make('p', { class: 'fii-vol', hidden: '' }, say('subject.full', { n: most }));
    this.more = makeButton(say('subject.more', { naam: name }), () => this.#begin(), { class: 'fii-per__doe' });
    this.remove = makeButton('', () => this.#remove(), { class: 'fii-per__doe' });
    this.bar = make('div', { class: 'fii-per', role: 'group', 'aria-label': say('subject.which', { naam: name }), hidden: '' }, this.more, this.remove, make('a', { class: 'fii-per__doe', href: besideAddress() }, say('subject.beside')), this.full);
    widget.answers.form.prepend(this.bar);
  }

  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} widget
   * @param {(keys: string[]) => () => void} empty
   * @returns {Subjects | undefined} none where the list is filled in once
   */
  static of(widget, empty) {
    const each = subjectsOf(widget.root);
    return each ? new Subjects(widget, each, empty) : undefined;
  }

  /**
   * @param {string} id of an item of the form
   * @param {number} [number]
   * @returns {string} what the answer is kept under
   */
  key(id, number = this.number) {
    return keyOf(id, number);
  }

  /** @returns {number[]} about whom something was answered */
  used() {
    return this.numbers.filter((number) => this.#keys(number).some((key) => isGiven(this.widget.state?.answers.get(key))));
  }

  /** Let the bar say who there are. */
  show() {
    const used = this.used();
    const seen = this.numbers.filter((number) => number === this.number || used.includes(number));
    for (const [number, button] of this.#buttons) {
      if (seen.includes(number)) continue;
      button.remove();
      this.#buttons.delete(number);
    }
    for (const number of seen) {
      const button = this.#buttons.get(number) ?? this.#make(number, seen);
      setText(button, this.#isChosen(number) ? say('subject.chosen', { naam: this.#name(number) }) : this.#name(number));
      button.setAttribute('aria-pressed', String(number === this.number));
    }
    const isUsed = used.includes(this.number);
    if (isUsed && this.#taken?.number === this.number) this.#taken = null; // what came in its place since stays
    this.more.hidden = !isUsed || used.length === this.numbers.length;
    this.full.hidden = used.length < this.numbers.length;
    setText(this.remove, this.#taken ? say('subject.back', { naam: this.#taken.name }) : say('row.clear', { rij: this.#name(this.number) }));
    this.remove.hidden = !this.#taken && !(isUsed && used.length > 1);
    this.bar.hidden = used.length === 0 && !this.#taken;
  }

  /**
   * Let the form be about one of them. A text that is not kept holds it back.
   * @param {number} number
   * @returns {boolean}
   */
  choose(number) {
    const { widget } = this;
    widget.answers.collect();
    if (number === this.number) return true;
    if (holdsRefused(widget.answers.form)) {
      widget.tell(say('subject.refused', { naam: this.#name(this.number) }));
      return false;
    }
    this.number = number;
    widget.root.setAttribute('data-fii-subject', String(number));
    for (const told of widget.answers.form.querySelectorAll('[data-fii-taken]')) told.remove();
    widget.showAll();
    return true;
  }

  /**
   * Say what a name in an address means: `g-01`, `g-01@2` or `d-g-01-rij-2`.
   * @param {string} name
   * @returns {{element: HTMLElement, number: number} | null} an item, and whom it is about; null where it means nothing here
   */
  named(name) {
    const [, id = '', about = '1'] = /^(?:d-)?(.+?)(?:(?:@|-rij-)(\d+))?$/.exec(name) ?? [];
    const [element, number] = [this.widget.answers.items.get(id)?.element, Number(about)];
    return element && this.numbers.includes(number) ? { element, number } : null;
  }

  /**
   * @param {number} number
   * @param {number[]} seen
   */
  #make(number, seen) {
    const button = makeButton('', () => {
      if (this.choose(number)) this.widget.tell(say('subject.shown', { naam: this.#name(number) }));
    }, { class: 'fii-per__wie' });
    this.#buttons.set(number, button);
    const before = seen.filter((one) => one < number).flatMap((one) => this.#buttons.get(one) ?? []).at(-1);
    if (before) before.after(button);
    else this.bar.prepend(button);
    return button;
  }

  /** Begin with the next one: its name comes first. */
  #begin() {
    const used = this.used();
    const next = this.numbers.find((number) => !used.includes(number));
    if (next && this.choose(next)) this.widget.focus(null);
  }

  /** Take away all that was answered about this one, or put it back. */
  #remove() {
    const taken = this.#taken;
    this.#taken = null;
    if (taken) {
      taken.back();
      this.choose(taken.number);
      this.widget.tell(say('row.restored', { rij: taken.name }));
      return;
    }
    const { number } = this;
    const name = this.#name(number);
    const back = this.empty(this.#keys(number));
    this.#taken = { number, name, back };
    this.choose(this.used()[0] ?? 1);
    this.show();
    this.widget.tell(say('row.cleared', { rij: name }));
  }

  /** @param {number} number */
  #keys(number) {
    return [...this.widget.answers.items.keys()].map((id) => this.key(id, number));
  }

  /** @param {number} number */
  #isChosen(number) {
    const { root, state } = this.widget;
    return state !== undefined && isChosen(this.#name(number), root.getAttribute('data-fii-chosen') ?? '', state.answers);
  }

  /** @param {number} number */
  #name(number) {
    const note = this.widget.state?.answers.get(this.#keys(number)[0] ?? '')?.note?.trim();
    return note || say('subject.number', { naam: this.noun, nummer: number });
  }
}

/** @returns {string} where all of them stand beside each other */
function besideAddress() {
  const isHere = document.querySelector('[data-fii-widget="dossier"]') !== null;
  return `${isHere ? '' : `${place.root}dossier/${place.index}`}#kandidaten`;
}

/**
 * Mark in a form with rows which one the team chose.
 * @param {HTMLElement} form
 * @param {import('./subjects-joined.js').Answers} answers
 */
export function markRows(form, answers) {
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-fii-rows][data-fii-chosen]'))) {
    for (const row of section.querySelectorAll('[data-fii-row]')) {
      const title = /** @type {HTMLElement | null} */ (row.querySelector('.fii-row__title'));
      const name = answers.get(row.querySelector('[data-fii-item]')?.getAttribute('data-fii-item') ?? '')?.note ?? '';
      if (!title) continue;
      const naam = (title.dataset['name'] ??= title.textContent ?? '');
      setText(title, isChosen(name, section.dataset['fiiChosen'] ?? '', answers) ? say('subject.chosen', { naam }) : naam);
    }
  }
}
