// The day of the meeting that comes after the one that is held: filled in where the meeting is closed, and what is told beside it.
// Must not count days of the rhythm: Python knows it.

import { dayOff, nearestFree } from '../facts/day-off.js';
import { NextMeeting } from '../facts/next-meeting.js';
import { makeButton } from '../base/widget.js';
import { say, sayDay, sayWeekday, today } from '../base/words.js';

export class NextDate {
  /** The meeting in which it was filled in: what a reader makes of it since then stays. */
  #filled = '';

  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.field = widget.need('data-fii-part="next"');
    this.beside = widget.need('data-fii-next-off');
    this.next = new NextMeeting(widget.state, () => this.#fill());
  }

  /**
   * The last step is shown.
   * @param {import('./meetings-widget.js').Review} open
   */
  show({ date, next }) {
    offBeside(this.beside, next, date, (day) => {
      if (!this.#put(day)) return;
      this.widget.tell(say('off.taken', { datum: sayDay(day) }));
      this.field.focus();
    });
    void this.next.look();
    this.#fill();
  }

  /** Fill in the day that is known, once a meeting; not while it is being closed, for that takes the meeting as it was. */
  #fill() {
    const { openId, room, closing } = this.widget;
    const { day } = this.next;
    const { date, next } = this.widget.state.registers.get(`reviews/${openId}`) ?? {};
    if (!(day > date) || this.#filled === openId || !room.isIn('afsluiten') || this.field === document.activeElement || closing.open) return;
    this.#filled = openId;
    if (!next) this.#put(day);
  }

  /**
   * @param {string} next
   * @returns {boolean} whether it is kept
   */
  #put(next) {
    const path = `reviews/${this.widget.openId}`;
    return !this.widget.put(path, { ...this.widget.state.registers.get(path), next });
  }
}

/**
 * Tell beside a day that many are free then, with the nearest other one to take. Nothing moves by itself.
 * @param {HTMLElement} box
 * @param {string} day empty for none
 * @param {string} after the day comes after this one
 * @param {(day: string) => void} take
 */
export function offBeside(box, day, after, take) {
  const shown = [day, after, today()].join(' ');
  if (box.dataset['shown'] === shown) return; // a button that has the focus stays
  box.dataset['shown'] = shown;
  const other = day >= today() && dayOff(day) ? nearestFree(day, after, today()) : '';
  box.replaceChildren(...(other ? [sayOff(day), ' ', makeButton(say('off.take', { datum: sayWeekday(other) }), () => take(other), { 'data-fii-take-day': '' })] : []));
}

/**
 * @param {string} day
 * @returns {string} that many are free then; empty for another day
 */
export function sayOff(day) {
  const off = dayOff(day);
  return off && say('off.that', { dag: say(off) });
}
