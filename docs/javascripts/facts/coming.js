// The meeting to come: as it was planned, else as the last one agreed. Pure; must not count days, for Python knows the rhythm.
//
// fii_widgets/report/meetings/coming.py says the same for papers.

/** @typedef {[id: string, value: any][]} Records */

/** Which agenda a link asks for: that of the meeting to come (as in Python). */
export const COMING = 'volgend';
/** State of a meeting that nobody began yet. */
export const PLANNED = 'planned';

/**
 * @param {Records} reviews all that a dossier holds
 * @returns {Records} the meetings that were begun, by date
 */
export function begunIn(reviews) {
  return byDate(reviews.filter(([, { removed, state }]) => !removed && state !== PLANNED));
}

/**
 * Give the meeting to come, while none is held.
 * @param {Records} reviews all that a dossier holds
 * @returns {{id: string, date: string, phases: number[], present: string[]} | null} id: empty where nobody planned it, and
 *   date where no day is known; null before the first
 */
export function comingIn(reviews) {
  const last = begunIn(reviews).at(-1)?.[1];
  const plans = byDate(reviews.filter(([, { state, date }]) => state === PLANNED && date > (last?.date ?? '')));
  const [id = '', plan] = plans.find(([, { removed }]) => !removed) ?? [];
  if (plan) return { id, date: plan.date, phases: plan.phases, present: plan.present };
  if (!last && plans.length === 0) return null;
  const isOff = plans.length > 0; // what was agreed before that no longer holds
  return { id, date: isOff ? '' : last.next, phases: last?.phases ?? [], present: last?.present ?? [] };
}

/**
 * @param {Records} reviews
 * @returns {Records}
 */
function byDate(reviews) {
  return reviews.sort(([a, one], [b, other]) => (one.date + a < other.date + b ? -1 : 1));
}
