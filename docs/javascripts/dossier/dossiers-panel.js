// On /dossier/: the name of this dossier, and the others of this browser. Must not read or change an answer.

import { AnswerStore } from '../store/answer-store.js';
import { emptyDraft, opened } from '../store/dossier-draft.js';
import { away, choose, fresh, others } from '../store/dossiers.js';
import { isRefused, keepable, keepOut, refusedFields, show } from '../base/field-check.js';
import { whyRefused } from './leaving.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {import('../file/dossier-file.js').Dossier} Dossier
 * @typedef {{state: import('../store/dossier-state.js').DossierState, complain: (sentence: string) => void}} Surroundings
 */

const NAME = 'settings/name';

export class DossiersPanel {
  /**
   * @param {import('../base/widget.js').Widget} widget
   * @param {Surroundings} around
   */
  constructor(widget, around) {
    this.state = around.state;
    this.complain = around.complain;
    this.box = widget.own('data-fii-dossiers');
    const field = widget.own('data-fii-dossier-name');
    this.field = field instanceof HTMLInputElement ? field : null;
    this.others = widget.own('data-fii-dossier-others');
    this.list = widget.own('data-fii-dossier-list');
    if (this.box) this.box.hidden = false;
    this.field?.addEventListener('change', () => this.#rename());
    this.state.addEventListener('answers', (event) => {
      const { ids } = /** @type {CustomEvent<import('../store/dossier-state.js').Answered>} */ (event).detail;
      if (ids === null || ids.has(NAME)) void this.#show();
    });
    void this.state.ready.then(() => this.#show());
  }

  /** After a wipe: go on with another dossier, where there is one. */
  async leave() {
    const other = (await others())?.[0];
    if (!other) return;
    await away(other.store);
    location.reload();
  }

  /** Leave this dossier as it is and begin an empty one. */
  begin() {
    void this.#go(fresh());
  }

  /**
   * Put an opened file beside this dossier instead of in its place.
   * @param {Dossier} dossier
   * @param {string} fileName
   * @param {string} [goal] where on the page the reader goes on
   */
  async openBeside(dossier, fileName, goal = '') {
    const store = fresh();
    await new AnswerStore(store, () => undefined).replace(await opened(emptyDraft(), dossier, fileName));
    await this.#go(store, goal);
  }

  /**
   * @param {string} store
   * @param {string} [goal]
   */
  async #go(store, goal = '') {
    this.state.dispatchEvent(new Event('collect'));
    await this.state.keep();
    if (!this.state.isKept) this.complain(say('dossiers.not-kept'));
    else if (refusedFields().length > 0) this.complain(say('dossiers.refused'));
    else if (choose(store)) {
      if (goal) history.replaceState(null, '', goal);
      location.reload();
    } else this.complain(say('dossiers.no-choice'));
  }

  #rename() {
    const text = this.field ? keepable(this.field)?.trim() : undefined;
    if (text !== undefined && text !== this.state.name && !this.state.put(NAME, { text }) && this.field) keepOut(this.field, whyRefused());
  }

  async #show() {
    if (this.field && document.activeElement !== this.field && !isRefused(this.field)) show(this.field, this.state.name);
    const found = await others();
    if (this.others) this.others.hidden = found?.length === 0;
    this.list?.replaceChildren(...(found?.map((other) => make('li', {}, this.#button(other))) ?? [make('li', {}, say('dossiers.unseen'))]));
  }

  /** @param {import('../store/dossiers.js').Listed} other */
  #button({ store, name }) {
    const naam = name || say(store.includes(':', 'fii-dossier:'.length) ? 'dossiers.nameless' : 'dossiers.first');
    const button = make('button', { type: 'button', class: 'fii-button' }, say('dossiers.open', { naam }));
    button.addEventListener('click', () => void this.#go(store));
    return button;
  }
}
