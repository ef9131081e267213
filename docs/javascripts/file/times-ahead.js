// Times that lie far ahead of now, as a clock that was wrong wrote them → now, in their order. As in fii_widgets/dossier/file/times.py.
//
// Else what they belong to could not be changed for years, here and after merging: everything newer would lose to it.

import { inLots } from '../base/lots.js';
import { describedAt } from './dossier-registers.js';
import { rebuilt } from '../shapes/shape-walk.js';

/**
 * @typedef {import('../store/answer-store.js').Draft} Draft
 * @typedef {import('../shapes/shape-walk.js').Change} Change
 */

/** How far ahead of this clock another may be before its times count as wrong, in ms. */
const AHEAD = 31 * 86_400_000;
const DOSSIER = { is: 'record', name: 'dossier' };
const EVENT = { is: 'record', name: 'event' };
const TIME = { is: 'time' };

/** First looks which times are late; then brings them back. */
class Clock {
  #now = Date.now();
  /** @type {Set<number>} */
  late = new Set();

  /** @type {Change} */
  look = ({ is }, value) => {
    const time = is === 'time' ? Date.parse(value) : 0;
    if (time > this.#now + AHEAD) this.late.add(time);
    return value;
  };

  /** @returns {Change} */
  bringingBack() {
    const order = new Map([...this.late].sort((a, b) => a - b).map((time, rank) => [time, new Date(this.#now + rank).toISOString()]));
    return ({ is }, value) => (is === 'time' ? (order.get(Date.parse(value)) ?? value) : value);
  }
}

/**
 * Bring the times of a dossier back.
 * @template T
 * @param {T} dossier made of shapes that were checked
 * @param {import('../base/turns.js').Turns} turns
 * @returns {Promise<{dossier: T, ahead: number}>} ahead: how many different times were brought back
 */
export async function notAhead(dossier, turns) {
  const clock = new Clock();
  await inLots(dossier, (lot) => rebuilt(DOSSIER, lot, clock.look), turns);
  if (clock.late.size === 0) return { dossier, ahead: 0 };
  const change = clock.bringingBack();
  return { dossier: await inLots(dossier, (lot) => rebuilt(DOSSIER, lot, change), turns), ahead: clock.late.size };
}

/**
 * Bring the times of what a browser keeps back.
 * @param {Draft} draft
 * @returns {{draft: Draft, late: Set<string>}} draft: the same where none is late · late: ids and paths whose own time was brought back
 */
export function draftNotAhead(draft) {
  const clock = new Clock();
  changed(draft, clock.look);
  if (clock.late.size === 0) return { draft, late: new Set() };
  const found = changed(draft, clock.bringingBack());
  const entries = [...draft.answers, ...draft.registers];
  return { draft: found, late: new Set(entries.filter(([id, { at }]) => (found.answers.get(id) ?? found.registers.get(id))?.at !== at).map(([id]) => id)) };
}

/**
 * Bring the times of what was left behind back.
 * @template {import('../store/answer-store.js').Patch} P
 * @param {string} id
 * @param {P} patch
 * @returns {P}
 */
export function patchNotAhead(id, patch) {
  const clock = new Clock();
  rebuilt(describedAt(id), patch, clock.look);
  return clock.late.size === 0 ? patch : rebuilt(describedAt(id), patch, clock.bringingBack());
}

/**
 * @param {Draft} draft
 * @param {Change} change
 * @returns {Draft}
 */
function changed({ answers, registers, history, undo, aside, marks, findings }, change) {
  /** @param {[string, any]} entry @returns {[string, any]} */
  const entry = ([path, value]) => [path, value === null ? null : rebuilt(describedAt(path), value, change)];
  return {
    answers: new Map([...answers].map(entry)),
    registers: new Map([...registers].map(entry)),
    history: history.map((event) => rebuilt(EVENT, event, change)),
    undo: undo.map(entry),
    aside,
    marks: { ...marks, ...Object.fromEntries(/** @type {const} */ (['here', 'file', 'since']).flatMap((name) => (marks[name] ? [[name, change(TIME, marks[name])]] : []))) },
    findings,
  };
}
