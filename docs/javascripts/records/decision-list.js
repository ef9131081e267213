// All decisions of the dossier as one list in the page, the newest meeting first, each with what holds: in the view Verloop,
// or under what the meeting decides now. Must not judge.

import { keepable, show } from '../forms/field-check.js';
import { make, makeButton, part, setText } from '../base/widget.js';
import { say, sayDay } from '../base/words.js';
import { factLine } from '../facts/fact-line.js';
import { isSeen, onSeen } from '../base/seen.js';
import { DecisionActs } from './decision-acts.js';
import { decidedOf, isDue, sayStanding } from '../facts/decided.js';

/** @typedef {import('../facts/decided.js').Decided} Decided */

/** What stands below the list has to be in reach; the older ones are shown when asked for. */
const MOST = 10;

export class DecisionList {
  #isWhole = false;
  /** A line stays what it is while its facts do: somebody may be choosing a day in it. @type {Map<string, {facts: string, line: HTMLElement}>} */
  #lines = new Map();

  /** @param {import('../meetings/meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.box = widget.need('data-fii-decided-box');
    this.home = widget.need('data-fii-decided-home');
    this.list = widget.need('data-fii-decided');
    this.template = widget.need('data-fii-again-template', HTMLTemplateElement);
    this.rest = makeButton('', () => this.#showRest());
    this.more = make('p', { class: 'fii-actions' }, this.rest);
    this.box.append(this.more);
    this.acts = new DecisionActs(widget, ({ key }) => {
      this.#focus(key);
      widget.past.look(); // what came later stands under a closed meeting
    });
    onSeen(this.home, () => this.show());
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
    const here = this.box.parentElement === this.home ? '' : this.widget.openId; // those of now stand above it
    const all = decidedOf(this.widget.state).filter(({ review }) => review !== here);
    this.box.hidden = all.length === 0;
    const known = new Set(all.map(({ key }) => key));
    for (const key of this.#lines.keys()) if (!known.has(key)) this.#lines.delete(key);
    const isWhole = this.#isWhole || all.length <= MOST + 1;
    this.more.hidden = isWhole;
    setText(this.rest, say('decision.all', { aantal: all.length }));
    const lines = (isWhole ? all : all.slice(0, MOST)).map((one) => this.#line(one));
    const { children } = this.list;
    if (lines.length !== children.length || lines.some((line, at) => line !== children[at])) this.list.replaceChildren(...lines);
  }

  #showRest() {
    this.#isWhole = true;
    this.show();
    const next = this.list.children[MOST];
    if (!(next instanceof HTMLElement)) return;
    next.tabIndex = -1;
    next.focus();
  }

  /** @param {Decided} one */
  #line(one) {
    const isOpen = one.review === this.widget.openId; // what is decided now, is changed where it is written
    const facts = JSON.stringify([one, isOpen, isDue(one)]);
    const known = this.#lines.get(one.key);
    if (known?.facts === facts) return known.line;
    const line = factLine({
      what: make('span', {}, one.text),
      facts: [sayDay(one.date), sayStanding(one)],
      acts: isOpen ? [] : this.#acts(one),
    });
    line.dataset['fiiDecidedOne'] = one.key;
    line.classList.toggle('is-voorbij', one.standing !== 'geldt');
    this.#lines.set(one.key, { facts, line });
    return line;
  }

  /** @param {Decided} one */
  #acts(one) {
    const undo = this.acts.undo(one);
    if (one.standing === 'vervallen') return [undo ?? this.acts.anew(one)];
    if (one.standing !== 'geldt') return [];
    if (isDue(one)) return [...this.acts.due(one), undo];
    const change = this.acts.button(one, say('decision.change'), () => this.#change(one, change), { 'aria-expanded': 'false' });
    return [undo, change];
  }

  /**
   * Show or put away what can be changed of one.
   * @param {Decided} one
   * @param {HTMLElement} button
   */
  #change(one, button) {
    const line = button.closest('li');
    const open = line?.querySelector('.fii-besluit__wijzig');
    button.setAttribute('aria-expanded', String(!open));
    if (open) return open.remove();
    const content = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true));
    const field = part(content, 'input', HTMLInputElement);
    show(field, one.again);
    const keep = this.acts.button(one, say('decision.keep'), () => this.#keep(one, field));
    line?.append(make('div', { class: 'fii-besluit__wijzig' }, content, make('p', { class: 'fii-actions' }, keep, ...this.acts.more(one).flatMap((act) => [' ', act]))));
    field.focus();
  }

  /**
   * @param {Decided} one
   * @param {HTMLInputElement} field
   */
  #keep(one, field) {
    const day = keepable(field);
    if (day === null) field.focus();
    else this.acts.holds(one, day);
  }

  /** @param {string} key */
  #focus(key) {
    const button = this.list.querySelector(`[data-fii-decided-one="${CSS.escape(key)}"] button`) ?? this.list.querySelector('button');
    if (button instanceof HTMLElement) button.focus();
  }
}
