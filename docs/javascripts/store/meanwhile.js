// What happens to a draft while another is made to take its place. Must not keep either.

import { marksAfter } from './answer-store.js';
import { mapOf } from './dossier-draft.js';

/** @typedef {import('./kept-draft.js').Answered} Answered */

export class Meanwhile {
  /** Something changed since this was last set to false. */
  isStale = true;
  /** What the reader gave: ids of items and paths. @type {Set<string>} */
  given = new Set();

  /** @param {EventTarget} draft that fires `answers` */
  constructor(draft) {
    this.ending = new AbortController();
    draft.addEventListener('answers', (event) => {
      this.isStale = true;
      const { ids, own } = /** @type {CustomEvent<Answered>} */ (event).detail;
      if (own) for (const id of ids ?? []) this.given.add(id);
    }, { signal: this.ending.signal });
  }

  /**
   * Put what the reader gave in the new draft; no file has it.
   * @param {import('./dossier-draft.js').Draft} old
   * @param {import('./dossier-draft.js').Draft} fresh
   */
  bring(old, fresh) {
    for (const id of this.given) mapOf(fresh, id).set(id, mapOf(old, id).get(id));
    if (this.given.size > 0) fresh.marks = marksAfter(fresh.marks, this.given.size);
  }

  end() {
    this.ending.abort();
  }
}
