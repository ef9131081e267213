// What the team chose as it is stored, as elements: a fold a list. It stands there until Python has said what stands out, and
// where there is no Python. Must not compare.

import { factFold, factLine } from '../facts/fact-line.js';
import { spreadLists, spreadOf } from '../facts/spread.js';
import { instrumentName } from '../forms/forms.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';

/**
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {HTMLElement[]} none where nobody chose anything
 */
export function storedSpread(state) {
  const folds = spreadLists(state).map((list) => factFold(instrumentName(list), () => spreadOf(state, list).map(({ text, counts, silent }) => {
    const told = counts.map(({ word, n }) => `${word}: ${n}`);
    return factLine({ what: make('span', {}, text), facts: silent > 0 ? [...told, say('spread.silent', { n: silent })] : told });
  })));
  return folds.length > 0 ? [make('p', {}, say('stored.lead')), ...folds] : [];
}
