// What goes to the printer besides the page itself: a report by Python, or empty forms. Must not make HTML itself.

import { python } from '../python/client.js';
import { insert } from '../base/safe-html.js';
import { make } from '../base/widget.js';
import { sayDay } from '../base/words.js';

/** On the root while a sheet is printed: paper shows the sheet and not the page. */
const SHEET = 'is-sheet';

/**
 * Print what Python makes of the answers; where there is no Python, or nothing was filled in, the form as it stands.
 * @param {import('../python/client.js').Request | null} request
 */
export async function printReport(request) {
  if (!request || !python().isPossible) return print();
  try {
    const reply = await python().ask(request);
    if (!reply.ok || !reply.html) throw new Error(reply.message ?? 'no report');
    printHtml(reply.html);
  } catch (error) {
    console.warn(error);
    print();
  }
}

/**
 * Print what Python made.
 * @param {string} html
 * @throws {import('../base/safe-html.js').RefusedHtml}
 */
export function printHtml(html) {
  const sheet = make('div', { class: 'fii-sheet fii-article fii-verslag' });
  insert(sheet, html);
  printSheet(sheet);
}

/**
 * Print forms as they are on a new page, whatever was filled in; the answers themselves are not on the sheet.
 * @param {Element[]} forms
 */
export function printBlank(forms) {
  const sheet = make('div', { class: 'fii-sheet fii-article' }, ...forms.map(emptied));
  const title = document.querySelector('h1');
  if (title && !sheet.querySelector('h2:not(.fii-section__title)')) sheet.prepend(make('h1', {}, title.textContent ?? ''));
  printSheet(sheet);
}

/**
 * @param {Element} form
 * @returns {Node}
 */
function emptied(form) {
  const copy = /** @type {Element} */ (form.cloneNode(true));
  for (const extra of copy.querySelectorAll('.fii-aside, .fii-status, .fii-eerder, .fii-notitie, script')) extra.remove();
  for (const view of copy.querySelectorAll('[data-fii-view]')) view.removeAttribute('hidden');
  for (const inner of copy.querySelectorAll('form')) inner.reset();
  for (const item of copy.querySelectorAll('[data-fii-item]')) item.removeAttribute('data-fii-item');
  copy.classList.add('is-open');
  return copy;
}

/**
 * Print an element and not the page; it is taken away afterwards.
 * @param {HTMLElement} sheet with the class fii-sheet
 */
export function printSheet(sheet) {
  document.querySelector('.fii-sheet')?.remove();
  document.body.append(sheet);
  document.documentElement.classList.add(SHEET);
  addEventListener('afterprint', () => {
    document.documentElement.classList.remove(SHEET);
    sheet.remove();
  }, { once: true });
  print();
}

/** Controls cut off what does not fit: paper shows what was written as text in their place, and what is folded in a summary. */
export function followPrinter() {
  addEventListener('beforeprint', () => {
    for (const control of /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (
      document.querySelectorAll('.fii-form :is(textarea, input[type="text"], input[type="date"])')
    )) {
      const holder = control.parentElement;
      if (control.value) holder?.setAttribute('data-fii-written-here', control.type === 'date' ? sayDay(control.value) : control.value);
      else holder?.removeAttribute('data-fii-written-here');
    }
    const folds = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll('.fii-summary details:not([open])')]);
    for (const fold of folds) fold.open = true;
    addEventListener('afterprint', () => folds.forEach((fold) => (fold.open = false)), { once: true });
  });
}
