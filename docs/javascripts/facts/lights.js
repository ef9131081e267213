// The lights of the team as they stand in the dossier, read without Python: what a choice looks like, the build wrote in its
// form. Must not weigh or advise.

import { AnswerForm } from '../forms/answer-form.js';
import { forms } from '../forms/forms.js';
import { choiceLabel, oneLine } from '../forms/item-texts.js';
import { OwnList, wordsOf } from '../forms/own-list.js';
import { dossierState } from '../store/dossier-state.js';
import { say } from '../base/words.js';

/**
 * @typedef {{list: string, phase: number, points: Point[]}} Board
 * @typedef {{id: string, number: string, text: string, light: Light}} Point
 * @typedef {{shape: string, word: string}} Light shape: 'rood', 'oranje', 'groen' …; empty where nothing was chosen
 */

const NONE = { shape: '', word: '' };

class Lights {
  /** @param {import('../store/dossier-state.js').DossierState} state */
  constructor(state) {
    this.state = state;
    /** Copies that nobody sees, in the team's own words and order. */
    this.boards = forms().filter((form) => form.getAttribute('data-fii-id')?.startsWith('stoplicht-')).map((form) => {
      const copy = /** @type {HTMLElement} */ (form.querySelector('[data-fii-form]')?.cloneNode(true));
      const id = form.getAttribute('data-fii-id') ?? '';
      return { id, phase: Number(id.slice('stoplicht-'.length)), list: new OwnList(new AnswerForm(copy, () => ''), state) };
    });
  }

  /** @returns {Board[]} every stoplight as the team uses it, with the lights of now */
  now() {
    return this.boards.map(({ id, phase, list }) => {
      list.show();
      const entries = list.inOrder().filter((entry) => !list.isHidden(entry.id));
      const points = entries.flatMap(({ id: item, parts: [element] }) => {
        if (!element) return [];
        const number = oneLine(element.querySelector('.fii-item__number')?.textContent);
        return { id: item, number, text: oneLine(wordsOf(element)?.textContent), light: this.light(item, this.state.answers.get(item)?.choice) };
      });
      return { list: id, phase, points };
    });
  }

  /**
   * Say a choice as a light.
   * @param {string} item
   * @param {string | undefined} choice
   * @returns {Light}
   */
  light(item, choice) {
    return lightOf(item, choice);
  }

  /**
   * In how many closed meetings in a row a point had the same light as now, the last one first, and since when.
   * @param {Pick<Point, 'id' | 'light'>} point
   * @param {{date: string, lights: Record<string, string>}[]} closed by date
   * @returns {{count: number, since: string}}
   */
  since(point, closed) {
    const other = closed.findLastIndex(({ lights }) => this.light(point.id, lights[point.id]).shape !== point.light.shape);
    const same = closed.slice(other + 1);
    return { count: same.length, since: same[0]?.date ?? '' };
  }
}

/**
 * Say a choice as a light.
 * @param {string} item
 * @param {string | undefined} choice
 * @returns {Light}
 */
export function lightOf(item, choice) {
  const label = choice && choiceLabel(item, choice);
  if (!label) return NONE;
  return { shape: /fii-choice--([\w-]+)/.exec(label.className)?.[1] ?? '', word: oneLine(label.textContent) };
}

/** @returns {string} how many lights ask for something, to be said after what was done; empty where none was chosen */
export function lightsInWords() {
  const shapes = teamLights().now().flatMap(({ points }) => points.map(({ light }) => light.shape));
  const count = (/** @type {string} */ one) => shapes.filter((shape) => shape === one).length;
  return shapes.some(Boolean) ? say('told.lights', { rood: count('rood'), oranje: count('oranje') }) : '';
}

/** @type {Lights | undefined} */
let lights;

/**
 * Give the page's one reader of lights.
 * @returns {Lights}
 */
export function teamLights() {
  return (lights ??= new Lights(dossierState()));
}
