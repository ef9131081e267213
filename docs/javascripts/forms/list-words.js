// How the records of a team's own list are called in a sentence: in words, never by their ids alone. Text only.

import { forms, instrumentName, itemIds } from './forms.js';
import { itemText } from './item-texts.js';
import { hasPlace, ownItemOf, recordOf } from './list-records.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @typedef {import('../store/answer-store.js').Answer} Answer
 * @typedef {import('../store/answer-store.js').Change} Change
 * @typedef {(id: string) => string} TextOf  the words of an own item, where there are any
 */

/**
 * Give what the page has: items, and lists that a team can change.
 * @returns {{items: Set<string>, lists: Set<string>}}
 */
export function pageLists() {
  const lists = forms().flatMap((form) => form.querySelector('[data-fii-own]')?.getAttribute('data-fii-own') ?? []);
  return { items: itemIds(), lists: new Set(lists) };
}

/**
 * Look up own items in these answers, the first that has words.
 * @param {...ReadonlyMap<string, Answer>} answers
 * @returns {TextOf}
 */
export function ownTexts(...answers) {
  return (id) => answers.map((some) => some.get(`${id}.tekst`)?.note).find(Boolean) ?? '';
}

/**
 * Say what an answer or a record is about; a line of the handbook's own is called as the page calls it.
 * @param {string} id
 * @param {TextOf} textOf
 * @returns {string | null} null where this page has no words for it
 */
export function nameOf(id, textOf) {
  const record = recordOf(id);
  const own = ownItemOf(record?.about ?? id);
  if (own) {
    const tekst = textOf(own.item);
    return say(tekst ? 'own.name-item' : 'own.name-gone', { tekst, lijst: instrumentName(own.instrument) });
  }
  if (!record) return itemText(id);
  if (record.part === 'volgorde') return say('own.name-list', { lijst: instrumentName(record.about) });
  const punt = itemText(record.about) ?? say('own.name-lapsed', { id: record.about });
  return record.part === 'verborgen' ? say('own.name-hidden', { punt }) : say('own.name-text', { punt });
}

/**
 * Whether the page can show what changes.
 * @param {string} id
 * @param {TextOf} textOf
 * @param {ReturnType<typeof pageLists>} page looked up once by who asks about many: the page is large
 * @returns {boolean}
 */
export function isKnown(id, textOf, page) {
  const own = recordOf(id) ? null : ownItemOf(id);
  return own ? page.lists.has(own.instrument) && textOf(own.item) !== '' : hasPlace(id, page);
}

/**
 * Take out the records that say nothing a reader would miss: where an own item stands, beside what it says, and which row
 * is about the same candidate.
 * @param {Change[]} changes
 * @returns {Change[]}
 */
export function toTell(changes) {
  const changed = new Set(changes.map(({ item }) => item));
  return changes.filter(({ item }) => {
    const record = recordOf(item);
    return record?.part !== 'plek' || (ownItemOf(record.about) !== null && !changed.has(`${record.about}.tekst`));
  });
}

/**
 * Say what happens to a list, in lines for a preview.
 * @param {Change} change
 * @returns {Node[] | null} null for an answer to an item
 */
export function listLines({ item, before, after }) {
  const record = recordOf(item);
  if (!record) return null;
  const line = (/** @type {string} */ sentence) => [make('span', { class: 'fii-changes__line' }, sentence)];
  if (record.part === 'volgorde' || record.part === 'plek') return line(say('own.change-order'));
  if (record.part === 'verborgen') return line(say(after?.choice ? 'own.change-hidden' : 'own.change-shown'));
  const quote = (/** @type {Answer | null} */ answer) => {
    if (answer?.note) return say('preview.quote', { tekst: answer.note });
    return say(ownItemOf(record.about) ? 'preview.empty' : 'own.change-none');
  };
  return line(say('own.change-text', { voor: quote(before), na: quote(after) }));
}
