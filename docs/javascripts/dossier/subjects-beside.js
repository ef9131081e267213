// The candidates of a dossier beside each other, from stored facts: what each list says of them, the way to both, and which
// one the team chose. Must not weigh or add up.

import { lightOf } from '../facts/lights.js';
import { shapeMark } from '../facts/fact-line.js';
import { whyRefused } from '../saving/leaving.js';
import { isSeen, onSeen } from '../base/seen.js';
import { forms, instrumentName, itemElement, keyOf, subjectsOf } from '../forms/forms.js';
import { oneLine } from '../forms/item-texts.js';
import { inPlay, shapeOf } from '../forms/progress.js';
import { dossierState } from '../store/dossier-state.js';
import { make, makeButtonFor, setText } from '../base/widget.js';
import { say, sayCount, sayDay } from '../base/words.js';
import { joined, oneName } from '../instrument/subjects-joined.js';

/** @typedef {import('../instrument/subjects-joined.js').Joined} Joined */

/** Choices are counted by their shape, in this order; a choice that is no judgement is not. */
const OPEN = 'leeg';
const AGAINST = 'rood';
const COUNTED = [AGAINST, 'oranje', 'groen', 'onbekend', 'nvt', OPEN];

export class Beside {
  state = dossierState();

  /**
   * @param {import('../base/widget.js').Widget} widget
   * @param {HTMLDetailsElement} fold
   * @param {HTMLElement} form of the list that is filled in for each
   */
  constructor(widget, fold, form) {
    this.widget = widget;
    this.fold = fold;
    this.list = form.dataset['fiiId'] ?? '';
    this.noun = subjectsOf(form)?.noun ?? '';
    const asks = shapeOf(this.list).asks;
    /** What is asked in a row, the name first. @type {HTMLElement[]} */
    this.asked = [];
    const section = /** @type {HTMLElement | null} */ (itemElement(`${form.dataset['fiiPerFrom']}@1`)?.closest('[data-fii-most]') ?? null);
    if (section) this.asked = [...section.querySelectorAll('[data-fii-item]')].filter((item) => item instanceof HTMLElement);
    this.source = section?.closest('[data-fii-id]')?.getAttribute('data-fii-id') ?? '';
    this.heads = asks.filter((id) => itemElement(id)?.classList.contains('fii-field')).slice(1);
    this.places = {
      rows: section && { most: Number(section.dataset['fiiMost']), asks: this.asked.map(idOf) },
      fillings: { most: subjectsOf(form)?.most ?? 0, asks },
      chosen: form.dataset['fiiChosen'] ?? '',
    };
    this.place = /** @type {HTMLElement} */ (fold.querySelector('[data-fii-candidates-list]'));
    this.line = /** @type {HTMLElement} */ (fold.querySelector('[data-fii-candidates-state]'));
    this.alert = /** @type {HTMLElement} */ (fold.querySelector('[data-fii-candidates-alert]'));
    fold.addEventListener('toggle', () => this.#show());
    onSeen(fold, () => this.#show());
    this.state.onAnswers(() => this.#show());
    void this.state.ready.then(() => this.#show());
  }

  /**
   * @param {import('../base/widget.js').Widget} widget
   * @returns {Beside | null} none where this edition has no such list
   */
  static of(widget) {
    const fold = widget.own('data-fii-candidates', HTMLDetailsElement);
    const form = forms().find((one) => subjectsOf(one));
    return fold && form instanceof HTMLElement ? new Beside(widget, fold, form) : null;
  }

  #show() {
    const found = joined(this.places, this.state.answers);
    const chosen = oneName(this.state.answers.get(this.places.chosen)?.note);
    this.fold.hidden = found.length === 0;
    const many = sayCount('beside.count', found.length);
    setText(this.line, chosen ? say('beside.state', { kandidaten: many, naam: chosen }) : many);
    if (!this.fold.open || !isSeen(this.fold)) return this.place.replaceChildren();
    const focused = this.place.contains(document.activeElement) ? document.activeElement?.getAttribute('data-fii-key') : null;
    this.place.replaceChildren(...found.map((one) => this.#one(one)));
    const again = focused && this.place.querySelector(`[data-fii-key="${CSS.escape(focused)}"]`);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }

  /** @param {Joined} one */
  #one(one) {
    const name = one.name || say('subject.number', { naam: this.noun, nummer: one.row || one.number });
    const title = make('h3', {}, one.isChosen ? say('subject.chosen', { naam: name }) : name);
    const also = one.other ? [make('p', {}, say('beside.also', { naam: one.other }))] : [];
    const acts = make('p', { class: 'fii-actions' }, ...(one.name ? [this.#button(one)] : [say('beside.unnamed')]));
    const parts = [...(this.source ? this.#row(one, name) : []), ...this.#filling(one, name)];
    return make('li', one.isChosen ? { class: 'is-gekozen' } : {}, title, ...also, acts, ...parts);
  }

  /** @param {Joined} one */
  #button({ name, isChosen, row, number }) {
    const press = () => {
      this.widget.tell('');
      const isTaken = this.state.change(this.places.chosen, { note: isChosen ? '' : name });
      setText(this.alert, isTaken ? '' : whyRefused());
      if (isTaken) this.widget.tell(say(isChosen ? 'beside.told-back' : 'beside.told-chosen', { naam: name }));
    };
    return makeButtonFor(say(isChosen ? 'beside.back' : 'beside.choose'), `: ${name}`, press, { 'data-fii-key': `${row}-${number}` });
  }

  /**
   * @param {Joined} one
   * @param {string} name
   */
  #row({ row }, name) {
    const [first, ...asked] = this.asked;
    const head = this.#head(this.source, row && first ? `${idOf(first)}@${row}` : '', name);
    if (!row) return [head, make('p', {}, say('beside.no-row'))];
    const facts = asked.flatMap((item) => [make('dt', {}, textOf(item)), this.#value(`${idOf(item)}@${row}`, item)]);
    return [head, make('dl', {}, ...facts)];
  }

  /**
   * @param {string} key
   * @param {HTMLElement} item
   * @returns {HTMLElement} the choice by its shape and word, and what was written
   */
  #value(key, item) {
    const { choice, note = '' } = this.state.answers.get(key) ?? {};
    const { shape, word } = lightOf(key, choice);
    const text = oneLine(note);
    const written = text && item.querySelector('input[type="date"]') ? sayDay(text) : text;
    const words = [word, written].filter(Boolean).join('. ');
    return words ? make('dd', {}, ...markOf(shape), words) : make('dd', { class: 'is-open' }, say('beside.open'));
  }

  /**
   * @param {Joined} one
   * @param {string} name
   */
  #filling({ number }, name) {
    const { answers } = this.state;
    const head = this.#head(this.list, number ? keyOf(this.places.fillings.asks[0] ?? '', number) : '', name);
    if (!number) return [head, make('p', {}, say('list.empty'))];
    const told = this.heads.flatMap((id) => {
      const note = oneLine(answers.get(keyOf(id, number))?.note);
      return note ? [make('dt', {}, textOf(itemElement(id))), make('dd', {}, note)] : [];
    });
    const points = inPlay(shapeOf(this.list), number, answers).filter(({ isChoice }) => isChoice);
    const lit = points.map(({ key }) => ({ key, ...lightOf(key, answers.get(key)?.choice) }));
    const tally = COUNTED.flatMap((shape) => {
      const same = lit.filter((one) => (one.shape || OPEN) === shape);
      return same.length > 0 ? [make('li', {}, ...markOf(shape), `${same[0]?.word || say('beside.open')}: ${same.length}`)] : [];
    });
    const against = lit.filter(({ shape }) => shape === AGAINST);
    if (against.length > 0) {
      const list = make('ul', {}, ...against.map(({ key }) => make('li', {}, this.#point(key))));
      told.push(make('dt', {}, say('beside.against', { keuze: against[0]?.word ?? '' })), make('dd', {}, list));
    }
    return [head, make('ul', { class: 'fii-tally' }, ...tally), ...(told.length > 0 ? [make('dl', {}, ...told)] : [])];
  }

  /** @param {string} key */
  #point(key) {
    const id = key.replace(/@\d+$/, '');
    return this.state.answers.get(`${id}.tekst`)?.note || textOf(itemElement(id));
  }

  /**
   * @param {string} list
   * @param {string} key where in it; empty for its beginning
   * @param {string} name
   */
  #head(list, key, name) {
    const link = make('a', { href: `#${key || list}`, 'data-fii-key': key || `${list} ${name}` }, instrumentName(list));
    return make('h4', {}, link);
  }
}

/** @param {Element} item */
function idOf(item) {
  return (item.getAttribute('data-fii-item') ?? '').replace(/@\d+$/, '');
}

/** @param {Element | null} item */
function textOf(item) {
  return oneLine(item?.querySelector('.fii-item__text, .fii-field__label')?.textContent);
}

/** @param {string} shape */
function markOf(shape) {
  return COUNTED.includes(shape) ? [shapeMark(shape), ' '] : [];
}
