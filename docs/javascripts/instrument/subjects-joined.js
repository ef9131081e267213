// For whom a list is filled in: the rows in which they were found and the fillings, joined by name. Pure; Python joins them
// the same way (fii_widgets/report/instrument/beside.py).

import { keyOf } from '../forms/forms.js';

/**
 * @typedef {ReadonlyMap<string, import('../store/answer-store.js').Answer>} Answers
 * @typedef {{most: number, asks: string[]}} Asked  asks: ids of what is asked of each, the name first
 * @typedef {{rows: Asked | null, fillings: Asked, chosen: string}} Places  chosen: the field in which the chosen name stands
 * @typedef {{name: string, row: number, number: number, isChosen: boolean}} Joined  row, number: of its filling; 0 where it has none
 */

/**
 * @param {Places} places
 * @param {Answers} answers
 * @returns {Joined[]} in the order of the rows, then of the fillings
 */
export function joined({ rows, fillings, chosen }, answers) {
  /** @type {Map<string, Joined>} */
  const found = new Map();
  const nameIn = (/** @type {string} */ key) => oneName(answers.get(key)?.note);
  const whole = (/** @type {{name: string, row?: number, number?: number}} */ one) =>
    ({ row: 0, number: 0, ...one, isChosen: isChosen(one.name, chosen, answers) });
  for (const row of used(rows, (id, at) => `${id}@${at}`, answers)) {
    const name = nameIn(`${rows?.asks[0]}@${row}`);
    found.set(same(name) || `row ${row}`, whole({ name, row }));
  }
  for (const number of used(fillings, keyOf, answers)) {
    const name = nameIn(keyOf(fillings.asks[0] ?? '', number));
    const known = found.get(same(name));
    if (known && known.number === 0) known.number = number;
    else found.set(`number ${number}`, whole({ name, number }));
  }
  return [...found.values()];
}

/**
 * @param {string} name
 * @param {string} field where the chosen name stands
 * @param {Answers} answers
 * @returns {boolean} whether the team chose this one
 */
export function isChosen(name, field, answers) {
  return same(name) !== '' && same(name) === same(answers.get(field)?.note);
}

/**
 * @param {string | undefined} text
 * @returns {string} the name that it is
 */
export function oneName(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** @param {string | undefined} name without what does not tell two apart */
function same(name) {
  return oneName(name).toLowerCase();
}

/**
 * @param {Asked | null} asked
 * @param {(id: string, number: number) => string} key
 * @param {Answers} answers
 * @returns {number[]} those of which something was answered
 */
function used(asked, key, answers) {
  const numbers = Array.from({ length: asked?.most ?? 0 }, (_, index) => index + 1);
  return numbers.filter((number) => asked?.asks.some((id) => {
    const { choice, note } = answers.get(key(id, number)) ?? {};
    return choice || oneName(note);
  }));
}
