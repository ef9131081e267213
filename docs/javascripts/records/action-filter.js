// Which of the actions that run are shown: all or late, of everybody or of one. Must not change an action.

import { isInUse, isRefused, keepable } from '../forms/field-check.js';
import { setChoices, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';
import { myself, rememberMe } from './myself.js';
import { isLate, isOf } from '../facts/stored.js';

/** @typedef {import('../facts/stored.js').Records} Records */

/** With fewer there is nothing to choose from. */
const MANY = 5;
const WHICH = ['open', 'late'];
const WHOSE = ['all', 'mine', 'one'];

export class ActionFilter {
  /** @type {Records} */
  #running = [];

  /**
   * @param {import('../base/widget.js').Widget} widget
   * @param {() => void} changed a reader asks for others
   */
  constructor(widget, changed) {
    this.box = widget.need('data-fii-which');
    this.outcome = widget.need('data-fii-which-outcome');
    this.rows = { mine: widget.need('data-fii-me-row'), one: widget.need('data-fii-owner-row') };
    this.owner = widget.need('data-fii-owner', HTMLSelectElement);
    this.me = widget.need('data-fii-me', HTMLInputElement);
    this.help = widget.need('data-fii-me-help');
    const radios = /** @type {HTMLInputElement[]} */ ([...this.box.querySelectorAll('input[type="radio"]')]);
    this.radios = radios.map((radio) => {
      const words = /** @type {HTMLElement} */ (radio.closest('label')?.querySelector('span'));
      return { radio, words, name: words.textContent ?? '' };
    });
    widget.check('acties.welke', 'open');
    widget.check('acties.wie', 'all');
    this.me.addEventListener('change', () => {
      const name = keepable(this.me);
      if (name !== null) rememberMe(name.trim());
    });
    this.box.addEventListener('change', () => {
      this.outcome.setAttribute('aria-live', 'polite'); // what a reader did not ask for is not read aloud
      changed();
      this.#tell();
    });
  }

  /**
   * @param {Records} running the actions that run, without what was taken away
   * @param {string[]} owners of all actions
   */
  show(running, owners) {
    this.#running = running;
    this.box.hidden = running.length <= MANY;
    setChoices(this.owner, owners.map((owner) => [owner, owner]));
    if (!isInUse(this.me) && !isRefused(this.me)) this.me.value = myself(Number(this.me.dataset['fiiLongest']));
    this.outcome.setAttribute('aria-live', 'off');
    this.#tell();
  }

  /**
   * @param {any} action
   * @returns {boolean} whether it is among those that are asked for
   */
  isAsked(action) {
    return Boolean(this.box.hidden) || this.#fits(action, this.#chosen('welke'), this.#chosen('wie'));
  }

  /** Ask for all again: what an address leads to must be there. */
  clear() {
    for (const { radio } of this.radios) radio.checked = radio.value === 'open' || radio.value === 'all';
  }

  /**
   * @param {any} action
   * @param {string} which
   * @param {string} whose
   */
  #fits(action, which, whose) {
    const who = this.#who(whose);
    return (which !== 'late' || isLate(action)) && (who === '' || isOf(action.owner ?? '', who));
  }

  /**
   * @param {string} whose
   * @returns {string} empty for everybody, and where it is not said yet
   */
  #who(whose) {
    return whose === 'mine' ? (keepable(this.me) ?? '').trim() : whose === 'one' ? this.owner.value : '';
  }

  /** Say behind each choice how many there are, and what came of the choice. */
  #tell() {
    const [which, whose] = [this.#chosen('welke'), this.#chosen('wie')];
    for (const name of /** @type {const} */ (['mine', 'one'])) this.rows[name].hidden = whose !== name;
    this.help.hidden = this.#who('mine') !== '';
    const count = (/** @type {string} */ one, /** @type {string} */ other) => this.#running.filter(([, action]) => this.#fits(action, one, other)).length;
    for (const { radio, words, name } of this.radios) {
      const isKnown = !WHOSE.includes(radio.value) || radio.value === 'all' || this.#who(radio.value) !== '';
      const many = WHICH.includes(radio.value) ? count(radio.value, whose) : count(which, radio.value);
      setText(words, isKnown ? say('filter.count', { naam: name, aantal: many }) : name);
    }
    setText(this.outcome, this.box.hidden ? '' : this.#outcome(which, whose, count(which, whose)));
  }

  /**
   * @param {string} which
   * @param {string} whose
   * @param {number} count
   */
  #outcome(which, whose, count) {
    const naam = this.#who(whose);
    if (whose !== 'all' && !naam) return say(whose === 'mine' ? 'filter.who-are-you' : 'filter.whose');
    if (which === 'open' && !naam) return '';
    if (count > 0) return sayCount('filter.outcome', count, { alle: this.#running.length });
    if (!naam) return say('filter.none-late');
    return say(which === 'late' ? 'filter.none-late-of' : 'filter.none-of', { naam });
  }

  /** @param {'welke' | 'wie'} group */
  #chosen(group) {
    return this.radios.find(({ radio }) => radio.name === `acties.${group}` && radio.checked)?.radio.value ?? (group === 'welke' ? 'open' : 'all');
  }
}
