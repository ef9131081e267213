// What a trainer can choose from: every place of the handbook that has a code, found as by its search. Shows nothing.

import { loadPlain } from '../base/plain-script.js';
import { isForThisFolder, place, publicAddress, address as here } from '../base/place.js';

/**
 * @typedef {{code: string, address: string, anchor: string, title: string, page: string, kind: string, sort: string, phase: number}} Spot
 *   page: the title of its page where that says more; sort: what the page is, in the words of its template
 * @typedef {{lead: string, questions: string[], filled: [name: string, title: string, fragment: string][]}} Matter
 *   what the page of a spot offers a trainer: what it is about, questions to discuss, examples that fill it in
 */

/** @type {Matter} */
const NOTHING = { lead: '', questions: [], filled: [] };

export class SessionPlaces {
  /** @type {Map<string, Spot>} by code, in the order of the handbook */
  spots = new Map();

  /**
   * Load the lists that the build wrote, and the engine of the search.
   * @returns {Promise<SessionPlaces>}
   */
  static async load() {
    const [register, codes, matter, { SearchEngine }] = await Promise.all([
      loadPlain('javascripts/search-register.js', 'fiiSearchRegister'),
      loadPlain('javascripts/codes-list.js', 'fiiCodes'),
      loadPlain('trainers/materiaal.js', 'fiiMateriaal'),
      import('../search/search-engine.js'),
    ]);
    return new SessionPlaces(register, codes, matter, await new SearchEngine(register, codes).build());
  }

  /**
   * @param {import('../search/search-engine.js').Register} register
   * @param {Record<string, string>} codes code → address
   * @param {Record<string, Matter>} matter address of a page → what it offers
   * @param {import('../search/search-engine.js').SearchEngine} engine
   */
  constructor(register, codes, matter, engine) {
    this.matter = matter;
    this.engine = engine;
    /** @type {Map<string, string>} */
    this.codes = new Map(Object.entries(codes).map(([code, where]) => [where.replace(/^\.\//, ''), code]));
    for (const [number, anchor, heading] of register.sections) {
      const [address = '', title = '', phase = 0, kind = '', sort = ''] = register.pages[number] ?? [];
      const code = this.codes.get(key(address, anchor));
      if (code === undefined || this.spots.has(code)) continue;
      this.spots.set(code, { code, address, anchor, title: heading || title, page: anchor ? title : '', kind, sort, phase });
    }
  }

  /**
   * @param {string} chosen as a plan has it
   * @returns {{spot: Spot, filled: Matter['filled'][number] | undefined} | null} null where this edition has no such place
   */
  find(chosen) {
    const [code = '', name] = chosen.split('=');
    const spot = this.spots.get(code);
    if (!spot) return null;
    return { spot, filled: this.matterOf(spot).filled.find(([example]) => example === name) };
  }

  /**
   * @param {Spot} spot
   * @returns {Matter} a part of a page offers nothing of its own
   */
  matterOf(spot) {
    return (spot.anchor ? undefined : this.matter[spot.address]) ?? NOTHING;
  }

  /**
   * @param {string} question empty: all pages of the kind
   * @param {string} kind empty: of every kind
   * @returns {Spot[]}
   */
  search(question, kind) {
    if (!question) return [...this.spots.values()].filter((spot) => !spot.anchor && (!kind || spot.kind === kind));
    const exact = this.spots.get(question.toLowerCase());
    const found = this.engine.search(question, { kind }).results.map(({ address, anchor }) => this.codes.get(key(address, anchor)));
    const spots = [exact, ...found.map((code) => this.spots.get(code ?? ''))];
    return [...new Set(spots)].filter((spot) => spot !== undefined);
  }
}

/**
 * @param {string} address
 * @param {string} anchor
 */
function key(address, anchor) {
  return anchor ? `${address}#${anchor}` : address;
}

/**
 * Give the link of a place: short, by its code, so that it can be typed and lasts when a page moves.
 * @param {Spot} spot
 * @param {Matter['filled'][number] | undefined} filled
 * @returns {string}
 */
export function linkOf(spot, filled) {
  const fragment = filled?.[2] ?? spot.anchor;
  if (isForThisFolder()) return here(`${spot.address}${place.index}${fragment ? `#${fragment}` : ''}`);
  return filled ? `${publicAddress()}${spot.address}#${filled[2]}` : `${publicAddress()}ga/${spot.code}/`;
}

/**
 * Give the address of a place for a frame: the page without menu.
 * @param {Spot} spot
 * @param {Matter['filled'][number] | undefined} filled
 * @returns {string}
 */
export function frameOf(spot, filled) {
  const fragment = filled?.[2] ?? spot.anchor;
  return `${publicAddress()}${spot.address}?kaal${fragment ? `#${fragment}` : ''}`;
}

/**
 * @param {string} link
 * @returns {string} as one types it
 */
export function typed(link) {
  return link.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
