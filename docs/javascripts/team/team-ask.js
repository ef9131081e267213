// What a team asks of its members: of whom, which lists, one blind file each; and of each what came back. Must not see what
// others chose: Python makes the file.

import { makeText } from '../file/dossier-file.js';
import { datedName, offer } from '../base/give-file.js';
import { instrumentName } from '../forms/forms.js';
import { askedLists, isDone, knownLists, stateOf } from '../facts/asked.js';
import { shapeMark } from '../facts/fact-line.js';
import { isAbsent, python } from '../python/client.js';
import { whyRefused } from '../saving/leaving.js';
import { make, setText } from '../base/widget.js';
import { language, say, sayCount, sayDay, today } from '../base/words.js';

/** @typedef {{at: string, label: string, asked?: string, given?: string}} Member */

const ASKED = 'settings/asked';
const LISTS = 'team.vraag';
const WHOM = 'team.aan';

export class TeamAsk {
  /** Addresses of the files that were made last. @type {string[]} */
  #files = [];

  /** @param {import('./team-widget.js').TeamWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.state = widget.state;
    this.box = widget.need('data-fii-ask');
    this.whom = widget.need('data-fii-whom');
    this.alert = widget.need('data-fii-ask-alert');
    this.box.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === LISTS) this.state.put(ASKED, { text: this.#chosen(LISTS).join(' ') });
    });
  }

  /** @param {[id: string, member: Member][]} members who can be asked */
  show(members) {
    this.box.hidden = members.length === 0;
    const asked = askedLists(this.state);
    for (const box of this.#boxes(LISTS)) box.checked = asked.includes(box.value);
    setText(this.widget.own('data-fii-asked-state'), asked.length > 0 ? sayCount('team.asked', asked.length) : '');
    const shown = JSON.stringify(members.map(([id, { label }]) => [id, label]));
    if (this.whom.dataset['shown'] === shown) return; // who was chosen stays chosen
    this.whom.dataset['shown'] = shown;
    const before = new Map(this.#boxes(WHOM).map((box) => [box.value, box.checked]));
    this.whom.replaceChildren(...members.map(([id, { label, given }]) => {
      const box = make('input', { type: 'checkbox', name: WHOM, value: id });
      box.checked = before.get(id) ?? !given; // whoever was asked before is not asked again by itself
      return make('label', { class: 'fii-choice fii-choice--vrij' }, box, make('span', { class: 'fii-choice__label' }, label));
    }));
  }

  /** Make one file for each that was chosen, and note what is asked in it. */
  async make() {
    this.widget.collect();
    const whom = this.#chosen(WHOM);
    setText(this.alert, whom.length > 0 ? '' : say('team.whom'));
    if (whom.length === 0) return this.#boxes(WHOM)[0]?.focus();
    const more = { asked: askedLists(this.state).join(' '), given: today() };
    try {
      const copies = [];
      for (const member of whom) copies.push(await this.#copy(member, more));
      const refused = whom.some((id) => !this.state.put(`members/${id}`, { ...this.state.registers.get(`members/${id}`), ...more }));
      if (refused) return setText(this.alert, whyRefused());
      this.#give(copies);
    } catch (error) {
      console.warn(error);
      setText(this.alert, say(isAbsent(error) ? 'team.copy-no-python' : 'team.not-copied'));
    }
  }

  /**
   * Make the file of one member, without what the others chose; what is asked stands in it.
   * @param {string} id
   * @param {{asked: string, given: string}} more
   * @returns {Promise<{naam: string, bestand: string, text: string}>}
   */
  async #copy(id, more) {
    const dossier = this.state.dossier();
    const member = /** @type {any} */ (dossier.members[id]);
    dossier.members[id] = { ...member, ...more };
    const reply = /** @type {any} */ (await python().ask({ op: 'member_copy', dossier, member: id }));
    if (!reply.ok) throw new Error(reply.message);
    return { naam: member.label, bestand: datedName(say('team.copy-name'), member.label, this.state.name), text: makeText(reply.dossier) };
  }

  /**
   * Hand the files over; each stays within reach, for a browser may hold back all but one.
   * @param {{naam: string, bestand: string, text: string}[]} copies
   */
  #give(copies) {
    for (const href of this.#files) URL.revokeObjectURL(href);
    this.#files = copies.map(({ text, bestand }) => offer(text, bestand, 'application/json'));
    this.widget.need('data-fii-ask-made').hidden = false;
    this.widget.need('data-fii-ask-files').replaceChildren(...copies.map(({ naam, bestand }, at) =>
      make('li', {}, make('a', { href: this.#files[at] ?? '', download: bestand }, say('team.file-of', { naam, bestand })))));
    const namen = new Intl.ListFormat(language()).format(copies.map(({ naam }) => naam));
    this.widget.tell(sayCount('team.copied', copies.length, { namen }));
  }

  /**
   * @param {string} name
   * @returns {HTMLInputElement[]}
   */
  #boxes(name) {
    return /** @type {HTMLInputElement[]} */ ([...this.box.querySelectorAll(`input[name="${name}"]`)]);
  }

  /** @param {string} name */
  #chosen(name) {
    return this.#boxes(name).filter((box) => box.checked).map((box) => box.value);
  }
}

/**
 * Say of one member what was asked, what came back and when, and what is open.
 * @param {HTMLElement} box
 * @param {Member | undefined} member who can be asked
 * @param {import('../facts/asked.js').Answers} answers
 * @param {string} told what is said besides
 */
export function tellAsked(box, member, answers, told) {
  const given = member?.given ?? '';
  const lines = stateOf(knownLists(given && member?.asked), answers).map((one) => {
    const isBack = one.day >= given;
    return make('li', {}, shapeMark(isBack ? 'groen' : 'leeg'), ' ', make('span', {}, `${instrumentName(one.list)}: ${howFar(one, isBack)}`));
  });
  const sentences = [given && say(lines.length > 0 ? 'team.asked-on' : 'team.made-on', { datum: sayDay(given) }), told];
  const [head, besides] = sentences.map((sentence) => (sentence ? [make('p', {}, sentence)] : []));
  box.replaceChildren(...(head ?? []), make('ul', { class: 'fii-gevraagd' }, ...lines), ...(besides ?? []));
}

/**
 * @param {import('../facts/asked.js').Asked} one
 * @param {boolean} isBack
 */
function howFar(one, isBack) {
  const parts = { datum: sayDay(one.day), voortgang: sayCount('list.progress', one.total, { ingevuld: one.done }) };
  if (!isBack) return say(one.day ? 'team.list-before' : 'team.list-open', parts);
  return say(isDone(one) ? 'team.list-back' : 'team.list-part', parts);
}
