// Any number of chosen files → dossiers that were checked, and a sentence for each that cannot be used. Must not merge.

import { FileError, readText } from './dossier-file.js';
import { readFile } from './dossier-open.js';
import { place } from './place.js';
import { say } from './words.js';

/**
 * @typedef {import('./dossier-file.js').Dossier} Dossier
 * @typedef {{good: {name: string, dossier: Dossier}[], refused: string[]}} Pile
 */

/**
 * Read files, one by one; a bad one never keeps the others out.
 * @param {Iterable<File>} files
 * @returns {Promise<Pile>}
 */
export async function readPile(files) {
  /** @type {Pile} */
  const pile = { good: [], refused: [] };
  for (const file of files) {
    try {
      const { dossier, newer } = readText(await readFile(file), place.edition);
      if (newer) pile.refused.push(say('team.newer', { bestand: file.name }));
      else pile.good.push({ name: file.name, dossier });
    } catch (error) {
      console.warn(error);
      pile.refused.push(say(`file.${error instanceof FileError ? error.code : 'unreadable'}`, { bestand: file.name }));
    }
  }
  return pile;
}

/**
 * Name files in the history: a long list ends early, and shows that it goes on.
 * @param {string[]} names
 * @returns {string}
 */
export function namesOf(names) {
  const all = [...names.join(', ')];
  return all.length <= 300 ? all.join('') : `${all.slice(0, 299).join('')}…`;
}
