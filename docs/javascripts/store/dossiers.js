// The dossiers of this browser: which there are, which one is open, a new one, away with one. Must not read answers.
//
// Each is a database of its own, so that it is saved and wiped apart. The first has the edition's name alone.

import { keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';
import { within } from './store-error.js';

const FIRST = `fii-dossier:${place.edition}`;
const CURRENT = `fii-current:${place.edition}`;
/** Of each dossier the reader's own note: beside it in the browser, and never in it. */
const NOTE = `fii-notitie:${place.edition}`;

/** @typedef {{store: string, name: string, isFinished: boolean}} Listed */

/** Whether the browser could not say which dossier was open: then it is the first. */
export let isUnsure = false;

/** The database of the dossier that is open on this page. Chosen once: another tab that opens another must not change it. */
export const currentStore = remembered();

/**
 * List the other dossiers that this browser keeps.
 * @returns {Promise<Listed[] | null>} null where the browser does not say which there are
 */
export async function others() {
  const stores = await names();
  if (!stores) return null;
  const apart = stores.filter((store) => store !== currentStore);
  const found = await Promise.all(apart.map(async (store) => ({ store, ...(await knownOf(store)) })));
  return /** @type {Listed[]} */ (found.filter(({ name }) => name !== null));
}

/**
 * Open another dossier from the next page on. The caller has to load the page anew.
 * @param {string} store
 * @returns {boolean} false where the browser does not remember the choice
 */
export function choose(store) {
  try {
    localStorage.setItem(CURRENT, store);
    return localStorage.getItem(CURRENT) === store;
  } catch (error) {
    console.warn(error);
    return false;
  }
}

/** @returns {string} the name of a database for a new dossier */
export function fresh() {
  return `${FIRST}:${crypto.randomUUID?.().slice(0, 8) ?? Date.now().toString(36)}`;
}

/**
 * Take away the emptied dossier of this page; the next page opens another.
 * @param {string} next
 * @returns {Promise<void>}
 */
export function away(next) {
  choose(next);
  return new Promise((done) => {
    const asked = indexedDB.deleteDatabase(currentStore);
    // It is empty already: where the browser keeps the shell for now, nothing lists it.
    asked.onsuccess = asked.onerror = asked.onblocked = () => done();
  });
}

/**
 * @param {string} [store]
 * @returns {string} under which key the browser keeps the note of a dossier
 */
export function noteKey(store = currentStore) {
  return `${NOTE} ${store}`;
}

/** @param {string} store @returns {boolean} whether it is a dossier of this edition: another's name may begin as ours */
function isOurs(store) {
  return store === FIRST || store.startsWith(`${FIRST}:`);
}

/** @returns {string} */
function remembered() {
  try {
    const store = localStorage.getItem(CURRENT) ?? FIRST;
    return isOurs(store) ? store : FIRST;
  } catch (error) {
    console.warn(error);
    isUnsure = true;
    return FIRST;
  }
}

/** @returns {Promise<string[] | null>} */
async function names() {
  try {
    const all = await within(() => indexedDB.databases());
    return all.map(({ name }) => name ?? '').filter(isOurs);
  } catch (error) {
    console.info(error); // an older browser, one that does not answer, or a page that is being left
    return null;
  }
}

/**
 * @param {string} store
 * @returns {Promise<{name: string | null, isFinished: boolean}>} name: empty where it has none or cannot be read now; null
 * where the dossier is empty
 */
async function knownOf(store) {
  try {
    return await within(() => readKnown(store));
  } catch (error) {
    console.info(error);
    return { name: '', isFinished: false }; // it is there: who lists it can go to it
  }
}

/**
 * @param {string} store
 * @returns {Promise<{name: string | null, isFinished: boolean}>}
 */
function readKnown(store) {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(store);
    asked.onerror = asked.onblocked = () => fail(asked.error);
    asked.onsuccess = () => {
      const db = asked.result;
      db.onversionchange = () => db.close();
      try {
        const tx = db.transaction(['answers', 'registers', 'rest']); // throws where one of them is not there
        const name = tx.objectStore('registers').get('settings/name');
        const marks = tx.objectStore('rest').get('marks');
        const counts = [tx.objectStore('answers').count(), tx.objectStore('registers').count()];
        tx.oncomplete = () => {
          db.close();
          const isThere = counts.some((count) => count.result > 0) || keptText(noteKey(store)) !== '';
          done({ name: isThere ? (name.result?.text ?? '') : null, isFinished: Boolean(marks.result?.finished) });
        };
        tx.onabort = () => fail(tx.error);
      } catch (error) {
        db.close();
        fail(error);
      }
    };
  });
}
