// Base of every widget: one root element, built once. Must not know any kind of widget.

/** @type {WeakSet<Element>} */
const built = new WeakSet();

export class Widget {
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
   * @param {string} hook attribute name, with or without a value: `data-fii-status`, `data-fii-action="undo"`
   * @returns {HTMLElement | null}
   */
  own(hook) {
    for (const element of this.root.querySelectorAll(`[${hook}]`)) {
      if (element instanceof HTMLElement && this.owns(element)) return element;
    }
    return null;
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
  return element;
}

/**
 * Change a text only when it differs: a live region would read the same words again.
 * @param {HTMLElement | null} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}
