// The rounds of a list on its page: which one runs, closing it, what the earlier ones said, and beside each point what it
// said before. Must not store anything but a closed round, nor weigh an answer.

import { holdsRefused } from '../forms/field-check.js';
import { newId } from '../base/random-id.js';
import { make, makeButton, setText } from '../base/widget.js';
import { say, sayCount, sayDay, today } from '../base/words.js';
import { isGiven } from '../forms/answer-form.js';
import { choiceText, itemText } from '../forms/item-texts.js';
import { recordOf } from '../forms/list-records.js';
import { isSame, roundsOf, sinceOf } from '../forms/rounds.js';
import { isOfAction } from '../facts/list-actions.js';
import { MEMBER } from '../file/dossier-registers.js';

/**
 * @typedef {import('../forms/rounds.js').Closed} Closed
 * @typedef {import('../store/answer-store.js').Answer} Answer
 */

export class Rounds {
  /** Puts back what the last closing did. @type {(() => void) | null} */
  #back = null;
  /** Whom the box was about when it was shown last. */
  #about = 1;

  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} widget
   * @param {(keys: string[]) => () => void} empty takes answers away, and gives what puts them back
   */
  constructor(widget, empty) {
    this.widget = widget;
    this.empty = empty;
    this.list = widget.root.dataset.fiiId ?? '';
    this.now = make('p', { 'data-fii-round-now': '' });
    this.close = makeButton(say('round.close'), () => this.#ask(true), { class: 'fii-button', 'data-fii-round-close': '' });
    this.undo = makeButton(say('round.undo'), () => this.#undo(), { class: 'fii-button', 'data-fii-round-undo': '', hidden: '' });
    this.next = make('p', {});
    this.stay = makeButton(say('round.stay'), () => this.#ask(false), { class: 'fii-button' });
    this.question = make('div', { role: 'group', 'aria-label': say('round.close'), hidden: '' }, this.next, make('p', { class: 'fii-actions' },
      makeButton(say('round.with'), () => this.#close(false), { class: 'fii-button', 'data-fii-round-next': 'with' }), ' ',
      makeButton(say('round.empty'), () => this.#close(true), { class: 'fii-button', 'data-fii-round-next': 'empty' }), ' ', this.stay));
    this.title = make('summary', {});
    this.folds = make('div', {});
    this.earlier = make('details', { class: 'fii-meer', 'data-fii-round-earlier': '', hidden: '' }, this.title, ' ', this.folds);
    this.box = make('div', { class: 'fii-rondes', 'data-fii-rounds-box': '', hidden: '' }, this.now, make('p', { class: 'fii-actions' }, this.close, ' ', this.undo), this.question, this.earlier);
    const bar = widget.subjects?.bar;
    if (bar) bar.after(this.box);
    else widget.answers.form.prepend(this.box);
  }

  /**
   * @param {import('./instrument-widget.js').InstrumentWidget} widget
   * @param {(keys: string[]) => () => void} empty
   * @returns {Rounds | undefined} none where the list is filled in once
   */
  static of(widget, empty) {
    return widget.root.dataset.fiiRounds === undefined ? undefined : new Rounds(widget, empty);
  }

  /** @returns {Closed[]} the closed rounds of what the form is about now, the oldest first */
  closed() {
    return roundsOf(this.widget.state?.registers ?? new Map(), this.list, this.#subject);
  }

  get #subject() {
    return this.widget.subjects?.number ?? 1;
  }

  /** Let the box say which round runs, and each point what it said before. */
  show() {
    const { state } = this.widget;
    if (!state) return;
    if (this.#about !== this.#subject) this.#back = null; // that was about another one
    this.#about = this.#subject;
    const rounds = this.closed();
    const last = rounds.at(-1);
    const hasAnswers = this.widget.given().some(([id, answer]) => !recordOf(id) && isGiven(answer));
    const isOfMember = Boolean(state.registers.get(MEMBER)?.text); // what a member gives is not the team's
    this.box.hidden = isOfMember || (!last && !hasAnswers);
    setText(this.now, last ? say('round.runs', { nummer: rounds.length + 1, datum: sayDay(last.date) }) : say('round.first'));
    setText(this.next, say('round.next', { nummer: rounds.length + 1 }));
    if (!hasAnswers) this.question.hidden = true;
    this.close.hidden = !hasAnswers || !this.question.hidden;
    this.undo.hidden = !this.#back || !this.question.hidden;
    this.#showEarlier(rounds);
    this.#showPoints(isOfMember ? [] : rounds);
  }

  /** @param {boolean} isAsked */
  #ask(isAsked) {
    this.question.hidden = !isAsked;
    this.show();
    (isAsked ? this.question.querySelector('button') : this.close)?.focus();
  }

  /** @param {boolean} isEmpty how the next round begins */
  #close(isEmpty) {
    const { widget } = this;
    widget.answers.collect();
    if (holdsRefused(widget.answers.form)) return widget.tell(say('round.refused'));
    const number = this.closed().length + 1;
    const path = `rounds/${newId('n')}`;
    const about = this.#subject > 1 ? { subject: this.#subject } : {};
    const value = { instrument: this.list, date: today(), ...about, answers: Object.fromEntries(widget.given()) };
    if (!widget.state?.put(path, value)) return;
    const back = isEmpty ? this.empty(this.#fresh()) : () => undefined;
    this.#back = () => {
      if (widget.state?.put(path, { ...value, removed: true })) back();
    };
    this.question.hidden = true;
    this.show();
    this.undo.focus();
    widget.tell(say('round.closed', { nummer: number }));
  }

  #undo() {
    this.#back?.();
    this.#back = null;
    this.show();
    this.close.focus();
    this.widget.tell(say('round.undone'));
  }

  /** @returns {string[]} what an empty round begins without: not the name of whom it is about, nor the actions that still run */
  #fresh() {
    const { subjects, answers } = this.widget;
    const [name] = answers.items.keys();
    const ids = [...answers.items.keys()].filter((id) => !isOfAction(id, this.list) && !(subjects && id === name));
    return ids.map((id) => subjects?.key(id) ?? id);
  }

  /** @param {Closed[]} rounds */
  #showEarlier(rounds) {
    this.earlier.hidden = rounds.length === 0;
    setText(this.title, sayCount('round.earlier', rounds.length));
    const known = JSON.stringify(rounds.map(({ id, at }) => [id, at]));
    if (this.folds.dataset['shown'] === known) return;
    this.folds.dataset['shown'] = known;
    this.folds.replaceChildren(...rounds.map((one, at) => this.#fold(one, at + 1, rounds[at - 1])).reverse());
  }

  /**
   * @param {Closed} one
   * @param {number} nummer
   * @param {Closed | undefined} before
   */
  #fold(one, nummer, before) {
    const naam = this.widget.subjects ? one.answers[[...this.widget.answers.items.keys()][0] ?? '']?.note?.trim() ?? '' : '';
    const parts = { nummer, datum: sayDay(one.date), naam };
    const fold = make('details', { class: 'fii-meer', 'data-fii-round': one.id }, make('summary', {}, naam ? say('round.name-of', parts) : say('round.name', parts)));
    fold.addEventListener('toggle', () => {
      const [, body] = fold.children;
      if (!fold.open) body?.remove();
      else if (!body) fold.append(this.#said(one, before));
    });
    return fold;
  }

  /**
   * @param {Closed} one
   * @param {Closed | undefined} before
   */
  #said(one, before) {
    const ids = [...new Set([...this.widget.answers.items.keys(), ...Object.keys(one.answers)])].filter((id) => !recordOf(id));
    const lines = ids.flatMap((id) => {
      const [answer, other] = [one.answers[id], before?.answers[id]];
      const isChoice = this.#isChoice(id);
      const isChanged = before !== undefined && !isSame(answer, other, isChoice);
      if (!isGiven(answer) && !isChanged) return [];
      const said = { punt: this.#name(id, one), antwoord: answerText(id, answer), eerder: isChoice ? choiceOf(id, other) : answerText(id, other) };
      return [make('li', {}, isChanged ? say('round.changed', said) : say('round.answer', said))];
    });
    const remove = makeButton(say('round.remove'), () => this.#remove(one), { class: 'fii-button' });
    return make('div', {}, make('ul', {}, ...lines), make('p', { class: 'fii-actions' }, remove));
  }

  /** @param {Closed} one */
  #remove({ id, ...value }) {
    const { widget } = this;
    if (!widget.state?.put(`rounds/${id}`, { ...value, removed: true })) return;
    this.#back = null;
    this.show();
    (this.earlier.hidden ? this.close : this.title).focus();
    widget.tell(say('round.removed'));
  }

  /**
   * @param {string} id
   * @param {Closed} one
   * @returns {string} the team's own words of then, or how the page calls it now
   */
  #name(id, one) {
    return (one.answers[`${id}.tekst`]?.note?.trim() || itemText(id) || id).replace(/\.$/, '');
  }

  /** @param {string} id */
  #isChoice(id) {
    return (this.widget.answers.items.get(id)?.choices.length ?? 0) > 0;
  }

  /** @param {Closed[]} rounds */
  #showPoints(rounds) {
    for (const [id, { element }] of this.widget.answers.items) {
      if (!element.classList.contains('fii-item')) continue;
      const said = rounds.length > 0 ? this.#before(id, rounds) : '';
      let line = /** @type {HTMLElement | null} */ (element.querySelector('[data-fii-round-point]'));
      if (!line && said) element.append((line = make('p', { class: 'fii-ronde', 'data-fii-round-point': '' })));
      setText(line, said);
      line?.toggleAttribute('hidden', said === '');
    }
  }

  /**
   * @param {string} id
   * @param {Closed[]} rounds at least one
   */
  #before(id, rounds) {
    const { widget } = this;
    const [isChoice, now] = [this.#isChoice(id), widget.state?.answers.get(widget.subjects?.key(id) ?? id)];
    const since = sinceOf(id, now, rounds, isChoice);
    if (since) return isGiven(now) ? say('round.since', { datum: sayDay(since) }) : '';
    const was = rounds.at(-1)?.answers[id];
    return say('round.was', { eerder: isChoice ? choiceOf(id, was) : answerText(id, was) });
  }
}

/**
 * @param {string} id
 * @param {Partial<Answer> | undefined} answer
 */
function choiceOf(id, answer) {
  return answer?.choice ? choiceText(id, answer.choice) : say('round.none');
}

/**
 * @param {string} id
 * @param {Partial<Answer> | undefined} answer
 */
function answerText(id, answer) {
  const choice = answer?.choice ? choiceText(id, answer.choice) : '';
  return [choice, answer?.note?.trim()].filter(Boolean).join(' · ') || say('round.none');
}
