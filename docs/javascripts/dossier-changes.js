// What differs between two sets of answers. Must not judge an answer: to this file it is text.

/**
 * @typedef {import('./answer-store.js').Answer} Answer
 * @typedef {import('./answer-store.js').Change} Change
 * @typedef {import('./answer-store.js').HistoryEvent} HistoryEvent
 */

/**
 * List what happens to each answer when one set takes the place of another, in the order of the ids.
 * An answer that was taken back counts as none; a different time alone is no change.
 * @param {Map<string, Answer>} now
 * @param {Map<string, Answer>} then
 * @returns {Change[]}
 */
export function changes(now, then) {
  const ids = [...new Set([...now.keys(), ...then.keys()])].sort();
  return ids.map((item) => ({ item, before: now.get(item) ?? null, after: then.get(item) ?? null })).filter(differs);
}

/** @param {Change} change */
function differs({ before, after }) {
  return (before?.choice ?? '') !== (after?.choice ?? '') || (before?.note ?? '') !== (after?.note ?? '');
}

/**
 * Find the event that "Maak ongedaan" would take back: the last one, when it was the opening of a file.
 * @param {HistoryEvent[]} history
 * @returns {HistoryEvent | null}
 */
export function undoable(history) {
  const last = history.at(-1);
  return last?.event === 'opened' && last.changes.length > 0 ? last : null;
}

/**
 * Give the answers as they were before an event; answers that the event did not touch stay as they are.
 * @param {Map<string, Answer>} answers
 * @param {HistoryEvent} event
 * @returns {Map<string, Answer>}
 */
export function before(answers, event) {
  const restored = new Map(answers);
  for (const change of event.changes) {
    if (change.before) restored.set(change.item, change.before);
    else restored.delete(change.item);
  }
  return restored;
}

/**
 * Join two histories in time order, each event once.
 * @param {HistoryEvent[]} one
 * @param {HistoryEvent[]} other
 * @returns {HistoryEvent[]}
 */
export function joinHistories(one, other) {
  const byText = new Map([...one, ...other].map((event) => [JSON.stringify([event.at, event.event, event.file ?? '']), event]));
  return [...byText.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
