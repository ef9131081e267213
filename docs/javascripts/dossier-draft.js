// One draft of the dossier → the next: a value put in, saved as a file, opened from one, gone back. Must not store or show.

import { marksAfter, merge } from './answer-store.js';
import { before as answersBefore, changes, joinHistories, registerChanges, undoable } from './dossier-changes.js';
import { SCHEMA } from './dossier-file.js';
import { isRegister, records, registers } from './dossier-registers.js';
import { place } from './place.js';

/**
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {import('./answer-store.js').Patch} Patch
 * @typedef {import('./dossier-file.js').Dossier} Dossier
 */

/** @returns {Draft} */
export function emptyDraft() {
  return { answers: new Map(), registers: new Map(), history: [], undo: [], marks: { changes: 0 } };
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
 * @param {Patch} patch
 */
export function put(draft, id, patch) {
  if (isRegister(id)) draft.registers.set(id, patch);
  else draft.answers.set(id, merge(draft.answers.get(id), patch));
}

/**
 * Give a draft the form of a dossier file.
 * @param {Draft} draft
 * @returns {Dossier}
 */
export function asDossier({ answers, registers: found, history }) {
  return {
    schema: SCHEMA,
    kind: 'fii-dossier',
    edition: place.edition,
    content: place.version,
    saved: new Date().toISOString(),
    ...records(found),
    answers: Object.assign(Object.create(null), Object.fromEntries(answers)),
    history,
  };
}

/**
 * Note that the reader has everything as a file.
 * @param {Draft} draft
 * @param {string} fileName
 * @returns {Draft}
 */
export function savedAs(draft, fileName) {
  const { here } = draft.marks;
  return { ...draft, marks: { ...(here ? { here } : {}), file: new Date().toISOString(), fileName, changes: 0 } };
}

/**
 * Put an opened or merged dossier in the place of this one; the draft remembers how to go back.
 * @param {Draft} draft
 * @param {Dossier} dossier
 * @param {string} fileName
 * @param {'opened' | 'merged'} [event]
 * @returns {Draft}
 */
export function opened(draft, dossier, fileName, event = 'opened') {
  const answers = new Map(Object.entries(dossier.answers));
  const found = registers(dossier);
  const before = joinHistories(draft.history, dossier.history);
  const at = after(before);
  const line = { at, event, file: fileName, changes: changes(draft.answers, answers) };
  const history = [...before, line];
  // A merge is not yet in any file; an opened file is.
  const marks = event === 'merged' ? marksAfter(draft.marks, 1) : { here: at, file: dossier.saved, fileName, changes: 0 };
  return { answers, registers: found, history, undo: registerChanges(draft.registers, found), marks };
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
  const event = { at: after(draft.history), event: 'undone', changes: changes(draft.answers, answers) };
  const marks = marksAfter(draft.marks, event.changes.length + draft.undo.length);
  return { answers, registers: restored, history: [...draft.history, event], undo: [], marks };
}

/**
 * Give the time of a new line in a history: now, and after every line that stands there, whatever clock wrote it.
 * A history is in order of time; so Python writes it, and the last line is what can be undone.
 * @param {import('./answer-store.js').HistoryEvent[]} history
 * @returns {string}
 */
function after(history) {
  const last = Math.max(0, ...history.map(({ at }) => Date.parse(at)));
  return new Date(Math.max(Date.now(), last + 1)).toISOString();
}
