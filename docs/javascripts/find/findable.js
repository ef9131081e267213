// What can be found in the dossier that is open: decisions, notes, topics, actions, as stored facts. Must not show or weigh one.

import { fold } from '../base/fold.js';
import { instrumentName } from '../forms/forms.js';
import { itemText, listOf, oneLine } from '../forms/item-texts.js';
import { allActions } from '../facts/list-actions.js';
import { reviewsOf, standing } from '../facts/stored.js';

/**
 * @typedef {import('../store/dossier-state.js').DossierState} State
 * @typedef {'decision' | 'correction' | 'note' | 'topic' | 'action'} Kind
 * @typedef {object} Fact
 * @property {Kind} kind
 * @property {string} text what is looked through, and shown
 * @property {string} day ISO; empty where none is known
 * @property {string} where fragment of this page where it stands
 * @property {string} [item] the point that it is about
 * @property {any} [action]
 * @typedef {{text: string, hit: boolean}} Piece
 */

/** How much of a long text is shown. */
const LENGTH = 200;
/** What stands before the first word that was found. */
const BEFORE = 40;

/**
 * Give everything that can be found, the latest first.
 * @param {State} state
 * @returns {Fact[]}
 */
export function findable(state) {
  const actions = allActions(state).filter(([, { removed, text }]) => !removed && text.trim());
  const facts = [...ofLists(state, actions), ...ofMeetings(state), ...ofTopics(state)];
  for (const [id, action] of actions) facts.push({ kind: 'action', text: action.text, day: action.due, where: id, action });
  const once = new Map();
  for (const fact of facts) if (!once.has(said(fact))) once.set(said(fact), fact);
  return [...once.values()].sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0));
}

/**
 * Give the notes of lists; what is an action there is found as one.
 * @param {State} state
 * @param {[string, any][]} actions
 * @returns {Fact[]}
 */
function ofLists(state, actions) {
  const inActions = new Set(actions.map(([, { place }]) => place?.what));
  return [...state.answers].flatMap(([item, { note, at }]) =>
    (note?.trim() && listOf(item) && !inActions.has(item) ? [{ kind: 'note', text: note, day: dayOf(at), where: item, item }] : []));
}

/**
 * Give what was said in meetings, the last one first.
 * @param {State} state
 * @returns {Fact[]}
 */
function ofMeetings(state) {
  return reviewsOf(state).reverse().flatMap(([id, { date, agenda }]) => {
    const of = (/** @type {string} */ part) => standing(state, `reviews/${id}/${part}/`).filter(([, { text }]) => text.trim());
    return /** @type {Fact[]} */ ([
      ...of('notes').map(([item, { text }]) => ({ kind: 'note', text, day: date, where: id, item })),
      ...of('decisions').map(([, { text }]) => ({ kind: 'decision', text, day: date, where: id })),
      ...of('corrections').map(([, { text, at }]) => ({ kind: 'correction', text, day: dayOf(at), where: id })),
      ...(agenda?.trim() ? [{ kind: 'topic', text: agenda, day: date, where: id }] : []),
    ]);
  });
}

/**
 * Give the topics, with what was said.
 * @param {State} state
 * @returns {Fact[]}
 */
function ofTopics(state) {
  const dates = new Map(reviewsOf(state).map(([id, { date }]) => [id, date]));
  return standing(state, 'topics/').flatMap(([, { text, said: answer, review, at, item }]) => {
    const words = [text, answer].map((one) => one.trim()).filter(Boolean).join(' – ');
    const day = dates.get(review);
    return words ? [{ kind: 'topic', text: words, day: day ?? dayOf(at), where: day ? review : 'overleg-onderwerpen', item }] : [];
  });
}

/**
 * Give those in which every word stands, in whatever order.
 * @param {Fact[]} facts
 * @param {string} asked
 * @returns {Fact[]}
 */
export function matching(facts, asked) {
  const words = wordsOf(asked);
  return facts.filter(({ text, action }) => {
    const folded = fold(`${text} ${action?.owner ?? ''}`);
    return words.every((word) => folded.includes(word));
  });
}

/**
 * @param {string} asked
 * @returns {string[]} folded
 */
export function wordsOf(asked) {
  return fold(oneLine(asked)).split(' ').filter(Boolean);
}

/**
 * Cut a text down to the stretch in which the first of these words stands.
 * @param {string} text
 * @param {string[]} words folded
 * @returns {Piece[]} what was found, and what stands around it
 */
export function excerpt(text, words) {
  const whole = oneLine(text).normalize('NFC');
  const folded = fold(whole);
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0), whole.length);
  const start = whole.length <= LENGTH || first < BEFORE || first === whole.length ? 0 : whole.indexOf(' ', first - BEFORE) + 1 || first - BEFORE;
  const room = start + LENGTH;
  const blank = whole.lastIndexOf(' ', room);
  const end = whole.length <= room ? whole.length : blank > first ? blank : room;
  const hits = [...folded.matchAll(new RegExp(words.map(escaped).join('|') || '$^', 'g'))];
  /** @type {Piece[]} */
  const pieces = start > 0 ? [{ text: '… ', hit: false }] : [];
  let at = start;
  for (const { index, 0: { length } } of hits) {
    if (index < at || index + length > end) continue;
    pieces.push({ text: whole.slice(at, index), hit: false }, { text: whole.slice(index, index + length), hit: true });
    at = index + length;
  }
  pieces.push({ text: whole.slice(at, end) + (end < whole.length ? ' …' : ''), hit: false });
  return pieces.filter(({ text: piece }) => piece !== '');
}

/**
 * Say what a fact is about: its list and its point.
 * @param {Fact} fact
 * @returns {string} empty where it is about none
 */
export function about({ item = '' }) {
  const list = item && listOf(item);
  return list ? [instrumentName(list), itemText(item)].filter(Boolean).join(': ') : '';
}

/** @param {string} word */
function escaped(word) {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * The same note stands in its list and in every meeting that it held for.
 * @param {Fact} fact
 */
function said({ kind, item, text, where }) {
  return kind === 'note' ? `${item}\n${oneLine(text)}` : `${kind} ${where} ${oneLine(text)}`;
}

/** @param {string} at ISO time */
function dayOf(at) {
  return at.slice(0, 10);
}
