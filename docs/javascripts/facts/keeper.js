// Which member keeps the dossier: what stands in it counts as theirs. Pure; Python joins the answers.

export const KEEPER = 'settings/keeper';

/**
 * @param {import('../store/dossier-state.js').DossierState} state
 * @returns {string} id of a member who is still there; empty where nobody was named
 */
export function keeperOf(state) {
  const id = state.registers.get(KEEPER)?.text ?? '';
  const member = state.registers.get(`members/${id}`);
  return member && !member.gone ? id : '';
}
