// The text of the proefbank: a text area with numbered lines. Must not know what the text says.

import { make } from '../base/widget.js';

/** More numbers would only slow the typing; a text that long is refused by its size. */
const MOST_LINES = 6_000;

export class TrialText {
  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    const area = widget.own('data-fii-text');
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the proefbank has no text');
    this.area = area;
    this.numbers = widget.own('data-fii-numbers');
    area.addEventListener('scroll', () => this.#follow(), { passive: true });
  }

  get value() {
    return this.area.value;
  }

  set value(text) {
    this.area.value = text;
    this.area.scrollTop = 0;
  }

  /**
   * Number the lines and mark those in which something is wrong.
   * @param {number[]} wrong
   */
  number(wrong) {
    const marked = new Set(wrong);
    const count = Math.min(this.value.split('\n').length, MOST_LINES);
    const numbers = Array.from({ length: count }, (_, index) => {
      const number = String(index + 1);
      return marked.has(index + 1) ? make('mark', {}, number) : number;
    });
    this.numbers?.replaceChildren(...numbers.flatMap((number) => [number, '\n']));
    this.area.setAttribute('aria-invalid', String(wrong.length > 0));
    this.#follow();
  }

  /**
   * Put the cursor on a line, in view.
   * @param {number} line counted from 1
   */
  goTo(line) {
    const lines = this.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    this.area.focus();
    this.area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
    this.area.scrollTop = Math.max(0, line - 5) * parseFloat(getComputedStyle(this.area).lineHeight);
    this.#follow();
  }

  #follow() {
    if (this.numbers) this.numbers.scrollTop = this.area.scrollTop;
  }
}
