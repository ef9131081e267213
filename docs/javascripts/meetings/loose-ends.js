// What is not done yet in the meeting that is held, said before it is closed, with the way to each. It is told from what is
// stored and holds nobody up. Must not judge.

import { make, makeButtonFor, setText } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';
import { factLine } from '../facts/fact-line.js';
import { teamLights } from '../facts/lights.js';
import { isListed } from '../facts/list-actions.js';
import { runningActions, standing } from '../facts/stored.js';

/** @typedef {{says: string, go: () => void}} End */

export class LooseEnds {
  #shown = '';

  /** @param {import('./meetings-widget.js').MeetingsWidget} widget */
  constructor(widget) {
    this.widget = widget;
    this.list = widget.need('data-fii-loose');
    this.lead = widget.need('data-fii-loose-lead');
  }

  /** @param {import('./meetings-widget.js').Review} open */
  show(open) {
    const ends = [...this.#lights(open.phases), ...this.#topics(), ...this.#actions(), ...this.#next(open)];
    setText(this.lead, say(ends.length > 0 ? 'loose.some' : 'loose.none'));
    const shown = JSON.stringify(ends);
    if (shown === this.#shown) return; // a button that has the focus stays
    this.#shown = shown;
    this.list.replaceChildren(...ends.map(({ says, go }) =>
      factLine({ what: make('span', {}, says), facts: [], acts: [makeButtonFor(say('loose.go'), say('loose.about', { wat: says }), go)] })));
  }

  /**
   * @param {number[]} phases
   * @returns {End[]}
   */
  #lights(phases) {
    return teamLights().now().filter(({ phase }) => phases.includes(phase)).flatMap(({ phase, points }) => {
      const unlit = points.filter(({ light }) => !light.word);
      const first = unlit[0]?.id ?? '';
      const go = () => {
        this.widget.room.steps.go('lichten');
        this.widget.room.lights.focus(first);
      };
      return unlit.length > 0 ? [{ says: sayCount('loose.lights', unlit.length, { fase: phase }), go }] : [];
    });
  }

  /** @returns {End[]} */
  #topics() {
    const left = standing(this.widget.state, 'topics/').filter(([, { review, text }]) => !review && text.trim());
    return this.#records('topics', left, () => this.widget.topics.list.focus(left[0]?.[0] ?? ''));
  }

  /** @returns {End[]} of the actions of meetings; what a list asks is told by that list */
  #actions() {
    const left = runningActions(this.widget.state, ({ owner, due }) => !owner.trim() || !due).filter(([id]) => !isListed(id));
    return this.#records('actions', left, () => this.widget.actions.running.focus(left[0]?.[0] ?? ''));
  }

  /**
   * @param {'topics' | 'actions'} kind
   * @param {import('../facts/stored.js').Records} left
   * @param {() => void} focus
   * @returns {End[]}
   */
  #records(kind, left, focus) {
    const go = () => {
      this.widget.room.steps.go(kind === 'topics' ? 'bespreken' : 'acties');
      focus();
    };
    return left.length > 0 ? [{ says: sayCount(kind === 'topics' ? 'loose.topics' : 'loose.actions', left.length), go }] : [];
  }

  /**
   * @param {import('./meetings-widget.js').Review} open
   * @returns {End[]}
   */
  #next({ next }) {
    const isKnown = next || this.widget.state.registers.get('settings/rhythm')?.text;
    const field = this.widget.need('data-fii-part="next"');
    return isKnown ? [] : [{ says: say('loose.next'), go: () => field.focus() }];
  }
}
