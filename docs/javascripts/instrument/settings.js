// What the dossier itself knows and lists ask too, under the names by which they ask for it. Must not change it.
//
// fii_widgets/instrument/settings.py has the same names.

import { today } from '../base/words.js';
import { comingIn } from '../facts/coming.js';

/** What changes one of them. */
const PATHS = /^(settings|reviews)\//;

/**
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {Record<string, string>} what is known; a rhythm as the dossier keeps it
 */
export function knownOf(state) {
  const next = comingIn(state.under('reviews/'))?.date ?? '';
  const all = {
    'dossier-naam': state.name,
    'dossier-ritme': state.registers.get('settings/rhythm')?.text ?? '',
    'dossier-volgende': next >= today() ? next : '',
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text));
}

/**
 * @param {string} id of what changed
 * @param {string[]} names
 * @returns {boolean} whether it can change what the dossier knows under one of these names
 */
export function canChange(id, names) {
  return PATHS.test(id) && names.some((name) => name.startsWith('dossier-'));
}
