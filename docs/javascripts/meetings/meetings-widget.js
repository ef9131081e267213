// Reviews on /dossier/: begin one, note what is decided, close it, look back. Must not judge a light: Python does.

import { dossierState } from '../store/dossier-state.js';
import { isControl, keepable, keepOut } from '../forms/field-check.js';
import { whyRefused } from '../saving/leaving.js';
import { onNewDay } from '../base/new-day.js';
import { isSeen, onSeen } from '../base/seen.js';
import { lightsInWords } from '../facts/lights.js';
import { FindPanel } from '../find/find-panel.js';
import { ForgetPanel } from '../find/forget-panel.js';
import { Actions } from '../records/actions.js';
import { decidedOf, short } from '../facts/decided.js';
import { DecisionList } from '../records/decision-list.js';
import { MeetingDone } from './meeting-done.js';
import { MeetingFacts } from './meeting-facts.js';
import { MeetingPlan } from './meeting-plan.js';
import { MeetingStart, namesIn, setPart } from './meeting-start.js';
import { instrumentOf } from '../forms/item-texts.js';
import { pageInstruments } from '../forms/forms.js';
import { PastMeetings } from './past-meetings.js';
import { isAbsent, python } from '../python/client.js';
import { MeetingRoom } from './meeting-room.js';
import { RecordList } from '../forms/record-list.js';
import { storedCourse } from './stored-meetings.js';
import { Removed } from '../records/removed.js';
import { openOf, reviewsOf, teamNames } from '../facts/stored.js';
import { Topics } from '../records/topics.js';
import { SummaryPanel } from '../python/summary-panel.js';
import { newId } from '../base/random-id.js';
import { timeAfter } from '../file/times.js';
import { setText, Widget } from '../base/widget.js';
import { say, sayDay } from '../base/words.js';

/** @typedef {import('../forms/field-check.js').Control} Control */
/** @typedef {{date: string, next: string, phases: number[], state: string, present: string[], agenda: string, lights: object, removed?: boolean}} Review */

const RHYTHM = 'settings/rhythm';
/** Of an open meeting, what is written in a field of its own. */
const PARTS = new Set(['agenda', 'next', 'present']);

export class MeetingsWidget extends Widget {
  state = dossierState();
  start = new MeetingStart(this);
  done = new MeetingDone(this);
  plan = new MeetingPlan(this);
  closing = this.need('data-fii-dialog="close-meeting"', HTMLDialogElement);
  /** Fields of the open review that are being typed in. @type {Map<Control, string>} */
  #typed = new Map();

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.running = this.need('data-fii-meeting-open');
    this.facts = new MeetingFacts(this);
    this.actions = new Actions(this);
    this.topics = new Topics(this);
    this.decisions = new RecordList({
      list: this.need('data-fii-decisions'),
      template: this.need('data-fii-decision-template'),
      change: (id, value) => this.put(`reviews/${this.openId}/decisions/${id}`, value),
      tell: (sentence) => this.tell(sentence),
    });
    this.earlier = new DecisionList(this);
    this.past = new PastMeetings(this);
    this.find = new FindPanel(this);
    this.forgetting = new ForgetPanel(this);
    this.taken = new Removed(this);
    this.review = new SummaryPanel(this.need('data-fii-review'), () => this.#question());
    this.room = new MeetingRoom(this);
    this.history = new SummaryPanel(this.need('data-fii-history'), () => this.#historyQuestion(), undefined, undefined, () => storedCourse(this.state));
    this.root.classList.add('is-live');
    this.#listen();
    void this.state.ready.then(() => {
      this.#show();
      this.done.recall();
      this.#sumUp();
    });
    onSeen(this.history.holder, () => this.#sumUp());
  }

  /** The review that is being held. */
  get openId() {
    return openOf(this.reviews())?.[0] ?? '';
  }

  #listen() {
    const { state } = this;
    state.addEventListener('collect', () => {
      for (const list of [this.actions, this.topics, this.decisions]) list.collect();
      for (const [field, part] of this.#typed) this.#keep(field, part);
    });
    state.onAnswers((ids) => {
      this.done.follow(ids);
      if (ids === null) {
        this.start.isTouched = false;
        this.plan.forget();
      }
      this.#show();
      this.#sumUp();
    });
    state.addEventListener('given', () => this.done.given());
    onNewDay(() => this.#show());
    document.addEventListener('fii-begin', () => this.#start()); // asked for in another view
    this.root.addEventListener('change', (event) => this.#change(event.target));
    this.running.addEventListener('input', ({ target }) => {
      const part = isControl(target) ? (target.dataset['fiiPart'] ?? '') : '';
      if (isControl(target) && PARTS.has(part)) this.#typed.set(target, part);
    });
    const { closing } = this;
    this.onPress({
      'start-meeting': () => this.#start(),
      'plan-meeting': () => this.#plan(),
      'add-decision': () => this.#addDecision(),
      'add-action': () => this.actions.add(),
      'add-topic': () => this.topics.add(),
      'on-screen': () => this.room.toggleSize(),
      'close-meeting': () => closing.showModal(),
      'close-not': () => closing.close(),
      'close-now': () => void this.#close().then((isClosed) => {
        closing.close();
        if (isClosed) this.done.box.focus();
      }),
      'remove-meeting': () => this.#remove(),
      'add-correction': () => this.past.correct(),
      'compare-meetings': () => this.past.compare(),
      'find-more': () => this.find.further(),
      'forget-find': () => this.forgetting.find(),
      'forget-back': () => void this.forgetting.back(),
    });
  }

  /** @param {EventTarget | null} target */
  #change(target) {
    if (!isControl(target)) return;
    if (target.name === 'overleg.ritme') this.state.put(RHYTHM, { text: target.value });
    const part = target.dataset['fiiPart'] ?? '';
    if (this.running.contains(target) && PARTS.has(part)) this.#keep(target, part);
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
    if (text === null || !open) return;
    const value = part === 'present' ? namesIn(text) : text;
    if (JSON.stringify(open[part]) === JSON.stringify(value)) return;
    const why = this.put(`reviews/${this.openId}`, { ...open, [part]: value });
    if (why) keepOut(field, why);
  }

  /**
   * @param {string} path
   * @param {Record<string, unknown>} value
   * @returns {string} why the dossier does not take it; empty when it does
   */
  put(path, value) {
    return this.state.put(path, value) ? '' : whyRefused();
  }

  #start() {
    const review = this.start.read();
    if (!review) return;
    const why = this.put(`reviews/${this.plan.beginId()}`, review);
    if (why) return this.start.refuse(why);
    this.start.isTouched = false;
    this.plan.forget();
    this.done.begin();
    this.room.steps.begin();
    python().warm(); // closing asks for it
    this.tell(say('meeting.started', { datum: sayDay(review.date) }));
    this.own('data-fii-meeting-title')?.focus();
  }

  #plan() {
    if (this.plan.make()) this.start.isTouched = false;
    this.#show();
  }

  /** Take away a meeting that was begun by mistake; it can be put back while this page stands. */
  #remove() {
    const path = `reviews/${this.openId}`;
    const review = this.state.registers.get(path);
    if (!this.put(path, { ...review, removed: true })) this.done.removed(path, review);
  }

  #addDecision() {
    const id = newId('d');
    if (this.put(`reviews/${this.openId}/decisions/${id}`, { text: '', again: '', replaces: '' })) return;
    this.decisions.focus(id);
    this.tell(say('decision.added'));
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
      const refused = Object.entries(notes).map(([item, { text }]) => this.put(`reviews/${id}/notes/${item}`, { text }));
      const why = refused.find(Boolean) || this.put(`reviews/${id}`, own);
      if (why) return not(say('meeting.not-closed', { reden: why }));
      setText(alert, '');
      this.plan.settle(own.date);
      this.done.closed(`reviews/${id}`, open, own.next);
      const next = own.next ? say('meeting.closed', { volgende: sayDay(own.next) }) : say('meeting.closed-no-next');
      this.tell(`${lightsInWords()} ${next}`.trim());
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
      this.need('data-fii-agenda-box').hidden = !open.agenda && !this.#isTyped('agenda');
      setPart(this.running, 'agenda', open.agenda);
      this.facts.show();
      setPart(this.running, 'next', open.next);
      setPart(this.running, 'present', open.present.join(', '));
    } else {
      this.plan.show();
      this.start.remember(this.plan.coming, this.#lit(), teamNames(this.state));
    }
    if (id) this.decisions.offer('replaces', this.#replaceable(id));
    this.decisions.show(id ? this.state.under(`reviews/${id}/decisions/`) : []);
    this.room.show();
    this.past.show(this.reviews().filter(([, review]) => review.state === 'closed'));
    this.taken.show();
  }

  /**
   * @param {string} id of the meeting that is held
   * @returns {[string, string][]} the earlier decisions that hold, or that it replaces
   */
  #replaceable(id) {
    const earlier = decidedOf(this.state).filter(({ review, standing, by }) =>
      review !== id && (standing === 'geldt' || (standing === 'vervangen' && by.some(({ key }) => key.startsWith(`${id}/`)))));
    return earlier.map(({ key, date, text }) => [key, say('decision.of', { datum: sayDay(date), besluit: short(text) })]);
  }

  /** @param {string} part that a reader may be at work in */
  #isTyped(part) {
    return [...this.#typed.values()].includes(part);
  }

  /** @returns {Set<number>} the phases whose stoplight has a light */
  #lit() {
    const lists = [...this.state.answers].map(([id, { choice }]) => (choice ? instrumentOf(id) : null));
    return new Set(lists.flatMap((list) => (list?.startsWith('stoplicht-') ? Number(list.slice('stoplicht-'.length)) : [])));
  }

  /** Ask Python about what is looked at; the history of a year is too much to keep in the page for nobody. */
  #sumUp() {
    if (isSeen(this.history.holder)) this.history.later();
    else this.history.rest();
  }

  #question() {
    return this.openId ? this.past.question('review', { id: this.openId, level: 3 }) : null;
  }

  #historyQuestion() {
    const closed = this.reviews().some(([, review]) => review.state === 'closed');
    return closed ? this.past.question('history', { level: 3 }) : null;
  }

  /** @returns {[string, Review][]} by date */
  reviews() {
    return reviewsOf(this.state);
  }
}
