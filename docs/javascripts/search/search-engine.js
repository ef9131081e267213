// Search without a screen: index in, question in, ranked sections out. Runs in node too; must not touch the DOM.

import MiniSearch from '../vendor/minisearch.js';
import { JOINT, Lexicon } from './search-lexicon.js';
import { FAMILY, stem, wordsOf } from './search-words.js';

/**
 * @typedef {[address: string, title: string, phase: number, kind: string, sort: string]} Page
 * @typedef {{pages: Page[], sections: [number, string, string, string][], stop: string[], asking: string[], alike: [string, string][]}} Register
 *   sections: [place in pages, anchor, heading, text]; stop: words that say nothing alone; asking: words of questions;
 *   alike: [what readers type, what the handbook says]
 * @typedef {{address: string, anchor: string, heading: string, page: string, text: string, terms: Set<string>}} Found
 * @typedef {'all' | 'fuzzy' | 'some' | 'none'} Kind
 *   how it was found: every word; every word, some by likeness; some of the words; nothing
 * @typedef {{kind: Kind, results: Found[], near: string[]}} Answer
 *   near: questions of known words, where something asked is not in the handbook
 * @typedef {{phase?: number, kind?: string}} Limits only sections of this phase, of this kind of page
 * @typedef {import('../vendor/minisearch.js').QueryCombination} Query
 * @typedef {import('../vendor/minisearch.js').SearchResult} Hit
 * @typedef {{hits: Hit[], weight: number, exact: boolean}} Part one thing the question is about, and where it stands
 * @typedef {{id: number, score: number, cover: number, terms: Set<string>}} Sum
 */

/** How much each way of finding weighs against the word as it was typed. */
const WEIGHT = { exact: 2, family: 1.6, start: 0.5, longer: 0.2, ends: 1, part: 0.5, guess: 0.2, alike: 1.1, like: 1 };
/** How much a word that only asks (which, where, must) counts. */
const ASKS = 0.2;
/** A section with less than this share of the question is no answer where another has more. */
const ENOUGH = 0.6;

export class SearchEngine {
  /** @param {Register} register */
  constructor(register) {
    this.register = register;
    this.asking = new Set(register.asking);
    this.lexicon = new Lexicon(register);
    this.index = new MiniSearch({
      fields: ['heading', 'page', 'about', 'text'],
      tokenize: (text) => wordsOf(text).map((found) => found.word),
      processTerm: (word) => this.lexicon.add(word),
      searchOptions: { boost: { heading: 4, page: 1.5, about: 0.7 } },
    });
  }

  /**
   * Fill the index in slices, so that typing is never held up.
   * @returns {Promise<this>}
   */
  async build() {
    const { pages, sections } = this.register;
    const documents = sections.map(([number, , heading, text], id) => {
      const [, page = '', phase = 0, , sort = ''] = pages[number] ?? [];
      return { id, heading, page, about: phase ? `fase ${phase} ${sort}` : sort, text };
    });
    await this.index.addAllAsync(documents, { chunkSize: 50 });
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
    const words = [...new Set(lexicon.telling(question))];
    const parts = lexicon.phrases(words).flatMap((phrase) => this.part(phrase));
    const whole = parts.reduce((sum, part) => sum + part.weight, 0);
    const sums = this.sums(parts, limits);
    const most = Math.max(0, ...sums.map((sum) => sum.cover));
    const near = lexicon.corrections(words);
    const lost = parts.some((part) => !part.hits.length) && !parts.some((part) => part.exact);
    if (!sums.length || lost) return { kind: 'none', results: [], near: near.length ? near : lexicon.near(words) };
    const results = sums
      .filter((sum) => sum.cover >= most * ENOUGH)
      .map((sum) => ({ ...sum, score: sum.score * (sum.cover / whole) ** 2 * this.weight(sum.id) }))
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .map((sum) => this.found(sum));
    const exact = parts.every((part) => part.exact);
    return { kind: most < whole - 0.001 ? 'some' : exact ? 'all' : 'fuzzy', results, near: exact ? [] : near };
  }

  /**
   * Look up one word or phrase: in all its forms, by its other names, as a compound, and last by likeness.
   * @param {string[]} words
   * @returns {Part[]}
   */
  part(words) {
    const others = this.lexicon.others(words);
    const ways = [this.together(words, 1), ...others.map((other) => this.together(other, WEIGHT.alike / WEIGHT.exact))];
    const hits = this.hits(ways);
    const asks = words.every((word) => this.asking.has(word));
    if (hits.length) return [{ hits, weight: this.rarity(hits) * (asks ? ASKS : 1), exact: true }];
    const [word = ''] = words;
    const both = this.both(this.lexicon.halves(word).flatMap((half) => this.part([half])));
    if (both.length) return [{ hits: both, weight: this.rarity(both), exact: false }];
    const like = this.lexicon.like(word).map(([known, weight]) => this.forms(known, WEIGHT.like * weight));
    const found = this.hits(like);
    return [{ hits: found, weight: this.rarity(found) * (asks ? ASKS : 1), exact: false }];
  }

  /**
   * @param {Query[]} ways
   * @returns {Hit[]}
   */
  hits(ways) {
    return ways.length ? this.index.search({ combineWith: 'OR', queries: ways }) : [];
  }

  /**
   * What finding a word in one section rather than another tells.
   * @param {Hit[]} hits
   * @returns {number}
   */
  rarity(hits) {
    return Math.log(1 + this.register.sections.length / Math.max(1, hits.length));
  }

  /**
   * Words that must stand in one section, each in any form.
   * @param {string[]} words
   * @param {number} weight
   * @returns {Query}
   */
  together(words, weight) {
    return { combineWith: 'AND', queries: words.map((word) => this.forms(word, weight)) };
  }

  /**
   * One word in all its forms.
   * @param {string} word
   * @param {number} weight
   * @returns {Query}
   */
  forms(word, weight) {
    const ways = [term(word, WEIGHT.exact * weight), term(FAMILY + stem(word), WEIGHT.family * weight)];
    const { compounds, starts } = this.lexicon.around(word);
    ways.push(...compounds.map(([known, part]) => term(known, this.partWeight(part) * weight)));
    if (starts && word.length > 2) {
      const start = this.lexicon.has(word) ? WEIGHT.longer : WEIGHT.start;
      ways.push({ ...term(word, start * weight), prefix: true });
    }
    return { combineWith: 'OR', queries: ways };
  }

  /**
   * What a compound weighs for its part: most where the part comes last, for then the compound is one of its kind, and
   * little where the rest is no word of the handbook (stimu-lerende for lerende).
   * @param {{end: boolean, rest: string}} part
   * @returns {number}
   */
  partWeight({ end, rest }) {
    if (!end) return WEIGHT.part;
    return this.lexicon.known(rest) || this.lexicon.known(rest.replace(JOINT, '')) ? WEIGHT.ends : WEIGHT.guess;
  }

  /**
   * The sections that hold both halves of a cut word; one half alone says something else.
   * @param {Part[]} halves
   * @returns {Hit[]}
   */
  both([head, tail]) {
    const heads = new Map(head?.hits.map((hit) => [hit.id, hit]));
    return (tail?.hits ?? []).flatMap((hit) => {
      const other = heads.get(hit.id);
      return other ? [{ ...hit, score: hit.score + other.score, terms: [...hit.terms, ...other.terms] }] : [];
    });
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
        const sum = sums.get(hit.id) ?? { id: hit.id, score: 0, cover: 0, terms: new Set() };
        sum.score += hit.score * asks;
        sum.cover += weight;
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
    const [, , , kind, sort] = this.page(id);
    const anchor = this.register.sections[id]?.[1] ?? '';
    if (kind === 'over') return sort === 'dossier' ? 1 : 0.6;
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
  found({ id, terms }) {
    const section = this.register.sections[id];
    if (!section) throw new RangeError(`no section ${id}`);
    const [, anchor, heading, text] = section;
    const [address, page] = this.page(id);
    return { address, anchor, heading, page, text, terms };
  }
}

/**
 * A question for one index term, as it stands.
 * @param {string} text
 * @param {number} weight
 * @returns {import('../vendor/minisearch.js').QueryCombination}
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
