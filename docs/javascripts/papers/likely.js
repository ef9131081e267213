// Which paper a team most likely wants now. Pure; must not make one.

import { openOf, reviewsOf } from '../meetings/stored.js';
import { today } from '../base/words.js';

/**
 * An agenda before a meeting, a report after it: what is nearest in days.
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {'agenda' | 'overleg'}
 */
export function likelyPaper(state) {
  const reviews = reviewsOf(state);
  const last = reviews.at(-1)?.[1];
  if (!last || openOf(reviews)) return 'agenda';
  const [since, until] = [last.date, last.next].map((day) => Math.abs(Date.parse(day) - Date.parse(today())));
  return last.next && Number(until) < Number(since) ? 'agenda' : 'overleg';
}
