// What the paper of a closed meeting says, as it was frozen at closing: parts with lines, for the page and for a text file where
// Python does not run. Pure; weighs nothing and keeps nothing. Python makes the paper itself (report/papers/meetings.py).

import { itemText } from '../forms/item-texts.js';
import { say, sayCount, sayDay } from '../base/words.js';
import { lightOf } from './lights.js';
import { allActions } from './list-actions.js';
import { standing } from './stored.js';

/**
 * @typedef {import('./stored.js').State} State
 * @typedef {{text: string, shape?: string, word?: string, facts?: string[]}} Line  shape, word: of a light
 * @typedef {{title: string, lines: Line[]}} Part
 */

/** How an action stood. @type {Record<string, string> & {open: string}} */
const STATES = { open: 'minutes.open', bezig: 'minutes.busy', klaar: 'minutes.done', vervallen: 'minutes.dropped' };

/**
 * @param {State} state
 * @param {string} id of a closed meeting
 * @returns {Part[]} none where there is no such meeting
 */
export function minutesOf(state, id) {
  const review = state.registers.get(`reviews/${id}`);
  if (!review) return [];
  const { minutes } = review;
  /** @param {string} part @returns {Map<string, string>} the texts as they read at closing */
  const then = (part) => {
    const all = state.under(`reviews/${id}/${part}/`);
    const meant = minutes ? all.filter(([own]) => Object.hasOwn(minutes[part], own)) : all.filter(([, { removed }]) => !removed);
    return new Map(meant.map(([own, { text, at }]) => [own, Date.parse(at) <= Date.parse(review.at) ? text.trim() : say('minutes.not-kept')]));
  };
  const notes = then('notes');
  const plain = (/** @type {string[]} */ texts) => texts.filter((text) => text.trim()).map((text) => ({ text }));
  const parts = [
    ...(minutes ? [] : [{ title: '', lines: plain([say('minutes.not-recorded')]) }]),
    { title: say('minutes.present'), lines: plain([review.present.join(', ') || say('minutes.none')]) },
    { title: say('minutes.decided'), lines: plain([...then('decisions').values()]) },
    { title: say('minutes.earlier'), lines: (minutes?.earlier ?? []).map(earlier) },
    { title: say('minutes.actions'), lines: minutes ? minutes.tasks.map(task) : agreed(state, id) },
    ...(minutes ? minutes.boards.map((/** @type {any} */ board) => boardOf(board, notes)) : [lightsThen(review, notes)]),
    { title: say('minutes.topics'), lines: [...(minutes?.topics ?? []).map(topic), ...plain([review.agenda ?? ''])] },
    { title: say('minutes.next'), lines: plain([review.next ? sayDay(review.next) : say('minutes.no-next')]) },
    { title: say('minutes.after'), lines: standing(state, `reviews/${id}/corrections/`).flatMap(([, { text, at }]) => plain([text]).map(() => ({ text: `${sayDay(at.slice(0, 10))}: ${text}` }))) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

/**
 * @param {string} title
 * @param {Part[]} parts
 * @returns {string} the same as plain text
 */
export function asText(title, parts) {
  const line = (/** @type {Line} */ { text, word, facts = [] }) => `- ${[word && `${word}: ${text}`, !word && text, ...facts].filter(Boolean).join(' · ')}`;
  return [title, ...parts.map((part) => ['', part.title, ...part.lines.map(line)].join('\n'))].join('\n').concat('\n');
}

/** @param {{date: string, text: string, lapsed?: boolean, again?: string}} one @returns {Line} */
function earlier({ date, text, lapsed, again }) {
  const stands = lapsed ? say('minutes.dropped') : again ? say('decision.again', { datum: sayDay(again) }) : say('decision.holds');
  return { text, facts: [sayDay(date), stands] };
}

/** @param {any} one frozen @returns {Line} */
function task({ text, owner, due, state, late, origin }) {
  return { text, facts: [owner, due && sayDay(due), say(STATES[state] ?? STATES.open), late > 0 ? sayCount('stand.late', late) : '', origin].filter(Boolean) };
}

/**
 * @param {State} state
 * @param {string} id of a meeting that an earlier handbook closed
 * @returns {Line[]}
 */
function agreed(state, id) {
  return allActions(state).filter(([, { removed, review, text }]) => !removed && review === id && text.trim())
    .map(([, { text, owner, due }]) => ({ text, facts: [owner, due && sayDay(due)].filter(Boolean) }));
}

/** @param {{text: string, said?: string, discussed?: boolean}} one @returns {Line} */
function topic({ text, said, discussed }) {
  return { text, facts: [said ?? '', discussed ? '' : say('minutes.left')].filter(Boolean) };
}

/**
 * @param {{title: string, points: any[]}} board frozen
 * @param {Map<string, string>} notes
 * @returns {Part}
 */
function boardOf({ title, points }, notes) {
  const lines = points.map(({ id, number, text, was, now, noted }) => {
    const note = notes.get(id) ?? '';
    const before = was && was.label !== now.label ? say('minutes.was', { licht: was.label.toLowerCase() }) : '';
    const told = note && noted ? say('minutes.noted', { datum: sayDay(noted), tekst: note }) : note;
    return { text: number ? `${number}. ${text}` : text, shape: now.shape, word: now.label, facts: [before, told].filter(Boolean) };
  });
  return { title: title || say('minutes.lapsed-points'), lines };
}

/**
 * @param {{lights: Record<string, string>}} review that an earlier handbook closed
 * @param {Map<string, string>} notes
 * @returns {Part}
 */
function lightsThen({ lights }, notes) {
  const ids = [...new Set([...Object.keys(lights), ...notes.keys()])].sort();
  return { title: say('minutes.lights'), lines: ids.map((id) => ({ ...lightOf(id, lights[id]), text: itemText(id) ?? id, facts: [notes.get(id) ?? ''].filter(Boolean) })) };
}
