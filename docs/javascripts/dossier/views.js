// The views of /dossier/: shows the one that the address names, alone. Must not know what stands in one.

import { goalOf } from './address.js';
import { MoreViews } from './views-more.js';
import { isListed } from '../facts/list-actions.js';
import { dossierState } from '../store/dossier-state.js';
import { addressed } from '../base/place.js';
import { say } from '../base/words.js';

export class Views {
  /**
   * @param {HTMLElement} root
   * @param {import('./lists.js').Lists} lists
   */
  constructor(root, lists) {
    this.lists = lists;
    this.views = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-fii-view]')]);
    this.links = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('[data-fii-to]')]);
    this.more = new MoreViews(root);
    this.pageTitle = document.title;
    this.first = this.views[0]?.id ?? '';
    addEventListener('hashchange', () => this.#follow(true));
    // a press on the way to where one is already brings one back to its top
    for (const link of this.links) link.addEventListener('click', () => location.hash === link.getAttribute('href') && this.#follow(true));
  }

  /** Show what the address names; the page has just come, so the focus stays where the browser put it. */
  start() {
    this.#follow(location.hash.length > 1);
  }

  /**
   * Which view the address means by itself: an own copy begins with its lists.
   * @param {string} view
   */
  beginWith(view) {
    if (this.first === view) return;
    this.first = view;
    if (location.hash.length <= 1) this.#follow(false);
  }

  /**
   * Show a view because of what was done elsewhere; the focus goes where that puts it.
   * @param {string} view
   */
  go(view) {
    if (location.hash === `#${view}`) return;
    history.pushState(null, '', `#${view}`);
    this.#follow(false);
  }

  /** @param {boolean} isAsked a reader goes there, and the focus goes along */
  #follow(isAsked) {
    const { view, list, place } = goalOf(addressed(), {
      views: [this.first, ...this.views.map(({ id }) => id)],
      viewOf: (id) => this.#holder(id),
      listOf: (id) => this.lists.of(id),
    });
    if (view) this.#show(view);
    if (list) this.lists.open(list, place);
    else if (place) this.#lead(place);
    else if (view && isAsked) this.#enter(view);
  }

  /** @param {string} place in the view that is shown; what folds or hides it hears of it first */
  #lead(place) {
    document.dispatchEvent(new Event('fii-lead'));
    queueMicrotask(() => this.#bring(place)); // what comes with its view is there by then
  }

  /** @param {string} name */
  #show(name) {
    for (const view of this.views) view.hidden = view.id !== name;
    for (const link of this.links) {
      if (link.dataset['fiiTo'] === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    this.more.show();
    const weergave = this.#heading(name)?.textContent ?? '';
    document.title = name === this.first ? this.pageTitle : say('view.title', { weergave, pagina: this.pageTitle });
  }

  /** @param {string} name */
  #enter(name) {
    const heading = this.#heading(name);
    heading?.focus({ preventScroll: true });
    const nav = this.links[0]?.closest('nav');
    if (nav && nav.getBoundingClientRect().top < 0) nav.scrollIntoView({ block: 'start' });
  }

  /**
   * Bring a place into sight, and give it the focus where it can have it.
   * @param {string} id
   */
  #bring(id) {
    const target = placeOf(id);
    const shown = this.views.find(({ hidden }) => !hidden);
    if (!target) return shown && this.#holder(id) === shown.id ? this.#enter(shown.id) : undefined;
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
    target.scrollIntoView({ block: 'start' });
    const field = target.matches('[data-fii-record]') ? target.querySelector('textarea, input, button') : target;
    if (!(field instanceof HTMLElement)) return;
    if (field.tabIndex < 0) field.setAttribute('tabindex', '-1'); // a heading can have the focus too
    field.focus({ preventScroll: true });
  }

  /** @param {string} name */
  #heading(name) {
    const view = this.views.find(({ id }) => id === name);
    return /** @type {HTMLElement | null} */ (view?.querySelector('[data-fii-view-title]') ?? null);
  }

  /** @param {string} id */
  #holder(id) {
    const { registers } = dossierState();
    if (isListed(id) || registers.has(`actions/${id}`)) return 'acties'; // they are in the page while they are seen
    const meeting = registers.get(`reviews/${id}`);
    if (meeting) return meeting.state === 'open' ? 'overleg' : 'verloop';
    return placeOf(id)?.closest('[data-fii-view]')?.id ?? '';
  }
}

/**
 * @param {string} id of an element, or of a record
 * @returns {Element | null}
 */
function placeOf(id) {
  return document.getElementById(id) ?? document.querySelector(`[data-fii-view] [data-fii-record="${CSS.escape(id)}"]`);
}
