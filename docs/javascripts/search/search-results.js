// The elements of the search dialog's lists, copied from its templates. Text content only; must not search or load.

import { address, place } from '../base/place.js';
import { make, part } from '../base/widget.js';

/** @typedef {import('./search-engine.js').Found} Found */

/** Of a long question, so many ways are told. */
const WAYS = 2;

/**
 * Make the element for one result: heading and page in the link, the words in context under it.
 * @param {HTMLElement} dialog
 * @param {Found} found
 * @param {typeof import('./search-context.js')} show
 * @returns {HTMLElement}
 */
export function resultItem(dialog, found, { mark, context }) {
  const { item, part } = copy(dialog, 'result');
  part('link').setAttribute('href', target(found));
  fill(part('heading'), mark(found.heading, found.terms));
  part('page').textContent = found.page === found.heading ? '' : found.page;
  fill(part('context'), context(found.text, found.terms));
  part('sort').textContent = dialog.getAttribute(`data-sort-${found.sort}`);
  part('via').textContent = via(dialog, found);
  return item;
}

/**
 * Say by which other words a result was found, once each; empty where its own words were typed.
 * @param {HTMLElement} dialog
 * @param {Found} found
 * @returns {string}
 */
function via(dialog, { heading, via: ways }) {
  const text = dialog.getAttribute('data-say-via') ?? '';
  const said = ways.map(([typed, other]) => text.replace('{getypt}', () => typed).replace('{gezegd}', () => other || heading));
  return [...new Set(said)].slice(0, WAYS).join(', ');
}

/**
 * Make the element for one word that is offered where nothing was found.
 * @param {HTMLElement} dialog
 * @param {string} word
 * @param {() => void} choose
 * @returns {HTMLElement}
 */
export function nearItem(dialog, word, choose) {
  const { item, part } = copy(dialog, 'near-word');
  part('word').textContent = word;
  part('word').addEventListener('click', choose);
  return item;
}

/**
 * Copy a template of the dialog.
 * @param {HTMLElement} dialog
 * @param {string} name
 * @returns {{item: HTMLElement, part: (name: string) => HTMLElement}}
 */
function copy(dialog, name) {
  const template = /** @type {HTMLTemplateElement | null} */ (dialog.querySelector(`[data-fii-search-${name}]`));
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement)) throw new Error(`search dialog without template ${name}`);
  return { item, part: (key) => part(item, `[data-part="${key}"]`) };
}

/**
 * @param {Found} found
 * @returns {string}
 */
function target(found) {
  return address(found.address + place.index) + (found.anchor ? `#${found.anchor}` : '');
}

/**
 * @param {HTMLElement} holder
 * @param {import('./search-context.js').Piece[]} pieces
 */
function fill(holder, pieces) {
  holder.replaceChildren(...pieces.map(({ text, hit }) => (hit ? make('mark', {}, text) : text)));
}
