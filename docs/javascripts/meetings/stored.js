// What the dossier holds of meetings and actions, as a reader sees it: without what was taken away. Pure; shows and keeps nothing.

import { today } from '../base/words.js';
import { allActions } from './list-actions.js';

/**
 * @typedef {import('../store/dossier-state.js').DossierState} State
 * @typedef {[id: string, value: any][]} Records
 */

/** Which agenda a link asks for: that of the meeting to come, for which nothing stands in a dossier (as in Python). */
export const COMING = 'volgend';
/** State of a meeting that nobody began yet. */
export const PLANNED = 'planned';
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
  return byDate(standing(state, 'reviews/').filter(([, { state: stands }]) => stands !== PLANNED));
}

/**
 * Give what was planned for after the last meeting, also what was called off: what was agreed before that no longer holds.
 * @param {State} state
 * @returns {Records} by date
 */
function plansOf(state) {
  const last = reviewsOf(state).at(-1)?.[1].date ?? '';
  return byDate(state.under('reviews/').filter(([, { state: stands, date }]) => stands === PLANNED && date > last));
}

/**
 * Give the meeting to come, while none is held (as in Python).
 * @param {State} state
 * @returns {{id: string, date: string, phases: number[], present: string[]} | null} id: empty where nobody planned it, and
 *   date where no day is known; null before the first
 */
export function comingOf(state) {
  const last = reviewsOf(state).at(-1)?.[1];
  const plans = plansOf(state);
  const [id = '', plan] = plans.find(([, { removed }]) => !removed) ?? [];
  if (plan) return { id, date: plan.date, phases: plan.phases, present: plan.present };
  return last || plans.length > 0 ? { id, date: plans.length > 0 ? '' : last.next, phases: last?.phases ?? [], present: last?.present ?? [] } : null;
}

/**
 * @param {Records} reviews
 * @returns {Records}
 */
function byDate(reviews) {
  return reviews.sort(([a, one], [b, other]) => (one.date + a < other.date + b ? -1 : 1));
}

/**
 * Give the meeting that is being held; a merge may bring two open ones: then the latest.
 * @param {Records} reviews by date
 * @returns {Records[number] | undefined}
 */
export function openOf(reviews) {
  return reviews.findLast(([, { state }]) => state === 'open');
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
