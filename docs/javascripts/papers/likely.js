// Which paper a team most likely wants now. Pure; must not make one.

/**
 * An agenda before a meeting, a report after it: what is nearest in days.
 * @param {{date: string, next: string, state: string}[]} reviews by date
 * @param {string} today as in 2026-11-22
 * @returns {'agenda' | 'overleg'}
 */
export function likelyPaper(reviews, today) {
  const last = reviews.at(-1);
  if (!last || reviews.some(({ state }) => state === 'open')) return 'agenda';
  const [since, until] = [last.date, last.next].map((day) => Math.abs(Date.parse(day) - Date.parse(today)));
  return last.next && Number(until) < Number(since) ? 'agenda' : 'overleg';
}
