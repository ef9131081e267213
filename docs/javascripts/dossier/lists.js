// The lists of /dossier/: each stands in a template, and in the page while it is open. Must not know what a list asks.

import { holdsRefused } from '../forms/field-check.js';
import { setText } from '../base/widget.js';
import { dayOf, say, sayCount, sayDay } from '../base/words.js';
import { completeRows, followPrinter, InstrumentWidget } from '../instrument/form-page.js';
import { formOf, forms } from '../forms/forms.js';
import { changedIn, givenIn } from '../forms/given.js';
import { listOf } from '../forms/item-texts.js';
import { progressOf } from '../forms/progress.js';
import { phasesInPlay } from '../facts/stored.js';
import { dossierState } from '../store/dossier-state.js';
import { isSeen, onSeen } from '../base/seen.js';

/**
 * @typedef {{section: HTMLElement, home: HTMLDetailsElement, part: HTMLElement, button: HTMLElement, panel: HTMLElement, state: HTMLElement | null, changed: HTMLElement | null, widget: InstrumentWidget | null}} Fold
 *   home: the group of its phase · part: where it stands in there, with the route or with what goes deeper
 */

/** The group of what was begun in a phase that is not in play. */
const BEGUN = 'begonnen';
/** More groups or lists than this are not opened at once: the page would become long. */
const FEW = 2;
const FEW_LISTS = 6;

export class Lists {
  /** @type {Map<string, Fold>} */
  #folds = new Map();
  state = dossierState();

  /** @param {HTMLElement} root */
  constructor(root) {
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-fii-list]'))) {
      const button = /** @type {HTMLElement} */ (section.querySelector('[data-fii-fold-button]'));
      const panel = /** @type {HTMLElement} */ (section.querySelector('[data-fii-fold-panel]'));
      const home = /** @type {HTMLDetailsElement} */ (section.closest('details'));
      const [state, changed] = ['state', 'changed'].map((part) => /** @type {HTMLElement | null} */ (section.querySelector(`[data-fii-fold-${part}]`)));
      const part = /** @type {HTMLElement} */ (section.parentElement);
      this.#folds.set(section.id, { section, home, part, button, panel, state: state ?? null, changed: changed ?? null, widget: null });
      button.addEventListener('click', () => this.#press(section.id));
    }
    followPrinter();
    this.groups = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll('details[data-fii-group]')]);
    this.state.onAnswers(() => {
      this.#tell();
      this.#arrangeUnseen();
    });
    onSeen(this.groups[0] ?? root, () => this.#arrangeUnseen());
    void this.state.ready.then(() => {
      this.#tell();
      if (![...this.#folds.values()].some(({ widget }) => widget)) this.#arrange(); // else an address leads into a list: that one stays where it is
    });
  }

  /**
   * Count the lists on the route of some phases in which nothing stands yet.
   * @param {Set<number>} phases
   */
  notBegun(phases) {
    const given = givenIn(this.state.answers);
    return [...this.#folds].filter(([id, { home, part }]) => phases.has(phaseOf(home)) && part.dataset['fiiGroupPart'] === 'route' && !given.has(id)).length;
  }

  /**
   * Show some lists alone: what one member is asked.
   * @param {string[]} ids none for all
   */
  only(ids) {
    const isMeant = (/** @type {string} */ id) => ids.length === 0 || ids.includes(id);
    for (const [id, { section }] of this.#folds) section.hidden = !isMeant(id);
    for (const group of this.groups) if (ids.length > 0 && group.querySelector('[data-fii-list]:not([hidden])')) group.open = true;
    this.#tell();
  }

  /** @returns {string[]} the lists of the page */
  get ids() {
    return [...this.#folds.keys()];
  }

  /**
   * Say which list a name means.
   * @param {string} id of a list, of an item, or of an element in a form
   * @returns {string} empty where it is none of these
   */
  of(id) {
    if (this.#folds.has(id)) return id;
    const first = id.replace(/-rij-\d+/, '-rij-1'); // a form has its first row until it is opened
    const form = forms().find((one) => one.querySelector(`[id="${CSS.escape(id)}"], [id="${CSS.escape(first)}"]`));
    return form?.getAttribute('data-fii-id') ?? this.ids.find((list) => this.#folds.get(list)?.panel.id === id) ?? listOf(id) ?? '';
  }

  /**
   * Open a list and bring a place in it into sight.
   * @param {string} id
   * @param {string} place empty for the list itself
   */
  open(id, place) {
    const fold = this.#folds.get(id);
    if (!fold) return;
    const group = fold.section.closest('details');
    if (group) group.open = true;
    if (fold.section.hidden) {
      fold.section.hidden = false; // whoever goes there wants to see it
      this.#tell();
    }
    this.#mount(fold);
    const target = place ? fold.widget?.reveal(place === fold.panel.id ? id : place) : null;
    if (!target) fold.section.scrollIntoView({ block: 'start' });
    const focus = target ? target.querySelector('input, textarea, select') : fold.button;
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
  }

  /** Forms as the build made them, one for each list, to be printed empty. */
  blank() {
    return this.ids.map((id) => {
      const section = /** @type {HTMLElement} */ (this.#folds.get(id)?.section.cloneNode(true));
      const form = /** @type {Element | undefined} */ (formOf(id)?.cloneNode(true));
      section.querySelector('[data-fii-fold-panel]')?.replaceChildren(...(form ? [form] : []));
      section.querySelector('template')?.remove();
      return section;
    });
  }

  /** @param {string} id */
  #press(id) {
    const fold = this.#folds.get(id);
    if (!fold) return;
    if (fold.widget) this.#close(fold);
    else this.#mount(fold);
    if (fold.widget && location.hash !== `#${id}`) history.replaceState(null, '', `#${id}`); // a reload comes back here
  }

  /** @param {Fold} fold */
  #mount(fold) {
    if (fold.widget) return;
    const template = /** @type {HTMLTemplateElement} */ (fold.section.querySelector('template'));
    const content = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    content.querySelector('[data-fii-source]')?.remove(); // its place is the template: a copied script is a strange script
    fold.panel.append(content);
    completeRows(fold.panel);
    fold.widget = new InstrumentWidget(/** @type {Element} */ (fold.panel.firstElementChild));
    fold.widget.switchOn();
    this.#mark(fold, true);
  }

  /**
   * Take a list out of the page again. One that holds a text that is not kept stays: closing would lose it.
   * @param {Fold} fold
   */
  #close(fold) {
    const { widget, panel } = fold;
    if (!widget) return;
    widget.answers.collect();
    if (holdsRefused(panel)) return;
    widget.end();
    fold.widget = null;
    panel.replaceChildren();
    this.#mark(fold, false);
  }

  /**
   * @param {Fold} fold
   * @param {boolean} isOpen
   */
  #mark({ section, button }, isOpen) {
    section.classList.toggle('is-open', isOpen);
    button.setAttribute('aria-expanded', String(isOpen));
  }

  /** Say of each list how far it is and when it was changed, and of each group how many of its lists are begun. */
  #tell() {
    const { answers } = this.state;
    const given = givenIn(answers);
    const changes = changedIn(answers);
    for (const [id, { state, changed }] of this.#folds) {
      const { done, total } = given.has(id) ? progressOf(id, answers) : { done: 0, total: 0 };
      setText(state, given.has(id) ? sayCount('list.progress', total, { ingevuld: done }) : say('list.empty'));
      const at = given.has(id) ? changes.get(id) : '';
      setText(changed, at ? say('list.changed', { datum: sayDay(dayOf(new Date(at))) }) : '');
    }
    for (const group of this.groups) this.#tellGroup(group, given);
  }

  /**
   * @param {HTMLDetailsElement} group
   * @param {Map<string, number>} given
   */
  #tellGroup(group, given) {
    const lists = [...group.querySelectorAll('[data-fii-list]:not([hidden])')];
    const begun = lists.filter(({ id }) => given.has(id)).length;
    const isApart = group.dataset['fiiGroup'] === BEGUN;
    const many = begun > 0 && !isApart ? sayCount('list.begun', lists.length, { begonnen: begun }) : sayCount('list.count', lists.length);
    setText(group.querySelector('[data-fii-group-state]'), group.hasAttribute('data-fii-now') ? say('list.now', { lijsten: many }) : many);
    group.hidden = lists.length === 0;
    for (const part of group.querySelectorAll('[data-fii-group-part]')) part.toggleAttribute('hidden', part.querySelector('[data-fii-list]:not([hidden])') === null);
  }

  /** Nothing moves before the eyes of a reader. */
  #arrangeUnseen() {
    const [first] = this.groups;
    if (first && !isSeen(first)) this.#arrange();
  }

  /** First the phases in play, then what was begun elsewhere, then the rest by phase. */
  #arrange() {
    const given = givenIn(this.state.answers);
    const here = this.#here(given);
    const apart = this.groups.find(({ dataset }) => dataset['fiiGroup'] === BEGUN);
    for (const [id, { section, home, part }] of this.#folds) {
      const spot = apart && given.has(id) && !here.includes(home) ? apart : part;
      if (section.parentElement !== spot) place(section, spot, [...this.#folds.keys()]);
    }
    const rest = this.groups.filter((group) => group !== apart && !here.includes(group));
    const order = [...here, ...(apart ? [apart] : []), ...rest];
    const parent = order[0]?.parentElement;
    if (order.some((group, at) => at > 0 && order[at - 1]?.nextElementSibling !== group)) for (const group of order) parent?.append(group);
    for (const group of this.groups) {
      const isNow = here.includes(group);
      if (isNow && !group.hasAttribute('data-fii-now') && (here.length <= FEW || group === here.at(-1))) group.open = true;
      group.toggleAttribute('data-fii-now', isNow);
    }
    if (apart?.hidden) apart.open = apart.querySelectorAll('[data-fii-list]').length <= FEW_LISTS;
    for (const group of this.groups) this.#tellGroup(group, given);
  }

  /**
   * Say where the team is: the phases of its last meeting, else the last phase in which something was begun; in an empty
   * dossier the first, where most begin.
   * @param {Map<string, number>} given
   * @returns {HTMLDetailsElement[]}
   */
  #here(given) {
    const phases = this.groups.filter((group) => phaseOf(group) > 0);
    const inPlay = phasesInPlay(this.state);
    const agreed = phases.filter((group) => inPlay.includes(phaseOf(group)));
    if (agreed.length > 0) return agreed;
    const begun = phases.filter((group) => [...this.#folds].some(([id, { home }]) => home === group && given.has(id)));
    return [begun.at(-1) ?? phases[0]].filter((group) => group !== undefined);
  }
}

/**
 * @param {HTMLDetailsElement} group
 * @returns {number} its phase; 0 where it is of every phase, or of none
 */
function phaseOf({ dataset }) {
  return Number(dataset['fiiGroup']) || 0;
}

/**
 * Put a list among others, in the order of the handbook.
 * @param {HTMLElement} section
 * @param {HTMLElement} spot
 * @param {string[]} order
 */
function place(section, spot, order) {
  const after = [...spot.querySelectorAll('[data-fii-list]')].find(({ id }) => order.indexOf(id) > order.indexOf(section.id));
  spot.insertBefore(section, after ?? null);
}
