// The shapes of a dossier: checks made of the page's one table, which Python reads too (dossier/keys/page.py). Knows no rule.

/**
 * @typedef {(value: any) => any} Shape gives the value back with its keys in the file's order, or throws ShapeError
 * @typedef {{is: string, name?: string, like?: string, empty?: boolean, most?: number, words?: unknown[], lowest?: number, highest?: number, of?: Described, paths?: [string, Described][]}} Described
 * @typedef {{key: string, of: Described, default?: unknown, optional?: boolean, brief?: boolean}} Key
 * @typedef {{longest: number, patterns: Record<string, string>, records: Record<string, Key[]>, registers: Described}} Table
 */

const DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** With this flag half a character is the only thing that matches. */
const HALF = /[\ud800-\udfff]/u;

/** A value does not fit; `where` is its place, `code` says why: its shape, half a character, too long, no room in a file. */
export class ShapeError extends Error {
  /** @param {'shape' | 'text' | 'string' | 'room'} [code] */
  constructor(code = 'shape') {
    super(`dossier: ${code}`);
    this.name = 'ShapeError';
    this.code = code;
    this.where = '';
  }

  /** @param {string} key what the value stood in */
  inside(key) {
    this.where = this.where ? `${key}/${this.where}` : key;
    return this;
  }
}

/** @type {{table: Table, records: Map<string, Shape>, parts: Map<string, Shape>, patterns: Map<string, RegExp>, registers: Shape} | undefined} */
let known;

/** The table of this page, made into checks once. */
function checks() {
  if (known) return known;
  const holder = document.querySelector('[data-fii-shapes]');
  if (!holder?.textContent) throw new Error('this page has no table of shapes');
  /** @type {Table} */
  const table = JSON.parse(holder.textContent);
  const patterns = new Map(Object.entries(table.patterns).map(([name, pattern]) => [name, whole(pattern)]));
  known = { table, records: new Map(), parts: new Map(), patterns, registers: only(() => false) };
  known.registers = made(table.registers);
  return known;
}

/** @param {string} pattern */
export function whole(pattern) {
  return new RegExp(`^(?:${pattern})$`);
}

/** @returns {Table} */
export function table() {
  return checks().table;
}

/** @param {string} name @returns {RegExp} */
function pattern(name) {
  return checks().patterns.get(name) ?? whole('(?!)');
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Accept what a test accepts.
 * @param {(value: any) => boolean} test
 * @returns {Shape}
 */
function only(test) {
  return (value) => {
    if (!test(value)) throw new ShapeError();
    return value;
  };
}

/**
 * Check a part; a refusal says in what it stood.
 * @param {string} key
 * @param {Shape} shape
 * @param {unknown} value
 */
function within(key, shape, value) {
  try {
    return shape(value);
  } catch (error) {
    throw error instanceof ShapeError ? error.inside(key) : error;
  }
}

/**
 * Whether the calendar has this day. A year of a team asks it thousands of times, and only the end of a month needs a calendar.
 * @param {string} value
 */
const isDay = (value) => DAY.test(value) && (value.slice(8) <= '28' || new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value);

/** Each kind of the table as a check. @type {Record<string, (described: any) => Shape>} */
const KINDS = {
  words: ({ most = checks().table.longest }) => (value) => {
    if (typeof value !== 'string') throw new ShapeError();
    if (HALF.test(value)) throw new ShapeError('text');
    if (value.length > most && [...value].length > most) throw new ShapeError('string');
    return value;
  },
  time: ({ empty }) => {
    const time = pattern('time');
    return only((value) => (empty && value === '') || (typeof value === 'string' && time.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value))));
  },
  code: () => made({ is: 'words' }),
  day: ({ empty }) => only((value) => (empty && value === '') || (typeof value === 'string' && isDay(value))),
  'yes-no': () => only((value) => typeof value === 'boolean'),
  'one-of': ({ words }) => only((value) => words.includes(value)),
  reference: ({ like, empty }) => {
    const ids = pattern(like);
    return only((value) => typeof value === 'string' && (value === '' ? empty : ids.test(value)));
  },
  number: ({ lowest, highest }) => only((value) => Number.isInteger(value) && value >= lowest && value <= highest),
  numbers: ({ lowest, highest }) =>
    only((value) => Array.isArray(value) && value.every((one, at) => Number.isInteger(one) && one >= lowest && one <= highest && (at === 0 || one > value[at - 1]))),
  maybe: ({ of }) => {
    const shape = made(of);
    return (value) => (value === null ? null : shape(value));
  },
  list: ({ of }) => {
    const shape = made(of);
    return (value) => {
      if (!Array.isArray(value)) throw new ShapeError();
      return Array.from(value, (one, at) => within(String(at), shape, one));
    };
  },
  'by-id': ({ like, of }) => {
    const [ids, shape] = [pattern(like), made(of)];
    return sorted((id) => (ids.test(id) ? shape : null));
  },
  'by-path': ({ paths }) => {
    /** @type {[RegExp, Shape][]} */
    const shapes = paths.map((/** @type {[string, Described]} */ [like, of]) => [whole(like), made(of)]);
    return sorted((path) => shapes.find(([like]) => like.test(path))?.[1] ?? null);
  },
  record: ({ name }) => record(name),
};

/**
 * @param {Described} described
 * @returns {Shape}
 */
function made(described) {
  const kind = KINDS[described.is];
  if (!kind) throw new Error(`the page knows no shape '${described.is}'`);
  return kind(described);
}

/**
 * Any number of values, each under its key, sorted.
 * @param {(key: string) => Shape | null} shapeOf
 * @returns {Shape}
 */
function sorted(shapeOf) {
  return (value) => {
    if (!isRecord(value)) throw new ShapeError();
    /** @type {Record<string, unknown>} */
    const found = Object.create(null); // a key may be a name that objects have by themselves
    for (const key of Object.keys(value).sort()) {
      const shape = shapeOf(key);
      if (!shape) throw new ShapeError().inside(key.slice(0, 80));
      found[key] = within(key, shape, value[key]);
    }
    return found;
  };
}

/**
 * Give the check of a record of the table: exactly its keys, in its order.
 * @param {string} name
 * @returns {Shape}
 */
function record(name) {
  const { table, records } = checks();
  const ready = records.get(name);
  if (ready) return ready;
  const keys = (table.records[name] ?? []).map((key) => ({ ...key, shape: made(key.of) }));
  const names = new Set(keys.map(({ key }) => key));
  /** @type {Shape} */
  const shape = (value) => {
    if (!isRecord(value)) throw new ShapeError();
    for (const key of Object.keys(value)) if (!names.has(key)) throw new ShapeError().inside(key.slice(0, 40));
    /** @type {Record<string, unknown>} */
    const found = {};
    for (const { key, shape: part, optional, brief, default: otherwise } of keys) {
      const given = value[key] === undefined ? otherwise : value[key];
      if (given === undefined ? optional : brief && given === otherwise) continue;
      found[key] = within(key, part, given);
    }
    return found;
  };
  records.set(name, shape);
  return shape;
}

/** @type {Shape} a whole dossier of today's schema */
export const dossier = (value) => record('dossier')(value);

/**
 * Check one part of a dossier: `answers`, `versions`, `saved` …
 * @param {string} name
 * @param {unknown} value
 * @returns {any}
 */
export function part(name, value) {
  const { table, parts } = checks();
  const shape = parts.get(name) ?? made((table.records['dossier'] ?? []).find(({ key }) => key === name)?.of ?? { is: name });
  parts.set(name, shape);
  return within(name, shape, value);
}

/** @type {Shape} a line of the history */
export const event = (value) => record('event')(value);

/**
 * Check what stands under the path of a register, or under the id of an item.
 * @param {string} path
 * @param {unknown} value
 * @returns {any}
 * @throws {ShapeError} which names the place inside the value
 */
export function register(path, value) {
  return checks().registers({ [path]: value })[path];
}

/**
 * Read as much as is understood of a file that a later handbook made: to be looked at, never to be kept.
 * @param {Record<string, unknown>} raw
 * @param {number} schema today's
 * @returns {any}
 */
export function dossierOfLater(raw, schema) {
  const start = { schema, kind: raw['kind'], edition: raw['edition'], saved: '1970-01-01T00:00:00.000Z' };
  /** @param {string} part @param {unknown} value */
  const understood = (part, value) => {
    try {
      return dossier({ ...start, [part]: value })[part];
    } catch (error) {
      if (error instanceof ShapeError) return undefined;
      throw error;
    }
  };
  const given = isRecord(raw['answers']) ? raw['answers'] : {};
  const answers = Object.entries(given).flatMap(([id, value]) => {
    const { choice, note, at } = isRecord(value) ? value : {};
    return Object.entries(understood('answers', { [id]: { choice, note, at } }) ?? {});
  });
  const [content, saved] = ['content', 'saved'].map((part) => understood(part, raw[part]));
  return { ...dossier({ ...start, answers: Object.fromEntries(answers), ...(content ? { content } : {}), ...(saved ? { saved } : {}) }), schema: raw['schema'] };
}
