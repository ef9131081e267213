// The form of a meeting that is to begin: what it holds, and what was so the last time. Must not keep anything.

import { isControl, isRefused, show } from '../forms/field-check.js';
import { setText } from '../base/widget.js';
import { say, today } from '../base/words.js';

/** @typedef {import('./meetings-widget.js').Review} Review */

const PHASES = 'input[name="overleg.fase"]';

export class MeetingStart {
  /** The reader filled in something. */
  isTouched = false;
  /** Where the proposals come from. @type {string | null} */
  #remembered = null;
  /** The day that was proposed. */
  #day = '';

  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.box = widget.need('data-fii-meeting-start');
    this.alert = widget.own('data-fii-meeting-alert');
    for (const kind of ['input', 'change']) this.box.addEventListener(kind, () => (this.isTouched = true));
  }

  /**
   * Give the meeting as it begins, or say what is missing; the focus goes there.
   * @returns {Review | null}
   */
  read() {
    const date = valueOf(this.box, 'date');
    const phases = this.#boxes().filter((box) => box.checked).map((box) => Number(box.value));
    const lacking = !date ? 'meeting.no-date' : phases.length === 0 ? 'meeting.no-phase' : '';
    this.refuse(lacking && say(lacking));
    const place = lacking ? this.box.querySelector(date ? PHASES : '[data-fii-part="date"]') : ['date', 'present'].map((part) => partOf(this.box, part)).find(isRefused);
    if (place instanceof HTMLElement) place.focus();
    if (lacking || place) return null;
    return { date, next: '', phases, state: 'open', present: namesIn(valueOf(this.box, 'present')), agenda: '', lights: {} };
  }

  /** @param {string} why */
  refuse(why) {
    setText(this.alert, why);
  }

  /**
   * Propose what was so the last time; once, for what a reader filled in stays.
   * @param {{phases: number[], present: string[]} | null} last the meeting to come, as it was planned or as the last one was
   * @param {Set<number>} lit the phases that have a light, for the first meeting
   * @param {string[]} team who may be there, for the first meeting
   */
  remember(last, lit, team) {
    this.#proposeDay();
    const proposed = JSON.stringify(last ?? [[...lit], team]);
    if (proposed === this.#remembered || this.isTouched) return;
    this.#remembered = proposed;
    setPart(this.box, 'present', (last?.present ?? team).join(', '));
    for (const box of this.#boxes()) box.checked = last ? last.phases.includes(Number(box.value)) : lit.has(Number(box.value));
  }

  /** Today, as long as nobody chose another day; a page that stays open comes into the next. */
  #proposeDay() {
    const chosen = valueOf(this.box, 'date');
    if (this.isTouched && chosen !== this.#day) return;
    this.#day = today();
    setPart(this.box, 'date', this.#day);
  }

  #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.box.querySelectorAll(PHASES)]);
  }
}

/**
 * @param {string} text names with commas between them
 * @returns {string[]}
 */
export function namesIn(text) {
  return text.split(',').map((who) => who.trim()).filter(Boolean);
}

/**
 * @param {HTMLElement} box
 * @param {string} part
 * @returns {Element | null}
 */
function partOf(box, part) {
  return box.querySelector(`[data-fii-part="${part}"]`);
}

/**
 * @param {HTMLElement} box
 * @param {string} part
 */
function valueOf(box, part) {
  const control = partOf(box, part);
  return isControl(control) ? control.value : '';
}

/**
 * Let a field show a part; not where somebody types, nor where something stands that is not kept.
 * @param {HTMLElement} box
 * @param {string} part
 * @param {string} value
 */
export function setPart(box, part, value) {
  const control = partOf(box, part);
  if (isControl(control) && control !== document.activeElement && !isRefused(control)) show(control, value);
}
