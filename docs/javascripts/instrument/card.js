// The card above a form, in a page that explains the instrument: folds the form and unfolds it. Must not know what is asked,
// nor store anything.

import { holdsRefused } from '../forms/field-check.js';
import { addressed } from '../base/place.js';
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
    this.panel.tabIndex = -1;
    this.button.addEventListener('click', () => this.#press());
    this.panel.addEventListener('beforematch', () => this.#mark(true)); // the browser unfolds it itself
    if (instrument.answers.form.checkVisibility()) this.unfold(); // the style sheet shows it, or somebody sees it already
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
      this.unfold();
      if (!instrument.named(addressed()).element) history.replaceState(null, '', `#${instrument.root.dataset.fiiId}`); // a reload comes back here
      if (matchMedia('(pointer: coarse)').matches) panel.focus({ preventScroll: true }); // a field brings a keyboard over half of the form
      else instrument.focus(null);
      return;
    }
    instrument.answers.collect();
    if (holdsRefused(panel)) return; // a text that is not kept stays in sight
    panel.setAttribute('hidden', 'until-found');
    this.#mark(false);
    if (instrument.named(addressed()).element) history.replaceState(null, '', location.pathname + location.search);
  }

  unfold() {
    this.panel.removeAttribute('hidden');
    this.#mark(true);
  }

  /** @param {boolean} isUnfolded */
  #mark(isUnfolded) {
    if (isUnfolded !== this.isFolded) return;
    this.button.setAttribute('aria-expanded', String(isUnfolded));
    if (isUnfolded) this.onUnfold();
  }
}
