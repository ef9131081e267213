// What a dossier holds that this edition has no place for: texts that could not be read, answers to points that are gone. Shown
// to be read and copied; must not change them.

import { each, Stopped, Turns } from '../base/turns.js';
import { make } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';
import { isGiven } from '../forms/answer-form.js';
import { choiceText } from '../forms/item-texts.js';
import { isKnown, nameOf, ownTexts, pageLists } from '../forms/list-words.js';
import { dossierState } from '../store/dossier-state.js';

/** More would hold the page for seconds, and nobody reads them: in the file they all stand. */
const MOST = 200;

export class Lapsed {
  state = dossierState();
  #looking = new Turns();

  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.box = widget.need('data-fii-lapsed');
    this.list = widget.need('data-fii-lapsed-list');
    this.asideHelp = widget.need('data-fii-aside-help');
    this.asideList = widget.need('data-fii-aside-list');
  }

  /** Show them anew; of very many the first. */
  async show() {
    this.#looking.stop();
    const turns = (this.#looking = new Turns());
    const textOf = ownTexts(this.state.answers);
    const page = pageLists();
    /** @type {string[]} */
    const lapsed = [];
    try {
      await each(this.state.answers, turns, ([id, answer]) => isGiven(answer) && !isKnown(id, textOf, page) && lapsed.push(id));
    } catch (error) {
      if (error instanceof Stopped) return; // something changed: it is looked at anew
      throw error;
    }
    const aside = this.state.aside.slice(0, MOST).map(({ where, text }) => [make('dt', {}, where), make('dd', {}, text.length > 0 ? readOnly(where, text.join('')) : say('aside.large'))]);
    if (this.state.aside.length > MOST) aside.push([make('dt', {}, sayCount('aside.more', this.state.aside.length - MOST))]);
    this.box.hidden = lapsed.length + aside.length === 0;
    this.asideHelp.hidden = aside.length === 0;
    this.asideList.replaceChildren(...aside.flat());
    const shown = lapsed.sort().slice(0, MOST).flatMap((id) => {
      const { choice, note } = this.state.answers.get(id) ?? {};
      const texts = [choice && choiceText(id, choice), note].filter((text) => text !== undefined);
      return [make('dt', {}, nameOf(id, textOf) ?? id), ...texts.map((text) => make('dd', {}, text))];
    });
    if (lapsed.length > MOST) shown.push(make('dt', {}, sayCount('lapsed.more', lapsed.length - MOST)));
    this.list.replaceChildren(...shown);
  }
}

/**
 * A text to look at and to copy.
 * @param {string} name
 * @param {string} text
 */
function readOnly(name, text) {
  const field = make('textarea', { readonly: '', rows: '3', class: 'fii-unread', 'aria-label': name });
  field.value = text;
  return field;
}
