// Rows of a section: makes them of the first, shows those in use and one more on request. Must not store or interpret.

import { make, makeButton, setText } from '../base/widget.js';
import { say } from '../base/words.js';

/** What carries the number of its row or its item: the names of answers, and the ids that belong to them. */
const NUMBERED = ['id', 'for', 'name', 'data-fii-item', 'data-fii-of', 'data-fii-row', 'aria-describedby', 'aria-controls'];

/**
 * Make every row of the page's forms. The page carries the first one only, and empty lines for paper: this puts
 * the rows themselves in their place, each with its permanent names, before anything looks for an item.
 * @param {ParentNode} [root]
 */
export function completeRows(root = document) {
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-fii-rows][data-fii-most]'))) {
    const first = section.querySelector('[data-fii-row="1"]');
    const most = Number(section.dataset.fiiMost);
    section.removeAttribute('data-fii-most');
    if (!first) continue;
    section.querySelector('[data-fii-paper-rows]')?.remove();
    const rows = Array.from({ length: most - 1 }, (_, index) => rowLike(first, index + 2));
    first.after(...rows);
  }
}

/**
 * @param {Element} first
 * @param {number} row
 * @returns {Element}
 */
function rowLike(first, row) {
  const made = /** @type {Element} */ (first.cloneNode(true));
  renumber([made, ...made.querySelectorAll('*')], (value) => numbered(value, row));
  const title = made.querySelector('.fii-row__title');
  if (title) title.textContent = (title.textContent ?? '').replace(/1$/, String(row));
  for (const name of made.querySelectorAll('[data-fii-row-name]')) {
    name.textContent = (name.textContent ?? '').replace(/1(?=\)$)/, String(row));
  }
  return made;
}

/**
 * Give copied elements names of their own.
 * @param {Iterable<Element>} elements
 * @param {(value: string) => string} renamed
 */
export function renumber(elements, renamed) {
  for (const element of elements) {
    for (const name of NUMBERED) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, renamed(value));
    }
  }
}

/**
 * @param {string} value of the first row: `1`, `lb-wat@1.note`, `d-lb-wat-rij-1-tekst`
 * @param {number} row
 * @returns {string}
 */
function numbered(value, row) {
  return value.replace(/^1$|(?<=@)1(?=\.|$)|(?<=-rij-)1(?=-|$)/, String(row));
}

/**
 * Fold away the rows that nobody needs yet. All rows are in the page, so that paper has them and every answer has
 * its permanent name; this only decides which ones are seen on screen.
 */
export class Rows {
  /** What empties a row, and where that can be taken back. @type {{row: HTMLElement, box: HTMLElement, back: (() => void) | null}[]} */
  #ends;

  /**
   * @param {HTMLElement} section with data-fii-rows: how many rows are seen at least
   * @param {(items: string[]) => () => void} [empty] takes the answers of a row away, and gives what puts them back
   * @param {(sentence: string) => void} [tell]
   */
  constructor(section, empty, tell = () => undefined) {
    this.section = section;
    this.empty = empty;
    this.tell = tell;
    this.fewest = Number(section.dataset.fiiRows);
    this.rows = /** @type {HTMLElement[]} */ ([...section.querySelectorAll('[data-fii-row]')]);
    this.button = section.querySelector('[data-fii-add-row]');
    /** Rows asked for by hand; they stay while the page is open. */
    this.asked = 0;
    this.full = make('p', { class: 'fii-vol', hidden: '' }, say('row.full', { n: this.rows.length }));
    this.button?.addEventListener('click', () => this.#add());
    this.button?.after(this.full);
    this.#ends = (empty ? this.rows : []).map((row) => ({ row, box: make('p', { class: 'fii-actions fii-row__weg' }), back: null }));
    for (const end of this.#ends) {
      (end.row.firstElementChild ?? end.row).append(end.box);
      end.box.append(makeButton(say('row.clear', { rij: titleOf(end.row) }), () => this.#press(end)));
    }
    this.show();
  }

  /** Show every row up to the last one in use, and those that were asked for. */
  show() {
    const last = this.rows.findLastIndex((row) => isUsed(row)) + 1;
    const seen = Math.max(last, this.fewest, this.asked);
    this.rows.forEach((row, index) => row.classList.toggle('is-unused', index >= seen));
    this.button?.toggleAttribute('hidden', seen >= this.rows.length);
    this.full.hidden = last < this.rows.length;
    for (const end of this.#ends) {
      const isFilled = isUsed(end.row);
      if (isFilled) end.back = null; // what came in its place since stays
      const button = /** @type {HTMLElement} */ (end.box.firstElementChild);
      setText(button, end.back ? say('record.back') : say('row.clear', { rij: titleOf(end.row) }));
      end.box.hidden = !isFilled && !end.back;
    }
  }

  /**
   * Empty a row, or put back what stood in it; the row stays in sight, and the focus on the button.
   * @param {{row: HTMLElement, back: (() => void) | null}} end
   */
  #press(end) {
    const { row, back } = end;
    this.asked = Math.max(this.asked, this.rows.indexOf(row) + 1);
    end.back = back ? null : () => undefined; // stays in sight while the answers go
    if (back) back();
    else end.back = this.empty?.(itemsOf(row)) ?? null;
    this.show();
    this.tell(say(back ? 'row.restored' : 'row.cleared', { rij: titleOf(row) }));
  }

  #add() {
    const next = this.rows.find((row) => row.classList.contains('is-unused'));
    if (!next) return;
    this.asked = this.rows.indexOf(next) + 1;
    this.show();
    const first = next.querySelector('input, textarea');
    if (first instanceof HTMLElement) first.focus();
  }
}

/** @param {HTMLElement} row */
function titleOf(row) {
  return row.querySelector('.fii-row__title')?.textContent?.trim() ?? '';
}

/**
 * @param {HTMLElement} row
 * @returns {string[]}
 */
function itemsOf(row) {
  return [...row.querySelectorAll('[data-fii-item]')].map((item) => item.getAttribute('data-fii-item') ?? '');
}

/**
 * @param {HTMLElement} row
 * @returns {boolean} whether anything was answered in it
 */
function isUsed(row) {
  const controls = /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll('input, textarea')]);
  return controls.some(({ type, checked, value }) => value !== '' && (type !== 'radio' || checked));
}
