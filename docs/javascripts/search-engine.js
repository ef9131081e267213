// Search without a screen: index in, question in, ranked sections out. Runs in node too; must not touch the DOM.

import MiniSearch from './vendor/minisearch.js';
import { distance, FAMILY, partOf, stem, wordsOf } from './search-words.js';

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
 * @typedef {import('./vendor/minisearch.js').QueryCombination} Query
 * @typedef {import('./vendor/minisearch.js').SearchResult} Hit
 * @typedef {{hits: Hit[], weight: number, exact: boolean}} Part one thing the question is about, and where it stands
 * @typedef {{id: number, score: number, cover: number, terms: Set<string>}} Sum
 */

/** How much each way of finding weighs against the word as it was typed. */
const WEIGHT = { exact: 2, family: 1.6, start: 0.5, longer: 0.2, ends: 1, part: 0.5, guess: 0.2, alike: 1.1, like: 1 };
/** How much a word that only asks (which, where, must) counts. */
const ASKS = 0.2;
/** A section with less than this share of the question is no answer where another has more. */
const ENOUGH = 0.6;
const NEAR_WORDS = 4;
/** The most words of a question that are looked up together. */
const PHRASE = 4;

export class SearchEngine {
  /** @param {Register} register */
  constructor(register) {
    this.register = register;
    this.stop = new Set(register.stop);
    this.asking = new Set(register.asking);
    /** @type {Map<string, number>} every word with how often it stands in the text */
    this.vocabulary = new Map();
    /** @type {Set<string>} */
    this.families = new Set();
    /** @type {Map<string, {compounds: [string, number][], starts: boolean}>} */
    this.seen = new Map();
    /** @type {Map<string, string[][]>} stems of what is typed → words of what is said */
    this.alike = new Map();
    for (const [typed, said] of register.alike) {
      const key = this.key(this.telling(typed));
      const words = this.telling(said);
      if (key && words.length) this.alike.set(key, [...(this.alike.get(key) ?? []), words]);
    }
    this.index = new MiniSearch({
      fields: ['heading', 'page', 'about', 'text'],
      tokenize: (text) => wordsOf(text).map((found) => found.word),
      processTerm: (word) => this.terms(word),
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
    this.vocabulary.set(word, (this.vocabulary.get(word) ?? 0) + 1);
    const family = FAMILY + stem(word);
    this.families.add(family);
    return [word, family];
  }

  /**
   * Answer a question: sections with all it is about before those with a part of it.
   * @param {string} question
   * @param {Limits} [limits]
   * @returns {Answer}
   */
  search(question, limits = {}) {
    const words = [...new Set(this.telling(question))];
    const parts = this.parts(words);
    const whole = parts.reduce((sum, part) => sum + part.weight, 0);
    const sums = this.sums(parts, limits);
    const most = Math.max(0, ...sums.map((sum) => sum.cover));
    const near = this.corrections(words);
    const lost = parts.some((part) => !part.hits.length) && !parts.some((part) => part.exact);
    if (!sums.length || lost) return { kind: 'none', results: [], near: near.length ? near : this.near(words) };
    const results = sums
      .filter((sum) => sum.cover >= most * ENOUGH)
      .map((sum) => ({ ...sum, score: sum.score * (sum.cover / whole) ** 2 * this.weight(sum.id) }))
      .sort((one, other) => other.score - one.score || one.id - other.id)
      .map((sum) => this.found(sum));
    const exact = parts.every((part) => part.exact);
    return { kind: most < whole - 0.001 ? 'some' : exact ? 'all' : 'fuzzy', results, near: exact ? [] : near };
  }

  /**
   * Cut a question into what it is about: words, and words that together have another name in the handbook.
   * @param {string[]} words
   * @returns {Part[]}
   */
  parts(words) {
    /** @type {Part[]} */
    const parts = [];
    for (let at = 0; at < words.length; ) {
      const length = this.phraseAt(words, at);
      parts.push(...this.part(words.slice(at, at + length)));
      at += length;
    }
    return parts;
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
   * Look up one word or phrase: in all its forms, by its other names, as a compound, and last by likeness.
   * @param {string[]} words
   * @returns {Part[]}
   */
  part(words) {
    const others = this.alike.get(this.key(words)) ?? [];
    const ways = [this.together(words, 1), ...others.map((other) => this.together(other, WEIGHT.alike / WEIGHT.exact))];
    const hits = this.hits(ways);
    const asks = words.every((word) => this.asking.has(word));
    if (hits.length) return [{ hits, weight: this.rarity(hits) * (asks ? ASKS : 1), exact: true }];
    const [word = ''] = words;
    const both = this.both(this.halves(word).flatMap((half) => this.part([half])));
    if (both.length) return [{ hits: both, weight: this.rarity(both), exact: false }];
    const like = this.like(word).map(([known, weight]) => this.forms(known, WEIGHT.like * weight));
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
    const { compounds, starts } = this.around(word);
    ways.push(...compounds.map(([known, part]) => term(known, part * weight)));
    if (starts && word.length > 2) {
      const start = this.vocabulary.has(word) ? WEIGHT.longer : WEIGHT.start;
      ways.push({ ...term(word, start * weight), prefix: true });
    }
    return { combineWith: 'OR', queries: ways };
  }

  /**
   * Find the compounds with a word, each with what it weighs, and whether words start with it. Kept: the other names of
   * words come back with every letter that is typed.
   * @param {string} word
   * @returns {{compounds: [string, number][], starts: boolean}}
   */
  around(word) {
    const kept = this.seen.get(word);
    if (kept) return kept;
    /** @type {[string, number][]} */
    const compounds = [];
    let starts = false;
    for (const known of this.vocabulary.keys()) {
      const part = partOf(known, word);
      if (part) compounds.push([known, this.partWeight(part)]);
      starts ||= known.startsWith(word);
    }
    const found = { compounds, starts };
    this.seen.set(word, found);
    return found;
  }

  /**
   * What a compound weighs for its part: most where the part comes last, for then the compound is one of its kind, and
   * little where the rest is no word of the handbook (stimu-lerende for lerende).
   * @param {{end: boolean, rest: string}} part
   * @returns {number}
   */
  partWeight({ end, rest }) {
    if (!end) return WEIGHT.part;
    return this.known(rest) || this.known(rest.replace(/(s|en|e)$/, '')) ? WEIGHT.ends : WEIGHT.guess;
  }

  /**
   * Cut a word that the handbook does not have into two that it has: overlegritme, overleg and ritme.
   * @param {string} word
   * @returns {string[]} none where it cannot be cut
   */
  halves(word) {
    for (let at = word.length - 4; at > 3; at -= 1) {
      const tail = word.slice(at);
      const head = [word.slice(0, at), word.slice(0, at).replace(/(s|en|e)$/, '')].find((one) => this.known(one));
      if (head && head.length > 3 && this.known(tail)) return [head, tail];
    }
    return [];
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
   * @param {string} word
   * @returns {boolean} whether the handbook has it, or says it otherwise
   */
  known(word) {
    return this.families.has(FAMILY + stem(word)) || this.alike.has(stem(word));
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
    for (const [known, times] of this.vocabulary) {
      const away = known.length > 3 ? distance(word, known, most) : Infinity;
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
