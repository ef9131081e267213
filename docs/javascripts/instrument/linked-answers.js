// An address that carries choices → a preview → the dossier, and back. Must not read the address itself, and must not
// change an answer before the reader said yes.

import './shared.js';
import { timeAfter } from '../file/times.js';
import { dossierState } from '../store/dossier-state.js';
import { choiceText, itemText } from '../forms/item-texts.js';
import { whyRefused } from '../saving/leaving.js';
import { instrumentName, pageInstruments } from '../forms/forms.js';
import { address, decoded, place } from '../base/place.js';
import { python } from '../python/client.js';
import { make, makeButton, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {{instrument: string, titel: string, choices: [item: string, choice: string][], unknown: number}} Linked
 */

/** More than Python takes: it then says that the link is broken, and the page is not kept busy. */
const LONGEST = 9_000;

/** Show what the address of this page carries. */
export function start() {
  if (place.isFile && !document.querySelector('[data-fii-widget="dossier"]')) {
    location.replace(address(`dossier/${place.index}`) + location.hash); // only there a folder keeps answers
    return;
  }
  if (shown?.hash === location.hash && shown.dialog.isConnected) return; // two events about one address
  shown = new LinkedAnswers(location.hash);
  void shown.show();
}

/** @type {LinkedAnswers | undefined} the last link that was opened on this page */
let shown;

class LinkedAnswers {
  state = dossierState();
  body = make('div');
  told = make('p', { class: 'fii-progress', role: 'status' });
  buttons = make('p', { class: 'fii-actions' });
  /** Where the reader goes on after the dialog. */
  goal = '';

  /** @param {string} hash */
  constructor(hash) {
    this.hash = hash;
    document.querySelector('[data-fii-dialog="linked"]')?.remove();
    const title = make('h2', { id: 'fii-gelinkt', tabindex: '-1' }, say('linked.title'));
    const attributes = { class: 'fii-dialog fii-delen', 'aria-labelledby': 'fii-gelinkt', 'data-fii-dialog': 'linked' };
    this.dialog = make('dialog', attributes, title, this.body, this.told, this.buttons);
    this.dialog.addEventListener('close', () => this.#leave());
    document.body.append(this.dialog);
  }

  async show() {
    this.#offer([], 'linked.cancel');
    setText(this.told, say('linked.reading'));
    this.dialog.showModal();
    try {
      await this.state.ready;
      const reply = await python().ask({ op: 'link_read', fragment: decoded(this.hash.slice(0, LONGEST)), instruments: pageInstruments() });
      if (!this.dialog.isConnected) return;
      setText(this.told, '');
      if (!reply.ok) this.#refuse(reply.message ?? say('linked.failed'));
      else this.#preview(linked(reply));
    } catch (error) {
      console.warn(error);
      this.#refuse(say('linked.failed'));
    }
  }

  /** @param {string} sentence */
  #refuse(sentence) {
    setText(this.told, '');
    this.body.replaceChildren(make('p', { role: 'alert' }, sentence));
    this.#offer();
  }

  /** @param {Linked} found */
  #preview(found) {
    const { titel } = found;
    this.goal = found.instrument;
    const now = (/** @type {string} */ item) => this.state.answers.get(item)?.choice ?? '';
    const changing = found.choices.filter(([item, choice]) => now(item) !== choice);
    const empty = changing.filter(([item]) => !now(item));
    const replaced = changing.length - empty.length;
    const lead = changing.length > 0 ? sayCount('linked.fills', changing.length, { titel }) : say('linked.same', { titel });
    const lines = [lead];
    if (replaced > 0) lines.push(sayCount('linked.replaces', replaced));
    if (found.unknown > 0) lines.push(sayCount('linked.left-out', found.unknown));
    const list = make('ul', { class: 'fii-changes', tabindex: '0', 'aria-label': lead });
    list.append(...changing.map(([item, choice]) => line(item, now(item), choice)));
    this.body.replaceChildren(make('p', {}, lines.join(' ')), ...(changing.length > 0 ? [list] : []));
    /** @type {[string, () => void][]} */
    const buttons = [];
    if (changing.length > 0) buttons.push(['linked.all', () => void this.#apply(found, changing)]);
    if (replaced > 0 && empty.length > 0) buttons.push(['linked.empty-only', () => void this.#apply(found, empty)]);
    this.#offer(buttons, changing.length > 0 ? 'linked.cancel' : 'linked.close');
    this.dialog.querySelector('h2')?.focus();
  }

  /**
   * Take the choices over as one event that can be taken back; notes stay where they are.
   * @param {Linked} found
   * @param {[item: string, choice: string][]} taken
   */
  async #apply({ titel }, taken) {
    const dossier = this.state.dossier();
    for (const [item, choice] of taken) {
      const now = dossier.answers[item];
      dossier.answers[item] = { ...now, choice, at: timeAfter([now]) };
    }
    if (!(await this.state.open(dossier, say('linked.from', { titel }), 'merged'))) return this.#refuse(whyRefused());
    if (this.state.trouble) return this.#refuse(say(`store.${this.state.trouble.code}`));
    this.body.replaceChildren();
    setText(this.told, sayCount('linked.done', taken.length, { titel }));
    this.#offer([['linked.undo', () => void this.#undo()]]);
  }

  async #undo() {
    await this.state.undo();
    setText(this.told, this.state.trouble ? say(`store.${this.state.trouble.code}`) : say('linked.undone'));
    this.#offer();
  }

  /**
   * Put buttons in the dialog, before the one that closes it; the first one has the focus.
   * @param {[key: string, press: () => void][]} [buttons]
   * @param {'linked.close' | 'linked.cancel'} [closing]
   */
  #offer(buttons = [], closing = 'linked.close') {
    /** @type {typeof buttons} */
    const all = [...buttons, [closing, () => this.dialog.close()]];
    this.buttons.replaceChildren(
      ...all.map(([key, press], at) => {
        const kind = at === 0 && buttons.length > 0 ? ' fii-button--apply' : '';
        return makeButton(say(key), press, { class: `fii-button${kind}`, 'data-fii-linked': key.split('.')[1] ?? '' });
      }),
    );
    const first = this.buttons.querySelector('button');
    if (this.dialog.open && first) first.focus();
  }

  /** Take the choices out of the address: a reload must not ask again. What was filled in comes into view. */
  #leave() {
    this.dialog.remove();
    location.replace(`#${this.goal}`);
  }
}

/**
 * @param {import('../python/client.js').Reply} reply
 * @returns {Linked}
 */
function linked(reply) {
  const instrument = String(reply['instrument']);
  const choices = Object.entries(/** @type {Record<string, string>} */ (reply['choices']));
  return { instrument, titel: instrumentName(instrument), choices, unknown: /** @type {unknown[]} */ (reply['unknown']).length };
}

/**
 * @param {string} item
 * @param {string} before
 * @param {string} after
 * @returns {Node}
 */
function line(item, before, after) {
  const na = choiceText(item, after);
  const sentence = before ? say('linked.was', { voor: choiceText(item, before), na }) : say('linked.becomes', { na });
  return make('li', {}, make('strong', {}, itemText(item) ?? item), ' ', make('span', { class: 'fii-changes__line' }, sentence));
}
