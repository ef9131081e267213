// Which paper a team most likely wants now. Pure; must not make one.

import { begunIn, comingIn } from '../facts/coming.js';

/**
 * An agenda before a meeting, a report after it: what is nearest in days.
 * @param {import('../facts/coming.js').Records} reviews all that a dossier holds
 * @param {string} today as in 2026-11-22
 * @returns {'agenda' | 'overleg'}
 */
export function likelyPaper(reviews, today) {
  const begun = begunIn(reviews);
  const last = begun.at(-1)?.[1];
  if (!last || begun.some(([, { state }]) => state === 'open')) return 'agenda';
  const next = comingIn(reviews)?.date ?? '';
  const [since, until] = [last.date, next].map((day) => Math.abs(Date.parse(day) - Date.parse(today)));
  return next && Number(until) < Number(since) ? 'agenda' : 'overleg';
}
