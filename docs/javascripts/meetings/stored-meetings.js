// What is stored of closed meetings, as elements: what one says, to be read and to be saved as text, and the lights over time.
// It stands there until Python has made the paper, and where there is no Python. Must not weigh a light.

import { courseOf } from '../facts/course.js';
import { factFold, factLine } from '../facts/fact-line.js';
import { asText, minutesOf } from '../facts/minutes.js';
import { instrumentName } from '../forms/forms.js';
import { giveFile } from '../base/give-file.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayCount, sayDay } from '../base/words.js';

/** @typedef {import('../store/dossier-state.js').DossierState} State */

/**
 * @param {State} state
 * @param {string} id of a closed meeting
 * @returns {HTMLElement[]} none where there is no such meeting
 */
export function storedMinutes(state, id) {
  const parts = minutesOf(state, id);
  if (parts.length === 0) return [];
  const { date } = state.registers.get(`reviews/${id}`);
  const title = say('minutes.of', { datum: sayDay(date) });
  const save = makeButton(say('minutes.save'), () => giveFile(asText(title, parts), `${say('minutes.file')}-${date}.txt`, 'text/plain'), { class: 'fii-button', 'data-fii-minutes-save': '' });
  const told = parts.flatMap(({ title: head, lines }) => {
    const list = make('ul', { class: 'fii-feiten' }, ...lines.map(({ shape = '', word = '', text, facts = [] }) => factLine({ shape, word, what: make('span', {}, text), facts: [word, ...facts].filter(Boolean) })));
    return head ? [make('h5', {}, head), list] : [list];
  });
  return [make('h4', {}, title), make('p', {}, say('stored.lead')), ...told, make('p', { class: 'fii-actions' }, save)];
}

/**
 * @param {State} state
 * @returns {HTMLElement[]} a fold a phase; none where no meeting was closed
 */
export function storedCourse(state) {
  const courses = courseOf(state);
  const folds = courses.map(({ list, points }, at) => factFold(instrumentName(list), () => points.map(({ text, runs }) => {
    const facts = runs.map(({ light, since, count }) => sayCount('course.run', count, { licht: light.word || say('course.open'), datum: sayDay(since) }));
    return factLine({ ...runs[0]?.light, what: make('span', {}, text), facts });
  }), at === courses.length - 1)); // as Python has it: a fold stays as it was when the paper comes
  return folds.length > 0 ? [make('p', {}, say('stored.lead')), ...folds] : [];
}
