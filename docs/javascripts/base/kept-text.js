// A text between two visits: in this browser, under a key of its own. Must not touch the dossier, nor read what it keeps.

/**
 * @param {string} key
 * @returns {string} empty where nothing was kept or the browser refuses
 */
export function keptText(key) {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {string} key
 * @param {string} text empty: nothing stays
 * @returns {boolean} whether the browser took it
 */
export function keepText(key, text) {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
