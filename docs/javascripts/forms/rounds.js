// The closed rounds of a list: which there are, and since when an answer is what it is. Pure.
// Python says the same on paper (fii_widgets/report/instrument/rounds.py).

/**
 * @typedef {import('../store/answer-store.js').Answer} Answer
 * @typedef {ReadonlyMap<string, any>} Registers
 * @typedef {{id: string, at: string, date: string, answers: Record<string, Answer>}} Closed
 */

const ROUNDS = 'rounds/';

/**
 * Give the closed rounds of a list about one subject, the oldest first.
 * @param {Registers} registers
 * @param {string} list
 * @param {number} [subject]
 * @returns {Closed[]}
 */
export function roundsOf(registers, list, subject = 1) {
  return closedIn(registers, list).filter((one) => (one.subject ?? 1) === subject);
}

/**
 * @param {Registers} registers
 * @param {string} list
 * @returns {(Closed & {subject?: number})[]} about whomever, the oldest first
 */
export function closedIn(registers, list) {
  const found = [...registers].filter(([path, value]) => path.startsWith(ROUNDS) && value.instrument === list && !value.removed);
  const order = (/** @type {Closed} */ { date, at, id }) => `${date} ${at} ${id}`;
  return found.map(([path, value]) => ({ ...value, id: path.slice(ROUNDS.length) })).sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/**
 * Say whether two answers say the same: of a point with choices the note does not count.
 * @param {Partial<Answer> | undefined} one
 * @param {Partial<Answer> | undefined} other
 * @param {boolean} isChoice
 */
export function isSame(one, other, isChoice) {
  if ((one?.choice ?? '') !== (other?.choice ?? '')) return false;
  return isChoice || (one?.note ?? '').trim() === (other?.note ?? '').trim();
}

/**
 * Give the day of the first round from which on an answer was never another.
 * @param {string} id
 * @param {Partial<Answer> | undefined} answer
 * @param {Closed[]} rounds the oldest first
 * @param {boolean} isChoice
 * @returns {string} empty where the last round says something else
 */
export function sinceOf(id, answer, rounds, isChoice) {
  const other = rounds.findLastIndex(({ answers }) => !isSame(answers[id], answer, isChoice));
  return rounds[other + 1]?.date ?? '';
}
