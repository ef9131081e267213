// An action as a line of facts, with what can be done about it. Must not know in which view it stands.

import { daysSince, say, sayCount, sayDay } from '../base/words.js';
import { make, makeButtonFor } from '../base/widget.js';
import { factLine } from '../facts/fact-line.js';
import { instrumentName, itemElement } from '../forms/forms.js';
import { listOf, oneLine } from '../forms/item-texts.js';
import { isLate } from '../facts/stored.js';

/**
 * @param {any} action
 * @returns {string}
 */
export function actionName(action) {
  return action.text.trim() || say('stand.unnamed');
}

/**
 * @param {any} action with a day
 * @param {HTMLElement} what leads to it, or names it
 * @param {HTMLElement[]} acts
 */
export function actionLine(action, what, acts) {
  const when = isLate(action) ? sayCount('stand.late', daysSince(`${action.due}T12:00:00`)) : sayDay(action.due);
  return factLine({ what, facts: [action.owner, when].filter(Boolean), acts });
}

/**
 * A button beside an action, which says to those who do not see the line what it is about.
 * @param {string} label
 * @param {any} action
 * @param {() => void} press
 * @param {Record<string, string>} [attributes]
 */
export function actionButton(label, action, press, attributes = {}) {
  return makeButtonFor(label, say('stand.done-for', { actie: actionName(action) }), press, attributes);
}

/**
 * The button that makes an action of a point.
 * @param {string} item
 * @param {string} punt
 * @param {() => void} press
 */
export function actOnButton(item, punt, press) {
  return makeButtonFor(say('stand.act'), say('stand.act-for', { punt }), press, { 'data-fii-act-on': item });
}

/**
 * Say under an action where it comes from: the meeting in which it was agreed, and the list or the point that it is about.
 * @param {HTMLElement} line
 * @param {any} action
 * @param {import('../store/dossier-state.js').DossierState} state
 */
export function showOrigin(line, { review, item, place }, state) {
  const says = line.querySelector('[data-fii-from]');
  const meeting = state.registers.get(`reviews/${review}`);
  const list = place ? '' : listOf(item);
  const nummer = oneLine(itemElement(item)?.querySelector('.fii-item__number')?.textContent);
  const about = list && [instrumentName(list), nummer && say('own.number', { nummer })].filter(Boolean);
  /** @type {[words: string, address: string, name: string][]} */
  const origins = [];
  if (place) origins.push([say('action.stands-in'), place.what, instrumentName(place.list)]);
  if (meeting && !meeting.removed) origins.push([say('action.agreed-in'), review, say('meeting.of', { datum: sayDay(meeting.date) })]);
  if (about) origins.push([say('action.about'), item, about.join(', ')]);
  const known = JSON.stringify(origins);
  if (!(says instanceof HTMLElement) || says.dataset['shown'] === known) return;
  says.dataset['shown'] = known;
  says.replaceChildren(...origins.map(([words, address, name]) => make('span', {}, `${words} `, make('a', { href: `#${address}` }, name))));
}
