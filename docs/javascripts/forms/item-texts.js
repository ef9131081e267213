// How the items and choices of this page are called, read from their legends and labels. Must not know an instrument.

import { formOf, forms, itemElement, keyOf, subjectsOf } from './forms.js';
import { ownItemOf } from './list-records.js';
import { say } from '../base/words.js';
import { dossierState } from '../store/dossier-state.js';

/**
 * Give the text of an item as the reader sees it on this page.
 * @param {string} id
 * @returns {string | null} null when the page has no such item
 */
export function itemText(id) {
  const element = itemElement(id);
  return element ? oneLine(element.querySelector('legend, label')?.textContent) + aboutWhom(id) : null;
}

/**
 * Say about whom an answer is, where its list is filled in for each of several.
 * @param {string} id
 * @returns {string} " (De Wissel)", or " (kandidaat 2)" without a name; empty for the first, and of other lists
 */
export function aboutWhom(id) {
  const [, number] = /@(\d+)$/.exec(id) ?? [];
  const form = number ? formOf(listOf(id) ?? '') : null;
  const each = form && subjectsOf(form);
  if (!each || !number) return '';
  const first = form.querySelector('[data-fii-item]')?.getAttribute('data-fii-item') ?? '';
  const name = dossierState().answers.get(keyOf(first, Number(number)))?.note?.trim();
  return ` (${name || say('subject.number', { naam: each.noun.toLowerCase(), nummer: number })})`;
}

/**
 * Give the word for a choice; a choice that the page does not have is shown as it was written.
 * @param {string} id
 * @param {string} choice
 * @returns {string}
 */
export function choiceText(id, choice) {
  return oneLine(choiceLabel(id, choice)?.textContent) || choice;
}

/**
 * Give the label of a choice, also at an own item that this page does not show yet.
 * @param {string} id
 * @param {string} choice
 * @returns {Element | null}
 */
export function choiceLabel(id, choice) {
  const own = ownItemOf(id);
  const template = own ? formOf(own.instrument)?.querySelector('template[data-fii-own-item]') : null;
  const blank = template instanceof HTMLTemplateElement ? template.content : null;
  const radio = `input[type="radio"][value="${CSS.escape(choice)}"]`;
  return (itemElement(id)?.querySelector(radio) ?? blank?.querySelector(radio))?.closest('label') ?? null;
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
 * Say the same of an own item of a team's list too.
 * @param {string} id
 * @returns {string | null}
 */
export function listOf(id) {
  return ownItemOf(id)?.instrument ?? instrumentOf(id);
}

/**
 * @param {string | null | undefined} text
 * @returns {string} its words, with one blank between them
 */
export function oneLine(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
