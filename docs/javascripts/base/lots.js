// A tree of a dossier, judged by its shape in lots, so that the page is never held. Knows no shape and no record.

import { each } from './turns.js';

/** @typedef {import('./turns.js').Turns} Turns */

/** So many values are judged at once. */
const LOT = 200;

/**
 * Judge a tree by a shape that looks at each thing in it apart. What comes back is what the shape makes of the whole.
 * @template T
 * @param {any} tree
 * @param {(tree: any) => T} shape gives a tree back, or throws
 * @param {Turns} turns
 * @returns {Promise<T>}
 */
export async function inLots(tree, shape, turns) {
  const found = shape(hollow(tree));
  await fill(found, tree, shape, turns);
  return found;
}

/**
 * Judge what was left out of a hollow thing, and put it in its place.
 * @param {any} found what the shape made of the hollow thing
 * @param {any} thing
 * @param {(thing: any) => any} shape
 * @param {Turns} turns
 */
async function fill(found, thing, shape, turns) {
  for (const [name, part] of heavyParts(thing)) {
    const frame = hollow(thing);
    const judge = (/** @type {any} */ lot) => (name === null ? shape(lot) : shape({ ...frame, [name]: lot })?.[name]);
    const many = await judged(part, judge, turns);
    if (Object.keys(many).length === 0) continue; // a shape may leave a part out
    const place = name === null ? found : (found[name] ??= emptied(part)); // or only where nothing stands in it
    await each(Object.entries(many), turns, ([key, one]) => put(place, key, one));
  }
}

/**
 * Judge many things, and what is much inside one of them.
 * @param {any} things by key, or a list
 * @param {(lot: any) => any} judge
 * @param {Turns} turns
 */
async function judged(things, judge, turns) {
  const found = emptied(things);
  let lot = emptied(things);
  let weighed = 0;
  const judgeLot = () => {
    // a shape adds to a lot of a record what the whole has in another lot
    for (const [key, one] of Object.entries(judge(lot) ?? {})) if (key in lot) put(found, key, one);
    lot = emptied(things);
    weighed = 0;
  };
  for (const key of Array.isArray(things) ? things.keys() : Object.keys(things).sort()) {
    const thing = things[key];
    const weight = weightOf(thing);
    put(lot, key, hollow(thing));
    weighed += weight;
    if (weighed < LOT) continue;
    judgeLot();
    if (turns.isOver(LOT)) await turns.next();
    if (weight <= LOT) continue;
    const alone = (/** @type {any} */ one) => judge(put(emptied(things), key, one))?.[Array.isArray(things) ? 0 : key];
    const kept = Array.isArray(found) ? found.at(-1) : found[key];
    const filled = kept ?? emptied(thing); // a shape may leave a thing out until something stands in it
    await fill(filled, thing, alone, turns);
    if (kept === undefined && Object.keys(filled).length > 0) put(found, key, filled);
  }
  judgeLot();
  return found;
}

/**
 * Give a thing with much in it: its parts that are more than a lot, by name; a long list is one part of itself.
 * @param {any} thing
 * @returns {[string | null, any][]}
 */
function heavyParts(thing) {
  if (weightOf(thing) <= LOT) return [];
  return Array.isArray(thing) ? [[null, thing]] : Object.entries(thing).filter(([, part]) => weightOf(part) > LOT);
}

/**
 * @param {any} thing
 * @returns {any} the same, with those parts empty
 */
function hollow(thing) {
  const heavy = heavyParts(thing);
  if (heavy.length === 0) return thing;
  return Array.isArray(thing) ? [] : { ...thing, ...Object.fromEntries(heavy.map(([name, part]) => [name, emptied(part)])) };
}

/**
 * Count the values in a thing; more than a lot is not counted.
 * @param {any} thing
 * @returns {number}
 */
function weightOf(thing) {
  let count = 1;
  if (typeof thing !== 'object' || thing === null) return count;
  for (const key in thing) {
    count += weightOf(thing[key]);
    if (count > LOT) break;
  }
  return count;
}

/** @param {any} things @returns {any} */
function emptied(things) {
  return Array.isArray(things) ? [] : Object.create(null); // a key may be a name that objects have by themselves
}

/**
 * @param {any} things
 * @param {string | number} key not used for a list: that is filled in its order
 * @param {unknown} one
 */
function put(things, key, one) {
  if (Array.isArray(things)) things.push(one);
  else things[key] = one;
  return things;
}
