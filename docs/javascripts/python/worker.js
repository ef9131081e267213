// The http road's worker: finds the runtime's files in the folder after which it is named. Must not do more; the core
// does the work.

import { serve } from './core.js';

const folder = new URL(self.name);

/**
 * @param {string} name
 * @returns {Promise<Response>}
 */
async function get(name) {
  const answer = await fetch(new URL(name, folder));
  if (!answer.ok) throw new Error(`no runtime here: ${answer.status}`);
  return answer;
}

/** Read the runtime's own description. */
const describe = async () => (await get('runtime.json')).json();

async function findFiles() {
  const runtime = await describe();
  const at = (/** @type {string} */ name) => new URL(name, folder).href;
  return {
    code: () => /** @type {Promise<[any, any]>} */ (Promise.all([import(at('pyodide.mjs')), import(at('pyodide.asm.mjs'))])),
    folder: folder.href,
    archive: at(runtime.archive),
    lock: runtime.lock,
  };
}

/** @param {string} part */
async function findPart(part) {
  return new Uint8Array(await (await get((await describe()).parts[part])).arrayBuffer());
}

void serve(findFiles, findPart);
