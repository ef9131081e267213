// The trainer's session between two visits: in the address of the page, and one text in this browser under a key of its
// own. Must not touch the dossier, nor read what it keeps.

import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';

const KEY = `fii-bijeenkomst:${place.edition}`;
/** In the history of this tab: the address is what this page wrote itself, no link that was opened. */
const OWN = 'fiiBijeenkomst';

/** @returns {boolean} whether the address of this page is of its own writing, as after a reload */
export function isOwnAddress() {
  return history.state?.[OWN] === location.hash;
}

/** @returns {string} empty where nothing was kept or the browser refuses */
export function readDraft() {
  return keptText(KEY);
}

/**
 * Keep a fragment in both places.
 * @param {string} fragment empty: nothing to keep
 * @returns {boolean} whether the browser keeps it; the address holds it all the same
 */
export function keepDraft(fragment) {
  const hash = fragment ? `#${fragment}` : '';
  try {
    history.replaceState(fragment ? { [OWN]: hash } : null, '', hash || location.pathname + location.search);
  } catch (error) {
    console.warn(error); // a browser that counts such changes: the next one counts again
  }
  return keepText(KEY, fragment);
}
