// The first view of /dossier/: what is so now, of what is stored, without Python. Must not weigh or advise: it counts and lists.

import { daysSince, say, sayCount, sayDay, sayFromToday, today } from '../base/words.js';
import { make, makeButton, makeUnseen, setText } from '../base/widget.js';
import { newId } from '../base/random-id.js';
import { onSeen } from './seen.js';
import { factLine, shapeMark } from './fact-line.js';
import { teamLights } from './lights.js';

/**
 * @typedef {import('./lights.js').Board} Board
 * @typedef {import('./lights.js').Point} Point
 * @typedef {[id: string, value: any][]} Records
 */

/** More of one kind are counted, and stand in their own view. */
const MOST = 4;
const MOST_DECISIONS = 2;
/** What asks for something comes first. */
const ORDER = ['rood', 'oranje', 'groen'];
const RUNNING = new Set(['open', 'bezig']);

export class Stand {
  #isStale = true;

  /**
   * @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} widget
   * @param {import('./lists.js').Lists} lists
   * @param {import('./views.js').Views} views
   */
  constructor(widget, lists, views) {
    this.widget = widget;
    this.state = widget.state;
    this.lists = lists;
    this.views = views;
    this.view = /** @type {HTMLElement} */ (widget.need('data-fii-stand').closest('[data-fii-view]'));
    this.state.addEventListener('answers', () => this.changed());
    // what nobody looks at is not counted
    onSeen(this.view, () => this.show());
    void this.state.ready.then(() => this.changed());
  }

  changed() {
    this.#isStale = true;
    this.show();
  }

  show() {
    if (this.view.hidden || !this.#isStale) return;
    this.#isStale = false;
    const { answers, registers } = this.state;
    const isEmpty = answers.size + registers.size === 0;
    this.widget.need('data-fii-stand-empty').hidden = !isEmpty;
    this.widget.need('data-fii-stand').hidden = isEmpty;
    if (isEmpty) return;
    const boards = teamLights().now();
    const reviews = this.#records('reviews/').sort(([a, one], [b, other]) => (one.date + a < other.date + b ? -1 : 1));
    const actions = this.#records('actions/').filter(([, { state }]) => RUNNING.has(state));
    this.#meeting(reviews);
    this.widget.need('data-fii-stand-phases').replaceChildren(...boards.flatMap(phaseLine));
    const red = this.#red(boards, reviews, actions);
    const late = this.#late(actions);
    this.#fill('red', red, boards.flatMap(({ points }) => points).filter(({ light }) => light.shape === 'rood').length);
    this.#fill('late', late, late.length);
    this.#fill('decided', this.#decided(reviews), 0);
    this.#fill('further', this.#further(boards, reviews), 0);
    const calm = this.widget.need('data-fii-stand-calm');
    calm.hidden = red.length + late.length > 0 || !boards.some(({ points }) => points.some(({ light }) => light.shape));
    setText(calm, say('stand.calm'));
  }

  /** @param {Records} reviews by date */
  #meeting(reviews) {
    const open = reviews.findLast(([, { state }]) => state === 'open')?.[1];
    const last = reviews.findLast(([, { state }]) => state === 'closed')?.[1];
    const sentence = open
      ? say('stand.open', { datum: sayDay(open.date) })
      : last?.next
        ? say(last.next < today() ? 'stand.missed' : 'stand.next', { datum: sayDay(last.next), wanneer: sayFromToday(last.next) })
        : say(last ? 'stand.no-next' : 'stand.never');
    const go = open
      ? make('a', { class: 'fii-button fii-button--apply', href: '#overleg' }, say('stand.go-on'))
      : makeButton(say('stand.begin'), () => this.#begin(), { class: 'fii-button fii-button--apply', 'data-fii-begin': '' });
    const agenda = make('a', { class: 'fii-button', href: '#stukken' }, say('stand.agenda'));
    this.widget.need('data-fii-stand-meeting').replaceChildren(make('p', {}, sentence), make('p', { class: 'fii-actions' }, go, ' ', agenda));
  }

  /** Begin a meeting with what was so the last time; what is missing for that is asked in its view. */
  #begin() {
    this.views.go('overleg');
    document.dispatchEvent(new Event('fii-begin'));
  }

  /**
   * @param {Board[]} boards
   * @param {Records} reviews by date
   * @param {Records} actions that run
   * @returns {HTMLElement[]}
   */
  #red(boards, reviews, actions) {
    const closed = reviews.filter(([, { state }]) => state === 'closed').map(([, review]) => review);
    const found = boards.flatMap(({ phase, points }) => points.filter(({ light }) => light.shape === 'rood').map((point) => ({ phase, point })));
    return found.map(({ phase, point }) => {
      const { count, since } = teamLights().since(point, closed);
      const tied = actions.filter(([, { item }]) => item === point.id);
      const owners = tied.map(([, { owner }]) => owner).filter(Boolean);
      const facts = [say('stand.of-phase', { fase: phase })];
      if (count > 1) facts.push(sayCount('stand.met', count));
      else if (since) facts.push(say('stand.since', { datum: sayDay(since) }));
      facts.push(...new Set(owners));
      const act = makeButton(say('stand.act'), () => this.#act(point), { 'data-fii-act-on': point.id });
      act.append(makeUnseen(say('stand.act-for', { punt: point.text })));
      const what = make('a', { href: `#${point.id}` }, `${point.number} ${point.text}`);
      return factLine({ shape: 'rood', word: point.light.word, what, facts, acts: [tied.length > 0 ? null : act] });
    });
  }

  /** @param {Records} actions that run */
  #late(actions) {
    const late = actions.filter(([, { due }]) => due && due < today());
    late.sort(([, one], [, other]) => (one.due < other.due ? -1 : 1));
    return late.map(([id, action]) => {
      const tekst = action.text.trim() || say('stand.unnamed');
      const facts = [action.owner, sayCount('stand.late', daysSince(`${action.due}T12:00:00`))].filter(Boolean);
      const done = makeButton(say('stand.done'), () => this.#finish(id, action, tekst), { 'data-fii-finish': id });
      done.append(makeUnseen(say('stand.done-for', { actie: tekst })));
      return factLine({ what: make('a', { href: `#${id}` }, tekst), facts, acts: [done] });
    });
  }

  /** @param {Records} reviews by date */
  #decided(reviews) {
    const decisions = reviews.toReversed().flatMap(([id, { date }]) =>
      this.#records(`reviews/${id}/decisions/`).filter(([, { text }]) => text.trim()).map(([, { text }]) => ({ date, text })));
    return decisions.slice(0, MOST_DECISIONS).map(({ date, text }) => factLine({ what: make('span', {}, text), facts: [sayDay(date)] }));
  }

  /**
   * @param {Board[]} boards
   * @param {Records} reviews by date
   */
  #further(boards, reviews) {
    const lit = boards.filter(({ points }) => points.some(({ light }) => light.shape)).map(({ phase }) => phase);
    const phases = new Set([...(reviews.at(-1)?.[1].phases ?? []), ...lit]);
    const fresh = this.lists.notBegun(phases);
    const members = this.#records('members/').filter(([id, { gone }]) => !gone && !this.state.registers.has(`members/${id}/answers`));
    const lines = [];
    if (fresh > 0) lines.push(make('li', {}, make('a', { href: '#lijsten' }, sayCount('stand.lists', fresh, { fasen: [...phases].sort().join(', ') }))));
    if (members.length > 0) lines.push(make('li', {}, make('a', { href: '#team' }, sayCount('stand.copies', members.length))));
    return lines;
  }

  /** @param {Point} point that somebody will do something about */
  #act(point) {
    const id = newId('a');
    const open = this.#records('reviews/').findLast(([, { state }]) => state === 'open')?.[0] ?? '';
    if (this.state.put(`actions/${id}`, { text: '', item: point.id, review: open, owner: '', due: '', state: 'open' })) location.hash = `#${id}`;
  }

  /**
   * @param {string} id
   * @param {any} action
   * @param {string} tekst
   */
  #finish(id, action, tekst) {
    if (!this.state.put(`actions/${id}`, { ...action, state: 'klaar' })) return;
    this.widget.tell(say('stand.told-done', { actie: tekst }));
    const next = this.widget.root.querySelector('[data-fii-finish]') ?? this.view.querySelector('[data-fii-view-title]');
    if (next instanceof HTMLElement) next.focus();
  }

  /**
   * @param {string} name of a part
   * @param {HTMLElement[]} lines
   * @param {number} all how many there are
   */
  #fill(name, lines, all) {
    const box = this.widget.need(`data-fii-stand-part="${name}"`);
    const more = all > MOST ? [make('li', {}, make('a', { href: name === 'red' ? '#lijsten' : '#acties' }, sayCount('stand.more', all - MOST)))] : [];
    box.querySelector('ul')?.replaceChildren(...lines.slice(0, MOST), ...more);
    box.hidden = lines.length === 0;
  }

  /** @param {string} path */
  #records(path) {
    return this.state.under(path).filter(([, value]) => !value.removed);
  }
}

/**
 * One phase: how many of its lights have which colour.
 * @param {Board} board
 * @returns {HTMLElement[]} none where no light was set
 */
function phaseLine({ list, phase, points }) {
  const lit = points.map(({ light }) => light).filter(({ shape }) => shape);
  if (lit.length === 0) return [];
  const words = new Map(lit.map(({ word, shape }) => [word, shape]));
  const order = (/** @type {string} */ shape) => (ORDER.indexOf(shape) + ORDER.length + 1) % (ORDER.length + 1); // others last
  const lights = [...words].sort(([, one], [, other]) => order(one) - order(other)).flatMap(([word, shape]) => {
    const count = lit.filter((light) => light.word === word).length;
    return [make('span', { class: 'fii-licht' }, shapeMark(shape), ` ${count} `, make('span', { class: 'fii-licht__woord' }, word.toLowerCase())), ' '];
  });
  return [make('li', { class: `fii-fase-${phase}` }, make('a', { href: `#${list}` }, say('stand.phase', { fase: phase })), ' ', ...lights)];
}
