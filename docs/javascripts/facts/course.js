// The lights over time: which light each point had in the closed meetings, in runs, the last one first. Counted from what is
// stored, without Python; advises nothing.

import { lightOf, teamLights } from './lights.js';
import { reviewsOf } from './stored.js';

/**
 * @typedef {import('./lights.js').Light} Light
 * @typedef {{light: Light, since: string, count: number}} Run  the same light in so many meetings behind each other
 * @typedef {{list: string, phase: number, points: {text: string, runs: Run[]}[]}} Course
 */

/**
 * @param {import('./stored.js').State} state
 * @returns {Course[]} of each phase that was in a closed meeting, the points that ever had a light
 */
export function courseOf(state) {
  const closed = reviewsOf(state).map(([, review]) => review).filter((review) => review.state === 'closed');
  return teamLights().now().flatMap(({ list, phase, points }) => {
    const held = closed.filter(({ phases }) => phases.includes(phase));
    const told = points.map(({ id, number, text }) => ({ text: `${number} ${text}`, runs: runsOf(id, held) })).filter(({ runs }) => runs.some(({ light }) => light.shape));
    return told.length > 0 ? [{ list, phase, points: told }] : [];
  });
}

/**
 * @param {string} item
 * @param {{date: string, lights: Record<string, string>}[]} held by date
 * @returns {Run[]}
 */
export function runsOf(item, held) {
  /** @type {Run[]} */
  const runs = [];
  for (const { date, lights } of held) {
    const light = lightOf(item, lights[item]);
    const last = runs.at(-1);
    if (last?.light.word === light.word) last.count += 1;
    else runs.push({ light, since: date, count: 1 });
  }
  return runs.reverse();
}
