// The dossier as one JSON file: makes the text, reads and checks an opened one. Must not touch store, page or Python.

import { LIMITS, ScanError, scan } from './json-scan.js';

/**
 * @typedef {import('./answer-store.js').Answer} Answer
 * @typedef {import('./answer-store.js').HistoryEvent} HistoryEvent
 * @typedef {import('./json-scan.js').ScanCode | 'json' | 'kind' | 'edition' | 'shape' | 'text'} FileCode
 * @typedef {object} Dossier
 * @property {number} schema
 * @property {'fii-dossier'} kind
 * @property {string} edition
 * @property {string} content version of the handbook that wrote it
 * @property {string} saved ISO time
 * @property {Record<string, Answer>} answers a null-prototype object by item id
 * @property {HistoryEvent[]} history
 * @property {unknown[]} actions
 * @typedef {{dossier: Dossier, newer: boolean}} Opened newer: made by a later handbook, to look at only
 */

export const SCHEMA = 1;
const KIND = 'fii-dossier';
const ID = /^[A-Za-z0-9][A-Za-z0-9@._-]{0,79}$/; // as in the published schema; @ stands before a row

/** An opened file cannot be used; `code` says why, and nothing of it was taken over. */
export class FileError extends Error {
  /** @param {FileCode} code */
  constructor(code) {
    super(`dossier file: ${code}`);
    this.name = 'FileError';
    this.code = code;
  }
}

/**
 * Write a dossier as text: the same dossier gives the same bytes, and the text is one that `readText` accepts.
 * Where it would be too large the oldest of its history is left out; answers never are.
 * @param {Dossier} dossier
 * @returns {string}
 */
export function makeText(dossier) {
  const { schema, kind, edition, content, saved, actions } = dossier;
  const answers = Object.fromEntries(Object.keys(dossier.answers).sort().map((id) => [id, ordered(dossier.answers[id])]));
  for (let history = dossier.history.map(orderedEvent); ; history = history.slice(Math.ceil(history.length / 4))) {
    const text = `${JSON.stringify({ schema, kind, edition, content, saved, answers, history, actions }, null, 1)}\n`;
    if (history.length === 0 || new Blob([text]).size <= LIMITS.bytes) return text;
  }
}

/**
 * Read the text of an opened file.
 * @param {string} text
 * @param {string} edition the edition of this handbook
 * @returns {Opened}
 * @throws {FileError} for everything that is not a whole dossier of this edition within the limits
 */
export function readText(text, edition) {
  const raw = parse(text.replace(/^\uFEFF/, ''));
  if (!isRecord(raw) || raw['kind'] !== KIND) throw new FileError('kind');
  const schema = raw['schema'];
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) throw new FileError('shape');
  if (raw['edition'] !== edition) throw new FileError('edition');
  const newer = schema > SCHEMA;
  return { newer, dossier: shape(raw, schema, edition, newer) };
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parse(text) {
  let value;
  try {
    scan(text);
    value = JSON.parse(text);
  } catch (error) {
    throw new FileError(error instanceof ScanError ? error.code : 'json');
  }
  // JSON.stringify escapes only halves of characters this way; Python could not write such a text.
  if (/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value))) throw new FileError('text');
  return value;
}

/**
 * @param {Record<string, unknown>} raw
 * @param {number} schema
 * @param {string} edition
 * @param {boolean} newer then parts of a shape we do not know are passed over: nothing of it will be kept
 * @returns {Dossier}
 */
function shape(raw, schema, edition, newer) {
  const { answers = {}, history = [], actions = [], content = '', saved = '' } = raw;
  if (!isRecord(answers) || !Array.isArray(history) || !Array.isArray(actions)) throw new FileError('shape');
  if (typeof content !== 'string' || !isTime(saved)) throw new FileError('shape');
  /** @type {Record<string, Answer>} */
  const kept = Object.create(null);
  for (const [id, answer] of Object.entries(answers)) {
    if (ID.test(id) && isAnswer(answer)) kept[id] = ordered(answer);
    else if (!newer) throw new FileError('shape');
  }
  const events = history.filter(isEvent);
  if (!newer && events.length < history.length) throw new FileError('shape');
  return { schema, kind: KIND, edition, content, saved, answers: kept, history: events, actions };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isTime(value) {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)?$/.test(value) && !Number.isNaN(Date.parse(value));
}

/**
 * @param {unknown} value
 * @returns {value is Answer}
 */
function isAnswer(value) {
  if (!isRecord(value) || !isTime(value['at'])) return false;
  return ['choice', 'note'].every((part) => value[part] === undefined || typeof value[part] === 'string');
}

/**
 * @param {unknown} value
 * @returns {value is HistoryEvent}
 */
function isEvent(value) {
  if (!isRecord(value) || !isTime(value['at']) || typeof value['event'] !== 'string') return false;
  if (value['file'] !== undefined && typeof value['file'] !== 'string') return false;
  const changes = value['changes'];
  return Array.isArray(changes) && changes.every(isChange);
}

/**
 * @param {unknown} value
 * @returns {boolean}
 */
function isChange(value) {
  if (!isRecord(value) || typeof value['item'] !== 'string' || !ID.test(value['item'])) return false;
  return [value['before'], value['after']].every((answer) => answer === null || isAnswer(answer));
}

/**
 * @param {Answer | undefined} answer
 * @returns {Answer}
 */
function ordered(answer) {
  const { choice, note, at } = /** @type {Answer} */ (answer);
  return { ...(choice ? { choice } : {}), ...(note ? { note } : {}), at };
}

/**
 * @param {HistoryEvent} event
 * @returns {HistoryEvent}
 */
function orderedEvent({ at, event, file, changes }) {
  return {
    at,
    event,
    ...(file === undefined ? {} : { file }),
    changes: changes.map(({ item, before, after }) => ({
      item,
      before: before && ordered(before),
      after: after && ordered(after),
    })),
  };
}
