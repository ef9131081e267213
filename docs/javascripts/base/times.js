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
  for (const record of earlier) last = Math.max(last, (Date.parse(record?.at ?? '') || 0) + 1);
  return at(Math.max(Date.now(), last));
}

/**
 * Bring the times of a dossier that lie far ahead of now back to now, in their order: else what they belong to could
 * not be changed for years, here and after merging. As in fii_widgets/dossier/file/times.py.
 * @template T
 * @param {T} dossier just made of shapes that were checked; its own times change
 * @param {import('./turns.js').Turns} turns
 * @returns {Promise<{dossier: T, ahead: number}>} ahead: how many different times were brought back
 */
export async function notAhead(dossier, turns) {
  const now = Date.now();
  /** @type {Set<number>} */
  const late = new Set();
  await eachTime(dossier, turns, (time) => void (time > now + AHEAD && late.add(time)));
  const order = new Map([...late].sort((a, b) => a - b).map((time, rank) => [time, at(now + rank)]));
  if (late.size > 0) await eachTime(dossier, turns, (time) => order.get(time));
  return { dossier, ahead: late.size };
}

/** @param {number} time in ms */
function at(time) {
  return new Date(Math.min(Math.max(time, FIRST), LAST)).toISOString();
}

/**
 * Visit every time, and put in its place what `visit` returns.
 * @param {any} value
 * @param {import('./turns.js').Turns} turns
 * @param {(time: number) => string | undefined | void} visit
 */
async function eachTime(value, turns, visit) {
  for (const key in value) {
    if (turns.isOver()) await turns.next();
    const part = value[key];
    if (typeof part === 'object' && part !== null) await eachTime(part, turns, visit);
    else if (typeof part === 'string' && (key === 'at' || key === 'saved')) value[key] = visit(Date.parse(part)) ?? part;
  }
}
