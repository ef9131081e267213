// The dossier as one JSON file: makes the text, reads and checks an opened one. Must not touch store, page or Python.

import { dossier as whole, dossier1, dossierOfLater, isRecord, ShapeError } from './dossier-shapes.js';
import { FileError, LIMITS, parseText } from './json-scan.js';
import { inLots } from './lots.js';
import { carried } from './report-file.js';
import { Turns } from './turns.js';

/**
 * @typedef {import('./answer-store.js').Answer} Answer
 * @typedef {import('./answer-store.js').HistoryEvent} HistoryEvent
 * @typedef {import('./json-scan.js').TextCode | import('./file-kinds.js').KindCode | 'kind' | 'edition' | 'shape'} FileCode
 * @typedef {{at: string, text: string}} Text
 * @typedef {object} Dossier
 * @property {number} schema
 * @property {'fii-dossier'} kind
 * @property {string} edition
 * @property {string} content version of the handbook that wrote it
 * @property {string} saved ISO time
 * @property {Text | null} name
 * @property {Text | null} rhythm
 * @property {Text | null} team
 * @property {string} member set: this is that member's own copy
 * @property {Record<string, Answer>} answers a null-prototype object by item id
 * @property {Record<string, any>} reviews
 * @property {Record<string, any>} actions
 * @property {Record<string, any>} members
 * @property {Record<string, any>} places
 * @property {Record<string, unknown[]>} versions what lost in a merge
 * @property {HistoryEvent[]} history
 * @typedef {{dossier: Dossier, newer: boolean}} Opened newer: made by a later handbook, to look at only
 */

export const SCHEMA = 2;
const KIND = 'fii-dossier';

/**
 * Write a dossier as text: the same dossier gives the same bytes, here and in Python, and `readText` accepts it.
 * Where it would be too large the oldest of its history is left out; answers never are.
 * @param {Dossier} dossier
 * @returns {string}
 */
export function makeText(dossier) {
  const ordered = whole(dossier);
  for (let { history } = ordered; ; history = history.slice(Math.ceil(history.length / 4))) {
    const text = `${JSON.stringify({ ...ordered, history }, null, 1)}\n`;
    if (history.length === 0 || new Blob([text]).size <= LIMITS.bytes) return text;
  }
}

/**
 * Read the text of an opened file, of this schema or an older one.
 * @param {string} text
 * @param {string} edition the edition of this handbook
 * @param {Turns} [turns]
 * @returns {Promise<Opened>}
 * @throws {FileError} for everything that is not a whole dossier of this edition within the limits
 */
export async function readText(text, edition, turns = new Turns()) {
  const raw = await parseText(carried(text), turns);
  if (!isRecord(raw) || raw['kind'] !== KIND) throw new FileError('kind');
  const schema = raw['schema'];
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) throw new FileError('shape');
  if (raw['edition'] !== edition) throw new FileError('edition');
  try {
    if (schema > SCHEMA) return { newer: true, dossier: dossierOfLater(raw) };
    return { newer: false, dossier: schema === 1 ? await fromFirst(await inLots(raw, dossier1, turns), turns) : await inLots(raw, whole, turns) };
  } catch (error) {
    throw error instanceof ShapeError ? new FileError('shape') : error;
  }
}

/**
 * A file of the first schema: the same answers and history, and nothing of what came later.
 * @param {any} first
 * @param {Turns} turns
 * @returns {Promise<Dossier>}
 */
function fromFirst({ actions: _none, ...first }, turns) {
  return inLots({ ...first, schema: SCHEMA }, whole, turns);
}
