// When to try again what the browser's store did not do. Knows no record.

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
/** Trouble that may pass while the reader does nothing: a slow disk, another tab, a full store that is cleared. */
const PASSING = new Set(['silent', 'failed', 'blocked', 'full']);

export class Retry {
  #pause = FIRST_PAUSE;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {() => void} again */
  constructor(again) {
    this.again = again;
  }

  /**
   * Try again after a pause, longer each time; none is left waiting once it worked.
   * @param {import('./store-error.js').StoreError | null} trouble
   */
  after(trouble) {
    clearTimeout(this.#timer);
    if (!trouble) this.#pause = FIRST_PAUSE;
    else if (PASSING.has(trouble.code)) {
      this.#timer = setTimeout(this.again, this.#pause);
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    }
  }
}
