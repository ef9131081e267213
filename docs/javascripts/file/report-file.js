// The text of an opened file → the JSON in it: a report carries one. Looks at the page as text only: never parsed, never shown.

import { FileError } from './json-scan.js';

const START = '<script type="application/json" id="fii-dossier">';
const END = '</script>';

/**
 * Give the JSON text that a report carries; a text that is no page as it is.
 * @param {string} text of an opened file
 * @returns {string}
 * @throws {FileError} for a page that carries none, or more than one
 */
export function carried(text) {
  if (!/^[ \t\r\n]*</.test(text)) return text;
  const start = text.indexOf(START);
  const end = text.indexOf(END, start);
  const inside = text.slice(start + START.length, end);
  if (start < 0 || end < 0 || inside.includes('<') || text.includes(START, end)) throw new FileError('page');
  return inside;
}
