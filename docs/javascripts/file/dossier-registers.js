// A dossier file's reviews, actions, topics, rounds, members, places and settings as registers, one record a thing, and back. Pure.
//
// A register is what two tabs can change apart: its path is as in fii_widgets/dossier/records.py.
// Answers of the team are registers too, with an item id as their path; they stay in a store of their own.
// What a page only takes over whole is one register: a year of a team of five has 1,610 answers of members.

import { part, register, table, whole as wholly } from '../shapes/dossier-shapes.js';

/**
 * @typedef {import('./dossier-file.js').Dossier} Dossier
 * @typedef {Map<string, any>} Registers path → value
 */

const SETTINGS = /** @type {const} */ (['name', 'rhythm', 'team', 'asked', 'keeper']);
/** Records that are one register each. */
const PLAIN = /** @type {const} */ (['actions', 'topics', 'rounds']);
const PARTS = /** @type {const} */ (['notes', 'decisions', 'corrections']);
/** What lost in merges: one register, for only Python writes it. */
export const VERSIONS = 'versions/all';
/** All answers of a member or for a place. Earlier pages kept each of them under its item's id. */
export const ANSWERS = 'answers';
export const MEMBER = 'settings/member';
/** What was taken out for good: place → time. */
export const FORGOTTEN = 'forgotten/all';
/** What stands where only parts of a record are known, as in Python: another tab may have put another dossier here. */
const NEVER = '1970-01-01T00:00:00.000Z';
/** @type {Record<string, any>} */
const NOBODY = { reviews: { at: NEVER, date: '1970-01-01', state: 'open' }, members: { at: NEVER }, places: { at: NEVER } };

/**
 * @param {string} path
 * @returns {boolean} whether this is a register of its own and not the answer to an item
 */
export function isRegister(path) {
  return path.includes('/');
}

/**
 * Check what stands under a path of the store, where some registers hold more than those of a file.
 * @param {string} path
 * @param {unknown} value
 * @returns {any} the value in order
 * @throws {import('../shapes/dossier-shapes.js').ShapeError}
 */
export function soundRegister(path, value) {
  const [kind = '', id = '', own = '', ...more] = path.split('/');
  if (path === VERSIONS) return part('versions', value);
  if (path === FORGOTTEN) return part('forgotten', value);
  if (path === MEMBER) return { ...register('settings/name', value), text: part('member', /** @type {any} */ (value).text) };
  if ((kind === 'members' || kind === 'places') && own === ANSWERS && more.length === 0) {
    return part(kind, { [id]: { at: NEVER, answers: value } })[id].answers;
  }
  return register(path, value);
}

/**
 * Say what stands under a path of the store, of a value that fits there.
 * @param {string} path
 * @returns {import('../shapes/dossier-shapes.js').Described}
 */
export function describedAt(path) {
  if (!isRegister(path)) return { is: 'record', name: 'answer' };
  if (path === MEMBER) return describedAt('settings/name');
  const part = path === VERSIONS ? 'versions' : path === FORGOTTEN ? 'forgotten' : path.split('/')[2] === ANSWERS ? 'answers' : '';
  if (part) return table().records['dossier']?.find(({ key }) => key === part)?.of ?? { is: part };
  return table().registers.paths?.find(([like]) => wholly(like).test(path))?.[1] ?? { is: path };
}

/**
 * Take a dossier's records apart.
 * @param {Dossier} dossier
 * @returns {Registers}
 */
export function registers(dossier) {
  /** @type {Registers} */
  const found = new Map();
  for (const name of SETTINGS) if (dossier[name]) found.set(`settings/${name}`, dossier[name]);
  if (dossier.member) found.set(MEMBER, { at: dossier.saved, text: dossier.member });
  for (const [id, review] of Object.entries(dossier.reviews)) {
    const { notes, decisions, corrections, ...own } = review;
    found.set(`reviews/${id}`, own);
    for (const [name, part] of Object.entries({ notes, decisions, corrections })) {
      for (const [key, value] of Object.entries(part)) found.set(`reviews/${id}/${name}/${key}`, value);
    }
  }
  for (const kind of PLAIN) for (const [id, record] of Object.entries(dossier[kind])) found.set(`${kind}/${id}`, record);
  for (const kind of /** @type {const} */ (['members', 'places'])) {
    for (const [id, { answers, ...own }] of Object.entries(dossier[kind])) {
      found.set(`${kind}/${id}`, own);
      if (Object.keys(answers).length > 0) found.set(`${kind}/${id}/${ANSWERS}`, inOrder(answers));
    }
  }
  if (Object.keys(dossier.versions).length > 0) found.set(VERSIONS, dossier.versions);
  if (Object.keys(dossier.forgotten ?? {}).length > 0) found.set(FORGOTTEN, dossier.forgotten);
  return found;
}

/**
 * Put registers together again as a file has them.
 * @param {Registers} found
 * @returns {Pick<Dossier, 'name' | 'rhythm' | 'team' | 'asked' | 'keeper' | 'member' | 'reviews' | 'actions' | 'topics' | 'members' | 'places' | 'rounds' | 'versions' | 'forgotten'>}
 */
export function records(found) {
  const [name, rhythm, team, asked, keeper] = SETTINGS.map((setting) => found.get(`settings/${setting}`) ?? null);
  /** @type {Record<string, Record<string, any>>} */
  const made = { reviews: Object.create(null), actions: Object.create(null), topics: Object.create(null), members: Object.create(null), places: Object.create(null), rounds: Object.create(null) };
  for (const path of [...found.keys()].sort((a, b) => a.split('/').length - b.split('/').length)) {
    const [kind = '', id = '', part = '', key = ''] = path.split('/');
    const records = made[kind];
    if (!records) continue;
    if (part === '') {
      records[id] = whole(kind, found.get(path));
      continue;
    }
    const record = (records[id] ??= whole(kind, NOBODY[kind]));
    if (kind === 'reviews') record[part][key] = found.get(path);
    else Object.assign(record.answers, part === ANSWERS ? found.get(path) : { [part]: found.get(path) });
  }
  const { reviews = {}, actions = {}, topics = {}, members = {}, places = {}, rounds = {} } = made;
  return { name, rhythm, team, asked, keeper, member: found.get(MEMBER)?.text ?? '', reviews, actions, topics, members, places, rounds, versions: found.get(VERSIONS) ?? {}, ...(found.has(FORGOTTEN) ? { forgotten: found.get(FORGOTTEN) } : {}) };
}

/**
 * @param {Record<string, any>} answers
 * @returns {Record<string, any>} by id, so that the same answers are the same text
 */
function inOrder(answers) {
  return Object.fromEntries(Object.keys(answers).sort().map((item) => [item, answers[item]]));
}

/**
 * @param {string} kind
 * @param {Record<string, any>} own
 */
function whole(kind, own) {
  if (kind === 'reviews') return { ...own, ...Object.fromEntries(PARTS.map((part) => [part, Object.create(null)])) };
  return PLAIN.some((one) => one === kind) ? own : { ...own, answers: Object.create(null) };
}
