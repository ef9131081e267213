// One member's own copy of a dossier: what is asked of them, alone, and how far that is; then the way back to who asked. What
// is for the whole team is out of the way. Must not change it.

import { MEMBER } from '../file/dossier-registers.js';
import { instrumentName } from '../forms/forms.js';
import { askedOf, isDone, stateOf } from '../facts/asked.js';
import { shapeMark } from '../facts/fact-line.js';
import { make, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** Views of /dossier/ that are no use to one member. */
const FOR_THE_TEAM = ['stand', 'overleg', 'acties', 'verloop', 'team', 'stukken'];

export class OwnCopy {
  /** The reader wants to see the other lists too. */
  #isAll = false;
  /** Which lists are shown alone. */
  #only = '';
  /** Whether everything was done when it was last looked at. @type {boolean | null} */
  #wasDone = null;

  /**
   * @param {import('../base/widget.js').Widget & {state: import('../store/dossier-state.js').DossierState}} widget
   * @param {import('./lists.js').Lists} lists
   */
  constructor(widget, lists) {
    this.widget = widget;
    this.state = widget.state;
    this.lists = lists;
    this.box = widget.need('data-fii-own-copy');
    this.title = widget.need('data-fii-own-copy-title');
    this.asked = widget.need('data-fii-asked-box');
    this.next = widget.need('data-fii-copy-next');
    this.told = widget.need('data-fii-copy-told');
    this.rest = widget.need('data-fii-action="all-lists"');
    this.wider = this.rest.textContent ?? '';
    widget.onPress({
      'all-lists': () => {
        this.#isAll = !this.#isAll;
        this.#show();
      },
    });
    for (const event of ['answers', 'saved']) this.state.addEventListener(event, () => this.#show());
    void this.state.ready.then(() => this.#show());
  }

  /** Whose copy this is; empty where it is the team's dossier. */
  get member() {
    return this.state.registers.get(MEMBER)?.text ?? '';
  }

  /** A copy was opened: it begins with what is asked. */
  focus() {
    this.title.focus();
  }

  #show() {
    const { member, state } = this;
    this.box.hidden = member === '';
    for (const id of FOR_THE_TEAM) document.querySelector(`[data-fii-to="${id}"]`)?.closest('li')?.toggleAttribute('hidden', member !== '');
    document.getElementById('wijken')?.toggleAttribute('hidden', member !== '');
    setText(this.title, member ? say('copy.title', { naam: state.registers.get(`members/${member}`)?.label || say('copy.nobody') }) : '');
    const asked = member ? stateOf(askedOf(state, member), state.answers) : [];
    this.#showAsked(asked);
    this.#showOnly(asked.map(({ list }) => list));
    this.#showNext(asked);
  }

  /** @param {import('../facts/asked.js').Asked[]} asked */
  #showAsked(asked) {
    this.asked.hidden = asked.length === 0;
    const lines = asked.map((one) => {
      const far = one.day ? sayCount('list.progress', one.total, { ingevuld: one.done }) : say('list.empty');
      const mark = shapeMark(isDone(one) ? 'groen' : 'leeg');
      return make('li', {}, mark, ' ', make('a', { href: `#${one.list}` }, instrumentName(one.list)), make('span', { class: 'fii-feit__bij' }, isDone(one) ? say('copy.list-done') : far));
    });
    const list = this.widget.need('data-fii-asked');
    const shown = lines.map(({ textContent }) => textContent).join('\n');
    if (list.dataset['shown'] === shown) return; // a link that has the focus stays
    list.dataset['shown'] = shown;
    list.replaceChildren(...lines);
  }

  /** @param {string[]} asked */
  #showOnly(asked) {
    const only = this.#isAll ? [] : asked;
    setText(this.rest, this.#isAll ? say('copy.only') : this.wider);
    document.getElementById('dossier-overzicht')?.closest('section')?.toggleAttribute('hidden', only.length > 0);
    if (this.#only === only.join(' ')) return;
    this.#only = only.join(' ');
    this.lists.only(only);
  }

  /**
   * Once everything is done there is one thing left: the file.
   * @param {import('../facts/asked.js').Asked[]} asked
   */
  #showNext(asked) {
    const isAllDone = asked.length > 0 && asked.every(isDone);
    const { file = '', fileName = '', changes } = this.state.marks;
    const isMade = changes === 0 && file > (this.state.history.at(-1)?.at ?? ''); // not the file that was opened
    const done = sayCount('copy.done', asked.length);
    this.next.hidden = !isAllDone;
    this.next.classList.toggle('is-gemaakt', isMade);
    setText(this.told, isMade ? say('copy.made', { bestand: fileName }) : `${done} ${say('copy.then')}`);
    if (isAllDone && this.#wasDone === false) this.widget.tell(done);
    this.#wasDone = isAllDone;
  }
}
