// What a Dutch word is for the search: folded letters, word families. Pure functions; must not know pages or the DOM.

import { fold } from '../base/fold.js';
import { DutchStemmer } from '../vendor/dutch-stemmer.js';

/** Index terms of a word family start with this, so that a stem is never taken for a word that was typed. */
export const FAMILY = '=';

/** A word; the 's of a plural belongs to it (amigo's, collega’s). */
const WORD = /[\p{L}\p{N}]+(?:['’]s(?![\p{L}\p{N}]))?/gu;
/** Letters that stand for more than one (ﬁ), and marks that only say where a word may be broken. */
const LIGATURE = /[\ufb00-\ufb06\u0132\u0133\uff01-\uff5e]/g;
const BREAK = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** Letters that sound alike in Dutch; the order matters. */
const SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/ch/g, 'g'], [/ij|y/g, 'ei'], [/ou/g, 'au'], [/ph|v/g, 'f'], [/th/g, 't'], [/[ck]/g, 'k'], [/[sz]/g, 's'], [/d(?=$|t)/g, 't'],
  [/(.)\1+/g, '$1'],
]);
/** The most letters that two forms of one word differ in length: implementeren, implementatie, implementeerbaarheid. */
const ENDING = 7;
const stemmer = new DutchStemmer();
/** @type {Map<string, string>} */
const stems = new Map();

/**
 * Take out of what was typed or pasted what no eye sees: soft hyphens, letters joined in one sign.
 * @param {string} text
 * @returns {string}
 */
export function clean(text) {
  return text.replace(BREAK, '').replace(LIGATURE, (sign) => sign.normalize('NFKC'));
}

/**
 * Give how a word sounds, for who writes as it is said: stopligt and stoplicht sound the same.
 * @param {string} word
 * @returns {string}
 */
export function sound(word) {
  return SOUNDS.reduce((said, [letters, plain]) => said.replace(letters, plain), word);
}

/**
 * Give the stem of a folded word (Kraaij-Pohlmann): implementeren, implementatie and geïmplementeerd share one.
 * Five joints are ours, for what the algorithm misses: verbs in -eren meet their nouns (innoveren, innovatie),
 * verbs in -t their stem (borgt, borgen), English plurals their singular (checklists, checklist), plurals in -'s theirs
 * (amigo's, amigo), and leden its lid (raadsleden, raadslid).
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stemmer
    .stemWord(word.replace(/leden$/, 'lid'))
    .replace(/eer$/, 'er')
    .replace(/^(.{5,}[bdfgklmnprt])s$/, '$1')
    .replace(/^(.{3,}[bfgklmnpr])t$/, '$1')
    .replace(/^(.{2,}[^aeiou][aou])s$/, '$1');
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
    word: found[0].replace(/['’]/, ''),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/**
 * Find (a form of) one word in another: implementatieteam for teams and for implementeren.
 * Short parts are left out: they are endings and prefixes.
 * @param {string} word
 * @param {string} part
 * @returns {{end: boolean, rest: string} | null} whether the part comes last, and what else the word is made of
 */
export function partOf(word, part) {
  if (part.length < 4 || word.length < 7) return null;
  return asEnd(word, part) ?? asStart(word, part);
}

/**
 * @param {string} word
 * @param {string} part
 * @returns {{end: boolean, rest: string} | null}
 */
function asEnd(word, part) {
  const opening = part.slice(0, 3);
  for (let at = word.indexOf(opening, 3); at > 0; at = word.indexOf(opening, at + 1)) {
    const long = Math.abs(word.length - at - part.length) <= ENDING;
    if (long && stem(word.slice(at)) === stem(part)) return { end: true, rest: word.slice(0, at) };
  }
  return null;
}

/**
 * @param {string} word
 * @param {string} part
 * @returns {{end: boolean, rest: string} | null}
 */
function asStart(word, part) {
  if (!word.startsWith(part.slice(0, 4))) return null;
  const last = Math.min(word.length - 3, part.length + ENDING);
  for (let end = Math.max(4, part.length - ENDING); end <= last; end += 1) {
    if (stem(word.slice(0, end)) === stem(part)) return { end: false, rest: word.slice(end) };
  }
  return null;
}

/**
 * Count the typing faults between two words: a letter more, less or another, or two letters changed about.
 * @param {string} one
 * @param {string} other
 * @param {number} most where there are more, the exact number does not matter
 * @returns {number} Infinity for more than `most`
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let place = 1; place <= other.length; place += 1) {
      const found = cell(one, other, row, place, { before, last, line });
      line.push(found);
      if (found < least) least = found;
    }
    if (least > most) return Infinity;
    [before, last] = [last, line];
  }
  const away = at(last, other.length);
  return away <= most ? away : Infinity;
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} row
 * @param {number} place
 * @param {{before: number[], last: number[], line: number[]}} lines
 * @returns {number} the least faults up to here
 */
function cell(one, other, row, place, { before, last, line }) {
  const same = one[row - 1] === other[place - 1];
  const least = Math.min(at(last, place) + 1, at(line, place - 1) + 1, at(last, place - 1) + (same ? 0 : 1));
  const turned = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
  return turned ? Math.min(least, at(before, place - 2) + 1) : least;
}

/**
 * @param {number[]} line
 * @param {number} place
 * @returns {number}
 */
function at(line, place) {
  return line[place] ?? Infinity;
}
