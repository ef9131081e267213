// A trainer's session: what it is, and how it travels in a link. Pure; must not store, show or know the handbook.

/**
 * @typedef {{title: string, aim: string, minutes: string, form: string, questions: string, places: string[]}} Plan
 *   minutes: digits or nothing; questions: one a line; places: codes ("5b.2"), or "s1=samen-leren" for an instrument that
 *   an example fills in
 * @typedef {'none' | 'long' | 'broken' | 'newer'} Fault
 */

const VERSION = 'bijeenkomst1';
/** More than any plan within the limits below. */
const LONGEST = 20_000;
/** The most characters of each part; also on the fields themselves (fii_widgets/instrument/room.py). */
export const MOST = { title: 120, aim: 600, minutes: 4, form: 200, questions: 2_000, places: 30 };
const TEXTS = /** @type {const} */ (['title', 'aim', 'minutes', 'form', 'questions']);
const MANY_LINES = ['aim', 'questions'];
const PLACE = /^[a-z0-9][a-z0-9.]{0,15}(=[a-z0-9-]{1,60})?$/;
/** Characters that show nothing, or turn the order of letters round: nobody types them, and they can deceive. */
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** @returns {Plan} */
export function emptyPlan() {
  return { title: '', aim: '', minutes: '', form: '', questions: '', places: [] };
}

/**
 * @param {Plan} plan
 * @returns {boolean}
 */
export function isEmpty(plan) {
  return plan.places.length === 0 && TEXTS.every((name) => plan[name].trim() === '');
}

/**
 * Write a plan as the fragment of a link, without its #.
 * @param {Plan} plan
 * @returns {string} letters, digits and - _ ~ only, so that mail and chat leave it whole
 */
export function fragmentOf(plan) {
  const bytes = new TextEncoder().encode(JSON.stringify([...TEXTS.map((name) => plan[name]), plan.places]));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `${VERSION}~${base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/**
 * Read the fragment of an address. Nothing of it is trusted: sizes, shapes and characters are checked first.
 * @param {string} hash with or without its #
 * @returns {{plan: Plan} | {fault: Fault}} none: this is no link with a session
 */
export function readFragment(hash) {
  const text = hash.replace(/^#/, '').replace(/%7e/gi, '~');
  const [version = '', body = ''] = text.split('~');
  if (!/^bijeenkomst\d+$/.test(version)) return { fault: 'none' };
  if (version !== VERSION) return { fault: 'newer' };
  if (text.length > LONGEST) return { fault: 'long' };
  try {
    const plan = planOf(JSON.parse(decoded(body)));
    return plan ? { plan } : { fault: 'broken' };
  } catch {
    return { fault: 'broken' };
  }
}

/**
 * @param {string} body
 * @returns {string}
 * @throws where it is no base64, or no UTF-8
 */
function decoded(body) {
  const binary = atob(body.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}

/**
 * @param {unknown} tree
 * @returns {Plan | null} null for everything but a whole plan within its limits
 */
function planOf(tree) {
  if (!Array.isArray(tree) || tree.length !== TEXTS.length + 1) return null;
  const plan = emptyPlan();
  for (const [at, name] of TEXTS.entries()) {
    const text = tree[at];
    if (typeof text !== 'string' || [...text].length > MOST[name] || HIDDEN.test(text)) return null;
    if (text.includes('\n') && !MANY_LINES.includes(name)) return null;
    plan[name] = text;
  }
  const places = tree[TEXTS.length];
  if (!/^\d*$/.test(plan.minutes) || !Array.isArray(places) || places.length > MOST.places) return null;
  if (!places.every((place) => typeof place === 'string' && PLACE.test(place)) || new Set(places).size < places.length) return null;
  return { ...plan, places };
}

/**
 * Take out of a typed text what a link would be refused for.
 * @param {'title' | 'aim' | 'minutes' | 'form' | 'questions'} name
 * @param {string} text
 * @returns {string}
 */
export function cleaned(name, text) {
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(new RegExp(HIDDEN, 'g'), '');
  const lines = MANY_LINES.includes(name) ? plain : plain.replaceAll('\n', ' ');
  return name === 'minutes' ? lines.replace(/\D/g, '') : lines;
}

/**
 * @param {Plan} plan
 * @returns {string[]} its questions, without empty lines
 */
export function questionsOf(plan) {
  return plan.questions.split('\n').map((line) => line.trim()).filter(Boolean);
}
