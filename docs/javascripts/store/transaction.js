// Steps within one transaction on the browser's store. Must not open one, nor judge what stands there.

import { joinAsides } from '../file/dossier-sift.js';

/** @typedef {{name: 'answers' | 'rest' | 'registers', entries: [string, unknown][]}} Lot */

/**
 * Add to what stands aside, within a transaction.
 * @param {IDBTransaction} tx
 * @param {import('../file/dossier-sift.js').Aside[]} asides
 * @param {(all: import('../file/dossier-sift.js').Aside[]) => void} [hear]
 */
export function addAsides(tx, asides, hear = () => undefined) {
  const rest = tx.objectStore('rest');
  const asked = rest.get('aside');
  asked.onsuccess = () => {
    const all = joinAsides(asked.result ?? [], asides);
    rest.put(all, 'aside');
    hear(all);
  };
}

/**
 * @param {IDBObjectStore} store
 * @param {Map<IDBValidKey, unknown>} into
 * @param {() => void} done
 */
export function collect(store, into, done) {
  const asked = store.openCursor();
  asked.onsuccess = () => {
    const cursor = asked.result;
    if (!cursor) return done();
    into.set(cursor.key, cursor.value);
    cursor.continue();
  };
}

/**
 * Put many things: the next lot when the browser took the last, so that the page has its turn between. All of it stays
 * in one transaction, which ends when nothing is asked any more.
 * @param {IDBTransaction} tx
 * @param {Lot[]} lots none of them empty
 * @param {() => void} alive
 */
export function putLots(tx, [lot, ...others], alive) {
  if (!lot) return;
  const store = tx.objectStore(lot.name);
  const asked = lot.entries.map(([key, value]) => store.put(value, key)).at(-1);
  if (asked) asked.onsuccess = () => {
    alive();
    putLots(tx, others, alive);
  };
}
