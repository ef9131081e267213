// An instrument on a page: answers to the state and back, its notes, its summary. Must not interpret the instrument.

import { AnswerForm, isGiven } from '../forms/answer-form.js';
import { Card } from './card.js';
import { dossierState } from '../store/dossier-state.js';
import { whyRefused } from '../saving/leaving.js';
import { OffersBox } from './offers-box.js';
import { sourceOf } from '../forms/forms.js';
import { printBlank, printReport } from '../papers/print.js';
import { OwnEditor } from './own-editor.js';
import { OwnList } from '../forms/own-list.js';
import { Parts } from './parts.js';
import { addressed, place } from '../base/place.js';
import { python } from '../python/client.js';
import { oneLine } from '../forms/item-texts.js';
import { Renaming } from './renaming.js';
import { Rounds } from './rounds.js';
import { Rows } from '../forms/rows.js';
import { markRows, Subjects } from './subjects.js';
import { StatusLine } from '../saving/status-line.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { make, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

export class InstrumentWidget extends Widget {
  /** A change made here that the live region has not told yet. */
  #isUntold = false;
  /** That change was taken over from elsewhere. */
  #isTaken = false;

  /** @param {Element} root */
  constructor(root) {
    super(root);
    const form = this.need('data-fii-form');
    this.answers = new AnswerForm(form, (id, parts) => this.#answer(id, parts));
    this.own('data-fii-action="print"')?.addEventListener('click', () => void printReport(this.#report()));
    this.own('data-fii-action="print-blank"')?.addEventListener('click', () => printBlank([root]));
    if (place.isFile && !document.querySelector('[data-fii-widget="dossier"]')) {
      this.#bePaper();
      this.#fold();
      this.#followAddress();
      return;
    }
    this.rows = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-fii-rows]')]).map((section) =>
      new Rows(section, (items) => this.#empty(items), (sentence) => this.tell(sentence)));
    this.state = dossierState();
    this.subjects = Subjects.of(this, (keys) => this.#empty(keys));
    this.renaming = Renaming.of(this, this.state);
    this.rounds = Rounds.of(this, (keys) => this.#empty(keys));
    if (form.dataset.fiiOwn) {
      this.list = new OwnList(this.answers, this.state);
      new OwnEditor(this, this.list);
    }
    this.summary = new SummaryPanel(this.need('data-fii-summary'), () => this.#question(), () => this.#tellOnce(), this.signal);
    const offers = this.own('data-fii-offers');
    if (offers) this.offers = new OffersBox(offers, this);
    this.line = new StatusLine(this);
    for (const begun of ['pointerdown', 'focusin']) form.addEventListener(begun, () => python().warm(), { once: true });
    this.#fold();
    this.own('data-fii-action="share"')?.addEventListener('click', () => void this.#share());
    this.#follow(this.state);
    this.parts = Parts.of(this, this.state.ready);
    this.#followAddress();
  }

  /** Let the address of the page lead into this list; in the dossier dossier/lists.js opens it. */
  #followAddress() {
    const { signal } = this;
    if (document.querySelector('[data-fii-widget="dossier"]')) return;
    const arrive = () => !signal.aborted && !this.#isFound(addressed()) && this.reveal(addressed());
    addEventListener('hashchange', () => this.reveal(addressed()), { signal });
    arrive();
    void this.state?.ready.then(arrive); // it may stand in what was kept
  }

  /**
   * @param {string} name
   * @returns {boolean} whether the browser by itself came to what it means
   */
  #isFound(name) {
    const { element, number } = this.named(name);
    return element?.id === name && element.checkVisibility() && number === this.subjects?.number;
  }

  /**
   * Find what a name in an address means here: the list, an item by its permanent name, or an element of the form.
   * @param {string} name
   * @returns {{element: Element | null, number?: number | undefined}} number: about whom, where there are several
   */
  named(name) {
    const about = this.subjects?.named(name);
    if (about) return about;
    const id = CSS.escape(name);
    const element = name === this.root.dataset.fiiId ? this.root : name ? this.root.querySelector(`:is([id="${id}"], [data-fii-item="${id}"])`) : null;
    return { element, number: this.subjects?.number };
  }

  /**
   * Bring into sight what a name means, whatever it stands behind: a card, another candidate, another part.
   * @param {string} name
   * @returns {Element | null} null where it means nothing here
   */
  reveal(name) {
    const { element, number } = this.named(name);
    if (!element) return null;
    if (number) this.subjects?.choose(number);
    this.card?.unfold();
    this.parts?.reveal(element);
    /** @type {Element | null} */
    let seen = element;
    while (seen && !seen.checkVisibility()) seen = seen.parentElement; // a note that is closed: its item; a row that is not in use: its table
    seen?.scrollIntoView({ block: 'start' });
    return element;
  }

  /** In a page that explains it the form stands behind a card. What is folded is not summed up. */
  #fold() {
    if (!this.own('data-fii-fold-panel')) return;
    this.card = new Card(this, () => {
      this.summary?.later();
      if (this.state) this.line?.show(this.state);
    });
  }

  /** Offer the choices of this instrument as a link. */
  async #share() {
    this.answers.collect();
    try {
      const { share } = await import('./share-dialog.js');
      const titel = this.root.getAttribute('aria-label') ?? '';
      await share({ id: this.root.dataset.fiiId ?? '', titel, source: sourceOf(this), answers: Object.fromEntries(this.#answered()) });
    } catch (error) {
      console.error(error);
      this.tell(say('share.failed'));
    }
  }

  /** @param {import('../store/dossier-state.js').DossierState} state */
  #follow(state) {
    const { signal } = this;
    state.addEventListener('collect', () => this.answers.collect(), { signal });
    state.onAnswers((ids) => {
      this.subjects?.show();
      if (this.#show(ids) && !this.card?.isFolded) this.summary?.later();
      this.card?.show(state);
      const isListChanged = ids !== null && [...ids].some((id) => this.list?.concerns(id));
      this.offers?.changed(isListChanged ? null : ids);
    }, signal);
    // What had the focus while another tab wrote catches up when the focus leaves; so does what a browser restored.
    this.answers.form.addEventListener('focusout', () => setTimeout(() => this.#show(null)));
    addEventListener('pageshow', () => this.#show(null), { signal });
    void state.ready.then(() => {
      if (signal.aborted) return;
      this.#show(null);
      this.answers.openNotes();
      this.offers?.changed(null);
      this.subjects?.show();
      this.card?.show(state);
      if (this.#answered().length > 0 && !this.card?.isFolded) whenIdle(() => void this.summary?.now());
    });
  }

  /** Show the answers about another one than before. */
  showAll() {
    this.#show(null);
    this.answers.openNotes();
    this.subjects?.show();
    this.parts?.apply();
    this.offers?.changed(null);
    void this.summary?.now();
  }

  /**
   * @param {string} id of an item of the form
   * @returns {string} what its answer is kept under
   */
  #key(id) {
    return this.subjects?.key(id) ?? id;
  }

  /**
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   * @returns {string} why the dossier does not take it; empty when it does
   */
  #answer(id, parts) {
    this.#isUntold = true;
    this.tell('');
    this.answers.items.get(id)?.element.querySelector('[data-fii-taken]')?.remove();
    if (this.state?.change(this.#key(id), parts) !== false) return '';
    this.#isUntold = false;
    return whyRefused();
  }

  /**
   * Take answers away.
   * @param {string[]} keys
   * @returns {() => void} what puts them back
   */
  #empty(keys) {
    this.answers.collect();
    const given = [...keys, ...(this.renaming?.links(keys) ?? [])].flatMap((id) => {
      const { choice = '', note = '' } = this.state?.answers.get(id) ?? {};
      return choice || note ? [{ id, parts: { choice, note } }] : [];
    });
    for (const { id } of given) this.state?.change(id, { choice: '', note: '' });
    return () => given.forEach(({ id, parts }) => this.state?.change(id, parts));
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
    const own = [...this.answers.items.keys()].filter((id) => ids === null || isListed || ids.has(this.#key(id)));
    for (const id of own) this.answers.show(id, this.state?.answers.get(this.#key(id)));
    for (const rows of this.rows ?? []) rows.show();
    if (this.state) markRows(this.answers.form, this.state.answers);
    this.parts?.show();
    this.rounds?.show();
    return own.length > 0 || isListed;
  }

  /** @returns {[string, import('../store/answer-store.js').Answer][]} the answers to items of this instrument */
  #answered() {
    const answers = [...this.answers.items.keys()].map((id) => /** @type {const} */ ([id, this.state?.answers.get(this.#key(id))]));
    return /** @type {[string, import('../store/answer-store.js').Answer][]} */ (answers.filter(([, answer]) => isGiven(answer)));
  }

  /** @returns {[string, import('../store/answer-store.js').Answer][]} those, and what the team changed in the list */
  given() {
    return [...this.#answered(), ...(this.list?.records() ?? [])];
  }

  #question() {
    if (this.#answered().length === 0) return null;
    const level = Number(this.root.dataset.fiiLevel ?? 3);
    const rounds = this.rounds?.closed() ?? [];
    return { op: 'summary', instrument: sourceOf(this), answers: Object.fromEntries(this.given()), rounds, ...place.links, level };
  }

  /** What to ask for a report; null where nothing was filled in, or where this page is paper. */
  #report() {
    if (!this.state || (this.subjects?.used() ?? this.#answered()).length === 0) return null;
    const { fiiId: of } = this.root.dataset;
    return { op: 'paper', kind: 'instrument', of, dossier: this.state.dossier(), instruments: [sourceOf(this)] };
  }

  /** One announcement a change, when all there is to say about it is true. */
  #tellOnce() {
    if (!this.#isUntold) return;
    this.#isUntold = false;
    const hasFailed = this.summary?.holder.querySelector('[data-fii-failed]');
    const isKept = this.state?.isKept;
    const uitkomst = oneLine(this.summary?.holder.querySelector('[data-fii-lead]')?.textContent) || say('told.summary');
    if (isKept) this.tell(say(hasFailed ? 'told.kept' : this.#isTaken ? 'told.taken' : 'told.kept-summary', { uitkomst }));
    else if (!hasFailed) this.tell(uitkomst);
    this.#isTaken = false;
  }

  /**
   * Fill in what was taken over, in places that are still empty, and say once beside each where it came from.
   * @param {import('./offers-box.js').Put[]} puts
   */
  fill(puts) {
    for (const { cell, choice, note, told } of puts) {
      if (isGiven(this.state?.answers.get(this.#key(cell)))) continue;
      if (choice) this.#answer(cell, { choice });
      else this.answers.paste(cell, note);
      this.answers.items.get(cell)?.element.append(make('p', { class: 'fii-overgenomen', 'data-fii-taken': '' }, told));
      this.#isTaken = true;
    }
  }

  /** @param {string | null} cell null for the first that is seen */
  focus(cell) {
    const items = [...this.answers.items.values()].map(({ element }) => element);
    const item = cell === null ? items.find((element) => element.checkVisibility()) : this.answers.items.get(cell)?.element;
    this.parts?.reveal(item);
    const seen = /** @type {HTMLElement[]} */ ([...(item?.querySelectorAll('input, textarea') ?? [])]).filter((control) => control.checkVisibility());
    (seen.find((control) => control.matches(':checked, :not([type="radio"])')) ?? seen[0])?.focus();
  }

  /** On file:// a page cannot share its answers with the dossier page in every browser: fill in there only. */
  #bePaper() {
    this.root.classList.add('is-paper');
    this.answers.disable();
    this.own('data-fii-file-only')?.removeAttribute('hidden');
    for (const button of this.root.querySelectorAll('[data-fii-note-toggle]')) button.setAttribute('hidden', '');
  }
}
