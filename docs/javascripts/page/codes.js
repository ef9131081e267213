// From a code as people say it ("5B 2") to an address. Must not know what a code stands for.

import { address, place } from '../base/place.js';
import { known } from './code-meant.js';
import { loadPlain } from '../base/plain-script.js';

/**
 * Find where a code leads.
 * @param {string} said
 * @returns {Promise<string | undefined>} an absolute address; nothing where there is no such code
 */
export async function codeAddress(said) {
  /** @type {Record<string, string>} */
  const leads = await loadPlain('javascripts/codes-list.js', 'fiiCodes');
  const code = known(said, Object.keys(leads));
  const found = code === undefined ? undefined : leads[code];
  if (found === undefined) return undefined;
  const [page = '', anchor] = found.replace(/^\.\//, '').split('#');
  return address(`${page}${place.index}${anchor ? `#${anchor}` : ''}`);
}
