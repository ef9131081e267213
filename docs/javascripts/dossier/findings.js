// What stands out in the lists: kept when Python said it, given while the answers are the same. Must not start Python.
// No rule looks at the clock: what was found in these answers stands on any day.

import { isSeen } from '../base/seen.js';
import { place } from '../base/place.js';
import { python } from '../python/client.js';
import { MOST, soundFindings } from '../shapes/findings.js';

/** @typedef {import('../python/client.js').Request} Request */

export class Findings {
  /** Of which answers Python was asked last. */
  #asked = '';
  /** Of the answers as they are now; made when it is asked for, once a change. */
  #key = '';

  /** @param {import('../store/dossier-state.js').DossierState} state */
  constructor(state) {
    this.state = state;
    state.addEventListener('answers', () => (this.#key = ''));
  }

  get #now() {
    return (this.#key ||= keyOf(this.state.answers));
  }

  /** @returns {import('../shapes/findings.js').Findings | null} of the answers as they are now; null where Python said nothing of these */
  get now() {
    const { findings } = this.state;
    return findings && findings.key === this.#now ? findings : null;
  }

  /**
   * Whether Python can be asked at no cost: where they are shown, while it runs, and it said nothing of these answers.
   * @param {Element} view that shows them
   */
  isWanted(view) {
    return isSeen(view) && python().isRunning && this.now === null;
  }

  /**
   * Note what Python is asked about.
   * @param {Request | null} request
   */
  asking(request) {
    this.#asked = this.#now;
    return request;
  }

  /**
   * Keep what Python said, unless the answers changed meanwhile.
   * @param {import('../python/client.js').Reply | null} reply
   */
  async keep(reply) {
    const lines = reply?.['findings'];
    if (!Array.isArray(lines) || this.#asked !== this.#now) return;
    await this.state.keepFindings(soundFindings({ key: this.#asked, count: lines.length, lines: lines.slice(0, MOST) }));
  }
}

/**
 * Say of which answers something was found: other answers, or another version, give another key.
 * @param {Map<string, import('../store/answer-store.js').Answer>} answers
 * @returns {string}
 */
export function keyOf(answers) {
  const told = [...answers].map(([id, { choice, note, at }]) => JSON.stringify([id, choice, note, at]));
  return `${place.version} ${digest(told.sort().join('\n'))}`;
}

/**
 * Make few signs of many, so that another text gives others; no protection against who wants the same.
 * @param {string} text
 */
function digest(text) {
  let [one, other] = [0x811c9dc5, text.length];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(at), 0x5bd1e995) ^ (other >>> 15);
  }
  return [one, other].map((half) => (half >>> 0).toString(36)).join('-');
}
