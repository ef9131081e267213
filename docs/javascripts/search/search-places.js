// What leads to a place before its text is read: its code, its title, and what readers ask for. Must not search text.

import { known } from '../page/code-meant.js';
import { stem, wordsOf } from './search-words.js';

/** @typedef {import('./search-engine.js').Register} Register */
/** @typedef {import('./search-lexicon.js').Lexicon} Lexicon */

/** What a heading starts with that nobody types: 5b, III.D.6, 10. */
const NUMBER = /^(?:\d+[a-z]?|[IVX]+(?:\.[A-Z])?(?:\.\d)?)\s+/;
const BRACKETS = /\s*\(.*?\)/g;
/** A word with a figure in it, or a few single letters: what a code is made of. */
const CODE = /^(?=.*\d|[ivx]+\.)[a-z]{0,12}[\s.,:;_-]*[\da-z]{1,3}(?:[\s.,:;_-]+[\da-z]{1,3}){0,3}$/i;
/** A title that more sections have names none of them. */
const NAMED = 2;
/** Anchors whose first word tells more than their page. */
const SORTS = new Map([['term', 'begrip'], ['lit', 'werk'], ['fig', 'figuur'], ['co', 'conditie'], ['cfir', 'factor']]);
const BETWEEN = /[\s.,:;_-]+/g;



export class Places {
  /**
   * @param {Register} register
   * @param {Record<string, string>} codes code → address
   * @param {Lexicon} lexicon
   */
  constructor({ pages, sections, asked, asking }, codes, lexicon) {
    this.codes = codes;
    this.lexicon = lexicon;
    this.asking = new Set(asking);
    /** @type {Map<string, number>} */
    this.byAddress = new Map();
    /** @type {Map<string, number>} anchors as people say them: sf-5b and 5b, cfir-iii-d-6 and III.D.6 */
    this.byAnchor = new Map();
    /** @type {Map<string, Set<number>>} */
    this.titles = new Map();
    /** @type {Map<string, Set<number>>} titles as they are typed in full */
    this.inFull = new Map();
    /** @type {Map<string, Set<number>>} */
    this.asked = new Map();
    for (const [id, [number, anchor, heading]] of sections.entries()) {
      const address = pages[number]?.[0] ?? '';
      this.byAddress.set(anchor ? `${address}#${anchor}` : address, id);
      for (const name of [anchor, anchor.replace(/^[a-z]+-/, '')]) {
        const said = name.replace(BETWEEN, '');
        if (/^[a-z]+-/.test(anchor) && !this.byAnchor.has(said)) this.byAnchor.set(said, id);
      }
      for (const title of titlesOf(heading)) {
        note(this.titles, this.gist(title), id);
        note(this.inFull, inFull(title), id);
      }
    }
    for (const [id, phrase] of asked) for (const key of this.keys(phrase)) note(this.asked, key, id);
  }

  /**
   * By what a question is known: all its words, and what it is about where that is more than one word.
   * @param {string} question
   * @returns {string[]}
   */
  keys(question) {
    const gist = this.gist(question);
    return [inFull(question), ...(gist.includes(' ') || !inFull(question).includes(' ') ? [gist] : [])];
  }

  /**
   * What a question is about, whatever its order and its form: the stems of the words that say something, or of all.
   * @param {string} question
   * @returns {string}
   */
  gist(question) {
    const all = wordsOf(question).map((found) => found.word);
    const telling = all.filter((word) => !this.lexicon.stop.has(word) && !this.asking.has(word));
    return [...new Set((telling.length ? telling : all).map(stem))].sort().join(' ');
  }

  /**
   * The place that a code stands for: 5b.2, sf-5b, III.D.6.
   * @param {string} question
   * @returns {number | undefined}
   */
  coded(question) {
    if (!CODE.test(question)) return undefined;
    const code = known(question, Object.keys(this.codes));
    const address = code && this.codes[code]?.replace(/^\.\//, '');
    const found = address === undefined ? undefined : this.byAddress.get(address);
    return found ?? this.byAnchor.get(question.toLowerCase().replace(BETWEEN, ''));
  }

  /**
   * Sections that the question names: by its code, by its title in full, or as editors listed it, in the order of the list.
   * @param {string} question
   * @param {string[]} words as they were read, where a blank stood within one
   * @returns {number[]}
   */
  best(question, words) {
    const coded = this.coded(question);
    if (coded !== undefined) return [coded];
    const titled = this.inFull.get(inFull(question)) ?? new Set();
    const listed = [...this.keys(question), ...this.keys(words.join(' '))].map((key) => this.asked.get(key)).find(Boolean);
    return [...new Set([...(titled.size <= NAMED ? titled : []), ...(listed ?? [])])];
  }

  /**
   * @param {string} question
   * @returns {Set<number>} sections with this very title
   */
  titled(question) {
    return this.titles.get(this.gist(question)) ?? new Set();
  }
}

/**
 * @param {string} heading
 * @returns {string[]} what a heading is called: in full, without its number, without what stands in brackets, each of two names
 */
function titlesOf(heading) {
  const plain = heading.replace(NUMBER, '');
  const bare = plain.replace(BRACKETS, '');
  return [heading, plain, bare, ...bare.split(' / ')];
}

/**
 * @param {string} text
 * @returns {string} its words and nothing else
 */
function inFull(text) {
  return wordsOf(text).map((found) => found.word).join(' ');
}

/**
 * @param {Map<string, Set<number>>} held
 * @param {string} key
 * @param {number} id
 */
function note(held, key, id) {
  if (key) held.set(key, (held.get(key) ?? new Set()).add(id));
}

/**
 * Name what a section is, by its own anchor or else by its page.
 * @param {string} anchor
 * @param {string} kind
 * @param {string} sort
 * @returns {string}
 */
export function sortOf(anchor, kind, sort) {
  const own = SORTS.get(anchor.split('-')[0] ?? '');
  if (own) return own;
  if (sort === 'instrument') return anchor && !anchor.startsWith('cl-') ? 'punt' : 'instrument';
  return sort === 'tekst' || !sort ? kind : sort;
}
