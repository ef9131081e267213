// The day and the phases of the meeting that is held, which may turn out to be others. Must not touch what was set in it.

import { keepable, keepOut } from '../forms/field-check.js';
import { setText } from '../base/widget.js';
import { say, sayDay } from '../base/words.js';
import { setPart } from './meeting-start.js';

export class MeetingFacts {
  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.fold = widget.need('data-fii-facts', HTMLDetailsElement);
    this.alert = widget.need('data-fii-facts-alert');
    /** Merging may bring two meetings that are both held: the other one waits until this is closed. */
    this.other = widget.need('data-fii-meeting-other');
    this.day = /** @type {HTMLInputElement} */ (this.fold.querySelector('[data-fii-part="date"]'));
    this.boxes = /** @type {HTMLInputElement[]} */ ([...this.fold.querySelectorAll('[type="checkbox"]')]);
    this.fold.addEventListener('change', ({ target }) => (target === this.day ? this.#move() : this.#play()));
    this.day.addEventListener('blur', () => this.show()); // a day that was emptied comes back
  }

  /** The meeting that is held, as it stands. @returns {import('./meetings-widget.js').Review | undefined} */
  get open() {
    return this.widget.state.registers.get(`reviews/${this.widget.openId}`);
  }

  show() {
    const { open } = this;
    if (!open) return;
    const other = this.widget.reviews().find(([id, { state }]) => state === 'open' && id !== this.widget.openId)?.[1];
    this.other.hidden = !other;
    setText(this.other, other ? say('meeting.other', { datum: sayDay(other.date) }) : '');
    setPart(this.fold, 'date', open.date);
    for (const box of this.boxes) box.checked = open.phases.includes(Number(box.value));
  }

  #move() {
    const date = keepable(this.day);
    setText(this.alert, date === '' ? say('meeting.no-date') : '');
    if (date) this.#put({ date }, say('meeting.moved', { datum: sayDay(date) }));
  }

  #play() {
    const phases = this.boxes.filter((box) => box.checked).map((box) => Number(box.value));
    setText(this.alert, phases.length === 0 ? say('meeting.no-phase') : '');
    if (phases.length > 0) this.#put({ phases }, say('meeting.phases', { fasen: phases.join(', ') }));
    this.show(); // the last phase stays
  }

  /**
   * @param {Partial<import('./meetings-widget.js').Review>} parts
   * @param {string} told
   */
  #put(parts, told) {
    const { open, widget } = this;
    if (!open || Object.entries(parts).every(([name, value]) => JSON.stringify(open[/** @type {'date'} */ (name)]) === JSON.stringify(value))) return;
    const why = widget.put(`reviews/${widget.openId}`, { ...open, ...parts });
    if (!why) return widget.tell(told);
    if (parts.date) keepOut(this.day, why);
    else setText(this.alert, why);
  }
}
