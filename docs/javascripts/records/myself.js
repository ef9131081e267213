// Who somebody is among the owners of actions: of this browser, never in the dossier or in a file. Must not judge a name.

import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';

const KEY = `fii-mij:${place.edition}`;

/** What was said on this page; a browser may refuse to remember it. @type {string | undefined} */
let said;

/**
 * @param {number} longest that a name may be
 * @returns {string} empty where nobody said it, or where what stands there is no name
 */
export function myself(longest) {
  const name = said ?? keptText(KEY).replace(/\s+/g, ' ').trim();
  return name.length > longest || /\p{Cc}|\p{Cs}/u.test(name) ? '' : name;
}

/** @param {string} name empty to forget it */
export function rememberMe(name) {
  said = name;
  keepText(KEY, name);
}
