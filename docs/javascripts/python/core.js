// Boots Pyodide in a worker and answers requests; shared by http and file://. Must not import, store or interpret.

/**
 * @typedef {{code: () => Promise<[loader: any, asm: any]>, folder: string, archive: string, lock: Lock}} Files
 * code: Pyodide's two scripts; folder: the address that its WebAssembly stands under; archive: address of our Python
 * @typedef {{info: Record<string, string>}} Lock what Pyodide wants to know about its own build
 * @typedef {{kind: 'progress', step: 'loader' | 'archive' | 'start' | 'ready'} | {kind: 'ready'}
 *   | {kind: 'taken', id: number} | {kind: 'reply', id: number, text: string}
 *   | {kind: 'fatal', detail: string}} FromWorker
 */

/** @param {FromWorker} message */
function tell(message) {
  /** @type {{postMessage(message: unknown): void}} */ (/** @type {unknown} */ (globalThis)).postMessage(message);
}

/**
 * Boot Python and answer every message {id, text} with a reply; any failure is told once as fatal.
 * The client owns the time-outs: `loadPyodide` never settles when the runtime cannot be instantiated.
 * A message {id, part, asset} adds a part of the runtime that only some pages need, and gets an empty reply.
 * @param {() => Promise<Files>} findFiles
 * @param {(part: string, asset?: [string, string]) => Promise<Uint8Array>} findPart gives a part's archive
 */
export async function serve(findFiles, findPart) {
  try {
    tell({ kind: 'progress', step: 'archive' });
    const { code, folder, archive, lock } = await findFiles();
    tell({ kind: 'progress', step: 'loader' });
    // Pyodide calls it to learn that this is no classic worker. It throws here anyway, but under trusted types the
    // browser would report that call as refused by the policy.
    Reflect.set(globalThis, 'importScripts', () => {
      throw new TypeError('not in a module worker');
    });
    const [{ loadPyodide }, { default: createPyodideModule }] = await code();
    tell({ kind: 'progress', step: 'start' });
    const python = await loadPyodide({
      indexURL: folder,
      stdLibURL: archive,
      createPyodideModule,
      lockFileContents: JSON.stringify({ info: lock.info, packages: {} }),
      packageBaseUrl: 'about:blank',
      stdin: () => null,
    });
    const call = python.pyimport('fii_widgets.browser').call;
    answer((text) => call(text), async (part, asset) => {
      python.FS.writeFile(`/${part}.zip`, await findPart(part, asset));
      python.pyimport('sys').path.append(`/${part}.zip`);
    });
    tell({ kind: 'progress', step: 'ready' });
    tell({ kind: 'ready' });
  } catch (error) {
    tell({ kind: 'fatal', detail: String(error) });
  }
}

/**
 * @param {(text: string) => string} call
 * @param {(part: string, asset?: [string, string]) => Promise<void>} add
 */
function answer(call, add) {
  globalThis.onmessage = async ({ data: { id, text, part, asset } }) => {
    tell({ kind: 'taken', id });
    try {
      if (part) await add(part, asset);
      tell({ kind: 'reply', id, text: part ? '' : call(text) });
    } catch (error) {
      // Python's own code never raises: this interpreter is broken for good and has to be thrown away.
      tell({ kind: 'fatal', detail: String(error) });
    }
  };
}
