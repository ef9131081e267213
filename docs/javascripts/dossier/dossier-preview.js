// What an opened file would change, shown before anything is replaced. Text only; must not write to the state.

import { dossierState } from '../store/dossier-state.js';
import { choiceName, isKnown, listLines, nameOf, ownTexts, pageLists, toTell } from '../instrument/list-words.js';
import { each } from '../base/turns.js';
import { make } from '../base/widget.js';
import { say, sayCount, sayMoment } from '../base/words.js';

/**
 * @typedef {import('../store/answer-store.js').Answer} Answer
 * @typedef {import('../store/answer-store.js').Change} Change
 */

const MOST_LINES = 200;

export class DossierPreview {
  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.box = widget.need('data-fii-preview');
    this.title = widget.need('data-fii-preview-title');
    this.lead = widget.need('data-fii-preview-lead');
    this.body = widget.need('data-fii-preview-body');
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
    const textOf = ownTexts(new Map(Object.entries(dossier.answers)), dossierState().answers);
    const page = pageLists();
    /** @type {Change[]} */
    const known = [];
    const changes = toTell(all);
    await each(changes, turns, (change) => isKnown(change.item, textOf, page) && known.push(change));
    const count = sayCount('preview.changes', changes.length);
    const saved = sayMoment('preview.file', dossier.saved, { bestand: fileName });
    this.lead.textContent = [saved, newer ? say('preview.newer') : changes.length + others === 0 ? say('preview.same') : count].join(' ');
    const naam = dossier.name?.text ?? '';
    const lines = known.slice(0, MOST_LINES).map((change) => make('li', {}, ...describe(change, textOf)));
    if (known.length > MOST_LINES) lines.push(make('li', {}, sayCount('preview.more', known.length - MOST_LINES)));
    const unknown = changes.length - known.length;
    if (unknown > 0) lines.push(make('li', {}, sayCount('preview.unknown', unknown)));
    if (others > 0) lines.push(make('li', {}, sayCount('preview.records', others)));
    if (ahead > 0) lines.push(make('li', {}, sayCount('preview.ahead', ahead)));
    if (dossier.aside.length > 0) lines.push(make('li', {}, sayCount('preview.aside', dossier.aside.length)));
    const isOther = naam !== '' && open !== '' && naam !== open;
    if (isOther) lines.push(make('li', {}, say('preview.other', { naam, open })));
    this.body.replaceChildren(...(lines.length > 0 ? [make('ul', { class: 'fii-changes' }, ...lines)] : []));
    this.apply.hidden = this.beside.hidden = newer;
    this.box.hidden = false;
    this.title.focus();
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
  }
}

/**
 * @param {Change} change
 * @param {import('../instrument/list-words.js').TextOf} textOf
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
  return choiceName(item, answer?.choice ?? '') || say('preview.empty');
}

/** @param {Answer | null} answer */
function note(answer) {
  return answer?.note ? say('preview.quote', { tekst: answer.note }) : say('preview.empty');
}
