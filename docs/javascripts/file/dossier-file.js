// The dossier as one JSON file: reads and checks an opened one, and knows its schemas. Must not touch store, page or Python.

import { dossier as whole, dossierOfLater, isRecord, ShapeError } from '../shapes/dossier-shapes.js';
import { written } from './dossier-text.js';
import { FileError, parseText } from './json-scan.js';
import { inLots } from '../base/lots.js';
import { carried } from './report-file.js';
import { notAhead } from './times-ahead.js';
import { each, Turns } from '../base/turns.js';

/**
 * @typedef {import('../store/answer-store.js').Answer} Answer
 * @typedef {import('../store/answer-store.js').HistoryEvent} HistoryEvent
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
 * @property {Text | null} asked lists that members fill in
 * @property {Text | null} keeper the member whose answers stand in it
 * @property {string} member set: this is that member's own copy
 * @property {Record<string, Answer>} answers a null-prototype object by item id
 * @property {Record<string, any>} reviews
 * @property {Record<string, any>} actions
 * @property {Record<string, any>} topics
 * @property {Record<string, any>} members
 * @property {Record<string, any>} places
 * @property {Record<string, any>} rounds closed fillings of lists
 * @property {Record<string, unknown[]>} versions what lost in a merge
 * @property {HistoryEvent[]} history
 * @property {{where: string, text: string[]}[]} aside what stood in a browser and could not be read
 * @property {Record<string, string>} [forgotten] what was taken out for good: place → time; absent: nothing was
 * @typedef {{dossier: Dossier, newer: boolean, ahead: number}} Opened newer: made by a later handbook, to look at only · ahead: times that were brought back to now
 */

export const SCHEMA = 3;
const KIND = 'fii-dossier';

/**
 * Write a dossier as the text of a file (see `written`).
 * @param {Dossier} dossier
 * @returns {string}
 */
export function makeText(dossier) {
  return written(dossier).text;
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
    if (schema > SCHEMA) return { newer: true, dossier: await ofLater(raw, turns), ahead: 0 };
    return { newer: false, ...(await notAhead(await inLots(migrated(raw, schema), whole, turns), turns)) };
  } catch (error) {
    throw error instanceof ShapeError ? new FileError(error.code === 'room' ? 'size' : error.code, error.where) : error;
  }
}

/**
 * Read what is understood of a file that a later handbook made, answer by answer: there can be many.
 * @param {Record<string, unknown>} raw
 * @param {Turns} turns
 * @returns {Promise<Dossier>}
 */
async function ofLater(raw, turns) {
  const found = dossierOfLater({ ...raw, answers: {} }, SCHEMA);
  const { answers: given = {} } = raw;
  if (!isRecord(given)) throw new ShapeError();
  await each(Object.keys(given).sort(), turns, (id) => Object.assign(found.answers, dossierOfLater({ ...raw, answers: { [id]: given[id] } }, SCHEMA).answers));
  return found;
}

/**
 * From each earlier schema to the next, as in fii_widgets/dossier/file/migrate.py: all that did not become otherwise is passed on.
 * @type {Record<number, (raw: Record<string, any>) => Record<string, any>>}
 */
const MIGRATIONS = {
  1: ({ answers, actions, ...raw }) => ({
    ...raw,
    schema: 2,
    ...(answers === undefined ? {} : { answers: isRecord(answers) ? Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, withParts(answer, { at: raw['saved'] })])) : answers }),
    ...(actions === undefined ? {} : { actions: Array.isArray(actions) ? Object.fromEntries(actions.map((action, at) => [`a-${at + 1}`, withParts(action, { at: raw['saved'], state: 'open' })])) : actions }),
  }),
  2: (raw) => ({ ...raw, schema: 3 }),
};

/**
 * @param {Record<string, any>} raw
 * @param {number} schema
 * @returns {Record<string, any>}
 */
function migrated(raw, schema) {
  const step = MIGRATIONS[schema];
  return step ? migrated(step(raw), schema + 1) : raw;
}

/**
 * @param {unknown} value
 * @param {Record<string, unknown>} parts
 */
function withParts(value, parts) {
  return isRecord(value) ? { ...parts, ...value } : value;
}
