// On /dossier/: the name of this dossier, and the others of this browser. Must not read or change an answer.

import { AnswerStore } from '../store/answer-store.js';
import { emptyDraft, opened } from '../store/dossier-draft.js';
import { dossierState } from '../store/dossier-state.js';
import { away, choose, fresh, others } from '../store/dossiers.js';
import { isRefused, keepable, keepOut, refusedFields, show } from '../forms/field-check.js';
import { offerFromLists } from './from-lists.js';
import { whyRefused } from '../saving/leaving.js';
import { make, makeButton } from '../base/widget.js';
import { say } from '../base/words.js';

const NAME = 'settings/name';

export class DossiersPanel {
  state = dossierState();

  /**
   * @param {import('../base/widget.js').Widget} widget
   * @param {(sentence: string) => void} complain
   */
  constructor(widget, complain) {
    this.complain = complain;
    this.field = widget.own('data-fii-dossier-name', HTMLInputElement);
    this.others = widget.own('data-fii-dossier-others');
    this.list = widget.own('data-fii-dossier-list');
    widget.own('data-fii-dossiers')?.removeAttribute('hidden');
    offerFromLists(widget.root);
    this.field?.addEventListener('change', () => this.#rename());
    this.state.onAnswers((ids) => {
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
   * @param {import('../file/dossier-file.js').Dossier} dossier
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
    this.state.collect();
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
    this.others?.toggleAttribute('hidden', found?.length === 0);
    const inOrder = found?.sort((one, other) => Number(one.isFinished) - Number(other.isFinished)); // what goes on comes first
    this.list?.replaceChildren(...(inOrder?.map((other) => make('li', {}, this.#button(other), other.isFinished ? ` ${say('dossiers.finished')}` : '')) ?? [make('li', {}, say('dossiers.unseen'))]));
  }

  /** @param {import('../store/dossiers.js').Listed} other */
  #button({ store, name }) {
    const naam = name || say(store.includes(':', 'fii-dossier:'.length) ? 'dossiers.nameless' : 'dossiers.first');
    return makeButton(say('dossiers.open', { naam }), () => void this.#go(store));
  }
}
