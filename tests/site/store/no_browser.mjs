// As much of a browser as the page's state needs, for its scripts in Node: events, two kinds of storage, no page.
// The store keeps what it was given, runs one transaction after another, and can be told to wait.

import '../page_table.mjs';

// The page tries again after two seconds and measures after three; here it is a tenth.
const later = globalThis.setTimeout;
globalThis.setTimeout = (work, wait = 0, ...more) => later(work, wait >= 2_000 && wait < 4_000 ? wait / 10 : wait, ...more);

class Events extends EventTarget {}

const page = new Events();
globalThis.addEventListener = page.addEventListener.bind(page);
/** @param {string} name */
export const happen = (name) => page.dispatchEvent(new Event(name));

globalThis.location = { protocol: 'https:', href: 'https://example.org/' };

const kept = new Map();
globalThis.localStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, String(value)),
  removeItem: (key) => void kept.delete(key),
};

/** name of a store → key → value */
export const stores = new Map(['answers', 'rest', 'registers'].map((name) => [name, new Map()]));

/** Whether transactions have to wait, and who waits. */
let gate = Promise.resolve();
/** @returns {() => void} lets go of everything that waits */
export function hold() {
  let open;
  gate = new Promise((done) => (open = done));
  return open;
}

let refusals = 0;
/** @param {number} times how many of the next writes find the disk full */
export const refuse = (times) => (refusals = times);

/** Let everything that is on its way happen. */
export async function calm() {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((done) => setTimeout(done));
}

/**
 * Wait until something is so; whoever runs this ends a wait that lasts.
 * @param {() => boolean} so
 */
export async function until(so) {
  while (!so()) await new Promise((done) => setTimeout(done, 10));
}

class Transaction {
  asked = [];

  objectStore(name) {
    const store = stores.get(name);
    const ask = (act) => {
      const request = { act };
      this.asked.push(request);
      return request;
    };
    return {
      get: (key) => ask(() => structuredClone(store.get(key))),
      put: (value, key) => {
        const copy = structuredClone(value);
        return ask(() => void store.set(key, copy));
      },
      delete: (key) => ask(() => void store.delete(key)),
      clear: () => ask(() => store.clear()),
      openCursor: () => {
        const request = ask(() => cursor(0));
        const cursor = (at) => {
          const [key, value] = [...store][at] ?? [];
          if (key === undefined) return null;
          return { key, value: structuredClone(value), continue: () => this.asked.push(Object.assign(request, { act: () => cursor(at + 1) })) };
        };
        return request;
      },
    };
  }

  async abort() {
    this.error = new DOMException('full', 'QuotaExceededError');
    this.onabort?.();
  }

  async run() {
    for (let request; (request = this.asked.shift()); ) {
      request.result = request.act();
      request.onsuccess?.();
    }
    await new Promise((done) => setTimeout(done));
    this.oncomplete?.();
  }
}

let last = Promise.resolve();
const database = {
  close: () => undefined,
  objectStoreNames: { contains: () => true },
  transaction: (_names, mode) => {
    if (isGone) throw new DOMException('closed', 'InvalidStateError');
    const made = new Transaction();
    const turn = gate;
    const isRefused = mode === 'readwrite' && refusals > 0;
    if (isRefused) refusals -= 1;
    last = last.then(() => turn).then(() => (isRefused ? made.abort() : made.run()));
    return made;
  },
};

let isNew = true;
let isGone = false;
/** Delete the database under the page; silently: the page finds out at its next transaction. */
export function lose({ silently = false } = {}) {
  for (const store of stores.values()) store.clear();
  isNew = true;
  if (silently) isGone = true;
  else database.onclose?.();
}

globalThis.indexedDB = {
  open: () => {
    const request = { result: database };
    queueMicrotask(() => {
      if (isNew) request.onupgradeneeded?.({ oldVersion: 0 });
      isNew = isGone = false;
      request.onsuccess();
    });
    return request;
  },
};
globalThis.BroadcastChannel = undefined;
