// The shapes of a dossier file: each checks a value and gives it back with its keys in the file's order. Knows no rule.

/** @typedef {(value: unknown) => any} Shape */

const [ITEM_ID, RECORD_ID] = ['[A-Za-z0-9][A-Za-z0-9@._-]{0,79}', '[A-Za-z][A-Za-z0-9._-]{0,39}']; // as in the published schema; @ stands before a row
const [ITEM, RECORD] = [like(ITEM_ID), like(RECORD_ID)];
const DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** As in Python: a time that both can read, in any zone, and after which there is still a later one. */
const TIME = /^(?!000[01]|9999)\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/;
const PATH = /^[A-Za-z0-9][A-Za-z0-9@./_-]{0,200}$/;

/**
 * @param {...string} parts patterns
 * @returns {RegExp} of the whole path
 */
function like(...parts) {
  return new RegExp(`^${parts.join('/')}$`);
}

/** The file is JSON, and no dossier. */
export class ShapeError extends Error {
  constructor() {
    super('dossier file: shape');
    this.name = 'ShapeError';
  }
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
 * Exactly these keys, in this order; what has a default may be missing.
 * @param {Record<string, Shape>} shapes
 * @param {Record<string, unknown>} [defaults]
 * @returns {Shape}
 */
function keys(shapes, defaults = {}) {
  return (value) => {
    if (!isRecord(value) || Object.keys(value).some((key) => !Object.hasOwn(shapes, key))) throw new ShapeError();
    const entries = Object.entries(shapes).map(([key, shape]) => [key, shape(value[key] === undefined ? defaults[key] : value[key])]);
    return Object.fromEntries(entries);
  };
}

/**
 * @param {RegExp} id
 * @param {Shape} shape
 * @returns {Shape} of an object by id, sorted
 */
function byId(id, shape) {
  return (value) => {
    if (!isRecord(value)) throw new ShapeError();
    /** @type {Record<string, unknown>} */
    const sorted = Object.create(null); // an id may be a name that objects have by themselves
    for (const key of Object.keys(value).sort()) {
      if (!id.test(key)) throw new ShapeError();
      sorted[key] = shape(value[key]);
    }
    return sorted;
  };
}

/**
 * @param {Shape} shape
 * @returns {Shape}
 */
function list(shape) {
  return (value) => {
    if (!Array.isArray(value)) throw new ShapeError();
    return value.map((one) => shape(one));
  };
}

/**
 * @param {Shape} shape
 * @returns {Shape}
 */
function orNull(shape) {
  return (value) => (value === null ? null : shape(value));
}

const words = only((value) => typeof value === 'string');
const yesNo = only((value) => typeof value === 'boolean');
/**
 * Whether the calendar has this day. A year of a team asks it thousands of times, and only the end of a month needs a calendar.
 * @param {string} value
 */
const isDay = (value) => DAY.test(value) && (value.slice(8) <= '28' || new Date(`${value}T00:00Z`).toJSON()?.slice(0, 10) === value);
const day = only((value) => typeof value === 'string' && isDay(value));
const time = only((value) => typeof value === 'string' && TIME.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)));
const dayOrNone = only((value) => value === '' || day(value));
/** @param {RegExp} id */
const reference = (id) => only((value) => value === '' || (typeof value === 'string' && id.test(value)));
/** @param {...string} names */
const oneOf = (...names) => only((value) => names.includes(value));
const phases = only((value) => Array.isArray(value) && value.every((one, at) => Number.isInteger(one) && one >= 1 && one <= 6 && (at === 0 || one > value[at - 1])));

const note = keys({ at: time, text: words }, { text: '' });
/** @param {...string} allowed */
const chosen = (...allowed) => keys({ at: time, text: oneOf(...allowed) });
const rhythm = chosen('2-wekelijks', 'maandelijks', '3-maandelijks');
const team = chosen('open', 'gesloten');

/** @type {Shape} An answer has only the parts that were given. */
export const answer = (value) => {
  const { choice, note: written, at } = keys({ choice: words, note: words, at: time }, { choice: '', note: '' })(value);
  return { ...(choice ? { choice } : {}), ...(written ? { note: written } : {}), at };
};

const answers = byId(ITEM, answer);

const review = keys(
  {
    at: time,
    date: day,
    next: dayOrNone,
    phases,
    state: oneOf('open', 'closed'),
    present: list(words),
    agenda: words,
    lights: byId(ITEM, words),
    notes: byId(ITEM, note),
    decisions: byId(RECORD, note),
    corrections: byId(RECORD, note),
  },
  { next: '', phases: [], present: [], agenda: '', lights: {}, notes: {}, decisions: {}, corrections: {} },
);

const action = keys(
  {
    at: time,
    text: words,
    item: reference(ITEM),
    review: reference(RECORD),
    owner: words,
    due: dayOrNone,
    state: oneOf('open', 'bezig', 'klaar', 'vervallen'),
  },
  { item: '', review: '', owner: '', due: '' },
);

const member = keys(
  { at: time, label: words, role: words, side: oneOf('gevend', 'ontvangend', 'overig'), gone: yesNo, answers },
  { label: '', role: '', side: 'overig', gone: false, answers: {} },
);

const ownPlace = keys({ at: time, label: words, gone: yesNo, answers }, { label: '', gone: false, answers: {} });

const change = keys({ item: only((value) => typeof value === 'string' && ITEM.test(value)), before: orNull(answer), after: orNull(answer) });

/** @type {Shape} */
const event = (value) => {
  if (!isRecord(value)) throw new ShapeError();
  const { file, ...rest } = value;
  const { at, event: what, changes } = keys({ at: time, event: oneOf('opened', 'undone', 'wiped', 'merged'), changes: list(change) })(rest);
  return { at, event: what, ...(file === undefined ? {} : { file: words(file) }), changes };
};

/** What can have lost in a merge, by its path; without the parts that have paths of their own. @type {[RegExp, Shape][]} */
const LOST = [
  [ITEM, answer],
  [like('settings', 'name'), note],
  [like('settings', 'rhythm'), rhythm],
  [like('settings', 'team'), team],
  [like('actions', RECORD_ID), action],
  [like('reviews', RECORD_ID), (value) => without(review(value), 'notes', 'decisions', 'corrections')],
  [like('reviews', RECORD_ID, 'notes', ITEM_ID), note],
  [like('reviews', RECORD_ID, '(decisions|corrections)', RECORD_ID), note],
  [like('members', RECORD_ID), (value) => without(member(value), 'answers')],
  [like('places', RECORD_ID), (value) => without(ownPlace(value), 'answers')],
  [like('(members|places)', RECORD_ID, ITEM_ID), answer],
];

/** @type {Shape} Python's answer has its keys in another order than the file: what comes from there is put in order too. */
const versions = (value) => {
  const found = byId(PATH, list(only(isRecord)))(value);
  for (const path of Object.keys(found)) {
    const shape = LOST.find(([at]) => at.test(path))?.[1];
    if (!shape) throw new ShapeError();
    found[path] = list(shape)(found[path]);
  }
  return found;
};

/**
 * @param {Record<string, unknown>} record
 * @param {...string} names
 */
function without(record, ...names) {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** What stands in a file of schema 2 behind `edition`, in its order. */
const PARTS = {
  content: words,
  saved: time,
  name: orNull(note),
  rhythm: orNull(rhythm),
  team: orNull(team),
  member: reference(RECORD),
  answers,
  reviews: byId(RECORD, review),
  actions: byId(RECORD, action),
  members: byId(RECORD, member),
  places: byId(RECORD, ownPlace),
  versions,
  history: list(event),
};

const NOTHING = {
  content: '', name: null, rhythm: null, team: null, member: '', answers: {}, reviews: {}, actions: {}, members: {},
  places: {}, versions: {}, history: [],
};

/** @type {Shape} a whole dossier of schema 2 */
export const dossier = keys({ schema: only((value) => value === 2), kind: words, edition: words, ...PARTS }, NOTHING);

/** @type {Shape} what an older schema 1 holds; it never held an action */
export const dossier1 = keys(
  { schema: only((value) => value === 1), kind: words, edition: words, content: words, saved: time, answers, history: list(event), actions: list(only(() => false)) },
  { content: '', answers: {}, history: [], actions: [] },
);

/**
 * Read as much as is understood of a file that a later handbook made: to be looked at, never to be kept.
 * @param {Record<string, unknown>} raw
 * @returns {any}
 */
export function dossierOfLater(raw) {
  /** @param {unknown} value @param {Shape} shape @param {unknown} otherwise */
  const known = (value, shape, otherwise) => {
    try {
      return shape(value);
    } catch (error) {
      if (error instanceof ShapeError) return otherwise;
      throw error;
    }
  };
  const { saved, answers: given } = raw;
  const entries = Object.entries(isRecord(given) ? given : {}).flatMap(([id, value]) => {
    const { choice, note: written, at } = isRecord(value) ? value : {};
    const part = ITEM.test(id) ? known({ choice, note: written, at }, answer, null) : null;
    return part ? [[id, part]] : [];
  });
  return { ...NOTHING, schema: raw['schema'], kind: raw['kind'], edition: raw['edition'], content: known(raw['content'], words, ''), saved: known(saved, time, '1970-01-01T00:00:00.000Z'), answers: answers(Object.fromEntries(entries)) };
}
