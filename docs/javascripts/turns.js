// Long work in short turns: between two of them the page paints, listens and can be told to stop. Knows no work.

/** So long may a turn take, in milliseconds: what a reader notices begins at a hundred, and devices differ tenfold. */
const LONGEST = 12;
/** The clock is looked at once in so many steps. */
const STEPS = 64;

/** The reader wants something else; what was being done is left as if it had not begun. */
export class Stopped extends Error {}

export class Turns {
  #isStopped = false;
  #steps = 0;
  #end = performance.now() + LONGEST;

  /** Let the work end where it is. */
  stop() {
    this.#isStopped = true;
  }

  /**
   * Count a step.
   * @param {number} [steps] that it weighs as much as
   * @returns {boolean} whether it is time for `await turns.next()`
   */
  isOver(steps = 1) {
    this.#steps += steps;
    if (this.#steps < STEPS) return false;
    this.#steps = 0;
    return performance.now() >= this.#end;
  }

  /**
   * Let the page have its turn. A message comes back at once, also in a tab that nobody looks at; a timer does not.
   * @returns {Promise<void>}
   * @throws {Stopped}
   */
  async next() {
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage(null);
    });
    port1.close();
    if (this.#isStopped) throw new Stopped();
    this.#end = performance.now() + LONGEST;
  }

  /**
   * Go on only where nobody stopped it, at a place where waiting is done anyway.
   * @throws {Stopped}
   */
  check() {
    if (this.#isStopped) throw new Stopped();
  }
}

/**
 * Go through things with a turn between where it is time.
 * @template T
 * @param {Iterable<T>} things
 * @param {Turns} turns
 * @param {(thing: T) => void} step
 */
export async function each(things, turns, step) {
  for (const thing of things) {
    if (turns.isOver()) await turns.next();
    step(thing);
  }
}
