// The buttons of a team's own list: one with words, one for what is done to an item. Must not change the list.

import { make } from '../base/widget.js';

/**
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function button(label, act) {
  const made = make('button', { type: 'button', class: 'fii-button' }, label);
  made.addEventListener('click', act);
  return made;
}

/**
 * @param {'up' | 'down' | 'hide'} name
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function action(name, label, act) {
  const made = button('', () => made.getAttribute('aria-disabled') === 'true' || act());
  made.dataset.fiiOwnAction = name;
  made.append(make('span', {}, label), ' ', which('fii-vh'));
  return made;
}

/**
 * @param {string} [style]
 * @returns {HTMLElement} room for which item it is
 */
export function which(style = '') {
  return make('span', { ...(style && { class: style }), 'data-fii-own-which': '' });
}
