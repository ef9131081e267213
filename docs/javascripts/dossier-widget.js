// The whole of /dossier/: overview, save, open, undo, wipe, what lapsed. Must not show or score a single item.

import { askForFile, whyNot } from './file-offer.js';
import { DossierOpen } from './dossier-open.js';
import { makeText } from './dossier-file.js';
import { dossierState } from './dossier-state.js';
import { DossiersPanel } from './dossiers-panel.js';
import { giveFile, offer, slug } from './give-file.js';
import { isGiven } from './instrument-widget.js';
import { choiceName, isKnown, nameOf, ownTexts, pageLists } from './list-words.js';
import { pageInstruments, today } from './page-instruments.js';
import { printBlank, printReport } from './paper.js';
import { place } from './place.js';
import { StatusLine, setText } from './status-line.js';
import { SummaryPanel, whenIdle } from './summary-panel.js';
import { make, Widget } from './widget.js';
import { say } from './words.js';

export class DossierWidget extends Widget {
  state = dossierState();

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.progress = this.own('data-fii-progress');
    this.complaint = make('p', { class: 'fii-alert', role: 'alert', 'data-fii-complaint': '' });
    this.own('data-fii-alert')?.after(this.complaint);
    new StatusLine(this);
    const { state } = this;
    const instruments = pageInstruments;
    const tell = (/** @type {string} */ sentence) => this.#tell(sentence);
    const complain = (/** @type {string} */ sentence) => setText(this.complaint, sentence);
    this.dossiers = new DossiersPanel(this, { state, complain });
    this.opening = new DossierOpen(this, { state, instruments, tell, complain });
    const overview = this.own('data-fii-overview');
    if (overview) this.overview = new SummaryPanel(overview, () => this.#question());
    this.#actions();
    state.addEventListener('answers', () => {
      this.overview?.later();
      this.#showRest();
    });
    state.addEventListener('saved', () => this.#showRest());
    void state.ready.then(() => {
      this.#showRest();
      if (this.#question()) whenIdle(() => void this.overview?.now());
    });
  }

  #actions() {
    const dialog = this.own('data-fii-dialog="wipe"');
    const wiping = dialog instanceof HTMLDialogElement ? dialog : null;
    /** @type {Record<string, () => void>} */
    const actions = {
      save: () => void this.save(),
      'save-report': () => void this.#saveReport(),
      open: () => this.opening.ask(),
      apply: () => void this.opening.apply().then(() => this.#focus('open')),
      'apply-new': () => void this.opening.applyBeside(this.dossiers),
      'new-dossier': () => this.dossiers.begin(),
      cancel: () => {
        this.opening.cancel();
        this.#focus('open');
      },
      undo: () => void this.#undo(),
      'print-all': () => void printReport(this.#report()),
      'print-all-blank': () => printBlank([...this.root.querySelectorAll('[data-fii-widget="fold"]:not(#team, #wijken)')]),
      wipe: () => {
        wiping?.querySelector('[data-fii-told]')?.remove();
        wiping?.showModal();
      },
      keep: () => wiping?.close(),
      'save-and-wipe': () => void this.save().then((name) => wiping && tellIn(wiping, say('save.done', { bestand: name }))),
      'wipe-now': () => void this.#wipe().then(() => wiping?.close()),
    };
    this.root.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-fii-action]') : null;
      if (button instanceof HTMLElement && this.owns(button)) actions[button.dataset.fiiAction ?? '']?.();
    });
  }

  /**
   * Give the reader everything as one file.
   * @returns {Promise<string>} its name
   */
  async save() {
    const name = ['dossier-fii', slug(this.state.name), `${today()}.json`].filter(Boolean).join('-');
    const dossier = this.state.dossier();
    giveFile(makeText(dossier), name);
    await this.state.savedAsFile(name, dossier);
    this.#tell(say('save.done', { bestand: name }));
    return name;
  }

  /** Give the reader a report that is a save file too. */
  async #saveReport() {
    setText(this.complaint, '');
    this.#tell(say('papers.starting'));
    try {
      const dossier = this.state.dossier();
      const reply = await askForFile({ kind: 'dossier', format: 'html', carry: true, dossier });
      offer(reply.content, reply.name, reply.type);
      await this.state.savedAsFile(reply.name, dossier);
      this.#tell(say('save.report', { bestand: reply.name }));
    } catch (error) {
      this.#tell('');
      setText(this.complaint, whyNot(error));
    }
  }

  async #undo() {
    await this.state.undo();
    if (!this.state.trouble) this.#tell(say('undo.done'));
    this.#focus('open');
  }

  async #wipe() {
    this.opening.cancel();
    await this.state.wipe();
    if (this.state.trouble) return;
    this.#tell(say('wipe.done'));
    await this.dossiers.leave();
  }

  /** Show whether there is something to take back, and the answers to items that this edition does not have. */
  #showRest() {
    const undo = this.own('data-fii-action="undo"');
    if (undo) undo.hidden = this.state.undoable === null;
    const [box, list, asideHelp, asideList] = ['data-fii-lapsed', 'data-fii-lapsed-list', 'data-fii-aside-help', 'data-fii-aside-list'].map((hook) => this.own(hook));
    if (!box || !list || !asideHelp || !asideList) return;
    const textOf = ownTexts(this.state.answers);
    const page = pageLists();
    const lapsed = [...this.state.answers].filter(([id, answer]) => isGiven(answer) && !isKnown(id, textOf, page)).sort();
    const aside = this.state.aside.map(({ where, text }) => [make('dt', {}, where), make('dd', {}, text.length > 0 ? readOnly(where, text.join('')) : say('aside.large'))]);
    box.hidden = lapsed.length + aside.length === 0;
    asideHelp.hidden = aside.length === 0;
    asideList.replaceChildren(...aside.flat());
    list.replaceChildren(
      ...lapsed.flatMap(([id, { choice, note }]) => [
        make('dt', {}, nameOf(id, textOf) ?? id),
        ...[choice && choiceName(id, choice), note].filter((text) => text !== undefined).map((text) => make('dd', {}, text)),
      ]),
    );
  }

  #question() {
    const textOf = ownTexts(this.state.answers);
    const page = pageLists();
    const given = [...this.state.answers].filter(([id, answer]) => isGiven(answer) && isKnown(id, textOf, page));
    if (given.length === 0) return null;
    const { root, index } = place;
    const written = writtenPages();
    return { op: 'overview', instruments: pageInstruments(), answers: Object.fromEntries(given), written, root, index };
  }

  #report() {
    const question = this.#question();
    return question && { ...question, op: 'report', today: today() };
  }

  /** @param {string} sentence */
  #tell(sentence) {
    setText(this.progress, sentence);
  }

  /** @param {string} action */
  #focus(action) {
    this.own(`data-fii-action="${action}"`)?.focus();
  }
}

/**
 * A text to look at and to copy.
 * @param {string} name
 * @param {string} text
 */
function readOnly(name, text) {
  const field = make('textarea', { readonly: '', rows: '3', class: 'fii-aside', 'aria-label': name });
  field.value = text;
  return field;
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
