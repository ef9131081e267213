// The first view of /dossier/: what is so now, of what is stored, without Python. Must not weigh or advise: it counts and lists.

import { dayOf, language, say, sayCount, sayDay } from '../base/words.js';
import { place } from '../base/place.js';
import { make, makeButton, setText } from '../base/widget.js';
import { actOn } from '../records/doings.js';
import { instrumentName } from '../forms/forms.js';
import { dueRounds } from './due-rounds.js';
import { onNewDay } from '../base/new-day.js';
import { onSeen } from '../base/seen.js';
import { factLine, shapeMark } from '../facts/fact-line.js';
import { teamLights } from '../facts/lights.js';
import { actionButton, actionLine, actionName, actOnButton } from '../records/action-line.js';
import { decidedOf, isDue, sayStanding } from '../facts/decided.js';
import { DecisionActs } from '../records/decision-acts.js';
import { putAction } from '../facts/list-actions.js';
import { sayComing } from '../meetings/meeting-plan.js';
import { sayOff } from '../meetings/next-date.js';
import { isAwaited } from '../facts/asked.js';
import { COMING, comingIn } from '../facts/coming.js';
import { isLate, openOf, phasesInPlay, reviewsOf, runningActions, standing } from '../facts/stored.js';
import { keeperOf } from '../facts/keeper.js';

/**
 * @typedef {import('../facts/lights.js').Board} Board
 * @typedef {import('../facts/lights.js').Point} Point
 * @typedef {import('../facts/stored.js').Records} Records
 */

/** More of one kind are counted, and stand in their own view. */
const MOST = 3;
const MOST_DECISIONS = 2;
/** Red lights go first: what stands out besides has the room that they leave, and never less than the least. */
const MOST_FOUND = 4;
const LEAST_FOUND = 2;
/** Where the rest of each part stands. */
const WHERE = /** @type {Record<string, string>} */ ({ red: '#lijsten', late: '#acties', found: '#dossier-overzicht', again: '#overleg-besluiten', decided: '#overleg-besluiten' });
/** What asks for something comes first. */
const ORDER = ['rood', 'oranje', 'groen', 'onbekend', 'nvt'];

export class Stand {
  #isStale = true;
  /** How many lights are red. */
  #redLights = 0;

  /**
   * @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} widget
   * @param {import('./lists.js').Lists} lists
   * @param {import('./views.js').Views} views
   * @param {import('./findings.js').Findings} findings
   */
  constructor(widget, lists, views, findings) {
    this.widget = widget;
    this.state = widget.state;
    this.lists = lists;
    this.views = views;
    this.findings = findings;
    this.acts = new DecisionActs(widget, () => this.#focus('[data-fii-stand-part="again"] button'));
    this.view = /** @type {HTMLElement} */ (widget.need('data-fii-stand').closest('[data-fii-view]'));
    this.state.addEventListener('answers', () => this.#change());
    // what nobody looks at is not counted
    onSeen(this.view, () => this.#show());
    void this.state.ready.then(() => this.#change());
    onNewDay(() => this.#change());
  }

  #change() {
    this.#isStale = true;
    this.#show();
  }

  #show() {
    if (this.view.hidden || !this.#isStale) return;
    this.#isStale = false;
    const { answers, registers } = this.state;
    const isEmpty = answers.size + registers.size === 0;
    this.widget.need('data-fii-stand-empty').hidden = !isEmpty;
    this.widget.need('data-fii-stand').hidden = isEmpty;
    this.widget.need('data-fii-stand-folder').hidden = !place.isFile;
    if (isEmpty) return;
    const boards = teamLights().now();
    const reviews = reviewsOf(this.state);
    this.#meeting(reviews);
    this.#line(boards);
    this.widget.need('data-fii-stand-phases').replaceChildren(...boards.flatMap(phaseLine));
    const running = runningActions(this.state, () => true); // once: it goes through all answers
    const red = this.#red(boards, reviews, running);
    const late = this.#late(running);
    this.#fill('red', red);
    this.#redLights = red.length;
    this.#fill('late', late);
    const decided = decidedOf(this.state);
    this.#fill('again', decided.filter((one) => isDue(one)).map((one) => this.#decision(one, this.acts.due(one))));
    this.#fill('decided', decided.filter((one) => one.standing === 'geldt' && !isDue(one)).map((one) => this.#decision(one)), MOST_DECISIONS);
    this.#fill('further', this.#further(boards, reviews));
    const calm = this.widget.need('data-fii-stand-calm');
    calm.hidden = red.length + late.length > 0 || !boards.some(isLit);
    setText(calm, say('stand.calm'));
    this.showFound();
  }

  /** @param {Records} reviews by date */
  #meeting(reviews) {
    const [id = COMING, open = null] = openOf(reviews) ?? [];
    const coming = comingIn(this.state.under('reviews/'));
    const sentence = open ? say('stand.open', { datum: sayDay(open.date) }) : `${sayComing(coming)} ${coming ? sayOff(coming.date) : ''}`.trim();
    const go = open
      ? make('a', { class: 'fii-button fii-button--apply', href: '#overleg' }, say('stand.go-on'))
      : makeButton(say('stand.begin'), () => this.#begin(), { class: 'fii-button fii-button--apply', 'data-fii-begin': '' });
    const agenda = open || coming?.date
      ? make('a', { class: 'fii-button', href: '#stukken', 'data-fii-paper': `agenda ${id}` }, say('stand.agenda'))
      : make('a', { class: 'fii-button', href: '#overleg-datum' }, say('stand.plan'));
    this.widget.need('data-fii-stand-meeting').replaceChildren(make('p', {}, sentence), make('p', { class: 'fii-actions' }, go, ' ', agenda));
  }

  /**
   * Mark on the line of six which phases are in play: those of the last meeting, and before the first one those with a light.
   * @param {Board[]} boards
   */
  #line(boards) {
    const agreed = phasesInPlay(this.state);
    const phases = agreed.length > 0 ? agreed : boards.filter(isLit).map(({ phase }) => phase);
    const line = this.widget.need('data-fii-stand-line');
    line.hidden = phases.length === 0;
    for (const stop of /** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll('[data-fii-stop]'))) {
      stop.classList.toggle('is-nu', phases.includes(Number(stop.dataset['fiiStop'])));
    }
    const fasen = new Intl.ListFormat(language()).format([...phases].sort().map(String));
    setText(this.widget.need('data-fii-stand-now'), say('stand.now', { fasen }));
  }

  /** Begin a meeting with what was so the last time; what is missing for that is asked in its view. */
  #begin() {
    this.views.go('overleg');
    document.dispatchEvent(new Event('fii-begin'));
  }

  /**
   * @param {Board[]} boards
   * @param {Records} reviews by date
   * @param {Records} running
   * @returns {HTMLElement[]}
   */
  #red(boards, reviews, running) {
    const closed = reviews.filter(([, { state }]) => state === 'closed').map(([, review]) => review);
    const found = boards.flatMap(({ phase, points }) => points.filter(({ light }) => light.shape === 'rood').map((point) => ({ phase, point })));
    return found.map(({ phase, point }) => {
      const { count, since } = teamLights().since(point, closed);
      const tied = running.filter(([, { item }]) => item === point.id);
      const owners = tied.map(([, { owner }]) => owner).filter(Boolean);
      const facts = [say('stand.of-phase', { fase: phase })];
      if (count > 1) facts.push(sayCount('stand.met', count));
      else if (since) facts.push(say('stand.since', { datum: sayDay(since) }));
      facts.push(...new Set(owners));
      const what = make('a', { href: `#${point.id}` }, `${point.number} ${point.text}`);
      const acts = tied.length > 0 ? [] : [actOnButton(point.id, point.text, () => actOn(this.state, point.id))];
      return factLine({ shape: 'rood', word: point.light.word, what, facts, acts });
    });
  }

  /** @param {Records} running */
  #late(running) {
    return running.filter(([, action]) => isLate(action)).map(([id, action]) => {
      const done = actionButton(say('stand.done'), action, () => this.#finish(id, action), { 'data-fii-finish': id });
      return actionLine(action, make('a', { href: `#${id}` }, actionName(action)), [done]);
    });
  }

  /** Show what Python found in these answers; alone when that comes later, so that nothing else moves under a hand. */
  showFound() {
    const { lines = [], count = 0 } = this.findings.now ?? {};
    const shown = lines.map(({ about, text, light, place, at }) => {
      const what = make('a', { href: `#${about}` }, text);
      return factLine({ shape: light && 'rood', word: light, what, facts: [place, say('list.changed', { datum: sayDay(dayOf(new Date(at))) })] });
    });
    this.#fill('found', shown, Math.max(LEAST_FOUND, MOST_FOUND - this.#redLights), count);
    if (count > 0) this.widget.need('data-fii-stand-calm').hidden = true;
  }

  /**
   * @param {import('../facts/decided.js').Decided} one
   * @param {HTMLElement[]} [acts]
   */
  #decision(one, acts = []) {
    const facts = [sayDay(one.date), ...(one.again ? [sayStanding(one)] : [])];
    return factLine({ what: make('span', {}, one.text), facts, acts });
  }

  /**
   * @param {Board[]} boards
   * @param {Records} reviews by date
   */
  #further(boards, reviews) {
    const lit = boards.filter(isLit).map(({ phase }) => phase);
    const phases = new Set([...(reviews.at(-1)?.[1].phases ?? []), ...lit]);
    const fresh = this.lists.notBegun(phases);
    const keeper = keeperOf(this.state);
    const members = standing(this.state, 'members/').filter(([id, { gone }]) => !gone && id !== keeper && isAwaited(this.state, id));
    const lines = [];
    if (fresh > 0) lines.push(make('li', {}, make('a', { href: '#lijsten' }, sayCount('stand.lists', fresh, { fasen: [...phases].sort().join(', ') }))));
    const topics = standing(this.state, 'topics/').filter(([, { review }]) => !review).length;
    if (topics > 0) lines.push(make('li', {}, make('a', { href: '#overleg-onderwerpen' }, sayCount('stand.topics', topics))));
    for (const { list, date, isClosed } of dueRounds(this.state)) {
      const parts = { lijst: instrumentName(list), datum: sayDay(date) };
      lines.push(make('li', {}, make('a', { href: `#${list}` }, isClosed ? say('stand.round', parts) : say('stand.round-first', parts))));
    }
    if (members.length > 0) lines.push(make('li', {}, make('a', { href: '#team' }, sayCount('stand.copies', members.length))));
    return lines;
  }

  /**
   * @param {string} id
   * @param {any} action
   */
  #finish(id, action) {
    if (!putAction(this.state, id, { ...action, state: 'klaar' })) return;
    this.widget.tell(say('stand.told-done', { actie: actionName(action) }));
    this.#focus('[data-fii-finish]');
  }

  /** @param {string} selector of what can be done next; the title where nothing is left */
  #focus(selector) {
    const next = this.view.querySelector(selector) ?? this.view.querySelector('[data-fii-view-title]');
    if (next instanceof HTMLElement) next.focus();
  }

  /**
   * @param {string} name of a part
   * @param {HTMLElement[]} lines
   * @param {number} [most]
   * @param {number} [count] of all, where not all are given
   */
  #fill(name, lines, most = MOST, count = lines.length) {
    const box = this.widget.need(`data-fii-stand-part="${name}"`);
    const more = count > most ? [make('li', { class: 'fii-feiten__meer' }, make('a', { href: WHERE[name] ?? '#acties' }, sayCount('stand.more', count - most)))] : [];
    box.querySelector('ul')?.replaceChildren(...lines.slice(0, most), ...more);
    box.hidden = lines.length === 0;
  }
}

/** @param {Board} board */
function isLit({ points }) {
  return points.some(({ light }) => light.shape);
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
    return [make('span', { class: `fii-licht fii-licht--${shape}` }, shapeMark(shape), ` ${count} `, make('span', { class: 'fii-licht__woord' }, word.toLowerCase())), ' '];
  });
  return [make('li', { class: `fii-fase-${phase}` }, make('a', { href: `#${list}` }, say('stand.phase', { fase: phase })), ' ', ...lights)];
}
