// A file of the dossier, asked of Python, or why there is none. Must not look into a file.

import { pageInstruments } from '../forms/forms.js';
import { publicAddress } from '../base/place.js';
import { isAbsent, python } from '../python/client.js';
import { say } from '../base/words.js';

/** @typedef {{name: string, type: string, content: BlobPart, forgotten: number}} OfferedFile  forgotten: lines of the history that had no room in a dossier that goes along */

/** Formats for which Python needs a library of the part that other pages never load. */
const WITH_PART = new Set(['xlsx']);

/** Python says in words why there is no file. */
export class NoFile extends Error {}

/**
 * Let Python make a file of the dossier.
 * @param {{kind: string, format: string, dossier: object, of?: string, at?: string, carry?: boolean}} wanted
 * @returns {Promise<OfferedFile>}
 * @throws {import('../python/client.js').PythonError | NoFile}
 */
export async function askForFile(wanted) {
  const request = { op: 'export', instruments: pageInstruments(), site: publicAddress(), ...wanted };
  const reply = await python().ask(request, WITH_PART.has(wanted.format) ? 'export' : '');
  if (!reply.ok) throw new NoFile(reply.message);
  const content = Uint8Array.from(atob(String(reply['base64'])), (character) => character.charCodeAt(0));
  return { name: String(reply['name']), type: String(reply['type']), content, forgotten: Number(reply['forgotten']) };
}

/**
 * Say why there is no file, and that nothing was lost.
 * @param {unknown} error
 * @returns {string}
 */
export function whyNoFile(error) {
  console.warn(error);
  if (error instanceof NoFile && error.message) return error.message;
  return say(isAbsent(error) ? 'papers.no-python' : 'papers.failed');
}
