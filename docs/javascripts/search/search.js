// The search dialog: started by init.js on every page, loads engine and register on first use. Must not rank anything,
// nor write a word of its own: sentences stand in the partial of the dialog, results are text content.

import { isKaal } from '../page/kaal.js';
import { loadPlain } from '../base/plain-script.js';
import { nearItem, resultItem } from './search-results.js';
import { part } from '../base/widget.js';

/** Written by tools/search/index.py; a plain script, because a folder on a disk answers no fetch. */
const REGISTER = 'javascripts/search-register.js';
/** Code → address, written by tools/passes/spots.py. */
const CODES = 'javascripts/codes-list.js';
const SHOWN = 20;
/** So long after the last letter it is said what was found: once, not at each letter. */
const PAUSE = 700;

/** @typedef {import('./search-engine.js').Answer} Answer */
/** @typedef {import('./search-engine.js').SearchEngine} SearchEngine */
/** @typedef {{engine: SearchEngine, show: typeof import('./search-context.js')}} Search */

/** Show the button and make the dialog work. Safe to call on a page that has none; a bare page has no search. */
export function start() {
  if (isKaal) return;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector('[data-fii-search]'));
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-fii-search-open]'));
  if (dialog && button) new SearchDialog(dialog, button).attach();
}

class SearchDialog {
  /**
   * @param {HTMLDialogElement} dialog
   * @param {HTMLButtonElement} button
   */
  constructor(dialog, button) {
    this.dialog = dialog;
    this.button = button;
    this.field = /** @type {HTMLInputElement} */ (this.part('field'));
    this.status = this.part('status');
    this.said = this.part('said');
    this.pause = 0;
    this.glossary = this.part('glossary');
    this.list = this.part('results');
    this.nearList = this.part('near');
    this.everywhere = this.part('all');
    this.limits = /** @type {NodeListOf<HTMLInputElement>} */ (dialog.querySelectorAll('[data-fii-search-limit]'));
    /** @type {Promise<Search> | undefined} */
    this.search = undefined;
    this.asked = '';
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  part(name) {
    return part(this.dialog, `[data-fii-search-${name}]`);
  }

  /** Listen, and show the button: from here on it does something. */
  attach() {
    this.button.addEventListener('click', () => this.open());
    this.button.addEventListener('pointerenter', () => this.warm()); // a hand on its way to the button
    this.part('close').addEventListener('click', () => this.dialog.close());
    this.dialog.addEventListener('click', (event) => event.target === this.dialog && this.dialog.close());
    this.dialog.addEventListener('keydown', (event) => this.move(event));
    this.part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.links()[0]?.focus();
    });
    this.field.addEventListener('input', () => this.ask());
    this.part('filters').addEventListener('change', () => this.limit());
    this.everywhere.addEventListener('click', () => this.unlimit());
    this.list.addEventListener('click', (event) => {
      // A result on this very page does not load anything: the dialog must make way for it.
      if (event.target instanceof Element && event.target.closest('a')) this.dialog.close();
    });
    document.addEventListener('keydown', (event) => {
      // With a modifier only: a key alone is what somebody dictates, or touches by mistake (WCAG 2.1.4).
      if (event.key !== 'k' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      this.open();
    });
    this.button.hidden = false;
  }

  /** Open over the page; engine and register are loaded now, if not a moment before. */
  open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.field.focus();
    this.field.select();
    this.warm();
  }

  /** Load before a question is there; what goes wrong, a question will tell. */
  warm() {
    this.load().catch(() => undefined);
  }

  /** @returns {Promise<Search>} after a failure the next letter tries again */
  load() {
    return (this.search ??= loadSearch().catch((error) => {
      this.search = undefined;
      throw error;
    }));
  }

  /** Answer what stands in the field, unless something newer was typed in the meantime. */
  async ask() {
    const question = this.field.value.trim();
    this.asked = question;
    if (question.length < 2) return this.clear();
    const waiting = setTimeout(() => this.say('loading'), 300);
    try {
      const { engine, show } = await this.load();
      if (this.asked !== question) return;
      this.show(this.answer(engine, question), question, show);
      this.dialog.setAttribute('data-fii-answered', question);
    } catch (error) {
      console.error(error);
      this.say('failed');
    } finally {
      clearTimeout(waiting);
    }
  }

  /**
   * Ask for a word that was offered.
   * @param {string} word
   */
  askFor(word) {
    this.field.value = word;
    this.field.focus();
    this.ask();
  }

  /** @returns {HTMLInputElement[]} the choices that leave something out */
  chosen() {
    return [...this.limits].filter((choice) => choice.checked && choice.value);
  }

  /** Search in the part that was chosen, and name it where the choices can be folded away. */
  limit() {
    const names = this.partsChosen();
    this.part('chosen').textContent = names ? `: ${names}` : '';
    this.ask();
  }

  /** Search in the whole handbook again. */
  unlimit() {
    for (const choice of this.limits) choice.checked = choice.value === '';
    this.field.focus();
    this.limit();
  }

  /** @returns {string} */
  partsChosen() {
    return this.chosen()
      .map((choice) => choice.parentElement?.textContent?.trim() ?? '')
      .join(', ');
  }

  /**
   * @param {SearchEngine} engine
   * @param {string} question
   * @returns {{answer: Answer, elsewhere: number}} and how much there is outside the part, where the part has nothing
   */
  answer(engine, question) {
    const chosen = new Map(this.chosen().map((choice) => [choice.dataset.fiiSearchLimit, choice.value]));
    const answer = engine.search(question, { phase: Number(chosen.get('phase') ?? 0), kind: chosen.get('kind') ?? '' });
    const nothing = chosen.size > 0 && answer.results.length === 0;
    return { answer, elsewhere: nothing ? engine.search(question).results.length : 0 };
  }

  /** Show nothing: nothing was asked. */
  clear() {
    this.list.replaceChildren();
    this.everywhere.hidden = true;
    this.glossary.hidden = true;
    this.nearList.replaceChildren();
    this.nearList.hidden = true;
    this.say('');
  }

  /**
   * @param {{answer: Answer, elsewhere: number}} found
   * @param {string} question
   * @param {Search['show']} show
   */
  show({ answer, elsewhere }, question, show) {
    const { results } = answer;
    const near = elsewhere ? [] : answer.near;
    this.list.replaceChildren(...results.slice(0, SHOWN).map((found) => resultItem(this.dialog, found, show)));
    this.nearList.replaceChildren(...near.map((word) => nearItem(this.dialog, word, () => this.askFor(word))));
    this.nearList.hidden = near.length === 0;
    this.everywhere.hidden = elsewhere === 0;
    this.glossary.hidden = answer.kind !== 'none' || elsewhere > 0;
    const values = { vraag: question, aantal: String(results.length), eerste: String(SHOWN), elders: String(elsewhere) };
    const deel = this.partsChosen();
    const waar = deel ? this.sentence('where', { deel }) : ''; // the part that was searched, as the sentences name it
    const long = this.field.value.length >= this.field.maxLength ? this.sentence('long', {}) : '';
    this.say(elsewhere ? 'elsewhere' : sentence(answer), { ...values, waar }, long);
  }

  /**
   * Say one of the sentences that stand on the dialog; no name empties the line. It shows at once, and is announced when
   * typing stops.
   * @param {string} name
   * @param {Record<string, string>} [values]
   * @param {string} [more] what is said after it
   */
  say(name, values = {}, more = '') {
    this.status.textContent = name ? this.sentence(name, values) + more : '';
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => (this.said.textContent = this.status.textContent), PAUSE);
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} values
   * @returns {string}
   */
  sentence(name, values) {
    const text = this.dialog.getAttribute(`data-say-${name}`) ?? '';
    return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  }

  /** @returns {HTMLElement[]} */
  links() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.dialog.querySelectorAll('[data-part="link"]'))];
  }

  /**
   * Arrows go from the field along the results and back; Escape closes at once, where Chromium would first
   * empty the field.
   * @param {KeyboardEvent} event
   */
  move(event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      this.dialog.close();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.field, ...this.links()];
    const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

/**
 * Choose the sentence for an answer.
 * @param {Answer} answer
 * @returns {string}
 */
function sentence({ kind, results, near }) {
  if (kind === 'none') return near.length ? 'near' : 'none';
  if (kind === 'fuzzy' && near.length) return 'meant';
  if (kind !== 'all') return kind;
  if (results.length > SHOWN) return 'first';
  return results.length === 1 ? 'one' : 'many';
}

/** @returns {Promise<Search>} */
async function loadSearch() {
  const [register, codes, { SearchEngine, mark, context }] = await Promise.all([
    loadPlain(REGISTER, 'fiiSearchRegister'),
    loadPlain(CODES, 'fiiCodes'),
    import('./search-engine.js'),
  ]);
  return { engine: await new SearchEngine(register, codes).build(), show: { mark, context } };
}
