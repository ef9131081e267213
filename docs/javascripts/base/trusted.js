// The one Trusted Types policy, where the browser has them. It marks addresses and HTML of our own making only.

/**
 * @typedef {{createHTML(text: string): string, createScriptURL(url: string): string}} Policy
 * The browser's own types are opaque; to the type checker they are the strings they stand for.
 */

/** @type {Policy} */
const plain = { createHTML: (text) => text, createScriptURL: (url) => url };

/** @returns {Policy} */
function makePolicy() {
  const factory = /** @type {{createPolicy(name: string, rules: object): Policy} | undefined} */ (
    Reflect.get(globalThis, 'trustedTypes')
  );
  // createHTML is the identity: what it marks goes to an inert document only, and base/safe-html.js walks it there.
  return factory ? factory.createPolicy('fii', plain) : plain;
}

export const trusted = makePolicy();
