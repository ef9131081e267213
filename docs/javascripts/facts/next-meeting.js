// The day of the next meeting, for which most is agreed. Must not count days: Python knows the rhythm.

import { today } from '../base/words.js';
import { python } from '../python/client.js';
import { comingIn } from './coming.js';
import { openOf, reviewsOf } from './stored.js';

export class NextMeeting {
  /** Empty while it is not known. */
  day = '';
  /** Of which meeting Python was asked. */
  #asked = '';

  /**
   * @param {import('./stored.js').State} state
   * @param {() => void} onDay hears that it is another day
   */
  constructor(state, onDay) {
    this.state = state;
    this.onDay = onDay;
  }

  /** See whether the day is still the same. Python is asked while a meeting is held: then it is on its way already. */
  async look() {
    const reviews = reviewsOf(this.state);
    const open = openOf(reviews);
    const coming = comingIn(this.state.under('reviews/'))?.date ?? '';
    const agreed = coming > (open?.[1].date ?? '') ? coming : ''; // a meeting that is held was agreed on, too
    const rhythm = this.state.registers.get('settings/rhythm')?.text;
    const asked = open && !agreed && rhythm ? [open[0], open[1].date, rhythm].join(' ') : '';
    if (asked && asked === this.#asked) return;
    this.#asked = asked;
    if (!asked) return this.#set(agreed >= today() ? agreed : '');
    try {
      const reply = await python().ask({ op: 'next_dates', dossier: this.state.dossier(), count: 1, today: today() }, '', 'later');
      if (asked === this.#asked && reply.ok) this.#set(/** @type {string[]} */ (reply['dates'])[0] ?? '');
    } catch (error) {
      console.warn(error); // the day can be typed
    }
  }

  /** @param {string} day */
  #set(day) {
    if (day === this.day) return;
    this.day = day;
    this.onDay();
  }
}
