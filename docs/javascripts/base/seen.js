// Whether the view that something stands in is shown. What nobody sees is not made: asking Python for it would start Python.

/**
 * @param {Element} element
 * @returns {boolean}
 */
export function isSeen(element) {
  return !element.closest('[data-fii-view][hidden]');
}

/**
 * Hear when the view around an element is shown or put away.
 * @param {Element} element
 * @param {() => void} listen
 */
export function onSeen(element, listen) {
  const view = element.closest('[data-fii-view]');
  if (view) new MutationObserver(listen).observe(view, { attributes: true, attributeFilter: ['hidden'] });
}
