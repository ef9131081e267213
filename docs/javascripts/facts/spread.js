// What the members of a team chose at each point, the whole team together: counted, without names or groups, and without
// Python. What stands out, and what a side or a role chose, only Python says (report/meetings/team.py).

import { formOf } from '../forms/forms.js';
import { itemText, listOf } from '../forms/item-texts.js';
import { recordOf } from '../forms/list-records.js';
import { answersOf } from './asked.js';
import { keeperOf } from './keeper.js';
import { lightOf } from './lights.js';

/**
 * @typedef {import('./stored.js').State} State
 * @typedef {import('../store/answer-store.js').Answer} Answer
 * @typedef {{text: string, counts: {word: string, n: number}[], silent: number}} Point  silent: who chose nothing here
 */

/**
 * @param {State} state
 * @returns {string[]} the lists in which somebody but the keeper chose: only those are the team's
 */
export function spreadLists(state) {
  const chosen = teamOf(state).flatMap((member) => [...answersOf(state, member)].filter(([id, { choice }]) => choice && isPoint(id)));
  const lists = new Set(chosen.map(([id]) => listOf(id) ?? ''));
  return [...lists].filter((list) => formOf(list));
}

/**
 * @param {State} state
 * @param {string} list
 * @returns {Point[]} the points at which somebody chose, in the order of the list
 */
export function spreadOf(state, list) {
  const keeper = keeperOf(state);
  const members = teamOf(state).map((member) => {
    const given = answersOf(state, member);
    if (member !== keeper) return given;
    const own = [...state.answers].filter(([id, { at }]) => isPoint(id) && (given.get(id)?.at ?? '') < (at ?? ''));
    return new Map([...given, ...own]);
  });
  const ids = new Set([...(formOf(list)?.querySelectorAll('[data-fii-item]') ?? [])].map((item) => item.getAttribute('data-fii-item') ?? ''));
  for (const given of members) for (const id of given.keys()) if (isPoint(id) && listOf(id) === list) ids.add(id); // also the team's own points
  return [...ids].flatMap((id) => {
    const lit = members.map((given) => lightOf(id, given.get(id)?.choice).word).filter(Boolean);
    const counts = [...new Set(lit)].map((word) => ({ word, n: lit.filter((one) => one === word).length }));
    return counts.length > 0 ? [{ text: state.answers.get(`${id}.tekst`)?.note || itemText(id) || id, counts, silent: members.length - lit.length }] : [];
  });
}

/** @param {State} state @returns {string[]} who is in the team now */
function teamOf(state) {
  return state.under('members/').filter(([id, { gone }]) => !gone && !id.includes('/')).map(([id]) => id);
}

/** @param {string} id @returns {boolean} whether it is no record of a list, and in no row: nobody's first row is another's */
function isPoint(id) {
  return !recordOf(id) && !id.includes('@');
}
