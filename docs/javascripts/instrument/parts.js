// A long list in parts: on screen one section at a time, or only what is not filled in yet. Must not store or weigh an answer.

import { isChosen } from '../forms/answer-form.js';
import { checks, holdsRefused } from '../forms/field-check.js';
import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';
import { make, makeButton, makeUnseen, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {import('../base/widget.js').Widget & {answers: import('../forms/answer-form.js').AnswerForm}} Holder
 * @typedef {{id: string, title: string, element: HTMLElement, heading: HTMLElement, button: HTMLButtonElement, count: HTMLElement}} Part
 */

/** Of every list the part that was chosen and whether only what is open is shown: of this browser, not of the dossier. */
const KEY = `fii-delen:${place.edition}`;
/** A list is long with so many points in so many sections; what a team adds does not make it so. */
const LONG = { points: 20, sections: 3 };
/** What is not shown on screen now; paper shows all, and so does a list that is being changed. */
const AWAY = 'is-elders';

export class Parts {
  /** The section that is shown; empty for all. */
  #part = '';
  #isOnlyOpen = false;

  /**
   * @param {Holder} widget
   * @param {Promise<unknown>} ready when the form shows what was kept
   * @returns {Parts | undefined} none for a list that is short, or has rows
   */
  static of(widget, ready) {
    const { form } = widget.answers;
    const isLong = form.querySelectorAll('[data-fii-section] > .fii-item').length >= LONG.points && form.querySelectorAll('[data-fii-section]').length >= LONG.sections;
    return isLong && !form.querySelector('[data-fii-rows]') ? new Parts(widget, ready) : undefined;
  }

  /**
   * @param {Holder} widget
   * @param {Promise<unknown>} ready
   */
  constructor(widget, ready) {
    this.widget = widget;
    this.form = widget.answers.form;
    this.id = widget.root.dataset.fiiId ?? '';
    this.all = this.#entry(say('parts.all'), '');
    const sections = /** @type {HTMLElement[]} */ ([...this.form.querySelectorAll('[data-fii-section]')]);
    /** @type {Part[]} */
    this.parts = sections.map((element) => {
      const heading = /** @type {HTMLElement} */ (element.querySelector('.fii-section__title'));
      const [id, title] = [element.dataset.fiiSection ?? '', heading.textContent ?? ''];
      heading.tabIndex = -1;
      return { id, title, element, heading, ...this.#entry(shortened(title), id) };
    });
    this.only = make('input', { type: 'checkbox' });
    this.only.addEventListener('change', () => this.#filter());
    this.toggle = makeButton('', () => this.#unfold(!this.bar.classList.contains('is-open')), { class: 'fii-button fii-delen__knop', 'aria-expanded': 'false' });
    this.empty = make('p', { class: 'fii-delen__leeg', hidden: '' }, say('parts.empty'));
    const entries = [this.all, ...this.parts].map(({ button }) => make('li', {}, button));
    this.bar = make('div', { class: 'fii-delen', role: 'group', 'aria-label': say('parts.label') }, this.toggle, make('ul', {}, ...entries),
      make('label', { class: 'fii-delen__alleen' }, this.only, make('span', {}, say('parts.only'))));
    this.next = makeButton('', () => this.#goOn());
    this.onward = make('p', { class: 'fii-actions fii-delen__verder' }, this.next);
    sections[0]?.before(this.bar, this.empty);
    sections.at(-1)?.after(this.onward);
    this.#recall();
    const { signal } = widget;
    checks.addEventListener('refused', () => this.#bringRefused(), { signal });
    this.apply();
    void ready.then(() => !signal.aborted && this.apply()); // what was kept stands in the form now
  }

  /** Say how far each part is. What was just answered stays where it is; what is open again comes back. */
  show() {
    for (const { element, button, count } of this.parts) {
      const points = pointsOf(element).filter((point) => this.#counts(point));
      const done = points.filter((point) => this.#isDone(point)).length;
      setText(count, points.length > 0 ? say('parts.done', { klaar: done, aantal: points.length }) : say('parts.apart'));
      button.classList.toggle('is-klaar', points.length > 0 && done === points.length);
      for (const point of points) if (this.#isHere(element) && !this.#isDone(point)) this.#bring(point);
    }
  }

  /**
   * Let a place in the form be seen, whatever part it stands in.
   * @param {Element | null | undefined} target
   */
  reveal(target) {
    const section = target?.closest('[data-fii-section]');
    if (!section || !target || !this.form.contains(target)) return;
    if (!this.#isHere(section)) this.#choose(section.getAttribute('data-fii-section') ?? '');
    const point = pointsOf(section).find((one) => boxesOf(section, one).some((box) => box.contains(target)));
    if (point) this.#bring(point);
  }

  /**
   * @param {string} name
   * @param {string} id
   */
  #entry(name, id) {
    const count = make('span', { class: 'fii-delen__stand' });
    const press = () => {
      this.#choose(id);
      this.#unfold(false);
      if (button.getClientRects().length === 0) (this.#here()?.heading ?? this.toggle).focus();
    };
    const button = makeButton('', press, { class: 'fii-delen__deel', 'aria-pressed': 'false' });
    button.append(make('span', {}, name), ...(id ? [' ', count, makeUnseen(say('parts.filled'))] : []));
    return { button, count };
  }

  /** @returns {Part | undefined} the part that is shown alone */
  #here() {
    return this.parts.find(({ id }) => id === this.#part);
  }

  /** @param {Element} section */
  #isHere(section) {
    return this.#part === '' || section.getAttribute('data-fii-section') === this.#part;
  }

  /** @param {string} id */
  #choose(id) {
    this.#part = id;
    this.#keep();
    this.apply();
  }

  #filter() {
    this.#isOnlyOpen = this.only.checked;
    this.#keep();
    this.apply();
    const open = this.parts.filter(({ element }) => this.#isHere(element)).flatMap(({ element }) => pointsOf(element)).filter((point) => this.#isOpen(point));
    this.widget.tell(open.length > 0 ? sayCount('parts.open', open.length) : say('parts.empty'));
  }

  /** On to the next part; the last has none. */
  #goOn() {
    const next = this.parts[this.parts.findIndex(({ id }) => id === this.#part) + 1];
    if (!next) return;
    this.#choose(next.id);
    next.heading.focus();
    this.bar.scrollIntoView({ block: 'nearest' });
  }

  /** Show what is asked for. A text that is kept nowhere never goes out of sight, nor does what has the focus. */
  apply() {
    this.widget.answers.collect();
    const here = this.#here();
    let isAnything = false;
    for (const { element, id, button } of this.parts) {
      let isSeen = here?.id === id; // its heading stays: one came here for it
      for (const point of pointsOf(element)) {
        const boxes = boxesOf(element, point);
        const isAsked = this.#isHere(element) && (!this.#isOnlyOpen || this.#isOpen(point));
        const isShown = isAsked || boxes.some((box) => holdsRefused(box) || box.contains(document.activeElement));
        for (const box of boxes) box.classList.toggle(AWAY, !isShown);
        isSeen ||= isShown;
        isAnything ||= isShown;
      }
      element.classList.toggle(AWAY, !isSeen);
      button.setAttribute('aria-pressed', String(here?.id === id));
    }
    this.all.button.setAttribute('aria-pressed', String(!here));
    this.only.checked = this.#isOnlyOpen;
    this.empty.hidden = isAnything;
    const next = here && this.parts[this.parts.indexOf(here) + 1];
    this.onward.hidden = !next;
    if (next) setText(this.next, say('parts.next', { deel: shortened(next.title) }));
    setText(this.toggle, say('parts.now', { deel: here ? shortened(here.title) : say('parts.all') }));
    this.show();
  }

  /** @param {HTMLElement} point with what is asked under it */
  #bring(point) {
    const section = point.closest('[data-fii-section]');
    if (!section) return;
    for (const box of [section, ...boxesOf(section, point)]) box.classList.remove(AWAY);
    this.empty.hidden = true;
  }

  /** A text may turn out not to be kept after its place went out of sight. */
  #bringRefused() {
    for (const { element } of this.parts) {
      for (const point of pointsOf(element)) if (boxesOf(element, point).some(holdsRefused)) this.#bring(point);
    }
  }

  /**
   * Fold the parts out, where they do not all fit beside each other.
   * @param {boolean} isOpen
   */
  #unfold(isOpen) {
    this.bar.classList.toggle('is-open', isOpen);
    this.toggle.setAttribute('aria-expanded', String(isOpen));
  }

  /** @param {HTMLElement} point */
  #isOpen(point) {
    return this.#counts(point) && !this.#isDone(point);
  }

  /**
   * @param {HTMLElement} point
   * @returns {boolean} a choice is made, or where there is none to make something is written
   */
  #isDone(point) {
    const { choices = [], note = null } = this.widget.answers.items.get(point.dataset.fiiItem ?? '') ?? {};
    return choices.length > 0 ? choices.some(isChosen) : Boolean(note?.value.trim());
  }

  /**
   * Say whether a point is asked now: not left out by the team, and not of another answer than was given. The build
   * wrote which answers those are: `item choice choice …`.
   * @param {HTMLElement} point
   */
  #counts(point) {
    if (point.classList.contains('is-hidden')) return false;
    return (point.dataset.fiiOnlyWith?.split(', ') ?? []).every((condition) => {
      const [item = '', ...wanted] = condition.split(' ');
      const chosen = this.widget.answers.items.get(item)?.choices.find(isChosen)?.value;
      return chosen === undefined || wanted.includes(chosen);
    });
  }

  #keep() {
    keepText(KEY, JSON.stringify({ ...keptParts(), [this.id]: [this.#part, this.#isOnlyOpen] }));
  }

  #recall() {
    const kept = keptParts()[this.id];
    if (!Array.isArray(kept)) return;
    this.#part = this.parts.find(({ id }) => id === kept[0])?.id ?? '';
    this.#isOnlyOpen = kept[1] === true;
  }
}

/** @returns {Record<string, unknown>} */
function keptParts() {
  try {
    const kept = JSON.parse(keptText(KEY));
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {}; // nothing yet, or not of this hand
  }
}

/**
 * @param {Element} section
 * @returns {HTMLElement[]}
 */
function pointsOf(section) {
  return [...section.children].filter((child) => child instanceof HTMLElement && child.dataset.fiiItem !== undefined && child.dataset.fiiOf === undefined).map((child) => /** @type {HTMLElement} */ (child));
}

/**
 * @param {Element} section
 * @param {HTMLElement} point
 * @returns {HTMLElement[]} the point, and what is asked under it
 */
function boxesOf(section, point) {
  const asked = /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(`[data-fii-of="${CSS.escape(point.dataset.fiiItem ?? '')}"]`));
  return [point, ...asked];
}

/**
 * @param {string} title
 * @returns {string} without what explains it: the section itself says all
 */
function shortened(title) {
  return title.split(': ')[0] ?? title;
}
