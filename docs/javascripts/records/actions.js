// The actions of the team: one list in the page, in its own view or in the step of a meeting. Must not judge one.

import { whyRefused } from '../saving/leaving.js';
import { isSeen, onSeen } from '../base/seen.js';
import { teamLights } from '../facts/lights.js';
import { instrumentName } from '../forms/forms.js';
import { itemText } from '../forms/item-texts.js';
import { newId } from '../base/random-id.js';
import { say, sayDay } from '../base/words.js';
import { addressed } from '../base/place.js';
import { make, makeButtonFor, setText } from '../base/widget.js';
import { ActionFilter } from './action-filter.js';
import { actionButton, actionName, showOrigin } from './action-line.js';
import { allActions, putAction } from '../facts/list-actions.js';
import { NamesList } from './names-list.js';
import { NextMeeting } from '../facts/next-meeting.js';
import { RecordList } from '../forms/record-list.js';
import { emptyAction, isRunning, teamNames } from '../facts/stored.js';

/** @typedef {import('../meetings/meetings-widget.js').MeetingsWidget} MeetingsWidget */

/** Lights that ask for nothing. */
const CALM = new Set(['', 'groen', 'nvt']);

export class Actions {
  /** Those that ended on this page: what one of them holds that is not kept stays in the page. @type {Set<string>} */
  #moved = new Set();
  /** What was offered last. */
  #offered = '';

  /** @param {MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.state = widget.state;
    this.box = widget.need('data-fii-actions-box');
    this.home = /** @type {HTMLElement} */ (this.box.parentElement);
    const template = widget.need('data-fii-action-template');
    const change = (/** @type {string} */ id, /** @type {object} */ value) => (putAction(widget.state, id, { ...value }) ? '' : whyRefused());
    const tell = (/** @type {string} */ sentence) => widget.tell(sentence);
    const dressed = (/** @type {HTMLElement} */ line, /** @type {any} */ action) => (dress(line, action), this.#offerDone(line, action));
    this.running = new RecordList({ list: widget.need('data-fii-actions'), template, change, tell, dress: dressed });
    this.ended = new RecordList({ list: widget.need('data-fii-actions-done'), template, change, tell, dress });
    this.names = new NamesList(widget.need('data-fii-names'));
    this.filter = new ActionFilter(widget, () => this.#filter());
    this.fold = widget.need('data-fii-done', HTMLDetailsElement);
    this.fold.addEventListener('toggle', () => this.show());
    this.next = new NextMeeting(this.state, () => this.#offerDay());
    onSeen(this.home, () => this.show());
    document.addEventListener('fii-lead', () => this.#lead());
    void this.state.ready.then(() => this.#lead());
  }

  /** Let the action that the address names be shown. */
  #lead() {
    this.#reveal(addressed());
  }

  /** @param {string} id of an action that somebody wants to see, whatever is filtered or folded */
  #reveal(id) {
    const action = allActions(this.state).find(([one]) => one === id)?.[1];
    if (!action || action.removed) return;
    if (!isRunning(action)) this.fold.open = true;
    else if (!this.filter.isAsked(action)) this.filter.clear();
    this.show();
  }

  /** Tell at once what is being typed. */
  collect() {
    this.running.collect();
    this.ended.collect();
  }

  /**
   * Let the list stand somewhere else.
   * @param {HTMLElement} [place] in its own view where nothing is named
   */
  standIn(place = this.home) {
    if (this.box.parentElement !== place) place.append(this.box);
  }

  show() {
    if (!isSeen(this.box)) return;
    const all = allActions(this.state);
    this.#offer(all);
    for (const [id, action] of all) if (!isRunning(action) && this.running.values.has(id)) this.#moved.add(id);
    this.running.show(this.#inOrder(all.filter(([, action]) => isRunning(action))));
    const ended = all.filter(([, action]) => !isRunning(action));
    this.ended.show(ended.filter(([id]) => this.fold.open || this.#moved.has(id)));
    this.fold.hidden = this.ended.values.size === 0 && ended.every(([, { removed }]) => removed);
    this.names.show(this.state.answers, [...teamNames(this.state), ...(this.widget.reviews().at(-1)?.[1].present ?? [])]);
    const stands = all.filter(([, { removed }]) => !removed);
    const owners = [...new Set(stands.map(([, { owner }]) => owner.trim()).filter(Boolean))].sort((one, other) => one.localeCompare(other, 'nl'));
    this.filter.show(stands.filter(([, action]) => isRunning(action)), owners);
    this.#filter();
    for (const list of [this.running, this.ended]) list.each((line, action) => showOrigin(line, action, this.state));
    this.running.each((line, action) => setText(line.querySelector('[data-fii-tick] > span'), say('stand.done-for', { actie: actionName(action) })));
    this.#offerDay();
    void this.next.look();
  }

  /**
   * Put them in order of their day, those without one last, and then of who; while somebody is at work in the list
   * every line stays where it is, and a new one comes last.
   * @param {[string, any][]} actions
   * @returns {[string, any][]}
   */
  #inOrder(actions) {
    const here = [...this.running.values.keys()];
    const place = (/** @type {[string, any]} */ [id]) => (here.includes(id) ? here.indexOf(id) : here.length);
    if (this.running.list.contains(document.activeElement)) return actions.toSorted((one, other) => place(one) - place(other));
    const sort = (/** @type {[string, any]} */ [, { due, owner }]) => `${due || '9999'} ${owner}`;
    return actions.toSorted((one, other) => (sort(one) < sort(other) ? -1 : sort(one) > sort(other) ? 1 : 0));
  }

  /**
   * What is done is ticked off with one press.
   * @param {HTMLElement} line
   * @param {any} action
   */
  #offerDone(line, action) {
    const acts = line.querySelector('.fii-actions');
    if (action.removed || !acts) return;
    const id = line.dataset['fiiRecord'] ?? '';
    acts.prepend(actionButton(say('stand.done'), action, () => this.#finish(id), { 'data-fii-tick': '' }), ' ');
  }

  /** @param {string} id */
  #finish(id) {
    this.running.collect();
    const action = this.running.values.get(id);
    const lines = [...this.running.list.children];
    const next = lines[lines.findIndex((line) => line instanceof HTMLElement && line.dataset['fiiRecord'] === id) + 1];
    if (!action || !putAction(this.state, id, { ...action, state: 'klaar' })) return this.widget.tell(whyRefused());
    this.widget.tell(say('stand.told-done', { actie: actionName(action) }));
    const goal = next?.querySelector('[data-fii-tick]') ?? this.box.querySelector('[data-fii-action="add-action"]');
    if (goal instanceof HTMLElement) goal.focus();
  }

  /** Beside each day that is still open stands that of the next meeting. */
  #offerDay() {
    this.running.each((line, action) => {
      const field = /** @type {HTMLInputElement | null} */ (line.querySelector('[data-fii-part="due"]'));
      const { day } = this.next;
      const old = line.querySelector('[data-fii-next-day]');
      if (!field || action.due || !day) old?.remove();
      else if (old) setText(old.querySelector('span'), say('action.for-next', { datum: sayDay(day) }));
      else {
        const words = make('span', {}, say('action.for-next', { datum: sayDay(day) }));
        const button = makeButtonFor('', say('stand.done-for', { actie: actionName(action) }), () => {
          field.value = this.next.day;
          field.dispatchEvent(new Event('change', { bubbles: true }));
          field.focus();
        }, { class: 'fii-record__dag', 'data-fii-next-day': '' });
        button.prepend(words);
        line.querySelector('[data-fii-part="state"]')?.closest('label')?.after(button);
      }
    });
  }

  /**
   * Begin a new one; the focus goes to it.
   * @param {string} [item] that it is tied to
   */
  add(item = '') {
    const id = newId('a');
    if (this.widget.put(`actions/${id}`, emptyAction(this.state, item))) return;
    this.running.focus(id);
    this.widget.tell(say('action.added'));
  }

  /** @param {string} id of the one that somebody wants to give another day */
  postpone(id) {
    this.#reveal(id);
    const field = this.box.querySelector(`[data-fii-record="${CSS.escape(id)}"] [data-fii-part="due"]`);
    if (field instanceof HTMLElement) field.focus();
  }

  /**
   * Let an action be tied to a point that asks for something; what one is tied to already stays to be chosen.
   * @param {[string, any][]} actions
   */
  #offer(actions) {
    const points = teamLights().now().flatMap(({ phase, points: found }) =>
      found.filter(({ light }) => !CALM.has(light.shape)).map(({ id, number, text }) => /** @type {[string, string]} */ ([id, say('meeting.point', { nummer: number, fase: phase, tekst: text })])));
    const known = new Set(points.map(([id]) => id));
    const tied = [...new Set(actions.map(([, { item }]) => item).filter((item) => item && !known.has(item)))];
    const choices = [...tied.map((item) => /** @type {[string, string]} */ ([item, itemText(item) ?? instrumentName(item)])), ...points];
    if (JSON.stringify(choices) === this.#offered) return;
    this.#offered = JSON.stringify(choices);
    for (const list of [this.running, this.ended]) list.offer('item', choices);
  }

  /** Show those that were asked for; one that is being worked on stays, and so does one that can be put back. */
  #filter() {
    this.running.each((line, action) => {
      line.hidden = !action.removed && !this.filter.isAsked(action) && !line.contains(document.activeElement);
    });
  }
}

/**
 * Let the words of an action that stands in a list be changed there only; it goes when they go.
 * @param {HTMLElement} line
 * @param {any} action
 */
function dress(line, { place }) {
  if (!place) return;
  line.querySelector('[data-fii-part="text"]')?.toggleAttribute('readonly', true);
  for (const away of ['.fii-record__punt', '[data-fii-remove]']) line.querySelector(away)?.remove();
}
