// What an opened file would change, shown before anything is replaced. Text only; must not write to the state.

import { dossierState } from '../store/dossier-state.js';
import { isKnown, listLines, nameOf, ownTexts, pageLists, toTell } from '../forms/list-words.js';
import { isGiven } from '../forms/answer-form.js';
import { choiceText, instrumentOf } from '../forms/item-texts.js';
import { each } from '../base/turns.js';
import { make } from '../base/widget.js';
import { language, say, sayCount, sayMoment } from '../base/words.js';
import { PLANNED } from '../facts/coming.js';

/**
 * @typedef {import('../store/answer-store.js').Answer} Answer
 * @typedef {import('../store/answer-store.js').Change} Change
 */

const MOST_LINES = 200;
/** So few stand open at once. */
const FEW = 5;

export class DossierPreview {
  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.box = widget.need('data-fii-preview');
    this.title = widget.need('data-fii-preview-title');
    this.lead = widget.need('data-fii-preview-lead');
    this.body = widget.need('data-fii-preview-body');
    this.details = widget.need('data-fii-preview-details', HTMLDetailsElement);
    this.changes = widget.need('data-fii-preview-changes');
    this.apply = widget.need('data-fii-action="apply"');
    this.beside = widget.need('data-fii-action="apply-new"');
  }

  /**
   * Show what would change; the focus goes to its title.
   * @param {import('../file/dossier-file.js').Opened} opened
   * @param {string} fileName
   * @param {{changes: Change[], others: number, open: string}} found others: reviews, actions and the like that differ
   * @param {import('../base/turns.js').Turns} turns
   */
  async show({ dossier, newer, ahead }, fileName, { changes: all, others, open }, turns) {
    const mine = dossierState();
    const textOf = ownTexts(new Map(Object.entries(dossier.answers)), mine.answers);
    const page = pageLists();
    /** @type {Change[]} */
    const known = [];
    const changes = toTell(all);
    await each(changes, turns, (change) => isKnown(change.item, textOf, page) && known.push(change));
    const isFresh = mine.answers.size + mine.registers.size === 0;
    const isSame = changes.length + others === 0;
    const saved = sayMoment('preview.file', dossier.saved, { bestand: fileName });
    const what = newer ? 'preview.newer' : isSame ? 'preview.same' : 'preview.fresh';
    this.lead.textContent = [saved, holds(dossier), newer || isSame || isFresh ? say(what) : sayCount('preview.changes', changes.length)].filter(Boolean).join(' ');
    const naam = dossier.name?.text ?? '';
    const unknown = changes.length - known.length;
    const notes = [
      unknown > 0 && sayCount('preview.unknown', unknown),
      others > 0 && !isFresh && sayCount('preview.records', others),
      ahead > 0 && sayCount('preview.ahead', ahead),
      dossier.aside.length > 0 && sayCount('preview.aside', dossier.aside.length),
      naam !== '' && open !== '' && naam !== open && say('preview.other', { naam, open }),
    ].filter((note) => note !== false);
    this.body.replaceChildren(...(notes.length > 0 ? [make('ul', { class: 'fii-changes' }, ...notes.map((note) => make('li', {}, note)))] : []));
    this.#show(isFresh ? [] : known, textOf); // there is nothing to compare it with
    this.apply.hidden = newer;
    this.beside.hidden = newer || isFresh;
    this.box.hidden = false;
    this.title.focus();
  }

  /**
   * Fold the changes away under the buttons: there can be hundreds. A few stand open.
   * @param {Change[]} changes
   * @param {import('../forms/list-words.js').TextOf} textOf
   */
  #show(changes, textOf) {
    const lines = changes.slice(0, MOST_LINES).map((change) => make('li', {}, ...describe(change, textOf)));
    if (changes.length > MOST_LINES) lines.push(make('li', {}, sayCount('preview.more', changes.length - MOST_LINES)));
    this.changes.replaceChildren(...lines);
    this.details.hidden = lines.length === 0;
    this.details.open = lines.length <= FEW;
  }

  /**
   * Show an example of the handbook. It replaces nothing, so there is nothing to compare it with.
   * @param {import('../file/dossier-file.js').Dossier} dossier
   */
  showExample({ name, reviews, actions, answers }) {
    const many = (/** @type {object} */ records) => Object.keys(records).length;
    const counts = { overleggen: many(reviews), acties: many(actions), antwoorden: many(answers) };
    this.lead.textContent = say('example.lead', { naam: name?.text ?? '', ...counts });
    this.body.replaceChildren(make('p', {}, say('example.beside')));
    this.#show([], () => '');
    this.apply.hidden = true;
    this.beside.hidden = false;
    this.box.hidden = false;
    this.title.focus();
  }

  /**
   * Add what Python has to say about the file, or why it says nothing.
   * @param {string[]} remarks
   */
  addRemarks(remarks) {
    if (remarks.length === 0) return;
    const lines = remarks.map((remark) => make('li', {}, remark));
    this.body.append(make('p', {}, say('preview.remarks')), make('ul', { class: 'fii-remarks' }, ...lines));
  }

  hide() {
    this.box.hidden = true;
    this.body.replaceChildren();
    this.changes.replaceChildren();
  }
}

/**
 * Say what is in a file, in the words that a team counts in.
 * @param {import('../file/dossier-file.js').Dossier} dossier
 * @returns {string} empty where nothing is
 */
function holds({ answers, reviews, actions, topics, members, places, rounds }) {
  const lists = new Set(Object.keys(answers).filter((id) => isGiven(answers[id])).map(instrumentOf).filter((id) => id !== null));
  const standing = (/** @type {object} */ records) => Object.values(records).filter(({ removed, gone, state }) => !removed && !gone && state !== PLANNED).length;
  /** @type {[key: string, count: number][]} */
  const counts = [
    ['preview.lists', lists.size],
    ['preview.meetings', standing(reviews)],
    ['preview.actions', standing(actions)],
    ['preview.topics', standing(topics)],
    ['preview.members', standing(members)],
    ['preview.places', standing(places)],
    ['preview.rounds', standing(rounds)],
  ];
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => sayCount(key, count));
  return parts.length > 0 ? say('preview.holds', { wat: new Intl.ListFormat(language()).format(parts) }) : '';
}

/**
 * @param {Change} change
 * @param {import('../forms/list-words.js').TextOf} textOf
 * @returns {(string | Node)[]}
 */
function describe(change, textOf) {
  const { item, before, after } = change;
  /** @type {Node[]} */
  const lines = [make('strong', {}, nameOf(item, textOf) ?? item)];
  const ofList = listLines(change);
  if (ofList) return [...lines, ...ofList].flatMap((line) => [line, ' ']);
  if ((before?.choice ?? '') !== (after?.choice ?? '')) {
    lines.push(make('span', { class: 'fii-changes__line' }, say('preview.choice', { voor: word(item, before), na: word(item, after) })));
  }
  if ((before?.note ?? '') !== (after?.note ?? '')) {
    lines.push(make('span', { class: 'fii-changes__line' }, say('preview.note', { voor: note(before), na: note(after) })));
  }
  return lines.flatMap((line) => [line, ' ']);
}

/**
 * @param {string} item
 * @param {Answer | null} answer
 */
function word(item, answer) {
  return answer?.choice ? choiceText(item, answer.choice) : say('preview.empty');
}

/** @param {Answer | null} answer */
function note(answer) {
  return answer?.note ? say('preview.quote', { tekst: answer.note }) : say('preview.empty');
}
