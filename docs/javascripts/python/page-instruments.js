// The instruments of this page as the build printed them, for Python's eyes only. Must not interpret one.

/** @returns {string[]} their text as it stands: Python knows again what it read before */
export function pageInstruments() {
  return [...document.querySelectorAll('[data-fii-widget="instrument"] [data-fii-source]')].map((source) => source.textContent || 'null');
}

/**
 * Give the source of one of them.
 * @param {import('../base/widget.js').Widget} widget
 * @returns {string}
 */
export function sourceOf(widget) {
  return widget.own('data-fii-source')?.textContent || 'null';
}
