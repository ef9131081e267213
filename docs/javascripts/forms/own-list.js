// A team's own list in a form: shows its items, words, order and what is left out, as the records say.
// Must not interpret an answer; Python applies the same records to the instrument (report/own_list.py).

import { isGiven } from './answer-form.js';
import { oneLine } from './item-texts.js';
import { ownItemOf, recordOf } from './list-records.js';
import { renumber } from './rows.js';
import { make, setText } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {{id: string, section: HTMLElement, parts: HTMLElement[], handbook: string, isOwn: boolean}} Entry
 * parts: the item and what is asked under it · handbook: the words of the build, empty for an own item
 */

/** The own item of the template, before it has an id of its own. */
const BLANK = 'e-000000';

export class OwnList {
  /** @type {Map<string, Entry>} */
  entries = new Map();
  /** Called after the list was shown, for what hangs on its items. */
  onShown = () => {};

  /**
   * @param {import('./answer-form.js').AnswerForm} answers
   * @param {import('../store/dossier-state.js').DossierState} state
   */
  constructor(answers, state) {
    this.answers = answers;
    this.state = state;
    this.form = answers.form;
    this.instrument = this.form.dataset.fiiOwn ?? '';
    this.template = /** @type {HTMLTemplateElement | null} */ (this.form.querySelector('template[data-fii-own-item]'));
    this.sections = /** @type {HTMLElement[]} */ ([...this.form.querySelectorAll('[data-fii-section]')]);
    for (const section of this.sections) {
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll('[data-fii-item]'))) {
        const id = part.dataset.fiiOf ?? part.dataset.fiiItem ?? '';
        const entry = this.entries.get(id);
        if (entry) entry.parts.push(part);
        else this.entries.set(id, { id, section, parts: [part], handbook: wordsOf(part)?.textContent ?? '', isOwn: false });
      }
    }
    /** The handbook's items, in its order. */
    this.handbook = [...this.entries.keys()];
  }

  /**
   * @param {string} id
   * @returns {boolean} whether an answer or a record belongs to this list
   */
  concerns(id) {
    const record = recordOf(id);
    if (ownItemOf(id)?.instrument === this.instrument) return true;
    return record !== null && (record.about === this.instrument || this.handbook.includes(record.about));
  }

  /** @returns {[string, import('../store/answer-store.js').Answer][]} what Python needs to know the list */
  records() {
    return [...this.state.answers].filter(([id, answer]) => isGiven(answer) && recordOf(id) && this.concerns(id));
  }

  /**
   * @param {string} id
   * @returns {string} one line
   */
  note(id) {
    return oneLine(this.state.answers.get(id)?.note);
  }

  /**
   * @param {string} id
   * @returns {boolean}
   */
  isHidden(id) {
    return Boolean(this.state.answers.get(`${id}.verborgen`)?.choice);
  }

  /** @returns {Entry[]} all items, those that are left out too, in the team's order */
  inOrder() {
    return this.sections.flatMap((section) => this.#ordered(section));
  }

  /** Let the form show the list; what has the focus keeps it. */
  show() {
    const focused = document.activeElement;
    this.#ownItems();
    let number = 0;
    for (const section of this.sections) {
      let last = section.firstElementChild;
      for (const entry of this.#ordered(section)) {
        for (const part of entry.parts) {
          if (last?.nextElementSibling !== part) last?.after(part);
          last = part;
          part.classList.toggle('is-hidden', this.isHidden(entry.id));
        }
        this.#word(entry, this.isHidden(entry.id) ? 0 : ++number);
      }
    }
    if (focused instanceof HTMLElement && focused !== document.activeElement && focused.isConnected) {
      focused.focus({ preventScroll: true });
    }
    this.onShown();
  }

  /** Make the own items that are not in the form yet, and take out those that are no longer on the list. */
  #ownItems() {
    for (const [id, entry] of this.entries) {
      if (entry.isOwn && !this.note(`${id}.tekst`)) {
        for (const part of entry.parts) {
          this.answers.forget(part);
          part.remove();
        }
        this.entries.delete(id);
      }
    }
    for (const id of this.state.answers.keys()) {
      const record = recordOf(id);
      const about = record?.part === 'tekst' ? ownItemOf(record.about) : null;
      if (about?.instrument !== this.instrument || about.item !== record?.about || !this.note(id)) continue;
      const place = this.note(`${about.item}.plek`);
      const section = this.sections.find(({ dataset }) => dataset.fiiSection === place) ?? this.sections.at(-1);
      const known = this.entries.get(about.item);
      if (known && section) known.section = section;
      else if (section) this.entries.set(about.item, this.#make(about.item, section));
    }
  }

  /**
   * @param {string} id
   * @param {HTMLElement} section
   * @returns {Entry}
   */
  #make(id, section) {
    const made = /** @type {DocumentFragment} */ (this.template?.content.cloneNode(true));
    const code = id.slice(-BLANK.length);
    renumber(made.querySelectorAll('*'), (value) => value.replaceAll(BLANK, code));
    const parts = /** @type {HTMLElement[]} */ ([...made.children]);
    section.append(made);
    for (const part of parts) {
      this.answers.add(part);
      const item = part.dataset.fiiItem ?? '';
      this.answers.show(item, this.state.answers.get(item));
    }
    return { id, section, parts, handbook: '', isOwn: true };
  }

  /**
   * The same order as Python's `in_order`: those that are named, then each of the handbook behind the one it follows
   * there, and own ones last.
   * @param {HTMLElement} section
   * @returns {Entry[]}
   */
  #ordered(section) {
    const wanted = this.note(`${this.instrument}.volgorde`).split(' ');
    const here = [...this.entries.values()].filter((entry) => entry.section === section);
    const own = here.filter(({ isOwn }) => isOwn).sort((a, b) => (a.id < b.id ? -1 : 1));
    const both = [...here.filter(({ isOwn }) => !isOwn), ...own];
    const isNamed = (/** @type {Entry} */ entry) => wanted.includes(entry.id);
    const ordered = both.filter(isNamed).sort((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
    /** @type {Entry | null} */
    let before = null;
    for (const entry of both.filter(({ isOwn }) => !isOwn)) {
      if (!isNamed(entry)) ordered.splice(before ? ordered.indexOf(before) + 1 : 0, 0, entry);
      before = entry;
    }
    return [...ordered, ...own.filter((entry) => !isNamed(entry))];
  }

  /**
   * Let an item say its words and its number, wherever they stand.
   * @param {Entry} entry
   * @param {number} number 0: it is left out
   */
  #word({ id, parts, handbook, isOwn }, number) {
    const text = this.note(`${id}.tekst`) || handbook;
    const [item, ...asked] = parts;
    if (!item) return;
    setText(wordsOf(item), text);
    const shown = /** @type {HTMLElement | null} */ (item.querySelector(':is(legend, label) > :first-child'));
    setText(shown, number ? String(number) : '–');
    const name = shown?.getAttribute('aria-label'); // of a number that is a link: "Punt 3"
    if (name) shown?.setAttribute('aria-label', name.replace(/\S+$/, number ? String(number) : '–'));
    const note = item.querySelector('[data-fii-note-toggle]');
    if (note && number) {
      const label = say('own.note', { nummer: number });
      note.setAttribute('aria-label', label);
      setText(item.querySelector('[data-fii-note] label'), label);
    }
    for (const field of asked) setText(field.querySelector('label > span'), ` (${text})`);
    const mark = item.querySelector('[data-fii-own-mark]');
    const says = isOwn ? say('own.item') : text === handbook ? '' : say('own.handbook', { tekst: handbook });
    if (mark) setText(/** @type {HTMLElement} */ (mark), says);
    else if (says) item.querySelector('legend, .fii-item__label')?.after(make('p', { class: 'fii-item__help', 'data-fii-own-mark': '' }, says));
    mark?.toggleAttribute('hidden', says === '');
  }
}

/**
 * @param {Element} item
 * @returns {HTMLElement | null} what holds its sentence
 */
export function wordsOf(item) {
  return item.querySelector(':is(legend, label) > :nth-child(2)');
}
