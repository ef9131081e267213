// The http road's worker: finds the runtime's files beside the site. Must not do more; the core does the work.

import { serve } from './python-core.js';

/**
 * Read the runtime's own description.
 * @param {URL} folder
 */
async function findFiles(folder) {
  const answer = await fetch(new URL('runtime.json', folder));
  if (!answer.ok) throw new Error(`no runtime here: ${answer.status}`);
  const runtime = await answer.json();
  const at = (/** @type {string} */ name) => new URL(name, folder).href;
  return {
    addresses: {
      loader: at('pyodide.mjs'),
      asm: at('pyodide.asm.mjs'),
      wasm: at('pyodide.asm.wasm'),
      archive: at(runtime.archive),
    },
    lock: runtime.lock,
  };
}

void serve(() => findFiles(new URL('../runtime/', location.href)));
