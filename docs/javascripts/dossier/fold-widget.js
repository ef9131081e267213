// One folded instrument of /dossier/: opens by its button or by an address that points into it. Must not hide on paper.

import { decoded } from '../base/place.js';
import { setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

export class FoldWidget extends Widget {
  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.button = this.need('data-fii-fold-button');
    this.stateWord = this.own('data-fii-fold-state');
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
    this.button.setAttribute('aria-expanded', String(isOpen));
    setText(this.stateWord, say(isOpen ? 'fold.close' : 'fold.open'));
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
