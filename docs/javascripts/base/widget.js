// Base of every widget: one root element, built once. Must not know any kind of widget.

/** @type {WeakSet<Element>} */
const built = new WeakSet();

export class Widget {
  /** Over when the widget is taken out of the page: what listens outside its root hangs on this. */
  #ending = new AbortController();

  /** @param {Element | null | undefined} root */
  constructor(root) {
    if (!(root instanceof HTMLElement)) throw new TypeError('a widget needs an HTML element as its root');
    if (built.has(root)) throw new Error('this element is a widget already');
    built.add(root);
    /** @type {HTMLElement} */
    this.root = root;
  }

  /**
   * Find this widget's own element with a hook, not one of a widget nested in it.
   * @template {HTMLElement} [T=HTMLElement]
   * @param {string} hook attribute name, with or without a value: `data-fii-status`, `data-fii-action="undo"`
   * @param {new () => T} [kind] what it has to be
   * @returns {T | null}
   */
  own(hook, kind = /** @type {any} */ (HTMLElement)) {
    for (const element of this.root.querySelectorAll(`[${hook}]`)) {
      if (element instanceof kind && this.owns(element)) return element;
    }
    return null;
  }

  /**
   * Give an own element without which the widget cannot work.
   * @template {HTMLElement} [T=HTMLElement]
   * @param {string} hook
   * @param {new () => T} [kind]
   * @returns {T}
   */
  need(hook, kind) {
    const element = this.own(hook, kind);
    if (!element) throw new Error(`${this.root.dataset.fiiWidget} needs an element with ${hook}`);
    return element;
  }

  /** Ends with the widget. */
  get signal() {
    return this.#ending.signal;
  }

  /** Stop listening; the root goes. */
  end() {
    this.#ending.abort();
  }

  /** Let this widget's own controls be used: everything that listens to them is there. */
  switchOn() {
    for (const controls of /** @type {NodeListOf<HTMLFieldSetElement>} */ (this.root.querySelectorAll('[data-fii-controls]'))) {
      if (this.owns(controls)) controls.disabled = false;
    }
  }

  /** @param {string} sentence what was done, for the one line that is read aloud */
  tell(sentence) {
    setText(this.own('data-fii-progress'), sentence);
  }

  /**
   * Let the radio of a group with this value be the one that is chosen.
   * @param {string} name
   * @param {string} value
   */
  check(name, value) {
    for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (this.root.querySelectorAll(`input[name="${name}"]`))) {
      radio.checked = radio.value === value;
    }
  }

  /**
   * Let this widget's own buttons do something, by their `data-fii-action`.
   * @param {Record<string, (button: HTMLElement) => void>} actions
   */
  onPress(actions) {
    this.root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-fii-action]') : null;
      if (button instanceof HTMLElement && this.owns(button)) actions[button.dataset.fiiAction ?? '']?.(button);
    });
  }

  /**
   * Say whether an element belongs to this widget and not to one nested in it.
   * @param {Element} element
   * @returns {boolean}
   */
  owns(element) {
    return element.closest('[data-fii-widget]') === this.root;
  }
}

/**
 * Give a part of an element that has to be there.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {ParentNode} holder
 * @param {string} selector
 * @param {new () => T} [kind] what it has to be
 * @returns {T}
 */
export function part(holder, selector, kind = /** @type {any} */ (HTMLElement)) {
  const found = holder.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`no ${selector}`);
  return found;
}

/**
 * Make an element with text; the only way the scripts make elements of their own.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(string | Node)} content
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  if (tag === 'input' || tag === 'textarea' || content.some((part) => typeof part === 'string')) letRun(element);
  return element;
}

/**
 * Let the words of an element run from the side that their first letter asks for: a reader may write in any script.
 * @param {Element} element
 */
export function letRun(element) {
  if (!element.hasAttribute('dir')) element.setAttribute('dir', 'auto');
}

/**
 * Make a button.
 * @param {string} label
 * @param {() => void} press
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function makeButton(label, press, attributes = {}) {
  const button = make('button', { type: 'button', class: 'fii-button', ...attributes }, label);
  button.addEventListener('click', press);
  return button;
}

/**
 * Make a button that says what it is about to those who do not see what stands beside it.
 * @param {string} label
 * @param {string} about comes behind the label
 * @param {() => void} press
 * @param {Record<string, string>} [attributes]
 */
export function makeButtonFor(label, about, press, attributes = {}) {
  const button = makeButton(label, press, attributes);
  button.append(makeUnseen(about));
  return button;
}

/**
 * Make words for those who do not see what stands beside them.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function makeUnseen(text) {
  return make('span', { class: 'fii-vh' }, text);
}

/**
 * Change a text only when it differs: a live region would read the same words again.
 * @param {HTMLElement | null} element
 * @param {string} text
 */
export function setText(element, text) {
  if (!element || element.textContent === text) return;
  element.textContent = text;
  letRun(element);
}

/**
 * Put choices into a select, behind those that its page gave it; what was chosen stays chosen.
 * @param {HTMLSelectElement} select
 * @param {[value: string, name: string][]} choices
 */
export function setChoices(select, choices) {
  const known = JSON.stringify(choices);
  if (select.dataset['shown'] === known) return;
  select.dataset['shown'] = known;
  const before = select.value;
  for (const option of [...select.options]) if (option.hasAttribute('data-fii-offered')) option.remove();
  select.append(...choices.map(([value, name]) => make('option', { value, 'data-fii-offered': '' }, name)));
  if ([...select.options].some(({ value }) => value === before)) select.value = before;
}
