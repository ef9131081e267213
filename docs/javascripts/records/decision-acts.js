// What can be done about an earlier decision: discuss it, say that it still holds, let it lapse. Closed minutes stay as they
// are: what is said here stands in a dated line under them. Must not choose.

import { makeButtonFor } from '../base/widget.js';
import { newId } from '../base/random-id.js';
import { say, sayDay } from '../base/words.js';
import { whyRefused } from '../saving/leaving.js';
import { short } from '../facts/decided.js';
import { discuss } from './topics.js';

/**
 * @typedef {import('../facts/decided.js').Decided} Decided
 * @typedef {{state: import('../store/dossier-state.js').DossierState, tell: (sentence: string) => void}} Holder
 */

/** What was said on this page: it can be taken back here. @type {Set<string>} paths */
const here = new Set();

export class DecisionActs {
  /**
   * @param {Holder} widget
   * @param {(one: Decided) => void} then puts the focus where it can go on: what was pressed may be gone
   */
  constructor(widget, then) {
    this.widget = widget;
    this.then = then;
  }

  /** @param {Decided} one whose day to be looked at again has come */
  due(one) {
    return [this.#talk(one), this.button(one, say('decision.still'), () => this.holds(one)), this.lapse(one)];
  }

  /** @param {Decided} one */
  more(one) {
    return [this.#talk(one), this.lapse(one)];
  }

  /** @param {Decided} one that lapsed */
  anew(one) {
    return this.button(one, say('decision.anew'), () => this.holds(one));
  }

  /**
   * The way back of what was said on this page; null where nothing was.
   * @param {Decided} one
   */
  undo(one) {
    const last = one.said.at(-1);
    if (!last || !here.has(last.path)) return null;
    return this.button(one, say('decision.undo'), () => {
      const { path, ...value } = last;
      if (this.widget.state.put(path, { ...value, removed: true })) this.#told(one, say('decision.told-undone'));
      else this.widget.tell(whyRefused());
    });
  }

  /**
   * @param {Decided} one
   * @param {string} [again] day on which to look at it again
   */
  holds(one, again = '') {
    const words = { besluit: short(one.text), datum: sayDay(again) };
    this.#say(one, { again }, say(again ? 'decision.told-again' : 'decision.told-holds', words));
  }

  /** @param {Decided} one */
  lapse(one) {
    return this.button(one, say('meeting.lapse'), () => this.#say(one, { lapsed: true }, say('decision.told-lapsed', { besluit: short(one.text) })));
  }

  /**
   * A button that says to those who do not see the line which decision it is about.
   * @param {Decided} one
   * @param {string} label
   * @param {() => void} press
   * @param {Record<string, string>} [attributes]
   */
  button(one, label, press, attributes = {}) {
    return makeButtonFor(label, say('topic.discuss-for', { punt: short(one.text) }), press, attributes);
  }

  /** @param {Decided} one */
  #talk(one) {
    return this.button(one, say('topic.discuss'), () => this.widget.tell(discuss(this.widget.state, one.id, short(one.text))));
  }

  /**
   * @param {Decided} one
   * @param {{again?: string, lapsed?: boolean}} what
   * @param {string} sentence
   */
  #say(one, what, sentence) {
    const path = `reviews/${one.review}/corrections/${newId('c')}`;
    here.add(path);
    // another clock may have been ahead: the last thing said is what holds
    if (this.widget.state.put(path, { text: '', about: one.id, ...what }, one.said)) this.#told(one, sentence);
    else this.widget.tell(whyRefused());
  }

  /**
   * @param {Decided} one
   * @param {string} sentence
   */
  #told(one, sentence) {
    this.widget.tell(sentence);
    this.then(one);
  }
}
