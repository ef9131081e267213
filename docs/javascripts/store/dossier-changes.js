// What differs between two sets of answers. Must not judge an answer: to this file it is text.

import { each } from '../base/turns.js';

/**
 * @typedef {import('./answer-store.js').Answer} Answer
 * @typedef {import('./answer-store.js').Change} Change
 * @typedef {import('./answer-store.js').HistoryEvent} HistoryEvent
 */

/**
 * List what happens to each answer when one set takes the place of another, in the order of the ids.
 * An answer that was taken back counts as none; a different time alone is no change.
 * @param {Map<string, Answer>} now
 * @param {Map<string, Answer>} then
 * @returns {Change[]}
 */
export function changes(now, then) {
  return [...compared(now, then)].filter(differs).sort(byItem);
}

/**
 * List the same of sets that may be large.
 * @param {Map<string, Answer>} now
 * @param {Map<string, Answer>} then
 * @param {import('../base/turns.js').Turns} turns
 * @returns {Promise<Change[]>}
 */
export async function changesInTurns(now, then, turns) {
  /** @type {Change[]} */
  const found = [];
  await each(compared(now, then), turns, (change) => differs(change) && found.push(change));
  found.sort(byItem);
  if (turns.isOver(found.length)) await turns.next();
  return found;
}

/**
 * @param {Map<string, Answer>} now
 * @param {Map<string, Answer>} then
 * @returns {Iterable<Change>} each answer of both, those of the second first
 */
function* compared(now, then) {
  for (const [item, after] of then) yield { item, before: now.get(item) ?? null, after };
  for (const [item, before] of now) if (!then.has(item)) yield { item, before, after: null };
}

/**
 * @param {Change} one
 * @param {Change} other
 */
function byItem(one, other) {
  return one.item < other.item ? -1 : 1;
}

/** @param {Change} change */
function differs({ before, after }) {
  return (before?.choice ?? '') !== (after?.choice ?? '') || (before?.note ?? '') !== (after?.note ?? '');
}

/**
 * List the registers that one set has otherwise than another, with what stood there: null for nothing.
 * @param {Map<string, unknown>} now
 * @param {Map<string, unknown>} then
 * @returns {[string, unknown][]}
 */
export function registerChanges(now, then) {
  const paths = [...new Set([...now.keys(), ...then.keys()])].sort();
  const differing = paths.filter((path) => JSON.stringify(now.get(path)) !== JSON.stringify(then.get(path)));
  return differing.map((path) => [path, now.get(path) ?? null]);
}

/**
 * Find the event that "Maak ongedaan" would take back: the last one, when it was the opening or joining of files.
 * @param {{history: HistoryEvent[], undo: [string, unknown][]}} draft
 * @returns {HistoryEvent | null}
 */
export function undoable({ history, undo }) {
  const last = history.at(-1);
  const isOpening = last?.event === 'opened' || last?.event === 'merged';
  return isOpening && (last.changes.length > 0 || undo.length > 0) ? last : null;
}

/**
 * Give the answers as they were before an event; answers that the event did not touch stay as they are.
 * @param {Map<string, Answer>} answers
 * @param {HistoryEvent} event
 * @returns {Map<string, Answer>}
 */
export function before(answers, event) {
  const restored = new Map(answers);
  for (const change of event.changes) {
    if (change.before) restored.set(change.item, change.before);
    else restored.delete(change.item);
  }
  return restored;
}

/**
 * Join two histories in time order, each event once.
 * @param {HistoryEvent[]} one
 * @param {HistoryEvent[]} other
 * @returns {HistoryEvent[]}
 */
export function joinHistories(one, other) {
  const byText = new Map([...one, ...other].map((event) => [JSON.stringify([event.at, event.event, event.file ?? '']), event]));
  return [...byText.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
