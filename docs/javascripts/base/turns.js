// Long work in short turns: between two of them the page paints, listens and can be told to stop. Knows no work.
//
// No worker: on file:// it would need a road of its own past the policy, and what it made would be copied into the page
// in one piece, which holds the page again. Turns are the same everywhere.

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
  #count = 0;

  /** @param {(count: number) => void} [onTurn] hears how many turns are over */
  constructor(onTurn = () => undefined) {
    this.onTurn = onTurn;
  }

  /** Let the work end at the next turn. */
  stop() {
    this.#isStopped = true;
  }

  /**
   * Go on only where nobody said stop: after waiting for something else than a turn.
   * @throws {Stopped}
   */
  check() {
    if (this.#isStopped) throw new Stopped();
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
   * Let the page have its turn.
   * @returns {Promise<void>}
   * @throws {Stopped}
   */
  async next() {
    await pause();
    this.check();
    this.#count += 1;
    this.onTurn(this.#count);
    this.#end = performance.now() + LONGEST;
  }
}

/**
 * Let the page have one turn. A message comes back at once, also in a tab that nobody looks at; a timer does not.
 * @returns {Promise<void>}
 */
export async function pause() {
  const { port1, port2 } = new MessageChannel();
  await new Promise((done) => {
    port1.onmessage = done;
    port2.postMessage(null);
  });
  port1.close();
}

/**
 * Go through things, with turns.
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
