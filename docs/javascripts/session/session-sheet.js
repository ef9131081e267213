// The paper of a session: one sheet, and a card for every case and reflection. Text content only; must not change a plan.

import { printSheet } from '../papers/print.js';
import { questionsOf } from './session-plan.js';
import { linkOf, typed } from './session-places.js';
import { isForThisFolder } from '../base/place.js';
import { insert } from '../base/safe-html.js';
import { make } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {NonNullable<ReturnType<import('./session-places.js').SessionPlaces['find']>>} Chosen
 * @typedef {(link: string) => string} Drawn a link → its code as SVG; empty while there is none
 */

const ON_A_SHEET = 4;
/** Pages that a card can be made of. */
const CARDS = ['casus', 'reflectie'];

export class SessionSheet {
  /** What stands in each place of the blank sheet, to be filled in with a pen. @type {Map<Element, Node[]>} */
  #blank = new Map();

  /**
   * @param {HTMLElement} sheet
   * @param {HTMLElement} cards
   */
  constructor(sheet, cards) {
    this.sheet = sheet;
    this.cards = cards;
  }

  /**
   * @param {import('./session-plan.js').Plan} plan
   * @param {Chosen[]} chosen
   * @param {Drawn} drawn
   */
  show(plan, chosen, drawn) {
    for (const name of /** @type {const} */ (['title', 'aim', 'form'])) this.#fill(name, plan[name].trim() ? [plan[name]] : []);
    this.#fill('minutes', plan.minutes ? [sayCount('session.minutes', Number(plan.minutes))] : []);
    this.#fill('places', chosen.map((place) => part(place, drawn)));
    this.#fill('questions', questionsOf(plan).map((question) => make('li', {}, question)));
  }

  /**
   * @param {{chosen: Chosen, matter: import('./session-places.js').Matter}[]} all
   * @param {Drawn} drawn
   * @returns {number} how many cards there are
   */
  showCards(all, drawn) {
    const made = all.filter(({ chosen }) => canBeCard(chosen)).map(({ chosen, matter }) => card(chosen, matter, drawn));
    const sheets = [];
    for (let at = 0; at < made.length; at += ON_A_SHEET) {
      sheets.push(make('div', { class: 'fii-kaarten__vel' }, ...made.slice(at, at + ON_A_SHEET)));
    }
    this.cards.replaceChildren(...sheets);
    return made.length;
  }

  /** @param {'sheet' | 'cards'} which */
  print(which) {
    const copy = /** @type {HTMLElement} */ (this[which].cloneNode(true));
    copy.removeAttribute('data-fii-sheet');
    printSheet(make('div', { class: `fii-sheet fii-sheet--${which === 'cards' ? 'kaarten' : 'blad'}` }, copy));
  }

  /**
   * @param {string} name
   * @param {(string | Node)[]} content nothing: the place stays blank
   */
  #fill(name, content) {
    const holder = this.sheet.querySelector(`[data-fii-sheet-${name}]`);
    if (!holder) return;
    const blank = this.#blank.get(holder) ?? [...holder.childNodes];
    this.#blank.set(holder, blank);
    holder.replaceChildren(...(content.length > 0 ? content : blank));
    holder.classList.toggle('is-filled', content.length > 0);
  }
}

/**
 * @param {Chosen} chosen
 * @returns {boolean}
 */
function canBeCard({ spot }) {
  return !spot.anchor && CARDS.includes(spot.sort);
}

/**
 * One place on the sheet: its code to scan, its name, where it stands.
 * @param {Chosen} chosen
 * @param {Drawn} drawn
 */
function part({ spot, filled }, drawn) {
  const words = make('div', { class: 'fii-blad__deel' }, make('strong', {}, spot.title));
  const about = [spot.page && say('session.of-page', { pagina: spot.page }), filled?.[1]].filter(Boolean).join('; ');
  if (about) words.append(make('span', {}, about));
  words.append(where({ spot, filled }));
  return make('li', {}, ...scan({ spot, filled }, drawn), words);
}

/**
 * @param {Chosen} chosen
 * @param {import('./session-places.js').Matter} matter
 * @param {Drawn} drawn
 */
function card(chosen, matter, drawn) {
  const { spot } = chosen;
  const kind = spot.sort === 'casus' ? say('session.casus') : say('session.reflectie');
  const above = spot.phase ? say('session.phase', { soort: kind, fase: spot.phase }) : kind;
  const body = make('div', { class: 'fii-kaart__tekst' }, make('p', { class: 'fii-kaart__soort' }, above), make('h4', {}, spot.title));
  if (matter.lead) body.append(make('p', {}, matter.lead));
  const questions = make('ol', {}, ...matter.questions.map((question) => make('li', {}, question)));
  const foot = make('div', { class: 'fii-kaart__voet' }, where(chosen), ...scan(chosen, drawn));
  return make('article', { class: `fii-kaart fii-fase-${spot.phase}` }, body, questions, foot);
}

/**
 * How to get there: the code, and the link as one types it; in a folder the code alone.
 * @param {Chosen} chosen
 */
function where({ spot, filled }) {
  const words = make('span', { class: 'fii-blad__waar' }, make('b', {}, say('session.code', { code: spot.code })));
  if (!isForThisFolder() && !filled) words.append(' · ', make('span', { class: 'fii-blad__link' }, typed(linkOf(spot, filled))));
  return words;
}

/**
 * @param {Chosen} chosen
 * @param {Drawn} drawn
 * @returns {Node[]} the code to scan, or room for it; nothing where there will be none
 */
function scan({ spot, filled }, drawn) {
  if (isForThisFolder()) return [];
  const holder = make('div', { class: 'fii-blad__qr' });
  const svg = drawn(linkOf(spot, filled));
  if (svg) insert(holder, svg);
  return [holder];
}
