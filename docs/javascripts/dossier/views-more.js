// On a phone the bar has room for four views: the others stand behind one button. Must not choose a view.

import { makeUnseen, part } from '../base/widget.js';

export class MoreViews {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.button = part(root, '[data-fii-more]', HTMLButtonElement);
    this.list = part(root, `#${this.button.getAttribute('aria-controls')}`);
    this.word = this.button.textContent ?? '';
    this.button.addEventListener('click', () => this.#open(this.button.getAttribute('aria-expanded') !== 'true'));
    this.list.addEventListener('click', ({ target }) => target instanceof Element && target.closest('a') && this.#open(false));
    for (const place of [this.button, this.list]) {
      place.addEventListener('keydown', ({ key }) => {
        if (key !== 'Escape' || this.button.getAttribute('aria-expanded') !== 'true') return;
        this.#open(false);
        this.button.focus();
      });
    }
  }

  /** Let the button say which view is shown, where that is one of its own. */
  show() {
    const current = this.list.querySelector('[aria-current]')?.textContent;
    this.button.classList.toggle('is-nu', current !== undefined);
    this.button.replaceChildren(...(current ? [makeUnseen(`${this.word}: `), current] : [this.word]));
  }

  /** @param {boolean} isOpen */
  #open(isOpen) {
    this.button.setAttribute('aria-expanded', String(isOpen));
  }
}
