// The card above a form, in a page that explains the instrument: folds the form and unfolds it, also for an address that
// leads into it. Must not know what is asked, nor store anything.

import { holdsRefused } from '../base/field-check.js';
import { decoded } from '../base/place.js';
import { setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';
import { givenIn } from '../forms/given.js';

export class Card {
  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} instrument
   * @param {() => void} onUnfold
   */
  constructor(instrument, onUnfold) {
    this.instrument = instrument;
    this.onUnfold = onUnfold;
    this.button = instrument.need('data-fii-fold-button');
    this.panel = instrument.need('data-fii-fold-panel');
    this.state = instrument.own('data-fii-fold-state');
    this.button.addEventListener('click', () => this.#press());
    this.panel.addEventListener('beforematch', () => this.#mark(true)); // the browser unfolds it itself
    addEventListener('hashchange', () => this.#follow(), { signal: instrument.signal });
    if (instrument.answers.form.checkVisibility()) this.#unfold(); // the style sheet shows it, or somebody sees it already
    this.#follow();
  }

  get isFolded() {
    return this.button.getAttribute('aria-expanded') !== 'true';
  }

  /**
   * Say how far the reader is, where that is known.
   * @param {import('../store/dossier-state.js').DossierState} state
   */
  show(state) {
    const given = givenIn(state.answers).get(this.instrument.root.dataset.fiiId ?? '') ?? 0;
    setText(this.state, given > 0 ? sayCount('list.given', given) : state.trouble ? '' : say('list.empty'));
  }

  #press() {
    const { instrument, panel } = this;
    if (this.isFolded) {
      this.#unfold();
      if (!this.#goal()) history.replaceState(null, '', `#${instrument.root.dataset.fiiId}`); // a reload comes back here
      instrument.focus(null);
      return;
    }
    instrument.answers.collect();
    if (holdsRefused(panel)) return; // a text that is not kept stays in sight
    panel.setAttribute('hidden', 'until-found');
    this.#mark(false);
    if (this.#goal()) history.replaceState(null, '', location.pathname + location.search);
  }

  #unfold() {
    this.panel.removeAttribute('hidden');
    this.#mark(true);
  }

  /** @param {boolean} isUnfolded */
  #mark(isUnfolded) {
    if (isUnfolded !== this.isFolded) return;
    this.button.setAttribute('aria-expanded', String(isUnfolded));
    if (isUnfolded) this.onUnfold();
  }

  /** Unfold the form for an address that leads into it, and bring the place into sight. */
  #follow() {
    let goal = this.#goal();
    if (goal) this.#unfold();
    while (goal && !goal.checkVisibility()) goal = goal.parentElement; // a note that is closed: its item; a row that is not in use: its table
    goal?.scrollIntoView({ block: 'start' });
  }

  /** @returns {Element | null} what the address names: the instrument, an item by its permanent name, or an element of the form */
  #goal() {
    const { root } = this.instrument;
    const id = decoded(location.hash.slice(1));
    if (id === root.dataset.fiiId) return root;
    const name = CSS.escape(id);
    return id ? root.querySelector(`:is([id="${name}"], [data-fii-item="${name}"])`) : null;
  }
}
