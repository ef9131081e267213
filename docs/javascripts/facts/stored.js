// What the dossier holds of meetings and actions, as a reader sees it: without what was taken away. Pure; shows and keeps nothing.

import { fold } from '../base/fold.js';
import { today } from '../base/words.js';
import { begunIn, comingIn } from './coming.js';
import { allActions } from './list-actions.js';

/**
 * @typedef {import('../store/dossier-state.js').DossierState} State
 * @typedef {[id: string, value: any][]} Records
 */

/** An action in another state has ended. */
const RUNNING = new Set(['open', 'bezig']);

/**
 * @param {State} state
 * @param {string} path ending in a slash: `actions/`
 * @returns {Records}
 */
export function standing(state, path) {
  return state.under(path).filter(([, value]) => !value.removed);
}

/**
 * @param {State} state
 * @returns {Records} the meetings that were begun, by date
 */
export function reviewsOf(state) {
  return begunIn(state.under('reviews/'));
}

/**
 * Give the meeting that is being held; a merge may bring two open ones: then the latest.
 * @param {Records} reviews by date
 * @returns {Records[number] | undefined}
 */
export function openOf(reviews) {
  return reviews.findLast(([, { state }]) => state === 'open');
}

/**
 * @param {State} state
 * @returns {number[]} the phases of the last meeting, or of the one that is being held; before the first of the one that is planned
 */
export function phasesInPlay(state) {
  return (reviewsOf(state).at(-1)?.[1] ?? comingIn(state.under('reviews/')))?.phases ?? [];
}

/**
 * @param {State} state
 * @returns {string[]} how those who are in the team are called
 */
export function teamNames(state) {
  return state.under('members/').flatMap(([, { gone, label }]) => (gone || !label ? [] : [label]));
}

/** @param {{state: string}} action */
export function isRunning({ state }) {
  return RUNNING.has(state);
}

/** @param {{due: string}} action */
export function isLate({ due }) {
  return Boolean(due) && due < today();
}

/**
 * Say whether an action is of somebody: alone, or with others (`KV en TB`). Python does the same for calendars.
 * @param {string} owner as it was written
 * @param {string} who
 */
export function isOf(owner, who) {
  const [whole = '', name = ''] = [owner, who].map((one) => fold(one).replace(/\s+/g, ' ').trim());
  return name !== '' && [whole, ...whole.split(/ ?[,;/+&] ?| en /)].includes(name);
}

/**
 * @param {State} state
 * @param {(action: any) => boolean} isMeant
 * @returns {Records} the actions that run and are meant, the first day first
 */
export function runningActions(state, isMeant) {
  const found = allActions(state).filter(([, action]) => !action.removed && isRunning(action) && isMeant(action));
  return found.sort(([, one], [, other]) => (one.due < other.due ? -1 : 1));
}

/**
 * Give an action that nobody wrote yet.
 * @param {State} state
 * @param {string} item that it is tied to; empty for none
 */
export function emptyAction(state, item) {
  return { text: '', item, review: openOf(reviewsOf(state))?.[0] ?? '', owner: '', due: '', state: 'open' };
}
