// The Dutch sentences of the scripts, read from the page's [data-fii-words], and days as people say them. Must not hold a sentence of its own.

/** @type {Record<string, string> | undefined} */
let words;

/** @returns {Record<string, string>} */
function read() {
  const holder = document.querySelector('[data-fii-words]');
  return holder ? JSON.parse(holder.textContent || '{}') : {};
}

/**
 * Give a sentence with its {places} filled in.
 * A key that the page lacks is shown as the key: visible, and a test finds it.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  words ??= read();
  const sentence = Object.hasOwn(words, key) ? /** @type {string} */ (words[key]) : key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Choose between the singular and the plural form: `key.1` and `key.n`, with {aantal} filled in.
 * @param {string} key
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function sayCount(key, count, values = {}) {
  return say(count === 1 ? `${key}.1` : `${key}.n`, { aantal: count, ...values });
}

/**
 * Say a sentence about a moment, put in {tijd}: `key` for a time of today, `key-day` for a day with its time.
 * @param {string} key
 * @param {string} moment ISO time
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function sayMoment(key, moment, values = {}) {
  const date = new Date(moment);
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? {} : /** @type {const} */ ({ day: 'numeric', month: 'long' });
  const tijd = new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', ...day }).format(date);
  return say(isToday ? key : `${key}-day`, { tijd, ...values });
}

/**
 * Write how many days ago a moment was ("vandaag", "12 dagen geleden").
 * @param {string} moment ISO time
 * @returns {string}
 */
export function sayAgo(moment) {
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-daysSince(moment), 'day');
}

/**
 * Write how far a day is from today ("morgen", "over 13 dagen", "3 dagen geleden").
 * @param {string} day as in 2026-11-22
 * @returns {string}
 */
export function sayFromToday(day) {
  const days = Math.round((Date.parse(`${day}T12:00:00Z`) - Date.parse(`${today()}T12:00:00Z`)) / 86_400_000);
  return Number.isFinite(days) ? new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(days, 'day') : '';
}

/**
 * Count calendar days from a moment to now; a clock that was set back gives 0.
 * @param {string} moment ISO time
 * @returns {number}
 */
export function daysSince(moment) {
  const then = new Date(moment).setHours(12, 0, 0, 0);
  const days = Math.round((new Date().setHours(12, 0, 0, 0) - then) / 86_400_000);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** @returns {string} the reader's own day, as in 2026-11-22 */
export function today() {
  return dayOf(new Date());
}

/**
 * @param {Date} moment
 * @returns {string} the day that it is then where the reader is, as in 2026-11-22
 */
export function dayOf(moment) {
  return [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A dossier of a year asks for hundreds of days; to make this anew takes longer than to use it. @type {Intl.DateTimeFormat | undefined} */
let days;

/**
 * Write a day as people say it.
 * @param {string} day as in 2026-11-22
 * @returns {string}
 */
export function sayDay(day) {
  const date = new Date(`${day}T12:00:00`);
  days ??= new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric' });
  return Number.isNaN(date.getTime()) ? day : days.format(date);
}

/**
 * Write a day with the name that it has in its week ("woensdag 28 april 2027").
 * @param {string} day as in 2026-11-22
 * @returns {string}
 */
export function sayWeekday(day) {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'full' }).format(new Date(`${day}T12:00:00`));
}

/** @returns {string} */
export function language() {
  return document.documentElement.lang || 'nl';
}
