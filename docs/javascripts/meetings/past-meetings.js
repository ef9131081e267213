// Closed reviews: look at one, write a correction, lay two side by side. Must not change what was closed.

import { newId, pageInstruments, sayDay, today } from '../python/page-instruments.js';
import { place } from '../base/place.js';
import { isRefused, show } from '../base/field-check.js';
import { isControl } from './record-list.js';
import { SummaryPanel } from '../python/summary-panel.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';

/** @typedef {import('../python/client.js').Request} Request */

export class PastMeetings {
  /** The review that is looked at. */
  #shown = '';

  /**
   * @param {import('./meetings-widget.js').MeetingsWidget} widget
   * @param {(sentence: string) => void} tell
   */
  constructor(widget, tell) {
    this.widget = widget;
    this.tell = tell;
    const holder = (/** @type {string} */ hook) => widget.own(hook) ?? make('div');
    this.panel = new SummaryPanel(holder('data-fii-past-review'), () => (this.#shown ? this.question('review', { id: this.#shown, level: 3 }) : null));
    this.compared = new SummaryPanel(holder('data-fii-compared'), () => this.#comparison());
  }

  /**
   * Put a question to Python about the dossier as it is now.
   * @param {string} op
   * @param {Record<string, unknown>} more
   * @returns {Request}
   */
  question(op, more) {
    const { root, index } = place;
    return { op, dossier: this.widget.state.dossier(), instruments: pageInstruments(), today: today(), root, index, ...more };
  }

  /** @param {[string, {date: string}][]} closed by date */
  show(closed) {
    const box = this.widget.own('data-fii-past-box');
    if (box) box.hidden = closed.length === 0;
    const known = closed.map(([id]) => id).join(' ');
    const list = this.widget.own('data-fii-past');
    if (!list || list.dataset['shown'] === known) return;
    list.dataset['shown'] = known;
    list.replaceChildren(...closed.toReversed().map(([id, { date }]) => make('li', {}, this.#button(id, date))));
    const comparing = this.widget.own('data-fii-comparing');
    if (comparing) comparing.hidden = closed.length < 2;
    const [one, other] = this.#selects();
    const options = () => closed.map(([id, { date }]) => make('option', { value: id }, sayDay(date)));
    one?.replaceChildren(...options());
    other?.replaceChildren(...options());
    if (other) other.value = closed.at(-1)?.[0] ?? '';
    if (one) one.value = closed.at(-2)?.[0] ?? '';
  }

  /** Write a dated line under the review that is looked at. */
  correct() {
    const field = this.widget.own('data-fii-part="correction"');
    if (!isControl(field) || !this.#shown || field.value.trim() === '' || isRefused(field)) return field?.focus();
    if (!this.widget.state.put(`reviews/${this.#shown}/corrections/${newId('c')}`, { text: field.value.trim() })) return;
    show(field, '');
    this.tell(say('meeting.corrected'));
    void this.panel.now();
  }

  compare() {
    const [one, other] = this.#selects();
    if (one?.value === other?.value) this.tell(say('meeting.same'));
    else void this.compared.now();
  }

  #comparison() {
    const [one, other] = this.#selects();
    return one && other ? this.question('compare', { one: one.value, other: other.value, level: 3 }) : null;
  }

  #selects() {
    return ['one', 'other'].map((part) => {
      const select = this.widget.own(`data-fii-part="${part}"`);
      return select instanceof HTMLSelectElement ? select : null;
    });
  }

  /**
   * @param {string} id
   * @param {string} date
   */
  #button(id, date) {
    const button = make('button', { type: 'button', class: 'fii-button' }, say('meeting.of', { datum: sayDay(date) }));
    button.addEventListener('click', () => {
      this.#shown = id;
      const correcting = this.widget.own('data-fii-correcting');
      if (correcting) correcting.hidden = false;
      void this.panel.now().then(() => this.panel.holder.focus());
    });
    return button;
  }
}
