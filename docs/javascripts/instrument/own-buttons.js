// The buttons of a team's own list: what is done to an item. Must not change the list.

import { make, makeButton } from '../base/widget.js';

/**
 * @param {'up' | 'down' | 'hide'} name
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function action(name, label, act) {
  const press = () => made.getAttribute('aria-disabled') === 'true' || act();
  const made = makeButton('', () => void press(), { 'data-fii-own-action': name });
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
