// The open meeting as a room goes through it: which step is shown, and what stands in it. Must not keep anything.

import { LookBack } from './look-back.js';
import { LooseEnds } from './loose-ends.js';
import { MeetingLights } from './meeting-lights.js';
import { NextDate } from './next-date.js';
import { Steps } from './steps.js';
import { isSeen, onSeen } from '../base/seen.js';
import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';
import { setText } from '../base/widget.js';
import { say } from '../base/words.js';

const LARGE = 'is-op-scherm';
/** At which step which meeting is, for who leaves the page and comes back. */
const KEY = `fii-stap:${place.edition}`;

export class MeetingRoom {
  /** The meeting that is shown. */
  #id = '';

  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.here = widget.need('data-fii-actions-here');
    this.decided = widget.need('data-fii-decided-here');
    this.talk = widget.need('data-fii-topics-here');
    this.lights = new MeetingLights(widget.need('data-fii-meeting-lights'), widget, (item) => {
      this.steps.go('acties');
      widget.actions.add(item);
    });
    this.back = new LookBack(widget, (id) => {
      this.steps.go('acties');
      widget.actions.postpone(id);
    });
    this.ends = new LooseEnds(widget);
    this.next = new NextDate(widget);
    const only = widget.need('data-fii-only-open', HTMLInputElement);
    only.addEventListener('change', () => this.lights.box.classList.toggle('fii-alleen-open', only.checked));
    this.size = widget.need('data-fii-action="on-screen"');
    this.larger = this.size.textContent ?? '';
    /** @type {Steps} */
    this.steps = new Steps(widget.running, (name) => {
      if (this.#id) keepText(KEY, `${this.#id} ${name}`);
      this.show();
    });
    onSeen(widget.running, () => this.show());
  }

  /** @param {string} name of a step */
  isIn(name) {
    return this.widget.openId !== '' && isSeen(this.widget.running) && this.steps?.name === name;
  }

  show() {
    const { widget } = this;
    if (this.#id !== widget.openId) this.#enter(widget.openId);
    const open = widget.state.registers.get(`reviews/${widget.openId}`);
    widget.actions.standIn(this.isIn('acties') ? this.here : undefined);
    widget.actions.show();
    widget.earlier.standIn(this.isIn('besluiten') ? this.decided : undefined);
    widget.earlier.show();
    widget.topics.standIn(widget.openId ? this.talk : undefined);
    widget.topics.show();
    if (this.isIn('lichten')) this.lights.show(widget.openId, open.phases, this.#closed());
    else this.lights.clear();
    if (this.isIn('terugblik')) this.back.show(open, widget.reviews().findLast(([, { state }]) => state === 'closed'));
    if (this.isIn('afsluiten')) {
      this.next.show(open);
      this.ends.show(open);
      widget.review.later();
    }
    if (!open || !isSeen(widget.running)) this.#enlarge(false);
  }

  /** @param {string} id of a meeting that is shown from now on; empty for none */
  #enter(id) {
    this.#id = id;
    const [kept, name = ''] = keptText(KEY).split(' ');
    if (id && kept === id) this.steps?.go(name);
  }

  /** For who sits at the other side of a room. */
  toggleSize() {
    this.#enlarge(!document.documentElement.classList.contains(LARGE));
  }

  /** @param {boolean} isLarge */
  #enlarge(isLarge) {
    document.documentElement.classList.toggle(LARGE, isLarge);
    setText(this.size, isLarge ? say('meeting.small') : this.larger);
  }

  /** @returns {import('./meeting-lights.js').Earlier[]} */
  #closed() {
    const closed = this.widget.reviews().filter(([, { state }]) => state === 'closed');
    return closed.map(([id, { date, lights }]) => {
      const notes = this.widget.state.under(`reviews/${id}/notes/`).map(([item, { text }]) => [item, text]);
      return { date, lights: /** @type {Record<string, string>} */ (lights), notes: Object.fromEntries(notes) };
    });
  }
}
