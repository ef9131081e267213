// What a page could not write before it went away, for the next page to write. Must hold nothing longer than that.
//
// A transaction begun in `pagehide` may be thrown away with the page: it reads first, and no callback runs any more.
// localStorage is written at once; its weakness, losing writes when the browser is killed, does no harm here.

import { asideOf, fitting, sound } from '../file/dossier-sift.js';

/** @typedef {import('./answer-store.js').Patch} Patch */

/**
 * Leave patches behind, on top of what another tab may have left.
 * @param {string} name of the store they are meant for
 * @param {Map<string, Patch>} patches
 */
export function leave(name, patches) {
  if (patches.size === 0) return;
  withStorage((storage) => {
    const { patches: all } = read(storage, name);
    for (const [id, patch] of patches) all.set(id, { ...all.get(id), ...patch });
    storage.setItem(name, JSON.stringify([...all]));
  });
}

/**
 * Give what was left behind; it stays until `clear`. What is no patch stands aside.
 * @param {string} name
 * @returns {{patches: Map<string, Patch>, asides: import('../file/dossier-sift.js').Aside[]}}
 */
export function left(name) {
  const { patches, others } = withStorage((storage) => read(storage, name)) ?? { patches: new Map(), others: [] };
  return { patches, asides: others.map((entry) => asideOf(`localStorage/${name}`, entry)) };
}

/**
 * Forget what was left behind.
 * @param {string} name
 * @param {Map<string, Patch>} [taken] only this: another tab may have left more meanwhile
 */
export function clear(name, taken) {
  withStorage((storage) => {
    const rest = taken ? [...read(storage, name).patches].filter(([id, { at }]) => taken.get(id)?.at !== at) : [];
    if (rest.length > 0) storage.setItem(name, JSON.stringify(rest));
    else storage.removeItem(name);
  });
}

/**
 * @param {Storage} storage
 * @param {string} name
 * @returns {{patches: Map<string, Patch>, others: unknown[]}} others: not ours, or cut off
 */
function read(storage, name) {
  const text = storage.getItem(name) ?? '[]';
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    value = text;
  }
  const entries = Array.isArray(value) ? value : [value];
  return { patches: new Map(entries.filter(isPatch)), others: entries.filter((entry) => !isPatch(entry)) };
}

/** @param {unknown} entry @returns {entry is [string, Patch]} */
function isPatch(entry) {
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === 'string' && fitting(() => sound(entry[0], entry[1])) !== undefined;
}

/**
 * Use localStorage where it is allowed. Refused or full, a page that goes away has nobody to tell; a page that
 * comes finds nothing, which is what it would find without this file.
 * @template T
 * @param {(storage: Storage) => T} use
 * @returns {T | undefined}
 */
function withStorage(use) {
  try {
    return use(localStorage);
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}
