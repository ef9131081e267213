// How many answers stand in each list and when it was last changed, for every place that says how far a reader is. Text only.

import { isGiven } from './answer-form.js';
import { listOf } from './item-texts.js';
import { recordOf } from './list-records.js';

/**
 * Count what was filled in; what a team changed in a list itself is no answer.
 * @param {ReadonlyMap<string, import('../store/answer-store.js').Answer>} answers
 * @returns {Map<string, number>} list → how many answers stand in it
 */
export function givenIn(answers) {
  const given = new Map();
  for (const [id, answer] of answers) {
    const list = isGiven(answer) && !recordOf(id) ? listOf(id) : null;
    if (list) given.set(list, (given.get(list) ?? 0) + 1);
  }
  return given;
}

/**
 * Say when each list was last changed: by an answer, one that was taken back too, or in what it asks.
 * @param {ReadonlyMap<string, import('../store/answer-store.js').Answer>} answers
 * @returns {Map<string, string>} list → moment
 */
export function changedIn(answers) {
  const changed = new Map();
  for (const [id, { at }] of answers) {
    const about = recordOf(id)?.about ?? id;
    const list = listOf(about) ?? about; // the order of a list is kept under its own id
    if (at > (changed.get(list) ?? '')) changed.set(list, at);
  }
  return changed;
}
