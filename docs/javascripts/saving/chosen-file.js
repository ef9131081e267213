// The one file on the reader's disk that this page writes again and again, where the browser can. Must not know what stands in it.
//
// The page holds it until it goes; the browser keeps only that the reader works this way. Chromium has this, others not (yet).

import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';

const KEY = `fii-bestand:${place.edition}`;

/**
 * @typedef {'cancelled' | 'unable' | 'denied' | 'gone' | 'changed' | 'full' | 'busy' | 'failed'} ChosenCode
 * cancelled: no file was chosen · unable: the browser does not let one choose · changed: others wrote in it
 * @typedef {FileSystemFileHandle & {requestPermission?: (wanted: {mode: 'readwrite'}) => Promise<string>}} Handle
 */

/** Nothing was written; what stood in the file before still does, unless the reader had just chosen to replace it. */
export class ChosenFileError extends Error {
  /**
   * @param {ChosenCode} code
   * @param {unknown} [cause]
   */
  constructor(code, cause) {
    super(cause instanceof Error ? cause.message : code, { cause });
    this.name = 'ChosenFileError';
    this.code = code;
  }
}

/** The file; as what it stood when this page had written it; and which dossier it is of. @type {{handle: Handle, written: string, of: string} | null} */
let chosen = null;
/** A file is being chosen or written. */
let isBusy = false;

/** @returns {boolean} whether this browser lets the reader choose a file to write in */
export function canChoose() {
  return typeof picker() === 'function';
}

/** @returns {boolean} whether the reader wants one file to be written again */
export function isWanted() {
  return canChoose() && keptText(KEY) !== '';
}

/** @returns {string} the name of the file that this page writes; empty while there is none */
export function chosenName() {
  return chosen?.handle.name ?? '';
}

/** Forget which file it was: what is open now may be another dossier. */
export function forgetChosen() {
  chosen = null;
}

/** From now on every file is a download. */
export function wantDownloads() {
  forgetChosen();
  keepText(KEY, '');
}

/**
 * Write a text into the chosen file; the reader chooses one where there is none yet. Call it from a press.
 * @param {string} text
 * @param {string} name offered for a new file
 * @param {{of: string, isNew?: boolean}} how of: tells one dossier from another; isNew: choose another file
 * @returns {Promise<string>} the name of the file, once the browser has closed it
 * @throws {ChosenFileError}
 */
export async function writeChosen(text, name, { of, isNew = false }) {
  if (isBusy) throw new ChosenFileError('busy');
  isBusy = true;
  try {
    if (isNew || chosen?.of !== of) {
      const handle = await choose(name);
      chosen = { handle, written: await written(handle, text), of };
      keepText(KEY, 'ja');
    } else {
      if ((await state(chosen.handle)) !== chosen.written) throw new ChosenFileError('changed');
      chosen.written = await written(chosen.handle, text);
    }
    return chosen.handle.name;
  } catch (error) {
    const found = asChosenError(error);
    if (found.code === 'gone') forgetChosen(); // the next press asks where the file is to come
    throw found;
  } finally {
    isBusy = false;
  }
}

/** @returns {((options: object) => Promise<Handle>) | undefined} */
function picker() {
  return /** @type {any} */ (globalThis).showSaveFilePicker;
}

/**
 * @param {string} name
 * @returns {Promise<Handle>}
 */
async function choose(name) {
  try {
    const ask = picker();
    if (!ask) throw new ChosenFileError('unable');
    return await ask({ suggestedName: name, types: [{ accept: { 'application/json': ['.json'] } }] });
  } catch (error) {
    throw new ChosenFileError(nameOf(error) === 'AbortError' ? 'cancelled' : 'unable', error);
  }
}

/**
 * Write into a file all that it is to hold. What stood there stays until the browser closes what was written.
 * @param {Handle} handle
 * @param {string} text
 * @returns {Promise<string>} as what the file stands then
 */
async function written(handle, text) {
  if ((await handle.requestPermission?.({ mode: 'readwrite' }) ?? 'granted') !== 'granted') throw new ChosenFileError('denied');
  const stream = await handle.createWritable();
  try {
    await stream.write(text);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => undefined); // it may be closed or broken already
    throw error;
  }
  if ((await handle.getFile()).size !== new Blob([text]).size) throw new ChosenFileError('failed');
  return state(handle);
}

/**
 * @param {Handle} handle
 * @returns {Promise<string>} the same for as long as nobody writes in the file
 */
async function state(handle) {
  const { lastModified, size } = await handle.getFile();
  return `${lastModified} ${size}`;
}

/** @param {unknown} error */
function nameOf(error) {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

/**
 * @param {unknown} error
 * @returns {ChosenFileError}
 */
function asChosenError(error) {
  if (error instanceof ChosenFileError) return error;
  /** @type {Record<string, ChosenCode>} */
  const codes = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'gone', QuotaExceededError: 'full', NoModificationAllowedError: 'busy' };
  return new ChosenFileError(codes[nameOf(error)] ?? 'failed', error);
}
