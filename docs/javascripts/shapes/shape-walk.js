// A tree of a dossier, rebuilt along the page's table: every part is given with what may stand there. Judges nothing.
// As in fii_widgets/dossier/keys/walk.py.

import { table, whole } from './dossier-shapes.js';

/**
 * @typedef {import('./dossier-shapes.js').Described} Described
 * @typedef {(described: Described, value: any) => any} Change
 */

/**
 * Rebuild a value with each part as `change` gives it: first what is inside, then what it stands in.
 * @param {Described} described
 * @param {any} value that fits it
 * @param {Change} change
 * @returns {any}
 */
export function rebuilt(described, value, change) {
  return change(described, INSIDE[described.is]?.(described, value, change) ?? value);
}

/** Leave out of a record what a reader of a file adds by itself. @type {Change} */
export function brief({ is, name = '' }, value) {
  if (is !== 'record') return value;
  const keys = (table().records[name] ?? []).filter((key) => Object.hasOwn(value, key.key) && !isDefault(key, value[key.key]));
  return Object.fromEntries(keys.map(({ key }) => [key, value[key]]));
}

/** @type {Record<string, (described: any, value: any, change: Change) => any>} */
const INSIDE = {
  maybe: ({ of }, value, change) => (value === null ? null : rebuilt(of, value, change)),
  list: ({ of }, value, change) => value.map((/** @type {any} */ one) => rebuilt(of, one, change)),
  record: ({ name }, value, change) => {
    const shapes = new Map((table().records[name] ?? []).map(({ key, of }) => [key, of]));
    return each(value, (key) => shapes.get(key), change);
  },
  'by-id': ({ of }, value, change) => each(value, () => of, change),
  'by-path': ({ paths }, value, change) => each(value, (path) => under(paths, path), change),
};

/**
 * @param {Record<string, any>} value
 * @param {(key: string) => Described | undefined} describe
 * @param {Change} change
 */
function each(value, describe, change) {
  const found = Object.create(null); // a key may be a name that objects have by themselves
  for (const key of Object.keys(value)) {
    const described = describe(key);
    found[key] = described ? rebuilt(described, value[key], change) : value[key];
  }
  return found;
}

/**
 * Say what may stand under the path of a register.
 * @param {[string, Described][]} paths
 * @param {string} path
 */
function under(paths, path) {
  return paths.find(([like]) => whole(like).test(path))?.[1];
}

/**
 * @param {import('./dossier-shapes.js').Key} key
 * @param {unknown} value
 */
function isDefault(key, value) {
  return key.default !== undefined && JSON.stringify(value) === JSON.stringify(key.default);
}
