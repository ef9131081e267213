// A page in a frame, and one that asks to be bare there (?kaal): its links stay bare, or open a tab of their own, and a
// form says where its answers are. Must not hide anything: head.js and the style sheets do, before the first paint.

import { address, place } from '../base/place.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';

/** Asked for by who embeds a page; it travels along in the address. */
const ASKED = '?kaal';
/** What has no place in a frame: a browser keeps answers there apart, so a dossier would be another dossier. */
const APART = ['dossier/', 'proefbank/', 'trainers/'];

export const isKaal = document.documentElement.classList.contains('is-kaal');

const isFramed = window.top !== window;

/** Start on a bare page and in a frame; any other stays as it is. */
export function start() {
  if (!isKaal && !isFramed) return;
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link instanceof HTMLAnchorElement) lead(link);
    else if (link instanceof SVGAElement) link.setAttribute('href', stayKaal(new URL(link.href.baseVal, location.href).href));
  }, true);
  if (isFramed && isOfOtherSite() && !place.isFile) tellInFrame();
}

/**
 * Keep an address of the handbook bare where this page is.
 * @param {string} href absolute
 * @returns {string}
 */
export function stayKaal(href) {
  if (!isKaal || !isOurs(href)) return href;
  const url = new URL(href);
  url.search = ASKED;
  return url.href;
}

/**
 * Say where a link leads, just before it is followed.
 * @param {HTMLAnchorElement} link
 */
function lead(link) {
  if (link.dataset['fiiWhole'] !== undefined) {
    link.hash = location.hash; // the whole page opens where the reader is
    return;
  }
  if (link.target || link.hasAttribute('download') || !/^(https?|file):$/.test(link.protocol)) return;
  if (isOurs(link.href)) {
    link.href = stayKaal(link.href);
    return;
  }
  link.target = '_blank';
  link.rel = 'noopener';
}

/**
 * @param {string} href
 * @returns {boolean} whether it is a page of the handbook that has a place in a frame
 */
function isOurs(href) {
  return href.startsWith(address('')) && !APART.some((page) => href.startsWith(address(page)));
}

/** Whoever fills in something inside another site must know where it stays. */
function tellInFrame() {
  for (const [kind, key] of /** @type {const} */ ([['instrument', 'kaal.framed'], ['session', 'kaal.draft'], ['trial', 'kaal.draft']])) {
    const first = document.querySelector(`[data-fii-widget="${kind}"]`);
    first?.prepend(make('p', { class: 'fii-kaal__invullen' }, say(isKept() ? key : 'kaal.denied')));
  }
}

/** @returns {boolean} whether the page around this one is of another site: what is kept here is then kept apart */
function isOfOtherSite() {
  try {
    return window.top?.location.origin !== location.origin;
  } catch {
    return true; // a page of another site does not tell where it stands
  }
}

/** @returns {boolean} whether a browser keeps anything here; in a frame with a sandbox it does not */
function isKept() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}
