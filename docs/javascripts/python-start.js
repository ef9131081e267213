// Starts the worker in which Python runs: by address on http, from data on file://. Must not send requests.

import { address, place } from './place.js';
import { trusted } from './trusted.js';

/** @typedef {Record<string, [type: string, base64: string]>} Assets  gzipped, then base64 */

const ASSETS = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'fii.zip', 'python-core.js', 'runtime.json'];

/**
 * On file:// no browser loads a worker or a module from a file, but both run a module worker from a data: address.
 * It gets the files as text, makes its own blob addresses of them (those of the page are out of its reach), and
 * hands over to the same core as on http. Chromium and Firefox, measured; nothing of Pyodide is changed for it.
 */
const BOOT = `self.onmessage = async ({ data }) => {
  self.onmessage = null;
  const unpack = async ([type, base64]) => {
    const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(base64) : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Blob([await new Response(stream).arrayBuffer()], { type });
  };
  const url = async (name) => URL.createObjectURL(await unpack(data[name]));
  const findFiles = async () => {
    const [loader, asm, wasm, archive] = await Promise.all(
      ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'fii.zip'].map(url));
    return { addresses: { loader, asm, wasm, archive }, lock: JSON.parse(await (await unpack(data['runtime.json'])).text()).lock };
  };
  try {
    const findPart = async (part, asset) => new Uint8Array(await (await unpack(asset)).arrayBuffer());
    (await import(await url('python-core.js'))).serve(findFiles, findPart);
  } catch (error) {
    self.postMessage({ kind: 'fatal', detail: String(error) });
  }
};`;

/**
 * Start a worker; it reports by itself what it is doing.
 * @returns {Promise<Worker>}
 * @throws {Error} where a file of the runtime is missing from the copy
 */
export async function startWorker() {
  if (!place.isFile) {
    return new Worker(trusted.createScriptURL(address('javascripts/python-worker.js')), { type: 'module' });
  }
  const assets = await loadAssets(ASSETS);
  const worker = new Worker(trusted.createScriptURL(`data:text/javascript,${encodeURIComponent(BOOT)}`), { type: 'module' });
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

/**
 * Load the runtime's files as classic scripts; each calls `__fiiAsset` with its content.
 * Not kept: seven million characters are read again from the folder should the worker need a restart.
 * @param {string[]} names
 * @returns {Promise<Assets>}
 */
async function loadAssets(names) {
  /** @type {Assets} */
  const assets = {};
  Reflect.set(globalThis, '__fiiAsset', (/** @type {string} */ name, /** @type {string} */ type, /** @type {string} */ base64) => {
    assets[name] = [type, base64];
  });
  await Promise.all(names.map((name) => loadScript(address(`runtime/${name}.js`))));
  Reflect.deleteProperty(globalThis, '__fiiAsset');
  return assets;
}

/**
 * @param {string} url
 * @returns {Promise<void>}
 */
function loadScript(url) {
  return new Promise((done, fail) => {
    const script = document.createElement('script');
    script.src = trusted.createScriptURL(url);
    script.onload = () => done();
    script.onerror = () => fail(new Error(`no runtime here: ${url}`));
    document.head.append(script);
    script.remove();
  });
}
