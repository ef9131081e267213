// The author's text between two visits: one text in this browser, under a key of its own. Must not touch the dossier.

import { place } from '../base/place.js';

const KEY = `fii-proefbank:${place.edition}`;

export class Draft {
  /** @returns {string} empty where nothing was kept or the browser refuses */
  read() {
    try {
      return localStorage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  }

  /**
   * @param {string} text
   * @returns {boolean} whether the browser took it
   */
  write(text) {
    try {
      localStorage.setItem(KEY, text);
      return true;
    } catch {
      return false;
    }
  }
}
