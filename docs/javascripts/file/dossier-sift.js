// What came out of the browser's store, sifted: what a dossier can hold, and what stands aside. Pure; must not store.
//
// Other programs, older versions and broken disks write in the same place. What does not fit must not keep the rest
// from being saved, and must not vanish either: it becomes text that the reader can see and that goes into the file.

import { isRegister, soundRegister } from './dossier-registers.js';
import { event, isRecord, part, ShapeError } from '../shapes/dossier-shapes.js';
import { isTooMuch } from './dossier-size.js';
import { soundFindings } from '../shapes/findings.js';

/**
 * @typedef {{where: string, text: string[]}} Aside where it stood, and what stood there as JSON text in pieces
 * @typedef {'answers' | 'registers' | 'rest'} StoreName
 * @typedef {Record<StoreName, Map<IDBValidKey, unknown>>} Raw
 * @typedef {{store: StoreName, key: IDBValidKey, aside: Aside}} Misfit
 */

/** A piece is well within what a file takes as one text. */
const PIECE = /[\s\S]{1,10000}/gu;
/** So long may the name of a place be, in whole characters. */
const LONGEST = 300;
/** More than this many in one store stand aside as one. */
const MOST = 500;

/**
 * Give the value of one place in order, or say that it does not fit.
 * @param {string} id of an item, or the path of a register
 * @param {unknown} value
 * @returns {any}
 * @throws {ShapeError}
 */
export function sound(id, value) {
  return isRegister(id) ? soundRegister(id, value) : Object.values(part('answers', { [id]: value }))[0];
}

/**
 * Give a value in order, unless no file could hold it: then nothing could be saved.
 * @param {string} id
 * @param {unknown} value
 */
function roomy(id, value) {
  const fit = sound(id, value);
  if (isRegister(id) && isTooMuch(fit)) throw new ShapeError('room');
  return fit;
}

/**
 * Try a check; undefined where the value does not fit.
 * @template T
 * @param {() => T} check
 * @returns {T | undefined}
 */
export function fitting(check) {
  try {
    return check();
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}

/**
 * Part what is kept into a draft and what does not fit.
 * @param {Raw} raw
 * @returns {{draft: import('../store/answer-store.js').Draft, misfits: Misfit[]}}
 */
export function sifted(raw) {
  /** @type {Misfit[]} */
  const misfits = [];
  /** @param {StoreName} store @returns {Map<string, any>} */
  const values = (store) => {
    const found = new Map();
    for (const [key, value] of raw[store]) {
      const fit = typeof key === 'string' ? fitting(() => roomy(key, value)) : undefined;
      // an answer among the registers, or the other way round, would be looked for in the other place
      if (fit === undefined || isRegister(String(key)) !== (store === 'registers')) misfits.push({ store, key, aside: asideOf(`${store}/${shown(key)}`, value) });
      else found.set(/** @type {string} */ (key), fit);
    }
    return found;
  };
  const [answers, registers] = [values('answers'), values('registers')];
  /** @template T @param {string} key @param {(value: unknown) => T} check @returns {T[]} what fits of a list */
  const list = (key, check) => {
    const value = raw.rest.get(key) ?? [];
    return (Array.isArray(value) ? value : [value]).flatMap((one) => {
      const fit = fitting(() => check(one));
      if (fit === undefined) misfits.push({ store: 'rest', key, aside: asideOf(`rest/${key}`, one) });
      return fit === undefined ? [] : [fit];
    });
  };
  const draft = {
    answers,
    registers,
    history: list('history', event),
    undo: list('undo', undoOf),
    aside: list('aside', (value) => part('aside', [value])[0]),
    marks: list('marks', marksOf)[0] ?? { changes: 0 },
    findings: fitting(() => soundFindings(raw.rest.get('findings'))) ?? null, // no work of a reader: what is wrong is made anew
  };
  return { draft, misfits: grouped(misfits) };
}

/**
 * Say what stands somewhere as text, in pieces.
 * @param {string} where
 * @param {unknown} value
 * @returns {Aside}
 */
export function asideOf(where, value) {
  return { where: nameOf(where), text: asText(value).match(PIECE) ?? [] };
}

/**
 * Join two lists of what stands aside, each thing once.
 * @param {Aside[]} one
 * @param {Aside[]} other
 * @returns {Aside[]} in the order in which Python keeps them
 */
export function joinAsides(one, other) {
  const byText = new Map([...one, ...other].map((aside) => [JSON.stringify([aside.where, aside.text]), aside]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, aside]) => aside);
}

/** @param {unknown} value @returns {[string, any]} */
function undoOf(value) {
  if (!Array.isArray(value) || value.length !== 2 || typeof value[0] !== 'string') throw new ShapeError();
  const [path, before] = value;
  return [path, before === null ? null : roomy(path, before)];
}

/** @param {unknown} value @returns {import('../store/answer-store.js').Marks} */
function marksOf(value) {
  if (!isRecord(value)) throw new ShapeError();
  const { here, file, since, fileName, changes, finished } = value;
  for (const time of [here, file, since, finished]) if (time !== undefined) part('saved', time);
  if (fileName !== undefined) part('content', fileName);
  if (!Number.isSafeInteger(changes) || Number(changes) < 0) throw new ShapeError();
  return /** @type {any} */ (value);
}

/** @param {Misfit[]} misfits */
function grouped(misfits) {
  for (const store of /** @type {StoreName[]} */ (['answers', 'registers'])) {
    const own = misfits.filter((misfit) => misfit.store === store);
    if (own.length <= MOST) continue;
    const together = asideOf(store, Object.fromEntries(own.map(({ aside }) => [aside.where, aside.text.join('')])));
    for (const misfit of own) misfit.aside = together;
  }
  return misfits;
}

/**
 * The store holds more than JSON can say; what has no text is named by its kind.
 * @param {unknown} value
 */
function asText(value) {
  try {
    return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}n` : one instanceof Map || one instanceof Set ? [...one] : one)) ?? String(value);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return Object.prototype.toString.call(value); // runs in a circle, or too deep
    throw error;
  }
}

/** @param {IDBValidKey} key */
function shown(key) {
  return typeof key === 'string' ? key : asText(key);
}

/**
 * Give the name of a place or of a file as a dossier can hold it: whole characters, and not too many.
 * @param {string} text
 * @returns {string}
 */
export function nameOf(text) {
  return [...whole(text.slice(0, 2 * LONGEST + 1))].slice(0, LONGEST).join('');
}

/** @param {string} text @returns {string} with whole characters only */
function whole(text) {
  return text.replace(/[\ud800-\udfff]/gu, '\uFFFD');
}
