// A kept draft of which words and things can be taken out for good, and put back until the page is left. Must not touch the DOM.

import { copyOf, forgotten, standings, takenBack } from './forgetting.js';
import { KeptDraft } from './kept-draft.js';

export class ForgettingDraft extends KeptDraft {
  /** What was taken out last; only this page has it. @type {import('./forgetting.js').Back | null} */
  #back = null;

  /** @returns {boolean} whether what was taken out last can be put back */
  get canTakeBack() {
    return this.#back !== null;
  }

  /**
   * List where words stand, also in what a reader does not see.
   * @param {string} words
   * @returns {Map<string, string[]>} place → the texts in which they stand
   */
  standings(words) {
    return standings(this.draft, words);
  }

  /**
   * Take words or things out for good.
   * @param {import('./forgetting.js').Asked} asked
   * @param {(draft: import('./forgetting.js').Draft) => void} judge throws where no file has room for what is left
   * @protected
   */
  async takeOut(asked, judge) {
    /** @type {import('./forgetting.js').Back | null} */
    let back = null;
    await this.replace(async () => {
      const left = forgotten(this.draft, asked);
      judge(left);
      back = { was: this.draft, left: copyOf(left) };
      return left;
    });
    this.#back = back;
    this.tell('saved', null);
  }

  /** Put back what was taken out last. */
  async takeBack() {
    const back = this.#back;
    if (back) await this.replace(async () => takenBack(this.draft, back));
  }

  /** @override @protected @type {KeptDraft['replace']} */
  async replace(...next) {
    this.#back = null; // it belongs to what is replaced
    await super.replace(...next);
  }

  /** @override */
  async wipe() {
    this.#back = null;
    await super.wipe();
  }
}
