// The page's one copy of the dossier: memory first, then the store. Must not touch the DOM or interpret an answer.

import { AnswerStore, StoreError, marksAfter, merge } from './answer-store.js';
import { changes, undoable } from './dossier-changes.js';
import { asDossier, emptyDraft, opened, savedAs, undone } from './dossier-draft.js';
import { clear, leave, left } from './last-words.js';
import { place } from './place.js';

/**
 * @typedef {import('./answer-store.js').Answer} Answer
 * @typedef {import('./answer-store.js').Patch} Patch
 * @typedef {import('./answer-store.js').Draft} Draft
 * @typedef {import('./answer-store.js').News} News
 * @typedef {import('./dossier-file.js').Dossier} Dossier
 * @typedef {{ids: Set<string> | null, own: boolean}} Answered  ids: null when any answer may have changed
 */

/**
 * Fires `answers` (detail: Answered) when answers change, `saved` when the store kept or refused something, and
 * `collect` when every form has to tell at once what is being typed.
 */
export class DossierState extends EventTarget {
  /** @type {Draft} */
  #draft = emptyDraft();
  /** @type {Map<string, Patch>} given here, not yet kept by the browser */
  #unkept = new Map();
  /** @type {Map<string, Patch>} on its way to the store */
  #flying = new Map();
  /** The store refused a whole new dossier: the next write must bring all of it, not only what changed since. */
  #wholeIsDue = false;
  /** A whole dossier, a mark or a wipe is on its way. */
  #isReplacing = false;
  /** @type {StoreError | null} */
  trouble = null;
  /** @type {Promise<void> | null} */
  #writing = null;
  #store = new AnswerStore(place.edition, (news) => void this.#hear(news));

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

  get marks() {
    return this.#draft.marks;
  }

  /** The opening of a file that can be taken back, also after a reload. */
  get undoable() {
    return undoable(this.#draft.history);
  }

  /** @returns {boolean} whether everything given on this page is kept by the browser */
  get isKept() {
    return this.#unkept.size === 0 && !this.#writing && !this.#isReplacing && !this.trouble;
  }

  /** Take what is kept; what was given here and is not kept yet stays on top. */
  async reload() {
    if (this.#wholeIsDue) return;
    try {
      const draft = await this.#store.read();
      for (const [id, patch] of [...this.#flying, ...this.#unkept]) draft.answers.set(id, merge(draft.answers.get(id), patch));
      const changed = new Set(changes(this.#draft.answers, draft.answers).map((change) => change.item));
      this.#draft = draft;
      if (changed.size > 0) this.#tell('answers', { ids: changed, own: false });
      this.#settle(this.#unkept.size > 0 ? this.trouble : null);
    } catch (error) {
      this.#settle(error);
    }
  }

  /**
   * Take one answer: in memory at once, in the store as soon as it can.
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   */
  change(id, parts) {
    const patch = { ...this.#unkept.get(id), ...parts, at: new Date().toISOString() };
    this.#unkept.set(id, patch);
    this.answers.set(id, merge(this.answers.get(id), patch));
    this.#tell('answers', { ids: new Set([id]), own: true });
    void this.keep();
  }

  /**
   * Write until nothing is left unkept, or the store refuses.
   * @returns {Promise<void>}
   */
  keep() {
    return (this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
      this.#tell('saved', null);
      if (this.#unkept.size > 0 && !this.trouble) void this.keep(); // given while the last write was ending
    }));
  }

  async #write() {
    while (this.#unkept.size > 0) {
      this.#flying = this.#unkept;
      this.#unkept = new Map();
      try {
        await this.#send(this.#flying);
        this.trouble = null;
      } catch (error) {
        for (const [id, patch] of this.#flying) this.#unkept.set(id, { ...patch, ...this.#unkept.get(id) });
        this.trouble = asStoreError(error);
        return;
      } finally {
        this.#flying = new Map();
      }
    }
  }

  /** @param {Map<string, Patch>} patches */
  async #send(patches) {
    if (this.#wholeIsDue) {
      this.#draft.marks = marksAfter(this.marks, patches.size);
      await this.#store.replace(this.#draft);
      this.#wholeIsDue = false;
      return;
    }
    const { answers, marks } = await this.#store.write(patches);
    for (const [id, answer] of answers) if (!this.#unkept.has(id)) this.answers.set(id, answer);
    this.#draft.marks = marks;
  }

  /** Leave what is not kept yet to the next page: nothing that this page begins now will be finished. */
  #goAway() {
    this.dispatchEvent(new Event('collect'));
    leave(this.#store.name, new Map([...this.#flying, ...this.#unkept]));
  }

  /** Take what an earlier page left, unless something newer was kept. */
  #takeOver() {
    const patches = [...left(this.#store.name)].filter(([id, patch]) => patch.at > (this.answers.get(id)?.at ?? ''));
    for (const [id, patch] of patches) {
      this.#unkept.set(id, { ...patch, ...this.#unkept.get(id) });
      this.answers.set(id, merge(this.answers.get(id), this.#unkept.get(id) ?? patch));
    }
    void this.keep().then(() => this.trouble ?? clear(this.#store.name));
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
   * Note that the reader has everything as a file.
   * @param {string} fileName
   */
  async savedAsFile(fileName) {
    await this.#writing;
    this.#draft = savedAs(this.#draft, fileName);
    await this.#try(() => this.#store.mark(this.marks));
  }

  /**
   * Put an opened dossier in the place of these answers and remember how to go back.
   * @param {Dossier} dossier
   * @param {string} fileName
   */
  async open(dossier, fileName) {
    await this.#replace(() => opened(this.#draft, dossier, fileName));
  }

  /** Go back to the answers from before the last opened file. */
  async undo() {
    await this.#replace(() => undone(this.#draft));
  }

  /** Empty memory and store; nothing stays to go back to. */
  async wipe() {
    await this.#writing;
    clear(this.#store.name);
    await this.#try(() => {
      this.#empty();
      return this.#store.wipe();
    });
  }

  /** @param {() => Draft} next */
  async #replace(next) {
    await this.#writing;
    await this.#try(() => {
      this.#draft = next();
      this.#unkept.clear();
      this.#tell('answers', { ids: null, own: false });
      return this.#store.replace(this.#draft);
    });
  }

  #empty() {
    this.#unkept.clear();
    this.#draft = emptyDraft();
    this.#tell('answers', { ids: null, own: false });
  }

  /** @param {News} news */
  async #hear(news) {
    if (news.kind === 'wiped') {
      this.#empty();
      this.#tell('saved', null);
    } else if (news.kind === 'all') {
      await this.reload();
    } else {
      const others = news.answers.filter(([id]) => !this.#unkept.has(id));
      for (const [id, answer] of others) this.answers.set(id, answer);
      this.#draft.marks = news.marks;
      this.#tell('answers', { ids: new Set(others.map(([id]) => id)), own: false });
      this.#tell('saved', null);
    }
  }

  /** @param {() => Promise<void>} write */
  async #try(write) {
    this.#isReplacing = true;
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
    this.trouble = error === null ? null : asStoreError(error);
    this.#tell('saved', null);
  }

  /**
   * @param {'answers' | 'saved'} type
   * @param {Answered | null} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/**
 * @param {unknown} error
 * @returns {StoreError}
 */
function asStoreError(error) {
  return error instanceof StoreError ? error : new StoreError('failed', error);
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
