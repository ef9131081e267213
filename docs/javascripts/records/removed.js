// What was taken away of the dossier: shown when somebody asks, each with the way back, or away for good. Must not take
// anything away itself.

import { isSeen, onSeen } from '../base/seen.js';
import { instrumentName } from '../forms/forms.js';
import { make, makeButton, makeButtonFor, setText } from '../base/widget.js';
import { say, sayCount, sayDay } from '../base/words.js';

/**
 * @typedef {{path: string, value: any, name: string, back: object}} Taken  back: what of its value puts it back
 */

export class Removed {
  /** Which one the reader is asked about. */
  #asked = '';

  /** @param {import('../meetings/meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.box = widget.need('data-fii-removed-box', HTMLDetailsElement);
    this.list = widget.need('data-fii-removed-list');
    this.box.addEventListener('toggle', () => this.show());
    onSeen(this.box, () => this.show());
  }

  /** Say how much there is, and while it is open what. */
  show() {
    if (!isSeen(this.box)) return;
    const taken = takenAway(this.widget.state);
    this.box.hidden = taken.length === 0;
    setText(this.widget.need('data-fii-removed-title'), sayCount('removed.count', taken.length));
    const known = this.box.open ? JSON.stringify([this.#asked, taken.map(({ path, name }) => [path, name])]) : '';
    if (this.list.dataset['shown'] === known) return;
    this.list.dataset['shown'] = known;
    this.list.replaceChildren(...(this.box.open ? taken.map((one) => this.#line(one)) : []));
  }

  /** @param {Taken} one */
  #line(one) {
    const { path, name } = one;
    const about = `: ${name}`;
    const back = makeButtonFor(say('record.back'), about, () => this.#back(one));
    const ask = makeButtonFor(say('removed.forget'), about, () => this.#ask(path));
    const sure = [
      make('span', {}, this.#sure(one)), ' ',
      makeButtonFor(say('removed.for-good'), about, () => void this.#forget(one), { 'data-fii-forget': '' }), ' ',
      makeButton(say('removed.leave'), () => this.#ask('')),
    ];
    const acts = this.#asked === path ? sure : [back, ' ', ask];
    return make('li', { class: 'fii-record fii-record--weg', 'data-fii-removed-path': path }, make('p', {}, name), ' ', ...acts);
  }

  /**
   * Ask whether the reader is sure, or leave it; the focus goes to what changes nothing.
   * @param {string} path
   */
  #ask(path) {
    const place = path || this.#asked;
    this.#asked = path;
    this.show();
    /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-fii-removed-path="${CSS.escape(place)}"] button:last-of-type`))?.focus();
  }

  /** @param {Taken} one @returns {string} what will be gone, and until when it can be put back */
  #sure({ path }) {
    const [kind, id, part] = path.split('/');
    const isClosed = part && this.widget.state.registers.get(`reviews/${id}`)?.state === 'closed';
    const hasMore = kind === 'members' || kind === 'places' || (kind === 'reviews' && !part);
    return [say(hasMore ? 'removed.sure-all' : 'removed.sure'), isClosed && say('removed.sure-closed'), say('removed.until')].filter(Boolean).join(' ');
  }

  /** @param {Taken} one */
  async #forget({ path, value }) {
    this.#asked = '';
    const isAway = await this.widget.forgetting.away({ whole: [path] });
    this.show();
    const words = (value.text ?? value.label ?? '').trim();
    if (isAway && words) this.widget.forgetting.look(words); // the same words may stand elsewhere
  }

  /** @param {Taken} one */
  #back({ path, value, name, back }) {
    const at = this.#place();
    if (!this.widget.state.put(path, { ...value, ...back })) return;
    this.widget.tell(say('removed.restored', { wat: name }));
    this.show();
    this.#focus(at);
  }

  /** @returns {number} at which line the reader is */
  #place() {
    return [...this.list.children].findIndex((line) => line.contains(document.activeElement));
  }

  /** @param {number} at the line that is gone; the focus goes to what came in its place */
  #focus(at) {
    const line = this.list.children[Math.min(at, this.list.children.length - 1)];
    const next = line?.querySelector('button') ?? this.box.closest('[data-fii-view]')?.querySelector('[data-fii-view-title]');
    if (next instanceof HTMLElement) next.focus();
  }
}

/**
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {Taken[]} what has words or a day, the last first; an empty line is no loss
 */
function takenAway(state) {
  /** @type {Taken[]} */
  const found = [];
  const add = (/** @type {string} */ path, /** @type {any} */ value, /** @type {string} */ name, back = /** @type {object} */ ({ removed: false })) => {
    found.push({ path, value, name, back });
  };
  for (const [path, value] of state.registers) {
    const [kind = '', id = '', part = '', own = ''] = path.split('/');
    const isOwn = part === '';
    if (kind === 'reviews' && isOwn && value.removed) add(path, value, say('meeting.of', { datum: sayDay(value.date) }));
    if (kind === 'reviews' && part === 'decisions' && own && value.removed && value.text.trim()) {
      const review = state.registers.get(`reviews/${id}`);
      if (review && !review.removed) add(path, value, say('removed.decision', { datum: sayDay(review.date), tekst: value.text.trim() }));
    }
    const tekst = value.removed ? [value.text, value.said, value.owner].map((words = '') => words.trim()).filter(Boolean).join(' · ') : '';
    if (kind === 'actions' && tekst) add(path, value, say('removed.action', { tekst }));
    if (kind === 'topics' && tekst) add(path, value, say('removed.topic', { tekst }));
    if (kind === 'rounds' && value.removed && Object.keys(value.answers).length > 0) add(path, value, say('removed.round', { datum: sayDay(value.date), lijst: instrumentName(value.instrument) }));
    if (kind === 'members' && isOwn && value.gone && value.label) add(path, value, say('removed.member', { naam: value.label }), { gone: false });
    if (kind === 'places' && isOwn && value.gone && value.label) add(path, value, say('removed.place', { naam: value.label }), { gone: false });
  }
  return found.sort((one, other) => (one.value.at < other.value.at ? 1 : -1));
}
