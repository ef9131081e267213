// The whole of /dossier/: overview, save, open, undo, wipe, what lapsed. Must not show or score a single item.

import { askForFile, whyNoFile } from '../papers/file-offer.js';
import { DossierOpen } from '../saving/dossier-open.js';
import { dossierState } from '../store/dossier-state.js';
import { DossiersPanel } from './dossiers-panel.js';
import { FilePanel } from '../saving/file-panel.js';
import { Finishing } from '../saving/finishing.js';
import { OwnCopy } from './own-copy.js';
import { OwnNote } from './own-note.js';
import { offer } from '../base/give-file.js';
import { isGiven } from '../forms/answer-form.js';
import { isKnown, ownTexts, pageLists } from '../forms/list-words.js';
import { pageInstruments } from '../forms/forms.js';
import { printBlank, printReport } from '../papers/print.js';
import { Beside } from './subjects-beside.js';
import { place } from '../base/place.js';
import { failedSave, saveDossier, withWhatIsNotIn } from '../saving/save-dossier.js';
import { rememberMe } from '../records/myself.js';
import { followSummaries } from '../records/doings.js';
import { Findings } from './findings.js';
import { isSeen, onSeen } from '../base/seen.js';
import { Lapsed } from './lapsed.js';
import { Lists } from './lists.js';
import { Stand } from './stand.js';
import { Views } from './views.js';
import { StatusLine } from '../saving/status-line.js';
import { SummaryPanel } from '../python/summary-panel.js';
import { make, setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

export class DossierWidget extends Widget {
  state = dossierState();
  /** What no file holds, as text to copy, and why; null since the last one that came whole. @type {HTMLElement | null} */
  failed = null;

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.complaint = make('p', { class: 'fii-alert', role: 'alert', 'data-fii-complaint': '' });
    this.own('data-fii-alert')?.after(this.complaint);
    new StatusLine(this);
    const { state } = this;
    const complain = (/** @type {string} */ sentence) => setText(this.complaint, sentence);
    this.dossiers = new DossiersPanel(this, complain);
    this.lists = new Lists(this.root);
    Beside.of(this);
    this.views = new Views(this.root, this.lists);
    this.opening = new DossierOpen(this, complain, () => this.views.go('bewaren'));
    queueMicrotask(() => this.views.start()); // what is switched off until then cannot have the focus
    this.findings = new Findings(state);
    this.stand = new Stand(this, this.lists, this.views, this.findings);
    followSummaries(this);
    const lapsed = new Lapsed(this);
    new FilePanel(this);
    new Finishing(this);
    this.note = new OwnNote(this.root);
    this.copy = new OwnCopy(this, this.lists);
    const begin = () => this.views.beginWith(this.copy.member ? 'lijsten' : 'stand');
    const overview = this.own('data-fii-overview');
    if (overview) this.overview = new SummaryPanel(overview, () => this.findings.asking(this.#question()), (reply) => void this.#keepFindings(reply));
    this.#actions();
    for (const element of [overview, this.stand.view]) if (element) onSeen(element, () => this.#sumUp());
    state.addEventListener('answers', () => {
      begin();
      this.#sumUp();
      this.#showUndo();
      void lapsed.show();
    });
    state.addEventListener('saved', () => this.#showUndo());
    void state.ready.then(() => {
      begin();
      this.#showUndo();
      void lapsed.show();
      this.#sumUp();
    });
  }

  /** Ask Python about all lists together while they are looked at, and for the first view where that costs no start. */
  #sumUp() {
    if (this.overview && (isSeen(this.overview.holder) || this.findings.isWanted(this.stand.view))) this.overview.later();
  }

  /** @param {import('../python/client.js').Reply | null} reply */
  async #keepFindings(reply) {
    await this.findings.keep(reply);
    this.stand.showFound();
  }

  #actions() {
    const wiping = this.own('data-fii-dialog="wipe"', HTMLDialogElement);
    wiping?.addEventListener('close', () => this.failed && this.complaint.after(this.failed));
    this.onPress({
      save: () => void this.save(),
      'give-back': () => void this.save(),
      'save-report': () => void this.#saveReport(),
      open: () => this.opening.ask(),
      apply: () => void this.opening.apply().then(() => this.#opened()),
      'apply-new': () => void this.opening.applyBeside(this.dossiers),
      'new-dossier': () => this.dossiers.begin(),
      cancel: () => {
        this.opening.cancel();
        this.#focus('open');
      },
      stop: () => {
        this.opening.stop();
        this.#focus('open');
      },
      undo: () => void this.#undo(),
      'print-all': () => {
        void printReport(this.#report());
        this.state.dispatchEvent(new Event('given')); // a paper was made
      },
      'print-all-blank': () => printBlank([...this.lists.blank(), ...this.#meetingSheet()]),
      wipe: () => {
        wiping?.querySelector('[data-fii-told]')?.remove();
        if (wiping) this.#guardWipe(wiping);
        wiping?.showModal();
      },
      keep: () => wiping?.close(),
      'to-note': () => wiping?.close(),
      'save-and-wipe': () => void this.#saveFrom('wanted'),
      'wipe-now': () => void this.#wipe().then(() => wiping?.close()),
    });
  }

  /**
   * Give the reader everything as one file; where none comes, everything stands on the page to be copied.
   * @param {import('../saving/save-dossier.js').Way} [way]
   * @returns {Promise<string>} what was said about the file; empty where there is none
   */
  async save(way) {
    this.failed?.remove();
    this.failed = null;
    try {
      const { sentence, left } = await saveDossier(this.state, (other) => void this.#saveFrom(other), way);
      this.tell(sentence);
      this.failed = left;
      if (left) this.complaint.after(left);
      return sentence;
    } catch (error) {
      this.tell('');
      this.failed = failedSave(this.state, error);
      this.complaint.after(this.failed);
      return '';
    }
  }

  /**
   * Save from a button that may go with what it stands in, or from the question before a wipe.
   * @param {import('../saving/save-dossier.js').Way} way
   */
  async #saveFrom(way) {
    const wiping = this.own('data-fii-dialog="wipe"', HTMLDialogElement);
    const sentence = await this.save(way);
    if (!wiping?.open) return this.#focus('save');
    tellIn(wiping, sentence);
    this.#guardWipe(wiping);
  }

  /**
   * Let wiping wait for a tick where no file holds everything: first what stands in the way, with the text to copy.
   * @param {HTMLDialogElement} dialog
   */
  #guardWipe(dialog) {
    const now = /** @type {HTMLElement} */ (dialog.querySelector('[data-fii-action="wipe-now"]'));
    dialog.querySelector('[data-fii-action="keep"]')?.before(now, ' ');
    dialog.querySelector('[data-fii-knowing]')?.remove();
    now.hidden = this.failed !== null;
    if (!this.failed) return;
    const box = make('input', { type: 'checkbox' });
    box.addEventListener('change', () => (now.hidden = !box.checked));
    const knowing = make('label', { class: 'fii-weten' }, box, ' ', make('span', {}, say('wipe.knowing')));
    dialog.querySelector('.fii-actions')?.before(this.failed);
    dialog.append(make('div', { 'data-fii-knowing': '' }, knowing, now));
  }

  /** Give the reader a report that is a save file too. */
  async #saveReport() {
    setText(this.complaint, '');
    this.tell(say('papers.starting'));
    try {
      const dossier = this.state.dossier();
      const reply = await askForFile({ kind: 'dossier', format: 'html', carry: true, dossier });
      offer(reply.content, reply.name, reply.type);
      await this.state.savedAsFile(reply.name, dossier);
      this.tell(withWhatIsNotIn(say('save.report', { bestand: reply.name }), reply.forgotten));
    } catch (error) {
      this.tell('');
      setText(this.complaint, whyNoFile(error));
    }
  }

  /** Another dossier stands here; what one member is asked comes before anything else. */
  #opened() {
    if (!this.copy.member) return this.#focus(this.state.undoable ? 'undo' : 'open');
    this.views.go('lijsten');
    this.copy.focus();
  }

  async #undo() {
    await this.state.undo();
    if (!this.state.trouble) this.tell(say('undo.done'));
    this.#focus('open');
  }

  async #wipe() {
    this.opening.cancel();
    rememberMe('');
    await this.state.wipe();
    if (this.state.trouble || !this.note.forget()) return setText(this.complaint, say('wipe.failed'));
    this.failed?.remove();
    this.failed = null;
    this.tell(say('wipe.done'));
    await this.dossiers.leave();
  }

  /** The form of a meeting as it is before anything was written in it. */
  #meetingSheet() {
    const meetings = this.root.querySelector('[data-fii-widget="meetings"]')?.cloneNode(true);
    return meetings ? [make('div', {}, make('form', {}, meetings))] : [];
  }

  /** Show whether there is something to take back. */
  #showUndo() {
    this.own('data-fii-action="undo"')?.toggleAttribute('hidden', this.state.undoable === null);
  }

  #question() {
    const textOf = ownTexts(this.state.answers);
    const page = pageLists();
    const answered = [...this.state.answers].filter(([id, answer]) => isGiven(answer) && isKnown(id, textOf, page));
    if (answered.length === 0) return null;
    return { op: 'overview', instruments: pageInstruments(), answers: Object.fromEntries(answered), written: writtenPages(), ...place.links };
  }

  #report() {
    return this.#question() && { op: 'paper', kind: 'dossier', dossier: this.state.dossier(), instruments: pageInstruments() };
  }

  /** @param {string} action */
  #focus(action) {
    const buttons = /** @type {HTMLElement[]} */ ([...this.root.querySelectorAll(`[data-fii-action="${action}"]`)]);
    buttons.find((button) => this.owns(button) && isSeen(button))?.focus();
  }
}

/**
 * Say something inside an open dialog: what stands outside it is out of the reader's reach.
 * @param {HTMLElement} dialog
 * @param {string} sentence
 */
function tellIn(dialog, sentence) {
  const line = dialog.querySelector('[data-fii-told]') ?? make('p', { role: 'status', 'data-fii-told': '' });
  dialog.append(line);
  line.textContent = sentence;
}

/**
 * Give the addresses of the pages that exist, as this copy of the site writes them.
 * @returns {Record<string, string>}
 */
function writtenPages() {
  /** @type {Record<string, string>} */
  const pages = JSON.parse(document.querySelector('[data-fii-written]')?.textContent ?? '{}');
  return Object.fromEntries(Object.entries(pages).map(([id, to]) => [id, to.replace(/\/(?=$|#)/, `/${place.index}`)]));
}
