// What was given on this page and is not kept by the browser yet. Must not hold the dossier, nor know the store.

/**
 * @typedef {import('./answer-store.js').Patch} Patch
 * @typedef {{send: (patches: Map<string, Patch>) => Promise<void>, ended: (tried: boolean) => void}} Ends  tried: whether there was anything to write
 */

export class WriteQueue {
  /** @type {Map<string, Patch>} */
  #waiting = new Map();
  /** @type {Map<string, Patch>} on its way to the store */
  #flying = new Map();
  /** @type {Promise<void> | null} */
  #writing = null;
  /** Why the last write failed. @type {unknown} */
  trouble = null;

  /** @param {Ends} ends where patches go, and who hears that the store kept or refused them */
  constructor(ends) {
    this.ends = ends;
  }

  /** Everything that is not kept yet, in the order in which it holds. */
  get pending() {
    const all = new Map(this.#flying);
    for (const [id, patch] of this.#waiting) all.set(id, { ...all.get(id), ...patch });
    return all;
  }

  get isIdle() {
    return this.#waiting.size === 0 && !this.#writing;
  }

  /** @param {string} id @returns {boolean} whether something newer than a write on its way waits here */
  holds(id) {
    return this.#waiting.has(id);
  }

  /**
   * @param {string} id
   * @param {Patch} patch put on top of what waits already
   */
  add(id, patch) {
    this.#waiting.set(id, { ...this.#waiting.get(id), ...patch });
  }

  /** @param {string} id */
  get(id) {
    return this.#waiting.get(id);
  }

  /** Forget what waits: something else takes its place. */
  clear() {
    this.#waiting.clear();
  }

  /** @returns {Promise<void>} settled when no write is on its way */
  async settled() {
    await this.#writing;
  }

  /**
   * Write until nothing waits any more, or the store refuses.
   * @returns {Promise<void>}
   */
  keep() {
    const tried = this.#waiting.size > 0;
    return (this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
      this.ends.ended(tried);
      if (this.#waiting.size > 0 && !this.trouble) void this.keep(); // given while the last write was ending
    }));
  }

  async #write() {
    while (this.#waiting.size > 0) {
      this.#flying = this.#waiting;
      this.#waiting = new Map();
      try {
        await this.ends.send(this.#flying);
        this.trouble = null;
      } catch (error) {
        for (const [id, patch] of this.#flying) this.#waiting.set(id, { ...patch, ...this.#waiting.get(id) });
        this.trouble = error;
        return;
      } finally {
        this.#flying = new Map();
      }
    }
  }
}
