// How the items and choices of this page are called, read from their legends and labels. Must not know an instrument.

/**
 * Give the text of an item as the reader sees it on this page.
 * @param {string} id
 * @returns {string | null} null when the page has no such item
 */
export function itemText(id) {
  const element = document.querySelector(`[data-fii-item="${CSS.escape(id)}"]`);
  return element ? oneLine(element.querySelector('legend, label')?.textContent) : null;
}

/**
 * Give the word for a choice; a choice that the page does not have is shown as it was written.
 * @param {string} id
 * @param {string} choice
 * @returns {string}
 */
export function choiceText(id, choice) {
  const item = document.querySelector(`[data-fii-item="${CSS.escape(id)}"]`);
  const control = item?.querySelector(`[name="${CSS.escape(id)}"][value="${CSS.escape(choice)}"]`);
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
  instruments ??= new Map([...document.querySelectorAll('[data-fii-item]')].map((element) =>
    [(element.getAttribute('data-fii-item') ?? '').split('@')[0] ?? '', element.closest('[data-fii-id]')?.getAttribute('data-fii-id') ?? '']));
  return instruments.get(id.split('@')[0] ?? '') || null;
}

/**
 * Give the name of an instrument as this page calls it.
 * @param {string} instrument
 * @returns {string}
 */
export function instrumentName(instrument) {
  return document.querySelector(`[data-fii-id="${CSS.escape(instrument)}"]`)?.getAttribute('aria-label') ?? instrument;
}

/**
 * @param {string | null | undefined} text
 * @returns {string} its words, with one blank between them
 */
export function oneLine(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
