// Random characters, for ids that nobody else has. Must not know what they are for.

/**
 * @param {number} count
 * @returns {string} small letters and digits
 */
export function randomId(count) {
  return [...crypto.getRandomValues(new Uint8Array(count))].map((character) => (character % 36).toString(36)).join('');
}
