// Any number of chosen files → dossiers that were checked, and a sentence for each that cannot be used. Must not merge.

import { readText } from '../file/dossier-file.js';
import { readFile, whyUnread } from '../file/file-kinds.js';
import { place } from '../base/place.js';
import { Stopped, Turns } from '../base/turns.js';
import { say } from '../base/words.js';

/** @typedef {{good: {name: string, dossier: import('../file/dossier-file.js').Dossier}[], refused: string[]}} Pile */

/**
 * Read files, one by one; a bad one never keeps the others out.
 * @param {Iterable<File>} files
 * @param {Turns} [turns]
 * @returns {Promise<Pile>}
 */
export async function readPile(files, turns = new Turns()) {
  /** @type {Pile} */
  const pile = { good: [], refused: [] };
  for (const file of files) {
    try {
      const { dossier, newer } = await readText(await readFile(file), place.edition, turns);
      turns.check();
      if (newer) pile.refused.push(say('team.newer', { bestand: file.name }));
      else pile.good.push({ name: file.name, dossier });
    } catch (error) {
      if (error instanceof Stopped) throw error;
      pile.refused.push(whyUnread(error, file.name));
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
