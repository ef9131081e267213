// How far a list is: which of its points are in play, and how many of those have an answer. Python counts the same points
// (fii_widgets/report/cells.py). Must not weigh an answer.

import { formOf, keyOf, subjectsOf } from './forms.js';
import { isGiven } from './answer-form.js';
import { ownItemOf, recordOf } from './list-records.js';

/**
 * @typedef {ReadonlyMap<string, import('../store/answer-store.js').Answer>} Answers
 * @typedef {{id: string, isChoice: boolean, only: [item: string, ...choices: string[]][]}} Point  only: counts with one of these choices there, or while none is made
 * @typedef {{points: Point[], asks: string[], rows: number}} Section  asks: all that is asked in it · rows: how many there can be; 0 where it has none
 * @typedef {{id: string, sections: Section[], asks: string[], subjects: number, own: boolean}} Shape  own: a team can add points
 * @typedef {{key: string, isChoice: boolean}} Played  a point in play, and what its answer is kept under
 */

/**
 * Count the points of a list that are in play, and those that were answered: a choice where one is asked, else words.
 * Rows count once something stands in one, and the first always; of several subjects, each that was begun.
 * @param {Shape} shape
 * @param {Answers} answers
 * @returns {{done: number, total: number}}
 */
export function count(shape, answers) {
  const begun = Array.from({ length: shape.subjects }, (_, index) => index + 1).filter((number) => shape.asks.some((id) => isGiven(answers.get(keyOf(id, number)))));
  const about = begun.length > 0 ? begun : [1];
  const found = about.flatMap((number) => inPlay(shape, number, answers));
  return { done: found.filter(({ key, isChoice }) => isAnswered(answers.get(key), isChoice)).length, total: found.length };
}

/**
 * Give the points of a list that are in play about one subject.
 * @param {Shape} shape
 * @param {number} number
 * @param {Answers} answers
 * @returns {Played[]}
 */
export function inPlay(shape, number, answers) {
  const key = (/** @type {string} */ id) => keyOf(id, number);
  const given = shape.sections.flatMap((section) => pointsIn(section, answers, key));
  return shape.own ? [...given, ...ownPoints(shape.id, answers, key)] : given;
}

/**
 * @param {Section} section
 * @param {Answers} answers
 * @param {(id: string) => string} subject gives the key of an item about one subject
 * @returns {Played[]}
 */
function pointsIn({ points, asks, rows }, answers, subject) {
  const all = Array.from({ length: rows }, (_, index) => index + 1);
  const used = all.filter((row) => asks.some((id) => isGiven(answers.get(`${id}@${row}`))));
  const keys = rows === 0 ? [subject] : (used.length > 0 ? used : [1]).map((row) => (/** @type {string} */ id) => `${id}@${row}`);
  return keys.flatMap((key) => points
    .filter(({ id, only }) => !isHidden(id, answers) && only.every(([item, ...choices]) => isHidden(item, answers) || ['', ...choices].includes(answers.get(key(item))?.choice ?? '')))
    .map(({ id, isChoice }) => ({ key: key(id), isChoice })));
}

/**
 * @param {string} id
 * @param {Answers} answers
 * @returns {boolean} whether the team left it out: then nothing hangs on it either
 */
function isHidden(id, answers) {
  return isGiven(answers.get(`${id}.verborgen`));
}

/**
 * @param {string} list
 * @param {Answers} answers
 * @param {(id: string) => string} key gives the key of an item about one subject
 * @returns {Played[]} the points that the team added
 */
function ownPoints(list, answers, key) {
  return [...answers].flatMap(([id, { note }]) => {
    const record = recordOf(id);
    const own = record?.part === 'tekst' ? ownItemOf(record.about) : null;
    if (own?.instrument !== list || own.item !== record?.about || !note?.trim() || isHidden(own.item, answers)) return [];
    return [{ key: key(own.item), isChoice: true }];
  });
}

/**
 * @param {import('../store/answer-store.js').Answer | undefined} answer
 * @param {boolean} isChoice
 */
function isAnswered(answer, isChoice) {
  return Boolean(isChoice ? answer?.choice : answer?.note?.trim());
}

/** What each list asks never changes while the page stands. @type {Map<string, Shape>} */
const shapes = new Map();

/**
 * Say how far a list of this page is.
 * @param {string} list
 * @param {Answers} answers
 * @returns {{done: number, total: number}}
 */
export function progressOf(list, answers) {
  return count(shapeOf(list), answers);
}

/**
 * Say what a list of this page asks.
 * @param {string} list
 * @returns {Shape}
 */
export function shapeOf(list) {
  let shape = shapes.get(list);
  if (!shape) shapes.set(list, (shape = readShape(list)));
  return shape;
}

/**
 * Read that from its form as the build made it.
 * @param {string} list
 * @returns {Shape}
 */
function readShape(list) {
  const form = formOf(list);
  const items = /** @type {HTMLElement[]} */ ([...(form?.querySelectorAll('[data-fii-item]') ?? [])]);
  const sections = [null, ...(form?.querySelectorAll('[data-fii-most]') ?? [])].map((section) => {
    const own = items.filter((item) => item.closest('[data-fii-most]') === section);
    const points = own.filter((item) => item.classList.contains('fii-item')).map(pointOf);
    return { rows: Number(section?.getAttribute('data-fii-most') ?? 0), asks: own.map(idOf), points };
  });
  const subjects = (form && subjectsOf(form)?.most) || 1;
  return { id: list, sections, asks: items.map(idOf), subjects, own: form?.querySelector('[data-fii-own]') !== null };
}

/**
 * @param {HTMLElement} item
 * @returns {Point}
 */
function pointOf(item) {
  const conditions = item.dataset.fiiOnlyWith?.split(', ') ?? [];
  const only = /** @type {Point['only']} */ (conditions.map((condition) => condition.split(' ')));
  return { id: idOf(item), isChoice: item.querySelector('input[type="radio"]') !== null, only };
}

/**
 * @param {HTMLElement} item
 * @returns {string} its id without the row
 */
function idOf(item) {
  return (item.dataset.fiiItem ?? '').replace(/@\d+$/, '');
}
