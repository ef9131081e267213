// The dossier given to the reader as a file; where no file comes, what stands in the way and everything as text to copy.
// Must not look into an answer.

import { copyText } from '../base/copy-text.js';
import { written } from './dossier-text.js';
import { refusedFields } from '../base/field-check.js';
import { datedName, giveFile } from '../base/give-file.js';
import { ShapeError } from '../shapes/dossier-shapes.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/** @typedef {import('../store/dossier-state.js').DossierState} DossierState */

/** More names of places nobody reads. */
const MOST_NAMED = 5;

/**
 * Give the reader everything as one file.
 * @param {DossierState} state
 * @returns {Promise<{sentence: string, left: HTMLElement | null}>} what says so, and what is not in it; left: what has to be
 * copied to be had
 * @throws whatever kept the file from being made
 */
export async function saveDossier(state) {
  const dossier = state.dossier();
  const name = datedName('dossier-fii', state.name, dossier.members[dossier.member]?.label ?? '');
  const { text, forgotten, left } = written(dossier);
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
  const sentence = error instanceof ShapeError && error.code === 'room' ? say('save.room') : say('save.failed', { reden: reason });
  return toCopy(sentence, say('save.text'), asText(state));
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
