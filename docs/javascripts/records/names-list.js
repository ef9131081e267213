// Names that stand in the dossier, offered where a name is asked. Must not know whose they are: the page says where they stand.

import { make } from '../base/widget.js';

export class NamesList {
  /** @param {HTMLElement} list with data-fii-names: the items in which names are written, separated by blanks */
  constructor(list) {
    this.list = list;
    this.items = new Set((list.dataset['fiiNames'] ?? '').split(' '));
    this.shown = '';
  }

  /**
   * Offer what is written in these items, in the order of the rows, and who else is known; each name once.
   * @param {Map<string, import('../store/answer-store.js').Answer>} answers
   * @param {string[]} others
   */
  show(answers, others) {
    const found = [...answers].filter(([id, { note }]) => this.items.has(id.split('@')[0] ?? '') && note?.trim());
    found.sort(([one], [other]) => one.localeCompare(other, 'nl', { numeric: true }));
    const names = [...new Set([...found.map(([, { note }]) => note ?? ''), ...others].map((name) => name.trim()).filter(Boolean))];
    if (names.join('\n') === this.shown) return;
    this.shown = names.join('\n');
    this.list.replaceChildren(...names.map((value) => make('option', { value })));
  }
}
