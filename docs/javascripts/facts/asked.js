// Which lists a team asks of its members, and how far each of those is. Pure.

import { formOf } from '../forms/forms.js';
import { changedIn, givenIn } from '../forms/given.js';
import { progressOf } from '../forms/progress.js';
import { dayOf } from '../base/words.js';

/**
 * @typedef {import('../store/dossier-state.js').DossierState} State
 * @typedef {ReadonlyMap<string, import('../store/answer-store.js').Answer>} Answers
 * @typedef {{list: string, done: number, total: number, day: string}} Asked day: of its last answer; empty where it has none
 */

/**
 * @param {State} state
 * @returns {string[]} what is asked of all
 */
export function askedLists(state) {
  return knownLists(state.registers.get('settings/asked')?.text);
}

/**
 * @param {State} state
 * @param {string} member
 * @returns {string[]} what the last file for this member asks; of a file of before that, what was asked of all
 */
export function askedOf(state, member) {
  const own = knownLists(state.registers.get(`members/${member}`)?.asked);
  return own.length > 0 ? own : askedLists(state);
}

/**
 * @param {string | undefined} text ids with a blank between them
 * @returns {string[]} those of lists that this edition has
 */
export function knownLists(text = '') {
  return text.split(' ').filter((id) => id && formOf(id));
}

/**
 * @param {State} state
 * @param {string} member
 * @returns {Answers} what came back of a member
 */
export function answersOf(state, member) {
  return new Map(state.under(`members/${member}/`).flatMap(([key, value]) => (key === 'answers' ? Object.entries(value) : [[key, value]])));
}

/**
 * Say how far lists are.
 * @param {string[]} lists
 * @param {Answers} answers
 * @returns {Asked[]}
 */
export function stateOf(lists, answers) {
  const given = givenIn(answers);
  const changed = changedIn(answers);
  return lists.map((list) => {
    const at = given.has(list) && changed.get(list);
    return { list, ...(at ? progressOf(list, answers) : { done: 0, total: 0 }), day: at ? dayOf(new Date(at)) : '' };
  });
}

/** @param {Asked} asked */
export function isDone({ day, done, total }) {
  return day !== '' && done >= total;
}

/**
 * Say whether something that was asked of a member has not come back since.
 * @param {State} state
 * @param {string} member
 */
export function isAwaited(state, member) {
  const { asked = '', given = '' } = state.registers.get(`members/${member}`) ?? {};
  const answers = answersOf(state, member);
  return answers.size === 0 || stateOf(knownLists(asked), answers).some(({ day }) => day < given);
}
