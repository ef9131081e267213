// How full a file of the dossier is, against what can be opened again; measured now and then. Must not cut anything.

import { LIMITS } from '../file/json-scan.js';
import { asDossier, isEmpty, mapOf } from './dossier-draft.js';
import { ShapeError } from './dossier-shapes.js';

/** @typedef {import('../file/dossier-file.js').Dossier} Dossier */

/** From here on every change is measured before it is taken, and the reader is told; before it, once in a while. */
export const NEARLY_FULL = 0.75;
const PAUSE = 3_000;

export class Room {
  /** How full a file was when it was last measured, from 0 to 1. */
  full = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #measuring;

  /**
   * @param {() => import('./answer-store.js').Draft} draft as it is now
   * @param {() => void} onNear hears that it became fuller or emptier, near the end
   */
  constructor(draft, onNear) {
    this.draft = draft;
    this.onNear = onNear;
  }

  /** Measure after a pause: the draft changed. An empty one has all its room at once. */
  follow() {
    if (isEmpty(this.draft())) this.full = 0;
    this.#measuring ??= setTimeout(() => {
      this.#measuring = undefined;
      const before = this.full;
      this.full = fullness(asDossier(this.draft()));
      if (before !== this.full && Math.max(before, this.full) >= NEARLY_FULL) this.onNear();
    }, PAUSE);
  }

  /**
   * Refuse a value that would make the dossier larger than a file can be; near the end it is measured at each change.
   * @param {string} id of an item, or the path of a register
   * @param {unknown} before
   * @param {unknown} value
   * @throws {ShapeError}
   */
  check(id, before, value) {
    if (this.full < NEARLY_FULL || JSON.stringify(value).length <= (JSON.stringify(before) ?? '').length) return;
    const draft = this.draft();
    const next = { ...draft, answers: new Map(draft.answers), registers: new Map(draft.registers) };
    mapOf(next, id).set(id, value);
    measured(asDossier(next));
  }
}

/**
 * Measure a whole dossier.
 * @param {Dossier} dossier
 * @returns {number} 1: just fits
 * @throws {ShapeError} where no file has room for it
 */
export function measured(dossier) {
  const full = fullness(dossier);
  if (full > 1) throw new ShapeError('room');
  return full;
}

/**
 * Measure a dossier against the limits of a file. Its history does not count: a file that is too large goes without.
 * @param {Dossier} dossier
 * @returns {number}
 */
function fullness(dossier) {
  const counted = { ...dossier, history: [] };
  const bytes = new Blob([JSON.stringify(counted, null, 1)]).size;
  return Math.max(bytes / LIMITS.bytes, keysOf(counted) / LIMITS.keys);
}

/** @param {unknown} value @returns {number} */
function keysOf(value) {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Object.values(value);
  return parts.reduce((sum, part) => sum + keysOf(part), Array.isArray(value) ? 0 : parts.length);
}
