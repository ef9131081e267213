// The text of an opened file → the JSON in it: a report carries one. Looks at the page as text only: never parsed, never shown.

import { FileError } from './json-scan.js';

const START = '<script type="application/json" id="fii-dossier">';
const END = '</script>';
/** "<" within JSON that a page carries. */
const LESS = '\\u003c';

/**
 * Give the JSON text that a report carries, as it was before: each "<" is one character again, so that a dossier that fits
 * in a file fits in a report too. A text that is no page is given as it is.
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
  return unescaped(inside);
}

/** @param {string} text */
function unescaped(text) {
  const [first = '', ...parts] = text.split(LESS);
  let before = first;
  return [first, ...parts.flatMap((part) => {
    const sign = endsEscaping(before) ? LESS : '<';
    before = part;
    return [sign, part];
  })].join('');
}

/** @param {string} text @returns {boolean} whether it makes a letter of a backslash that comes after it */
function endsEscaping(text) {
  let at = text.length;
  while (text[at - 1] === '\\') at -= 1;
  return (text.length - at) % 2 === 1;
}
