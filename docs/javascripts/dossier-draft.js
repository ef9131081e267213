// One draft of the dossier → the next: saved as a file, opened from one, gone back. Pure; must not store or show.

import { marksAfter } from './answer-store.js';
import { before, changes, joinHistories, undoable } from './dossier-changes.js';
import { SCHEMA } from './dossier-file.js';
import { place } from './place.js';

/**
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {import('./dossier-file.js').Dossier} Dossier
 */

/** @returns {Draft} */
export function emptyDraft() {
  return { answers: new Map(), history: [], actions: [], marks: { changes: 0 } };
}

/**
 * Give a draft the form of a dossier file.
 * @param {Draft} draft
 * @returns {Dossier}
 */
export function asDossier({ answers, history, actions }) {
  return {
    schema: SCHEMA,
    kind: 'fii-dossier',
    edition: place.edition,
    content: place.version,
    saved: new Date().toISOString(),
    answers: Object.assign(Object.create(null), Object.fromEntries(answers)),
    history,
    actions,
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
 * Put an opened dossier in the place of the answers; the history remembers how to go back.
 * @param {Draft} draft
 * @param {Dossier} dossier
 * @param {string} fileName
 * @returns {Draft}
 */
export function opened(draft, dossier, fileName) {
  const answers = new Map(Object.entries(dossier.answers));
  const at = new Date().toISOString();
  const event = { at, event: 'opened', file: fileName, changes: changes(draft.answers, answers) };
  const history = [...joinHistories(draft.history, dossier.history), event];
  return { answers, history, actions: dossier.actions, marks: { here: at, file: dossier.saved, fileName, changes: 0 } };
}

/**
 * Go back to the answers from before the last opened file.
 * @param {Draft} draft
 * @returns {Draft} the same where there is nothing to go back to
 */
export function undone(draft) {
  const last = undoable(draft.history);
  if (!last) return draft;
  const answers = before(draft.answers, last);
  const event = { at: new Date().toISOString(), event: 'undone', changes: changes(draft.answers, answers) };
  return { ...draft, answers, history: [...draft.history, event], marks: marksAfter(draft.marks, event.changes.length) };
}
