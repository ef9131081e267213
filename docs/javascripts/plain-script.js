// Loads a list that the build wrote as a plain script with one call; a folder on a disk answers no fetch.
// Must not know what is in it.

import { address } from './place.js';
import { trusted } from './trusted.js';

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
function load(path, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted.createScriptURL(address(path));
    script.addEventListener('load', () => {
      const text = Reflect.get(globalThis, name);
      if (typeof text === 'string') resolve(JSON.parse(text));
      else reject(new Error(`${path} gave no ${name}`));
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${path} did not load`));
    });
    document.head.append(script);
  });
}
