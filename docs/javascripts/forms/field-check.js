// Looks at every field before what it holds is kept, and says beside it what does not fit, while the field keeps all of it.
// Must not store, nor know what a field is about.

import { clean, ofDay, ofText } from './field-rules.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';

/** @typedef {import('./field-rules.js').Field} Field */
/** @typedef {Field | HTMLSelectElement} Control */
/** @typedef {import('./field-rules.js').Verdict} Verdict */

/** A date that is being typed is wrong for a moment. */
const PAUSE = 700;

/** Fires `refused` when a field begins or ends to hold what is not kept. */
export const checks = new EventTarget();
/** Fields that hold what is not kept. @type {Set<Field>} */
const refused = new Set();
/**
 * What may be kept of each field: how the field shows it, whether somebody took it; null for what it cannot show.
 * @type {WeakMap<Field, {shown: string, text: string | null, isTaken: boolean}>}
 */
const fitting = new WeakMap();
/** What a field held when the dossier would not take it. @type {WeakMap<Field, string>} */
const keptOut = new WeakMap();
/** @type {WeakMap<Field, {element: HTMLElement, state: string, text: string}>} what stands beside a field */
const told = new WeakMap();
/** @type {WeakMap<Field, number>} */
const waiting = new WeakMap();
/** What stood in a date when the reader came: on the way to one that is refused every key gives another date. @type {typeof fitting} */
const before = new WeakMap();
/** @type {HTMLElement | undefined} one voice for the page: words beside a field change at every key */
let voice;
let count = 0;

/** Listen to every field of the page, before anyone who keeps what it holds. */
export function start() {
  if (voice) return;
  voice = make('p', { class: 'fii-vh fii-ruimte-stem', role: 'status', 'data-fii-room-told': '' });
  document.body.append(voice);
  document.addEventListener('focusin', ({ target }) => isField(target) && begin(target), true);
  for (const kind of ['input', 'change', 'focusout']) {
    document.addEventListener(kind, (event) => isField(event.target) && look(event.target, kind === 'focusout'), true);
  }
}

/**
 * Whether a reader is at work in a field, so that nothing may take the place of what stands there. An empty one is none:
 * it can have the focus before what was kept has come, and what is typed then would take the place of that.
 * @param {Control} control
 * @returns {boolean}
 */
export function isInUse(control) {
  return control === document.activeElement && control.value !== '';
}

/**
 * Give what may be kept of a field: what stands in it. Where that is refused, the last that fitted if nobody took it
 * yet, and otherwise null: there is nothing to keep.
 * @param {Control} field
 * @returns {string | null}
 */
export function keepable(field) {
  if (!isField(field)) return field.value;
  look(field);
  const last = fitting.get(field);
  if (!last || (last.isTaken && last.shown !== field.value)) return null;
  last.isTaken = true;
  return last.text;
}

/**
 * @param {Element | null} field
 * @returns {boolean} whether it holds what is not kept
 */
export function isRefused(field) {
  return refused.has(/** @type {Field} */ (field));
}

/**
 * @param {Element} box
 * @returns {boolean} whether a text that is not kept stands in it: it would be lost with its field
 */
export function holdsRefused(box) {
  return refusedFields().some((field) => box.contains(field));
}

/** @returns {Field[]} the fields of the page that hold what is not kept */
export function refusedFields() {
  for (const field of refused) if (!field.isConnected) refused.delete(field);
  return [...refused];
}

/**
 * Let a field show what is kept. A line shows line breaks as blanks; what a field cannot show is told beside it.
 * @param {Control} field
 * @param {string} text
 */
export function show(field, text) {
  const last = fitting.get(/** @type {Field} */ (field));
  if (last?.text === text && last.shown === field.value && last.isTaken) return;
  const shown = field instanceof HTMLInputElement ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text;
  if (field.value !== shown) field.value = shown;
  if (!isField(field)) return;
  keptOut.delete(field);
  const isLost = field.value === '' && shown !== '';
  fitting.set(field, { shown: field.value, text: isLost ? null : text, isTaken: true });
  tell(field, { isKept: true, state: '', text: isLost ? say('field.no-date', { tekst: text }) : '' });
}

/**
 * Put a text in a field as if the reader pasted it: judged, shown whole, and kept if it fits.
 * @param {Field} field
 * @param {string} text
 */
export function paste(field, text) {
  show(field, text);
  if (fitting.get(field)?.text === null) return;
  fitting.delete(field);
  announce(field);
}

/** @param {Field} field that others have to look at again */
function announce(field) {
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

/**
 * Say beside a field that the dossier does not take what it holds; that stays in the field.
 * @param {Element} field
 * @param {string} sentence why
 */
export function keepOut(field, sentence) {
  if (!isField(field)) return;
  keptOut.set(field, field.value);
  fitting.delete(field);
  tell(field, { isKept: false, state: 'out', text: sentence });
}

/** Empty every field that holds what is not kept: the reader wiped everything. */
export function letGo() {
  for (const field of refused) {
    fitting.delete(field);
    field.value = ''; // of half a date it is empty already, and shows what was typed
    show(field, '');
  }
}

/**
 * @param {unknown} element
 * @returns {element is Control}
 */
export function isControl(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/**
 * @param {unknown} element
 * @returns {element is Field}
 */
function isField(element) {
  if (element instanceof HTMLInputElement && element.min !== '') return true;
  return (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.dataset['fiiLongest'] !== undefined;
}

/**
 * @param {Field} field
 * @param {boolean} [isLeft] the reader is done with it
 */
function look(field, isLeft = false) {
  if (keptOut.get(field) === field.value) return;
  keptOut.delete(field);
  const characters = clean(field);
  const isDay = field instanceof HTMLInputElement && field.min !== '';
  const last = fitting.get(field);
  const isSame = last?.shown === field.value && !field.validity.badInput;
  if (isSame && !refused.has(field) && characters === 0 && !waiting.has(field)) return; // what stands beside it still holds
  const verdict = isDay ? ofDay(field) : ofText(field, characters);
  if (isSame) Object.assign(verdict, { isKept: true, ...(!verdict.isKept && { state: '', text: '' }) });
  else if (verdict.isKept) fitting.set(field, { shown: field.value, text: field.value, isTaken: false });
  clearTimeout(waiting.get(field));
  waiting.delete(field);
  if (isDay && !isLeft) return void waiting.set(field, setTimeout(() => look(field, true), PAUSE));
  tell(field, verdict);
  if (isDay && !verdict.isKept) giveBack(field);
}

/** @param {Field} field of which what stands in it now is kept, or empty */
function begin(field) {
  const last = fitting.get(field);
  if (last && !refused.has(field)) before.set(field, last);
}

/** @param {Field} field with a date that is refused: what stood there before is what is kept */
function giveBack(field) {
  const first = before.get(field);
  if (!first || first.text === null || fitting.get(field)?.text === first.text) return;
  fitting.set(field, { ...first, isTaken: false });
  announce(field);
}

/**
 * Say beside a field what is the matter, and aloud only when that changes.
 * @param {Field} field
 * @param {Verdict} verdict
 */
function tell(field, { isKept, state, text }) {
  const last = told.get(field);
  if (last || text) {
    const element = last?.element ?? place(field);
    if (element.textContent !== text) element.textContent = text;
    element.classList.toggle('is-over', !isKept);
    told.set(field, { element, state, text });
  }
  if (voice && (last?.state ?? '') !== state) {
    voice.textContent = [last?.state === 'over' && isKept ? say('field.fits') : '', state ? text : ''].filter(Boolean).join(' ');
  }
  if (isKept === !refused.has(field)) return;
  if (isKept) refused.delete(field);
  else refused.add(field);
  if (isKept) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  if (refused.size > 0) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
  checks.dispatchEvent(new Event('refused'));
}

/** @param {Event} event the page is about to go, and with it what is kept nowhere */
function ask(event) {
  if (refusedFields().length > 0) event.preventDefault();
}

/**
 * @param {Field} field
 * @returns {HTMLElement} room beside it, to which it refers
 */
function place(field) {
  const id = `fii-ruimte-${++count}`;
  const element = make('span', { class: 'fii-ruimte', id, 'data-fii-room': '' });
  const label = field.closest('label');
  if (label) element.setAttribute('aria-hidden', 'true'); // it describes the field, and is no part of its name
  if (label) label.append(element);
  else field.after(element);
  field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  return element;
}
