// How many answers stand in each list, for every place that says how far a reader is. Text only.

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
