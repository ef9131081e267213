// A dossier → the text of a file that opens again, with as much of it as fits. The same steps as fii_widgets/dossier/write.py;
// what only a browser holds, stands aside in it and has no room, goes last. Must not store or show.

import { shareOf } from './dossier-size.js';
import { inLots } from '../base/lots.js';
import { dossier as whole, ShapeError } from '../shapes/dossier-shapes.js';
import { isRegister, records, registers } from './dossier-registers.js';
import { joinAsides } from './dossier-sift.js';
import { brief, rebuilt } from '../shapes/shape-walk.js';

/**
 * @typedef {import('./dossier-file.js').Dossier} Dossier
 * @typedef {import('./dossier-sift.js').Aside} Aside
 * @typedef {{text: string, forgotten: number, left: Aside[]}} Written
 * forgotten: so many lines of the history, the oldest, are not in it · left: of these it has no text
 */

const DOSSIER = { is: 'record', name: 'dossier' };

/**
 * Write a dossier as text: the same dossier gives the same bytes, here and in Python, and `readText` accepts it. It is
 * written as small as it has to be; then the oldest of its history is left out, then the text of what stands aside;
 * answers never are.
 * @param {Dossier} dossier
 * @returns {Written}
 * @throws {ShapeError} where something does not fit in a dossier; `room`: no file has room for the answers
 */
export function written(dossier) {
  const ordered = whole(dossier);
  for (const less of lesser(ordered)) {
    const text = fitting(less);
    if (text === null) continue;
    const kept = new Set(less.aside.map((/** @type {Aside} */ one) => JSON.stringify(one)));
    const left = ordered.aside.filter((/** @type {Aside} */ one) => !kept.has(JSON.stringify(one)));
    return { text, forgotten: ordered.history.length - less.history.length, left };
  }
  throw new ShapeError('room');
}

/**
 * Write a dossier as files: one where that has room for the answers, else as many as it takes. Each opens by itself.
 * @param {Dossier} dossier
 * @returns {Written[]}
 * @throws {ShapeError} where something does not fit in a dossier
 */
export function files(dossier) {
  try {
    return [written(dossier)];
  } catch (error) {
    const parts = error instanceof ShapeError && error.code === 'room' ? halves(dossier) : [];
    if (parts.length === 0) throw error;
    return parts.flatMap(files);
  }
}

/**
 * Part a dossier in two that weigh alike. Its name and other settings stand in both, its history in the first.
 * @param {Dossier} dossier
 * @returns {Dossier[]} none where there is nothing to part
 */
function halves(dossier) {
  const all = [...Object.entries(dossier.answers), ...registers(dossier)];
  const settings = all.filter(([path]) => path.startsWith('settings/'));
  const others = all.filter(([path]) => !path.startsWith('settings/'));
  if (others.length < 2) return [];
  const weights = others.map(([, value]) => JSON.stringify(value).length);
  let left = weights.reduce((sum, one) => sum + one, 0) / 2;
  const cut = Math.min(Math.max(weights.findIndex((one) => (left -= one) <= 0), 1), others.length - 1);
  return [others.slice(0, cut), others.slice(cut)].map((part, at) => ({
    ...dossier,
    ...records(new Map([...settings, ...part.filter(([path]) => isRegister(path))])),
    answers: Object.assign(Object.create(null), Object.fromEntries(part.filter(([path]) => !isRegister(path)))),
    ...(at > 0 ? { history: [], aside: [] } : {}),
  }));
}

/**
 * Measure what a file cannot do without, against its limits: at its smallest, with no history and nothing aside but that
 * there is something.
 * @param {Dossier} dossier
 * @returns {number} 1: just fits
 */
export function fullness(dossier) {
  return measured(briefly(indispensable(dossier)));
}

/**
 * Measure the same of a dossier that may be large.
 * @param {Dossier} dossier
 * @param {import('../base/turns.js').Turns} turns
 * @returns {Promise<number>}
 * @throws {import('../base/turns.js').Stopped}
 */
export async function fullnessInTurns(dossier, turns) {
  const tree = await inLots(indispensable(dossier), briefly, turns);
  await turns.next();
  return measured(tree);
}

/** @param {Dossier} dossier */
function indispensable(dossier) {
  return { ...dossier, history: [], aside: together(dossier.aside) };
}

/** @param {any} tree */
function measured(tree) {
  return shareOf(tree, `${JSON.stringify(tree)}\n`);
}

/**
 * Write a tree with room to read it, or as small as it has to be: without spaces, then without what a reader adds by itself.
 * @param {any} tree
 * @returns {string | null} null: it cannot be opened again
 */
function fitting(tree) {
  for (const [form, space] of /** @type {[(tree: any) => any, number][]} */ ([[same, 1], [same, 0], [briefly, 0]])) {
    const formed = form(tree);
    const text = `${JSON.stringify(formed, null, space)}\n`;
    if (shareOf(formed, text) <= 1) return text;
  }
  return null;
}

/** @param {any} tree */
function same(tree) {
  return tree;
}

/** @param {any} tree */
function briefly(tree) {
  return rebuilt(DOSSIER, tree, brief);
}

/**
 * @param {any} ordered
 * @returns {Generator<any>} the tree, then each with less in it than the one before
 */
function* lesser(ordered) {
  yield ordered;
  let less = ordered;
  while (less.history.length > 0) {
    less = { ...less, history: less.history.slice(Math.ceil(less.history.length / 4)) };
    yield less;
  }
  /** @type {Aside[]} */
  const all = ordered.aside;
  const heavy = all.filter(({ text }) => text.length > 0).sort((a, b) => weight(b) - weight(a));
  const bare = new Set();
  while (heavy.length > 0) {
    for (const one of heavy.splice(0, Math.ceil(heavy.length / 2))) bare.add(one);
    const aside = all.map((one) => (bare.has(one) ? { where: one.where, text: [] } : one));
    yield { ...less, aside: joinAsides(aside, []) };
  }
  if (all.length > 0) yield { ...less, aside: together(all) };
}

/** @param {Aside[]} asides @returns {Aside[]} one that tells how many there are */
function together(asides) {
  return asides.length > 0 ? [{ where: `aside (${asides.length})`, text: [] }] : [];
}

/** @param {Aside} aside */
function weight({ text }) {
  return text.reduce((sum, piece) => sum + piece.length, 0);
}
