// Papers for a meeting on /dossier/: which one, as what, and the file. Must not know what a paper holds: Python makes it.

import { dossierState } from '../store/dossier-state.js';
import { isSeen, onSeen } from '../dossier/seen.js';
import { askForFile, NoFile, whyNoFile } from './file-offer.js';
import { offer } from '../base/give-file.js';
import { pageInstruments } from '../forms/forms.js';
import { printHtml } from '../instrument/print.js';
import { python } from '../python/client.js';
import { withWhatIsNotIn } from '../file/save-dossier.js';
import { make, setChoices, setText, Widget } from '../base/widget.js';
import { say } from '../base/words.js';

/** @typedef {{kind: string, missing: string, of: [id: string, title: string][]}} Offer */

const PAUSE = 400;
const PRINT = 'print';
/** The one paper for which is asked how late it begins. */
const CALENDAR = 'afspraken';
/** The days of actions: of everybody, or of one owner. */
const ACTIONS = 'acties';
const DAYS = new Set(['ics', 'ics-taken']);

export class PapersWidget extends Widget {
  state = dossierState();
  /** What can be made now, as Python said last. @type {Map<string, Offer>} */
  #offers = new Map();
  /** @type {number | undefined} */
  #timer;
  #turn = 0;
  #isBusy = false;
  /** The address of the file that was made last. */
  #href = '';
  /** Which one of a paper a link elsewhere asked for: it is chosen once Python has said which there are. */
  #wanted = '';
  /** Of which paper the choice was that is shown. */
  #kind = '';

  /** @param {Element} root */
  constructor(root) {
    super(root);
    /** @type {Record<string, string[]>} kind → formats that fit */
    this.fitting = JSON.parse(this.own('data-fii-fitting')?.textContent ?? '{}');
    this.root.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'radio') this.#choose();
    });
    this.own('data-fii-action="make"')?.addEventListener('click', () => void this.#make());
    document.addEventListener('click', ({ target }) => {
      const asked = target instanceof Element ? target.closest('[data-fii-paper]')?.getAttribute('data-fii-paper') : null;
      if (asked) this.#ask(asked);
    });
    // Python is asked while the view is seen only: it adds up everything for this.
    onSeen(root, () => this.#later());
    this.state.addEventListener('answers', () => this.#later());
    void this.state.ready.then(() => this.#later());
    this.#choose();
  }

  #later() {
    clearTimeout(this.#timer);
    if (isSeen(this.root)) this.#timer = setTimeout(() => void this.#look(), PAUSE);
  }

  /** Let Python say what can be made; without it everything may be asked for, and the answer tells. */
  async #look() {
    const turn = ++this.#turn;
    try {
      const reply = await python().ask({ op: 'papers', dossier: this.state.dossier(), instruments: pageInstruments() });
      if (turn !== this.#turn || !reply.ok) return;
      this.#offers = new Map(/** @type {Offer[]} */ (reply['papers']).map((paper) => [paper.kind, paper]));
    } catch (error) {
      console.warn(error);
    }
    for (const [kind, { missing }] of this.#offers) setText(this.own(`data-fii-missing="${kind}"`), missing);
    this.#choose();
  }

  /**
   * Choose what a link elsewhere asks for.
   * @param {string} paper its kind, and which one of them: `overleg r-1`
   */
  #ask(paper) {
    const [kind = '', of = ''] = paper.split(' ');
    for (const radio of this.#radios('stuk')) radio.checked = radio.value === kind;
    this.#wanted = of;
    this.#choose();
  }

  /**
   * Offer those that there are of a paper: an agenda is also of the meeting to come, a report is not.
   * @param {string} kind
   */
  #offerOf(kind) {
    const select = this.#select(kind);
    if (!select) return;
    setChoices(select, this.#offers.get(kind)?.of ?? []);
    if (this.#kind !== kind) select.selectedIndex = 0; // the likely one: what was chosen was of another paper
    this.#kind = kind;
    if (!this.#wanted || ![...select.options].some(({ value }) => value === this.#wanted)) return;
    select.value = this.#wanted;
    this.#wanted = '';
  }

  /** Show what belongs to the paper that is chosen: which one of them, and the formats that fit. */
  #choose() {
    const kind = this.#value('stuk');
    const formats = this.fitting[kind] ?? [];
    this.#offerOf(kind);
    for (const radio of this.#radios('soort')) {
      const label = radio.closest('label');
      if (label) label.hidden = !formats.includes(radio.value);
    }
    for (const note of this.root.querySelectorAll('[data-fii-about]')) {
      if (note instanceof HTMLElement) note.hidden = !formats.includes(note.dataset['fiiAbout'] ?? '');
    }
    const first = this.#radios('soort').find((radio) => formats.includes(radio.value));
    if (!formats.includes(this.#value('soort')) && first) first.checked = true;
    for (const about of ['overleg', 'instrument', ACTIONS]) {
      const isAsked = about === aboutOf(kind) && this.#select(kind)?.options.length && this.#isOfOne(kind, this.#value('soort'));
      this.own(`data-fii-of-row="${about}"`)?.toggleAttribute('hidden', !isAsked);
    }
    this.own('data-fii-time-row')?.toggleAttribute('hidden', kind !== CALENDAR);
    this.#complain('');
  }

  async #make() {
    if (this.#isBusy) return;
    const kind = this.#value('stuk');
    const missing = this.#offers.get(kind)?.missing;
    this.#complain(missing ? say('papers.missing', { wat: missing }) : '');
    this.#showMade('');
    if (missing) return this.tell('');
    this.#isBusy = true;
    try {
      this.tell(this.#offers.size > 0 ? say('papers.making', { stuk: this.#nameOf(kind) }) : say('papers.starting'));
      this.tell(await this.#give(kind, this.#value('soort')));
      this.state.dispatchEvent(new Event('given'));
    } catch (error) {
      this.tell('');
      this.#complain(whyNoFile(error));
    }
    this.#isBusy = false;
  }

  /**
   * @param {string} kind
   * @param {string} format
   * @returns {Promise<string>} what was done
   */
  async #give(kind, format) {
    const dossier = this.state.dossier();
    const of = this.#isOfOne(kind, format) ? (this.#select(kind)?.value ?? '') : '';
    if (format === PRINT) {
      const reply = await python().ask({ op: 'paper', kind, of, dossier, instruments: pageInstruments() });
      if (!reply.ok || !reply.html) throw new NoFile(reply.message);
      printHtml(reply.html);
      return say('papers.printed');
    }
    const at = kind === CALENDAR ? (this.own('data-fii-time', HTMLInputElement)?.value ?? '') : '';
    const file = await askForFile({ kind, format, of, at, dossier });
    if (this.#href) URL.revokeObjectURL(this.#href);
    this.#href = offer(file.content, file.name, file.type);
    this.#showMade(file.name);
    return withWhatIsNotIn(say('papers.made', { bestand: file.name }), file.forgotten);
  }

  /**
   * Actions are of one owner in a calendar only.
   * @param {string} kind
   * @param {string} format
   */
  #isOfOne(kind, format) {
    return kind !== ACTIONS || DAYS.has(format);
  }

  /** @param {string} kind of a paper that there are more of: in which list one is chosen */
  #select(kind) {
    return this.own(`data-fii-of="${aboutOf(kind)}"`, HTMLSelectElement);
  }

  /**
   * Keep the file within reach: a browser may have asked nothing and shown nothing.
   * @param {string} name empty: there is none
   */
  #showMade(name) {
    const box = this.own('data-fii-made');
    if (!box) return;
    box.hidden = name === '';
    box.replaceChildren(...(name ? [make('a', { href: this.#href, download: name }, say('papers.again', { bestand: name }))] : []));
  }

  /** @param {string} kind */
  #nameOf(kind) {
    return this.#radios('stuk').find((radio) => radio.value === kind)?.closest('label')?.textContent?.trim() ?? kind;
  }

  /**
   * @param {'stuk' | 'soort'} what
   * @returns {HTMLInputElement[]}
   */
  #radios(what) {
    return /** @type {HTMLInputElement[]} */ ([...this.root.querySelectorAll(`input[name="papieren.${what}"]`)]);
  }

  /** @param {'stuk' | 'soort'} what */
  #value(what) {
    return this.#radios(what).find((radio) => radio.checked)?.value ?? '';
  }

  /** @param {string} sentence */
  #complain(sentence) {
    setText(this.own('data-fii-papers-alert'), sentence);
  }
}

/**
 * @param {string} kind of a paper
 * @returns {string} what it is about: an agenda is of a meeting
 */
function aboutOf(kind) {
  return kind === 'agenda' ? 'overleg' : kind;
}
