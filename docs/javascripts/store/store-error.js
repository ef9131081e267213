// What can be wrong with the browser's store, by a code that has a sentence; and when to give up on it. Knows no record.

/** @typedef {'absent' | 'denied' | 'blocked' | 'newer' | 'full' | 'silent' | 'lost' | 'failed'} StoreCode */

/** So many seconds, of which the page could hear an answer: while it works itself, none pass. */
const PATIENCE = 5;
const SECOND = 1_000;

/** The browser would not keep or give the answers; `code` says why. What the page holds is untouched. */
export class StoreError extends Error {
  /**
   * @param {StoreCode} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(`answer store: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

/**
 * Give what a browser threw as an error of the store.
 * @param {unknown} cause
 * @returns {StoreError}
 */
export function storeError(cause) {
  return cause instanceof StoreError ? cause : new StoreError(codeOf(cause), cause);
}

/**
 * Give up on a browser that never answers (seen: a store that waits for a prompt nobody sees).
 * @template T
 * @param {(alive: () => void) => Promise<T>} work tells by `alive` that it goes on
 * @returns {Promise<T>}
 */
export function within(work) {
  return new Promise((done, fail) => {
    let left = PATIENCE;
    const pass = () => {
      left -= 1;
      if (left === 0) fail(new StoreError('silent'));
      else timer = setTimeout(pass, SECOND);
    };
    let timer = setTimeout(pass, SECOND);
    const alive = () => (left = PATIENCE);
    work(alive).then(done, fail).finally(() => clearTimeout(timer));
  });
}

/**
 * @param {unknown} cause
 * @returns {StoreCode}
 */
function codeOf(cause) {
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  /** @type {Record<string, StoreCode>} */
  const codes = { QuotaExceededError: 'full', SecurityError: 'denied', VersionError: 'newer' };
  return codes[name] ?? 'failed';
}
