// What would be lost with the page: shows it in a bar that stays in view, with a file at once, and asks before leaving.
// Must not keep anything, nor ask where all is kept.

import { letGo } from '../forms/field-check.js';
import { failedSave, saveDossier } from './save-dossier.js';
import { make, makeButton, setText } from '../base/widget.js';
import { say } from '../base/words.js';

/** @typedef {import('../store/dossier-state.js').DossierState} DossierState */

/** What was given here and is in no file, as far as this page knows. */
let isGiven = false;
let file = '';
/** @type {HTMLElement | null} */
let bar = null;
/** A file is made from the bar. */
let isSaving = false;
/** Why the dossier did not take the last change; empty when it did. */
let refusal = '';
/** It did not because the traject is finished. */
let isOver = false;

/** @returns {string} why the dossier did not take the last change */
export function whyRefused() {
  return refusal;
}

/**
 * Begin for the page's one dossier.
 * @param {DossierState} state
 */
export function watchLeaving(state) {
  state.onAnswers((ids, own) => {
    const isEmpty = state.answers.size + state.registers.size === 0;
    if (ids === null && !own && isEmpty) {
      letGo();
      bar?.querySelector('[data-fii-save-failed]')?.remove(); // its text is what was wiped
    }
    if (own || ids === null) isGiven = !isEmpty;
    if (own || ids === null) refusal = '';
    follow(state);
  });
  state.addEventListener('refused', (event) => {
    const { code, where } = /** @type {CustomEvent<import('../store/dossier-state.js').Refused>} */ (event).detail;
    isOver = code === 'finished';
    refusal = isOver ? say('refused.finished') : code === 'room' ? say('refused.room') : say('refused.shape', { plek: where });
    follow(state);
  });
  state.addEventListener('saved', () => {
    if (state.isKept || (state.marks.changes === 0 && (state.marks.file ?? '') !== file)) isGiven = false;
    file = state.marks.file ?? '';
    if (isOver && !state.finished) refusal = '';
    follow(state);
  });
}

/** @param {DossierState} state */
function follow(state) {
  if (state.isReplacing || (isGiven && state.trouble)) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
  const isNeeded = state.trouble !== null || refusal !== '';
  const isInUse = isSaving || bar?.querySelector('[data-fii-save-failed]'); // what it tells must be read first
  if (isNeeded) bar ??= show(state);
  else if (!isInUse) bar = away();
  const reason = bar?.querySelector('p');
  if (reason) setText(reason, refusal || say('bar.not-kept'));
}

/** @param {Event} event */
function ask(event) {
  event.preventDefault();
}

/** @returns {null} */
function away() {
  bar?.remove();
  document.documentElement.classList.remove('fii-heeft-balk');
  return null;
}

/**
 * @param {DossierState} state
 * @returns {HTMLElement}
 */
function show(state) {
  const status = make('p', { role: 'status' });
  /** @param {import('./save-dossier.js').Way} way */
  const save = async (way) => {
    made.querySelector('[data-fii-save-failed]')?.remove();
    status.textContent = '';
    isSaving = true;
    try {
      const { sentence, left } = await saveDossier(state, (other) => void save(other), way);
      status.textContent = sentence;
      if (left) made.append(left);
    } catch (error) {
      made.append(failedSave(state, error));
    }
    isSaving = false;
    follow(state);
    if (document.activeElement === document.body) button.focus(); // it was pressed in what is replaced
  };
  const button = makeButton(say('bar.save'), () => void save('wanted'), { 'data-fii-bar-save': '' });
  const made = make('section', { class: 'fii-balk', 'aria-label': say('bar.label'), 'data-fii-bar': '' },
    make('p', { role: refusal ? 'alert' : 'status' }), make('p', { class: 'fii-actions' }, button), status);
  document.body.append(made);
  document.documentElement.classList.add('fii-heeft-balk'); // what has the focus must not stand behind it
  return made;
}
