// Which words of a result to show and to mark. Pure functions; must not touch the DOM.

import { FAMILY, stem, wordsOf } from './search-words.js';

/** About three lines of a narrow screen. */
const LENGTH = 170;

/**
 * @typedef {{text: string, hit: boolean}} Piece
 */

/**
 * Cut a text into pieces that were found and pieces that were not.
 * @param {string} text
 * @param {Set<string>} terms the index terms of this result
 * @returns {Piece[]}
 */
export function mark(text, terms) {
  const whole = text.normalize('NFC');
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const { start, end } of hits(whole, terms)) {
    if (start > at) pieces.push({ text: whole.slice(at, start), hit: false });
    pieces.push({ text: whole.slice(start, end), hit: true });
    at = end;
  }
  if (at < whole.length) pieces.push({ text: whole.slice(at), hit: false });
  return pieces;
}

/**
 * Give the stretch of a text with most of what was found, cut between words.
 * @param {string} text
 * @param {Set<string>} terms
 * @returns {Piece[]}
 */
export function context(text, terms) {
  const whole = text.normalize('NFC');
  if (whole.length <= LENGTH) return mark(whole, terms);
  const start = bestStart(hits(whole, terms), whole);
  const end = start + LENGTH >= whole.length ? whole.length : whole.lastIndexOf(' ', start + LENGTH);
  const cut = whole.slice(start, end > start ? end : start + LENGTH);
  return mark(`${start > 0 ? '… ' : ''}${cut}${end < whole.length ? ' …' : ''}`, terms);
}

/**
 * @param {string} whole
 * @param {Set<string>} terms
 * @returns {{start: number, end: number}[]}
 */
function hits(whole, terms) {
  return wordsOf(whole).filter(({ word }) => terms.has(word) || terms.has(FAMILY + stem(word)));
}

/**
 * Start so that the window holds the most hits, a little before the first of them, at a word.
 * @param {{start: number}[]} found
 * @param {string} whole
 * @returns {number}
 */
function bestStart(found, whole) {
  let best = 0;
  let most = 0;
  for (const { start } of found) {
    const count = found.filter((other) => other.start >= start && other.start < start + LENGTH - 40).length;
    if (count > most) [best, most] = [start, count];
  }
  if (best < 40) return 0;
  return whole.indexOf(' ', best - 40) + 1;
}
