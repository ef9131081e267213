// The browser's draft of the dossier: IndexedDB, one record an answer. Must not hold state or know the page.

import { isRegister } from '../file/dossier-registers.js';
import { asideOf, fitting, joinAsides, sifted, sound } from '../file/dossier-sift.js';
import { storeError, StoreError, within } from './store-error.js';
import { draftNotAhead } from '../file/times-ahead.js';
import { addAsides, collect, putLots } from './transaction.js';
import { timeAfter } from '../file/times.js';

/**
 * @typedef {{choice?: string, note?: string, at: string, cleaned?: string}} Answer
 * An answer that was taken back keeps its time only, so that a later merge knows it.
 * @typedef {{choice?: string, note?: string, at: string, [part: string]: any}} Patch
 * What one change sets: parts of an answer, where '' takes a part back, or the whole value of a register.
 * @typedef {{item: string, before: Answer | null, after: Answer | null}} Change
 * @typedef {{at: string, event: string, file?: string, changes: Change[]}} HistoryEvent
 * @typedef {{here?: string, file?: string, fileName?: string, since?: string, changes: number, finished?: string}} Marks
 * here: last saved in this browser · file: last saved as a file · since, changes: first change and count after that · finished: when the traject ended
 * @typedef {object} Draft
 * @property {Map<string, Answer>} answers
 * @property {import('../file/dossier-registers.js').Registers} registers reviews, actions, members, places, settings
 * @property {HistoryEvent[]} history
 * @property {[string, unknown][]} undo registers as they stood before the last opened file, where that differed
 * @property {import('../file/dossier-sift.js').Aside[]} aside what could not be read: kept, shown, and counted nowhere
 * @property {Marks} marks
 * @property {import('../shapes/findings.js').Findings | null} findings what Python found last; in no file
 *
 * @typedef {{kind: 'answers', answers: [string, any][], marks: Marks} | {kind: 'all'} | {kind: 'wiped'}} News
 */

const LAYOUT = 4; // 2: the registers · 3: all answers of a member or a place are one · 4: longer texts, and what stands aside
/** So many records are handed to the browser at once: some milliseconds. */
const LOT = 200;
const STORES = /** @type {const} */ (['answers', 'rest', 'registers']);
const REST = /** @type {const} */ (['history', 'undo', 'aside', 'marks', 'findings']);

export class AnswerStore {
  /** @type {Promise<IDBDatabase> | null} */
  #opening = null;
  /** @type {BroadcastChannel | null} */
  #channel = null;

  /** What had a time far ahead when it was read last: nobody knows when it was given. @type {Set<string>} */
  late = new Set();

  /** Whether this page saw the database: one that is new after that was deleted under it. */
  #isKnown = false;

  /**
   * @param {string} name of the database; the same over versions
   * @param {(news: News) => void} onNews another tab wrote
   * @param {() => void} [onClosed] the browser closed the database, or another page deletes or upgrades it
   */
  constructor(name, onNews, onClosed = () => undefined) {
    this.name = name;
    this.onClosed = onClosed;
    if (typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel(this.name);
      this.#channel.onmessage = (event) => onNews(event.data);
    }
  }

  /** @returns {Promise<Draft>} everything that is kept; what does not fit is put aside first, and times far ahead are brought back */
  async read() {
    const { draft, isSound } = await this.#sift('readonly');
    return isSound ? draft : (await this.#sift('readwrite')).draft;
  }

  /**
   * Read and sift everything in one transaction; one that may write keeps it as it is given.
   * @param {IDBTransactionMode} mode
   * @returns {Promise<{draft: Draft, isSound: boolean}>} isSound: what is kept was so already
   */
  async #sift(mode) {
    const raw = { answers: new Map(), registers: new Map(), rest: new Map() };
    let { draft } = sifted(raw);
    let isSound = true;
    await this.#transact(mode, (tx) => {
      let left = STORES.length;
      STORES.forEach((name) => collect(tx.objectStore(name), raw[name], () => {
        left -= 1;
        if (left > 0) return;
        const { draft: kept, misfits } = sifted(raw);
        ({ draft, late: this.late } = draftNotAhead(kept));
        isSound = misfits.length === 0 && draft === kept;
        if (mode === 'readonly' || isSound) return;
        for (const { store, key } of misfits) if (store !== 'rest') tx.objectStore(store).delete(key);
        if (draft !== kept) for (const name of /** @type {const} */ (['answers', 'registers'])) draft[name].forEach((value, key) => tx.objectStore(name).put(value, key));
        draft.aside = joinAsides(draft.aside, misfits.map(({ aside }) => aside));
        for (const key of REST) tx.objectStore('rest').put(draft[key], key);
      }));
    });
    return { draft, isSound };
  }

  /**
   * Apply changes to what is kept now, in one transaction, so that two tabs never undo each other.
   * @param {Map<string, Patch>} patches
   * @returns {Promise<{answers: Map<string, any>, marks: Marks}>} as kept, once the browser says it is complete
   */
  async write(patches) {
    /** @type {Map<string, any>} */
    const answers = new Map();
    /** @type {Marks} */
    let marks = { changes: 0 };
    /** What another program wrote since we looked. @type {import('../file/dossier-sift.js').Aside[]} */
    const misfits = [];
    await this.#transact('readwrite', (tx) => {
      const store = tx.objectStore('answers');
      for (const [id, patch] of patches) {
        if (isRegister(id)) {
          answers.set(id, patch);
          tx.objectStore('registers').put(patch, id);
          continue;
        }
        const asked = store.get(id);
        asked.onsuccess = () => {
          const kept = asked.result === undefined ? undefined : fitting(() => sound(id, asked.result));
          if (kept === undefined && asked.result !== undefined) misfits.push(asideOf(`answers/${id}`, asked.result));
          const merged = merge(kept, patch);
          answers.set(id, merged);
          store.put(merged, id);
        };
      }
      const rest = tx.objectStore('rest');
      const asked = rest.get('marks');
      asked.onsuccess = () => {
        marks = marksAfter(asked.result, patches.size);
        rest.put(marks, 'marks');
        if (misfits.length > 0) addAsides(tx, misfits);
      };
    });
    this.#tell({ kind: 'answers', answers: [...answers], marks });
    return { answers, marks };
  }

  /**
   * Put a whole draft in the place of what is kept, in one transaction: all of it or nothing.
   * @param {Draft} draft
   * @returns {Promise<void>}
   */
  async replace(draft) {
    await this.#transact('readwrite', (tx, alive) => {
      /** @type {import('./transaction.js').Lot[]} */
      const lots = REST.map((key) => ({ name: 'rest', entries: [[key, draft[key]]] }));
      for (const name of /** @type {const} */ (['answers', 'registers'])) {
        tx.objectStore(name).clear();
        const entries = [...draft[name]];
        for (let at = 0; at < entries.length; at += LOT) lots.push({ name, entries: entries.slice(at, at + LOT) });
      }
      putLots(tx, lots, alive);
    });
    this.#tell({ kind: 'all' });
  }

  /**
   * Add to what stands aside.
   * @param {import('../file/dossier-sift.js').Aside[]} asides
   * @returns {Promise<import('../file/dossier-sift.js').Aside[]>} all of it
   */
  async putAside(asides) {
    let all = asides;
    await this.#transact('readwrite', (tx) => addAsides(tx, asides, (joined) => (all = joined)));
    return all;
  }

  /**
   * @param {Marks} marks
   * @returns {Promise<void>}
   */
  async mark(marks) {
    await this.#transact('readwrite', (tx) => void tx.objectStore('rest').put(marks, 'marks'));
    this.#tell({ kind: 'all' });
  }

  /**
   * Keep what was found, unless somebody wrote since the marks were read: it may be of a dossier that is gone.
   * @param {import('../shapes/findings.js').Findings} findings
   * @param {Marks} marks
   */
  keepFindings(findings, marks) {
    return this.#transact('readwrite', (tx) => {
      const rest = tx.objectStore('rest');
      const asked = rest.get('marks');
      asked.onsuccess = () => JSON.stringify(asked.result) === JSON.stringify(marks) && rest.put(findings, 'findings');
    });
  }

  /** Empty every store: nothing of the reader stays behind. */
  async wipe() {
    await this.#transact('readwrite', (tx) => STORES.forEach((name) => tx.objectStore(name).clear()));
    this.#tell({ kind: 'wiped' });
  }

  /** @param {News} news */
  #tell(news) {
    this.#channel?.postMessage(news);
  }

  /**
   * Run one transaction and settle only when it is complete, aborted, or silent for too long.
   * @param {IDBTransactionMode} mode
   * @param {(tx: IDBTransaction, alive: () => void) => void} work says by `alive` that the browser did some of it
   * @returns {Promise<void>}
   */
  async #transact(mode, work) {
    try {
      const db = await within(() => this.#open());
      await within((alive) => new Promise((done, fail) => {
        const tx = db.transaction(STORES, mode, { durability: 'strict' });
        tx.oncomplete = () => done(undefined);
        tx.onabort = () => fail(tx.error);
        try {
          work(tx, alive);
        } catch (cause) {
          fail(cause);
          tx.abort(); // what was asked before it would be kept: half a dossier, or an emptied store
        }
      }));
    } catch (cause) {
      // The next try starts with a new connection: the old one may be closed or belong to a deleted database.
      this.#opening?.then((db) => db.close(), () => undefined);
      this.#opening = null;
      throw storeError(cause);
    }
  }

  /** @returns {Promise<IDBDatabase>} */
  #open() {
    return (this.#opening ??= new Promise((done, fail) => {
      // Touching the name itself may throw (blocked cookies): the promise then rejects with that.
      if (!globalThis.indexedDB) throw new StoreError('absent');
      const asked = indexedDB.open(this.name, LAYOUT);
      let isNew = false;
      asked.onupgradeneeded = (event) => {
        isNew = event.oldVersion === 0;
        const missing = STORES.filter((name) => !asked.result.objectStoreNames.contains(name));
        missing.forEach((name) => asked.result.createObjectStore(name));
      };
      asked.onblocked = () => fail(new StoreError('blocked'));
      asked.onerror = () => fail(asked.error);
      asked.onsuccess = () => {
        const db = asked.result;
        const forget = () => {
          db.close();
          this.#opening = null;
          this.onClosed();
        };
        db.onversionchange = forget; // a newer tab, or a wipe by the browser, must not wait for us
        db.onclose = forget;
        const isLost = isNew && this.#isKnown;
        this.#isKnown = true;
        if (!isLost) return done(db);
        db.close();
        fail(new StoreError('lost'));
      };
    }));
  }
}

/**
 * Apply a patch: to an answer part by part, where a part set to '' goes; a register is replaced.
 * @param {Answer | undefined} answer
 * @param {Patch} patch
 * @returns {Answer}
 */
export function merge(answer, patch) {
  const { choice, note, at } = { ...answer, ...patch };
  return { ...(choice ? { choice } : {}), ...(note ? { note } : {}), at };
}

/**
 * @param {Marks | undefined} marks
 * @param {number} changes
 * @returns {Marks}
 */
export function marksAfter(marks, changes) {
  const now = timeAfter([]);
  return { ...marks, here: now, since: marks?.since ?? now, changes: (marks?.changes ?? 0) + changes };
}
