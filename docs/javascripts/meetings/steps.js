// The steps of a meeting as tabs, in any order. Must not know what a step holds.

/** What a reader works in, and how it is found again when it is made anew. */
const SPOTS = ['data-fii-item', 'data-fii-record'];

export class Steps {
  /** Where somebody was in each step. @type {Map<string, string>} */
  #spots = new Map();

  /**
   * @param {HTMLElement} box with tabs and the panels that they control
   * @param {(name: string) => void} onStep hears which one is shown
   */
  constructor(box, onStep) {
    this.tabs = /** @type {HTMLElement[]} */ ([...box.querySelectorAll('[data-fii-step-tab]')]);
    this.onStep = onStep;
    for (const tab of this.tabs) {
      tab.addEventListener('click', () => this.go(nameOf(tab)));
      tab.addEventListener('keydown', (event) => this.#key(event, tab));
    }
    for (const next of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-fii-step-next]'))) {
      next.addEventListener('click', () => this.go(next.dataset['fiiStepNext'] ?? '', true));
    }
    box.addEventListener('focusin', ({ target }) => target instanceof Element && this.#remember(target));
    this.name = '';
    this.go(nameOf(this.tabs[0]));
  }

  /**
   * @param {string} name of a step
   * @param {boolean} [isFocused] the focus goes to its tab
   */
  go(name, isFocused = false) {
    if (!this.tabs.some((tab) => nameOf(tab) === name)) return;
    this.name = name;
    for (const tab of this.tabs) {
      const isHere = nameOf(tab) === name;
      tab.setAttribute('aria-selected', String(isHere));
      tab.tabIndex = isHere ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls') ?? '')?.toggleAttribute('hidden', !isHere);
      if (isHere && isFocused) tab.focus();
    }
    this.onStep(name);
    this.#bringBack();
  }

  /** Another meeting begins: at the first step, and nobody was anywhere. */
  begin() {
    this.#spots.clear();
    this.go(nameOf(this.tabs[0]));
  }

  /** @param {Element} target that has the focus */
  #remember(target) {
    const spot = target.closest(SPOTS.map((name) => `[${name}]`).join());
    const name = SPOTS.find((one) => spot?.hasAttribute(one));
    if (spot && name) this.#spots.set(this.name, `[${name}="${CSS.escape(spot.getAttribute(name) ?? '')}"]`);
  }

  /** Bring into sight where somebody was in this step; the focus stays on its tab. */
  #bringBack() {
    const spot = this.#spots.get(this.name);
    const panel = document.getElementById(this.tabs.find((tab) => nameOf(tab) === this.name)?.getAttribute('aria-controls') ?? '');
    if (spot) panel?.querySelector(spot)?.scrollIntoView({ block: 'center' });
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLElement} tab
   */
  #key(event, tab) {
    const at = this.tabs.indexOf(tab);
    const last = this.tabs.length - 1;
    /** @type {Record<string, number>} */
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last };
    const next = this.tabs[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    this.go(nameOf(next), true);
  }
}

/** @param {HTMLElement | undefined} tab */
function nameOf(tab) {
  return tab?.dataset['fiiStepTab'] ?? '';
}
