// What the handbook asks of a browser, each thing tried for real. Must not touch a dossier, nor say a word of it.

import { place } from '../base/place.js';
import { python } from '../python/client.js';

/**
 * @typedef {boolean | 'later' | 'hand' | 'here'} Outcome
 * later: known after a reload · hand: the reader has to do it · here: cannot be seen in this place
 */

/** The trial's own key and database, apart from every dossier; nothing of it stays once it is known. */
const TRIAL = 'fii-computer';
const PATIENCE = 5_000;
/** A dossier with its history, a few times over. */
const ROOM = 100_000_000;
const MINUTES_WRONG = 5;
/** The smallest program: nothing in it. */
const PROGRAM = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** @type {Record<string, () => Outcome | Promise<Outcome>>} in the order in which the page names them */
export const CHECKS = {
  'browser': () => 'showModal' in HTMLDialogElement.prototype && CSS.supports('selector(:has(a))') && 'toSorted' in Array.prototype,
  'secure': () => isSecureContext,
  'frame': () => window.top === window,
  'text-store': () => keepsText(),
  'store': () => keepsRecord(),
  'room': async () => ('storage' in navigator ? ((await navigator.storage.estimate()).quota ?? 0) >= ROOM : 'here'),
  'reload': () => keepsOverReload(),
  'locks': () => 'locks' in navigator && navigator.locks.request(TRIAL, () => true),
  'tabs': () => tabsHear(),
  'wasm': async () => (await WebAssembly.instantiate(PROGRAM)).instance instanceof WebAssembly.Instance,
  'python': async () => (await python().ask({ op: 'check', dossier: {} })).ok,
  'unpack': () => new DecompressionStream('gzip').readable instanceof ReadableStream,
  'copy': () => typeof navigator.clipboard?.writeText === 'function',
  'clock': () => clockIsRight(),
  'file': () => 'hand',
};

/**
 * Try one thing; what throws or never answers does not work.
 * @param {string} id
 * @returns {Promise<Outcome>}
 */
export async function check(id) {
  try {
    // Python has patience of its own, and takes longer on a slow line
    const late = new Promise((done) => id !== 'python' && setTimeout(done, PATIENCE, false));
    return await Promise.race([CHECKS[id]?.() ?? 'here', late]);
  } catch (error) {
    console.info(`${id}:`, error);
    return false;
  }
}

function keepsText() {
  const key = `${TRIAL}-proef`;
  localStorage.setItem(key, key);
  const kept = localStorage.getItem(key) === key;
  localStorage.removeItem(key);
  return kept;
}

async function keepsRecord() {
  const kept = await record('readwrite', (store) => store.put(TRIAL, 'proef')).then(() => record('readonly', (store) => store.get('proef')));
  await record('readwrite', (store) => store.delete('proef'));
  return kept === TRIAL;
}

/** @returns {Promise<Outcome>} what an earlier page left must still be there, in both places */
async function keepsOverReload() {
  const left = localStorage.getItem(TRIAL);
  if (left && Number(left) < performance.timeOrigin) {
    const kept = await record('readonly', (store) => store.get('herladen'));
    localStorage.removeItem(TRIAL);
    await record('readwrite', (store) => store.delete('herladen'));
    return kept === left;
  }
  const now = left ?? String(Date.now());
  await record('readwrite', (store) => store.put(now, 'herladen'));
  localStorage.setItem(TRIAL, now);
  return 'later';
}

/**
 * Ask the trial's own database one thing.
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} ask
 * @returns {Promise<unknown>} once the browser says that it is done
 */
function record(mode, ask) {
  return new Promise((done, fail) => {
    const opened = indexedDB.open(TRIAL, 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore('proef');
    opened.onerror = () => fail(opened.error);
    opened.onsuccess = () => {
      const tx = opened.result.transaction('proef', mode);
      const asked = ask(tx.objectStore('proef'));
      tx.oncomplete = () => {
        opened.result.close();
        done(asked.result);
      };
      tx.onabort = () => fail(tx.error);
    };
  });
}

/** @returns {Promise<boolean>} whether one channel hears what another says */
function tabsHear() {
  const [here, there] = [new BroadcastChannel(TRIAL), new BroadcastChannel(TRIAL)];
  return new Promise((done) => {
    there.onmessage = () => {
      here.close();
      there.close();
      done(true);
    };
    here.postMessage(TRIAL);
  });
}

/** @returns {Promise<Outcome>} the time against that of the host of this page; a folder has no clock */
async function clockIsRight() {
  const told = place.isFile ? null : (await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })).headers.get('Date');
  return told ? Math.abs(Date.now() - Date.parse(told)) < MINUTES_WRONG * 60_000 : 'here';
}
