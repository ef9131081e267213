// Words of the glossary, explained where they stand: hover, focus or tap. Started by init.js; must not be needed:
// a term is an ordinary link to the glossary, and stays one when anything here fails.

import { loadPlain } from '../base/plain-script.js';
import { part } from '../base/widget.js';

/** Written by tools/passes/terms.py: anchor → name and definition. */
const LIST = 'javascripts/terms-list.js';
/** A link to a term on another page; on the glossary itself the words stand already. */
const TERM = 'article a[href*="#term-"]:not([href^="#"], [data-part])';
/** Long enough not to flicker under a passing mouse; long enough to reach the sheet. */
const OPEN_AFTER = 150;
const CLOSE_AFTER = 300;
const GAP = 4;
const ID = 'fii-begrip';

/** Listen where there is something to explain and the browser can lay a sheet over the page. */
export function start() {
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-fii-term]'));
  const able = 'showPopover' in HTMLElement.prototype;
  if (template && able && document.querySelector(TERM)) new TermSheet(template).attach();
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | null}
 */
function termAt(target) {
  return target instanceof Element ? target.closest(TERM) : null;
}

class TermSheet {
  /** @param {HTMLTemplateElement} template */
  constructor(template) {
    const sheet = template.content.firstElementChild?.cloneNode(true);
    if (!(sheet instanceof HTMLElement)) throw new Error('the template of a term is empty');
    this.sheet = sheet;
    this.text = part(sheet, '[data-part="text"]');
    this.link = part(sheet, '[data-part="link"]');
    this.text.id = ID;
    this.link.setAttribute('aria-describedby', ID);
    /** @type {HTMLAnchorElement | null} the link whose sheet is open, or about to be */
    this.term = null;
    this.byTouch = false;
    this.pointer = '';
    this.timer = 0;
  }

  /** Hover and focus show the text alone; a tap shows it with a link, because it took the place of following one. */
  attach() {
    document.addEventListener('pointerdown', (event) => this.press(event), true);
    document.addEventListener('keydown', (event) => this.key(event), true);
    document.addEventListener('pointerover', (event) => this.over(event));
    document.addEventListener('pointerout', (event) => this.out(event));
    document.addEventListener('focusin', (event) => this.focusOn(event.target));
    document.addEventListener('click', (event) => this.tap(event));
    window.addEventListener('resize', () => this.term && this.sheet.isConnected && this.lay(this.term));
    this.focusOn(document.activeElement); // a keyboard can be on a word before this module is there
  }

  /** @param {PointerEvent} event */
  press(event) {
    this.pointer = event.pointerType;
    if (this.term && !this.holds(event.target)) this.close();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    this.pointer = '';
    if (event.key !== 'Escape' || !this.sheet.isConnected) return;
    event.preventDefault();
    if (this.sheet.contains(document.activeElement)) this.term?.focus();
    this.close();
  }

  /** @param {PointerEvent} event */
  over(event) {
    if (event.pointerType === 'touch') return;
    if (this.holds(event.target)) clearTimeout(this.timer);
    const term = termAt(event.target);
    if (!term || term === this.term) return;
    const { clientX, clientY } = event;
    this.later(OPEN_AFTER, () => this.open(term, false, { x: clientX, y: clientY }));
  }

  /** @param {PointerEvent} event */
  out(event) {
    if (event.pointerType === 'touch') return;
    const leaves = termAt(event.target) !== null || this.holds(event.target);
    const keeps = this.holds(event.relatedTarget) || this.term?.matches(':focus-visible');
    if (leaves && !keeps) this.later(CLOSE_AFTER, () => this.close());
  }

  /** @param {EventTarget | null} target */
  focusOn(target) {
    const term = termAt(target);
    if (term?.matches(':focus-visible')) void this.open(term, false);
    else if (this.term && !this.byTouch && !this.holds(target)) this.close();
  }

  /**
   * The first tap explains; the next one on the same word follows it, as does the link in the sheet.
   * @param {MouseEvent} event
   */
  tap(event) {
    const term = termAt(event.target);
    if (!term || this.pointer !== 'touch' || (term === this.term && this.byTouch)) return;
    event.preventDefault();
    void this.open(term, true);
  }

  /**
   * @param {HTMLAnchorElement} term
   * @param {boolean} byTouch
   * @param {{x: number, y: number}} [at] where the mouse is; a link can stand on two lines
   */
  async open(term, byTouch, at) {
    clearTimeout(this.timer);
    this.close();
    this.term = term;
    this.byTouch = byTouch;
    const text = await definition(term);
    if (this.term !== term) return; // the reader went on
    if (!text) {
      this.term = null;
      if (byTouch) location.assign(term.href);
      return;
    }
    this.text.textContent = text;
    this.link.hidden = !byTouch;
    this.link.setAttribute('href', term.getAttribute('href') ?? '');
    term.after(this.sheet); // right behind the word, for whoever reads on with the keyboard or a screen reader
    term.setAttribute('aria-describedby', ID);
    this.sheet.showPopover();
    this.lay(term, at);
    if (byTouch) this.link.focus({ preventScroll: true }); // says the definition to who does not see it appear
  }

  close() {
    clearTimeout(this.timer);
    this.term?.removeAttribute('aria-describedby');
    this.term = null;
    this.byTouch = false;
    this.sheet.remove();
  }

  /**
   * Lay the sheet under the word, or over it where there is no room; always inside the window.
   * @param {HTMLAnchorElement} term
   * @param {{x: number, y: number}} [at]
   */
  lay(term, at) {
    const rects = [...term.getClientRects()];
    const word = rects.find((rect) => at && at.y >= rect.top && at.y <= rect.bottom) ?? rects[0];
    if (!word) return;
    const { offsetWidth: width, offsetHeight: height } = this.sheet;
    const room = document.documentElement.clientWidth;
    const below = word.bottom + GAP + height <= window.innerHeight || word.top - GAP - height < 0;
    const left = Math.max(8, Math.min(word.left - 12, room - width - 8));
    this.sheet.style.setProperty('left', `${left + window.scrollX}px`);
    this.sheet.style.setProperty('top', `${(below ? word.bottom + GAP : word.top - GAP - height) + window.scrollY}px`);
  }

  /**
   * Tell whether something belongs to the open sheet: the sheet itself or its word.
   * @param {EventTarget | null} target
   */
  holds(target) {
    return target instanceof Node && (this.sheet.contains(target) || (this.term?.contains(target) ?? false));
  }

  /**
   * @param {number} wait
   * @param {() => void} act
   */
  later(wait, act) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, wait);
  }
}

/**
 * Give the definition behind a link, or nothing: then the link is only a link.
 * @param {HTMLAnchorElement} term
 * @returns {Promise<string>}
 */
async function definition(term) {
  try {
    const terms = /** @type {Record<string, [string, string]>} */ (await loadPlain(LIST, 'fiiTerms'));
    return terms[term.hash.slice(1)]?.[1] ?? '';
  } catch (error) {
    console.error(error);
    return '';
  }
}
