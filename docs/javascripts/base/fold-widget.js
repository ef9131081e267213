// One folded instrument of /dossier/: opens by its button or by an address that points into it. Must not hide on paper.

import { Widget } from './widget.js';
import { say } from './words.js';

export class FoldWidget extends Widget {
  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.button = this.own('data-fii-fold-button');
    this.stateWord = this.own('data-fii-fold-state');
    if (!this.button) throw new Error('a fold needs a button');
    this.button.addEventListener('click', () => this.open(!this.isOpen));
    addEventListener('hashchange', () => this.#follow());
    this.open(false);
    this.#follow();
  }

  get isOpen() {
    return this.root.classList.contains('is-open');
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    this.root.classList.toggle('is-open', isOpen);
    this.button?.setAttribute('aria-expanded', String(isOpen));
    if (this.stateWord) this.stateWord.textContent = say(isOpen ? 'fold.close' : 'fold.open');
  }

  /** Open when the address names this fold, something in it, or the permanent id of one of its items. */
  #follow() {
    const id = decoded(location.hash.slice(1));
    if (id === '') return;
    const target = document.getElementById(id) ?? this.root.querySelector(`[data-fii-item="${CSS.escape(id)}"]`);
    if (!target || !this.root.contains(target)) return;
    this.open(true);
    target.scrollIntoView({ block: 'start' });
    const focus = target === this.root ? this.button : target.querySelector('input, textarea, select');
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
  }
}

/**
 * @param {string} text
 * @returns {string} as it stands where it is not well encoded: then no element has that id
 */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
