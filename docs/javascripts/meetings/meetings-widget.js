// Reviews on /dossier/: begin one, note what is decided, close it, look back. Must not judge a light: Python does.

import { dossierState } from '../store/dossier-state.js';
import { isControl, isRefused, keepable, keepOut, show } from '../base/field-check.js';
import { whyRefused } from '../dossier/leaving.js';
import { NamesList } from './names-list.js';
import { pageInstruments } from '../python/page-instruments.js';
import { PastMeetings } from './past-meetings.js';
import { isAbsent, python } from '../python/client.js';
import { RecordList } from './record-list.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { newId } from '../base/random-id.js';
import { timeAfter } from '../base/times.js';
import { make, makeButton, setText, Widget } from '../base/widget.js';
import { say, sayDay, today } from '../base/words.js';

/** @typedef {import('../base/field-check.js').Control} Control */
/** @typedef {{date: string, next: string, phases: number[], state: string, present: string[], agenda: string, lights: object, removed?: boolean}} Review */

const RHYTHM = 'settings/rhythm';
const ENDED = new Set(['klaar', 'vervallen']);

export class MeetingsWidget extends Widget {
  state = dossierState();
  done = this.need('data-fii-meeting-done');
  /** The meeting from which a new one takes its proposals. @type {string | null} */
  #remembered = null;
  /** Fields of the open review that are being typed in. @type {Map<Control, string>} */
  #typed = new Map();

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.starting = this.need('data-fii-meeting-start');
    this.running = this.need('data-fii-meeting-open');
    const template = this.need('data-fii-action-template');
    const change = (/** @type {string} */ id, /** @type {object} */ value) => this.#put(`actions/${id}`, { ...value });
    const tell = (/** @type {string} */ sentence) => this.tell(sentence);
    this.tasks = new RecordList({ list: this.need('data-fii-actions'), template, change, tell });
    this.ended = new RecordList({ list: this.need('data-fii-actions-done'), template, change, tell });
    this.decisions = new RecordList({
      list: this.need('data-fii-decisions'),
      template: this.need('data-fii-decision-template'),
      change: (id, value) => this.#put(`reviews/${this.openId}/decisions/${id}`, value),
      tell,
    });
    this.names = new NamesList(this.need('data-fii-names'));
    this.past = new PastMeetings(this);
    this.review = new SummaryPanel(this.need('data-fii-review'), () => this.#question(), (reply) => this.#offer(reply?.['points']));
    this.history = new SummaryPanel(this.need('data-fii-history'), () => this.#historyQuestion());
    this.root.classList.add('is-live');
    this.#listen();
    void this.state.ready.then(() => {
      this.#show();
      if (this.#isUsed()) whenIdle(() => void this.#sumUp());
    });
  }

  /** The review that is being held; a merge may bring two open ones: then the latest. */
  get openId() {
    return this.#reviews().findLast(([, review]) => review.state === 'open')?.[0] ?? '';
  }

  #listen() {
    const { state } = this;
    state.addEventListener('collect', () => {
      for (const list of [this.tasks, this.ended, this.decisions]) list.collect();
      for (const [field, part] of this.#typed) this.#keep(field, part);
    });
    state.addEventListener('answers', () => {
      this.#show();
      if (this.#isUsed()) this.#later();
    });
    state.addEventListener('given', () => this.done.querySelector('[data-fii-reopen]')?.remove());
    this.root.addEventListener('change', (event) => this.#change(event.target));
    this.running.addEventListener('input', ({ target }) => {
      const part = isControl(target) ? (target.dataset['fiiPart'] ?? '') : '';
      if (isControl(target) && ['agenda', 'next'].includes(part)) this.#typed.set(target, part);
    });
    const closing = this.need('data-fii-dialog="close-meeting"', HTMLDialogElement);
    this.onPress({
      'start-meeting': () => this.#start(),
      'add-decision': () => this.#addDecision(),
      'add-action': () => this.#addAction(),
      'close-meeting': () => closing.showModal(),
      'close-not': () => closing.close(),
      'close-now': () => void this.#close().then((isClosed) => {
        closing.close();
        if (isClosed) this.done.focus();
      }),
      'remove-meeting': () => this.#remove(),
      'add-correction': () => this.past.correct(),
      'compare-meetings': () => this.past.compare(),
    });
  }

  /** @param {EventTarget | null} target */
  #change(target) {
    if (!isControl(target)) return;
    if (target.name === 'overleg.ritme') this.state.put(RHYTHM, { text: target.value });
    const part = target.dataset['fiiPart'] ?? '';
    if (this.running.contains(target) && ['agenda', 'next'].includes(part)) this.#keep(target, part);
  }

  /**
   * Keep a part of the open review.
   * @param {Control} field
   * @param {string} part
   */
  #keep(field, part) {
    this.#typed.delete(field);
    const text = keepable(field);
    const open = this.state.registers.get(`reviews/${this.openId}`);
    if (text === null || !open || open[part] === text) return;
    const why = this.#put(`reviews/${this.openId}`, { ...open, [part]: text });
    if (why) keepOut(field, why);
  }

  /**
   * @param {string} path
   * @param {Record<string, unknown>} value
   * @returns {string} why the dossier does not take it; empty when it does
   */
  #put(path, value) {
    return this.state.put(path, value) ? '' : whyRefused();
  }

  #start() {
    const alert = this.own('data-fii-meeting-alert');
    const date = this.#value(this.starting, 'date');
    const phases = [...this.starting.querySelectorAll('input[name="overleg.fase"]:checked')].map((box) => Number(/** @type {HTMLInputElement} */ (box).value));
    setText(alert, !date ? say('meeting.no-date') : phases.length === 0 ? say('meeting.no-phase') : '');
    const lacking = !date ? '[data-fii-part="date"]' : phases.length === 0 ? 'input[name="overleg.fase"]' : '';
    if (lacking) return /** @type {HTMLElement | null} */ (this.starting.querySelector(lacking))?.focus();
    const refused = ['date', 'present'].map((part) => this.starting.querySelector(`[data-fii-part="${part}"]`)).find(isRefused);
    if (refused instanceof HTMLElement) return refused.focus();
    const present = this.#value(this.starting, 'present').split(',').map((who) => who.trim()).filter(Boolean);
    const why = this.#put(`reviews/${newId('r')}`, { date, next: '', phases, state: 'open', present, agenda: '', lights: {} });
    if (why) return setText(alert, why);
    this.#showDone();
    this.tell(say('meeting.started', { datum: sayDay(date) }));
    this.own('data-fii-meeting-title')?.focus();
  }

  /** Take away a meeting that was begun by mistake; it can be put back while this page stands. */
  #remove() {
    const path = `reviews/${this.openId}`;
    const review = this.state.registers.get(path);
    if (this.#put(path, { ...review, removed: true })) return;
    const datum = sayDay(review.date);
    this.#showDone(make('p', {}, say('meeting.removed', { datum })), makeButton(say('record.back'), () => {
      if (this.#put(path, { ...review, removed: false })) return;
      this.#showDone();
      this.tell(say('meeting.restored', { datum }));
      this.own('data-fii-meeting-title')?.focus();
    }));
    this.done.focus();
  }

  /**
   * Say where a meeting is that was open just now, and what to do next; nothing takes that away.
   * @param {...Node} content
   */
  #showDone(...content) {
    this.done.replaceChildren(...content);
    this.done.hidden = content.length === 0;
  }

  /**
   * After closing: the paper and the file; until one of these is made the closing can be taken back.
   * @param {string} path
   * @param {any} open the review as it was
   */
  #showClosed(path, open) {
    const datum = sayDay(open.date);
    const reopen = () => {
      if (this.#put(path, open)) return;
      this.#showDone();
      this.tell(say('meeting.reopened', { datum }));
      this.own('data-fii-meeting-title')?.focus();
    };
    const link = (/** @type {string} */ to, /** @type {string} */ key) => make('a', { class: 'fii-button', href: to }, say(key));
    this.#showDone(
      make('p', {}, make('strong', {}, say('meeting.done', { datum })), ' ', say('meeting.then')),
      make('p', { class: 'fii-actions' }, link('#papieren', 'meeting.paper'), ' ', link('#dossier-bewaren', 'meeting.save'), ' ',
        makeButton(say('meeting.reopen'), reopen, { 'data-fii-reopen': '' })));
  }

  #addDecision() {
    const id = newId('d');
    if (this.#put(`reviews/${this.openId}/decisions/${id}`, { text: '' })) return;
    this.decisions.focus(id);
    this.tell(say('decision.added'));
  }

  #addAction() {
    const id = newId('a');
    if (this.#put(`actions/${id}`, { text: '', item: '', review: this.openId, owner: '', due: '', state: 'open' })) return;
    this.tasks.focus(id);
    this.tell(say('action.added'));
  }

  /**
   * Python freezes all that the paper of the meeting says; without it a review stays open, and nothing is lost.
   * @returns {Promise<boolean>}
   */
  async #close() {
    const alert = this.own('data-fii-close-alert');
    const id = this.openId;
    const dossier = this.state.dossier();
    const open = this.state.registers.get(`reviews/${id}`);
    const not = (/** @type {string} */ sentence) => (setText(alert, sentence), false);
    try {
      const reply = await python().ask({ op: 'review_close', dossier, instruments: pageInstruments(), id, now: timeAfter([]) });
      if (!reply.ok) return not(say('meeting.not-closed', { reden: reply.message ?? '' }));
      const { notes, decisions: _decisions, corrections: _corrections, ...own } = /** @type {any} */ (reply).review;
      // The notes first: what is newer than the closing counts as brought by another file.
      const refused = Object.entries(notes).map(([item, { text }]) => this.#put(`reviews/${id}/notes/${item}`, { text }));
      const why = refused.find(Boolean) || this.#put(`reviews/${id}`, own);
      if (why) return not(say('meeting.not-closed', { reden: why }));
      setText(alert, '');
      this.#showClosed(`reviews/${id}`, open);
      const [datum, volgende] = [sayDay(own.date), own.next && sayDay(own.next)];
      this.tell(volgende ? say('meeting.closed', { datum, volgende }) : say('meeting.closed-no-next', { datum }));
      return true;
    } catch (error) {
      console.warn(error);
      return not(say(isAbsent(error) ? 'meeting.no-python' : 'meeting.slow'));
    }
  }

  #show() {
    const id = this.openId;
    const open = this.state.registers.get(`reviews/${id}`);
    this.starting.hidden = Boolean(open);
    this.running.hidden = !open;
    const rhythm = this.state.registers.get(RHYTHM)?.text ?? '';
    this.check('overleg.ritme', rhythm);
    if (open) {
      setText(this.own('data-fii-meeting-title'), say('meeting.of', { datum: sayDay(open.date) }));
      this.#set(this.running, 'agenda', open.agenda);
      this.#set(this.running, 'next', open.next);
    } else {
      this.#remember();
    }
    this.decisions.show(id ? this.state.under(`reviews/${id}/decisions/`) : []);
    const members = this.state.under('members/').filter(([, { gone }]) => !gone).map(([, { label }]) => label ?? '');
    this.names.show(this.state.answers, [...members, ...(this.#reviews().at(-1)?.[1].present ?? [])]);
    const tasks = this.state.under('actions/');
    this.tasks.show(tasks.filter(([, task]) => !ENDED.has(task.state)));
    const ended = tasks.filter(([, task]) => ENDED.has(task.state));
    this.ended.show(ended);
    this.need('data-fii-done').hidden = this.ended.values.size === 0;
    this.past.show(this.#reviews().filter(([, review]) => review.state === 'closed'));
  }

  /** Propose for a new meeting what was so the last time; once, for what is filled in after that stays. */
  #remember() {
    const [id, last] = this.#reviews().at(-1) ?? [''];
    if (id === this.#remembered) return;
    this.#remembered = id;
    this.#set(this.starting, 'date', today());
    this.#set(this.starting, 'present', last?.present.join(', ') ?? '');
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (this.starting.querySelectorAll('input[name="overleg.fase"]'))) {
      box.checked = last?.phases.includes(Number(box.value)) ?? false;
    }
  }

  /** @returns {boolean} whether there is a meeting or an action to tell about */
  #isUsed() {
    return this.#reviews().length > 0 || this.tasks.values.size > 0;
  }

  #later() {
    if (this.openId) this.review.later();
    else void this.#askPoints();
    this.history.later();
  }

  async #sumUp() {
    if (this.openId) await this.review.now();
    else await this.#askPoints();
    await this.history.now();
  }

  #question() {
    return this.openId ? this.past.question('review', { id: this.openId, level: 3 }) : null;
  }

  #historyQuestion() {
    const closed = this.#reviews().some(([, review]) => review.state === 'closed');
    return closed ? this.past.question('history', { level: 3 }) : null;
  }

  /** While no meeting is held an action can still be tied to a light; without Python it keeps what it has. */
  async #askPoints() {
    if (this.tasks.values.size === 0) return;
    try {
      this.#offer((await python().ask(this.past.question('points', {}), '', 'later'))['points']);
    } catch (error) {
      console.warn(error);
    }
  }

  /**
   * Let an action be tied to a point that asks for something; what an action is tied to already stays to be chosen.
   * @param {any} points [id, name] of each
   */
  #offer(points) {
    if (!Array.isArray(points)) return;
    for (const list of [this.tasks, this.ended]) list.offer('item', points);
  }

  /** @returns {[string, Review][]} by date */
  #reviews() {
    return this.state.under('reviews/').filter(([, review]) => !review.removed).sort(([a, one], [b, other]) => (one.date + a < other.date + b ? -1 : 1));
  }

  /**
   * @param {HTMLElement} box
   * @param {string} part
   */
  #value(box, part) {
    const control = box.querySelector(`[data-fii-part="${part}"]`);
    return isControl(control) ? control.value : '';
  }

  /**
   * @param {HTMLElement} box
   * @param {string} part
   * @param {string} value
   */
  #set(box, part, value) {
    const control = box.querySelector(`[data-fii-part="${part}"]`);
    if (isControl(control) && control !== document.activeElement && !isRefused(control)) show(control, value);
  }
}
