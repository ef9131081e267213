// What can be done about a point that a summary on /dossier/ tells of: make an action of it, or discuss it. Must not choose which.

import { make, makeButtonFor } from '../base/widget.js';
import { newId } from '../base/random-id.js';
import { say } from '../base/words.js';
import { itemElement, keyOf } from '../forms/forms.js';
import { aboutWhom, oneLine } from '../forms/item-texts.js';
import { wordsOf } from '../forms/own-list.js';
import { actOnButton } from './action-line.js';
import { MEMBER } from '../file/dossier-registers.js';
import { emptyAction } from '../facts/stored.js';
import { discuss } from './topics.js';

/** @typedef {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} Holder */

/**
 * Put buttons beside every point that Python's HTML names.
 * @param {Holder} widget that tells what was done
 */
export function followSummaries(widget) {
  document.addEventListener('fii-summed', ({ target }) => {
    if (!(target instanceof Element) || widget.state.registers.get(MEMBER)?.text) return; // a member's copy has no meetings
    for (const point of /** @type {NodeListOf<HTMLElement>} */ (target.querySelectorAll('[data-fii-about]'))) offer(widget, point);
  });
}

/**
 * Begin an action of a point; it is shown where actions are.
 * @param {import('../store/dossier-state.js').DossierState} state
 * @param {string} item
 */
export function actOn(state, item) {
  const id = newId('a');
  if (state.put(`actions/${id}`, emptyAction(state, item))) location.hash = `#${id}`;
}

/**
 * @param {Holder} widget
 * @param {HTMLElement} point
 */
function offer(widget, point) {
  const { state } = widget;
  const about = point.dataset['fiiAbout'] ?? '';
  const item = keyOf(about, Number(point.closest('[data-fii-subject]')?.getAttribute('data-fii-subject')));
  const words = itemElement(item);
  const punt = (state.answers.get(`${about}.tekst`)?.note || oneLine(words && wordsOf(words)?.textContent)) + aboutWhom(item);
  const talk = makeButtonFor(say('topic.discuss'), say('topic.discuss-for', { punt }), () => widget.tell(discuss(state, item, punt)));
  point.append(make('p', { class: 'fii-actions' }, actOnButton(item, punt, () => actOn(state, item)), ' ', talk));
}
