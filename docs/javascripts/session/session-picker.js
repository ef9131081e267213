// The lists of the page for trainers: what can be chosen, and what was chosen in its order. Must not keep the plan: each
// change goes to the page, which keeps it.

import { chosenRow, linkRow, offered } from './session-choose.js';
import { isForThisFolder } from '../base/place.js';
import { MOST } from './session-plan.js';
import { setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {import('./session-places.js').Spot} Spot */

const SHOWN = 20;
/** So many at once are one press: all cases and reflections, not the whole handbook. */
const ALL = 20;

export class SessionPicker {
  /** @type {import('./session-places.js').SessionPlaces | null} */
  places = null;
  /** @type {Spot[]} what the list of results shows */
  #results = [];

  /** @param {import('./session-widget.js').SessionWidget} page */
  constructor(page) {
    this.page = page;
    const question = page.need('data-fii-question');
    question.addEventListener('input', () => this.#search());
    question.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    page.need('data-fii-kind').addEventListener('change', () => this.#search());
    page.need('data-fii-action="add-all"').addEventListener('click', () => this.#addAll());
  }

  /** @returns {import('./session-sheet.js').Chosen[]} */
  chosen() {
    const found = this.page.plan.places.map((code) => this.places?.find(code) ?? null);
    return found.filter((place) => place !== null);
  }

  /** Show what was chosen, what it links to, and what else there is. */
  show() {
    const { page, places } = this;
    const count = page.plan.places.length;
    page.need('data-fii-none').hidden = count > 0;
    page.need('data-fii-links-none').hidden = count > 0;
    page.need('data-fii-links-help').hidden = count === 0;
    if (isForThisFolder()) setText(page.need('data-fii-links-help'), say('session.folder'));
    if (!places) return;
    const chosen = this.chosen();
    const rows = chosen.map((place, at) => chosenRow(place, places.matterOf(place.spot), { at, count, picker: this }));
    page.need('data-fii-chosen').replaceChildren(...rows);
    const book = document.querySelector('.fii-merk__naam')?.textContent?.trim() ?? '';
    const links = chosen.map((place) => linkRow(place, book, (field) => page.copy(field, 'data-fii-link-told')));
    page.need('data-fii-links').replaceChildren(...links);
    this.#search();
  }

  #search() {
    if (!this.places) return;
    const asked = this.page.need('data-fii-question', HTMLInputElement).value.trim();
    const kind = this.page.need('data-fii-kind', HTMLSelectElement).value;
    const found = this.places.search(asked, kind);
    this.#results = asked ? found.slice(0, SHOWN) : found;
    const isMore = found.length > this.#results.length;
    const sentence = isMore ? say('session.first', { aantal: found.length, eerste: SHOWN }) : sayCount('session.found', found.length);
    setText(this.page.need('data-fii-found'), found.length === 0 ? say('session.nothing', { vraag: asked }) : sentence);
    this.#offer();
  }

  /** The list of results, with what is chosen already. */
  #offer() {
    const codes = new Set(this.#codes());
    const rows = this.#results.map((spot) => offered(spot, codes.has(spot.code), () => this.#add(spot)));
    this.page.need('data-fii-results').replaceChildren(...rows);
    const fresh = this.#results.filter((spot) => !codes.has(spot.code)).length;
    this.page.need('data-fii-action="add-all"').hidden = fresh < 2 || this.#results.length > ALL;
  }

  /** @returns {string[]} */
  #codes() {
    return this.page.plan.places.map((place) => place.split('=')[0] ?? '');
  }

  /** @param {Spot} spot */
  #add(spot) {
    const { places } = this.page.plan;
    if (places.length >= MOST.places) return this.#tell(say('session.full'));
    const row = this.#results.indexOf(spot);
    this.#choose([...places, spot.code]);
    this.#tell(say('session.told-added', { plaats: places.length + 1, titel: spot.title }));
    const rows = [...this.page.need('data-fii-results').children];
    const next = [...rows.slice(row), ...rows].find((other) => other.querySelector('button'));
    (next?.querySelector('button') ?? this.page.need('data-fii-question')).focus();
  }

  #addAll() {
    const codes = this.#codes();
    const fresh = this.#results.filter((spot) => !codes.includes(spot.code)).slice(0, MOST.places - codes.length);
    if (fresh.length === 0) return this.#tell(say('session.full'));
    this.#choose([...this.page.plan.places, ...fresh.map((spot) => spot.code)]);
    this.#tell(sayCount('session.told-all', fresh.length));
    this.#toChosen();
  }

  /** @param {string[]} places */
  #choose(places) {
    this.page.change({ places });
    this.show();
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  move(from, to) {
    const places = [...this.page.plan.places];
    places.splice(to, 0, ...places.splice(from, 1));
    this.#choose(places);
    this.#tell(say('session.told-moved', { titel: this.chosen()[to]?.spot.title ?? '', plaats: to + 1 }));
    this.#focus(to, to < from ? ['up', 'down'] : ['down', 'up']);
  }

  /** @param {number} at */
  remove(at) {
    const title = this.chosen()[at]?.spot.title ?? '';
    this.#choose(this.page.plan.places.filter((_, index) => index !== at));
    this.#tell(say('session.told-removed', { titel: title }));
    this.#toChosen();
  }

  /**
   * @param {number} at
   * @param {string} name of an example that fills the instrument in; empty for none
   */
  fillIn(at, name) {
    const code = this.#codes()[at] ?? '';
    this.#choose(this.page.plan.places.with(at, name ? `${code}=${name}` : code));
    this.#focus(at, ['example']);
  }

  /** @param {number} at */
  takeQuestions(at) {
    const spot = this.chosen()[at]?.spot;
    if (!spot || !this.places) return;
    const have = this.page.plan.questions.split('\n').filter((line) => line.trim());
    const fresh = this.places.matterOf(spot).questions.filter((question) => !have.includes(question));
    const questions = [...have, ...fresh].join('\n');
    if ([...questions].length > MOST.questions) return this.#tell(say('session.told-questions-full'));
    this.page.change({ questions });
    this.#tell(say('session.told-questions'));
  }

  /**
   * Rows are made anew: the focus goes on where it was.
   * @param {number} at
   * @param {string[]} acts the first that is there
   */
  #focus(at, acts) {
    const row = this.page.need('data-fii-chosen').children[at];
    const found = acts.map((act) => row?.querySelector(`[data-fii-act="${act}"]`)).find((button) => button instanceof HTMLElement);
    if (found instanceof HTMLElement) found.focus();
  }

  #toChosen() {
    document.getElementById('fii-bijeenkomst-gekozen-paneel')?.focus();
  }

  /** @param {string} sentence */
  #tell(sentence) {
    setText(this.page.need('data-fii-told'), sentence);
  }
}
