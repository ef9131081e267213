// What was filled in elsewhere, offered at the head of an instrument: asks Python, shows its answer. Must not fill in itself.

import { isGiven } from '../forms/answer-form.js';
import { place } from '../base/place.js';
import { python } from '../python/client.js';
import { sourceOf } from '../forms/forms.js';
import { dossierState } from '../store/dossier-state.js';
import { canChange, knownOf } from './settings.js';
import { isRelative } from '../base/safe-html.js';
import { make, makeButtonFor, makeUnseen } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {{key: string, text: string, along: string[], reason: string, title: string, href: string}} Offer
 * @typedef {{place: string, choose: boolean, offers: Offer[]}} Group
 * @typedef {{cell: string, choice: string, note: string, told: string}} Put
 * @typedef {{groups: Group[], all: string[], puts: Put[]}} Offered
 */

const PAUSE = 400;
const SEEN_AT_FIRST = 4;
const AHEAD = '10000px';

export class OffersBox {
  /** @type {Offered} */
  #offered = { groups: [], all: [], puts: [] };
  /** Said 'not now' to, for as long as the page is open. @type {Set<string>} */
  #refused = new Set();
  /** @type {number | undefined} */
  #timer;
  #turn = 0;
  #isSeen = false;
  #isStale = true;
  #isWhole = false;

  /**
   * @param {HTMLElement} box
   * @param {import('./instrument-widget.js').InstrumentWidget} instrument that shows it, and fills in what is taken over
   */
  constructor(box, instrument) {
    this.box = box;
    this.instrument = instrument;
    const own = new Set(instrument.answers.items.keys());
    this.list = /** @type {HTMLElement} */ (box.querySelector('[data-fii-offers-list]'));
    /** Whatever changes one of these may change what is offered. */
    this.cells = new Set([...(box.dataset.fiiOffers ?? '').split(' '), ...own]);
    this.elsewhere = [...this.cells].filter((cell) => !own.has(cell));
    instrument.onPress({
      'take-all': () => void this.#ask(this.#offered.all),
      'more-offers': () => this.#showWhole(),
      'no-offers': () => this.#refuse(),
    });
    // A folded instrument asks when it is opened; one further down the page is ready before the reader gets there.
    const see = (/** @type {IntersectionObserverEntry[]} */ entries) => this.#see(entries.some((entry) => entry.isIntersecting));
    const observer = new IntersectionObserver(see, { rootMargin: AHEAD });
    observer.observe(instrument.answers.form);
    instrument.signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
      this.#turn += 1; // what Python still says comes too late
    });
  }

  /** @param {Set<string> | null} ids of the answers that changed; null when any may have */
  changed(ids) {
    if (ids !== null && ![...ids].some((id) => this.#isOurs(id))) return;
    this.#isStale = true;
    if (this.#isSeen) this.#later();
  }

  /** @param {string} id of an answer, also of one about another subject of the same list, or of what the dossier knows */
  #isOurs(id) {
    return canChange(id, this.elsewhere) || this.cells.has(id) || this.cells.has(id.split('@')[0] ?? '');
  }

  /** @param {boolean} isSeen */
  #see(isSeen) {
    this.#isSeen = isSeen;
    if (isSeen && this.#isStale) this.#later();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask([]), PAUSE);
  }

  /**
   * Ask what is offered now and show it; without Python nothing is offered, and nothing else changes.
   * @param {string[]} take keys of what the reader takes over first
   */
  async #ask(take) {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#isStale = false;
    this.instrument.answers.collect();
    const { answers } = dossierState();
    const known = knownOf(dossierState());
    const isAny = this.elsewhere.some((cell) => isGiven(answers.get(cell)) || Object.hasOwn(known, cell));
    if (!isAny || !python().isPossible) return this.#show({ groups: [], all: [], puts: [] });
    const relevant = [...[...answers].filter(([id]) => this.#isOurs(id)), ...(this.instrument.list?.records() ?? [])];
    const subject = this.instrument.subjects?.number ?? 1;
    const dossier = document.querySelector('[data-fii-widget="dossier"]') !== null;
    const request = { op: 'offers', instrument: sourceOf(this.instrument), answers: Object.fromEntries(relevant), known, take, dossier, subject, ...place.links };
    try {
      const reply = await python().ask(request, '', take.length > 0 ? 'asked' : 'later');
      if (turn !== this.#turn || !reply.ok) return;
      const offered = /** @type {Offered} */ (/** @type {unknown} */ (reply));
      const hadFocus = this.box.contains(document.activeElement);
      if (take.length > 0) this.instrument.fill(offered.puts);
      this.#show(offered);
      if (take.length > 0 && hadFocus) this.#focus(offered.puts[0]?.cell ?? null);
    } catch (error) {
      console.warn(error);
    }
  }

  /** @param {Offered} offered */
  #show(offered) {
    if (JSON.stringify(offered.groups) === JSON.stringify(this.#offered.groups) && !this.box.hidden) return;
    this.#offered = offered;
    const groups = offered.groups
      .map((group) => ({ ...group, offers: group.offers.filter((offer) => !this.#refused.has(nameOf(offer))) }))
      .filter((group) => group.offers.length > 0);
    const focused = this.#keyOf(document.activeElement);
    const rows = groups.map((group) => groupRow(group, this.#isWhole ? Infinity : SEEN_AT_FIRST, (key) => void this.#ask([key])));
    let seen = 0;
    rows.forEach((row, index) => {
      row.toggleAttribute('hidden', !this.#isWhole && seen >= SEEN_AT_FIRST);
      seen += groups[index]?.offers.length ?? 0;
    });
    this.list.replaceChildren(...rows);
    this.box.hidden = groups.length === 0;
    this.#button('more-offers')?.toggleAttribute('hidden', this.list.querySelector('[hidden]') === null);
    this.#button('take-all')?.toggleAttribute('hidden', offered.all.length < 2);
    if (focused) this.#takers().find((button) => this.#keyOf(button) === focused)?.focus();
  }

  #showWhole() {
    this.#isWhole = true;
    const next = /** @type {HTMLElement | null} */ (this.list.querySelector('[hidden] button, button[hidden]'));
    for (const element of this.list.querySelectorAll('[hidden]')) element.removeAttribute('hidden');
    this.#button('more-offers')?.toggleAttribute('hidden', true);
    next?.focus();
  }

  #refuse() {
    for (const group of this.#offered.groups) for (const offer of group.offers) this.#refused.add(nameOf(offer));
    this.box.hidden = true;
    this.instrument.focus(null);
  }

  /** What was taken is gone from the box: go on to the next offer, or to what was filled in. @param {string | null} cell */
  #focus(cell) {
    const next = this.#takers().find((button) => button.checkVisibility());
    if (next && !this.box.hidden) next.focus();
    else this.instrument.focus(cell);
  }

  /** @returns {HTMLElement[]} */
  #takers() {
    return [...this.list.querySelectorAll('button')];
  }

  /**
   * @param {string} action
   * @returns {Element | null}
   */
  #button(action) {
    return this.box.querySelector(`[data-fii-action="${action}"]`);
  }

  /**
   * @param {Element | null} element
   * @returns {string}
   */
  #keyOf(element) {
    return element instanceof HTMLElement && this.list.contains(element) ? (element.dataset.fiiTake ?? '') : '';
  }
}

/**
 * Name an offer with what it says: when the answer it comes from changes, it is another offer.
 * @param {Offer} offer
 * @returns {string}
 */
function nameOf({ key, text, along }) {
  return JSON.stringify([key, text, along]);
}

/**
 * @param {Group} group
 * @param {number} seen how many offers are seen at first
 * @param {(key: string) => void} take
 * @returns {HTMLElement}
 */
function groupRow({ place: name, choose, offers }, seen, take) {
  const row = make('li', { class: 'fii-eerder__plek' }, make('p', { class: 'fii-eerder__naam' }, name));
  if (choose) row.append(make('p', { class: 'fii-eerder__uit' }, say('offers.choose')));
  offers.forEach((offer, index) => {
    const element = offerRow(offer, take);
    element.toggleAttribute('hidden', index >= seen);
    row.append(element);
  });
  return row;
}

/**
 * @param {Offer} offer
 * @param {(key: string) => void} take
 * @returns {HTMLElement}
 */
function offerRow({ key, text, along, reason, title, href }, take) {
  const what = make('div', {}, make('p', { class: 'fii-eerder__tekst' }, text));
  if (along.length > 0) what.append(make('p', {}, say('offers.along', { wat: along.join(' · ') })));
  const from = make('p', { class: 'fii-eerder__uit' }, `${reason}. `);
  if (isRelative(href)) from.append(make('a', { href }, say('offers.see'), makeUnseen(say('offers.see-where', { titel: title }))));
  what.append(from);
  const button = makeButtonFor(say('offers.take'), say('offers.take-what', { tekst: text }), () => take(key), { 'data-fii-take': key });
  return make('div', { class: 'fii-eerder__aanbod' }, what, button);
}
