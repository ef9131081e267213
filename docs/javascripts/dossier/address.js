// What a fragment of /dossier/ means: a view, a list, a place in one of both, or answers that it carries. Pure.

/**
 * @typedef {object} Page what the page has
 * @property {string[]} views
 * @property {(id: string) => string} viewOf the view that an element or a record stands in; empty for none
 * @property {(id: string) => string} listOf the list that has this name, or that an item or an element of its form belongs to; empty for none
 *
 * @typedef {{view: string, list: string, place: string}} Goal
 *   view: empty where the view stays as it is · list: the list to open · place: what comes into sight there
 */

/** Answers travel in a fragment like this (instrument/linked-answers.js); what is shown behind the question stays. */
const CARRIES = /^fii\d+(~|%7e)/i;

/**
 * @param {string} fragment decoded, without its #
 * @param {Page} page
 * @returns {Goal}
 */
export function goalOf(fragment, { views, viewOf, listOf }) {
  const goal = (view = '', list = '', place = '') => ({ view, list, place });
  if (fragment === '') return goal(views[0]);
  if (views.includes(fragment)) return goal(fragment);
  if (CARRIES.test(fragment)) return goal();
  const list = listOf(fragment);
  if (list) return goal('lijsten', list, list === fragment ? '' : fragment);
  const view = viewOf(fragment);
  return goal(view, '', fragment);
}
