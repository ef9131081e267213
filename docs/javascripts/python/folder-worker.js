// The worker of a copy in a folder: the build bundles it with Pyodide's own scripts into one text, and the page starts
// that from a data: address. Must not load anything: what it needs came with it, or comes in its first message.
//
// One road for three browsers. From a folder none loads a worker or a module beside a page; Chromium and Firefox let this
// worker import from blobs of its own making, WebKit lets a worker without an origin read no blob at all.

import { serve } from './core.js';

/** @typedef {import('./start.js').Assets} Assets */
/** @typedef {{onmessage: ((event: {data: Assets}) => void) | null}} Scope */

/** The address that Pyodide asks its two files of; answered here. */
const HERE = 'fii:/';

/**
 * @param {[type: string, base64: string]} asset
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function unpack([, base64]) {
  const quick = /** @type {((text: string) => Uint8Array<ArrayBuffer>) | undefined} */ (Reflect.get(Uint8Array, 'fromBase64'));
  const bytes = quick?.(base64) ?? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = /** @type {ReadableStream<BufferSource>} */ (new Response(bytes).body);
  return new Uint8Array(await new Response(stream.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

/**
 * Let `fetch` give the files that came along, each once, and nothing else: a folder answers no request.
 * @param {Assets} assets
 * @param {string[]} names
 */
async function answerHere(assets, names) {
  /** @type {Map<string, Response>} */
  const answers = new Map();
  for (const name of names) {
    const asset = given(assets, name);
    answers.set(`${HERE}${name}`, new Response(await unpack(asset), { headers: { 'Content-Type': asset[0] } }));
  }
  globalThis.fetch = async (address) => answers.get(String(address)) ?? Response.error();
}

/**
 * @param {Assets} assets
 * @param {string} name
 * @returns {[type: string, base64: string]}
 */
function given(assets, name) {
  const asset = assets[name];
  if (!asset) throw new Error(`no runtime here: ${name}`);
  return asset;
}

/** @param {Assets} assets */
async function findFiles(assets) {
  await answerHere(assets, ['pyodide.asm.wasm', 'fii.zip']);
  const described = JSON.parse(new TextDecoder().decode(await unpack(given(assets, 'runtime.json'))));
  return {
    // @ts-expect-error these two have no types by their file names; the build finds them in the site's runtime/
    code: () => Promise.all([import('pyodide/pyodide.mjs'), import('pyodide/pyodide.asm.mjs')]),
    folder: HERE,
    archive: `${HERE}fii.zip`,
    lock: described.lock,
  };
}

/** @type {Scope} */ (/** @type {unknown} */ (globalThis)).onmessage = ({ data }) =>
  void serve(() => findFiles(data), (part, asset) => unpack(asset ?? given({}, part)));
