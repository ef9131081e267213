// What a text or a day may be, in words beside its field. Must not know what is kept, nor what a field is about.

import { language, say, sayCount, today } from '../base/words.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {{isKept: boolean, state: string, text: string}} Verdict state: what is told once, when it changes */

const NEAR = 0.9;
const DAY = /^\d{4}-\d\d-\d\d$/;
/** No character of a text: controls, and lone surrogates. A program that pastes lines writes some of them between lines. */
const NO_SIGN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const LINE_END = /\r\n?|[\u000b\u000c\u0085]/g;

/**
 * Take out what is no character of a text.
 * @param {Field} field
 * @returns {number} how many
 */
export function clean(field) {
  const broken = field.value.replace(LINE_END, field instanceof HTMLInputElement ? ' ' : '\n');
  const text = broken.replace(NO_SIGN, '');
  if (text === field.value) return 0;
  const head = field.value.slice(0, field.selectionStart ?? undefined);
  const place = head.replace(LINE_END, ' ').replace(NO_SIGN, '').length;
  field.value = text;
  if (field === document.activeElement) field.setSelectionRange(place, place);
  return broken.length - text.length;
}

/**
 * @param {Field} field
 * @param {number} characters taken out
 * @returns {Verdict}
 */
export function ofText(field, characters) {
  const longest = Number(field.dataset['fiiLongest']);
  const { value } = field;
  const left = longest - (value.length > NEAR * longest ? [...value].length : 0);
  if (field.hasAttribute('data-fii-digits') && /\D/.test(value)) return { isKept: false, state: 'digits', text: say('field.digits') };
  if (left < 0) return { isKept: false, state: 'over', text: sayCount('field.over', -left, { ruimte: number(longest) }) };
  const counter = value.length > NEAR * longest && left <= (1 - NEAR) * longest ? sayCount('field.left', left, { aantal: number(left) }) : '';
  if (characters > 0) return { isKept: true, state: 'characters', text: [sayCount('field.characters', characters), counter].filter(Boolean).join(' ') };
  return { isKept: true, state: counter ? 'near' : '', text: counter };
}

/**
 * @param {HTMLInputElement} field
 * @returns {Verdict}
 */
export function ofDay(field) {
  const { value, min, max } = field;
  const years = { van: min.slice(0, 4), tot: max.slice(0, 4) };
  if (field.validity.badInput || (value !== '' && !DAY.test(value))) {
    const isYear = /^\d{5,}-/.test(value);
    return { isKept: false, state: 'day', text: say(isYear ? 'field.year' : 'field.day', years) };
  }
  if (value !== '' && (value < min || value > max)) return { isKept: false, state: 'day', text: say('field.year', years) };
  if (value === '') return { isKept: true, state: '', text: '' };
  const isPast = field.hasAttribute('data-fii-ahead') && value < today();
  return { isKept: true, state: isPast ? 'past' : '', text: say(isPast ? 'field.past' : 'field.date', { datum: inWords(value) }) };
}

/** @param {number} value */
function number(value) {
  return new Intl.NumberFormat(language()).format(value);
}

/** @param {string} day */
function inWords(day) {
  const format = new Intl.DateTimeFormat(language(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return format.format(new Date(`${day}T12:00:00`));
}
