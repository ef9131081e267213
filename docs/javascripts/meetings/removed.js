// What was taken away of the dossier: shown when somebody asks, each with the way back. Must not take anything away itself.

import { isSeen, onSeen } from '../dossier/seen.js';
import { make, makeButtonFor, setText } from '../base/widget.js';
import { say, sayCount, sayDay } from '../base/words.js';

/** @typedef {{path: string, value: any, name: string, back: object}} Taken  back: what of its value puts it back */

export class Removed {
  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
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
    const known = this.box.open ? JSON.stringify(taken.map(({ path, name }) => [path, name])) : '';
    if (this.list.dataset['shown'] === known) return;
    this.list.dataset['shown'] = known;
    this.list.replaceChildren(...(this.box.open ? taken.map((one) => this.#line(one)) : []));
  }

  /** @param {Taken} one */
  #line(one) {
    const button = makeButtonFor(say('record.back'), `: ${one.name}`, () => this.#back(one));
    return make('li', { class: 'fii-record fii-record--weg' }, make('p', {}, one.name), button);
  }

  /** @param {Taken} one */
  #back({ path, value, name, back }) {
    const at = [...this.list.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
    if (!this.widget.state.put(path, { ...value, ...back })) return;
    this.widget.tell(say('removed.restored', { wat: name }));
    this.show();
    const left = this.list.querySelectorAll('button');
    const next = left[Math.min(at, left.length - 1)] ?? this.box.closest('[data-fii-view]')?.querySelector('[data-fii-view-title]');
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
  const add = (/** @type {string} */ path, /** @type {any} */ value, /** @type {string} */ name, back = /** @type {object} */ ({ removed: false })) => found.push({ path, value, name, back });
  for (const [path, value] of state.registers) {
    const [kind = '', id = '', part = '', own = ''] = path.split('/');
    const isOwn = part === '';
    if (kind === 'reviews' && isOwn && value.removed) add(path, value, say('meeting.of', { datum: sayDay(value.date) }));
    if (kind === 'reviews' && part === 'decisions' && own && value.removed && value.text.trim()) {
      const review = state.registers.get(`reviews/${id}`);
      if (review && !review.removed) add(path, value, say('removed.decision', { datum: sayDay(review.date), tekst: value.text.trim() }));
    }
    if (kind === 'actions' && value.removed && value.text.trim()) add(path, value, say('removed.action', { tekst: value.text.trim() }));
    if (kind === 'topics' && value.removed && value.text.trim()) add(path, value, say('removed.topic', { tekst: value.text.trim() }));
    if (kind === 'members' && isOwn && value.gone && value.label) add(path, value, say('removed.member', { naam: value.label }), { gone: false });
    if (kind === 'places' && isOwn && value.gone && value.label) add(path, value, say('removed.place', { naam: value.label }), { gone: false });
  }
  return found.sort((one, other) => (one.value.at < other.value.at ? 1 : -1));
}
