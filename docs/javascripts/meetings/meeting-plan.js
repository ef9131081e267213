// The meeting to come, while none is held: when it is, and how it gets another day or is called off. Must not count days:
// Python knows the rhythm.

import { make, makeButton, makeButtonFor, setText } from '../base/widget.js';
import { newId } from '../base/random-id.js';
import { say, sayDay, sayFromToday, today } from '../base/words.js';
import { python } from '../python/client.js';
import { COMING, comingIn, PLANNED } from '../facts/coming.js';
import { reviewsOf } from '../facts/stored.js';
import { offBeside } from './next-date.js';

/** As many days as Python gives: a meeting may have been missed for a while. */
const MANY = 52;

/**
 * @typedef {ReturnType<typeof comingIn>} Coming
 * @typedef {Pick<import('./meetings-widget.js').Review, 'date' | 'phases' | 'present'>} Plan
 */

export class MeetingPlan {
  /** What was done last on this page, and the plan as it was. @type {{told: string, id: string, before: Plan | null} | null} */
  #last = null;

  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.state = widget.state;
    this.box = widget.need('data-fii-coming');
    this.alert = make('p', { class: 'fii-alert', role: 'alert' });
    this.off = make('p', { class: 'fii-vrij' });
  }

  show() {
    const { coming } = this;
    this.box.hidden = !coming;
    if (!coming) return;
    const shown = JSON.stringify([coming, this.#last?.told, this.#canSkip, today()]);
    if (this.box.dataset['shown'] === shown) return; // a button that has the focus stays
    this.box.dataset['shown'] = shown;
    const { date } = coming;
    offBeside(this.off, date, this.#lastDay, (day) => setText(this.alert, this.#put({ ...coming, date: day })));
    const about = say('plan.about', { datum: sayDay(date) });
    const acts = date ? [
      make('a', { class: 'fii-button', href: '#stukken', 'data-fii-paper': `agenda ${COMING}` }, say('stand.agenda')),
      ...(this.#canSkip ? [makeButtonFor(say('plan.skip'), about, () => void this.#skip(), { 'data-fii-skip': '' })] : []),
      makeButtonFor(say('plan.cancel'), about, () => this.#cancel(), { 'data-fii-cancel': '' }),
    ] : [];
    const told = this.#last ? [make('p', {}, this.#last.told)] : [];
    if (this.#last) acts.push(makeButton(say('plan.back'), () => this.#undo(), { 'data-fii-plan-back': '' }));
    this.box.replaceChildren(...told, make('p', {}, sayComing(coming)), this.off, make('p', { class: 'fii-actions' }, ...acts.flatMap((act) => [act, ' '])), this.alert);
  }

  /** @returns {Coming} */
  get coming() {
    return comingIn(this.state.under('reviews/'));
  }

  /** When the last meeting was. */
  get #lastDay() {
    return reviewsOf(this.state).at(-1)?.[1].date ?? '';
  }

  get #canSkip() {
    return Boolean(this.state.registers.get('settings/rhythm')?.text);
  }

  /** Another day, or another dossier: there is nothing to take back any more. */
  forget() {
    this.#last = null;
  }

  /**
   * Plan the meeting that the form describes: a first one, or the next one on another day.
   * @returns {boolean} whether it stands
   */
  make() {
    const { start } = this.widget;
    const review = start.read();
    if (!review) return false;
    const last = this.#lastDay;
    const lacking = review.date < today() ? say('plan.past') : review.date <= last ? say('plan.before', { datum: sayDay(last) }) : '';
    const why = lacking || this.#put(review);
    if (why) start.refuse(why);
    return !why;
  }

  /**
   * Take a plan in the place of what was to come.
   * @param {Plan} plan
   * @returns {string} why not; empty: done
   */
  #put({ date, phases, present }) {
    const before = this.coming;
    const id = before?.id || newId('r');
    const value = { date, next: '', phases, state: PLANNED, present, agenda: '', lights: {} };
    const from = before?.date && before.date !== date ? before.date : '';
    const told = from ? say('plan.moved', { van: sayDay(from), datum: sayDay(date) }) : say('plan.made', { datum: sayDay(date) });
    return this.#do(told, id, before, () => this.widget.put(`reviews/${id}`, value));
  }

  /** Call it off: the plan stays, taken away, so that the day that was agreed no longer holds. */
  #cancel() {
    const before = this.coming;
    if (!before?.date) return;
    const id = before.id || newId('r');
    const { date, phases, present } = before;
    const value = { date, next: '', phases, state: PLANNED, present, agenda: '', lights: {}, removed: true };
    const why = this.#do(say('plan.cancelled', { datum: sayDay(date) }), id, before, () => this.widget.put(`reviews/${id}`, value));
    setText(this.alert, why);
  }

  async #skip() {
    setText(this.alert, '');
    const before = this.coming;
    try {
      const reply = await python().ask({ op: 'next_dates', dossier: this.state.dossier(), count: MANY, today: today() });
      const days = reply.ok ? /** @type {string[]} */ (reply['dates']) : [];
      const date = days.find((day) => before && day > before.date && day >= today());
      if (!date || !before || JSON.stringify(before) !== JSON.stringify(this.coming)) throw new Error('no day to go to');
      setText(this.alert, this.#put({ ...before, date }));
    } catch (error) {
      console.warn(error);
      setText(this.alert, say('plan.no-skip'));
    }
  }

  /**
   * @param {string} told
   * @param {string} id
   * @param {Coming} before
   * @param {() => string} put
   * @returns {string} why not
   */
  #do(told, id, before, put) {
    setText(this.alert, '');
    const last = this.#last;
    this.#last = { told, id, before: before?.date ? before : null };
    const why = put(); // shows it
    if (why) this.#last = last;
    else this.#tell(told);
    return why;
  }

  /** Give the plan the day that it had; what was no plan is one now, of the same day. */
  #undo() {
    if (!this.#last) return;
    const { id, before } = this.#last;
    const plan = this.state.registers.get(`reviews/${id}`);
    const value = before ? { ...plan, date: before.date, phases: before.phases, present: before.present, removed: false } : { ...plan, removed: true };
    this.#last = null;
    if (this.widget.put(`reviews/${id}`, value)) return;
    this.#tell(before ? say('plan.made', { datum: sayDay(before.date) }) : say('plan.cancelled', { datum: sayDay(plan.date) }));
  }

  /** @param {string} sentence */
  #tell(sentence) {
    this.show();
    this.widget.tell(sentence);
    this.box.focus();
  }

  /**
   * A meeting is closed: what was planned before that gives way to what it agreed.
   * @param {string} date of that meeting
   */
  settle(date) {
    const plans = this.state.under('reviews/').filter(([, review]) => review.state === PLANNED && review.date > date);
    for (const [id, plan] of plans) this.widget.put(`reviews/${id}`, { ...plan, date, removed: true });
  }

  /**
   * Say under which id a meeting begins. The first one keeps that of its plan, which is in calendars; of a later one the
   * plan stays until it is closed, for it may have been begun by mistake.
   * @returns {string}
   */
  beginId() {
    return (reviewsOf(this.state).length === 0 && this.coming?.id) || newId('r');
  }
}

/**
 * @param {Coming} coming
 * @returns {string} when the next meeting is
 */
export function sayComing(coming) {
  if (!coming?.date) return say(coming ? 'stand.no-next' : 'stand.never');
  return say(coming.date < today() ? 'stand.missed' : 'stand.next', { datum: sayDay(coming.date), wanneer: sayFromToday(coming.date) });
}
