// How full a file of the dossier is, against what can be opened again; measured now and then. Must not cut anything.

import { asDossier, isEmpty, mapOf } from './dossier-draft.js';
import { ShapeError } from '../shapes/dossier-shapes.js';
import { fullness, fullnessInTurns } from '../file/dossier-text.js';
import { Turns } from '../base/turns.js';

/** From here on every change is measured before it is taken, and the reader is told; before it, once in a while. */
export const NEARLY_FULL = 0.75;
const PAUSE = 3_000;
/** A change that makes this many characters more is measured before it is taken, however much room there was. */
const LARGE = 100_000;

export class Room {
  /** How full a file was when it was last measured, from 0 to 1. */
  full = 0;
  /** What a browser kept may be too large from the start. */
  #isMeasured = false;
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
      void this.#measure();
    }, PAUSE);
  }

  async #measure() {
    const draft = this.draft();
    const full = await fullnessInTurns(asDossier(draft), new Turns());
    if (draft !== this.draft()) return; // what took its place is measured by itself
    const before = this.full;
    this.is(full);
    if (before !== this.full && Math.max(before, this.full) >= NEARLY_FULL) this.onNear();
  }

  /** @param {number} full as it was measured */
  is(full) {
    this.full = full;
    this.#isMeasured = true;
  }

  /**
   * Refuse a value that would make the dossier larger than a file can be; near the end it is measured at each change.
   * @param {string} id of an item, or the path of a register
   * @param {unknown} before
   * @param {unknown} value
   * @throws {ShapeError}
   */
  check(id, before, value) {
    const more = JSON.stringify(value).length - (JSON.stringify(before) ?? '').length;
    if (!this.#isMeasured) this.is(fullness(asDossier(this.draft())));
    if (more <= 0 || (more < LARGE && this.full < NEARLY_FULL)) return;
    const draft = this.draft();
    const next = { ...draft, answers: new Map(draft.answers), registers: new Map(draft.registers) };
    mapOf(next, id).set(id, value);
    this.judge(fullness(asDossier(next)));
  }

  /**
   * @param {number} full
   * @throws {ShapeError} where no file has room for so much
   */
  judge(full) {
    if (full > 1) throw new ShapeError('room');
  }
}
