// How the items and choices of this page are called, read from their legends and labels. Must not know an instrument.

import { forms, itemElement } from './forms.js';

/**
 * Give the text of an item as the reader sees it on this page.
 * @param {string} id
 * @returns {string | null} null when the page has no such item
 */
export function itemText(id) {
  const element = itemElement(id);
  return element ? oneLine(element.querySelector('legend, label')?.textContent) : null;
}

/**
 * Give the word for a choice; a choice that the page does not have is shown as it was written.
 * @param {string} id
 * @param {string} choice
 * @returns {string}
 */
export function choiceText(id, choice) {
  const control = itemElement(id)?.querySelector(`input[type="radio"][value="${CSS.escape(choice)}"]`);
  return oneLine(control?.closest('label')?.textContent) || choice;
}

/** The instrument of every item of this page: hundreds are asked for at once. @type {Map<string, string> | undefined} */
let instruments;

/**
 * Say to which instrument of this page an answer belongs.
 * @param {string} id of an item, or of a row of it
 * @returns {string | null}
 */
export function instrumentOf(id) {
  instruments ??= new Map(forms().flatMap((form) => [...form.querySelectorAll('[data-fii-item]')].map((item) =>
    [(item.getAttribute('data-fii-item') ?? '').split('@')[0] ?? '', form.getAttribute('data-fii-id') ?? ''])));
  return instruments.get(id.split('@')[0] ?? '') || null;
}

/**
 * @param {string | null | undefined} text
 * @returns {string} its words, with one blank between them
 */
export function oneLine(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
