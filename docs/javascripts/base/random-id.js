// Signs by chance, for ids that nobody else has. Must not know what they are for.

/**
 * @param {number} count
 * @returns {string} small letters and digits
 */
export function byChance(count) {
  return [...crypto.getRandomValues(new Uint8Array(count))].map((sign) => (sign % 36).toString(36)).join('');
}
