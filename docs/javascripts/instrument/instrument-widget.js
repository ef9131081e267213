// An instrument on a page: answers to the state and back, its notes, its summary. Must not interpret the instrument.

import { AnswerForm } from './answer-form.js';
import { dossierState } from '../store/dossier-state.js';
import { whyRefused } from '../dossier/leaving.js';
import { OffersBox } from './offers-box.js';
import { printBlank, printReport } from './print.js';
import { OwnEditor } from './own-editor.js';
import { OwnList } from './own-list.js';
import { place } from '../base/place.js';
import { python } from '../python/client.js';
import { Rows } from './rows.js';
import { StatusLine } from '../dossier/status-line.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { make, setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

export class InstrumentWidget extends Widget {
  /** A change made here that the live region has not told yet. */
  #isUntold = false;
  /** That change was taken over from elsewhere. */
  #isTaken = false;

  /** @param {Element} root */
  constructor(root) {
    super(root);
    const form = this.own('data-fii-form');
    const summary = this.own('data-fii-summary');
    if (!form || !summary) throw new Error('an instrument needs a form and room for a summary');
    this.progress = this.own('data-fii-progress');
    this.answers = new AnswerForm(form, (id, parts) => this.#answer(id, parts));
    this.#notes();
    this.own('data-fii-action="print"')?.addEventListener('click', () => void printReport(this.#report()));
    this.own('data-fii-action="print-blank"')?.addEventListener('click', () => printBlank([root]));
    if (place.isFile && !document.querySelector('[data-fii-widget="dossier"]')) {
      this.#bePaper();
      return;
    }
    this.rows = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-fii-rows]')]).map((section) => new Rows(section));
    this.state = dossierState();
    if (form.dataset.fiiOwn) {
      this.list = new OwnList(this.answers, this.state);
      new OwnEditor(this.list, (sentence) => setText(this.progress, sentence), () => sourceOf(this));
    }
    this.summary = new SummaryPanel(summary, () => this.#question(), () => this.#tell());
    this.offers = this.#offersBox(this.state);
    new StatusLine(this);
    for (const begun of ['pointerdown', 'focusin']) form.addEventListener(begun, () => python().warm(), { once: true });
    this.own('data-fii-action="share"')?.addEventListener('click', () => void this.#share());
    this.#follow(this.state);
  }

  /** Offer the choices of this instrument as a link. */
  async #share() {
    this.answers.collect();
    try {
      const { share } = await import('./share-dialog.js');
      const titel = this.root.getAttribute('aria-label') ?? '';
      await share({ id: this.root.dataset.fiiId ?? '', titel, source: sourceOf(this), answers: Object.fromEntries(this.#given()) });
    } catch (error) {
      console.error(error);
      setText(this.progress, say('share.failed'));
    }
  }

  /** @param {import('../store/dossier-state.js').DossierState} state */
  #follow(state) {
    state.addEventListener('collect', () => this.answers.collect());
    state.addEventListener('answers', (event) => {
      const { ids } = /** @type {CustomEvent<import('../store/dossier-state.js').Answered>} */ (event).detail;
      if (this.#show(ids)) this.summary?.later();
      const isListChanged = ids !== null && [...ids].some((id) => this.list?.concerns(id));
      this.offers?.changed(isListChanged ? null : ids);
    });
    // What had the focus while another tab wrote catches up when the focus leaves; so does what a browser restored.
    this.answers.form.addEventListener('focusout', () => setTimeout(() => this.#show(null)));
    addEventListener('pageshow', () => this.#show(null));
    void state.ready.then(() => {
      this.#show(null);
      this.#openNotes();
      this.offers?.changed(null);
      if (this.#given().length > 0) whenIdle(() => void this.summary?.now());
    });
  }

  /**
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   * @returns {string} why the dossier does not take it; empty when it does
   */
  #answer(id, parts) {
    this.#isUntold = true;
    setText(this.progress, '');
    this.answers.items.get(id)?.element.querySelector('[data-fii-taken]')?.remove();
    if (this.state?.change(id, parts) !== false) return '';
    this.#isUntold = false;
    return whyRefused();
  }

  /**
   * Let the form show the state.
   * @param {Set<string> | null} ids null for all
   * @returns {boolean} whether one of them is an item of this instrument
   */
  #show(ids) {
    const { list } = this;
    const isListed = list !== undefined && (ids === null || [...ids].some((id) => list.concerns(id)));
    if (isListed) list.show();
    const own = [...this.answers.items.keys()].filter((id) => ids === null || ids.has(id));
    for (const id of own) this.answers.show(id, this.state?.answers.get(id));
    for (const rows of this.rows ?? []) rows.show();
    return own.length > 0 || isListed;
  }

  /** @returns {[string, import('../store/answer-store.js').Answer][]} the answers to items of this instrument */
  #given() {
    const answers = [...this.answers.items.keys()].map((id) => /** @type {const} */ ([id, this.state?.answers.get(id)]));
    return /** @type {[string, import('../store/answer-store.js').Answer][]} */ (answers.filter(([, answer]) => isGiven(answer)));
  }

  #question() {
    const given = this.#given();
    if (given.length === 0) return null;
    given.push(...(this.list?.records() ?? []));
    const { root, index } = place;
    const level = Number(this.root.dataset.fiiLevel ?? 3);
    return { op: 'summary', instrument: sourceOf(this), answers: Object.fromEntries(given), root, index, level };
  }

  /** What to ask for a report; null where nothing was filled in, or where this page is paper. */
  #report() {
    if (!this.state || this.#given().length === 0) return null;
    const { fiiId: of } = this.root.dataset;
    return { op: 'paper', kind: 'instrument', of, dossier: this.state.dossier(), instruments: [sourceOf(this)] };
  }

  /** One announcement a change, when all there is to say about it is true. */
  #tell() {
    if (!this.#isUntold) return;
    this.#isUntold = false;
    const hasFailed = this.summary?.holder.querySelector('[data-fii-failed]');
    const isKept = this.state?.isKept;
    if (isKept) setText(this.progress, say(hasFailed ? 'told.kept' : this.#isTaken ? 'told.taken' : 'told.kept-summary'));
    else if (!hasFailed) setText(this.progress, say('told.summary'));
    this.#isTaken = false;
  }

  /**
   * @param {import('../store/dossier-state.js').DossierState} state
   * @returns {OffersBox | null} null for an instrument that takes nothing over
   */
  #offersBox(state) {
    const box = this.own('data-fii-offers');
    if (!box) return null;
    return new OffersBox(box, {
      source: () => sourceOf(this),
      own: new Set(this.answers.items.keys()),
      answers: () => (this.answers.collect(), state.answers),
      records: () => this.list?.records() ?? [],
      fill: (puts) => this.#fill(puts),
      focus: (cell) => this.#focus(cell),
    });
  }

  /**
   * Fill in what was taken over, in places that are still empty, and say once beside each where it came from.
   * @param {import('./offers-box.js').Put[]} puts
   */
  #fill(puts) {
    for (const { cell, choice, note, told } of puts) {
      if (isGiven(this.state?.answers.get(cell))) continue;
      if (choice) this.#answer(cell, { choice });
      else this.answers.paste(cell, note);
      this.answers.items.get(cell)?.element.append(make('p', { class: 'fii-overgenomen', 'data-fii-taken': '' }, told));
      this.#isTaken = true;
    }
  }

  /** @param {string | null} cell null for the first of the form */
  #focus(cell) {
    const item = cell === null ? this.answers.form : this.answers.items.get(cell)?.element;
    const control = item?.querySelector('input:checked, input:not([type="radio"]), textarea') ?? item?.querySelector('input');
    if (control instanceof HTMLElement) control.focus();
  }

  #notes() {
    this.root.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-fii-note-toggle]') : null;
      if (button) openNote(button, button.getAttribute('aria-expanded') !== 'true');
    });
  }

  /** A note with text in it is open: what was written must not hide. */
  #openNotes() {
    for (const { element, note } of this.answers.items.values()) {
      const button = element.querySelector('[data-fii-note-toggle]');
      if (button && note?.value) openNote(button, true);
    }
  }

  /** On file:// a page cannot share its answers with the dossier page in every browser: fill in there only. */
  #bePaper() {
    this.root.classList.add('is-paper');
    this.answers.disable();
    const link = this.own('data-fii-file-only');
    if (link) link.hidden = false;
    for (const button of this.root.querySelectorAll('[data-fii-note-toggle]')) button.setAttribute('hidden', '');
  }
}

/**
 * Give an instrument's source as the build printed it, for Python's eyes only.
 * @param {Widget} widget
 * @returns {string}
 */
export function sourceOf(widget) {
  return widget.own('data-fii-source')?.textContent || 'null';
}

/**
 * @param {import('../store/answer-store.js').Answer | undefined} answer
 * @returns {boolean}
 */
export function isGiven(answer) {
  return Boolean(answer?.choice || answer?.note);
}

/**
 * @param {Element} button
 * @param {boolean} isOpen
 */
function openNote(button, isOpen) {
  button.setAttribute('aria-expanded', String(isOpen));
  document.getElementById(button.getAttribute('aria-controls') ?? '')?.classList.toggle('is-open', isOpen);
}
