// The proefbank: an author's text to Python and back, as faults with their line or as a form to try.
// Must not read the text itself, and must not touch the dossier.

import '../instrument/shared.js';
import { AnswerForm, isGiven } from '../forms/answer-form.js';
import { giveFile } from '../base/give-file.js';
import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';
import { loadPlain } from '../base/plain-script.js';
import { python } from '../python/client.js';
import { completeRows, Rows } from '../forms/rows.js';
import { FORM_NAMES, insert } from '../base/safe-html.js';
import { SummaryPanel, whenIdle } from '../python/summary-panel.js';
import { TrialText } from './trial-text.js';
import { make, makeButton, setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {{line: number, message: string}} Problem
 * @typedef {{ok: boolean, message?: string, problems: Problem[], told: string, id: string, tree: unknown, html: string}} Verdict
 */

/** The author's text between two visits, apart from the dossier. */
const KEPT = `fii-proefbank:${place.edition}`;
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
    this.told = this.own('data-fii-told');
    this.result = this.need('data-fii-result');
    this.summary = new SummaryPanel(this.need('data-fii-summary'), () => this.#question(), () => this.tell(say('told.summary')));
    this.text.area.addEventListener('input', () => this.#later());
    addEventListener('pagehide', () => this.#timer && this.#keep());
    this.onPress({
      take: () => void this.#take(),
      back: () => this.#replace(this.before),
      save: () => this.#save(),
    });
    const file = this.own('data-fii-file', HTMLInputElement);
    file?.addEventListener('change', () => void this.#open(file));
    this.before = '';
    void this.#begin();
  }

  async #begin() {
    const kept = keptText(KEPT);
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
    const id = this.own('data-fii-choice', HTMLSelectElement)?.value ?? '';
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
    this.own('data-fii-action="back"')?.toggleAttribute('hidden', this.before.trim() === '' || this.before === text);
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
    const isKept = keepText(KEPT, this.text.value);
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
      const text = this.text.value.slice(0, LONGEST);
      const reply = await python().ask({ op: 'try', text, known, ...place.links, level: LEVEL }, 'yaml');
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
    this.own('data-fii-older')?.toggleAttribute('hidden', Boolean(verdict.html) || this.#tree === null);
    setText(this.told, verdict.told);
  }

  /** @param {Problem[]} problems */
  #list(problems) {
    const rows = problems.map(({ line, message }) => {
      const button = makeButton(say('trial.line', { regel: line }), () => this.text.goTo(line), { class: 'fii-proef__regel' });
      return make('li', {}, button, ' ', make('span', {}, message));
    });
    this.own('data-fii-problems')?.replaceChildren(...rows);
    this.own('data-fii-problem-box')?.toggleAttribute('hidden', problems.length === 0);
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
    this.own('data-fii-first')?.toggleAttribute('hidden', true);
    this.own('data-fii-layout')?.removeAttribute('hidden');
    void this.summary.now();
  }

  /**
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   */
  #answer(id, parts) {
    this.#answers.set(id, { ...this.#answers.get(id), ...parts });
    this.tell('');
    this.summary.later();
    return '';
  }

  #question() {
    const answered = [...this.#answers].filter(([, answer]) => isGiven(answer));
    if (answered.length === 0) return null;
    return { op: 'summary', instrument: this.#tree, answers: Object.fromEntries(answered), ...place.links, level: LEVEL + 1 };
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
