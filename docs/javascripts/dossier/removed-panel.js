// The actions and topics that were taken away, and the way to take one out of the history too. Must not judge one.

import { dossierState } from '../store/dossier-state.js';
import { make, makeButton, makeButtonFor } from '../base/widget.js';
import { say } from '../base/words.js';
import { allActions, isListed } from '../meetings/list-actions.js';

export class RemovedPanel {
  state = dossierState();
  /** Which one the reader is asked about. */
  #asked = '';

  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.widget = widget;
    this.box = widget.need('data-fii-removed-box', HTMLDetailsElement);
    this.list = widget.need('data-fii-removed-list');
    this.box.addEventListener('toggle', () => this.#show());
    this.state.onAnswers(() => this.#show());
    void this.state.ready.then(() => this.#show());
  }

  /** @returns {[path: string, words: string][]} those that still say something */
  #removed() {
    const actions = allActions(this.state).filter(([id]) => !isListed(id)).map(([id, action]) => /** @type {const} */ ([`actions/${id}`, action]));
    const topics = this.state.under('topics/').map(([id, topic]) => /** @type {const} */ ([`topics/${id}`, topic]));
    return [...actions, ...topics].filter(([, { removed }]) => removed).flatMap(([path, { text, said = '', owner = '' }]) => {
      const words = [text, said, owner].map((part) => part.trim()).filter(Boolean).join(' · ');
      return words ? [/** @type {[string, string]} */ ([path, words])] : [];
    });
  }

  #show() {
    const removed = this.#removed();
    this.box.hidden = removed.length === 0;
    if (this.box.open) this.list.replaceChildren(...removed.map(([path, words]) => this.#line(path, words)));
  }

  /**
   * @param {string} path
   * @param {string} words
   */
  #line(path, words) {
    const line = make('li', { 'data-fii-removed-path': path }, make('span', {}, words), ' ');
    const ask = makeButtonFor(say('removed.forget'), say('stand.done-for', { actie: words }), () => this.#ask(path));
    const sure = [
      make('span', {}, say('removed.sure')), ' ',
      makeButtonFor(say('removed.for-good'), say('stand.done-for', { actie: words }), () => void this.#forget(path), { 'data-fii-forget': '' }), ' ',
      makeButton(say('removed.leave'), () => this.#ask('')),
    ];
    line.append(...(this.#asked === path ? sure : [ask]));
    return line;
  }

  /**
   * Ask whether the reader is sure, or leave it; the focus goes to what can be pressed there.
   * @param {string} path
   */
  #ask(path) {
    const place = path || this.#asked;
    this.#asked = path;
    this.#show();
    /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-fii-removed-path="${CSS.escape(place)}"] button:last-of-type`))?.focus();
  }

  /** @param {string} path */
  async #forget(path) {
    this.#asked = '';
    await this.state.forget(path);
    const isDone = !this.#removed().some(([other]) => other === path);
    if (isDone) this.widget.tell(say('removed.done'));
    /** @type {HTMLElement | null} */ (this.box.hidden ? this.widget.own('data-fii-action="save"') : this.box.querySelector('summary'))?.focus();
  }
}
