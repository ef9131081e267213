// What was taken out for good → what may still stand. As in fii_widgets/dossier/forgotten.py, which says why. Pure; stores nothing.

import { ANSWERS, FORGOTTEN, isRegister, VERSIONS } from './dossier-registers.js';

/**
 * @typedef {Record<string, string>} Forgotten place → time
 * @typedef {import('../store/answer-store.js').HistoryEvent} HistoryEvent
 */

/**
 * Give the time up to which what was set under a path is forgotten.
 * @param {Forgotten} gone
 * @param {string} path
 * @returns {{at: string} | undefined} none: nothing is
 */
export function since(gone, path) {
  const parts = path.split('/');
  const places = [path, ...parts.map((_, last) => `${parts.slice(0, last + 1).join('/')}/`)];
  return places.flatMap((place) => (gone[place] ? [{ at: gone[place] }] : [])).sort((one, other) => Date.parse(other.at) - Date.parse(one.at))[0];
}

/**
 * @param {Forgotten} gone
 * @param {string} path
 * @param {{at: string, cleaned?: string}} value
 * @returns {boolean} whether it was set after what was forgotten there
 */
export function isLeft(gone, path, value) {
  const last = Date.parse(since(gone, path)?.at ?? '') || 0;
  return last === 0 || Math.max(Date.parse(value.at), Date.parse(value.cleaned ?? '') || 0) > last;
}

/**
 * Give the history without forgotten answers and names of files. It does not say whose an answer was.
 * @param {Forgotten} gone
 * @param {HistoryEvent[]} events
 * @returns {HistoryEvent[]}
 */
export function eventsLeft(gone, events) {
  const places = Object.keys(gone);
  if (places.length === 0) return events;
  /** @type {Forgotten} */
  const items = Object.create(null);
  for (const place of places) {
    const item = place.split('/').at(-1) ?? '';
    if ((!isRegister(place) || /^(members|places)\//.test(place)) && !(Date.parse(items[item] ?? '') > Date.parse(gone[place] ?? ''))) items[item] = gone[place] ?? '';
  }
  return events.map(({ file, ...event }) => ({
    at: event.at,
    event: event.event,
    ...(file === undefined || gone[`history/${event.at}`] ? {} : { file }),
    changes: event.changes.flatMap((change) => {
      if (!items[change.item]) return [change];
      const [before, after] = [change.before, change.after].map((one) => (one && isLeft(items, change.item, one) ? one : null));
      return before || after ? [{ item: change.item, before: before ?? null, after: after ?? null }] : [];
    }),
  }));
}

/**
 * Give what stood aside without what was forgotten of it.
 * @param {Forgotten} gone
 * @param {import('./dossier-sift.js').Aside[]} asides
 */
export function asidesLeft(gone, asides) {
  return asides.filter(({ where }) => !gone[asidePlace(where)]);
}

/** @param {string} where @returns {string} */
export function asidePlace(where) {
  return `aside/${encodeURIComponent(where)}`;
}

/**
 * Give what can be put back without what was forgotten of it: else going back would bring it.
 * @param {Forgotten} gone
 * @param {[string, any][]} undo
 * @returns {[string, any][]}
 */
export function undoLeft(gone, undo) {
  if (Object.keys(gone).length === 0) return undo;
  return undo.flatMap(([path, value]) => {
    if (value === null || path === FORGOTTEN) return [[path, value]];
    if (path === VERSIONS) return [[path, versionsLeft(gone, value)]];
    const [kind = '', id = '', part] = path.split('/');
    if (part === ANSWERS) return [[path, Object.fromEntries(Object.entries(value).filter(([item, one]) => isLeft(gone, `${kind}/${id}/${item}`, one)))]];
    return isLeft(gone, path, value) ? [[path, value]] : [];
  });
}

/**
 * @param {Forgotten} gone
 * @param {Record<string, any[]>} versions
 * @returns {Record<string, any[]>}
 */
export function versionsLeft(gone, versions) {
  const left = Object.entries(versions).map(([path, values]) => /** @type {const} */ ([path, values.filter((one) => isLeft(gone, path, one))]));
  return Object.fromEntries(left.filter(([, values]) => values.length > 0));
}
