// The page that looks at what this browser can do: outcomes beside their names, and a text for a helpdesk.

import '../instrument/shared.js';
import { check, CHECKS } from './checks.js';
import { copyText } from '../base/copy-text.js';
import { giveFile } from '../base/give-file.js';
import { place } from '../base/place.js';
import { part, setText, Widget } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {import('./checks.js').Outcome} Outcome */

/** What the trial file holds: it must come back whole. */
const CONTENT = JSON.stringify({ kind: 'fii-proefbestand', text: 'é, €, 😀' });
/**
 * Give what the style sheet and a reader know an outcome by.
 * @param {Outcome | 'busy'} outcome
 */
function stateOf(outcome) {
  switch (outcome) {
    case true:
      return { state: 'goed', word: say('computer.good') };
    case false:
      return { state: 'niet', word: say('computer.bad') };
    case 'later':
      return { state: 'later', word: say('computer.later') };
    case 'hand':
      return { state: 'later', word: say('computer.hand') };
    case 'here':
      return { state: 'hier', word: say('computer.here') };
    case 'busy':
      return { state: 'bezig', word: say('computer.busy') };
  }
}

export class ComputerWidget extends Widget {
  /** @type {Map<string, Outcome>} */
  #outcomes = new Map();

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.report = this.need('data-fii-report', HTMLTextAreaElement);
    this.onPress({
      'begin': (button) => void this.#begin(/** @type {HTMLButtonElement} */ (button)),
      'make-file': () => giveFile(CONTENT, 'fii-proefbestand.json'),
      'copy': () =>
        void copyText(this.report, this.own('data-fii-copied'), { copied: say('computer.copied'), selected: say('computer.selected') }),
    });
    const file = this.need('data-fii-file', HTMLInputElement);
    file.addEventListener('change', () => void this.#opened(file));
    root.setAttribute('data-fii-watching', ''); // from here on, what is good needs no advice
  }

  /** @param {HTMLButtonElement} button */
  async #begin(button) {
    button.disabled = true;
    setText(this.own('data-fii-told'), say('computer.busy'));
    for (const id of Object.keys(CHECKS)) {
      if (id === 'file' && this.#outcomes.get(id) === true) continue; // done by hand, and good
      this.#show(id, 'busy');
      this.#put(id, await check(id));
    }
    button.disabled = false;
    button.focus();
    this.#sum();
  }

  /** @param {HTMLInputElement} input */
  async #opened(input) {
    const file = input.files?.[0];
    if (!file) return;
    const text = await file.text().catch(() => '');
    input.value = '';
    this.#put('file', text === CONTENT);
    this.#sum();
  }

  /**
   * @param {string} id
   * @param {Outcome} outcome
   */
  #put(id, outcome) {
    this.#outcomes.set(id, outcome);
    this.#show(id, outcome);
  }

  /**
   * @param {string} id
   * @param {Outcome | 'busy'} outcome
   */
  #show(id, outcome) {
    const line = this.need(`data-fii-check="${id}"`);
    const { state, word } = stateOf(outcome);
    line.dataset['state'] = state;
    setText(part(line, '[data-fii-outcome]'), word);
  }

  #sum() {
    const outcomes = [...this.#outcomes.values()];
    const wrong = outcomes.filter((outcome) => outcome === false).length;
    const verdict = wrong > 0 ? sayCount('computer.wrong', wrong) : say('computer.nothing-wrong');
    const isLeft = outcomes.some((outcome) => outcome === 'later' || outcome === 'hand');
    setText(this.own('data-fii-told'), isLeft ? `${verdict} ${say('computer.left')}` : verdict);
    const lines = [...this.#outcomes].map(([id, outcome]) => {
      const name = part(this.need(`data-fii-check="${id}"`), 'strong').textContent;
      return `${stateOf(outcome).word}: ${name} (${id})`;
    });
    const facts = [location.href.split('#')[0], `versie ${place.version}`, new Date().toString(), navigator.userAgent];
    this.report.value = [...facts, `${innerWidth} × ${innerHeight}`, navigator.languages.join(' '), '', ...lines].join('\n');
    this.need('data-fii-report-box').hidden = false;
  }
}
