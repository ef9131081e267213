// Work that may take long, one at a time: told in words when it does, and stopped when the reader says so. Knows no work.

import { Stopped, Turns } from './turns.js';

/** After so many turns the reader is told: what is done in a blink is not spoken of. */
const SPOKEN = 8;

export class LongWork {
  /** @type {Turns | null} */
  #turns = null;
  #sentence = '';
  #isSpoken = false;

  /** @param {import('./widget.js').Widget} widget with a place for the button that stops */
  constructor(widget) {
    this.row = widget.own('data-fii-busy');
    this.widget = widget;
  }

  /**
   * Begin something; what was being done is stopped.
   * @param {string} sentence what is being done
   * @returns {Turns}
   */
  begin(sentence) {
    this.stop();
    const turns = new Turns((count) => count === SPOKEN && turns === this.#turns && this.#speak());
    this.#turns = turns;
    this.#sentence = sentence;
    return turns;
  }

  /**
   * Do something from begin to end.
   * @template T
   * @param {string} sentence what is being done
   * @param {(turns: Turns) => Promise<T>} work
   * @returns {Promise<T | undefined>} undefined when the reader stopped it
   */
  async whole(sentence, work) {
    const turns = this.begin(sentence);
    try {
      const done = await work(turns);
      this.stop();
      return done;
    } catch (error) {
      if (error instanceof Stopped) return undefined;
      throw error;
    }
  }

  /**
   * Go on with something else.
   * @param {string} sentence
   */
  go(sentence) {
    this.#sentence = sentence;
    if (this.#isSpoken) this.widget.tell(sentence);
  }

  /** From here on it cannot be stopped any more. */
  bind() {
    if (this.row) this.row.hidden = true;
  }

  /**
   * @param {Turns} turns
   * @returns {boolean} whether nothing else began meanwhile
   */
  isOf(turns) {
    return this.#turns === turns;
  }

  /** Be done, or leave it. */
  stop() {
    this.#turns?.stop();
    this.bind();
    if (this.#isSpoken) this.widget.tell('');
    this.#isSpoken = false;
  }

  #speak() {
    this.#isSpoken = true;
    this.widget.tell(this.#sentence);
    if (this.row) this.row.hidden = false;
  }
}
