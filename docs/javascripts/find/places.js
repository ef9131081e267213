// How a place in the dossier is called. Must not look for one.

import { about } from './findable.js';
import { recordOf } from '../forms/list-records.js';
import { say, sayDay } from '../base/words.js';

/** @typedef {import('../store/dossier-state.js').DossierState} State */

/**
 * @param {State} state
 * @param {string} place of a register, or of what stands in the history or aside
 * @returns {boolean} whether it is a part of what the paper of a closed meeting says
 */
export function isFrozen(state, place) {
  const [kind, id, part] = place.split('/');
  return kind === 'reviews' && part !== 'corrections' && state.registers.get(`reviews/${id}`)?.state === 'closed';
}

/**
 * @param {State} state
 * @param {string} place
 * @returns {string}
 */
export function placeName(state, place) {
  const [kind = '', id = '', part = '', own = ''] = place.split('/');
  if (id === '') return answerName(place);
  if (kind === 'reviews') return [part && partName(part), part === 'notes' && answerName(own), meetingName(state, id)].filter(Boolean).join(', ');
  if (part) return `${say(kind === 'members' ? 'removed.member' : 'removed.place', { naam: state.registers.get(`${kind}/${id}`)?.label ?? '' })}, ${answerName(part)}`;
  return (KINDS[kind] ?? KINDS['settings'])?.() ?? '';
}

/** @type {Record<string, () => string>} */
const KINDS = {
  settings: () => say('forget.setting'),
  actions: () => say('find.action'),
  topics: () => say('find.topic'),
  rounds: () => say('forget.round'),
  members: () => say('forget.member'),
  places: () => say('forget.place'),
  history: () => say('forget.file'),
  aside: () => say('forget.aside'),
};

/** @param {string} part */
function partName(part) {
  return part === 'notes' ? say('find.note') : part === 'decisions' ? say('find.decision') : say('find.correction');
}

/**
 * @param {State} state
 * @param {string} id
 */
function meetingName(state, id) {
  const date = state.registers.get(`reviews/${id}`)?.date;
  return date ? say('meeting.of', { datum: sayDay(date) }) : '';
}

/** @param {string} item @returns {string} its list and its point */
function answerName(item) {
  return about({ kind: 'note', text: '', day: '', where: '', item: recordOf(item)?.about ?? item }).replace(/\.$/, '') || say('forget.answer');
}
