// Reviews on /dossier/: begin one, note what is decided, close it, look back. Must not judge a light: Python does.

import { dossierState } from '../store/dossier-state.js';
import { isControl, keepable, keepOut } from '../base/field-check.js';
import { whyRefused } from '../dossier/leaving.js';
import { MeetingDone } from './meeting-done.js';
import { MeetingStart, setPart } from './meeting-start.js';
import { NamesList } from './names-list.js';
import { pageInstruments } from '../python/page-instruments.js';
import { PastMeetings } from './past-meetings.js';
import { isAbsent, python } from '../python/client.js';
import { RecordList } from './record-list.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { newId } from '../base/random-id.js';
import { timeAfter } from '../base/times.js';
import { setText, Widget } from '../base/widget.js';
import { say, sayDay } from '../base/words.js';

/** @typedef {import('../base/field-check.js').Control} Control */
/** @typedef {{date: string, next: string, phases: number[], state: string, present: string[], agenda: string, lights: object, removed?: boolean}} Review */

const PAUSE = 400;
const RHYTHM = 'settings/rhythm';
const ENDED = new Set(['klaar', 'vervallen']);

export class MeetingsWidget extends Widget {
  state = dossierState();
  start = new MeetingStart(this);
  done = new MeetingDone(this);
  closing = this.need('data-fii-dialog="close-meeting"', HTMLDialogElement);
  /** @type {number | undefined} */
  #asking;
  /** Fields of the open review that are being typed in. @type {Map<Control, string>} */
  #typed = new Map();

  /** @param {Element} root */
  constructor(root) {
    super(root);
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
    state.onAnswers((ids) => {
      this.done.follow(ids);
      if (ids === null) this.start.isTouched = false;
      this.#show();
      if (this.#isUsed()) this.#later();
    });
    state.addEventListener('given', () => this.done.given());
    this.root.addEventListener('change', (event) => this.#change(event.target));
    this.running.addEventListener('input', ({ target }) => {
      const part = isControl(target) ? (target.dataset['fiiPart'] ?? '') : '';
      if (isControl(target) && ['agenda', 'next'].includes(part)) this.#typed.set(target, part);
    });
    const { closing } = this;
    this.onPress({
      'start-meeting': () => this.#start(),
      'add-decision': () => this.#addDecision(),
      'add-action': () => this.#addAction(),
      'close-meeting': () => closing.showModal(),
      'close-not': () => closing.close(),
      'close-now': () => void this.#close().then((isClosed) => {
        closing.close();
        if (isClosed) this.done.box.focus();
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
    const review = this.start.read();
    if (!review) return;
    const why = this.#put(`reviews/${newId('r')}`, review);
    if (why) return this.start.refuse(why);
    this.start.isTouched = false;
    this.done.clear();
    this.tell(say('meeting.started', { datum: sayDay(review.date) }));
    this.own('data-fii-meeting-title')?.focus();
  }

  /** Take away a meeting that was begun by mistake; it can be put back while this page stands. */
  #remove() {
    const path = `reviews/${this.openId}`;
    const review = this.state.registers.get(path);
    if (!this.#put(path, { ...review, removed: true })) this.done.removed(path, review);
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
      if (!this.closing.open) return not(''); // thought better of it while Python came
      if (JSON.stringify(this.state.registers.get(`reviews/${id}`)) !== JSON.stringify(open)) return not(say('meeting.not-closed', { reden: say('meeting.changed') }));
      const { notes, decisions: _decisions, corrections: _corrections, ...own } = /** @type {any} */ (reply).review;
      // The notes first: what is newer than the closing counts as brought by another file.
      const refused = Object.entries(notes).map(([item, { text }]) => this.#put(`reviews/${id}/notes/${item}`, { text }));
      const why = refused.find(Boolean) || this.#put(`reviews/${id}`, own);
      if (why) return not(say('meeting.not-closed', { reden: why }));
      setText(alert, '');
      this.done.closed(`reviews/${id}`, open);
      this.tell(own.next ? say('meeting.closed', { volgende: sayDay(own.next) }) : say('meeting.closed-no-next'));
      return true;
    } catch (error) {
      console.warn(error);
      return not(say(isAbsent(error) ? 'meeting.no-python' : 'meeting.slow'));
    }
  }

  #show() {
    const id = this.openId;
    const open = this.state.registers.get(`reviews/${id}`);
    this.start.box.hidden = Boolean(open);
    this.running.hidden = !open;
    const rhythm = this.state.registers.get(RHYTHM)?.text ?? '';
    this.check('overleg.ritme', rhythm);
    if (open) {
      setText(this.own('data-fii-meeting-title'), say('meeting.of', { datum: sayDay(open.date) }));
      setPart(this.running, 'agenda', open.agenda);
      setPart(this.running, 'next', open.next);
    } else {
      this.start.remember(this.#reviews().at(-1));
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

  /** @returns {boolean} whether there is a meeting or an action to tell about */
  #isUsed() {
    return this.#reviews().length > 0 || this.tasks.values.size > 0;
  }

  #later() {
    if (this.openId) this.review.later();
    else this.#askPointsLater();
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

  #askPointsLater() {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void this.#askPoints(), PAUSE);
  }

  /** While no meeting is held an action can still be tied to a light; without Python it keeps what it has. */
  async #askPoints() {
    if (this.openId || this.tasks.values.size === 0) return;
    try {
      const reply = await python().ask(this.past.question('points', {}), '', 'later');
      if (!this.openId) this.#offer(reply['points']);
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
}
