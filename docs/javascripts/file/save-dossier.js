// The dossier given to the reader as a file; where no file comes, what stands in the way and everything as text to copy.
// Must not look into an answer.

import { copyText } from '../base/copy-text.js';
import { makeText } from './dossier-file.js';
import { refusedFields } from '../base/field-check.js';
import { giveFile, slug } from '../base/give-file.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayCount, today } from '../base/words.js';

/** @typedef {import('../store/dossier-state.js').DossierState} DossierState */

/**
 * Give the reader everything as one file.
 * @param {DossierState} state
 * @returns {Promise<string>} the sentence that says so, and what is not in it
 * @throws whatever kept the file from being made
 */
export async function saveDossier(state) {
  const dossier = state.dossier();
  const member = dossier.members[dossier.member]?.label ?? '';
  const name = ['dossier-fii', slug(state.name), slug(member), `${today()}.json`].filter(Boolean).join('-');
  giveFile(makeText(dossier), name);
  await state.savedAsFile(name, dossier);
  return withoutRefused(say('save.done', { bestand: name }));
}

/**
 * Add to a sentence about a file what the page holds and the file does not.
 * @param {string} sentence
 * @returns {string}
 */
export function withoutRefused(sentence) {
  const count = refusedFields().length;
  return count > 0 ? `${sentence} ${sayCount('save.without', count)}` : sentence;
}

/**
 * Say that no file came: why, that nothing is lost, and everything as text.
 * @param {DossierState} state
 * @param {unknown} error
 * @returns {HTMLElement}
 */
export function failedSave(state, error) {
  console.warn(error);
  const status = make('p', { class: 'fii-progress', role: 'status' });
  const field = make('textarea', { readonly: '', rows: '6', 'data-fii-all-text': '' });
  field.value = asText(state);
  const copy = () => void copyText(field, status, { copied: say('save.copied'), selected: say('save.selected') });
  return make('div', { class: 'fii-bewaren-mislukt', 'data-fii-save-failed': '' },
    make('p', { role: 'alert', class: 'fii-alert' }, say('save.failed', { reden: error instanceof Error ? error.message : String(error) })),
    make('p', { class: 'fii-field' }, make('label', {}, say('save.text'), field)),
    make('p', { class: 'fii-actions' }, makeButton(say('save.copy'), copy, { 'data-fii-copy-all': '' })), status);
}

/**
 * @param {DossierState} state
 * @returns {string} as the file would be, or as it stands where that cannot be made
 */
function asText(state) {
  const dossier = state.dossier();
  try {
    return makeText(dossier);
  } catch {
    return JSON.stringify(dossier, null, 1);
  }
}
