// A form's controls as name/value pairs: reads them, sets them, tells what was answered. Must not store or interpret.

import { isControl, isInUse, isRefused, keepable, keepOut, paste, show } from './field-check.js';

/** @typedef {import('./field-check.js').Control} Control */
/** @typedef {{element: HTMLElement, choices: Control[], note: Control | null}} Item */
/** @typedef {{choice?: string, note?: string}} Parts */

const NOTE = '.note';
const TYPING_PAUSE = 300;

export class AnswerForm {
  /** @type {Map<string, Item>} */
  items = new Map();
  /** @type {Map<string, number>} notes that are being typed, with the timer of their pause */
  #typing = new Map();
  /** The choice of each item that is kept. @type {Map<string, string>} */
  #kept = new Map();

  /**
   * @param {HTMLElement} form
   * @param {(id: string, parts: Parts) => string} onAnswer takes an answer, or says why it does not
   */
  constructor(form, onAnswer) {
    this.form = form;
    this.onAnswer = onAnswer;
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-fii-item]'))) this.add(element);
    form.addEventListener('input', (event) => this.#input(event));
    form.addEventListener('change', (event) => this.#change(event));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-fii-note-toggle]') : null;
      if (!button) return;
      const isOpen = button.getAttribute('aria-expanded') !== 'true';
      const note = openNote(button, isOpen);
      if (isOpen) note?.querySelector('textarea')?.focus(); // what is typed now is the note
    });
  }

  /**
   * Let an item show an answer. A choice that was made and has the focus, or a note that is in use, being typed or
   * holding what is not kept, is left alone.
   * @param {string} id
   * @param {import('../store/answer-store.js').Answer | undefined} answer
   */
  show(id, answer) {
    const item = this.items.get(id);
    if (!item) return;
    const { choices, note } = item;
    this.#kept.set(id, answer?.choice ?? '');
    const isChoosing = choices.some((control) => control === document.activeElement) && choices.some(isChosen);
    if (!isChoosing) pickChoice(choices, answer?.choice ?? '');
    if (note && !isInUse(note) && !this.#typing.has(id) && !isRefused(note)) show(note, answer?.note ?? '');
    tellReworded(item.element, answer);
  }

  /**
   * Take in an item of the form, also one that came after it was built.
   * @param {HTMLElement} element
   */
  add(element) {
    this.items.set(element.dataset.fiiItem ?? '', pick(element));
  }

  /**
   * Leave out an item that goes.
   * @param {HTMLElement} element
   */
  forget(element) {
    this.items.delete(element.dataset.fiiItem ?? '');
  }

  /**
   * Put a text in the place of a note as if the reader pasted it.
   * @param {string} id
   * @param {string} text
   */
  paste(id, text) {
    const note = this.items.get(id)?.note;
    if (note && !(note instanceof HTMLSelectElement)) paste(note, text);
  }

  /** Tell notes that are being typed now, without waiting for the pause. */
  collect() {
    for (const id of [...this.#typing.keys()]) this.#tellNote(id);
  }

  /** A note with text in it is open: what was written must not hide. */
  openNotes() {
    for (const { element, note } of this.items.values()) {
      const button = element.querySelector('[data-fii-note-toggle]');
      if (button && note?.value) openNote(button, true);
    }
  }

  /** Make it paper: to be read and printed, not filled in here. */
  disable() {
    for (const { choices, note } of this.items.values()) {
      for (const control of [...choices, ...(note ? [note] : [])]) control.disabled = true;
    }
  }

  /** @param {Event} event */
  #input({ target }) {
    if (!isControl(target) || !target.name.endsWith(NOTE)) return;
    const id = target.name.slice(0, -NOTE.length);
    clearTimeout(this.#typing.get(id));
    this.#typing.set(id, setTimeout(() => this.#tellNote(id), TYPING_PAUSE));
  }

  /** @param {Event} event */
  #change({ target }) {
    if (!isControl(target) || !target.name) return;
    if (target.name.endsWith(NOTE)) this.collect();
    else if (this.onAnswer(target.name, { choice: target.value }) && target.type === 'radio') {
      pickChoice(this.items.get(target.name)?.choices ?? [], this.#kept.get(target.name) ?? ''); // what is seen is what is kept
    } else this.#kept.set(target.name, target.value);
  }

  /** @param {string} id */
  #tellNote(id) {
    clearTimeout(this.#typing.get(id));
    this.#typing.delete(id);
    const field = this.items.get(id)?.note;
    const text = field ? keepable(field) : null;
    const why = text === null ? '' : this.onAnswer(id, { note: text.trim() && text });
    if (field && why) keepOut(field, why);
  }
}

/**
 * @param {Parts | undefined} answer
 * @returns {boolean} whether it says anything
 */
export function isGiven(answer) {
  return Boolean(answer?.choice || answer?.note);
}

/**
 * @param {HTMLElement} element
 * @returns {Item}
 */
function pick(element) {
  const controls = [...element.querySelectorAll('input, textarea, select')].filter(isControl);
  return {
    element,
    choices: controls.filter((control) => !control.name.endsWith(NOTE)),
    note: controls.find((control) => control.name.endsWith(NOTE)) ?? null,
  };
}

/**
 * Say it where the sentence read otherwise when the answer was given. A team's own words are not the handbook's.
 * @param {HTMLElement} element
 * @param {import('../store/answer-store.js').Answer | undefined} answer
 */
function tellReworded(element, answer) {
  const told = element.querySelector('[data-fii-reworded]');
  if (!told) return;
  const isOwn = element.querySelector('[data-fii-own-mark]:not([hidden])') !== null;
  const isOlder = isGiven(answer) && (answer?.at ?? '') < (told.getAttribute('data-fii-reworded') ?? '');
  told.toggleAttribute('hidden', isOwn || !isOlder);
}

/**
 * @param {Element} button
 * @param {boolean} isOpen
 * @returns {HTMLElement | null} what the button opens
 */
function openNote(button, isOpen) {
  button.setAttribute('aria-expanded', String(isOpen));
  const note = document.getElementById(button.getAttribute('aria-controls') ?? '');
  note?.classList.toggle('is-open', isOpen);
  return note;
}

/**
 * @param {Control} control of a choice
 * @returns {boolean}
 */
export function isChosen(control) {
  return control.value !== '' && !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked);
}

/**
 * @param {Control[]} controls
 * @param {string} value
 */
function pickChoice(controls, value) {
  for (const control of controls) {
    // the one without a value takes a choice back, and is none itself
    if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = value !== '' && control.value === value;
    else if (control.value !== value) control.value = value;
  }
}
