// Links → codes to scan, one by one, each asked of Python once. Must not know what a link is for.

import { python } from '../python/client.js';

export class SessionCodes {
  /** link → its code as SVG; empty where it cannot be one. @type {Map<string, string>} */
  #made = new Map();
  /** @type {Promise<boolean>} the end of the queue */
  #last = Promise.resolve(true);

  /**
   * @param {string} link
   * @returns {string}
   */
  of(link) {
    return this.#made.get(link) ?? '';
  }

  /**
   * @param {[link: string, title: string][]} wanted
   * @returns {[link: string, title: string][]} those that are not there yet
   */
  missing(wanted) {
    return wanted.filter(([link]) => !this.#made.has(link));
  }

  /**
   * Draw what is not there yet.
   * @param {[link: string, title: string][]} wanted
   * @returns {Promise<boolean>} whether Python answered to everything
   */
  draw(wanted) {
    this.#last = this.#last.then(() => this.#draw(wanted));
    return this.#last;
  }

  /** @param {[link: string, title: string][]} wanted */
  async #draw(wanted) {
    try {
      for (const [link, title] of this.missing(wanted)) {
        const reply = await python().ask({ op: 'qr', address: link, title }, 'export');
        this.#made.set(link, reply.ok ? String(reply['svg']) : ''); // too long for a code: the link is on the sheet
      }
      return true;
    } catch (error) {
      console.warn(error);
      return false;
    }
  }
}
