// What was decided in every meeting, and what holds of it now. Stored facts; shows and keeps nothing.
//
// fii_widgets/report/meetings/decisions.py says the same on paper. A decision keeps its own words; what came later stands
// in a dated line under the minutes (`about`), or in a later decision that takes its place (`replaces`).

import { say, sayDay, today } from '../base/words.js';
import { reviewsOf } from './stored.js';

/**
 * @typedef {{path: string, at: string, again?: string, lapsed?: boolean}} Said what was said of a decision later
 * @typedef {object} Decided
 * @property {string} key meeting and decision, as `replaces` names it
 * @property {string} review
 * @property {string} id
 * @property {string} date of the meeting
 * @property {string} text
 * @property {string} standing geldt, vervangen, vervallen or weggehaald, as in Python
 * @property {string} again day on which to look at it again; empty: not agreed, or it does not hold
 * @property {Said[]} said the last at the end
 * @property {{key: string, date: string, text: string}[]} by what takes its place
 */

/** A decision may be a page long; where another is named beside it, this is enough to know it by. */
const SHORT = 100;

/**
 * @param {import('./stored.js').State} state
 * @returns {Decided[]} the newest meeting first
 */
export function decidedOf(state) {
  const meetings = new Map(reviewsOf(state));
  /** @type {Map<string, Said[]>} */
  const said = new Map();
  /** @type {Map<string, Decided['by']>} */
  const by = new Map();
  /** @type {{id: string, review: string, value: any}[]} */
  const made = [];
  for (const [path, value] of state.registers) { // once: a year has thousands
    const [kind, review = '', part, id = ''] = path.split('/');
    const meeting = kind === 'reviews' && part ? meetings.get(review) : undefined;
    if (!meeting || (value.removed && !(part === 'decisions' && meeting.minutes?.decisions[id]))) continue;
    if (part === 'corrections' && value.about) add(said, `${review}/${value.about}`, { ...value, path });
    if (part !== 'decisions' || !value.text.trim()) continue;
    made.push({ id, review, value });
    const key = `${review}/${id}`;
    if (value.replaces && value.replaces !== key && !value.removed) add(by, value.replaces, { key, date: meeting.date, text: value.text.trim() });
  }
  for (const all of said.values()) all.sort((one, other) => inTime(one, other) || order(one.path, other.path));
  for (const all of by.values()) all.sort((one, other) => order(one.date + one.key, other.date + other.key));
  const ranks = new Map([...meetings.keys()].map((id, rank) => [id, rank]));
  made.sort((one, other) => (ranks.get(other.review) ?? 0) - (ranks.get(one.review) ?? 0) || order(one.id, other.id)); // an id begins with its moment
  return made.map(({ id, review, value }) => {
    const key = `${review}/${id}`;
    return stands({ key, review, id, date: meetings.get(review).date, text: value.text.trim(), said: said.get(key) ?? [], by: by.get(key) ?? [] }, value);
  });
}

/**
 * @param {Omit<Decided, 'standing' | 'again'>} one
 * @param {any} value its register
 * @returns {Decided}
 */
function stands(one, value) {
  const last = one.said.at(-1);
  const standing = value.removed ? 'weggehaald' : one.by.length > 0 ? 'vervangen' : last?.lapsed ? 'vervallen' : 'geldt';
  return { ...one, standing, again: standing === 'geldt' ? ((last ?? value).again ?? '') : '' };
}

/**
 * @param {Decided} one
 * @param {string} [day]
 * @returns {boolean} whether it holds, and its day to be looked at again has come
 */
export function isDue({ again }, day = today()) {
  return again !== '' && again <= day;
}

/** @param {Decided} one @returns {string} what holds of it */
export function sayStanding(one) {
  const { standing, again, said, by } = one;
  if (standing === 'vervangen') return by.map(({ date, text }) => say('decision.replaced', { datum: sayDay(date), besluit: short(text) })).join('; ');
  if (standing === 'vervallen') return say('decision.lapsed', { datum: sayDay((said.at(-1)?.at ?? '').slice(0, 10)) });
  if (standing === 'weggehaald') return say('decision.removed');
  if (!again) return say('decision.holds');
  return say(isDue(one) ? 'decision.due' : 'decision.again', { datum: sayDay(again) });
}

/** @param {string} text @returns {string} enough of it to know it by */
export function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > SHORT ? `${line.slice(0, SHORT).trimEnd()}…` : line;
}

/**
 * @template T
 * @param {Map<string, T[]>} found
 * @param {string} key
 * @param {T} one
 */
function add(found, key, one) {
  found.set(key, [...(found.get(key) ?? []), one]);
}

/** @param {{at: string}} one @param {{at: string}} other */
function inTime(one, other) {
  return Date.parse(one.at) - Date.parse(other.at);
}

/** @param {string} one @param {string} other */
function order(one, other) {
  return one < other ? -1 : Number(one > other);
}
