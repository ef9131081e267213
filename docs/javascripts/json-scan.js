// Looks over the text of an opened file before JSON.parse and Python see it. Must not build values or recurse.

/**
 * @typedef {'size' | 'depth' | 'keys' | 'string' | 'duplicate' | 'prototype' | 'number'} ScanCode
 */

export const LIMITS = Object.freeze({ bytes: 4 * 1024 * 1024, depth: 20, keys: 200_000, string: 12_000 });

const DIGIT = /[-0-9]/;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** The text breaks one of the limits; nothing of it was used. */
export class ScanError extends Error {
  /** @param {ScanCode} code */
  constructor(code) {
    super(`dossier file: ${code}`);
    this.name = 'ScanError';
    this.code = code;
  }
}

/**
 * Check size, depth, counts, string lengths, duplicate and prototype keys in one pass over the text.
 * Whether it is well-formed JSON is left to JSON.parse; on broken text this ends without an error or with a limit's.
 * @param {string} text
 * @throws {ScanError}
 */
export function scan(text) {
  if (text.length > LIMITS.bytes) throw new ScanError('size');
  /** @type {(Set<string> | null)[]} one entry an open bracket: the keys of an object so far, null for a list */
  const open = [];
  let keyCount = 0;
  let commaCount = 0;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) {
        addKey(keys, text.slice(at, end));
        keyCount += 1;
      }
      at = end;
    } else if (DIGIT.test(sign)) {
      at = endOfNumber(text, at);
    } else {
      if (sign === '{') open.push(new Set());
      if (sign === '[') open.push(null);
      if (sign === '}' || sign === ']') open.pop();
      if (sign === ',') commaCount += 1; // long lists have few keys, and are as heavy for Python
      at += 1;
    }
    if (open.length > LIMITS.depth) throw new ScanError('depth');
    if (keyCount > LIMITS.keys || commaCount > 2 * LIMITS.keys) throw new ScanError('keys');
  }
}

/**
 * @param {string} text
 * @param {number} start of the opening quote
 * @returns {number} the place after the closing quote
 */
function endOfString(text, start) {
  let at = start + 1;
  let length = 0;
  while (at < text.length && text[at] !== '"') {
    const code = text.charCodeAt(at);
    at += code === 92 /* backslash */ ? (text[at + 1] === 'u' ? 6 : 2) : 1;
    if (++length > LIMITS.string) throw new ScanError('string');
  }
  return at + 1;
}

/**
 * @param {string} text
 * @param {number} at after a string
 * @returns {boolean}
 */
function isKey(text, at) {
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return text[at] === ':';
}

/**
 * @param {Set<string>} keys
 * @param {string} quoted
 */
function addKey(keys, quoted) {
  let key = quoted.slice(1, -1);
  if (key.includes('\\')) key = unescape(quoted);
  if (FORBIDDEN.has(key)) throw new ScanError('prototype');
  if (keys.has(key)) throw new ScanError('duplicate');
  keys.add(key);
}

/**
 * "\u0061" and "a" are one key. Broken escapes stay as they are: JSON.parse refuses the file later.
 * @param {string} quoted
 * @returns {string}
 */
function unescape(quoted) {
  try {
    return JSON.parse(quoted);
  } catch {
    return quoted;
  }
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {number}
 */
function endOfNumber(text, start) {
  let at = start;
  while (at < text.length && /[-+.0-9eE]/.test(text.charAt(at))) at += 1;
  // JavaScript reads 1e999 as Infinity and rounds long whole numbers; Python does neither. No dossier needs them.
  if (at - start > 17 || !Number.isFinite(Number(text.slice(start, at)))) throw new ScanError('number');
  return at;
}
