// What is looked back on when a meeting begins: lights that changed since the last one, and actions that should be done by
// now. Stored facts, without Python. Must not judge.

import { say, sayDay } from '../base/words.js';
import { make, setText } from '../base/widget.js';
import { factLine, shapeMark } from '../facts/fact-line.js';
import { teamLights } from '../facts/lights.js';
import { actionButton, actionLine, actionName } from '../records/action-line.js';
import { decidedOf, isDue, sayStanding } from '../facts/decided.js';
import { DecisionActs } from '../records/decision-acts.js';
import { putAction } from '../facts/list-actions.js';
import { runningActions } from '../facts/stored.js';

/** @typedef {import('./meetings-widget.js').Review} Review */

export class LookBack {
  /**
   * @param {import('./meetings-widget.js').MeetingsWidget} widget
   * @param {(id: string) => void} edit somebody wants to change an action
   */
  constructor(widget, edit) {
    this.widget = widget;
    this.edit = edit;
    this.changed = widget.need('data-fii-changed');
    this.due = widget.need('data-fii-due');
    this.again = widget.need('data-fii-again');
    this.acts = new DecisionActs(widget, () => focusOn(this.again));
    this.lead = widget.need('data-fii-look-back');
    this.report = widget.need('data-fii-report-before', HTMLAnchorElement);
  }

  /**
   * @param {Review} open
   * @param {[id: string, review: Review] | undefined} before the closed meeting before it
   */
  show(open, before) {
    const [id = '', last] = before ?? [];
    setText(this.lead, last ? say('meeting.since', { datum: sayDay(last.date) }) : say('meeting.first'));
    this.report.hidden = !last;
    this.report.href = `#${id}`;
    const changed = last ? this.#changed(open, last) : [];
    this.changed.replaceChildren(...(last && changed.length === 0 ? [make('li', {}, say('meeting.no-change'))] : changed));
    const due = this.#due(open.date);
    this.due.replaceChildren(...due);
    this.widget.need('data-fii-due-box').hidden = due.length === 0;
    const again = decidedOf(this.widget.state).filter((one) => one.review !== this.widget.openId && isDue(one, open.date));
    this.again.replaceChildren(...again.map((one) =>
      factLine({ what: make('span', {}, one.text), facts: [sayDay(one.date), sayStanding(one)], acts: this.acts.due(one) })));
    this.widget.need('data-fii-again-box').hidden = again.length === 0;
  }

  /**
   * @param {Review} open
   * @param {Review} last
   */
  #changed(open, last) {
    const lights = teamLights();
    const lit = /** @type {Record<string, string>} */ (last.lights);
    const boards = lights.now().filter(({ phase }) => open.phases.includes(phase) && last.phases.includes(phase));
    return boards.flatMap(({ phase, points }) => points.flatMap(({ id, number, text, light }) => {
      const was = lights.light(id, lit[id]);
      if (was.shape === light.shape || !(was.shape || light.shape)) return [];
      const words = [was, light].map(({ word }) => word.toLowerCase() || say('preview.empty'));
      const what = make('span', {}, `${number} ${text}`);
      const facts = [say('stand.of-phase', { fase: phase }), say('meeting.from-to', { van: words[0] ?? '', naar: words[1] ?? '' })];
      const line = factLine({ what, facts });
      line.querySelector('.fii-feit__wat')?.prepend(...[was, light].flatMap(({ shape }, at) => [...(at ? ['→ '] : []), ...(shape ? [shapeMark(shape), ' '] : [])]));
      return [line];
    }));
  }

  /** @param {string} day of the meeting */
  #due(day) {
    const { state } = this.widget;
    return runningActions(state, ({ due }) => due && due <= day).map(([id, action]) => {
      const end = (/** @type {string} */ stand) => () => {
        if (!putAction(state, id, { ...action, state: stand })) return;
        this.widget.tell(say(stand === 'klaar' ? 'stand.told-done' : 'meeting.told-lapsed', { actie: actionName(action) }));
        focusOn(this.due);
      };
      return actionLine(action, make('span', {}, actionName(action)), [
        actionButton(say('stand.done'), action, end('klaar')),
        actionButton(say('meeting.later'), action, () => this.edit(id)),
        actionButton(say('meeting.lapse'), action, end('vervallen')),
      ]);
    });
  }
}

/** @param {HTMLElement} list of which a line may be gone */
function focusOn(list) {
  const next = list.querySelector('button') ?? document.querySelector('[data-fii-step-tab][aria-selected="true"]');
  if (next instanceof HTMLElement) next.focus();
}
