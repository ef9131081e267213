// A list of small records, such as actions: one line each, from a template, saved as it is typed. Must not know what one means.

import { isControl, isInUse, isRefused, keepable, keepOut, show } from './field-check.js';
import { make, makeButton, setChoices } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {Record<string, any>} Value
 * @typedef {{list: HTMLElement, template: HTMLElement, change: (id: string, value: Value) => string, tell?: (sentence: string) => void, dress?: (line: HTMLElement, value: Value) => void}} Parts
 *   change: takes a value, or says why it does not · dress: puts in a new line what hangs on its value
 */

const PAUSE = 300;
/** What a line held that was not kept when it left its list: it may come back in another. @type {Map<string, [part: string, text: string][]>} */
const left = new Map();

export class RecordList {
  /** @type {Map<string, HTMLElement>} */
  #lines = new Map();
  /** @type {Map<string, number>} */
  #typing = new Map();
  /** @type {Map<string, [string, string][]>} */
  #offered = new Map();
  /** What was taken away on this page: it can be put back here. @type {Set<string>} */
  #removed = new Set();

  /** @param {Parts} parts the list, what one line looks like, who takes a changed value, and who hears what was done */
  constructor({ list, template, change, tell = () => undefined, dress = () => undefined }) {
    this.list = list;
    this.template = template;
    this.change = change;
    this.tell = tell;
    this.dress = dress;
    /** @type {Map<string, Value>} */
    this.values = new Map();
    list.addEventListener('input', (event) => this.#later(lineOf(event)));
    list.addEventListener('change', (event) => this.#keep(lineOf(event)));
    list.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-fii-remove]')) this.#remove(lineOf(event), true);
    });
  }

  /**
   * Show these records, in this order. A control that is in use keeps what is being typed.
   * @param {[string, Value][]} records
   */
  show(records) {
    const shown = records.filter(([id, value]) => !value['removed'] || this.#removed.has(id));
    this.values = new Map(shown);
    for (const [id, line] of this.#lines) {
      if (isRemoved(line) !== Boolean(this.values.get(id)?.['removed']) || !this.values.has(id)) this.#drop(id, line);
    }
    let before = null;
    for (const [id, value] of shown.reverse()) {
      const line = this.#lines.get(id) ?? this.#make(id, value);
      if (line.nextElementSibling !== before || line.parentElement !== this.list) this.list.insertBefore(line, before);
      for (const control of controls(line)) {
        if (isInUse(control) || this.#typing.has(id) || isRefused(control)) continue;
        const part = control.dataset['fiiPart'] ?? '';
        if (control instanceof HTMLSelectElement) fill(control, this.#offered.get(part) ?? [], value[part] ?? '');
        show(control, value[part] ?? '');
      }
      for (const [part, text] of left.get(id) ?? []) putBack(line, part, text);
      left.delete(id);
      before = line;
    }
    [...this.values.keys()].forEach((id, index) => numberLine(this.#lines.get(id), index + 1));
  }

  /**
   * Say what the selects of one part may hold, besides what the template has.
   * @param {string} part
   * @param {[value: string, name: string][]} choices
   */
  offer(part, choices) {
    this.#offered.set(part, choices);
    this.show([...this.values]);
  }

  /**
   * Go through the lines that stand there, with what each shows.
   * @param {(line: HTMLElement, value: Value) => void} visit
   */
  each(visit) {
    for (const [id, value] of this.values) {
      const line = this.#lines.get(id);
      if (line) visit(line, value);
    }
  }

  /** Tell at once what is being typed. */
  collect() {
    for (const id of [...this.#typing.keys()]) this.#keep(this.#lines.get(id));
  }

  /** @param {string} id */
  focus(id) {
    const line = this.#lines.get(id);
    if (line) (controls(line)[0] ?? line.querySelector('button'))?.focus();
  }

  /**
   * @param {string} id
   * @param {Value} value
   */
  #make(id, value) {
    const content = this.template instanceof HTMLTemplateElement ? this.template.content.firstElementChild : null;
    const line = value['removed'] ? this.#gone(value) : /** @type {HTMLElement} */ (content?.cloneNode(true));
    line.dataset['fiiRecord'] = id;
    this.dress(line, value);
    this.#lines.set(id, line);
    return line;
  }

  /**
   * Make what stands in the place of a line that was taken away on this page.
   * @param {Value} value
   */
  #gone(value) {
    const back = makeButton(say('record.back'), () => this.#remove(line, false));
    const line = make('li', { class: 'fii-record fii-record--weg', 'data-fii-removed': '' }, make('p', {}, sayRemoved(value)), back);
    return line;
  }

  /**
   * Take a line away, or put it back; the focus goes to what can be done next.
   * @param {HTMLElement | undefined} line
   * @param {boolean} removed
   */
  #remove(line, removed) {
    const id = line?.dataset['fiiRecord'];
    if (!id) return;
    this.#keep(line);
    const value = this.values.get(id) ?? {};
    if (removed) this.#removed.add(id);
    if (this.change(id, { ...value, removed })) return;
    this.focus(id);
    this.tell(removed ? sayRemoved(value) : say('record.restored'));
  }

  /**
   * @param {string} id
   * @param {HTMLElement} line
   */
  #drop(id, line) {
    clearTimeout(this.#typing.get(id));
    this.#typing.delete(id);
    this.#lines.delete(id);
    const refused = controls(line).filter(isRefused).map((control) => /** @type {[string, string]} */ ([control.dataset['fiiPart'] ?? '', control.value]));
    if (refused.length > 0) left.set(id, refused);
    line.remove();
  }

  /** @param {HTMLElement | undefined} line */
  #later(line) {
    const id = line?.dataset['fiiRecord'];
    if (!id) return;
    clearTimeout(this.#typing.get(id));
    this.#typing.set(id, setTimeout(() => this.#keep(line), PAUSE));
  }

  /** @param {HTMLElement | undefined} line */
  #keep(line) {
    const id = line?.dataset['fiiRecord'];
    if (!line || !id) return;
    clearTimeout(this.#typing.get(id));
    this.#typing.delete(id);
    const kept = controls(line).map((control) => /** @type {const} */ ([control.dataset['fiiPart'] ?? '', keepable(control)]));
    const parts = Object.fromEntries(kept.filter(([, part]) => part !== null));
    const value = { ...this.values.get(id), ...parts };
    const isSame = Object.entries(parts).every(([name, part]) => (this.values.get(id)?.[name] ?? '') === part);
    const why = isSame ? '' : this.change(id, value);
    const old = this.values.get(id);
    for (const control of why ? controls(line) : []) {
      const part = control.dataset['fiiPart'] ?? '';
      if (part in parts && parts[part] !== (old?.[part] ?? '')) keepOut(control, why);
    }
  }
}

/**
 * Give a select its choices behind those of the template. What the record holds is always among them: nothing may be
 * lost because it is not offered. With one choice there is nothing to choose, and its label is not shown.
 * @param {HTMLSelectElement} select
 * @param {[value: string, name: string][]} choices
 * @param {string} now
 */
function fill(select, choices, now) {
  const own = [...select.options].filter((option) => !option.hasAttribute('data-fii-offered'));
  const known = [...own.map((option) => option.value), ...choices.map(([value]) => value)];
  const all = now === '' || known.includes(now) ? choices : [...choices, /** @type {[string, string]} */ ([now, now])];
  setChoices(select, all);
  const label = select.closest('label');
  if (label) label.hidden = select.options.length < 2;
}

/**
 * Say of each field and button of a line which line it is of: heard alone, they would all be called the same.
 * @param {HTMLElement | undefined} line
 * @param {number} number
 */
function numberLine(line, number) {
  for (const one of line?.querySelectorAll('label > :first-child, [data-fii-tick], [data-fii-remove]') ?? []) {
    const name = one.querySelector('[data-fii-nth]') ?? make('span', { class: 'fii-vh', 'data-fii-nth': '' });
    name.textContent = say('record.nth', { nummer: number });
    if (!name.isConnected) one.append(name);
  }
}

/**
 * @param {HTMLElement} line
 * @returns {import('./field-check.js').Control[]}
 */
function controls(line) {
  return [...line.querySelectorAll('[data-fii-part]')].filter(isControl);
}

/**
 * Put a text that is not kept back in its field; the field says again what is the matter.
 * @param {HTMLElement} line
 * @param {string} part
 * @param {string} text
 */
function putBack(line, part, text) {
  const field = controls(line).find((control) => control.dataset['fiiPart'] === part);
  if (!field) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** @param {Element} line */
function isRemoved(line) {
  return line.hasAttribute('data-fii-removed');
}

/** @param {Value} value */
function sayRemoved({ text }) {
  return text?.trim() ? say('record.removed', { tekst: text.trim() }) : say('record.removed-empty');
}

/** @param {Event} event */
function lineOf(event) {
  const line = event.target instanceof Element ? event.target.closest('[data-fii-record]') : null;
  return line instanceof HTMLElement ? line : undefined;
}
