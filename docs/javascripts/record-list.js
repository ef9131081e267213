// A list of small records, such as actions: one line each, from a template, saved as it is typed. Must not know what one means.

/**
 * @typedef {Record<string, any>} Value
 * @typedef {{list: HTMLElement, template: HTMLElement, change: (id: string, value: Value) => void}} Parts
 */

const PAUSE = 300;

export class RecordList {
  /** @type {Map<string, HTMLElement>} */
  #lines = new Map();
  /** @type {Map<string, number>} */
  #typing = new Map();

  /** @param {Parts} parts the list, what one line looks like, and who takes a changed value */
  constructor({ list, template, change }) {
    this.list = list;
    this.template = template;
    this.change = change;
    /** @type {Map<string, Value>} */
    this.values = new Map();
    list.addEventListener('input', (event) => this.#later(lineOf(event)));
    list.addEventListener('change', (event) => this.#tell(lineOf(event)));
  }

  /**
   * Show these records, in this order. A control that has the focus keeps what is being typed.
   * @param {[string, Value][]} records
   */
  show(records) {
    this.values = new Map(records);
    for (const [id, line] of this.#lines) if (!this.values.has(id)) this.#drop(id, line);
    let before = null;
    for (const [id, value] of [...records].reverse()) {
      const line = this.#lines.get(id) ?? this.#make(id);
      if (line.nextElementSibling !== before || line.parentElement !== this.list) this.list.insertBefore(line, before);
      for (const control of controls(line)) {
        if (control !== document.activeElement && !this.#typing.has(id)) control.value = value[control.dataset['fiiPart'] ?? ''] ?? '';
      }
      before = line;
    }
  }

  /** Tell at once what is being typed. */
  collect() {
    for (const id of [...this.#typing.keys()]) this.#tell(this.#lines.get(id));
  }

  /** @param {string} id */
  focus(id) {
    const line = this.#lines.get(id);
    if (line) controls(line)[0]?.focus();
  }

  /** @param {string} id */
  #make(id) {
    const content = this.template instanceof HTMLTemplateElement ? this.template.content.firstElementChild : null;
    const line = /** @type {HTMLElement} */ (content?.cloneNode(true));
    line.dataset['fiiRecord'] = id;
    this.#lines.set(id, line);
    return line;
  }

  /**
   * @param {string} id
   * @param {HTMLElement} line
   */
  #drop(id, line) {
    clearTimeout(this.#typing.get(id));
    this.#typing.delete(id);
    this.#lines.delete(id);
    line.remove();
  }

  /** @param {HTMLElement | undefined} line */
  #later(line) {
    const id = line?.dataset['fiiRecord'];
    if (!id) return;
    clearTimeout(this.#typing.get(id));
    this.#typing.set(id, setTimeout(() => this.#tell(line), PAUSE));
  }

  /** @param {HTMLElement | undefined} line */
  #tell(line) {
    const id = line?.dataset['fiiRecord'];
    if (!line || !id) return;
    clearTimeout(this.#typing.get(id));
    this.#typing.delete(id);
    const parts = Object.fromEntries(controls(line).map((control) => [control.dataset['fiiPart'] ?? '', control.value]));
    const value = { ...this.values.get(id), ...parts };
    const isSame = Object.entries(parts).every(([name, part]) => (this.values.get(id)?.[name] ?? '') === part);
    if (!isSame) this.change(id, value);
  }
}

/**
 * @param {HTMLElement} line
 * @returns {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]}
 */
function controls(line) {
  return [...line.querySelectorAll('[data-fii-part]')].filter(isControl);
}

/**
 * @param {unknown} element
 * @returns {element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement}
 */
export function isControl(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** @param {Event} event */
function lineOf(event) {
  const line = event.target instanceof Element ? event.target.closest('[data-fii-record]') : null;
  return line instanceof HTMLElement ? line : undefined;
}
