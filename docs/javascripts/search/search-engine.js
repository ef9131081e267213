// Search without a screen: index in, question in, ranked sections out. Runs in node too; must not touch the DOM.

import MiniSearch from '../vendor/minisearch.js';
import { Lexicon } from './search-lexicon.js';
import { ASKED, Lookup } from './search-lookup.js';
import { Places, sortOf } from './search-places.js';
import { clean, wordsOf } from './search-words.js';

export { context, mark } from './search-context.js'; // searching loads one file

/**
 * @typedef {[address: string, title: string, phase: number, kind: string, sort: string]} Page
 * @typedef {{pages: Page[], sections: [number, string, string, string][], stop: string[], asking: string[], alike: [string, string][], asked: [number, string][], aside: string[]}} Register
 *   sections: [place in pages, anchor, heading, text]; stop: words that say nothing alone; asking: words of questions;
 *   alike: [what readers type, what the handbook says]; asked: [place in sections, what readers ask for it];
 *   aside: addresses of pages about the handbook itself
 * @typedef {{address: string, anchor: string, heading: string, page: string, text: string, terms: Set<string>, sort: string, via: Via[]}} Found
 *   sort: what it is, as the dialog names it; via: where it was found by another word than was typed
 * @typedef {[typed: string, said: string]} Via
 * @typedef {import('./search-lookup.js').Part} Part
 * @typedef {'all' | 'fuzzy' | 'some' | 'none'} Kind
 *   how it was found: every word; every word, some by likeness; some of the words; nothing
 * @typedef {{kind: Kind, results: Found[], near: string[]}} Answer
 *   near: questions of known words, where something asked is not in the handbook
 * @typedef {{phase?: number, kind?: string}} Limits only sections of this phase, of this kind of page
 * @typedef {{id: number, score: number, cover: number, share: number, terms: Set<string>, via: Via[]}} Sum
 */

/** A section with less than this share of the question is no answer where another has more. */
const ENOUGH = 0.45;
/** A question that is the title of a section: so much more for each word of it, up to so many. */
const TITLED = { word: 0.5, most: 6 };

export class SearchEngine {
  /**
   * @param {Register} register
   * @param {Record<string, string>} [codes] code → address
   */
  constructor(register, codes = {}) {
    this.register = register;
    this.aside = new Set(register.aside);
    this.lexicon = new Lexicon(register);
    this.places = new Places(register, codes, this.lexicon);
    this.index = new MiniSearch({
      fields: ['heading', 'page', 'about', 'text', ASKED],
      tokenize: (text) => wordsOf(text).map((found) => found.word),
      processTerm: (word) => this.lexicon.add(word),
      searchOptions: { boost: { heading: 4, page: 1.5, about: 0.7, [ASKED]: 3 } },
    });
    this.lookup = new Lookup(this.index, this.lexicon, register);
  }

  /**
   * Fill the index in slices, so that typing is never held up.
   * @returns {Promise<this>}
   */
  async build() {
    const { pages, sections } = this.register;
    /** @type {Map<number, string>} */
    const asked = new Map();
    for (const [id, phrase] of this.register.asked) asked.set(id, `${asked.get(id) ?? ''} ${phrase}`);
    const documents = sections.map(([number, , heading, text], id) => {
      const [, page = '', phase = 0, , sort = ''] = pages[number] ?? [];
      return { id, heading, page, about: phase ? `fase ${phase} ${sort}` : sort, text, [ASKED]: asked.get(id) ?? '' };
    });
    await this.index.addAllAsync(documents, { chunkSize: 50 });
    this.lexicon.listen();
    return this;
  }

  /**
   * Answer a question: sections with all it is about before those with a part of it.
   * @param {string} question
   * @param {Limits} [limits]
   * @returns {Answer}
   */
  search(question, limits = {}) {
    const { lexicon } = this;
    const asked = clean(question);
    const typed = lexicon.joined([...new Set(lexicon.telling(asked))]);
    const words = typed.map((word) => lexicon.meant(word));
    const best = this.places.best(asked, words).filter((id) => this.within(id, limits));
    const parts = this.lookup.parts(words);
    const whole = parts.reduce((sum, part) => sum + part.weight, 0);
    const sums = this.sums(parts, limits);
    const most = Math.max(0, ...sums.map((sum) => sum.cover));
    const near = lexicon.corrections(typed);
    const lost = parts.some((part) => !part.hits.length) && !parts.some((part) => part.exact);
    if (!best.length && (!sums.length || lost)) {
      return { kind: 'none', results: [], near: near.length ? near : lexicon.near(words) };
    }
    const ranked = lost ? [] : this.ranked(sums, { whole, most, titled: this.places.titled(asked) });
    const results = [...this.first(best, sums), ...ranked.filter((sum) => !best.includes(sum.id))].map((sum) => this.found(sum));
    const exact = words.every((word, at) => word === typed[at]) && (best.length > 0 || parts.every((part) => part.exact));
    return { kind: !best.length && most < whole - 0.001 ? 'some' : exact ? 'all' : 'fuzzy', results, near: exact ? [] : near };
  }

  /**
   * The sections with enough of the question, the best first.
   * @param {Sum[]} sums
   * @param {{whole: number, most: number, titled: Set<number>}} asked
   * @returns {Sum[]}
   */
  ranked(sums, { whole, most, titled }) {
    const enough = sums.filter((sum) => sum.cover >= most * ENOUGH);
    const scored = enough.map((sum) => {
      const title = titled.has(sum.id) ? 1 + TITLED.word * Math.min(TITLED.most, sum.terms.size) : 1;
      return { ...sum, score: sum.score * (sum.share / whole) ** 2 * this.weight(sum.id) * title };
    });
    return scored.sort((one, other) => other.score - one.score || one.id - other.id);
  }

  /**
   * The places that are listed for the question, with the words of it that stand in them.
   * @param {number[]} best
   * @param {Sum[]} sums
   * @returns {Sum[]}
   */
  first(best, sums) {
    const found = new Map(sums.map((sum) => [sum.id, sum]));
    return best.map((id) => found.get(id) ?? { id, score: 0, cover: 0, share: 0, terms: new Set(), via: [] });
  }

  /**
   * Add up what each section has of the question.
   * @param {Part[]} parts
   * @param {Limits} limits
   * @returns {Sum[]}
   */
  sums(parts, limits) {
    /** @type {Map<number, Sum>} */
    const sums = new Map();
    for (const { hits, weight } of parts) {
      const asks = weight < 1 ? weight : 1;
      for (const hit of hits) {
        if (!this.within(hit.id, limits)) continue;
        const sum = sums.get(hit.id) ?? { id: hit.id, score: 0, cover: 0, share: 0, terms: new Set(), via: [] };
        sum.score += hit.score * asks;
        sum.cover += weight;
        sum.share += weight * hit.share;
        if (hit.via) sum.via.push(hit.via);
        for (const found of hit.terms) sum.terms.add(found);
        sums.set(hit.id, sum);
      }
    }
    return [...sums.values()];
  }

  /**
   * @param {number} id
   * @param {Limits} limits
   * @returns {boolean}
   */
  within(id, limits) {
    const [, , phase, kind] = this.page(id);
    return (!limits.phase || limits.phase === phase) && (!limits.kind || limits.kind === kind);
  }

  /**
   * What a section weighs before anything is asked: text before items of lists, terms first, the site's own matters last.
   * @param {number} id
   * @returns {number}
   */
  weight(id) {
    const [address, , , kind] = this.page(id);
    const anchor = this.register.sections[id]?.[1] ?? '';
    if (this.aside.has(address)) return 0.4;
    if (kind === 'instrument') return anchor ? 0.6 : 1;
    return anchor.startsWith('term-') ? 1.3 : 1;
  }

  /**
   * @param {number} id
   * @returns {Page}
   */
  page(id) {
    return this.register.pages[this.register.sections[id]?.[0] ?? -1] ?? ['', '', 0, '', ''];
  }

  /**
   * @param {Sum} sum
   * @returns {Found}
   */
  found({ id, terms, via }) {
    const section = this.register.sections[id];
    if (!section) throw new RangeError(`no section ${id}`);
    const [, anchor, heading, text] = section;
    const [address, page, , kind, sort] = this.page(id);
    return { address, anchor, heading, page, text, terms, sort: sortOf(anchor, kind, sort), via };
  }
}
