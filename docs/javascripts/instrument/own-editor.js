// Changing a team's own list, behind one button: words, order, what is left out, what is added, and back again.
// Writes records only; must not store or number anything itself.

import { isRefused, keepable, keepOut, show } from '../forms/field-check.js';
import { giveFile } from '../base/give-file.js';
import { whyRefused } from '../saving/leaving.js';
import { isGiven } from '../forms/answer-form.js';
import { oneLine } from '../forms/item-texts.js';
import { newId, orderOf } from '../forms/list-records.js';
import { python, whyNoAnswer } from '../python/client.js';
import { sourceOf } from '../forms/forms.js';
import { make, makeButton, makeUnseen } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {import('../forms/own-list.js').Entry} Entry */

export class OwnEditor {
  isOpen = false;

  /**
   * @param {import('../base/widget.js').Widget} widget the instrument, whose source is for Python's eyes only
   * @param {import('../forms/own-list.js').OwnList} list
   */
  constructor(widget, list) {
    this.widget = widget;
    this.list = list;
    this.state = list.state;
    this.form = list.form;
    this.longest = this.form.dataset.fiiOwnLongest ?? '';
    this.button = this.form.querySelector('[data-fii-own-edit]');
    this.button?.addEventListener('click', () => this.open(!this.isOpen));
    list.onShown = () => this.#refresh();
    list.state.addEventListener('collect', () => this.#collect(), { signal: widget.signal });
  }

  /** @param {boolean} isOpen */
  open(isOpen) {
    const held = isOpen ? undefined : this.#held();
    if (held) return held.focus(); // closing would take its text away
    this.isOpen = isOpen;
    this.form.classList.toggle('is-editing', isOpen);
    if (this.button) this.button.textContent = say(isOpen ? 'own.done' : 'own.edit');
    if (isOpen) {
      this.button?.after(make('p', { class: 'fii-own-help', 'data-fii-own-tool': '' }, say('own.help')));
      for (const section of this.list.sections) section.append(this.#adder(section));
      this.form.append(this.#foot());
      this.list.show();
    } else {
      this.#collect();
      for (const tool of this.form.querySelectorAll('[data-fii-own-tool]')) tool.remove();
    }
  }

  /** Every item has its tools, and they know its number. */
  #refresh() {
    if (!this.isOpen) return;
    let number = 0;
    for (const section of this.list.sections) {
      const entries = this.list.inOrder().filter((entry) => entry.section === section);
      entries.forEach((entry, index) => {
        const isHidden = this.list.isHidden(entry.id);
        const which = isHidden ? say('own.hidden-item') : say('own.number', { nummer: ++number });
        const tools = entry.parts[0]?.querySelector('[data-fii-own-tool]') ?? this.#tools(entry);
        for (const part of tools.querySelectorAll('[data-fii-own-which]')) part.textContent = which;
        const hide = tools.querySelector('[data-fii-own-action="hide"] > span');
        if (hide) hide.textContent = say(isHidden ? 'own.show' : 'own.hide');
        tools.querySelector('[data-fii-own-action="up"]')?.setAttribute('aria-disabled', String(index === 0));
        tools.querySelector('[data-fii-own-action="down"]')?.setAttribute('aria-disabled', String(index === entries.length - 1));
        const field = tools.querySelector('textarea');
        if (field && field !== document.activeElement && !isRefused(field)) show(field, this.#text(entry));
      });
    }
  }

  /**
   * @param {Entry} entry
   * @returns {string}
   */
  #text({ id, handbook }) {
    return this.list.note(`${id}.tekst`) || handbook;
  }

  /**
   * @param {Entry} entry
   * @returns {Element}
   */
  #tools(entry) {
    const name = `own-${entry.parts[0]?.id}`;
    const field = make('textarea', { id: name, rows: '2', 'data-fii-longest': this.longest, 'data-fii-own-text': '' });
    field.addEventListener('change', (event) => {
      event.stopPropagation();
      this.#reword(entry, field);
    });
    const tools = make(
      'div',
      { class: 'fii-own-tools', 'data-fii-own-tool': '' },
      make('label', { for: name }, say('own.text'), ' ', which()),
      field,
      make('p', { class: 'fii-actions' },
        action('up', say('own.up'), () => this.#move(entry, -1)),
        action('down', say('own.down'), () => this.#move(entry, 1)),
        action('hide', say('own.hide'), () => this.#hide(entry))),
    );
    entry.parts[0]?.append(tools);
    return tools;
  }

  /** @returns {HTMLElement | undefined} a field whose text is kept nowhere: too long, or not added yet */
  #held() {
    const fields = /** @type {HTMLTextAreaElement[]} */ ([...this.form.querySelectorAll('[data-fii-own-tool] textarea')]);
    return fields.find((field) => isRefused(field) || (!field.hasAttribute('data-fii-own-text') && field.value.trim() !== ''));
  }

  /**
   * @param {HTMLElement} section
   * @returns {HTMLElement}
   */
  #adder(section) {
    const name = `own-${this.list.instrument}-${section.dataset.fiiSection}`;
    const field = make('textarea', { id: name, rows: '2', 'data-fii-longest': this.longest });
    for (const kind of ['input', 'change']) field.addEventListener(kind, (event) => event.stopPropagation());
    const title = section.querySelector('h2, h3, h4, h5, h6')?.textContent ?? '';
    return make(
      'div',
      { class: 'fii-own-tools fii-own-tools--add', 'data-fii-own-tool': '' },
      make('label', { for: name }, say('own.new'), makeUnseen(` (${title})`)),
      field,
      make('p', { class: 'fii-actions' }, makeButton(say('own.add'), () => this.#add(section, field))),
    );
  }

  /** @returns {HTMLElement} */
  #foot() {
    const bar = make('p', { class: 'fii-actions fii-own-foot', 'data-fii-own-tool': '' });
    const done = makeButton(say('own.done'), () => {
      this.open(false);
      if (this.button instanceof HTMLElement) this.button.focus();
    });
    const reset = makeButton(say('own.reset'), () => this.#ask(reset));
    const yaml = makeButton(say('own.yaml'), () => void this.#yaml(), { 'data-fii-own-yaml': '' });
    bar.append(done, yaml, reset);
    return bar;
  }

  /** Take over what is being typed, before the page goes or the tools do. */
  #collect() {
    for (const entry of this.list.entries.values()) {
      const field = entry.parts[0]?.querySelector('[data-fii-own-text]');
      if (field instanceof HTMLTextAreaElement) this.#reword(entry, field);
    }
  }

  /**
   * @param {Entry} entry
   * @param {HTMLTextAreaElement} field
   */
  #reword(entry, field) {
    const kept = keepable(field);
    const now = this.#text(entry);
    if (kept === null) return;
    const text = oneLine(kept);
    if (text === now || (text === '' && entry.isOwn)) {
      if (!isRefused(field)) show(field, now); // an own item has no other words to go back to
      return;
    }
    if (!this.state.change(`${entry.id}.tekst`, { note: text === entry.handbook ? '' : text })) return keepOut(field, whyRefused());
    if (!isRefused(field)) show(field, this.#text(entry));
    this.widget.tell(say(text === '' || text === entry.handbook ? 'own.told-handbook' : 'own.told-worded'));
  }

  /**
   * @param {Entry} entry
   * @param {-1 | 1} step
   */
  #move(entry, step) {
    const entries = this.list.inOrder();
    const index = entries.indexOf(entry);
    const other = entries[index + step];
    if (!other || other.section !== entry.section) return;
    entries[index] = other;
    entries[index + step] = entry;
    if (!this.#order(entries.map(({ id }) => id))) return this.widget.tell(say('own.told-unmoved'));
    this.widget.tell(say('own.told-moved', { plaats: entries.filter(({ section }) => section === entry.section).indexOf(entry) + 1 }));
  }

  /**
   * Keep an order.
   * @param {string[]} ids
   * @returns {boolean} whether there is room for it
   */
  #order(ids) {
    const note = orderOf(ids);
    return note !== null && this.state.change(`${this.list.instrument}.volgorde`, { note });
  }

  /** @param {Entry} entry */
  #hide(entry) {
    const isHidden = this.list.isHidden(entry.id);
    this.state.change(`${entry.id}.verborgen`, { choice: isHidden ? '' : 'ja' });
    this.widget.tell(say(isHidden ? 'own.told-shown' : 'own.told-hidden'));
  }

  /**
   * @param {HTMLElement} section
   * @param {HTMLTextAreaElement} field
   */
  #add(section, field) {
    field.focus();
    const text = isRefused(field) ? '' : oneLine(field.value);
    if (text === '') return;
    const id = newId(this.list.instrument);
    const named = this.list.inOrder().map((entry) => entry.id);
    this.state.change(`${id}.plek`, { note: section.dataset.fiiSection ?? '' });
    this.#order([...named, id]); // without it an own item stands last, where it is meant to
    if (!this.state.change(`${id}.tekst`, { note: text })) return keepOut(field, whyRefused());
    show(field, '');
    this.widget.tell(say('own.told-added'));
  }

  /** @param {HTMLElement} asker where the focus goes back to */
  #ask(asker) {
    const own = [...this.list.entries.values()].filter(({ isOwn }) => isOwn);
    const dialog = make('dialog', { class: 'fii-dialog', 'aria-label': say('own.reset') });
    const close = () => dialog.close();
    dialog.addEventListener('close', () => {
      dialog.remove();
      asker.focus();
    });
    dialog.append(
      make('p', {}, [say('own.reset-ask'), own.length ? sayCount('own.reset-own', own.length) : ''].join(' ').trim()),
      make('p', { class: 'fii-actions' }, makeButton(say('own.reset-yes'), () => {
        this.#reset();
        close();
      }), makeButton(say('own.reset-no'), close)),
    );
    this.form.append(dialog);
    dialog.showModal();
  }

  /** Back to the handbook's list: the answers to its own items stay, those to the team's go with them. */
  #reset() {
    for (const [id, answer] of [...this.state.answers]) {
      if (isGiven(answer) && this.list.concerns(id)) this.state.change(id, { choice: '', note: '' });
    }
    this.widget.tell(say('own.told-reset'));
  }

  /** Give the list as the file of an instrument. */
  async #yaml() {
    this.#collect();
    let reply;
    try {
      reply = await python().ask({ op: 'list_yaml', instrument: sourceOf(this.widget), answers: Object.fromEntries(this.list.records()) });
    } catch (error) {
      return this.widget.tell(whyNoAnswer(error));
    }
    if (!reply.ok || typeof reply.text !== 'string') return this.widget.tell(reply.message ?? say('python.broken'));
    const name = `${this.list.instrument}.yaml`;
    try {
      giveFile(reply.text, name, 'application/yaml');
      this.widget.tell(say('own.told-yaml', { bestand: name }));
    } catch (error) {
      console.warn(error);
      this.widget.tell(say('own.told-no-file'));
    }
  }
}

/**
 * @param {'up' | 'down' | 'hide'} name
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
function action(name, label, act) {
  const press = () => made.getAttribute('aria-disabled') === 'true' || act();
  const made = makeButton('', () => void press(), { 'data-fii-own-action': name });
  made.append(make('span', {}, label), ' ', which('fii-vh'));
  return made;
}

/**
 * @param {string} [style]
 * @returns {HTMLElement} room for which item it is
 */
function which(style = '') {
  return make('span', { ...(style && { class: style }), 'data-fii-own-which': '' });
}
