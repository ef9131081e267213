// The text of an opened file → a tree, within limits, in short turns. The same rules as fii_widgets/dossier/limits.py.
//
// It builds as it reads, and the first fault in the text decides. JSON.parse of the whole does not do: it passes over a
// key that stands twice, and holds the page for a quarter of a second. Must not recurse, nor know what a dossier is.

/**
 * @typedef {'size' | 'depth' | 'keys' | 'string' | 'duplicate' | 'prototype' | 'number' | 'text' | 'json' | 'quotes' | 'cut' | 'two' | 'empty'} TextCode
 * @typedef {import('../base/turns.js').Turns} Turns
 */

/** `string` is in code points: a note takes 10,000 of them · `commas`: long lists have few keys, and are as heavy. */
export const LIMITS = Object.freeze({ bytes: 4 * 1024 * 1024, depth: 20, keys: 200_000, commas: 400_000, string: 12_000 });

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const SPACE = /[ \t\n\r]*/y;
const WORD = /[-+.0-9A-Za-z]*/y;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;
const CONSTANTS = new Map(Object.entries({ true: true, false: false, null: null }));
const HALF = /[\ud800-\udfff]/u;
/** What other programs make of the straight quotes of JSON: where one should stand, and inside a text that never ended. */
const QUOTE_HERE = /['\\“”„‟«»″‘’]|&(?:quot|#34|#x22);/y;
const QUOTE_INSIDE = /[“”„‟«»″]/;

/** An opened file cannot be used; `code` says why, and nothing of it was taken over. */
export class FileError extends Error {
  /** @param {import('./dossier-file.js').FileCode} code @param {string} [where] the place in the dossier that does not fit */
  constructor(code, where = '') {
    super(`dossier file: ${code}`);
    this.name = 'FileError';
    this.code = code;
    this.where = where;
  }
}

/**
 * Read a JSON text.
 * @param {string} text
 * @param {Turns} turns
 * @returns {Promise<unknown>}
 * @throws {FileError}
 */
export async function parseText(text, turns) {
  if (text.length > LIMITS.bytes || new TextEncoder().encode(text).length > LIMITS.bytes) throw new FileError('size');
  return new Reader(text).tree(turns);
}

class Reader {
  at = 0;
  keys = 0;
  commas = 0;
  /** Containers that are not closed yet. @type {any[]} */
  open = [];
  /** Something stands in the last of them. */
  isFilled = false;
  /** The key of the value that comes next, where it stands in an object. */
  key = '';
  /** The last string. */
  last = '';

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /**
   * Say what seems to have happened to a text that is no JSON.
   * @returns {FileError}
   */
  broken() {
    if (this.open.length === 0) return new FileError(/[^ \t\n\r]/.test(this.text) ? 'json' : 'empty');
    if (this.at >= this.text.length) return new FileError('cut');
    QUOTE_HERE.lastIndex = this.at;
    return new FileError(QUOTE_HERE.test(this.text) || QUOTE_INSIDE.test(this.last) ? 'quotes' : 'json');
  }

  /** @param {Turns} turns */
  async tree(turns) {
    const root = this.value();
    while (this.open.length > 0) {
      if (turns.isOver()) await turns.next();
      const inner = this.open.at(-1);
      const isList = Array.isArray(inner);
      const character = this.character();
      if (character === (isList ? ']' : '}')) {
        this.at += 1;
        this.open.pop();
        this.isFilled = true;
        continue;
      }
      if (this.isFilled) this.comma(character);
      if (!isList) this.property(inner);
      this.value();
    }
    const after = this.character();
    if (after) throw new FileError(after === '{' ? 'two' : 'json');
    return root;
  }

  /**
   * Go to the next character that is no space.
   * @returns {string} nothing at the end of the text
   */
  character() {
    if (!(this.text.charCodeAt(this.at) > 32)) this.at = endOf(SPACE, this.text, this.at);
    return this.text.charAt(this.at);
  }

  /** @param {string} character */
  comma(character) {
    if (character !== ',') throw this.broken();
    this.at += 1;
    this.commas += 1;
    if (this.commas > LIMITS.commas) throw new FileError('keys');
  }

  /** @param {Record<string, unknown>} inner */
  property(inner) {
    if (this.character() !== '"') throw this.broken();
    this.key = this.string();
    this.keys += 1;
    if (this.keys > LIMITS.keys) throw new FileError('keys');
    if (FORBIDDEN.has(this.key)) throw new FileError('prototype');
    if (Object.hasOwn(inner, this.key)) throw new FileError('duplicate');
    if (this.character() !== ':') throw this.broken();
    this.at += 1;
  }

  /**
   * Read a value, of an object or a list its opening character only, and put it where it belongs.
   * @returns {unknown}
   */
  value() {
    const character = this.character();
    const isContainer = character === '{' || character === '[';
    const found = isContainer ? (character === '{' ? {} : []) : character === '"' ? this.string() : this.word();
    const inner = this.open.at(-1);
    if (Array.isArray(inner)) inner.push(found);
    else if (inner) inner[this.key] = found;
    this.isFilled = !isContainer;
    if (isContainer) {
      this.at += 1;
      if (this.open.push(found) > LIMITS.depth) throw new FileError('depth');
    }
    return found;
  }

  /** @returns {string} */
  string() {
    const { text } = this;
    let end = this.at + 1;
    let isPlain = true;
    for (let code = text.charCodeAt(end); code !== 34; code = text.charCodeAt(end)) {
      if (Number.isNaN(code)) {
        this.at = text.length;
        throw this.broken();
      }
      if (code === 92 /* backslash */ || code < 32) isPlain = false;
      end += code === 92 ? 2 : 1;
    }
    this.last = isPlain ? text.slice(this.at + 1, end) : this.unescaped(end + 1);
    this.at = end + 1;
    if (isLong(this.last)) throw new FileError('string');
    if (HALF.test(this.last)) throw new FileError('text');
    return this.last;
  }

  /** @param {number} end */
  unescaped(end) {
    const token = this.text.slice(this.at, end);
    try {
      return String(JSON.parse(token));
    } catch {
      this.last = token;
      throw this.broken();
    }
  }

  /**
   * Read a number, true, false or null.
   * @returns {number | boolean | null}
   */
  word() {
    const end = endOf(WORD, this.text, this.at);
    const token = this.text.slice(this.at, end);
    const constant = CONSTANTS.get(token);
    if (constant === undefined && !NUMBER.test(token)) {
      if (end === this.text.length) this.at = end;
      throw this.broken();
    }
    this.at = end;
    return constant === undefined ? number(token) : constant;
  }
}

/**
 * Take a number that Python reads as scripts do: of whole ones the small, in their one spelling.
 * @param {string} token
 * @returns {number}
 */
function number(token) {
  const found = token.length <= 17 ? Number(token) : Infinity;
  const isExact = Number.isInteger(found) ? Number.isSafeInteger(found) && String(found) === token : Number.isFinite(found);
  if (!isExact) throw new FileError('number');
  return found;
}

/**
 * @param {RegExp} sticky
 * @param {string} text
 * @param {number} at
 * @returns {number} the place after what matches there, which may be nothing
 */
function endOf(sticky, text, at) {
  sticky.lastIndex = at;
  sticky.test(text);
  return sticky.lastIndex;
}

/** @param {string} text */
function isLong(text) {
  if (text.length <= LIMITS.string) return false;
  let count = 0;
  for (const _ of text) if (++count > LIMITS.string) return true;
  return false;
}
