// The lists of /dossier/: each stands in a template, and in the page while it is open. Must not know what a list asks.

import { holdsRefused } from '../base/field-check.js';
import { setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';
import { completeRows, followPrinter, InstrumentWidget } from '../instrument/form-page.js';
import { formOf, forms } from '../forms/forms.js';
import { givenIn } from '../forms/given.js';
import { listOf } from '../forms/item-texts.js';
import { dossierState } from '../store/dossier-state.js';

/** @typedef {{section: HTMLElement, button: HTMLElement, panel: HTMLElement, state: HTMLElement | null, widget: InstrumentWidget | null}} Fold */

export class Lists {
  /** @type {Map<string, Fold>} */
  #folds = new Map();
  state = dossierState();

  /** @param {HTMLElement} root */
  constructor(root) {
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-fii-list]'))) {
      const button = /** @type {HTMLElement} */ (section.querySelector('[data-fii-fold-button]'));
      const panel = /** @type {HTMLElement} */ (section.querySelector('[data-fii-fold-panel]'));
      this.#folds.set(section.id, { section, button, panel, state: section.querySelector('[data-fii-fold-state]'), widget: null });
      button.addEventListener('click', () => this.#press(section.id));
    }
    followPrinter();
    this.groups = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll('details[data-fii-group]')]);
    this.state.onAnswers(() => this.#tell());
    void this.state.ready.then(() => {
      this.#tell();
      this.#openGroups();
    });
  }

  /**
   * Count the lists of some phases in which nothing stands yet.
   * @param {Set<number>} phases
   */
  notBegun(phases) {
    const groups = this.groups.filter(({ dataset }) => phases.has(Number(dataset['fiiGroup'])) && dataset['fiiGroup'] !== '0');
    const given = givenIn(this.state.answers);
    return groups.flatMap((group) => [...group.querySelectorAll('[data-fii-list]')]).filter(({ id }) => !given.has(id)).length;
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

  /** Say of each list how far it is, and of each group how many of its lists are begun. */
  #tell() {
    const given = givenIn(this.state.answers);
    for (const [id, { state }] of this.#folds) setText(state, given.has(id) ? sayCount('list.given', given.get(id) ?? 0) : say('list.empty'));
    for (const group of this.groups) {
      const lists = [...group.querySelectorAll('[data-fii-list]')];
      const begun = lists.filter(({ id }) => given.has(id)).length;
      setText(group.querySelector('[data-fii-group-state]'), begun > 0 ? sayCount('list.begun', lists.length, { begonnen: begun }) : sayCount('list.count', lists.length));
      group.toggleAttribute('data-fii-begun', begun > 0);
    }
  }

  /** The last phase that is begun stands open; in an empty dossier the first, where most begin. */
  #openGroups() {
    const phases = this.groups.filter(({ dataset }) => dataset['fiiGroup'] !== '0');
    const here = phases.findLast((group) => group.hasAttribute('data-fii-begun')) ?? phases[0];
    if (here) here.open = true;
  }
}
