// Times that a dossier can hold: one for what is new now, and those of a file whose clock ran ahead. Knows no record.

/** A clock may say anything; a dossier knows the times between these (TIME in fii_widgets/dossier/shapes.py). */
const [FIRST, LAST] = [0, Date.parse('9998-12-31T23:59:59.999Z')];
/** How far ahead of this clock another may be before its times count as wrong, in ms. */
const AHEAD = 31 * 86_400_000;

/**
 * Give the time of something new: now, and after everything that it follows, whatever clock wrote that. So a change is
 * newer than what it changes, and a history is in order of time: Python writes it so, and its last line can be undone.
 * @param {Iterable<{at: string} | undefined>} earlier
 * @returns {string}
 */
export function timeAfter(earlier) {
  let last = FIRST;
  for (const one of earlier) last = Math.max(last, (Date.parse(one?.at ?? '') || 0) + 1);
  return at(Math.max(Date.now(), last));
}

/**
 * Bring the times of a dossier that lie far ahead of now back to now, in their order: else what they belong to could
 * not be changed for years, here and after merging. As in fii_widgets/dossier/times.py.
 * @template T
 * @param {T} dossier whose shapes were checked
 * @returns {{dossier: T, ahead: number}} ahead: how many different times were brought back
 */
export function notAhead(dossier) {
  const now = Date.now();
  /** @type {Set<number>} */
  const late = new Set();
  eachTime(dossier, (time) => void (time > now + AHEAD && late.add(time)));
  if (late.size === 0) return { dossier, ahead: 0 };
  const order = new Map([...late].sort((a, b) => a - b).map((time, rank) => [time, at(now + rank)]));
  const copy = structuredClone(dossier);
  eachTime(copy, (time) => order.get(time));
  return { dossier: copy, ahead: late.size };
}

/** @param {number} time in ms */
function at(time) {
  return new Date(Math.min(Math.max(time, FIRST), LAST)).toISOString();
}

/**
 * Visit every time, and put in its place what `visit` returns.
 * @param {any} value
 * @param {(time: number) => string | undefined | void} visit
 */
function eachTime(value, visit) {
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'object' && one !== null) eachTime(one, visit);
    else if (typeof one === 'string' && (key === 'at' || key === 'saved')) value[key] = visit(Date.parse(one)) ?? one;
  }
}
