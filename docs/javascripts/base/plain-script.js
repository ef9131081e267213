// Loads a list that the build wrote as a plain script with one call; a folder on a disk answers no fetch.
// Must not know what is in it.

import { address } from './place.js';
import { trusted } from './trusted.js';

/** How long a script may take, in milliseconds: also the largest one, over a slow line or from a slow stick. */
const PATIENCE = 45_000;

/** @type {Map<string, Promise<unknown>>} a list is loaded once a page */
const asked = new Map();

/**
 * Give the JSON that the script at `path` puts, as text, in the global `name`.
 * After a failure the script is taken out and the next call tries again.
 * @param {string} path under the site's root
 * @param {string} name
 * @returns {Promise<any>}
 */
export function loadPlain(path, name) {
  const found = asked.get(path) ?? load(path, name);
  asked.set(path, found);
  found.catch(() => asked.delete(path));
  return found;
}

/**
 * @param {string} path
 * @param {string} name
 * @returns {Promise<unknown>}
 */
async function load(path, name) {
  await loadScript(path);
  const text = Reflect.get(globalThis, name);
  if (typeof text !== 'string') throw new Error(`${path} gave no ${name}`);
  return JSON.parse(text);
}

/**
 * Run a plain script of ours; one that failed is taken out of the page.
 * @param {string} path under the site's root
 * @returns {Promise<HTMLScriptElement>} the element, after the script ran
 * @throws {Error} also where the browser says nothing for as long as PATIENCE
 */
export function loadScript(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      script.remove();
      reject(new Error(`${path} ${why}`));
    };
    const timer = setTimeout(() => fail('did not come in time'), PATIENCE);
    script.src = trusted.createScriptURL(address(path));
    script.addEventListener('load', () => {
      clearTimeout(timer);
      resolve(script);
    });
    script.addEventListener('error', () => fail('did not load'));
    document.head.append(script);
  });
}
