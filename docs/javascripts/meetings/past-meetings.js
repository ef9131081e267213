// Closed reviews: read the paper of one, write a correction, lay two side by side. Must not change what was closed.

import { pageInstruments } from '../forms/forms.js';
import { addressed, place } from '../base/place.js';
import { nameColumns } from '../papers/paper-columns.js';
import { isControl, isRefused, show } from '../forms/field-check.js';
import { SummaryPanel } from '../python/summary-panel.js';
import { newId } from '../base/random-id.js';
import { storedMinutes } from './stored-meetings.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayDay, today } from '../base/words.js';

export class PastMeetings {
  /** The review that is looked at. */
  #shown = '';

  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    const holder = (/** @type {string} */ hook) => widget.own(hook) ?? make('div');
    this.panel = new SummaryPanel(holder('data-fii-past-review'), () => (this.#shown ? this.question('paper', { kind: 'overleg', of: this.#shown, level: 4 }) : null),
      () => nameColumns(this.panel.holder), undefined, () => storedMinutes(widget.state, this.#shown));
    document.addEventListener('fii-lead', () => this.#follow());
    this.ways = widget.need('data-fii-past-ways');
    this.compared = new SummaryPanel(holder('data-fii-compared'), () => this.#comparison());
  }

  /**
   * Put a question to Python about the dossier as it is now.
   * @param {string} op
   * @param {Record<string, unknown>} more
   * @returns {import('../python/client.js').Request}
   */
  question(op, more) {
    return { op, dossier: this.widget.state.dossier(), instruments: pageInstruments(), today: today(), ...place.links, ...more };
  }

  /** @param {[string, {date: string}][]} closed by date */
  show(closed) {
    if (this.#shown && !closed.some(([id]) => id === this.#shown)) {
      this.#shown = '';
      this.widget.own('data-fii-correcting')?.setAttribute('hidden', '');
      void this.panel.now();
    }
    this.#showWays();
    this.widget.own('data-fii-past-box')?.toggleAttribute('hidden', closed.length === 0);
    const known = closed.map(([id]) => id).join(' ');
    const list = this.widget.own('data-fii-past');
    if (!list || list.dataset['shown'] === known) return;
    list.dataset['shown'] = known;
    list.replaceChildren(...closed.toReversed().map(([id, { date }]) => make('li', { 'data-fii-record': id }, this.#button(id, date))));
    this.#follow();
    this.widget.own('data-fii-comparing')?.toggleAttribute('hidden', closed.length < 2);
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
    this.widget.tell(say('meeting.corrected'));
    this.look();
  }

  /** Show again what is looked at: something came under it. */
  look() {
    if (this.#shown) void this.panel.now();
  }

  compare() {
    const [one, other] = this.#selects();
    if (one?.value === other?.value) this.widget.tell(say('meeting.same'));
    else void this.compared.now();
  }

  #comparison() {
    const [one, other] = this.#selects();
    return one && other ? this.question('compare', { one: one.value, other: other.value, level: 3 }) : null;
  }

  #selects() {
    return ['one', 'other'].map((part) => this.widget.own(`data-fii-part="${part}"`, HTMLSelectElement));
  }

  /**
   * @param {string} id
   * @param {string} date
   */
  #button(id, date) {
    return makeButton(say('meeting.of', { datum: sayDay(date) }), () => {
      const shown = this.#open(id);
      const here = document.activeElement; // the button may be gone
      void shown.then(() => document.activeElement === here && this.panel.holder.focus());
    });
  }

  /** Show the meeting that the address names; the way to it leads from an action, and from what was found. */
  #follow() {
    const id = addressed();
    const button = this.widget.own('data-fii-past')?.querySelector(`[data-fii-record="${CSS.escape(id)}"] button`);
    if (button && id !== this.#shown) void this.#open(id);
  }

  /**
   * @param {string} id
   * @returns {Promise<void>} when it stands there
   */
  #open(id) {
    this.#shown = id;
    this.widget.own('data-fii-correcting')?.removeAttribute('hidden');
    this.#showWays();
    return this.panel.now();
  }

  /** From the meeting that is looked at to the one before it and the one after; the one that is held has a view of its own. */
  #showWays() {
    const all = this.widget.reviews();
    const at = all.findIndex(([id]) => id === this.#shown);
    const [before, after] = at < 0 ? [] : [all[at - 1], all[at + 1]];
    const shown = JSON.stringify([before?.[0], before?.[1].date, after?.[0], after?.[1].date, after?.[1].state]);
    if (this.ways.dataset['shown'] === shown) return; // a button that has the focus stays
    this.ways.dataset['shown'] = shown;
    const way = (/** @type {string} */ words, /** @type {typeof before} */ to) => (to ? [make('p', {}, `${say(words)} `, this.#wayTo(to))] : []);
    this.ways.replaceChildren(...way('meeting.earlier', before), ...way('meeting.after', after));
    this.ways.hidden = !before && !after;
  }

  /** @param {[id: string, review: {date: string, state: string}]} meeting */
  #wayTo([id, { date, state }]) {
    return state === 'closed' ? this.#button(id, date) : make('a', { href: '#overleg' }, say('meeting.of', { datum: sayDay(date) }));
  }
}
