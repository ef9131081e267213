// The words of the handbook: which it has, which are compounds, which it says otherwise, which one was meant.
// Filled while the index is made; must not rank.

import { distance, FAMILY, partOf, sound, stem, wordsOf } from './search-words.js';

/** @typedef {{compounds: [word: string, part: {end: boolean, rest: string}][], starts: boolean}} Around */

/** What joins two words of a compound. */
export const JOINT = /(s|en|e)$/;
const NEAR_WORDS = 4;
/** The most words of a question that are looked up together. */
const PHRASE = 4;

export class Lexicon {
  /** @param {Pick<import('./search-engine.js').Register, 'stop' | 'alike'>} register */
  constructor({ stop, alike }) {
    this.stop = new Set(stop);
    /** @type {Map<string, number>} every word with how often it stands in the text */
    this.vocabulary = new Map();
    /** @type {Set<string>} */
    this.families = new Set();
    /** @type {Map<string, Around>} */
    this.seen = new Map();
    /** @type {Map<string, string>} how a word sounds → the word that stands most in the text */
    this.sounds = new Map();
    /** @type {Map<string, string[][]>} stems of what is typed → words of what is said */
    this.alike = new Map();
    for (const [typed, said] of alike) {
      const key = this.key(this.telling(typed));
      const words = this.telling(said);
      if (key && words.length) this.alike.set(key, [...(this.alike.get(key) ?? []), words]);
    }
  }

  /**
   * Take in one word of the text; give what it puts in the index: itself and its family.
   * @param {string} word
   * @returns {string[] | null}
   */
  add(word) {
    if (this.stop.has(word)) return null;
    this.vocabulary.set(word, (this.vocabulary.get(word) ?? 0) + 1);
    const family = FAMILY + stem(word);
    this.families.add(family);
    return [word, family];
  }

  /** Learn how the words sound, once the text is in; later a question would wait for it. */
  listen() {
    for (const word of this.vocabulary.keys()) {
      const said = sound(word);
      const had = this.vocabulary.get(this.sounds.get(said) ?? '') ?? 0;
      if (word.length > 4 && had < (this.vocabulary.get(word) ?? 0)) this.sounds.set(said, word);
    }
  }

  /**
   * @param {string} word
   * @returns {string | undefined} the word of the handbook that sounds like it
   */
  heard(word) {
    return word.length > 4 ? this.sounds.get(sound(word)) : undefined;
  }

  /**
   * @param {string} word
   * @returns {string} the word itself, or for one that the handbook does not have the one that sounds like it
   */
  meant(word) {
    return this.known(word) ? word : (this.heard(word) ?? word);
  }

  /**
   * @param {string} text
   * @returns {string[]} its words that say something
   */
  telling(text) {
    return wordsOf(text)
      .map((found) => found.word)
      .filter((word) => !this.stop.has(word));
  }

  /**
   * @param {string[]} words
   * @returns {string}
   */
  key(words) {
    return words.map(stem).join(' ');
  }

  /**
   * Cut a question into words, and words that together have another name in the handbook.
   * @param {string[]} words
   * @returns {string[][]}
   */
  phrases(words) {
    /** @type {string[][]} */
    const phrases = [];
    for (let at = 0; at < words.length; ) {
      const length = this.phraseAt(words, at);
      phrases.push(words.slice(at, at + length));
      at += length;
    }
    return phrases;
  }

  /**
   * @param {string[]} words
   * @param {number} at
   * @returns {number} how many words from here are listed as one; 1 where none are
   */
  phraseAt(words, at) {
    for (let length = Math.min(PHRASE, words.length - at); length > 1; length -= 1) {
      if (this.alike.has(this.key(words.slice(at, at + length)))) return length;
    }
    return 1;
  }

  /**
   * @param {string[]} words
   * @returns {string[][]} what the handbook says for these words
   */
  others(words) {
    return this.alike.get(this.key(words)) ?? [];
  }

  /**
   * @param {string} word
   * @returns {boolean} whether it stands in the text as it is
   */
  has(word) {
    return this.vocabulary.has(word);
  }

  /**
   * Find the compounds with a word, each with the place of its part, and whether words start with it. Kept: the other
   * names of words come back with every letter that is typed.
   * @param {string} word
   * @returns {Around}
   */
  around(word) {
    const kept = this.seen.get(word);
    if (kept) return kept;
    /** @type {Around['compounds']} */
    const compounds = [];
    let starts = false;
    for (const known of this.vocabulary.keys()) {
      const part = partOf(known, word);
      if (part) compounds.push([known, part]);
      starts ||= known.startsWith(word);
    }
    const found = { compounds, starts };
    this.seen.set(word, found);
    return found;
  }

  /**
   * @param {string} word
   * @returns {boolean} whether the handbook has it, or says it otherwise
   */
  known(word) {
    return this.families.has(FAMILY + stem(word)) || this.alike.has(stem(word));
  }

  /**
   * Cut a word that the handbook does not have into two that it has: overlegritme, overleg and ritme.
   * @param {string} word
   * @returns {string[]} none where it cannot be cut
   */
  halves(word) {
    for (let at = word.length - 4; at > 3; at -= 1) {
      const tail = word.slice(at);
      const head = [word.slice(0, at), word.slice(0, at).replace(JOINT, '')].find((one) => this.known(one));
      if (head && head.length > 3 && this.known(tail)) return [head, tail];
    }
    return [];
  }

  /**
   * Put together what was typed with a space and is one word of the handbook: stop licht, out put.
   * @param {string[]} words
   * @returns {string[]}
   */
  joined(words) {
    /** @type {string[]} */
    const found = [];
    for (let at = 0; at < words.length; at += 1) {
      const [one = '', next = ''] = words.slice(at, at + 2);
      const whole = next && [one + next, `${one}s${next}`].find((word) => word.length > 6 && this.has(word));
      found.push(whole || this.guessed(one, next) || one);
      if (found.at(-1) !== one) at += 1;
    }
    return found;
  }

  /**
   * @param {string} one
   * @param {string} next
   * @returns {string} the word that these are together, where one of them is no word of the handbook
   */
  guessed(one, next) {
    if (!next || (this.known(one) && this.known(next)) || one.length + next.length < 8) return '';
    return this.heard(one + next) ?? '';
  }

  /**
   * Words of the handbook that this one may be meant for, each with how likely that is.
   * @param {string} word
   * @returns {[string, number][]} the best first
   */
  like(word) {
    const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
    return most ? this.nearest(word, most).slice(0, 3) : [];
  }

  /**
   * @param {string} word
   * @param {number} most
   * @returns {[string, number][]}
   */
  nearest(word, most) {
    /** @type {[string, number][]} */
    const found = [];
    const heard = this.heard(word);
    for (const [known, times] of this.vocabulary) {
      const away = known === heard ? 0.5 : known.length > 3 ? distance(word, known, most) : Infinity;
      if (away <= most) found.push([known, Math.log(2 + times) / 4 ** away]);
    }
    found.sort((one, other) => other[1] - one[1]);
    const best = found[0]?.[1] ?? 1;
    return found.map(([known, weight]) => [known, weight / best]);
  }

  /**
   * The questions that were read for what was typed, for a question with something unknown in it.
   * @param {string[]} words
   * @returns {string[]}
   */
  corrections(words) {
    const unknown = words.filter((word) => !this.known(word) && !this.around(word).starts && !this.around(word).compounds.length);
    const read = (/** @type {string} */ from, /** @type {string} */ to) =>
      words.map((word) => (word === from ? to : word)).join(' ');
    const found = unknown.flatMap((word) => this.like(word).map(([known]) => read(word, known)));
    return [...new Set(found)].slice(0, NEAR_WORDS);
  }

  /**
   * Words of the handbook that look like those asked, for a question that found nothing.
   * @param {string[]} words
   * @returns {string[]}
   */
  near(words) {
    const near = words.flatMap((word) => this.nearest(word, Math.floor(word.length * 0.4)).map(([known]) => known));
    return [...new Set(near)].slice(0, NEAR_WORDS);
  }
}
