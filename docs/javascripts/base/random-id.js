// Ids that nobody else has, of random characters. Must not know what they are for.

/**
 * @param {number} count
 * @returns {string} small letters and digits
 */
export function randomId(count) {
  return [...crypto.getRandomValues(new Uint8Array(count))].map((character) => (character % 36).toString(36)).join('');
}

/**
 * Make an id for a new record: r-mi8f2k0qab12. First the moment, since a store and a file keep records in the order of
 * their ids; then four random characters, for two people at one moment.
 * @param {string} kind one letter
 * @returns {string}
 */
export function newId(kind) {
  return `${kind}-${Date.now().toString(36)}${randomId(4)}`;
}
