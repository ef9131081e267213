// Words that should not be in the dossier: where they stand, to be chosen, and away for good. Must not change a text itself.

import { excerpt, wordsOf } from './findable.js';
import { isFrozen, placeName } from './places.js';
import { make, makeButton, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

const FEWEST_LETTERS = 2;

export class ForgetPanel {
  /** The words that were looked for. */
  #words = '';

  /** @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState, past: {look: () => void}}} widget */
  constructor(widget) {
    this.widget = widget;
    this.state = widget.state;
    this.box = widget.need('data-fii-forget-box', HTMLDetailsElement);
    this.field = widget.need('data-fii-forget-asked', HTMLInputElement);
    this.told = widget.need('data-fii-forget-told');
    this.found = widget.need('data-fii-forget-found');
    this.way = widget.need('data-fii-forget-back');
    this.field.value = '';
    this.field.addEventListener('keydown', (event) => event.key === 'Enter' && this.find());
    for (const type of ['answers', 'saved']) this.state.addEventListener(type, () => (this.way.hidden = !this.state.canTakeBack));
    this.state.onAnswers((ids) => ids === null && this.#clear());
  }

  /** Show where the words stand that were asked. */
  find() {
    const words = this.field.value.trim();
    this.#clear();
    if (words.length < FEWEST_LETTERS) {
      setText(this.told, say('forget.short'));
      return this.field.focus();
    }
    this.look(words);
  }

  /**
   * Show where words stand.
   * @param {string} words
   */
  look(words) {
    this.#words = words;
    this.state.collect();
    const places = [...this.state.standings(words)];
    setText(this.told, places.length > 0 ? sayCount('forget.found', places.length, { tekst: words }) : say('forget.nothing', { tekst: words }));
    if (places.length === 0) return;
    this.box.open = true; // it may have been asked elsewhere on the page
    this.#show(places);
  }

  /** @param {[string, string[]][]} places */
  #show(places) {
    const lines = (/** @type {boolean} */ frozen) => places.filter(([place]) => isFrozen(this.state, place) === frozen).map(([place, texts]) => this.#line(place, texts, !frozen));
    const [here, frozen] = [lines(false), lines(true)];
    const boxes = () => [...this.found.querySelectorAll('input')];
    const all = makeButton(say('forget.frozen-too'), () => {
      for (const box of boxes()) box.checked = true;
    });
    const parts = [
      ...(here.length > 0 ? [make('p', {}, say('forget.here')), make('ul', { class: 'fii-feiten' }, ...here)] : []),
      ...(frozen.length > 0 ? [make('p', {}, say('forget.frozen')), ...(frozen.length > 1 ? [all] : []), make('ul', { class: 'fii-feiten' }, ...frozen)] : []),
      make('p', {}, say('removed.until')),
      make('p', { class: 'fii-actions' },
        makeButton(say('removed.for-good'), () => void this.#forget(boxes().filter(({ checked }) => checked).map(({ value }) => value)), { 'data-fii-forget-now': '' }), ' ',
        makeButton(say('removed.leave'), () => {
          this.#clear();
          this.field.focus();
        })),
    ];
    this.found.replaceChildren(...parts);
  }

  /**
   * @param {string} place
   * @param {string[]} texts
   * @param {boolean} isChosen
   */
  #line(place, texts, isChosen) {
    const words = wordsOf(this.#words);
    const pieces = texts.flatMap((text, at) => [at > 0 ? ' · ' : ' ', ...excerpt(text, words).map(({ text: piece, hit }) => (hit ? make('mark', {}, piece) : piece))]);
    const box = /** @type {HTMLInputElement} */ (make('input', { type: 'checkbox', value: place }));
    box.checked = isChosen;
    return make('li', {}, make('label', { class: 'fii-overal' }, box, make('span', {}, `${placeName(this.state, place)}:`, ...pieces)));
  }

  /** @param {string[]} places */
  async #forget(places) {
    if (places.length === 0) return setText(this.told, say('forget.none'));
    await this.away({ words: this.#words, places });
  }

  /**
   * Take away for good, and show the way back.
   * @param {import('../store/forgetting.js').Asked} asked
   * @returns {Promise<boolean>}
   */
  async away(asked) {
    if (!(await this.state.forget(asked))) {
      this.widget.tell(say('forget.failed'));
      return false;
    }
    this.field.value = '';
    this.widget.past.look();
    this.widget.tell(say('removed.done'));
    this.way.querySelector('button')?.focus();
    return true;
  }

  /** Put back what was taken out last. */
  async back() {
    await this.state.takeBack();
    this.widget.past.look();
    this.widget.tell(say('forget.back-done'));
    this.box.querySelector('summary')?.focus();
  }

  #clear() {
    this.#words = '';
    setText(this.told, '');
    this.found.replaceChildren();
  }
}
