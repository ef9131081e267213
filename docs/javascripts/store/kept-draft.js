// The dossier in memory and in the browser's store: memory first, then the store, and back after any trouble.
// Must not judge what is given, read a file or touch the DOM.

import { AnswerStore, marksAfter } from './answer-store.js';
import { changes, registerChanges } from './dossier-changes.js';
import { emptyDraft, isEmpty, isNews, mapOf, put, savedAs } from './dossier-draft.js';
import { fitting, joinAsides, sound } from '../file/dossier-sift.js';
import { currentStore } from './dossiers.js';
import { Meanwhile } from './meanwhile.js';
import { Retry } from './retry.js';
import { clear, leave, left } from './unsaved.js';
import { timeAfter } from '../file/times.js';
import { pause } from '../base/turns.js';
import { StoreError, storeError } from './store-error.js';
import { patchNotAhead } from '../file/times-ahead.js';
import { WriteQueue } from './write-queue.js';

/**
 * @typedef {import('./answer-store.js').Patch} Patch
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {{ids: Set<string> | null, own: boolean}} Answered  ids: item ids and paths; null when all may have changed
 */

/** Fires `answers` (detail: Answered) when something changes, `saved` when the store kept or refused it, `given` with a file or paper. */
export class KeptDraft extends EventTarget {
  /** @type {Draft} @protected */
  draft = emptyDraft();
  /** The store refused a whole new dossier: the next write must bring all of it, not only what changed since. */
  #wholeIsDue = false;
  /** A whole dossier or a wipe is on its way to the store. */
  isReplacing = false;
  /** How often the whole was replaced: a look at the store from before that is out of date. */
  #replaced = 0;
  /** @type {StoreError | null} */
  trouble = null;
  #retry = new Retry(() => this.#again());
  /** @protected */ store = new AnswerStore(currentStore, (news) => void this.#hear(news), () => void this.#closed());
  /** The store was closed under this page: if it is empty now, it was deleted. */
  #isSuspect = false;
  /** When the browser's store was found gone, and everything on this page was kept again. */
  restored = '';
  #queue = new WriteQueue({ send: (patches) => this.#send(patches), ended: (tried) => this.#settle(tried ? this.#queue.trouble : this.trouble) });

  constructor() {
    super();
    /** Settled when the kept answers are in memory, or could not be had. @type {Promise<void>} */
    this.ready = this.reload().then(() => this.#takeOver());
  }

  get marks() {
    return this.draft.marks;
  }

  /** @returns {boolean} whether everything given on this page is kept by the browser */
  get isKept() {
    return this.#queue.isIdle && !this.isReplacing && !this.trouble;
  }

  /** Take what is kept; what was given here and is not kept yet stays on top. */
  async reload() {
    if (this.#wholeIsDue) return;
    const replaced = this.#replaced;
    try {
      const draft = await this.store.read();
      if (replaced !== this.#replaced) return;
      if (this.#isSuspect && isEmpty(draft) && !isEmpty(this.draft)) throw new StoreError('lost');
      this.#isSuspect = false;
      for (const [id, patch] of this.#queue.pending) put(draft, id, patch);
      const changed = new Set(changes(this.draft.answers, draft.answers).map((change) => change.item));
      for (const [path] of registerChanges(this.draft.registers, draft.registers)) changed.add(path);
      this.draft = draft;
      if (changed.size > 0) this.tell('answers', { ids: changed, own: false });
      this.#settle(this.#queue.isIdle ? null : this.trouble);
    } catch (error) {
      this.#settle(error);
    }
  }

  /**
   * Take a change that fits: in memory at once, in the store as soon as it can.
   * @param {string} id of an item, or the path of a register
   * @param {Patch} patch
   * @protected
   */
  add(id, patch) {
    this.#queue.add(id, patch);
    put(this.draft, id, patch);
    this.tell('answers', { ids: new Set([id]), own: true });
    void this.keep();
  }

  /** Write until nothing is left unkept, or the store refuses. @returns {Promise<void>} */
  keep() {
    return this.#queue.keep();
  }

  /** @param {Map<string, Patch>} patches */
  async #send(patches) {
    if (this.#wholeIsDue) {
      this.draft.marks = marksAfter(this.marks, patches.size);
      await this.store.replace(this.draft);
      this.#wholeIsDue = false;
      return;
    }
    const { answers, marks } = await this.store.write(patches);
    for (const [id, value] of answers) if (!this.#queue.holds(id)) mapOf(this.draft, id).set(id, value);
    this.draft.marks = marks;
  }

  /** Leave what is not kept yet to the next page: nothing that this page begins now will be finished. @protected */
  leaveBehind() {
    leave(this.store.name, this.#queue.pending);
  }

  /** Take what an earlier page left and keep it. */
  #takeOver() {
    const taken = this.#takeLeft();
    void this.keep().then(() => this.trouble ?? clear(this.store.name, taken));
  }

  /**
   * Take what an earlier page left, unless it was kept, or something newer.
   * @returns {Map<string, Patch>} all that was left
   */
  #takeLeft() {
    const { patches: taken, asides } = left(this.store.name);
    if (asides.length > 0) void this.#putAside(asides);
    for (const [id, given] of taken) {
      const patch = patchNotAhead(id, given);
      if (!this.store.late.has(id) && !isNews(this.draft, id, patch)) continue;
      const newer = this.#queue.get(id);
      this.#queue.add(id, { ...patch, ...newer });
      put(this.draft, id, { ...patch, ...newer });
    }
    return taken;
  }

  /**
   * Note that the reader has a dossier as a file.
   * @param {string} fileName
   * @param {import('../file/dossier-file.js').Dossier} dossier as it was when the file was asked for
   */
  async savedAsFile(fileName, dossier) {
    await this.#queue.settled();
    this.draft = savedAs(this.draft, fileName, dossier);
    if (this.#wholeIsDue) await this.#try(() => this.store.replace(this.draft)); // a mark would fit, and hide that
    else await this.mark();
    if (!this.trouble && !this.#queue.isIdle) void this.keep();
    this.dispatchEvent(new Event('given'));
  }

  /** Keep the marks alone. A browser that refuses them owes us no whole dossier. @protected */
  async mark() {
    this.#replaced += 1;
    try {
      await this.store.mark(this.marks);
      this.#settle(null);
    } catch (error) {
      this.#settle(error);
    }
  }

  /** Empty memory and store; nothing stays to go back to. */
  async wipe() {
    await this.#queue.settled();
    clear(this.store.name);
    await this.#try(() => {
      this.#empty();
      return this.store.wipe();
    });
  }

  /**
   * Put another draft in the place of this one. What the reader gives while it is made, stays.
   * @param {() => Promise<Draft>} next made of what is here; made again when that changed meanwhile
   * @param {() => void} [keeping] hears that it stands in memory and goes to the store: it cannot be stopped any more
   * @param {Meanwhile} [meanwhile] listens since the reader asked for it
   * @throws what `next` throws; nothing changed
   * @protected
   */
  async replace(next, keeping = () => undefined, meanwhile = new Meanwhile(this)) {
    let taken = new Map();
    try {
      let draft = this.draft;
      while (meanwhile.isStale) {
        meanwhile.isStale = false;
        await this.#queue.settled(); // what is on its way would end in what takes its place
        taken = this.#takeLeft(); // it belongs to what is replaced, and would come into what takes its place
        draft = await next();
      }
      meanwhile.bring(this.draft, draft);
      this.draft = draft;
    } catch (error) {
      this.#takeOver();
      throw error;
    } finally {
      meanwhile.end();
    }
    await this.#try(async () => {
      this.#queue.clear();
      this.tell('answers', { ids: null, own: false });
      keeping();
      await pause();
      await this.store.replace(this.draft);
      clear(this.store.name, taken);
    });
  }

  #empty() {
    this.#replaced += 1;
    this.#queue.clear();
    this.draft = emptyDraft();
    this.tell('answers', { ids: null, own: false });
  }

  /** Keep what an earlier page left and nobody can read. @param {import('../file/dossier-sift.js').Aside[]} asides */
  async #putAside(asides) {
    try {
      this.draft.aside = await this.store.putAside(asides);
      this.tell('answers', { ids: new Set(), own: false });
    } catch (error) {
      this.draft.aside = joinAsides(this.draft.aside, asides);
      this.#settle(error);
    }
  }

  /** The browser closed the store, or another page deletes or upgrades it: look at once what is left of it. */
  async #closed() {
    if (isEmpty(this.draft)) return;
    this.#isSuspect = true;
    await this.reload();
  }

  /** The store is gone, and this page still has everything: it counts as not kept, and is kept anew. */
  async #restore() {
    this.#isSuspect = false;
    if (isEmpty(this.draft)) return this.#settle(null);
    await this.#try(() => this.store.replace(this.draft));
    if (this.trouble) return;
    this.restored = timeAfter([]);
    this.tell('saved', null);
    if (!this.#queue.isIdle) void this.keep();
  }

  /** @param {import('./answer-store.js').News} news */
  async #hear(news) {
    if (news.kind === 'wiped') {
      this.#empty();
      this.tell('saved', null);
    } else if (news.kind === 'all') {
      await this.reload();
    } else {
      const others = news.answers.filter(([id, value]) => !this.#queue.holds(id) && fitting(() => sound(id, value)) !== undefined);
      for (const [id, value] of others) mapOf(this.draft, id).set(id, value);
      this.draft.marks = news.marks;
      this.tell('answers', { ids: new Set(others.map(([id]) => id)), own: false });
      this.tell('saved', null);
    }
  }

  /** @param {() => Promise<void>} write */
  async #try(write) {
    this.isReplacing = true;
    this.#replaced += 1;
    try {
      await write();
      this.#wholeIsDue = this.isReplacing = false;
      this.#settle(null);
    } catch (error) {
      this.#wholeIsDue = true;
      this.isReplacing = false;
      this.#settle(error);
    }
  }

  /** @param {unknown} error */
  #settle(error) {
    this.trouble = error === null ? null : storeError(error);
    if (this.trouble?.code === 'lost') void this.#restore();
    this.#retry.after(this.trouble);
    this.tell('saved', null);
  }

  /** Bring what the store refused, or read what it did not give. */
  #again() {
    if (this.isReplacing) return;
    if (!this.#queue.isIdle) void this.keep();
    else if (this.#wholeIsDue) void this.#try(() => this.store.replace(this.draft));
    else void this.reload();
  }

  /**
   * @param {'answers' | 'saved'} type
   * @param {Answered | null} detail
   * @protected
   */
  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
