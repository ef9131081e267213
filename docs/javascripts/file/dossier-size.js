// A tree and its text → which part of a file's limits it takes: what json-scan counts, counted before. Knows no record.

import { LIMITS } from './json-scan.js';

/** A text of so few characters fits, whatever it holds: each is three bytes at most, and no more than one key or comma. */
const FITS = Math.min(LIMITS.bytes / 3, LIMITS.keys, LIMITS.commas);

/**
 * Say whether a value alone is more than any file holds. Asked of every record when a page comes: most are small.
 * @param {unknown} value
 * @returns {boolean}
 */
export function isTooMuch(value) {
  const text = JSON.stringify(value);
  return text.length > FITS && shareOf(value, text) > 1;
}

/**
 * @param {unknown} tree
 * @param {string} text made of it
 * @returns {number} 1: can just be opened again
 */
export function shareOf(tree, text) {
  const { keys, commas } = counted(tree, { keys: 0, commas: 0 });
  return Math.max(new Blob([text]).size / LIMITS.bytes, keys / LIMITS.keys, commas / LIMITS.commas);
}

/**
 * Count what the reader of a file counts.
 * @param {unknown} value
 * @param {{keys: number, commas: number}} count
 */
function counted(value, count) {
  if (typeof value !== 'object' || value === null) return count;
  const parts = Object.values(value);
  if (!Array.isArray(value)) count.keys += parts.length;
  count.commas += Math.max(parts.length - 1, 0);
  for (const part of parts) counted(part, count);
  return count;
}
