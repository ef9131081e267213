// One draft of the dossier → the next: a value put in, saved as a file, opened from one, gone back. Must not store or show.

import { marksAfter, merge } from './answer-store.js';
import { before as answersBefore, changes, changesInTurns, joinHistories, registerChanges, undoable } from './dossier-changes.js';
import { SCHEMA } from '../file/dossier-file.js';
import { asidesLeft, eventsLeft, undoLeft } from '../file/forgotten.js';
import { isRegister, MEMBER, records, registers } from '../file/dossier-registers.js';
import { joinAsides, nameOf, sound } from '../file/dossier-sift.js';
import { place } from '../base/place.js';
import { timeAfter } from '../file/times.js';
import { Turns } from '../base/turns.js';

/**
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {import('../file/dossier-file.js').Dossier} Dossier
 */

/** @returns {Draft} */
export function emptyDraft() {
  return { answers: new Map(), registers: new Map(), history: [], undo: [], aside: [], marks: { changes: 0 }, findings: null };
}

/** @param {Draft} draft @returns {boolean} whether nobody gave anything */
export function isEmpty({ answers, registers: found, history, aside }) {
  return answers.size + found.size + history.length + aside.length === 0;
}

/**
 * Give the part of a draft in which a value stands.
 * @param {Draft} draft
 * @param {string} id of an item, or the path of a register
 * @returns {Map<string, any>}
 */
export function mapOf(draft, id) {
  return isRegister(id) ? draft.registers : draft.answers;
}

/**
 * Put a patch into a draft: on top of an answer's parts, or in the place of a register.
 * @param {Draft} draft
 * @param {string} id
 * @param {import('./answer-store.js').Patch} patch
 */
export function put(draft, id, patch) {
  if (isRegister(id)) draft.registers.set(id, patch);
  else draft.answers.set(id, merge(draft.answers.get(id), patch));
}

/**
 * Say whether a patch sets something newer than what stands in a draft, or something else at the same time.
 * @param {Draft} draft
 * @param {string} id of an item, or the path of a register
 * @param {import('./answer-store.js').Patch} patch
 * @returns {boolean}
 */
export function isNews(draft, id, patch) {
  const kept = mapOf(draft, id).get(id);
  const [time, given] = [Date.parse(kept?.at ?? '') || 0, Date.parse(patch.at)];
  if (given !== time) return given > time;
  return JSON.stringify(kept) !== JSON.stringify(sound(id, isRegister(id) ? patch : merge(kept, patch)));
}

/**
 * Give a draft the form of a dossier file.
 * @param {Draft} draft
 * @returns {Dossier}
 */
export function asDossier({ answers, registers: found, history, aside }) {
  return {
    schema: SCHEMA,
    kind: 'fii-dossier',
    edition: place.edition,
    content: place.version,
    saved: timeAfter([]),
    ...records(found),
    answers: Object.assign(Object.create(null), Object.fromEntries(answers)),
    history,
    aside: joinAsides(aside, []),
  };
}

/**
 * Note what the reader has as a file; what was given while the file was made is not in it.
 * @param {Draft} draft
 * @param {string} fileName
 * @param {Dossier} dossier what stands in the file
 * @returns {Draft}
 */
export function savedAs(draft, fileName, dossier) {
  const { here, finished } = draft.marks;
  const file = timeAfter([]);
  const others = registerChanges(registers(dossier), registers(asDossier(draft))).filter(([path]) => path !== MEMBER);
  const unsaved = changes(new Map(Object.entries(dossier.answers)), draft.answers).length + others.length;
  return { ...draft, marks: { ...(here ? { here } : {}), ...(finished ? { finished } : {}), ...(unsaved > 0 ? { since: file } : {}), file, fileName: nameOf(fileName), changes: unsaved } };
}

/**
 * Put an opened or merged dossier in the place of this one; the draft remembers how to go back.
 * @param {Draft} draft
 * @param {Dossier} dossier
 * @param {string} fileName
 * @param {'opened' | 'merged'} [event]
 * @param {Turns} [turns]
 * @returns {Promise<Draft>}
 * @throws {import('../base/turns.js').Stopped}
 */
export async function opened(draft, dossier, fileName, event = 'opened', turns = new Turns()) {
  const answers = new Map(Object.entries(dossier.answers));
  const found = registers(dossier);
  const gone = dossier.forgotten ?? {};
  const before = joinHistories(eventsLeft(gone, draft.history), dossier.history);
  const at = timeAfter(before);
  const file = nameOf(fileName); // a disk may hold halves of characters
  const line = { at, event, file, changes: await changesInTurns(draft.answers, answers, turns) };
  const history = [...before, ...eventsLeft(gone, [line])];
  // A merge is not yet in any file; an opened file is.
  const marks = event === 'merged' ? marksAfter(draft.marks, 1) : { here: at, file: dossier.saved, fileName: file, changes: 0 };
  const aside = joinAsides(asidesLeft(gone, draft.aside), dossier.aside);
  if (turns.isOver(found.size)) await turns.next();
  return { answers, registers: found, history, undo: undoLeft(gone, registerChanges(draft.registers, found)), aside, marks, findings: null };
}

/**
 * Go back to the dossier from before the last opened file; what was given after it elsewhere stays.
 * @param {Draft} draft
 * @returns {Draft} the same where there is nothing to go back to
 */
export function undone(draft) {
  const last = undoable(draft);
  if (!last) return draft;
  const answers = answersBefore(draft.answers, last);
  const restored = new Map(draft.registers);
  for (const [path, value] of draft.undo) {
    if (value === null) restored.delete(path);
    else restored.set(path, value);
  }
  // The meeting in which something was decided since stays, and so does the place in which something was filled in.
  const holders = new Set([...restored.keys()].map((path) => path.split('/').slice(0, 2).join('/')));
  for (const [path, value] of draft.undo) if (value === null && holders.has(path)) restored.set(path, draft.registers.get(path));
  const event = { at: timeAfter(draft.history), event: 'undone', changes: changes(draft.answers, answers) };
  const marks = marksAfter(draft.marks, event.changes.length + draft.undo.length);
  return { ...draft, answers, registers: restored, history: [...draft.history, event], undo: [], marks, findings: null };
}
