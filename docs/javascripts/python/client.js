// The page's side of Python: one worker on first need, one request at a time. Must hold no state of the reader's.

import { place } from '../base/place.js';
import { partAsset, startWorker } from './start.js';
import { say } from '../base/words.js';

/**
 * @typedef {import('./core.js').FromWorker} FromWorker
 * @typedef {'off' | 'missing' | 'slow' | 'broken' | 'folder'} PythonCode
 * off: no WebAssembly here · missing: no runtime · slow: no answer in time · broken: it fell over ·
 * folder: it does not start from a folder in this browser
 * @typedef {{op: string, [name: string]: unknown}} Request
 * @typedef {{ok: boolean, html?: string, message?: string, remarks?: string[], [name: string]: unknown}} Reply
 * @typedef {{worker: Worker, parts: Set<string>, knows: Set<number>, hear: (message: FromWorker) => void,
 *   fail: (error: PythonError) => void}} Running  knows: the numbers of the instruments that this worker has
 * @typedef {{text: string, instruments: unknown[], instrument: unknown}} Asked  a request as it was asked; its instruments apart
 */

/**
 * How long to wait, in milliseconds: for a first sign of a worker that came with its script, for the next sign of a start,
 * for a sign of life, for an answer.
 */
const PATIENCE = { first: 10_000, start: 60_000, taken: 4_000, reply: 10_000 };

/** Python gave no answer; the reader's answers have nothing to do with it and are where they were. */
export class PythonError extends Error {
  /**
   * @param {PythonCode} code
   * @param {string} [detail]
   */
  constructor(code, detail = '') {
    super(`python: ${code} ${detail}`.trim());
    this.name = 'PythonError';
    this.code = code;
  }
}

/** Fires `progress` (detail: the step) while Python starts. */
export class PythonClient extends EventTarget {
  /** @type {Promise<Running> | null} */
  #running = null;
  /** What a reader waits for goes before what the page brings up to date by itself. @type {Record<'asked' | 'later', (() => Promise<void>)[]>} */
  #waiting = { asked: [], later: [] };
  #isBusy = false;
  #count = 0;
  /** The text of an instrument goes to a worker once, and its number after that. @type {Map<unknown, number>} */
  #numbers = new Map();

  /** Whether this browser can run it at all (off: hardened browsers, iOS lockdown). */
  get isPossible() {
    return typeof WebAssembly === 'object' && typeof Worker === 'function';
  }

  /** Whether it was started: a question costs no start. */
  get isRunning() {
    return this.#running !== null;
  }

  /**
   * Start Python ahead of the first request; failures show with that request.
   */
  warm() {
    if (this.isPossible) this.#start().catch(() => undefined);
  }

  /**
   * Ask Python; a worker that fell over or was killed is replaced once and asked again.
   * @param {Request} request
   * @param {string} [part] a part of the runtime that this request needs and others do not
   * @param {'asked' | 'later'} [turn] later: nobody waits for it, such as a summary that is made anew
   * @returns {Promise<Reply>}
   * @throws {PythonError}
   */
  ask(request, part = '', turn = 'asked') {
    const { instruments, instrument, dossier, ...others } = request;
    // a whole dossier goes as text: Python knows again what it read for the question before
    const isWhole = typeof dossier === 'object' && dossier !== null && 'kind' in dossier;
    if (dossier !== undefined) others['dossier'] = isWhole ? JSON.stringify(dossier) : dossier;
    const asked = { text: JSON.stringify(others), instruments: Array.isArray(instruments) ? instruments : [], instrument };
    return new Promise((done, fail) => {
      this.#waiting[turn].push(() => this.#askTwice(asked, part).then((reply) => JSON.parse(reply)).then(done, fail));
      void this.#work();
    });
  }

  async #work() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next; (next = this.#waiting.asked.shift() ?? this.#waiting.later.shift()); ) await next();
    this.#isBusy = false;
  }

  /**
   * @param {Asked} asked
   * @param {string} part
   * @returns {Promise<string>}
   */
  async #askTwice(asked, part) {
    if (!this.isPossible) throw new PythonError('off');
    await this.#start(); // a start that failed now will fail again: no second try for that
    try {
      return await this.#askOnce(asked, part);
    } catch {
      return await this.#askOnce(asked, part);
    }
  }

  /**
   * @param {Asked} asked
   * @param {string} part
   * @returns {Promise<string>}
   */
  async #askOnce(asked, part) {
    const running = await this.#start();
    if (part && !running.parts.has(part)) {
      const asset = await partAsset(part).catch((error) => {
        throw new PythonError('missing', String(error));
      });
      await this.#exchange(running, { part, asset });
      running.parts.add(part);
    }
    return this.#exchange(running, { text: this.#written(running, asked) });
  }

  /**
   * Write a request for a worker: an instrument that it has by its number, another by [number, text] (calls/given.py).
   * @param {Running} running
   * @param {Asked} asked
   * @returns {string}
   */
  #written(running, { text, instruments, instrument }) {
    const told = (/** @type {unknown} */ source) => {
      const number = this.#numbers.get(source) ?? this.#numbers.size;
      this.#numbers.set(source, number);
      if (running.knows.has(number)) return number;
      running.knows.add(number);
      return [number, source];
    };
    const more = { ...(instruments.length > 0 ? { instruments: instruments.map(told) } : {}), ...(instrument === undefined ? {} : { instrument: told(instrument) }) };
    return `${text.slice(0, -1)},"sources":${JSON.stringify(more)}}`;
  }

  /**
   * Send the worker one message and wait for its reply.
   * @param {Running} running
   * @param {{text: string} | {part: string, asset: [string, string] | undefined}} message
   * @returns {Promise<string>}
   */
  #exchange(running, message) {
    const id = ++this.#count;
    return new Promise((done, fail) => {
      let timer = setTimeout(() => this.#drop(running, new PythonError('broken', 'no sign of life')), PATIENCE.taken);
      running.fail = (error) => {
        clearTimeout(timer);
        fail(error);
      };
      running.hear = (message) => {
        if (message.kind === 'taken' && message.id === id) {
          clearTimeout(timer);
          timer = setTimeout(() => this.#drop(running, new PythonError('slow', 'no answer')), PATIENCE.reply);
        } else if (message.kind === 'reply' && message.id === id) {
          clearTimeout(timer);
          done(message.text);
        }
      };
      running.worker.postMessage({ id, ...message });
    });
  }

  /** @returns {Promise<Running>} */
  #start() {
    return (this.#running ??= this.#boot().catch((error) => {
      this.#running = null;
      throw error;
    }));
  }

  /**
   * Start a worker and wait for its `ready`. Every way to fail ends here, with a code: the files that do not come
   * (`loadScript` has its own time), a browser that refuses, a worker that says it fell over, and one that says nothing.
   * @returns {Promise<Running>}
   */
  async #boot() {
    this.#tellStep('archive');
    const worker = await startWorker().catch((error) => {
      throw startError(fault(String(error)));
    });
    return new Promise((done, fail) => {
      /** @type {Running} */
      const running = { worker, parts: new Set(), knows: new Set(), hear: () => undefined, fail };
      const wait = (/** @type {number} */ patience) => setTimeout(() => this.#drop(running, new PythonError('slow', 'start')), patience);
      let timer = wait(place.isFile ? PATIENCE.first : PATIENCE.start);
      running.fail = (error) => {
        clearTimeout(timer);
        fail(startError(error));
      };
      running.hear = (message) => {
        clearTimeout(timer);
        if (message.kind === 'ready') done(running);
        else timer = wait(PATIENCE.start);
      };
      worker.onmessage = ({ data }) => this.#hear(running, data);
      worker.onmessageerror = () => this.#drop(running, new PythonError('broken', 'a message that cannot be read'));
      worker.onerror = (event) => {
        event.preventDefault();
        this.#drop(running, new PythonError('broken', event.message));
      };
    });
  }

  /** @param {string} step */
  #tellStep(step) {
    this.dispatchEvent(new CustomEvent('progress', { detail: step }));
  }

  /**
   * @param {Running} running
   * @param {FromWorker} message
   */
  #hear(running, message) {
    if (message.kind === 'progress') this.#tellStep(message.step);
    if (message.kind === 'fatal') {
      this.#drop(running, fault(message.detail));
    } else {
      running.hear(message);
    }
  }

  /**
   * Throw a worker away; the next request starts a new one.
   * @param {Running} running
   * @param {PythonError} error
   */
  #drop(running, error) {
    running.worker.terminate();
    this.#running = null;
    running.fail(error);
  }
}

/**
 * @param {unknown} error
 * @returns {boolean} whether there is no Python here at all
 */
export function isAbsent(error) {
  return error instanceof PythonError && ['off', 'missing', 'folder'].includes(error.code);
}

/**
 * Say why Python gave no answer.
 * @param {unknown} error
 * @returns {string}
 */
export function whyNoAnswer(error) {
  return say(`python.${error instanceof PythonError ? error.code : 'broken'}`);
}

/**
 * @param {string} detail what a worker or its start said
 * @returns {PythonError}
 */
function fault(detail) {
  return new PythonError(detail.includes('no runtime here') ? 'missing' : 'broken', detail);
}

/**
 * Judge a start that failed. In a folder it is the browser that does not do this, unless the folder is not whole:
 * another try would not help the reader, and there is another road.
 * @param {PythonError} error
 * @returns {PythonError}
 */
function startError(error) {
  return place.isFile && error.code !== 'missing' ? new PythonError('folder', error.message) : error;
}

/** @type {PythonClient | undefined} */
let client;

/**
 * Give the page's one client; nothing starts before the first request or `warm`.
 * @returns {PythonClient}
 */
export function python() {
  return (client ??= new PythonClient());
}
