// Where this page stands: site root, edition, version, http or file. First in the flow; must not touch the DOM beyond <meta>.

/**
 * Read one of the template's meta elements.
 * @param {string} name
 * @param {string} otherwise used where the template did not print it
 * @returns {string}
 */
function meta(name, otherwise) {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') || otherwise;
}

/** What is published under the name of its content: the name in our sources → that name. */
const files = new Map(meta('fii-files', '').split(' ').map((pair) => /** @type {[string, string]} */ (pair.split('='))));
const relative = meta('fii-root', '.');

const root = relative.endsWith('/') ? relative : `${relative}/`;
const index = location.protocol === 'file:' ? 'index.html' : '';

export const place = Object.freeze({
  /** Relative path to the root with a slash at its end ("../../"). */
  root,
  /** Names the browser's store; the same over versions. */
  edition: meta('fii-edition', 'handboek-fii'),
  version: meta('fii-version', '0.0.0'),
  /** Decided at run time, the same in every browser: on file:// only /dossier/ stores answers. */
  isFile: location.protocol === 'file:',
  /** What a directory address needs behind it to open from a folder. */
  index,
  /** What Python puts before and behind its links. */
  links: Object.freeze({ root, index }),
});

/**
 * Give the absolute address of a path under the site's root.
 * @param {string} path
 * @returns {string}
 */
export function address(path) {
  return new URL(place.root + (files.get(path) ?? path), document.baseURI).href;
}

/**
 * Undo what a browser, and mail and chat programs, do to a part of an address.
 * @param {string} text
 * @returns {string} as it stands where it is not well encoded: then nothing has that name
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @returns {string} what the address of this page names in it */
export function addressed() {
  return decoded(location.hash.slice(1));
}

/** @returns {boolean} whether links can lead into this folder only: its build named no address on the web */
export function isForThisFolder() {
  return publicAddress() === '';
}

/**
 * Give the address of the handbook for others than this reader: where it is read online, or, in a folder, the address
 * on the web that its build named.
 * @returns {string} ending in a slash; empty in a folder whose build named none
 */
export function publicAddress() {
  if (!place.isFile) return address('');
  const named = meta('fii-site', '');
  return named && !named.endsWith('/') ? `${named}/` : named;
}
