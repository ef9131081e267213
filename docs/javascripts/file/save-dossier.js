// The dossier given to the reader as a file; where no file comes, what stands in the way and everything as text to copy.
// Must not look into an answer.

import { copyText } from '../base/copy-text.js';
import { files, written } from './dossier-text.js';
import { refusedFields } from '../base/field-check.js';
import { datedName, giveFile } from '../base/give-file.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {import('../store/dossier-state.js').DossierState} DossierState */

/** More names of places nobody reads. */
const MOST_NAMED = 5;

/**
 * Give the reader everything as one file; as several where one has no room for it.
 * @param {DossierState} state
 * @returns {Promise<{sentence: string, left: HTMLElement | null}>} what says so, and what is not in it; left: what has to be
 * copied to be had
 * @throws whatever kept the file from being made
 */
export async function saveDossier(state) {
  const dossier = state.dossier();
  const name = datedName('dossier-fii', state.name, dossier.members[dossier.member]?.label ?? '');
  const [first, ...more] = files(dossier);
  const { text, forgotten, left } = /** @type {import('./dossier-text.js').Written} */ (first);
  if (more.length > 0) {
    const parts = inParts([text, ...more.map((one) => one.text)], name);
    if (left.length > 0) parts.append(leftOut(left));
    await state.savedAsFile(name, dossier);
    return { sentence: withWhatIsNotIn(say('save.parts-told', { aantal: more.length + 1 }), forgotten), left: parts };
  }
  giveFile(text, name);
  await state.savedAsFile(name, dossier);
  return { sentence: withWhatIsNotIn(say('save.done', { bestand: name }), forgotten), left: left.length > 0 ? leftOut(left) : null };
}

/**
 * Add to a sentence about a file what the page holds and the file does not.
 * @param {string} sentence
 * @param {number} forgotten lines of the history that had no room
 * @returns {string}
 */
export function withWhatIsNotIn(sentence, forgotten) {
  const refused = refusedFields().length;
  return [sentence, forgotten > 0 && sayCount('save.forgotten', forgotten), refused > 0 && sayCount('save.without', refused)].filter(Boolean).join(' ');
}

/**
 * Say that no file came: why, that nothing is lost, and everything as text.
 * @param {DossierState} state
 * @param {unknown} error
 * @returns {HTMLElement}
 */
export function failedSave(state, error) {
  console.warn(error);
  const reason = error instanceof Error ? error.message : String(error);
  return toCopy(say('save.failed', { reden: reason }), say('save.text'), asText(state));
}

/**
 * Offer a dossier that has no room in one file as several.
 * @param {string[]} texts
 * @param {string} name
 * @returns {HTMLElement}
 */
function inParts(texts, name) {
  const links = texts.map((text, at) => {
    const part = name.replace(/\.json$/, `-deel-${at + 1}.json`);
    return make('li', {}, make('a', { href: URL.createObjectURL(new Blob([text], { type: 'application/json' })), download: part }, part));
  });
  return make('div', { class: 'fii-bewaren-mislukt', 'data-fii-save-failed': '' },
    make('p', { role: 'alert', class: 'fii-alert' }, say('save.parts', { aantal: texts.length })), make('ul', {}, ...links));
}

/**
 * Say what had no room in a file that came, with its text.
 * @param {import('../store/dossier-sift.js').Aside[]} asides
 * @returns {HTMLElement}
 */
function leftOut(asides) {
  const names = asides.slice(0, MOST_NAMED).map(({ where }) => where);
  const places = [...names, ...(asides.length > MOST_NAMED ? ['…'] : [])].join(', ');
  return toCopy(say('save.aside', { plaatsen: places }), say('save.aside-text'), asides.map(({ where, text }) => `${where}\n${text.join('')}\n`).join('\n'));
}

/**
 * @param {string} sentence
 * @param {string} label
 * @param {string} text
 */
function toCopy(sentence, label, text) {
  const status = make('p', { class: 'fii-progress', role: 'status' });
  const field = make('textarea', { readonly: '', rows: '6', 'data-fii-all-text': '' });
  field.value = text;
  const copy = () => void copyText(field, status, { copied: say('save.copied'), selected: say('save.selected') });
  return make('div', { class: 'fii-bewaren-mislukt', 'data-fii-save-failed': '' },
    make('p', { role: 'alert', class: 'fii-alert' }, sentence),
    make('p', { class: 'fii-field' }, make('label', {}, label, field)),
    make('p', { class: 'fii-actions' }, makeButton(say('save.copy'), copy, { 'data-fii-copy-all': '' })), status);
}

/**
 * @param {DossierState} state
 * @returns {string} as the file would be, or as it stands where that cannot hold all of it
 */
function asText(state) {
  const dossier = state.dossier();
  try {
    const { text, left, forgotten } = written(dossier);
    return left.length + forgotten > 0 ? JSON.stringify(dossier, null, 1) : text;
  } catch {
    return JSON.stringify(dossier, null, 1);
  }
}
