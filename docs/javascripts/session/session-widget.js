// The page on which a trainer makes a session: fields and choices → a plan, kept in the address and in this browser, and
// shown as a sheet. Must not touch the dossier; what an address carries is checked (session/session-plan.js) and asked about first.

import '../instrument/shared.js';
import { copyText } from '../base/copy-text.js';
import { isRefused, keepable, letGo, show } from '../forms/field-check.js';
import { isForThisFolder, publicAddress } from '../base/place.js';
import { SessionCodes } from './session-codes.js';
import { isOwnAddress, keepDraft, readDraft } from './session-draft.js';
import { SessionPicker } from './session-picker.js';
import { linkOf, SessionPlaces } from './session-places.js';
import { cleaned, emptyPlan, fragmentOf, isEmpty, readFragment } from './session-plan.js';
import { SessionSheet } from './session-sheet.js';
import { setText, Widget } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {import('./session-plan.js').Plan} Plan
 * @typedef {'title' | 'aim' | 'minutes' | 'form' | 'questions'} Part
 */

const PAUSE = 400;

export class SessionWidget extends Widget {
  plan = emptyPlan();
  /** The plan before the last one that was put in its place. @type {Plan | null} */
  #before = null;
  /** What a link holds, while the reader has not chosen. @type {Plan | null} */
  #offered = null;
  /** @type {number | undefined} */
  #timer;
  #codes = new SessionCodes();
  /** Python could not draw: it is asked again when the reader prints, not at every letter. */
  #isWithoutCodes = false;

  /** @param {Element} root */
  constructor(root) {
    super(root);
    this.sheet = new SessionSheet(this.need('data-fii-sheet'), this.need('data-fii-cards'));
    this.picker = new SessionPicker(this);
    for (const field of this.#fields()) field.addEventListener('input', () => this.#typed(field));
    this.onPress({
      'take': () => this.#answer(true),
      'keep': () => this.#answer(false),
      'print-sheet': () => void this.#print('sheet'),
      'print-cards': () => void this.#print('cards'),
      'copy-plan': () => {
        this.#keep();
        this.copy(this.need('data-fii-plan-link', HTMLInputElement), 'data-fii-copied');
      },
      'wipe': () => {
        letGo();
        this.#replace(emptyPlan(), say('session.wiped'));
      },
      'back': () => this.#before && this.#replace(this.#before, say('session.restored')),
    });
    addEventListener('hashchange', () => this.#open());
    addEventListener('pagehide', () => this.#timer !== undefined && this.#keep());
    this.#open();
    void this.#load();
  }

  /**
   * Change parts of the plan; it is kept, and the paper follows, after a pause.
   * @param {Partial<Plan>} patch
   */
  change(patch) {
    if (this.#offered) this.#offer(null); // who goes on writing keeps this plan
    this.plan = { ...this.plan, ...patch };
    this.#fill();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
      this.#paper();
    }, PAUSE);
  }

  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} field
   * @param {string} told hook of the line that says what was done
   */
  copy(field, told) {
    void copyText(field, this.own(told), { copied: say('session.copied'), selected: say('session.selected') });
  }

  /** Begin with what the address carries, or with what was kept; ask where both are there. */
  #open() {
    const link = readFragment(location.hash);
    const draft = readFragment(readDraft());
    const kept = isEmpty(this.plan) && 'plan' in draft ? draft.plan : this.plan;
    this.#complain('fault' in link && link.fault !== 'none' ? faultOf(link.fault) : '');
    const isOther = 'plan' in link && !isOwnAddress() && !isEmpty(kept) && fragmentOf(kept) !== fragmentOf(link.plan);
    this.plan = 'plan' in link && !isOther ? link.plan : kept;
    this.#offer('plan' in link && isOther ? link.plan : null);
    if (!isEmpty(this.plan)) this.#keep();
    this.#show();
  }

  /** @param {Plan | null} plan */
  #offer(plan) {
    this.#offered = plan;
    this.need('data-fii-offer').hidden = plan === null;
    if (!plan) return;
    const told = this.need('data-fii-offered');
    const named = (/** @type {Plan} */ one) => one.title.trim() || say('session.nameless');
    setText(told, say('session.offer', { titel: named(plan), eigen: named(this.plan) }));
    told.focus();
  }

  /** @param {boolean} isTaken */
  #answer(isTaken) {
    const plan = this.#offered;
    this.#offer(null);
    if (isTaken && plan) this.#replace(plan, say('session.opened'));
    else this.#keep(); // the address is that of this plan again
    this.#fields()[0]?.focus();
  }

  /**
   * Put another plan in the place of this one, which stays one press away.
   * @param {Plan} plan
   * @param {string} told the sentence that says so
   */
  #replace(plan, told) {
    this.#before = isEmpty(this.plan) ? null : this.plan;
    this.plan = plan;
    this.#complain('');
    this.#keep();
    this.#show();
    this.need('data-fii-action="back"').hidden = this.#before === null;
    setText(this.own('data-fii-copied'), told);
  }

  async #load() {
    setText(this.own('data-fii-found'), say('session.loading'));
    try {
      this.picker.places = await SessionPlaces.load();
      this.#show();
    } catch (error) {
      console.error(error);
      setText(this.own('data-fii-found'), say('session.no-list'));
    }
  }

  /** @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
  #fields() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll('[data-fii-part]'))];
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  #typed(field) {
    const name = partOf(field);
    const text = keepable(field);
    if (text !== null) this.change({ [name]: cleaned(name, text) });
  }

  /** Let the fields hold the plan; one that says the same already is left alone, with its cursor. */
  #fill() {
    for (const field of this.#fields()) {
      const name = partOf(field);
      const isSame = isRefused(field) || cleaned(name, field.value) === this.plan[name];
      if (!isSame) show(field, this.plan[name]);
    }
  }

  #keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#offered) return; // the address is still that of the link
    const fragment = isEmpty(this.plan) ? '' : fragmentOf(this.plan);
    const isKept = keepDraft(fragment);
    setText(this.own('data-fii-kept'), fragment ? (isKept ? say('session.kept') : say('session.not-kept')) : '');
    const link = this.need('data-fii-plan-link', HTMLInputElement);
    const page = isForThisFolder() ? (location.href.split(/[?#]/)[0] ?? '') : `${publicAddress()}trainers/`;
    link.value = fragment ? `${page}#${fragment}` : '';
    for (const hook of ['data-fii-plan-box', 'data-fii-action="copy-plan"', 'data-fii-action="wipe"']) this.need(hook).hidden = !fragment;
  }

  /** Show the plan everywhere, without what this edition does not have. */
  #show() {
    const { places } = this.picker;
    const known = this.plan.places.filter((code) => !places || places.find(code));
    const gone = this.plan.places.length - known.length;
    if (gone > 0) {
      this.plan = { ...this.plan, places: known };
      this.#complain(sayCount('session.unknown', gone));
      this.#keep();
    }
    this.#fill();
    this.picker.show();
    this.#paper();
  }

  /** The sheet and the cards, with the codes that are there; the others are drawn now. */
  #paper() {
    const { places } = this.picker;
    const chosen = this.picker.chosen();
    const drawn = (/** @type {string} */ link) => this.#codes.of(link);
    this.sheet.show(this.plan, chosen, drawn);
    const cards = places ? this.sheet.showCards(chosen.map((place) => ({ chosen: place, matter: places.matterOf(place.spot) })), drawn) : 0;
    this.need('data-fii-cards-box').hidden = cards === 0;
    this.need('data-fii-action="print-cards"').hidden = cards === 0;
    if (!this.#isWithoutCodes && this.#codes.missing(this.#wanted()).length > 0) void this.#draw();
  }

  /** @returns {[link: string, title: string][]} what needs a code to scan */
  #wanted() {
    if (isForThisFolder()) return [];
    return this.picker.chosen().map(({ spot, filled }) => [linkOf(spot, filled), say('session.qr', { titel: spot.title })]);
  }

  async #draw() {
    this.tell(say('session.qr-wait'));
    const isDrawn = await this.#codes.draw(this.#wanted());
    this.tell(isDrawn ? say('session.qr-ready') : say('session.qr-failed'));
    this.#isWithoutCodes = !isDrawn;
    if (isDrawn) this.#paper();
  }

  /** @param {'sheet' | 'cards'} which */
  async #print(which) {
    this.#keep();
    this.#paper();
    if (this.#codes.missing(this.#wanted()).length > 0) await this.#draw();
    this.sheet.print(which);
  }

  /** @param {string} sentence */
  #complain(sentence) {
    setText(this.own('data-fii-alert'), sentence);
  }
}

/**
 * @param {HTMLElement} field
 * @returns {Part}
 */
function partOf(field) {
  return /** @type {Part} */ (field.dataset['fiiPart']);
}

/** @param {'long' | 'broken' | 'newer'} fault */
function faultOf(fault) {
  return { long: say('session.long'), broken: say('session.broken'), newer: say('session.newer') }[fault];
}
