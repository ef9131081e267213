// How full the file of a dossier is, measured when nothing else goes on: never at a key press. Must not say it.

import { asDossier } from './dossier-draft.js';
import { LIMITS } from './json-scan.js';
import { whenIdle } from './summary-panel.js';

/** From here on a reader is told. */
export const NEARLY_FULL = 0.75;
const PAUSE = 3_000;

/** Fires `measured` when the share of a file's limit has changed. */
class Fullness extends EventTarget {
  share = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {import('./dossier-state.js').DossierState} state */
  constructor(state) {
    super();
    this.state = state;
    state.addEventListener('answers', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => whenIdle(() => this.#measure()), PAUSE);
    });
  }

  /** The history is not counted: a file leaves the oldest of it out where there is no room. */
  #measure() {
    const { answers, registers } = this.state;
    const dossier = asDossier({ answers, registers, history: [], undo: [], marks: { changes: 0 } });
    const { size } = new Blob([JSON.stringify(dossier, null, 1)]);
    const share = Math.max(size / LIMITS.bytes, keysOf(dossier) / LIMITS.keys);
    if (share === this.share) return;
    this.share = share;
    this.dispatchEvent(new Event('measured'));
  }
}

/**
 * @param {unknown} tree
 * @returns {number}
 */
function keysOf(tree) {
  if (typeof tree !== 'object' || tree === null) return 0;
  const values = Object.values(tree);
  return values.reduce((/** @type {number} */ sum, value) => sum + keysOf(value), Array.isArray(tree) ? 0 : values.length);
}

/** @type {Fullness | undefined} */
let measured;

/**
 * Give the measure of the page's one dossier.
 * @param {import('./dossier-state.js').DossierState} state
 * @returns {Fullness}
 */
export function fullness(state) {
  return (measured ??= new Fullness(state));
}
