// One stored fact as a line: its mark, what it is, what belongs to it, and what can be done about it. Makes elements only.

import { make, makeUnseen } from '../base/widget.js';

/**
 * @param {{shape?: string, word?: string, what: HTMLElement, facts: string[], acts?: (HTMLElement | null)[]}} parts
 *   shape: of a light, with the word that it stands for
 * @returns {HTMLLIElement}
 */
export function factLine({ shape = '', word = '', what, facts, acts = [] }) {
  const mark = shape ? [shapeMark(shape), makeUnseen(`${word}: `)] : [];
  const text = make('div', { class: 'fii-feit__wat' }, ...mark, what, ' ', make('span', { class: 'fii-feit__bij' }, facts.join(' · ')));
  const all = acts.filter((act) => act !== null);
  return make('li', {}, text, ...(all.length > 0 ? [make('span', { class: 'fii-feit__doen' }, ...all)] : []));
}

/**
 * A fold that is filled when it is opened, and emptied again: there is too much of it to keep there.
 * @param {string} title
 * @param {() => Node[]} lines
 * @param {boolean} [isOpen]
 * @returns {HTMLDetailsElement}
 */
export function factFold(title, lines, isOpen = false) {
  const list = make('ul', { class: 'fii-feiten' });
  const fold = make('details', { class: 'fii-meer' }, make('summary', {}, title), list);
  fold.addEventListener('toggle', () => list.replaceChildren(...(fold.open ? lines() : [])));
  fold.open = isOpen;
  return fold;
}

/** @param {string} shape */
export function shapeMark(shape) {
  return make('span', { class: `fii-shape fii-shape--${shape}`, 'aria-hidden': 'true' });
}
