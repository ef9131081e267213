// For whom a list is filled in: the rows in which they were found and the fillings, joined by what was written down
// (`g-kandidaat.plek`: the row), which survives another name, else by name. Pure; Python joins them the same way
// (fii_widgets/report/instrument/beside.py).

import { keyOf } from '../forms/forms.js';

/**
 * @typedef {ReadonlyMap<string, import('../store/answer-store.js').Answer>} Answers
 * @typedef {{most: number, asks: string[]}} Asked  asks: ids of what is asked of each, the name first
 * @typedef {{rows: Asked | null, fillings: Asked, chosen: string}} Places  chosen: the field in which the chosen name stands
 * @typedef {{name: string, other: string, row: number, number: number, isChosen: boolean}} Joined  other: how it is called in
 * the other list, where that differs · row, number: of its filling; 0 where it has none
 */

/**
 * @param {Places} places
 * @param {Answers} answers
 * @returns {Joined[]} in the order of the rows, then of the fillings
 */
export function joined({ rows, fillings, chosen }, answers) {
  const ofRows = new Map(used(rows, (id, at) => `${id}@${at}`, answers).map((row) => [`${rows?.asks[0]}@${row}`, row]));
  const ofFillings = new Map(used(fillings, keyOf, answers).map((number) => [keyOf(fillings.asks[0] ?? '', number), number]));
  const pairs = pairsOf([...ofRows.keys()], [...ofFillings.keys()], answers);
  const fillingOf = new Map([...pairs].map(([filling, row]) => [row, filling]));
  const one = (/** @type {string[]} */ ...cells) => {
    const [name = '', ...others] = newestFirst(cells, answers);
    const other = others.find((text) => same(text) !== same(name)) ?? '';
    const at = (/** @type {Map<string, number>} */ places) => cells.map((cell) => places.get(cell) ?? 0).find(Boolean) ?? 0;
    return { name, other, row: at(ofRows), number: at(ofFillings), isChosen: [name, other].some((text) => isChosen(text, chosen, answers)) };
  };
  const inRows = [...ofRows.keys()].map((cell) => one(cell, ...(fillingOf.has(cell) ? [fillingOf.get(cell) ?? ''] : [])));
  return [...inRows, ...[...ofFillings.keys()].filter((cell) => !pairs.has(cell)).map((cell) => one(cell))];
}

/**
 * Say which row and which filling are about the same one: as it was written down, else of the same name.
 * @param {string[]} rows the cells in which a name stands
 * @param {string[]} fillings likewise
 * @param {Answers} answers
 * @returns {Map<string, string>} by filling its row; a row has one filling
 */
export function pairsOf(rows, fillings, answers) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const isFree = (/** @type {string} */ row) => ![...found.values()].includes(row);
  for (const filling of fillings) {
    const row = answers.get(linkOf(filling))?.note ?? '';
    if (rows.includes(row) && isFree(row)) found.set(filling, row);
  }
  for (const filling of fillings.filter((cell) => !found.has(cell))) {
    const name = same(answers.get(filling)?.note);
    const row = name && rows.find((cell) => same(answers.get(cell)?.note) === name && isFree(cell));
    if (row) found.set(filling, row);
  }
  return found;
}

/** @param {string} filling the cell of its name @returns {string} where its row is written down */
export function linkOf(filling) {
  return `${filling}.plek`;
}

/**
 * @param {string[]} cells the row's first
 * @param {Answers} answers
 * @returns {string[]} the names in them, the one that was given last first
 */
function newestFirst(cells, answers) {
  const named = cells.map((cell) => answers.get(cell)).filter((answer) => oneName(answer?.note) !== '');
  return named.sort((one, other) => ((one?.at ?? '') < (other?.at ?? '') ? 1 : (one?.at ?? '') > (other?.at ?? '') ? -1 : 0)).map((answer) => oneName(answer?.note));
}

/**
 * @param {string} name
 * @param {string} field where the chosen name stands
 * @param {Answers} answers
 * @returns {boolean} whether the team chose this one
 */
export function isChosen(name, field, answers) {
  return same(name) !== '' && isSame(name, answers.get(field)?.note);
}

/** @param {string | undefined} one @param {string | undefined} other */
export function isSame(one, other) {
  return same(one) === same(other);
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
