// Where the words of a question stand: in all their forms, by their other names, in compounds, and last by likeness.
// Must not rank sections nor know titles.

import { JOINT } from './search-lexicon.js';
import { FAMILY, stem } from './search-words.js';

/**
 * @typedef {import('./search-engine.js').Via} Via
 * @typedef {{id: number, score: number, terms: string[], share: number, via?: Via | undefined}} Place
 *   share: how much of what was asked stands here: the word itself, or a part of a longer word
 * @typedef {{hits: Place[], weight: number, exact: boolean}} Part one thing the question is about, and where it stands
 * @typedef {import('../vendor/minisearch.js').QueryCombination} Query
 * @typedef {import('../vendor/minisearch.js').SearchResult} Hit
 */

/** How much each way of finding weighs against the word as it was typed. */
const WEIGHT = { exact: 2, family: 1.6, start: 0.5, longer: 0.2, ends: 1, part: 0.5, guess: 0.2, alike: 1.1, like: 1 };
/** How much a word that only asks (which, where, must) counts. */
const ASKS = 0.2;
/** How much a section has of a word that stands in it as part of another only. */
const PARTLY = 0.6;
/** How much a word counts that was only guessed at, beside words that the handbook has. */
const GUESSED = 0.4;
/** What readers ask for a section, apart from its own words. */
export const ASKED = 'asked';

export class Lookup {
  /**
   * @param {import('../vendor/minisearch.js').default} index
   * @param {import('./search-lexicon.js').Lexicon} lexicon
   * @param {{asking: string[], sections: unknown[]}} register
   */
  constructor(index, lexicon, { asking, sections }) {
    this.index = index;
    this.lexicon = lexicon;
    this.asking = new Set(asking);
    this.size = sections.length;
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
    return Math.log(1 + this.size / Math.max(1, hits.length));
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
