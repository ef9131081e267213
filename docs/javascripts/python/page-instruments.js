// The instruments of this page as the build printed them, for Python's eyes only. Must not interpret one.

import { randomId } from '../base/random-id.js';

/** @returns {string[]} their text as it stands: Python knows again what it read before */
export function pageInstruments() {
  return [...document.querySelectorAll('[data-fii-widget="instrument"] [data-fii-source]')].map((source) => source.textContent || 'null');
}

/**
 * Give the source of one of them.
 * @param {import('../base/widget.js').Widget} widget
 * @returns {string}
 */
export function sourceOf(widget) {
  return widget.own('data-fii-source')?.textContent || 'null';
}

/** A dossier of a year asks for hundreds of days; to make this anew takes longer than to use it. @type {Intl.DateTimeFormat | undefined} */
let days;

/** @returns {string} the reader's own day, as in 2026-11-22 */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/**
 * Make an id for a new record: r-mi8f2k0qab12. First the moment, since a store and a file keep records in the order of
 * their ids; then four random characters, for two people at one moment.
 * @param {string} kind one letter
 * @returns {string}
 */
export function newId(kind) {
  return `${kind}-${Date.now().toString(36)}${randomId(4)}`;
}

/**
 * Write a day as people say it.
 * @param {string} day as in 2026-11-22
 * @returns {string}
 */
export function sayDay(day) {
  const date = new Date(`${day}T12:00:00`);
  days ??= new Intl.DateTimeFormat(document.documentElement.lang || 'nl', { day: 'numeric', month: 'long', year: 'numeric' });
  return Number.isNaN(date.getTime()) ? day : days.format(date);
}
