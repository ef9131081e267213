// Which lists are due for another round, by what their authors advise. Must not show or weigh an answer.

import { forms } from '../forms/forms.js';
import { changedIn, givenIn } from '../forms/given.js';
import { closedIn } from '../forms/rounds.js';
import { dayOf, today } from '../base/words.js';

/**
 * Give the lists whose next round is due, by what their authors advise.
 * @param {{answers: ReadonlyMap<string, import('../store/answer-store.js').Answer>, registers: ReadonlyMap<string, any>}} state
 * @returns {{list: string, date: string, isClosed: boolean}[]} date: of the last round, or where none was closed of the last change
 */
export function dueRounds({ answers, registers }) {
  const [given, changed] = [givenIn(answers), changedIn(answers)];
  return forms().flatMap((form) => {
    const [list, months] = [form.getAttribute('data-fii-id') ?? '', Number(form.getAttribute('data-fii-rounds') ?? 0)];
    const last = months > 0 ? closedIn(registers, list).at(-1)?.date : undefined;
    const date = last ?? (months > 0 && given.has(list) ? dayOf(new Date(changed.get(list) ?? '')) : '');
    return date && dueOn(date, months) <= today() ? [{ list, date, isClosed: last !== undefined }] : [];
  });
}

/**
 * @param {string} day
 * @param {number} months
 * @returns {string} the same day so many months later; where that month is shorter, a few days on
 */
export function dueOn(day, months) {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, number)).toISOString().slice(0, 10);
}
