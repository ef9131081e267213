// What stands out in the lists: kept when Python said it, given while the answers are the same. Must not start Python.

import { isSeen } from './seen.js';
import { python } from '../python/client.js';
import { today } from '../base/words.js';
import { keyOf, MOST, soundFindings } from '../store/findings.js';

/** @typedef {import('../python/client.js').Request} Request */

export class Findings {
  /** Of which answers Python was asked last. */
  #asked = '';

  /** @param {import('../store/dossier-state.js').DossierState} state */
  constructor(state) {
    this.state = state;
  }

  /** @returns {import('../store/findings.js').Findings | null} of the answers as they are now; null where Python said nothing of these */
  get now() {
    const { findings } = this.state;
    return findings && findings.key === keyOf(this.state.answers) ? findings : null;
  }

  /**
   * Whether Python can be asked at no cost: where they are shown, while it runs, and what it said is not of today.
   * @param {Element} view that shows them
   */
  isWanted(view) {
    return isSeen(view) && python().isRunning && this.now?.day !== today();
  }

  /**
   * Note what Python is asked about.
   * @param {Request | null} request
   */
  asking(request) {
    this.#asked = keyOf(this.state.answers);
    return request;
  }

  /**
   * Keep what Python said, unless the answers changed meanwhile.
   * @param {import('../python/client.js').Reply | null} reply
   */
  async keep(reply) {
    const lines = reply?.['findings'];
    if (!Array.isArray(lines) || this.#asked !== keyOf(this.state.answers)) return;
    await this.state.keepFindings(soundFindings({ key: this.#asked, day: today(), count: lines.length, lines: lines.slice(0, MOST) }));
  }
}
