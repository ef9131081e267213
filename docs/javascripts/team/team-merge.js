// From the members' files to a preview to one dossier. Python merges; nothing is applied before the reader says so.

import { dossierState } from '../store/dossier-state.js';
import { dropped } from '../file/file-kinds.js';
import { namesOf, readPile } from '../saving/file-pile.js';
import { LongWork } from '../base/long-work.js';
import { pageInstruments } from '../forms/forms.js';
import { isAbsent, python } from '../python/client.js';
import { insert } from '../base/safe-html.js';
import { make, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {import('../file/dossier-file.js').Dossier} Dossier */

export class TeamMerge {
  state = dossierState();
  /** @type {{name: string, dossier: Dossier}[]} what waits for the reader's consent */
  #waiting = [];
  /** @type {Dossier | null} what Python made of it */
  #together = null;
  /** This dossier changed since Python was asked. */
  #isStale = false;

  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.widget = widget;
    this.work = new LongWork(widget);
    this.alert = widget.need('data-fii-merge-alert');
    this.box = widget.need('data-fii-merge-preview');
    this.title = widget.need('data-fii-merge-title');
    this.lead = widget.need('data-fii-merge-lead');
    this.body = widget.need('data-fii-merge-body');
    this.refused = widget.need('data-fii-refused');
    this.refusedList = widget.need('data-fii-refused-list');
    this.button = widget.need('data-fii-action="merge"');
    this.result = widget.need('data-fii-spread-title');
    this.input = widget.need('data-fii-team-files', HTMLInputElement);
    this.input.addEventListener('change', () => void this.take([...(this.input.files ?? [])]));
    this.#drops(widget.need('data-fii-drop'));
    this.state.addEventListener('answers', () => (this.#isStale = true));
  }

  /** @param {HTMLElement} zone */
  #drops(zone) {
    zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      zone.classList.add('is-over');
    });
    zone.addEventListener('dragleave', () => zone.classList.remove('is-over'));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      event.stopPropagation(); // the page would take the first of them for a file to open
      zone.classList.remove('is-over');
      void this.take(event.dataTransfer ? dropped(event.dataTransfer) : []);
    });
  }

  /**
   * Read files and show what merging them would do.
   * @param {File[]} files
   */
  async take(files) {
    if (files.length === 0) return;
    this.#hide();
    const reading = sayCount('team.reading', files.length);
    this.widget.tell(reading);
    const found = await this.work.whole(reading, async (turns) => {
      await this.state.ready;
      const pile = await readPile(files, turns);
      const reply = pile.good.length > 0 ? await this.#ask(pile.good) : null;
      turns.check();
      return { pile, reply };
    });
    if (found) this.#show(found.pile, found.reply);
  }

  /**
   * @param {import('../saving/file-pile.js').Pile} pile
   * @param {{dossier: Dossier, html: string} | string | null} reply
   */
  #show({ good, refused }, reply) {
    this.#waiting = good;
    this.widget.tell('');
    this.refused.hidden = refused.length === 0;
    this.refusedList.replaceChildren(...refused.map((sentence) => make('li', {}, sentence)));
    setText(this.lead, good.length > 0 ? sayCount('team.lead', good.length) : say('team.none'));
    if (typeof reply === 'string') {
      this.body.replaceChildren(make('p', {}, reply));
    } else if (reply) {
      insert(this.body, reply.html);
      this.#together = reply.dossier;
    }
    this.button.hidden = !this.#together;
    this.box.hidden = false;
    this.title.focus();
  }

  /** Put the merged dossier in the place of this one; when this one changed meanwhile, merge what it is now. */
  async apply() {
    const files = this.#waiting;
    if (files.length === 0) return;
    this.state.collect();
    while (this.#isStale) {
      const reply = await this.#ask(files);
      if (typeof reply === 'string') return setText(this.alert, reply);
      this.#together = reply.dossier;
    }
    const together = this.#together;
    if (!together) return;
    this.#hide();
    const names = namesOf(files.map(({ name }) => name));
    const isTaken = await this.work.whole(say('open.taking', { bestand: names }), (turns) =>
      this.state.open(together, names, 'merged', turns, () => this.work.bind()));
    if (!isTaken || this.state.trouble) return;
    this.result.focus();
    this.widget.tell(sayCount('team.merged', files.length));
  }

  /** Leave everything as it is. */
  cancel() {
    this.#hide();
    this.input.focus();
    this.widget.tell(say('team.kept'));
  }

  #hide() {
    this.work.stop();
    this.#waiting = [];
    this.#together = null;
    setText(this.alert, '');
    this.box.hidden = true;
    this.body.replaceChildren();
    this.input.value = ''; // the same files chosen again must count as a choice
  }

  /**
   * @param {{name: string, dossier: Dossier}[]} files
   * @returns {Promise<{dossier: Dossier, html: string} | string>} a sentence where it cannot be
   */
  async #ask(files) {
    const dossiers = [this.state.dossier(), ...files.map(({ dossier }) => dossier)];
    this.#isStale = false;
    const names = [say('team.this'), ...files.map(({ name }) => name)];
    try {
      const reply = /** @type {any} */ (await python().ask({ op: 'merge', dossiers, names, instruments: pageInstruments(), level: 4 }));
      if (!reply.ok) return reply.message ?? say('team.not-merged');
      return { dossier: reply.dossier, html: reply.html };
    } catch (error) {
      console.warn(error);
      return say(isAbsent(error) ? 'team.merge-no-python' : 'team.not-merged');
    }
  }
}
