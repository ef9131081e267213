// What a Dutch word is for the search: folded letters, word families. Pure functions; must not know pages or the DOM.

import { DutchStemmer } from './vendor/dutch-stemmer.js';

/** Index terms of a word family start with this, so that a stem is never taken for a word that was typed. */
export const FAMILY = '=';

const WORD = /[\p{L}\p{N}]+/gu;
/** What folding changes; a text is mostly plain already. */
const NOT_PLAIN = /[A-Z]|[^\x00-\x7f]/g;
const stemmer = new DutchStemmer();
/** @type {Map<string, string>} */
const stems = new Map();

/**
 * Fold a text to plain lower case letters, one character for one, so that places in it stay valid.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.normalize('NFC').replace(NOT_PLAIN, (letter) => {
    const plain = letter.toLowerCase().normalize('NFD')[0] ?? letter;
    return plain.length === letter.length ? plain : letter;
  });
}

/**
 * Give the stem of a folded word (Kraaij-Pohlmann): implementeren, implementatie and geïmplementeerd share one.
 * Three joints are ours, for what the algorithm misses: verbs in -eren meet their nouns (innoveren, innovatie),
 * verbs in -t their stem (borgt, borgen), English plurals their singular (checklists, checklist).
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stemmer
    .stemWord(word)
    .replace(/eer$/, 'er')
    .replace(/^(.{5,}[bdfgklmnprt])s$/, '$1')
    .replace(/^(.{3,}[bfgklmnpr])t$/, '$1');
  stems.set(word, found);
  return found;
}

/**
 * Find the words of a text with their places; both the text given and the places are of its NFC form.
 * @param {string} text
 * @returns {{word: string, start: number, end: number}[]}
 */
export function wordsOf(text) {
  const folded = fold(text);
  return Array.from(folded.matchAll(WORD), (found) => ({
    word: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/**
 * Tell whether a word is a compound with (a form of) another in it: implementatieteam for teams and for implementeren.
 * Short parts are left out: they are endings and prefixes.
 * @param {string} word
 * @param {string} part
 * @returns {boolean}
 */
export function holdsPart(word, part) {
  return part.length > 3 && word.length > 6 && (endsInPart(word, part) || startsWithPart(word, part));
}

/**
 * @param {string} word
 * @param {string} part
 * @returns {boolean}
 */
function endsInPart(word, part) {
  const opening = part.slice(0, 3);
  for (let at = word.indexOf(opening, 3); at > 0; at = word.indexOf(opening, at + 1)) {
    if (stem(word.slice(at)) === stem(part)) return true;
  }
  return false;
}

/**
 * @param {string} word
 * @param {string} part
 * @returns {boolean}
 */
function startsWithPart(word, part) {
  if (!word.startsWith(part.slice(0, 4))) return false;
  for (let end = 4; end <= word.length - 3; end += 1) {
    if (stem(word.slice(0, end)) === stem(part)) return true;
  }
  return false;
}
