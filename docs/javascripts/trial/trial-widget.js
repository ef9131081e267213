// The proefbank: an author's text to Python and back, as faults with their line or as a form to try.
// Must not read the text itself, and must not touch the dossier.

import '../instrument/shared.js';
import { AnswerForm } from '../instrument/answer-form.js';
import { giveFile } from '../base/give-file.js';
import { place } from '../base/place.js';
import { loadPlain } from '../page/plain-script.js';
import { python } from '../python/client.js';
import { completeRows, Rows } from '../instrument/rows.js';
import { FORM_NAMES, insert } from '../base/safe-html.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { Draft } from './trial-draft.js';
import { TrialText } from './trial-text.js';
import { make, setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {{line: number, message: string}} Problem
 * @typedef {{ok: boolean, message?: string, problems: Problem[], told: string, id: string, tree: unknown, html: string}} Verdict
 */

const PAUSE = 500;
const LEVEL = 3;
/** What Python refuses by size anyway is not sent in full. */
const LONGEST = 250_000;
const MOST_BYTES = 1_000_000;

export class TrialWidget extends Widget {
  /** @type {number | undefined} */
  #timer;
  #turn = 0;
  /** @type {Map<string, {choice?: string, note?: string}>} what was tried; kept nowhere */
  #answers = new Map();
  /** @type {unknown} the last sound instrument, for Python's eyes only */
  #tree = null;
  #name = '';

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.text = new TrialText(this);
    this.draft = new Draft();
    this.told = this.own('data-fii-told');
    this.result = need(this.own('data-fii-result'));
    this.summary = new SummaryPanel(need(this.own('data-fii-summary')), () => this.#question(), () => {
      setText(this.own('data-fii-progress'), say('told.summary'));
    });
    this.text.area.addEventListener('input', () => this.#later());
    addEventListener('pagehide', () => this.#timer && this.#keep());
    this.own('data-fii-action="take"')?.addEventListener('click', () => void this.#take());
    this.own('data-fii-action="back"')?.addEventListener('click', () => this.#replace(this.before));
    this.own('data-fii-action="save"')?.addEventListener('click', () => this.#save());
    const file = this.own('data-fii-file');
    if (file instanceof HTMLInputElement) file.addEventListener('change', () => void this.#open(file));
    this.before = '';
    void this.#begin();
  }

  async #begin() {
    const kept = this.draft.read();
    // A browser may have put back what stood in the field: that is newer.
    const text = this.text.value || kept || (await this.#source());
    if (!this.text.value) this.text.value = text;
    this.text.number([]);
    whenIdle(() => void this.#check());
  }

  /**
   * Give the text of the instrument that is chosen in the list.
   * @returns {Promise<string>}
   */
  async #source() {
    const choice = this.own('data-fii-choice');
    const id = choice instanceof HTMLSelectElement ? choice.value : '';
    try {
      return String(await loadPlain(`proefbank/bron/${id}.js`, 'fiiSource'));
    } catch (error) {
      console.warn(error);
      this.#complain(say('trial.no-source'));
      return '';
    }
  }

  async #take() {
    const text = await this.#source();
    if (text) this.#replace(text);
  }

  /**
   * Put another text in the place of this one, which stays one press away.
   * @param {string} text
   */
  #replace(text) {
    this.before = this.text.value;
    this.text.value = text;
    this.#complain('');
    const back = this.own('data-fii-action="back"');
    if (back) back.hidden = this.before.trim() === '' || this.before === text;
    this.#answers.clear();
    this.#keep();
    void this.#check();
  }

  #later() {
    this.text.number([]);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
      void this.#check();
    }, PAUSE);
  }

  #keep() {
    const isKept = this.draft.write(this.text.value);
    setText(this.own('data-fii-draft'), say(isKept ? 'trial.kept' : 'trial.not-kept'));
  }

  /** Let Python read the text; a later turn makes an earlier one void. */
  async #check() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const turn = ++this.#turn;
    try {
      if (!this.told?.textContent) setText(this.told, say('trial.starting'));
      const known = await loadPlain('proefbank/bekend.js', 'fiiKnown');
      const { root, index } = place;
      const text = this.text.value.slice(0, LONGEST);
      const reply = await python().ask({ op: 'try', text, known, root, index, level: LEVEL }, 'yaml');
      if (turn === this.#turn) this.#show(/** @type {Verdict} */ (/** @type {unknown} */ (reply)));
    } catch (error) {
      console.info(error); // the sentence below tells the author; a page that is being left has nobody to tell
      if (turn === this.#turn) setText(this.told, say('trial.no-python'));
    }
  }

  /** @param {Verdict} verdict */
  #show(verdict) {
    if (!verdict.ok) return setText(this.told, verdict.message ?? say('trial.no-python'));
    this.#name = verdict.id || this.#name;
    this.text.number(verdict.problems.map(({ line }) => line));
    this.#list(verdict.problems);
    if (verdict.html) this.#form(verdict);
    const older = this.own('data-fii-older');
    if (older) older.hidden = Boolean(verdict.html) || this.#tree === null;
    setText(this.told, verdict.told);
  }

  /** @param {Problem[]} problems */
  #list(problems) {
    const rows = problems.map(({ line, message }) => {
      const button = make('button', { type: 'button', class: 'fii-proef__regel' }, say('trial.line', { regel: line }));
      button.addEventListener('click', () => this.text.goTo(line));
      return make('li', {}, button, ' ', make('span', {}, message));
    });
    this.own('data-fii-problems')?.replaceChildren(...rows);
    const box = this.own('data-fii-problem-box');
    if (box) box.hidden = problems.length === 0;
  }

  /** @param {Verdict} verdict */
  #form(verdict) {
    insert(this.result, verdict.html, 'form');
    this.#tree = verdict.tree;
    const form = /** @type {HTMLElement} */ (this.result.querySelector('[data-fii-form]'));
    completeRows(form);
    const answers = new AnswerForm(form, (name, parts) => this.#answer(name.slice(FORM_NAMES.length), parts));
    for (const [id, answer] of this.#answers) answers.show(FORM_NAMES + id, { ...answer, at: '' });
    for (const rows of form.querySelectorAll('[data-fii-rows]')) new Rows(/** @type {HTMLElement} */ (rows));
    for (const button of form.querySelectorAll('[data-fii-note-toggle]')) button.addEventListener('click', () => toggle(button));
    for (const [hook, isHidden] of /** @type {const} */ ([['data-fii-first', true], ['data-fii-layout', false]])) {
      this.own(hook)?.toggleAttribute('hidden', isHidden);
    }
    void this.summary.now();
  }

  /**
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   */
  #answer(id, parts) {
    this.#answers.set(id, { ...this.#answers.get(id), ...parts });
    setText(this.own('data-fii-progress'), '');
    this.summary.later();
    return '';
  }

  #question() {
    const given = [...this.#answers].filter(([, { choice, note }]) => choice || note);
    if (given.length === 0) return null;
    const { root, index } = place;
    return { op: 'summary', instrument: this.#tree, answers: Object.fromEntries(given), root, index, level: LEVEL + 1 };
  }

  #save() {
    try {
      giveFile(this.text.value, `${this.#name || 'instrument'}.yaml`, 'text/yaml');
    } catch (error) {
      console.warn(error);
      this.#complain(say('trial.not-saved'));
    }
  }

  /** @param {HTMLInputElement} input */
  async #open(input) {
    const file = input.files?.[0];
    if (!file) return;
    try {
      if (file.size > MOST_BYTES) throw new RangeError('too large');
      this.#replace(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
    } catch (error) {
      console.warn(error);
      this.#complain(say('trial.unreadable', { bestand: file.name }));
    }
    input.value = '';
  }

  /** @param {string} sentence */
  #complain(sentence) {
    setText(this.own('data-fii-complaint'), sentence);
  }
}

/**
 * @param {HTMLElement | null} element
 * @returns {HTMLElement}
 */
function need(element) {
  if (!element) throw new Error('the proefbank lacks a part');
  return element;
}

/** @param {Element} button of a note */
function toggle(button) {
  const isOpen = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(isOpen));
  document.getElementById(button.getAttribute('aria-controls') ?? '')?.classList.toggle('is-open', isOpen);
}
