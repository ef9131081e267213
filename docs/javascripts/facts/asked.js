// Which lists a team asks of its members. Pure.

import { formOf } from '../forms/forms.js';

/**
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {string[]} ids of lists that this edition has
 */
export function askedLists(state) {
  const text = state.registers.get('settings/asked')?.text ?? '';
  return text.split(' ').filter((/** @type {string} */ id) => id && formOf(id));
}
