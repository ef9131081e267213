// What a reader can do right after a meeting was closed or taken away, for as long as the dossier has it. Must not close one.

import { keepText, keptText } from '../base/kept-text.js';
import { place } from '../base/place.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayDay } from '../base/words.js';
import { COMING } from '../facts/coming.js';

/** Which meeting was closed last, until something was made of it; outside the dossier, for a file never holds it. */
const KEY = `fii-gesloten:${place.edition}`;

export class MeetingDone {
  /** The meeting that is told about. */
  #path = '';
  /** What this browser was asked to remember of it. */
  #mark = '';

  /** @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} widget */
  constructor(widget) {
    this.widget = widget;
    this.box = widget.need('data-fii-meeting-done');
    addEventListener('storage', ({ key }) => key === KEY && keptText(KEY) !== this.#mark && this.#shut()); // made in another tab
  }

  /** Once a paper or a file was made, closed is closed. */
  given() {
    if (keptText(KEY)) keepText(KEY, '');
    this.#shut();
  }

  #shut() {
    this.box.querySelector('[data-fii-reopen]')?.remove();
  }

  clear() {
    this.#show('');
  }

  /** Another meeting begins: the one before it stays closed. */
  begin() {
    if (keptText(KEY)) keepText(KEY, '');
    this.clear();
  }

  /** @param {Set<string> | null} ids what changed; null where all may have: then it may be another dossier's meeting */
  follow(ids) {
    if (ids !== null && this.widget.state.registers.has(this.#path)) return;
    this.clear();
    this.recall();
  }

  /** A meeting that was closed before the page was left can still be opened again, while nothing was made of it. */
  recall() {
    const [path = '', at = ''] = keptText(KEY).split(' ');
    const closed = this.widget.state.registers.get(path);
    if (path && !closed) keepText(KEY, ''); // it was wiped, or another dossier is open
    if (this.#path || closed?.at !== at || closed.state !== 'closed' || closed.removed) return;
    const { file } = this.widget.state.marks; // which may have been made on another page
    if (file && Date.parse(file) >= Date.parse(at)) return;
    const { minutes: _minutes, ...own } = closed;
    this.#closed(path, { ...own, state: 'open', lights: {} }, closed.next);
  }

  /**
   * A meeting that was begun by mistake is away; it can be put back.
   * @param {string} path
   * @param {any} review as it was
   */
  removed(path, review) {
    const datum = sayDay(review.date);
    this.#show(path, make('p', {}, say('meeting.removed', { datum })),
      makeButton(say('record.back'), () => this.#back(path, { ...review, removed: false }, say('meeting.restored', { datum }))));
    this.box.focus();
  }

  /**
   * A meeting is closed: its papers and the file come next; until one of these is made the closing can be taken back.
   * @param {string} path
   * @param {any} open the review as it was
   * @param {string} next day of the next meeting; empty: not agreed
   */
  closed(path, open, next) {
    this.#mark = `${path} ${this.widget.state.registers.get(path)?.at}`;
    keepText(KEY, this.#mark);
    this.#closed(path, open, next);
  }

  /**
   * @param {string} path
   * @param {any} open
   * @param {string} next
   */
  #closed(path, open, next) {
    const datum = sayDay(open.date);
    const paper = (/** @type {string} */ wanted, /** @type {string} */ words) => make('a', { class: 'fii-button', href: '#stukken', 'data-fii-paper': wanted }, words);
    const papers = [
      paper(`overleg ${path.split('/')[1]}`, say('meeting.paper')),
      ...(next ? [paper(`agenda ${COMING}`, say('meeting.agenda', { datum: sayDay(next) })), paper('afspraken', say('meeting.calendar'))] : []),
    ];
    const reopen = () => {
      this.#back(path, open, say('meeting.reopened', { datum }));
      if (this.widget.state.registers.get(path)?.state === 'open') keepText(KEY, '');
    };
    this.#show(path,
      make('p', {}, make('strong', {}, say('meeting.done', { datum })), ' ', say('meeting.then')),
      make('p', { class: 'fii-actions' }, ...papers.flatMap((link) => [link, ' ']), make('a', { class: 'fii-button', href: '#bewaren' }, say('meeting.save')), ' ',
        makeButton(say('meeting.reopen'), reopen, { 'data-fii-reopen': '' })));
  }

  /**
   * @param {string} path
   * @param {any} review
   * @param {string} sentence
   */
  #back(path, review, sentence) {
    if (!this.widget.state.put(path, review)) return;
    this.clear();
    this.widget.tell(sentence);
    this.widget.own('data-fii-meeting-title')?.focus();
  }

  /**
   * @param {string} path
   * @param {...Node} content
   */
  #show(path, ...content) {
    this.#path = path;
    this.box.replaceChildren(...content);
    this.box.hidden = content.length === 0;
  }
}
