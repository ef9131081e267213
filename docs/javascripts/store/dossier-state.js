// The page's one copy of the dossier: memory first, then the store. Must not touch the DOM or interpret an answer.

import { AnswerStore, marksAfter, merge } from './answer-store.js';
import { changes, registerChanges, undoable } from './dossier-changes.js';
import { asDossier, emptyDraft, isEmpty, mapOf, opened, put, savedAs, undone } from './dossier-draft.js';
import { isRegister } from './dossier-registers.js';
import { fullness } from './fullness.js';
import { dossier as whole, ShapeError } from './dossier-shapes.js';
import { fitting, joinAsides, sound } from './dossier-sift.js';
import { currentStore } from './dossiers.js';
import { clear, leave, left } from './unsaved.js';
import { inLots } from '../base/lots.js';
import { timeAfter } from '../base/times.js';
import { pause, Turns } from '../base/turns.js';
import { StoreError, storeError } from './store-error.js';
import { WriteQueue } from './write-queue.js';

/**
 * @typedef {import('./answer-store.js').Patch} Patch
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {import('./answer-store.js').News} News
 * @typedef {import('../file/dossier-file.js').Dossier} Dossier
 * @typedef {{id: string, code: 'shape' | 'text' | 'string' | 'room', where: string}} Refused  where: the part that does not fit; room: the file is full
 * @typedef {{ids: Set<string> | null, own: boolean}} Answered  ids: item ids and paths; null when all may have changed
 */

/** From here on every change is measured before it is taken; before it, once in a while. */
const NEARLY_FULL = 0.75;
const MEASURE = 3_000;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** Trouble that may pass while the reader does nothing: a slow disk, another tab, a full store that is cleared. */
const PASSING = new Set(['silent', 'failed', 'blocked', 'full']);

/**
 * Fires `answers` (detail: Answered) when answers or registers change, `saved` when the store kept or refused
 * something, `refused` (detail: Refused) when a value does not fit in a dossier and the one before it stays, and
 * `collect` when every form has to tell at once what is being typed.
 */
export class DossierState extends EventTarget {
  /** @type {Draft} */
  #draft = emptyDraft();
  /** The store refused a whole new dossier: the next write must bring all of it, not only what changed since. */
  #wholeIsDue = false;
  /** A whole dossier or a wipe is on its way. */
  #isReplacing = false;
  /** How often the whole was replaced: a look at the store from before that is out of date. */
  #replaced = 0;
  /** @type {import('./store-error.js').StoreError | null} */
  trouble = null;
  #pause = FIRST_PAUSE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #store = new AnswerStore(currentStore(), (news) => void this.#hear(news), () => void this.#closed());
  /** The store was closed under this page: if it is empty now, it was deleted. */
  #isSuspect = false;
  /** How full a file of this dossier was when it was last measured, from 0 to 1. */
  #full = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #measuring;
  /** When the browser's store was found gone, and everything on this page was kept again. */
  restored = '';
  #queue = new WriteQueue({ send: (patches) => this.#send(patches), ended: (tried) => this.#settle(tried ? this.#queue.trouble : this.trouble) });

  constructor() {
    super();
    /** Settled when the kept answers are in memory, or could not be had. @type {Promise<void>} */
    this.ready = this.reload().then(() => this.#takeOver());
    // A tab that slept, or a browser whose tabs cannot talk to each other, catches up when it is looked at again.
    addEventListener('pagehide', () => this.#goAway());
    addEventListener('pageshow', (event) => event.persisted && void this.reload());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.reload();
      else this.dispatchEvent(new Event('collect'));
    });
  }

  get answers() {
    return this.#draft.answers;
  }

  /** Reviews, actions, members, places and settings, by path. */
  get registers() {
    return this.#draft.registers;
  }

  get marks() {
    return this.#draft.marks;
  }

  /** The opening of a file that can be taken back, also after a reload. */
  get undoable() {
    return undoable(this.#draft);
  }

  /** How the reader calls this dossier; empty while it has no name. @returns {string} */
  get name() {
    return this.registers.get('settings/name')?.text ?? '';
  }

  /** What could not be read: it is kept, goes into the file and counts nowhere. */
  get aside() {
    return this.#draft.aside;
  }

  /** How full a file of this dossier is, from 0 to 1; measured now and then. */
  get fullness() {
    return this.#full;
  }

  /** @returns {boolean} whether a whole dossier, or a wipe, is on its way to the store */
  get isReplacing() {
    return this.#isReplacing;
  }

  /** @returns {boolean} whether everything given on this page is kept by the browser */
  get isKept() {
    return this.#queue.isIdle && !this.#isReplacing && !this.trouble;
  }

  /** Take what is kept; what was given here and is not kept yet stays on top. */
  async reload() {
    if (this.#wholeIsDue) return;
    const replaced = this.#replaced;
    try {
      const draft = await this.#store.read();
      if (replaced !== this.#replaced) return;
      if (this.#isSuspect && isEmpty(draft) && !isEmpty(this.#draft)) throw new StoreError('lost');
      this.#isSuspect = false;
      for (const [id, patch] of this.#queue.pending) put(draft, id, patch);
      const changed = new Set(changes(this.#draft.answers, draft.answers).map((change) => change.item));
      for (const [path] of registerChanges(this.#draft.registers, draft.registers)) changed.add(path);
      this.#draft = draft;
      this.#measureLater();
      if (changed.size > 0) this.#tell('answers', { ids: changed, own: false });
      this.#settle(this.#queue.isIdle ? null : this.trouble);
    } catch (error) {
      this.#settle(error);
    }
  }

  /**
   * Take one answer: in memory at once, in the store as soon as it can. Its time is always after that of the old one.
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   * @returns {boolean} false when it does not fit in a dossier; what stood there stays
   */
  change(id, parts) {
    return this.#take(id, { ...parts, at: timeAfter([this.answers.get(id)]) });
  }

  /**
   * Take a register's whole new value: a review, an action, a setting. Its time is set here, always after the old one.
   * @param {string} path
   * @param {Record<string, unknown>} value
   * @returns {boolean} false when it does not fit in a dossier; what stood there stays
   */
  put(path, value) {
    return this.#take(path, { ...value, at: timeAfter([this.registers.get(path)]) });
  }

  /**
   * @param {string} id
   * @param {Patch} patch
   * @returns {boolean}
   */
  #take(id, patch) {
    const before = mapOf(this.#draft, id).get(id);
    try {
      const value = isRegister(id) ? patch : merge(before, patch);
      this.#findRoom(id, before, sound(id, value));
    } catch (error) {
      return this.#refuse(error, id);
    }
    this.#queue.add(id, patch);
    put(this.#draft, id, patch);
    this.#measureLater();
    this.#tell('answers', { ids: new Set([id]), own: true });
    void this.keep();
    return true;
  }

  /**
   * @param {unknown} error
   * @param {string} id what was given; empty for a whole dossier
   * @returns {false}
   * @throws {unknown} what is no refusal
   */
  #refuse(error, id) {
    if (!(error instanceof ShapeError)) throw error;
    this.dispatchEvent(new CustomEvent('refused', { detail: { id, code: error.code, where: error.where } }));
    return false;
  }

  /**
   * Refuse what would make the dossier larger than a file can be; near the end it is measured at each change.
   * @param {string} id
   * @param {unknown} before
   * @param {unknown} value
   */
  #findRoom(id, before, value) {
    if (this.#full < NEARLY_FULL || JSON.stringify(value).length <= (JSON.stringify(before) ?? '').length) return;
    const next = { ...this.#draft, answers: new Map(this.#draft.answers), registers: new Map(this.#draft.registers) };
    mapOf(next, id).set(id, value);
    if (fullness(asDossier(next)) > 1) throw new ShapeError('room');
  }

  #measureLater() {
    this.#measuring ??= setTimeout(() => {
      this.#measuring = undefined;
      const before = this.#full;
      this.#full = fullness(asDossier(this.#draft));
      if (before !== this.#full && Math.max(before, this.#full) >= NEARLY_FULL) this.#tell('saved', null);
    }, MEASURE);
  }

  /**
   * Write until nothing is left unkept, or the store refuses.
   * @returns {Promise<void>}
   */
  keep() {
    return this.#queue.keep();
  }

  /** @param {Map<string, Patch>} patches */
  async #send(patches) {
    try {
      if (this.#wholeIsDue) {
        this.#draft.marks = marksAfter(this.marks, patches.size);
        await this.#store.replace(this.#draft);
        this.#wholeIsDue = false;
        return;
      }
      const { answers, marks } = await this.#store.write(patches);
      for (const [id, value] of answers) if (!this.#queue.holds(id)) mapOf(this.#draft, id).set(id, value);
      this.#draft.marks = marks;
    } catch (error) {
      throw storeError(error);
    }
  }

  /** Leave what is not kept yet to the next page: nothing that this page begins now will be finished. */
  #goAway() {
    this.dispatchEvent(new Event('collect'));
    leave(this.#store.name, this.#queue.pending);
  }

  /** Take what an earlier page left and keep it. */
  #takeOver() {
    const taken = this.#takeLeft();
    void this.keep().then(() => this.trouble ?? clear(this.#store.name, taken));
  }

  /**
   * Take what an earlier page left, unless something newer was kept.
   * @returns {Map<string, Patch>} all that was left
   */
  #takeLeft() {
    const { patches: taken, asides } = left(this.#store.name);
    if (asides.length > 0) void this.#putAside(asides);
    for (const [id, patch] of taken) {
      const kept = Date.parse(mapOf(this.#draft, id).get(id)?.at ?? '') || 0;
      if (Date.parse(patch.at) <= kept) continue;
      const newer = this.#queue.get(id);
      this.#queue.add(id, { ...patch, ...newer });
      put(this.#draft, id, { ...patch, ...newer });
    }
    return taken;
  }

  /**
   * Give the dossier as it is now, ready for a file.
   * @returns {Dossier}
   */
  dossier() {
    this.dispatchEvent(new Event('collect'));
    return asDossier(this.#draft);
  }

  /**
   * Note that the reader has a dossier as a file.
   * @param {string} fileName
   * @param {Dossier} dossier as it was when the file was asked for
   */
  async savedAsFile(fileName, dossier) {
    await this.#queue.settled();
    this.#draft = savedAs(this.#draft, fileName, dossier);
    if (this.#wholeIsDue) await this.#try(() => this.#store.replace(this.#draft)); // a mark would fit, and hide that
    else await this.#mark();
    if (!this.trouble && !this.#queue.isIdle) void this.keep();
  }

  /** Keep the marks alone. A browser that refuses them owes us no whole dossier. */
  async #mark() {
    this.#replaced += 1;
    try {
      await this.#store.mark(this.marks);
      this.#settle(null);
    } catch (error) {
      this.#settle(error);
    }
  }

  /**
   * Put an opened or merged dossier in the place of this one and remember how to go back.
   * @param {Dossier} dossier
   * @param {string} fileName
   * @param {'opened' | 'merged'} [event]
   * @param {Turns} [turns]
   * @param {() => void} [keeping] hears that it stands in memory and goes to the store: it cannot be stopped any more
   * @returns {Promise<boolean>} false when it does not fit in a dossier; nothing changed
   * @throws {import('../base/turns.js').Stopped} where it was stopped before that; nothing changed
   */
  async open(dossier, fileName, event = 'opened', turns = new Turns(), keeping = () => undefined) {
    let full = 0;
    try {
      await inLots(dossier, whole, turns); // what Python joined is judged as what comes from a file
      full = fullness(dossier);
      if (full > 1) throw new ShapeError('room');
    } catch (error) {
      return this.#refuse(error, '');
    }
    const next = async () => {
      const draft = await opened(this.#draft, dossier, fileName, event, turns);
      this.#full = full; // known before anybody is told: how full it is, is shown at once
      return draft;
    };
    await this.#replace(next, keeping);
    return true;
  }

  /** Go back to the answers from before the last opened file. */
  async undo() {
    await this.#replace(async () => undone(this.#draft));
    this.#measureLater();
  }

  /** Empty memory and store; nothing stays to go back to. */
  async wipe() {
    await this.#queue.settled();
    clear(this.#store.name);
    await this.#try(() => {
      this.#empty();
      return this.#store.wipe();
    });
  }

  /**
   * @param {() => Promise<Draft>} next made of what is here; made again when that changed meanwhile
   * @param {() => void} [keeping]
   */
  async #replace(next, keeping = () => undefined) {
    await this.#queue.settled();
    let taken = new Map();
    let isStale = true;
    const change = () => (isStale = true);
    this.addEventListener('answers', change);
    try {
      let draft = this.#draft;
      while (isStale) {
        isStale = false;
        taken = this.#takeLeft(); // it belongs to what is replaced, and would come into what takes its place
        draft = await next();
      }
      this.#draft = draft;
    } catch (error) {
      this.#takeOver();
      throw error;
    } finally {
      this.removeEventListener('answers', change);
    }
    await this.#try(async () => {
      this.#queue.clear();
      this.#tell('answers', { ids: null, own: false });
      keeping();
      await pause();
      await this.#store.replace(this.#draft);
      clear(this.#store.name, taken);
    });
  }

  #empty() {
    this.#replaced += 1;
    this.#full = 0;
    this.#queue.clear();
    this.#draft = emptyDraft();
    this.#tell('answers', { ids: null, own: false });
  }

  /**
   * Keep what an earlier page left and nobody can read.
   * @param {import('./dossier-sift.js').Aside[]} asides
   */
  async #putAside(asides) {
    try {
      this.#draft.aside = await this.#store.putAside(asides);
      this.#tell('answers', { ids: new Set(), own: false });
    } catch (error) {
      this.#draft.aside = joinAsides(this.#draft.aside, asides);
      this.#settle(error);
    }
  }

  /** The browser closed the store, or another page deletes or upgrades it: look at once what is left of it. */
  async #closed() {
    if (isEmpty(this.#draft)) return;
    this.#isSuspect = true;
    await this.reload();
  }

  /** The store is gone, and this page still has everything: it counts as not kept, and is kept anew. */
  async #restore() {
    this.#isSuspect = false;
    if (isEmpty(this.#draft)) return this.#settle(null);
    await this.#try(() => this.#store.replace(this.#draft));
    if (this.trouble) return;
    this.restored = timeAfter([]);
    this.#tell('saved', null);
    if (!this.#queue.isIdle) void this.keep();
  }

  /** @param {News} news */
  async #hear(news) {
    if (news.kind === 'wiped') {
      this.#empty();
      this.#tell('saved', null);
    } else if (news.kind === 'all') {
      await this.reload();
    } else {
      const others = news.answers.filter(([id, value]) => !this.#queue.holds(id) && fitting(() => sound(id, value)) !== undefined);
      for (const [id, value] of others) mapOf(this.#draft, id).set(id, value);
      this.#draft.marks = news.marks;
      this.#tell('answers', { ids: new Set(others.map(([id]) => id)), own: false });
      this.#tell('saved', null);
    }
  }

  /** @param {() => Promise<void>} write */
  async #try(write) {
    this.#isReplacing = true;
    this.#replaced += 1;
    try {
      await write();
      this.#wholeIsDue = this.#isReplacing = false;
      this.#settle(null);
    } catch (error) {
      this.#wholeIsDue = true;
      this.#isReplacing = false;
      this.#settle(error);
    }
  }

  /** @param {unknown} error */
  #settle(error) {
    this.trouble = error === null ? null : storeError(error);
    clearTimeout(this.#retry);
    if (this.trouble?.code === 'lost') void this.#restore();
    if (!this.trouble) this.#pause = FIRST_PAUSE;
    else if (PASSING.has(this.trouble.code)) {
      this.#retry = setTimeout(() => this.#again(), this.#pause);
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    }
    this.#tell('saved', null);
  }

  /** Bring what the store refused, or read what it did not give. */
  #again() {
    if (this.#isReplacing) return;
    if (!this.#queue.isIdle) void this.keep();
    else if (this.#wholeIsDue) void this.#try(() => this.#store.replace(this.#draft));
    else void this.reload();
  }

  /**
   * @param {'answers' | 'saved'} type
   * @param {Answered | null} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @type {DossierState | undefined} */
let state;

/**
 * Give the page's one dossier; the store is opened on the first call.
 * @returns {DossierState}
 */
export function dossierState() {
  return (state ??= new DossierState());
}
