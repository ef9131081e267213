// The text of an opened file → the JSON in it: a report carries one. Looks at the page as text only: never parsed, never shown.

import { FileError, LIMITS } from './json-scan.js';

const START = '<script type="application/json" id="fii-dossier">';
const END = '</script>';
/** "<" within JSON that a page carries. */
const LESS = '\\u003c';
/** A backslash of a text, as JSON writes it, and what stands for it meanwhile: no JSON holds that. */
const [BACKSLASH, MARK] = ['\\\\', '\0'];

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

/**
 * Write "<" as itself again: nowhere but where its escape is one, and not the letters of it after a backslash of a text.
 * @param {string} text
 */
function unescaped(text) {
  if (text.includes(MARK)) return text;
  const escapes = text.split(LESS).length - 1;
  if (text.length - escapes * (LESS.length - 1) > LIMITS.bytes) throw new FileError('size'); // known before the long work
  return text.replaceAll(BACKSLASH, MARK).replaceAll(LESS, '<').replaceAll(MARK, BACKSLASH);
}
