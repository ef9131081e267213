// Times that a dossier can hold: one for what is new now. Knows no record.

/** A clock may say anything; a dossier knows the times between these (TIME in fii_widgets/dossier/shapes.py). */
const [FIRST, LAST] = [0, Date.parse('9998-12-31T23:59:59.999Z')];

/**
 * Give the time of something new: now, and after everything that it follows, whatever clock wrote that. So a change is
 * newer than what it changes, and a history is in order of time: Python writes it so, and its last line can be undone.
 * @param {Iterable<{at: string} | undefined>} earlier
 * @returns {string}
 */
export function timeAfter(earlier) {
  let last = FIRST;
  for (const record of earlier) last = Math.max(last, (Date.parse(record?.at ?? '') || 0) + 1);
  return new Date(Math.min(Math.max(Date.now(), last), LAST)).toISOString();
}
