// Put into every page before its own scripts: each call to a storage of the browser can be made to fail, by its number.
// Must not change a call that does not fail.
(() => {
  /** In which way a browser gives each error: at once, after the call as the end of its transaction, or not at all. */
  const LATER = new Set(['QuotaExceededError', 'AbortError', 'UnknownError']);
  const NEVER = 'never';
  const real = { open: IDBFactory.prototype.open, transaction: IDBDatabase.prototype.transaction };
  let plan = null;
  let count = 0;
  let fired = [];

  window.fiiFaults = {
    /** @param {{at: number, error: string, forEver: boolean}} wanted at: the number of the first call that fails; 0 for none */
    arm(wanted) {
      plan = wanted;
      count = 0;
      fired = [];
      return true;
    },
    /** No call fails any more. @returns {{count: number, fired: string[]}} how many calls there were, and which failed */
    disarm() {
      plan = null;
      return { count, fired };
    },
    get fired() {
      return fired.length;
    },
    get count() {
      return count;
    },
    /** What stands in a database, asked past the page. @returns {Promise<Record<string, Record<string, unknown>>>} */
    async stands(name) {
      const db = await settled(real.open.call(indexedDB, name));
      const found = {};
      for (const store of db.objectStoreNames) {
        const tx = real.transaction.call(db, [store]);
        const [keys, values] = await Promise.all([settled(tx.objectStore(store).getAllKeys()), settled(tx.objectStore(store).getAll())]);
        found[store] = Object.fromEntries(keys.map((key, at) => [key, values[at]]));
      }
      db.close();
      return found;
    },
  };

  const settled = (request) => new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error));
  });

  /** @returns {string} the error that this call has to give; '' for none */
  function failing(call) {
    if (!plan) return '';
    count += 1;
    const hits = plan.forEver ? plan.at > 0 && count >= plan.at : count === plan.at;
    if (hits) fired.push(call);
    return hits ? plan.error : '';
  }

  const made = (name) => new DOMException('proof', name);

  /** Let a transaction come to its end by an error, or come to no end that anybody hears of; nothing of it is kept. */
  function spoil(tx, error) {
    if (error === NEVER) tx.fiiSilent = true;
    else Object.defineProperty(tx, 'error', { configurable: true, get: () => made(error) });
    queueMicrotask(() => {
      try {
        tx.abort();
      } catch (ended) {
        console.info(ended);
      }
    });
  }

  /** A request to the browser itself that fails or never answers. */
  function lostRequest(error) {
    const request = new EventTarget();
    for (const kind of ['success', 'error', 'blocked', 'upgradeneeded']) {
      Object.defineProperty(request, `on${kind}`, { set: (work) => work && request.addEventListener(kind, work) });
    }
    request.error = error === NEVER ? null : made(error);
    if (error !== NEVER) setTimeout(() => request.dispatchEvent(new Event('error', { cancelable: true })));
    return request;
  }

  const EVENTS = ['complete', 'abort', 'error', 'success'];
  const hush = (target, tx) => EVENTS.forEach((kind) => target.addEventListener(kind, (event) => tx.fiiSilent && event.stopImmediatePropagation()));

  /** @param {object} of @param {string} name @param {(error: string, self: any, call: () => any) => any} fail */
  function wrap(of, name, fail) {
    const original = of[name];
    of[name] = function (...given) {
      const call = () => original.apply(this, given);
      const error = failing(`${of.constructor.name}.${name}`);
      return error ? fail(error, this, call) : call();
    };
  }

  function atOnce(error) {
    if (error !== NEVER && !LATER.has(error)) throw made(error);
  }

  for (const name of ['open', 'deleteDatabase']) {
    wrap(IDBFactory.prototype, name, (error) => {
      atOnce(error);
      return lostRequest(error);
    });
  }
  wrap(IDBFactory.prototype, 'databases', (error) => {
    atOnce(error);
    return new Promise((_done, fail) => error !== NEVER && setTimeout(() => fail(made(error))));
  });
  // Before the page can listen: who listens first can keep an event from the others.
  IDBDatabase.prototype.transaction = function (...given) {
    const tx = real.transaction.apply(this, given);
    hush(tx, tx);
    return tx;
  };
  wrap(IDBDatabase.prototype, 'transaction', (error, _db, call) => {
    atOnce(error);
    const tx = call();
    spoil(tx, error);
    return tx;
  });
  for (const name of ['get', 'put', 'clear', 'openCursor', 'count', 'getAll', 'getAllKeys', 'delete']) {
    wrap(IDBObjectStore.prototype, name, (error, store, call) => {
      atOnce(error);
      const request = call();
      hush(request, store.transaction);
      spoil(store.transaction, error);
      return request;
    });
  }
  wrap(IDBCursor.prototype, 'continue', (error, cursor, call) => {
    atOnce(error);
    const tx = (cursor.source.objectStore ?? cursor.source).transaction;
    hush(cursor.request, tx);
    spoil(tx, error);
    return call();
  });
  wrap(IDBDatabase.prototype, 'createObjectStore', (error, _db, call) => {
    atOnce(error);
    const store = call();
    hush(store.transaction, store.transaction);
    spoil(store.transaction, error);
    return store;
  });
  for (const name of ['getItem', 'setItem', 'removeItem']) {
    wrap(Storage.prototype, name, (error) => {
      throw made(error === NEVER ? 'SecurityError' : error); // this storage answers at once or not
    });
  }

  // What the page waits for passes ten times as fast; its answers do not need Python.
  const later = setTimeout;
  window.setTimeout = (work, wait, ...more) => later(work, wait >= 2_000 ? wait / 10 : wait, ...more);
  window.Worker = undefined;
  if (window.name.startsWith('{')) window.fiiFaults.arm(JSON.parse(window.name));
})();
