// Search without a screen: index in, question in, ranked sections out. Runs in node too; must not touch the DOM.

import MiniSearch from '../vendor/minisearch.js';
import { JOINT, Lexicon } from './search-lexicon.js';
import { Places } from './search-places.js';
import { clean, FAMILY, stem, wordsOf } from './search-words.js';

/**
 * @typedef {[address: string, title: string, phase: number, kind: string, sort: string]} Page
 * @typedef {{pages: Page[], sections: [number, string, string, string][], stop: string[], asking: string[], alike: [string, string][], asked: [number, string][], aside: string[]}} Register
 *   sections: [place in pages, anchor, heading, text]; stop: words that say nothing alone; asking: words of questions;
 *   alike: [what readers type, what the handbook says]; asked: [place in sections, what readers ask for it];
 *   aside: addresses of pages about the handbook itself
 * @typedef {{address: string, anchor: string, heading: string, page: string, text: string, terms: Set<string>, sort: string, via: Via[]}} Found
 *   sort: what it is, as the dialog names it; via: where it was found by another word than was typed
 * @typedef {[typed: string, said: string]} Via
 * @typedef {'all' | 'fuzzy' | 'some' | 'none'} Kind
 *   how it was found: every word; every word, some by likeness; some of the words; nothing
 * @typedef {{kind: Kind, results: Found[], near: string[]}} Answer
 *   near: questions of known words, where something asked is not in the handbook
 * @typedef {{phase?: number, kind?: string}} Limits only sections of this phase, of this kind of page
 * @typedef {import('../vendor/minisearch.js').QueryCombination} Query
 * @typedef {import('../vendor/minisearch.js').SearchResult} Hit
 * @typedef {{id: number, score: number, terms: string[], share: number, via?: Via | undefined}} Place
 *   share: how much of what was asked stands here: the word itself, or a part of a longer word
 * @typedef {{hits: Place[], weight: number, exact: boolean}} Part one thing the question is about, and where it stands
 * @typedef {{id: number, score: number, cover: number, share: number, terms: Set<string>, via: Via[]}} Sum
 */

/** How much each way of finding weighs against the word as it was typed. */
const WEIGHT = { exact: 2, family: 1.6, start: 0.5, longer: 0.2, ends: 1, part: 0.5, guess: 0.2, alike: 1.1, like: 1 };
/** How much a word that only asks (which, where, must) counts. */
const ASKS = 0.2;
/** A section with less than this share of the question is no answer where another has more. */
const ENOUGH = 0.6;
/** How much a section has of a word that stands in it as part of another only. */
const PARTLY = 0.6;
/** How much a word counts that was only guessed at, beside words that the handbook has. */
const GUESSED = 0.4;
/** A question that is the title of a section: so much more for each word of it, up to so many. */
const TITLED = { word: 0.5, most: 6 };
/** What readers ask for a section, apart from its own words. */
const ASKED = 'asked';

export class SearchEngine {
  /**
   * @param {Register} register
   * @param {Record<string, string>} [codes] code → address
   */
  constructor(register, codes = {}) {
    this.register = register;
    this.asking = new Set(register.asking);
    this.aside = new Set(register.aside);
    this.lexicon = new Lexicon(register);
    this.places = new Places(register, codes, this.lexicon);
    this.index = new MiniSearch({
      fields: ['heading', 'page', 'about', 'text', ASKED],
      tokenize: (text) => wordsOf(text).map((found) => found.word),
      processTerm: (word) => this.lexicon.add(word),
      searchOptions: { boost: { heading: 4, page: 1.5, about: 0.7, [ASKED]: 3 } },
    });
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
    const words = lexicon.joined([...new Set(lexicon.telling(asked))]);
    const best = this.places.best(asked, words).filter((id) => this.within(id, limits));
    const parts = this.parts(words);
    const whole = parts.reduce((sum, part) => sum + part.weight, 0);
    const sums = this.sums(parts, limits);
    const most = Math.max(0, ...sums.map((sum) => sum.cover));
    const near = lexicon.corrections(words);
    const lost = parts.some((part) => !part.hits.length) && !parts.some((part) => part.exact);
    if (!best.length && (!sums.length || lost)) {
      return { kind: 'none', results: [], near: near.length ? near : lexicon.near(words) };
    }
    const ranked = lost ? [] : this.ranked(sums, { whole, most, titled: this.places.titled(asked) });
    const results = [...this.first(best, sums), ...ranked.filter((sum) => !best.includes(sum.id))].map((sum) => this.found(sum));
    const exact = best.length > 0 || parts.every((part) => part.exact);
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
   * Look up every word of a question; a guess counts less beside words that the handbook has.
   * @param {string[]} words
   * @returns {Part[]}
   */
  parts(words) {
    const parts = this.lexicon.phrases(words).flatMap((phrase) => this.part(phrase));
    const sure = parts.some((part) => part.exact);
    return parts.map((part) => (sure && !part.exact ? { ...part, weight: part.weight * GUESSED } : part));
  }

  /**
   * Look up one word or phrase: in all its forms, by its other names, as a compound, and last by likeness.
   * @param {string[]} words
   * @returns {Part[]}
   */
  part(words) {
    const own = this.place(words, 1);
    const others = this.lexicon.others(words).flatMap((other) => this.place(other, WEIGHT.alike / WEIGHT.exact, words));
    const hits = together([...own, ...others]);
    const asks = words.every((word) => this.asking.has(word));
    if (hits.length) return [{ hits, weight: this.rarity(hits) * (asks ? ASKS : 1), exact: true }];
    const [word = ''] = words;
    const heard = this.lexicon.heard(word);
    if (heard) return this.part([heard]).map((part) => ({ ...part, exact: false }));
    const both = this.both(this.lexicon.halves(word).flatMap((half) => this.part([half])));
    if (both.length) return [{ hits: both, weight: this.rarity(both), exact: false }];
    const like = this.lexicon.like(word).map(([known, weight]) => this.forms(known, WEIGHT.like * weight));
    const found = this.hits(like).map(({ id, score, terms }) => ({ id, score, terms, share: 1 }));
    return [{ hits: found, weight: this.rarity(found) * (asks ? ASKS : 1), exact: false }];
  }

  /**
   * Where words stand together, and how much of them.
   * @param {string[]} words
   * @param {number} weight
   * @param {string[]} [typed] the words of the question, where these are other words for them
   * @returns {Place[]}
   */
  place(words, weight, typed) {
    return this.hits([this.all(words, weight)]).map(({ id, score, terms, match }) => {
      const full = words.every((word) => terms.includes(word) || terms.includes(FAMILY + stem(word)));
      const listed = Object.values(match).every((fields) => fields.every((field) => field === ASKED));
      /** @type {Via | undefined} */
      const via = typed ? [typed.join(' '), words.join(' ')] : listed ? [words.join(' '), ''] : undefined;
      return { id, score, terms, share: full ? 1 : PARTLY, via };
    });
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
   * @param {Place[]} hits
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
  all(words, weight) {
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
   * @returns {Place[]}
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

/** Anchors whose first word tells more than their page. */
const SORTS = new Map([['term', 'begrip'], ['lit', 'werk'], ['fig', 'figuur'], ['co', 'conditie'], ['cfir', 'factor']]);

/**
 * Name what a section is, by its own anchor or else by its page.
 * @param {string} anchor
 * @param {string} kind
 * @param {string} sort
 * @returns {string}
 */
function sortOf(anchor, kind, sort) {
  const own = SORTS.get(anchor.split('-')[0] ?? '');
  if (own) return own;
  if (sort === 'instrument') return anchor && !anchor.startsWith('cl-') ? 'punt' : 'instrument';
  return sort === 'tekst' || !sort ? kind : sort;
}

/**
 * Put what was found in one section by several words for one thing together; its own word tells how it was found.
 * @param {Place[]} places
 * @returns {Place[]}
 */
function together(places) {
  /** @type {Map<number, Place>} */
  const found = new Map();
  for (const place of places) {
    const had = found.get(place.id);
    if (!had) found.set(place.id, { ...place });
    else {
      had.score += place.score;
      had.terms = [...had.terms, ...place.terms];
      had.share = Math.max(had.share, place.share);
    }
  }
  return [...found.values()];
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
