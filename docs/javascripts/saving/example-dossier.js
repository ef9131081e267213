// An example that the address names → the text of its file. Only one that this page lists; must not open it.

import { loadPlain } from '../base/plain-script.js';

/** @returns {string} the name of the example that the address asks for; empty where this page lists none by that address */
export function askedExample() {
  return document.getElementById(location.hash.slice(1))?.dataset.fiiExample ?? '';
}

/**
 * Give the text of an example's file. The build wrote it as a script too: a folder on a disk answers no fetch.
 * @param {string} name one that the page lists
 * @returns {Promise<string>}
 */
export async function exampleText(name) {
  return String(await loadPlain(`voorbeelden/${name}.js`, 'fiiVoorbeeld'));
}
