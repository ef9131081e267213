// How full a file of a dossier is, against what can be opened again. Pure; must not refuse or cut anything.

import { LIMITS } from '../file/json-scan.js';

/**
 * Measure a dossier against the limits of a file. Its history does not count: a file that is too large goes without.
 * @param {import('../file/dossier-file.js').Dossier} dossier
 * @returns {number} 1: just fits
 */
export function fullness(dossier) {
  const counted = { ...dossier, history: [] };
  const bytes = new Blob([JSON.stringify(counted, null, 1)]).size;
  return Math.max(bytes / LIMITS.bytes, keysOf(counted) / LIMITS.keys);
}

/** @param {unknown} value @returns {number} */
function keysOf(value) {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Object.values(value);
  return parts.reduce((sum, one) => sum + keysOf(one), Array.isArray(value) ? 0 : parts.length);
}
