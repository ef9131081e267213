// The dossier given to the reader as a file: the chosen one again, or a download. Where no file comes, what stands in the way
// and everything as text to copy. Must not look into an answer.

import { copyText } from '../base/copy-text.js';
import { ChosenFileError, isWanted, writeChosen } from './chosen-file.js';
import { files, written } from '../file/dossier-text.js';
import { refusedFields } from '../forms/field-check.js';
import { datedName, giveFile } from '../base/give-file.js';
import { make, makeButton } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {import('../store/dossier-state.js').DossierState} DossierState
 * @typedef {'wanted' | 'choose' | 'download'} Way  wanted: as the reader wanted it last · choose: into a file that is chosen now
 * @typedef {{sentence: string, left: HTMLElement | null}} Saved  sentence: what says so, and what is not in it; left: what has to be
 * copied to be had, or why no file was written and how to go on
 */

/** More names of places nobody reads. */
const MOST_NAMED = 5;

/** Why nothing was written into the chosen file. @type {Record<import('./chosen-file.js').ChosenCode, string>} */
const WHY = {
  cancelled: 'save.not-chosen', unable: 'save.no-choice', denied: 'save.denied', gone: 'save.gone', changed: 'save.changed', full: 'save.disk-full',
  busy: 'save.busy', failed: 'save.not-written',
};

/**
 * Give the reader everything as one file; as several where one has no room for it.
 * @param {DossierState} state
 * @param {(way: Way) => void} again saves once more, another way
 * @param {Way} [way]
 * @returns {Promise<Saved>}
 * @throws whatever kept the file from being made
 */
export async function saveDossier(state, again, way = 'wanted') {
  const dossier = state.dossier();
  const name = datedName('dossier-fii', state.name, dossier.members[dossier.member]?.label ?? '');
  const [first, ...more] = files(dossier);
  const { text, forgotten, left } = /** @type {import('../file/dossier-text.js').Written} */ (first);
  if (more.length > 0) {
    const parts = inParts([text, ...more.map((one) => one.text)], name);
    if (left.length > 0) parts.append(leftOut(left));
    await state.savedAsFile(name, dossier);
    return { sentence: withWhatIsNotIn(say('save.parts-told', { aantal: more.length + 1 }), forgotten), left: parts };
  }
  let isUnable = false;
  const rest = left.length > 0 ? leftOut(left) : null;
  if (way === 'choose' || (way === 'wanted' && isWanted())) {
    try {
      const bestand = await writeChosen(text, name, { of: originOf(dossier), isNew: way === 'choose' });
      await state.savedAsFile(bestand, dossier);
      return { sentence: withWhatIsNotIn(say('save.into', { bestand }), forgotten), left: rest };
    } catch (error) {
      if (!(error instanceof ChosenFileError)) throw error;
      if (error.code !== 'unable') return { sentence: '', left: notWritten(error, again) };
      isUnable = true;
      console.warn(error);
    }
  }
  giveFile(text, name);
  await state.savedAsFile(name, dossier);
  const done = say('save.done', { bestand: name });
  return { sentence: withWhatIsNotIn(isUnable ? `${say(WHY.unable)} ${done}` : done, forgotten), left: rest };
}

/**
 * Tell one dossier from another: what was opened here last. A merge stays in its file.
 * @param {import('../file/dossier-file.js').Dossier} dossier
 * @returns {string}
 */
function originOf({ history }) {
  return history.filter(({ event }) => event !== 'merged').at(-1)?.at ?? '';
}

/**
 * Say why nothing was written into the chosen file, with the other ways to a file.
 * @param {ChosenFileError} error
 * @param {(way: Way) => void} again
 * @returns {HTMLElement}
 */
function notWritten(error, again) {
  if (error.code !== 'cancelled') console.warn(error);
  return make('div', { class: 'fii-bewaren-mislukt', 'data-fii-save-failed': error.code },
    make('p', { role: 'alert', class: 'fii-alert' }, say(WHY[error.code], { reden: error.message }), ' ', say('save.kept')),
    make('p', { class: 'fii-actions' }, makeButton(say('save.download'), () => again('download'), { 'data-fii-save-download': '' }), ' ',
      makeButton(say('save.choose-other'), () => again('choose'), { 'data-fii-save-choose': '' })));
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
 * @param {import('../file/dossier-sift.js').Aside[]} asides
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
