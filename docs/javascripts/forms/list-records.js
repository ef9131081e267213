// How the records of a team's own list are called among the answers. Pure; must not know the page.
//
// <item>.tekst own wording · <item>.verborgen left out · <instrument>.e-xxxxxx an own item, with its text in .tekst
// and its section in .plek · <instrument>.volgorde the order · <name of a candidate>.plek its row in another list.
// fii_widgets/dossier/list_records.py reads the same.

import { randomId } from '../base/random-id.js';
import { LIMITS } from '../file/json-scan.js';

/** @typedef {'tekst' | 'verborgen' | 'plek' | 'volgorde'} Part */

const RECORD = /^(.+)\.(tekst|verborgen|plek|volgorde)$/;
const OWN = /^(([a-z0-9-]+)\.e-[a-z0-9]{6})(?![a-z0-9])/;

/**
 * @param {string} id
 * @returns {{about: string, part: Part} | null} null for an answer to an item
 */
export function recordOf(id) {
  const found = RECORD.exec(id);
  return found ? { about: found[1] ?? '', part: /** @type {Part} */ (found[2]) } : null;
}

/**
 * Say which own item an answer or a record belongs to, also a line asked under it.
 * @param {string} id
 * @returns {{item: string, instrument: string} | null}
 */
export function ownItemOf(id) {
  const found = OWN.exec(id);
  return found ? { item: found[1] ?? '', instrument: found[2] ?? '' } : null;
}

/**
 * @param {string} instrument
 * @returns {string} an id that no one else has
 */
export function newId(instrument) {
  return `${instrument}.e-${randomId(6)}`;
}

/**
 * Write an order as one note.
 * @param {string[]} ids
 * @returns {string | null} null where it is longer than a dossier file takes
 */
export function orderOf(ids) {
  const order = ids.join(' ');
  return order.length > LIMITS.string ? null : order;
}

/**
 * Say whether this page has a place for a record of a list, or for an answer to an own item that is on it.
 * @param {string} id
 * @param {{items: Set<string>, lists: Set<string>}} page permanent ids in the page, and the lists that can be changed there
 * @returns {boolean}
 */
export function hasPlace(id, { items, lists }) {
  const record = recordOf(id);
  if (!record) return items.has(id);
  const own = ownItemOf(record.about);
  return record.part === 'volgorde' ? lists.has(record.about) : own ? lists.has(own.instrument) : items.has(record.about);
}
