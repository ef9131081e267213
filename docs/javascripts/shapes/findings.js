// What Python found in the answers, as this browser keeps it: its shape. Pure; must not store.

import { isRecord, part, ShapeError } from './dossier-shapes.js';

/**
 * @typedef {{about: string, text: string, light: string, place: string, at: string}} Line as Python gives it (report/instrument/findings.py)
 * @typedef {{key: string, count: number, lines: Line[]}} Findings
 * key: of which answers, and of which version of the handbook · count: how many there were; the first are kept
 */

/** So many are kept and shown; the others stand in the lists. */
export const MOST = 4;
/** What a link may lead to: a list, or an item in its row. */
const PLACE = /^[\w.-]+(@\d+)?$/;

/**
 * Give what is kept in order.
 * @param {unknown} value
 * @returns {Findings}
 * @throws {ShapeError} where it is something else
 */
export function soundFindings(value) {
  if (!isRecord(value)) throw new ShapeError();
  const { key, count, lines } = /** @type {Record<string, any>} */ (value);
  if (!Array.isArray(lines) || lines.length > MOST || !Number.isSafeInteger(count) || count < lines.length) throw new ShapeError();
  return { key: part('words', key), count, lines: Array.from(lines, soundLine) };
}

/** @param {unknown} value @returns {Line} */
function soundLine(value) {
  if (!isRecord(value)) throw new ShapeError();
  const { about, text, light, place: where, at } = value;
  if (!PLACE.test(part('words', about))) throw new ShapeError();
  return { about: part('words', about), text: part('words', text), light: part('words', light), place: part('words', where), at: part('time', at) };
}
