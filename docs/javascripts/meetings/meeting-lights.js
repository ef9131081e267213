// The lights of a meeting, set at the table: a row a point, with the light and the note of the time before. The forms are
// those of the lists; they are in the page while somebody looks at them. Must not judge a light.

import { holdsRefused } from '../forms/field-check.js';
import { make, makeUnseen } from '../base/widget.js';
import { actOnButton } from '../records/action-line.js';
import { say, sayDay } from '../base/words.js';
import { shapeMark } from '../facts/fact-line.js';
import { teamLights } from '../facts/lights.js';
import { whyRefused } from '../saving/leaving.js';
import { AnswerForm } from '../forms/answer-form.js';
import { formOf, instrumentName } from '../forms/forms.js';
import { OwnList } from '../forms/own-list.js';
import { renumber } from '../forms/rows.js';

/**
 * @typedef {{list: string, answers: AnswerForm, own: OwnList, form: HTMLElement}} Board
 * @typedef {{date: string, lights: Record<string, string>, notes: Record<string, string>}} Earlier a closed meeting
 */

export class MeetingLights {
  /** @type {Board[]} */
  #boards = [];
  /** @type {Earlier[]} */
  #closed = [];
  /** The meeting that is held. */
  #id = '';

  /**
   * @param {HTMLElement} box
   * @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} widget
   * @param {(item: string) => void} act somebody will do something about a point
   */
  constructor(box, widget, act) {
    this.box = box;
    this.widget = widget;
    this.state = widget.state;
    this.act = act;
    this.state.addEventListener('collect', () => this.#collect());
    box.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {string} item whose lights get the focus */
  focus(item) {
    radioOf(this.box.querySelector(`[data-fii-item="${CSS.escape(item)}"]`))?.focus();
  }

  /**
   * From a light to that of the next point, or of the one before; past the last to what comes after them.
   * @param {KeyboardEvent} event
   */
  #key(event) {
    const { target, key, shiftKey } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    event.preventDefault();
    const here = target.closest('[data-fii-item]');
    const items = [...this.box.querySelectorAll('[data-fii-item]')].filter((item) => item === here || item.checkVisibility());
    const next = radioOf(items[items.indexOf(/** @type {Element} */ (here)) + (shiftKey ? -1 : 1)]);
    if (next) next.focus();
    else if (!shiftKey) /** @type {HTMLElement | null} */ (this.box.parentElement?.querySelector('[data-fii-step-next]'))?.focus();
  }

  /**
   * Show the stoplights of the phases of a meeting.
   * @param {string} id
   * @param {number[]} phases
   * @param {Earlier[]} closed by date
   */
  show(id, phases, closed) {
    this.#id = id;
    this.#closed = closed;
    const lists = phases.map((phase) => `stoplicht-${phase}`);
    if (this.#boards.map(({ list }) => list).join() !== lists.join()) {
      if (!this.clear()) return;
      this.#boards = lists.flatMap((list) => this.#board(list));
      this.box.replaceChildren(...this.#boards.map(({ list, form }) => make('section', { class: 'fii-instrument fii-instrument--punten' }, make('h4', {}, instrumentName(list)), form)));
    }
    for (const board of this.#boards) this.#fill(board);
  }

  /**
   * Take the forms out of the page again. What holds a text that is not kept stays.
   * @returns {boolean} whether they are gone
   */
  clear() {
    this.#collect();
    if (holdsRefused(this.box)) return false;
    this.#boards = [];
    this.box.replaceChildren();
    return true;
  }

  #collect() {
    for (const { answers } of this.#boards) answers.collect();
  }

  /**
   * @param {string} list
   * @returns {Board[]} none where this edition has no such list
   */
  #board(list) {
    const form = /** @type {HTMLElement | undefined} */ (formOf(list)?.querySelector('[data-fii-form]')?.cloneNode(true));
    if (!form) return [];
    form.querySelector('.fii-own-bar')?.remove();
    renumber(form.querySelectorAll('*'), (value) => value.replace(/^d-/, 'd-overleg-')); // the list itself may be open too
    const answers = new AnswerForm(form, (id, parts) => (this.state.change(id, parts) ? '' : whyRefused()));
    return [{ list, answers, own: new OwnList(answers, this.state), form }];
  }

  /** @param {Board} board */
  #fill({ answers, own }) {
    own.show();
    for (const [item, { element }] of answers.items) {
      const answer = this.state.answers.get(item);
      answers.show(item, answer);
      const before = element.querySelector('[data-fii-before]') ?? this.#beside(item, element);
      const note = answer?.note ?? '';
      const since = this.#noteSince(item, note);
      before.replaceChildren(...this.#before(item, since));
      const holds = /** @type {HTMLInputElement} */ (element.querySelector('[data-fii-holds]'));
      holds.checked = note !== '' && this.state.registers.get(this.#noteOf(item))?.text === note;
      /** @type {HTMLElement} */ (holds.closest('label')).hidden = !since;
    }
    answers.openNotes();
  }

  /**
   * Put beside a point what was so the last time, and what can be done about it.
   * @param {string} item
   * @param {HTMLElement} element
   */
  #beside(item, element) {
    const before = make('p', { class: 'fii-vorige', 'data-fii-before': '' });
    const text = element.querySelector('.fii-item__text')?.textContent ?? '';
    const holds = /** @type {HTMLInputElement} */ (make('input', { type: 'checkbox', 'data-fii-holds': '' }));
    holds.addEventListener('change', () => this.#confirm(item, holds));
    const label = make('label', { class: 'fii-overleg__geldt', hidden: '' }, holds, ' ', say('meeting.note-holds'), makeUnseen(`: ${text}`));
    element.append(make('div', { class: 'fii-overleg__bij' }, before, label, actOnButton(item, text, () => this.act(item))));
    return before;
  }

  /**
   * An old note comes into the minutes where the room says that it still holds.
   * @param {string} item
   * @param {HTMLInputElement} holds
   */
  #confirm(item, holds) {
    this.#collect();
    const text = holds.checked ? (this.state.answers.get(item)?.note ?? '') : '';
    if (this.state.put(this.#noteOf(item), { text })) return;
    holds.checked = !holds.checked;
    this.widget.tell(whyRefused());
  }

  /** @param {string} item */
  #noteOf(item) {
    return `reviews/${this.#id}/notes/${item}`;
  }

  /**
   * @param {string} item
   * @param {string} note that stands there now
   * @returns {string} the day of the first meeting that had it, and no other since; empty for a new note
   */
  #noteSince(item, note) {
    if (!note) return '';
    const other = this.#closed.findLastIndex(({ notes }) => item in notes && notes[item] !== note);
    return this.#closed.slice(other + 1).find(({ notes }) => notes[item] === note)?.date ?? '';
  }

  /**
   * @param {string} item
   * @param {string} since the day of its note, where that is an old one
   * @returns {(string | Node)[]}
   */
  #before(item, since) {
    const last = this.#closed.at(-1);
    if (!last) return [];
    const light = teamLights().light(item, last.lights[item]);
    const { count, since: from } = teamLights().since({ id: item, light }, this.#closed);
    const alle = this.#closed.filter(({ lights }) => lights[item]).length;
    const long = count > 1 ? `, ${say('meeting.lasting', { aantal: count, alle, datum: sayDay(from) })}` : '';
    const parts = light.shape ? [say('meeting.before'), ' ', shapeMark(light.shape), ` ${light.word.toLowerCase()}${long}. `] : [];
    return since ? [...parts, say('meeting.old-note', { datum: sayDay(since) })] : parts;
  }
}

/**
 * @param {Element | null | undefined} item
 * @returns {HTMLInputElement | null} where its lights take the focus: the one that is chosen, else the first
 */
function radioOf(item) {
  return item?.querySelector('input[type="radio"]:checked') ?? item?.querySelector('input[type="radio"]') ?? null;
}
