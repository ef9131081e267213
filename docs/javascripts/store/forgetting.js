// Taking words, or a thing as a whole, out of a draft for good; and putting it back while the page stands. Must not store or show.
//
// Of each place its name and a time stay, so that no older copy brings it back (fii_widgets/dossier/forgotten.py). What is
// left of a text keeps its own time, and counts as set just after (`cleaned`).

import { marksAfter } from './answer-store.js';
import { registerChanges } from './dossier-changes.js';
import { asidePlace, asidesLeft, eventsLeft, undoLeft, versionsLeft } from '../file/forgotten.js';
import { ANSWERS, describedAt, FORGOTTEN, MEMBER, VERSIONS } from '../file/dossier-registers.js';
import { fold } from '../base/fold.js';
import { rebuilt } from '../shapes/shape-walk.js';
import { timeAfter } from '../file/times.js';

/**
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {{whole?: string[], words?: string, places?: string[]}} Asked
 * whole: paths of things that go with all that stands under them · words: what is taken out at these places
 * @typedef {{was: Draft, left: Draft}} Back the draft from before, and as it was left
 * @typedef {{place: string, value: any}} Standing
 */

/** What takes the place of words: never longer than they are. */
const LEFT = '…';
/** Records of a team's own list that hold no words (fii_widgets/dossier/list_records.py). */
const NO_WORDS = /\.(verborgen|plek|volgorde)$/;
/** A line that a merge wrote under a closed meeting, about a text that it quotes so far at least (fii_widgets/dossier/late.py). */
const LATE = /^reviews\/[^/]+\/corrections\/later-/;
const QUOTED = 250;

/**
 * Find words as they stand: in one go, as whole words, with any case, accents and blanks.
 * @param {string} words
 * @returns {(text: string) => string} gives the text without them
 */
export function without(words) {
  const like = new RegExp(fold(words).trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+') || '(?!)', 'g');
  return (text) => {
    const [whole, folded] = [text.normalize('NFC'), fold(text)];
    const hits = [...folded.matchAll(like)].filter(({ index, 0: { length } }) => isApart(folded, index) && isApart(folded, index + length));
    return hits.length === 0 ? text : hits.reduceRight((left, { index, 0: { length } }) => left.slice(0, index) + LEFT + left.slice(index + length), whole);
  };
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {boolean} whether no word goes on there
 */
function isApart(text, at) {
  return !/^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
}

/**
 * List where words stand, each place once, with what stands there: also in what lost, in the history and aside.
 * @param {Draft} draft
 * @param {string} words
 * @returns {Map<string, string[]>} place → the texts in which they stand
 */
export function standings(draft, words) {
  const clean = without(words);
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const { place, value } of everything(draft)) {
    const texts = textsOf(place, value).filter((text) => clean(text) !== text);
    if (texts.length > 0) found.set(place, [...new Set([...(found.get(place) ?? []), ...texts])]);
  }
  return found;
}

/**
 * Take out for good what is asked.
 * @param {Draft} draft
 * @param {Asked} asked
 * @returns {Draft}
 */
export function forgotten(draft, { whole = [], words = '', places = [] }) {
  const clean = without(words);
  const isLine = (/** @type {string} */ place) => LATE.test(place);
  const told = [...places, ...whole].flatMap((place) => linesAbout(draft, place));
  const all = [...whole, ...told, ...places.filter(isLine)].map((path) => `${path}/`);
  const some = places.filter((place) => !isLine(place));
  const isWhole = (/** @type {string} */ place) => all.some((path) => `${place}/`.startsWith(path));
  const touched = [...everything(draft)].filter(({ place }) => isWhole(place) || some.includes(place));
  const at = timeAfter(touched.flatMap(({ value }) => (value.at ? [value, { at: value.cleaned ?? value.at }] : [])));
  const mine = Object.fromEntries([...all, ...some].map((place) => [place, at]));
  const cleaned = timeAfter([{ at }]);
  /** @param {string} place @param {any} value @param {string} [like] where the same may stand */
  const left = (place, value, like = place) => (mine[place] ? cut(like, value, clean, cleaned) : value);
  const answers = new Map([...draft.answers].map(([item, value]) => [item, left(item, value)]));
  const registers = new Map([...draft.registers].filter(([path]) => path !== VERSIONS && !isWhole(path)).map(([path, value]) =>
    [path, isGroup(path) ? Object.fromEntries(Object.entries(value).map(([item, one]) => [item, left(inGroup(path, item), one, item)])) : left(path, value)]));
  const versions = versionsLeft(mine, draft.registers.get(VERSIONS) ?? {});
  if (Object.keys(versions).length > 0) registers.set(VERSIONS, versions);
  registers.set(FORGOTTEN, { ...registers.get(FORGOTTEN), ...mine });
  const undo = undoLeft(mine, draft.undo).map(([path, value]) => /** @type {[string, any]} */ ([path, path === FORGOTTEN ? { ...value, ...mine } : value]));
  const { fileName, ...marks } = marksAfter(draft.marks, all.length + some.length);
  return {
    answers,
    registers,
    history: eventsLeft(mine, draft.history),
    undo,
    aside: asidesLeft(mine, draft.aside),
    marks: { ...marks, ...(fileName === undefined ? {} : { fileName: clean(fileName) }) },
    findings: null,
  };
}

/**
 * Put back what was taken out, but for what was given there since.
 * @param {Draft} draft
 * @param {Back} back
 * @returns {Draft}
 */
export function takenBack(draft, { was, left }) {
  const now = copyOf(draft);
  for (const name of /** @type {const} */ (['answers', 'registers'])) {
    for (const [path, value] of registerChanges(was[name], left[name])) {
      if (!isSame(now[name].get(path), left[name].get(path))) continue;
      if (value === null) now[name].delete(path);
      else now[name].set(path, /** @type {any} */ (value));
    }
  }
  const { history, undo, aside } = was;
  return {
    ...now,
    ...(isSame(draft.history, left.history) ? { history } : {}),
    ...(isSame(draft.undo, left.undo) ? { undo } : {}),
    ...(isSame(draft.aside, left.aside) ? { aside } : {}),
    marks: { ...marksAfter(draft.marks, 1), ...(was.marks.fileName === undefined ? {} : { fileName: was.marks.fileName }) },
  };
}

/**
 * @param {Draft} draft
 * @returns {Draft} one of which answers and registers can change apart
 */
export function copyOf(draft) {
  return { ...draft, answers: new Map(draft.answers), registers: new Map(draft.registers) };
}

/**
 * Give every value with its place: those that stand, those that lost, those of before a file was opened, and the rest.
 * @param {Draft} draft
 * @returns {Generator<Standing>}
 */
function* everything({ answers, registers, undo, history, aside }) {
  for (const [place, value] of answers) yield { place, value };
  for (const [path, value] of [...registers, ...undo]) if (value !== null) yield* ofRegister(path, value);
  for (const { at, file, changes } of history) {
    if (file) yield { place: `history/${at}`, value: file };
    for (const { item, before, after } of changes) for (const value of [before, after]) if (value) yield { place: item, value };
  }
  for (const { where, text } of aside) yield { place: asidePlace(where), value: `${where}\n${text.join('')}` };
}

/**
 * @param {string} path
 * @param {any} value
 * @returns {Generator<Standing>}
 */
function* ofRegister(path, value) {
  if (path === MEMBER || path === FORGOTTEN) return;
  if (path === VERSIONS) for (const [place, values] of Object.entries(value)) for (const one of values) yield { place, value: one };
  else if (isGroup(path)) for (const [item, one] of Object.entries(value)) yield { place: inGroup(path, item), value: one };
  else yield { place: path, value };
}

/** @param {string} path @returns {boolean} whether all answers of a member or for a place stand there */
function isGroup(path) {
  return path.split('/')[2] === ANSWERS && /^(members|places)\//.test(path);
}

/** @param {string} path @param {string} item */
function inGroup(path, item) {
  return `${path.slice(0, -ANSWERS.length)}${item}`;
}

/**
 * Give what a reader wrote in a value.
 * @param {string} place
 * @param {any} value
 * @returns {string[]}
 */
function textsOf(place, value) {
  if (typeof value === 'string') return [value];
  if (NO_WORDS.test(place)) return [];
  /** @type {string[]} */
  const found = [];
  rebuilt(describedAt(place), value, ({ is }, one) => {
    if (is === 'words' && one) found.push(one);
    return one;
  });
  return found;
}

/**
 * Give a value without the words.
 * @param {string} place
 * @param {any} value
 * @param {(text: string) => string} clean
 * @param {string} cleaned
 */
function cut(place, value, clean, cleaned) {
  return { ...rebuilt(describedAt(place), value, ({ is }, one) => (is === 'words' ? clean(one) : one)), cleaned };
}

/**
 * List the lines under a closed meeting that quote a note or a decision of it.
 * @param {Draft} draft
 * @param {string} place
 * @returns {string[]} their paths
 */
function linesAbout(draft, place) {
  const [, meeting] = /^(reviews\/[^/]+)\/(?:notes|decisions)\//.exec(place) ?? [];
  if (!meeting) return [];
  const said = [...everything(draft)].filter((one) => one.place === place).map(({ value }) => oneLine(value.text).slice(0, QUOTED)).filter(Boolean);
  return [...draft.registers].flatMap(([path, { text }]) =>
    (LATE.test(path) && path.startsWith(`${meeting}/`) && said.some((words) => oneLine(text).includes(words)) ? [path] : []));
}

/** @param {string} text */
function oneLine(text) {
  return text.trim().replace(/\s+/g, ' ');
}

/** @param {unknown} one @param {unknown} other */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
