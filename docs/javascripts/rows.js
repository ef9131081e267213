// Rows of a section: shows those in use and one more on request. Must not store, name or number anything.

/**
 * Fold away the rows that nobody needs yet. All rows are in the page from the start, so that paper has them and
 * every answer has its permanent name; this only decides which ones are seen on screen.
 */
export class Rows {
  /** @param {HTMLElement} section with data-fii-rows: how many rows are seen at least */
  constructor(section) {
    this.section = section;
    this.fewest = Number(section.dataset.fiiRows);
    this.rows = /** @type {HTMLElement[]} */ ([...section.querySelectorAll('[data-fii-row]')]);
    this.button = section.querySelector('[data-fii-add-row]');
    /** Rows asked for by hand; they stay while the page is open. */
    this.asked = 0;
    this.button?.addEventListener('click', () => this.#add());
    this.show();
  }

  /** Show every row up to the last one in use, and those that were asked for. */
  show() {
    const last = this.rows.findLastIndex((row) => isUsed(row)) + 1;
    const seen = Math.max(last, this.fewest, this.asked);
    this.rows.forEach((row, index) => row.classList.toggle('is-unused', index >= seen));
    this.button?.toggleAttribute('hidden', seen >= this.rows.length);
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

/**
 * @param {HTMLElement} row
 * @returns {boolean} whether anything was answered in it
 */
function isUsed(row) {
  const controls = /** @type {(HTMLInputElement | HTMLTextAreaElement)[]} */ ([...row.querySelectorAll('input, textarea')]);
  return controls.some((control) => (control.type === 'radio' ? isChecked(control) : control.value !== ''));
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @returns {boolean}
 */
function isChecked(control) {
  return control instanceof HTMLInputElement && control.checked && control.value !== '';
}
