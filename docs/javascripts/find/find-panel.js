// One field to find what stands in the dossier, and what it found. Must not know where a fact comes from.

import { factLine } from '../facts/fact-line.js';
import { isSeen } from '../base/seen.js';
import { make, setText } from '../base/widget.js';
import { say, sayCount, sayDay } from '../base/words.js';
import { about, excerpt, findable, matching, wordsOf } from './findable.js';

/** @typedef {import('./findable.js').Fact} Fact */

/** So many at once; the others on request. */
const MOST = 20;
const FEWEST_LETTERS = 2;
const PAUSE = 150;

export class FindPanel {
  /** What can be found, until something changes. @type {Fact[] | null} */
  #facts = null;
  /** @type {number | undefined} */
  #timer;
  #shown = MOST;

  /** @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} widget */
  constructor(widget) {
    this.state = widget.state;
    this.field = widget.need('data-fii-find', HTMLInputElement);
    this.list = widget.need('data-fii-found');
    this.told = widget.need('data-fii-found-told');
    this.more = widget.need('data-fii-action="find-more"');
    this.field.value = '';
    this.field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#start(), PAUSE);
    });
    this.state.addEventListener('answers', () => {
      this.#facts = null;
      if (this.field.value && isSeen(this.field)) this.#show();
    });
  }

  /** Show the next ones; the focus goes to the first of them. */
  further() {
    const before = this.#shown;
    this.#shown += MOST;
    this.#show();
    this.list.children[before]?.querySelector('a')?.focus();
  }

  #start() {
    this.#shown = MOST;
    this.#show();
  }

  #show() {
    const asked = this.field.value.trim();
    const isAsked = asked.length >= FEWEST_LETTERS;
    const facts = isAsked ? matching((this.#facts ??= findable(this.state)), asked) : [];
    const words = wordsOf(asked);
    this.list.replaceChildren(...facts.slice(0, this.#shown).map((fact) => line(fact, words)));
    const left = facts.length - this.#shown;
    this.more.hidden = left <= 0;
    if (left > 0) setText(this.more, sayCount('find.more', left));
    const many = left > 0 ? say('find.some', { aantal: facts.length, eerste: this.#shown }) : sayCount('find.found', facts.length);
    setText(this.told, !isAsked ? '' : facts.length > 0 ? many : say('find.nothing', { tekst: asked }));
  }
}

/**
 * @param {Fact} fact
 * @param {string[]} words
 */
function line(fact, words) {
  const { kind, text, day, where, action } = fact;
  const pieces = excerpt(text, words).map(({ text: piece, hit }) => (hit ? make('mark', {}, piece) : piece));
  const what = make('a', { href: `#${where}` }, ...pieces);
  const facts = kind === 'action' ? ofAction(action) : [day && sayDay(day), about(fact)];
  return factLine({ what, facts: [kindOf(kind), ...facts].filter(Boolean) });
}

/** @param {any} action */
function ofAction({ owner, due, state }) {
  return [owner.trim(), due && say('find.due', { datum: sayDay(due) }), state];
}

/** @param {import('./findable.js').Kind} kind */
function kindOf(kind) {
  const words = {
    decision: () => say('find.decision'),
    correction: () => say('find.correction'),
    note: () => say('find.note'),
    topic: () => say('find.topic'),
    action: () => say('find.action'),
  };
  return words[kind]();
}
