// Search without a screen: index in, question in, ranked sections out. Runs in node too; must not touch the DOM.

import MiniSearch from './vendor/minisearch.js';
import { FAMILY, holdsPart, stem, wordsOf } from './search-words.js';

/**
 * @typedef {{pages: [string, string][], sections: [number, string, string, string][], stop: string[]}} Register
 *   pages: [address, title]; sections: [place in pages, anchor, heading, text]; stop: words that say nothing alone
 * @typedef {{address: string, anchor: string, heading: string, page: string, text: string, terms: Set<string>}} Found
 * @typedef {'all' | 'fuzzy' | 'some' | 'none'} Kind
 *   how it was found: every word; every word, some by likeness; some of the words; nothing
 * @typedef {{kind: Kind, results: Found[], near: string[]}} Answer
 */

/** How much each way of finding weighs against the word as it was typed. */
const WEIGHT = { exact: 2, family: 1.6, start: 0.5, longer: 0.2, part: 0.6, like: 0.3 };
const NEAR_WORDS = 4;

export class SearchEngine {
  /** @param {Register} register */
  constructor(register) {
    this.register = register;
    this.stop = new Set(register.stop);
    /** @type {Set<string>} */
    this.vocabulary = new Set();
    this.index = new MiniSearch({
      fields: ['heading', 'page', 'text'],
      tokenize: (text) => wordsOf(text).map((found) => found.word),
      processTerm: (word) => this.terms(word),
      searchOptions: { boost: { heading: 4, page: 1.5 } },
    });
  }

  /**
   * Fill the index in slices, so that typing is never held up.
   * @returns {Promise<this>}
   */
  async build() {
    const { pages, sections } = this.register;
    const documents = sections.map(([page, , heading, text], id) => ({
      id,
      heading,
      page: pages[page]?.[1] ?? '',
      text,
    }));
    await this.index.addAllAsync(documents, { chunkSize: 20 });
    return this;
  }

  /**
   * What one word of the text puts in the index: itself and its family.
   * @param {string} word
   * @returns {string[] | null}
   */
  terms(word) {
    if (this.stop.has(word)) return null;
    this.vocabulary.add(word);
    return [word, FAMILY + stem(word)];
  }

  /**
   * Answer a question: first every word, then every word or what looks like it, then any of the words.
   * @param {string} question
   * @returns {Answer}
   */
  search(question) {
    const typed = [...new Set(wordsOf(question).map((found) => found.word))];
    const telling = typed.filter((word) => !this.stop.has(word));
    const words = telling.length ? telling : [];
    if (!words.length) return { kind: 'none', results: [], near: [] };
    /** @type {[Kind, import('./vendor/minisearch.js').Query][]} */
    const tries = [
      ['all', this.query('AND', words, false)],
      ['fuzzy', this.query('AND', words, true)],
      ['some', this.query('OR', words, false)],
    ];
    for (const [kind, query] of tries) {
      const hits = this.index.search(query);
      if (hits.length) return { kind, results: hits.map((hit) => this.found(hit)), near: [] };
    }
    return { kind: 'none', results: [], near: this.near(words) };
  }

  /**
   * @param {'AND' | 'OR'} combineWith
   * @param {string[]} words
   * @param {boolean} fuzzy
   * @returns {import('./vendor/minisearch.js').Query}
   */
  query(combineWith, words, fuzzy) {
    return { combineWith, queries: words.map((word) => this.wordQuery(word, fuzzy)) };
  }

  /**
   * One word in all its forms. Likeness counts only for a word that is found in no other way.
   * @param {string} word
   * @param {boolean} fuzzy
   * @returns {import('./vendor/minisearch.js').Query}
   */
  wordQuery(word, fuzzy) {
    const ways = [term(word, WEIGHT.exact), term(FAMILY + stem(word), WEIGHT.family)];
    const parts = [...this.vocabulary].filter((known) => holdsPart(known, word));
    ways.push(...parts.map((known) => term(known, WEIGHT.part)));
    const starts = word.length > 2 && [...this.vocabulary].some((known) => known.startsWith(word));
    if (starts) ways.push({ ...term(word, this.vocabulary.has(word) ? WEIGHT.longer : WEIGHT.start), prefix: true });
    if (fuzzy && !starts && !parts.length && !this.known(word)) {
      ways.push({ ...term(word, WEIGHT.like), fuzzy: word.length > 7 ? 2 : 1 });
    }
    return { combineWith: 'OR', queries: ways };
  }

  /**
   * @param {string} word
   * @returns {boolean}
   */
  known(word) {
    return this.index.search(term(FAMILY + stem(word), 1)).length > 0;
  }

  /**
   * Words of the handbook that look like those asked, for a question that found nothing.
   * @param {string[]} words
   * @returns {string[]}
   */
  near(words) {
    /** @type {Set<string>} */
    const near = new Set();
    for (const word of words) {
      const hits = this.index.search({ ...term(word, 1), fuzzy: 0.4, prefix: (part) => part.length > 3 });
      const terms = hits.flatMap((hit) => hit.terms).filter((found) => !found.startsWith(FAMILY));
      for (const found of terms) if (near.size < NEAR_WORDS) near.add(found);
    }
    return [...near];
  }

  /**
   * @param {import('./vendor/minisearch.js').SearchResult} hit
   * @returns {Found}
   */
  found(hit) {
    const section = this.register.sections[Number(hit.id)];
    if (!section) throw new RangeError(`no section ${hit.id}`);
    const [number, anchor, heading, text] = section;
    const [address, page] = this.register.pages[number] ?? ['', ''];
    return { address, anchor, heading, page, text, terms: new Set(hit.terms) };
  }
}

/**
 * A question for one index term, as it stands.
 * @param {string} text
 * @param {number} weight
 * @returns {import('./vendor/minisearch.js').QueryCombination}
 */
function term(text, weight) {
  return {
    queries: [text],
    tokenize: (whole) => [whole],
    processTerm: (whole) => whole,
    boostTerm: () => weight,
    prefix: false,
    fuzzy: false,
  };
}
