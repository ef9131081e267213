// Papers for a meeting on /dossier/: which one, as what, and the file. Must not know what a paper holds: Python makes it.

import { dossierState } from '../store/dossier-state.js';
import { isSeen, onSeen } from '../base/seen.js';
import { askForFile, NoFile, whyNoFile } from './file-offer.js';
import { offer } from '../base/give-file.js';
import { pageInstruments } from '../forms/forms.js';
import { likelyPaper } from './likely.js';
import { PaperPreview } from './paper-preview.js';
import { printHtml } from './print.js';
import { isAbsent, python } from '../python/client.js';
import { withWhatIsNotIn } from '../saving/save-dossier.js';
import { make, setChoices, setText, Widget } from '../base/widget.js';
import { say, today } from '../base/words.js';

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
  /** Whether a reader chose a paper, here or by a link. */
  #isChosen = false;
  preview = new PaperPreview(this);

  /** @param {Element} root */
  constructor(root) {
    super(root);
    /** @type {Record<string, string[]>} kind → formats that fit */
    this.fitting = JSON.parse(this.own('data-fii-fitting')?.textContent ?? '{}');
    this.root.addEventListener('change', (event) => {
      if (event.target instanceof HTMLSelectElement) this.preview.put();
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
      if (event.target.name === 'papieren.stuk') {
        this.#isChosen = true;
        this.preview.put(); // it is of another paper
      }
      this.#choose();
    });
    this.onPress({ make: () => void this.#make(), preview: () => this.#show(), 'preview-close': () => this.preview.close() });
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
    if (!this.#isChosen && !this.preview.isOpen) {
      this.check('papieren.stuk', likelyPaper(this.state.under('reviews/'), today()));
      this.#choose();
    }
    if (isSeen(this.root)) this.#timer = setTimeout(() => void this.#look(), PAUSE);
  }

  /** Let Python say what can be made; without it everything may be asked for, and the answer tells. */
  async #look() {
    const turn = ++this.#turn;
    let why = '';
    try {
      const reply = await python().ask({ op: 'papers', dossier: this.state.dossier(), instruments: pageInstruments() });
      if (turn !== this.#turn || !reply.ok) return;
      this.#offers = new Map(/** @type {Offer[]} */ (reply['papers']).map((paper) => [paper.kind, paper]));
    } catch (error) {
      if (isAbsent(error)) why = whyNoFile(error);
      else console.warn(error);
    }
    for (const [kind, { missing }] of this.#offers) setText(this.own(`data-fii-missing="${kind}"`), missing);
    this.#choose();
    if (why) this.#complain(why);
  }

  /**
   * Choose what a link elsewhere asks for.
   * @param {string} paper its kind, and which one of them: `overleg r-1`
   */
  #ask(paper) {
    const [kind = '', of = ''] = paper.split(' ');
    this.#isChosen = true;
    this.preview.put();
    this.check('papieren.stuk', kind);
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
    this.preview.button.hidden = !formats.includes(PRINT);
    this.own('data-fii-time-row')?.toggleAttribute('hidden', kind !== CALENDAR);
    this.#complain('');
  }

  /** @returns {boolean} whether something has to be filled in first; it is said then */
  #lacks() {
    const missing = this.#offers.get(this.#value('stuk'))?.missing;
    this.#complain(missing ? say('papers.missing', { wat: missing }) : '');
    this.#showMade('');
    if (missing) this.tell('');
    return Boolean(missing);
  }

  /** Show the paper that is chosen in the page. */
  #show() {
    if (this.#isBusy || this.#lacks()) return;
    const kind = this.#value('stuk');
    this.preview.open({ ...this.#question(kind), level: 4 }, this.#nameOf(kind));
  }

  /** @param {string} kind */
  #question(kind) {
    return { op: 'paper', kind, of: this.#of(kind, PRINT), dossier: this.state.dossier(), instruments: pageInstruments() };
  }

  async #make() {
    const kind = this.#value('stuk');
    if (this.#isBusy || this.#lacks()) return;
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
    if (format === PRINT) {
      const reply = await python().ask(this.#question(kind));
      if (!reply.ok || !reply.html) throw new NoFile(reply.message);
      printHtml(reply.html);
      return say('papers.printed');
    }
    const at = kind === CALENDAR ? (this.own('data-fii-time', HTMLInputElement)?.value ?? '') : '';
    const file = await askForFile({ kind, format, of: this.#of(kind, format), at, dossier: this.state.dossier() });
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

  /**
   * Say of which one a paper is; '' where it is of all.
   * @param {string} kind
   * @param {string} format
   */
  #of(kind, format) {
    return this.#isOfOne(kind, format) ? (this.#select(kind)?.value ?? '') : '';
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
