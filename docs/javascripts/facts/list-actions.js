// Actions that stand in a list: what, and where the list asks it also who and when, stand in the answers; the state, and
// what the list does not ask, in an action of the dossier that is tied to the answer. Must not show or judge one.
//
// fii_widgets/report/meetings/list_actions.py says the same for papers.

import { forms } from '../forms/forms.js';
import { instrumentOf } from '../forms/item-texts.js';
import { ownItemOf } from '../forms/list-records.js';
import { newId } from '../base/random-id.js';

/**
 * @typedef {import('../store/dossier-state.js').DossierState} State
 * @typedef {{what: string, who: string, when: string}} Place ids of answers; empty for what the list does not ask
 * @typedef {{list: string, pattern: RegExp, who: string, when: string}} Columns
 * @typedef {[id: string, action: any]} Listed an action as those of meetings are, with its `place`
 */

/** How an action of a list is called on this page; behind it the id of the answer that holds its words. */
const LISTED = 'l.';
const DAY = /^\d{4}-\d\d-\d\d$/;

/** @type {Columns[] | undefined} */
let columns;

/** @returns {Columns[]} where the lists of this page hold actions */
function allColumns() {
  return (columns ??= forms().flatMap((form) => {
    const list = form.getAttribute('data-fii-id') ?? '';
    const written = form.getAttribute('data-fii-acts')?.split(', ') ?? [];
    return written.map((one) => {
      const [what = '', who = '', when = ''] = one.split(' ').map((id) => (id === '-' ? '' : id));
      const words = what.startsWith('-') ? `.+${what}` : what;
      return { list, pattern: new RegExp(`^${words}(@\\d+)?$`), who, when };
    });
  }));
}

/**
 * @param {string} id
 * @returns {boolean} whether an action stands in a list
 */
export function isListed(id) {
  return id.startsWith(LISTED);
}

/**
 * Say whether an answer of a list is a part of an action: what, who or when.
 * @param {string} id
 * @param {string} list
 */
export function isOfAction(id, list) {
  const bare = id.replace(/@\d+$/, '');
  return allColumns().some((one) => one.list === list && (one.pattern.test(id) || one.who === bare || one.when === bare));
}

/**
 * Give all actions of a dossier: those of meetings first, then those of lists.
 * @param {State} state
 * @returns {[id: string, action: any][]}
 */
export function allActions(state) {
  const found = [...state.answers].flatMap(([id, { note }]) => (note?.trim() ? placeOf(id) : []));
  const places = new Set(found.map(({ what }) => what));
  const [tied, own] = [new Map(), /** @type {[string, any][]} */ ([])];
  for (const [id, action] of state.under('actions/')) {
    if (!places.has(action.item)) own.push([id, action]);
    else if (!tied.has(action.item) || tied.get(action.item)[1].at < action.at) tied.set(action.item, [id, action]);
  }
  return [...own, ...once(found.map((place) => listedAt(state, place, tied.get(place.what))))];
}

/**
 * Leave out what was taken over into another list, unless more is known of it here than its words.
 * @param {Listed[]} listed
 * @returns {Listed[]}
 */
function once(listed) {
  /** @type {Map<string, any[]>} */
  const same = new Map();
  for (const [, action] of listed) same.set(wordsOf(action), [...(same.get(wordsOf(action)) ?? []), action]);
  const isElsewhere = (/** @type {any} */ one, /** @type {any} */ other) =>
    other.place.list !== one.place.list && (isBegun(other) || other.place.list > one.place.list);
  return listed.filter(([, one]) => isBegun(one) || !(same.get(wordsOf(one)) ?? []).some((other) => isElsewhere(one, other)));
}

/**
 * Take an action's whole new value, wherever it stands.
 * @param {State} state
 * @param {string} id
 * @param {any} action
 * @returns {boolean} false when it does not fit in a dossier; what stood there stays
 */
export function putAction(state, id, action) {
  if (!isListed(id)) return state.put(`actions/${id}`, action);
  const { place, tied, ...value } = action;
  const [, before] = listedAt(state, place, undefined); // what is no day stands in the list, and is not shown here
  for (const [answer, now, then] of [[place.who, value.owner, before.owner], [place.when, value.due, before.due]]) {
    if (answer && now !== then && !state.change(answer, { note: now })) return false;
  }
  const isPlain = value.state === 'open' && (place.who || !value.owner) && (place.when || !value.due);
  return (!tied && isPlain) || state.put(`actions/${tied || newId('a')}`, value);
}

/**
 * @param {string} id of an answer with words in it
 * @returns {(Place & {list: string})[]} none where it is no action
 */
function placeOf(id) {
  const own = ownItemOf(id)?.instrument;
  for (const { list, pattern, who, when } of allColumns()) {
    const found = pattern.exec(id);
    if (!found || (own ?? instrumentOf(id)) !== list) continue;
    const row = found[1] ?? '';
    return [{ list, what: id, who: who && who + row, when: when && when + row }];
  }
  return [];
}

/**
 * @param {State} state
 * @param {Place & {list: string}} place
 * @param {[string, any] | undefined} record that is tied to it
 * @returns {Listed}
 */
function listedAt(state, place, record) {
  const [tied = '', action = {}] = record ?? [];
  const note = (/** @type {string} */ id) => state.answers.get(id)?.note?.trim() ?? '';
  const day = note(place.when);
  return [LISTED + place.what, {
    text: note(place.what),
    item: place.what,
    review: action.review ?? '',
    owner: place.who ? note(place.who) : (action.owner ?? ''),
    due: place.when ? (DAY.test(day) ? day : '') : (action.due ?? ''),
    state: action.state ?? 'open',
    removed: false,
    place,
    tied,
  }];
}

/** @param {any} action */
function isBegun({ owner, due, state }) {
  return Boolean(owner || due) || state !== 'open';
}

/** @param {any} action */
function wordsOf({ text }) {
  return text.toLowerCase().replace(/\s+/g, ' ');
}
