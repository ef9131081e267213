// Starts the worker in which Python runs: by address on http, from data on file://. Must not send requests.

import { address, place } from '../base/place.js';
import { loadScript } from '../base/plain-script.js';
import { trusted } from '../base/trusted.js';

/** @typedef {Record<string, [type: string, content: string]>} Assets  gzipped, then base64; a script as it is */

/** The worker's own script, made by the build of the copy: python/folder-worker.js with Pyodide's in one. */
const WORKER = 'python-worker.js';
const ASSETS = ['pyodide.asm.wasm', 'fii.zip', 'runtime.json'];

/**
 * Start a worker; it reports by itself what it is doing.
 * @returns {Promise<Worker>}
 * @throws {Error} `no runtime here` where a file of the runtime is missing from the copy; any other where the browser refuses
 */
export async function startWorker() {
  if (!place.isFile) {
    const script = trusted.createScriptURL(address('javascripts/python/worker.js'));
    return new Worker(script, { type: 'module', name: address('runtime/') });
  }
  // On file:// no browser loads a worker from a file, and all run a module worker from a data: address.
  const { [WORKER]: script, ...assets } = await loadAssets([WORKER, ...ASSETS]);
  const data = `data:text/javascript;base64,${btoa(script?.[1] ?? '')}`;
  const worker = new Worker(trusted.createScriptURL(data), { type: 'module' });
  worker.postMessage(assets);
  return worker;
}

/**
 * Give what the worker cannot find by itself of a part of the runtime: on file:// its content.
 * @param {string} part
 * @returns {Promise<[type: string, base64: string] | undefined>}
 * @throws {Error} where the part is missing from the copy
 */
export async function partAsset(part) {
  return place.isFile ? (await loadAssets([`${part}.zip`]))[`${part}.zip`] : undefined;
}

/** Who waits for which file. @type {Map<string, (asset: [type: string, content: string]) => void>} */
const awaited = new Map();

/**
 * Take what a classic script brings.
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
function hand(name, type, content) {
  awaited.get(name)?.([type, content]);
}

/**
 * Load the runtime's files as classic scripts; each calls `__fiiAsset` with its content.
 * Not kept: seven million characters are read again from the folder should the worker need a restart.
 * @param {string[]} names
 * @returns {Promise<Assets>}
 */
async function loadAssets(names) {
  /** @type {Assets} */
  const assets = {};
  for (const name of names) awaited.set(name, (asset) => (assets[name] = asset));
  Reflect.set(globalThis, '__fiiAsset', hand); // stays: a script may come after we stopped waiting for it
  try {
    await Promise.all(names.map(async (name) => (await loadScript(`runtime/${name}.js`)).remove()));
  } catch (error) {
    throw new Error('no runtime here', { cause: error });
  } finally {
    for (const name of names) awaited.delete(name);
  }
  const absent = names.find((name) => !assets[name]);
  if (absent) throw new Error(`no runtime here: ${absent} is empty`);
  return assets;
}
