// The one insertion point for Python's HTML: refuses whatever is not on the list. Must not repair, only refuse.

import { trusted } from './trusted.js';
import { letRun } from './widget.js';

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';

/** @type {Record<string, Set<string>>} */
const ELEMENTS = {
  [HTML]: words('p ul ol li h2 h3 h4 h5 h6 strong em span a dl dt dd table caption thead tbody tr th td details summary'),
  [SVG]: words('svg g path line circle rect polygon text title desc a'),
};
const ATTRIBUTES = words('class role scope colspan rowspan lang dir href xmlns open');
const GEOMETRY = words(
  'viewbox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform preserveaspectratio text-anchor focusable',
);
/** What may hold words of a reader, in whatever script. */
const TEXTS = 'p, li, td, th, dd, dt, h2, h3, h4, h5, h6, caption, summary, strong, span';
/** The item that an element tells of: the page may put beside it what can be done about it. */
const ABOUT = 'data-fii-about';
/** What stands out, in a sentence: it is read aloud when a summary has come (instrument/instrument-widget.js). */
const LEAD = 'data-fii-lead';
/** What comes in a fold when it is opened (python/summary-panel.js). */
const LATER = 'data-fii-later';
const ITEM = /^[A-Za-z0-9][A-Za-z0-9@._-]{0,79}$/;
const MOST_ELEMENTS = 20_000;

/** Before every name and id of a form that an author is writing: none of them can stand in the way of the page's own. */
export const FORM_NAMES = 'proef-';
/** What the proefbank's form has more: controls without an address, that send nothing and are named as above. */
const FORM = {
  elements: words('form fieldset legend input label textarea button div b i small'),
  attributes: words('type value checked data-fii-longest min max rows inputmode autocomplete novalidate data-fii-form data-fii-rows data-fii-most data-fii-paper-rows data-fii-row data-fii-row-name data-fii-add-row data-fii-note data-fii-note-toggle'),
  names: words('id name for data-fii-item aria-controls aria-describedby aria-labelledby aria-owns'),
  types: { input: words('radio text date'), button: words('button') },
};

/** @typedef {'report' | 'form'} Profile what Python's HTML is: text about answers, or a form that is being written */

/** Python's HTML held something that is not on the list: a fault of ours or an attack; nothing was inserted. */
export class RefusedHtml extends Error {
  /** @param {string} what */
  constructor(what) {
    super(`refused in Python's HTML: ${what}`);
    this.name = 'RefusedHtml';
  }
}

/**
 * Put Python's HTML in the place of what a holder held; focus that stood in the holder stays on the same link, and what
 * a reader had opened stays open.
 * @param {Element} holder
 * @param {string} html
 * @param {Profile} profile
 * @throws {RefusedHtml} before anything in the page has changed
 */
export function insert(holder, html, profile = 'report') {
  const parsed = new DOMParser().parseFromString(trusted.createHTML(html), 'text/html');
  check(parsed, profile);
  const active = document.activeElement;
  const focused = active !== null && active !== holder && holder.contains(active) ? active : null;
  const before = foldsIn(holder);
  const focusedFold = [...before].find(([, fold]) => fold.firstElementChild === focused)?.[0] ?? '';
  holder.replaceChildren(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  for (const text of holder.querySelectorAll(TEXTS)) letRun(text);
  const fresh = foldsIn(holder);
  for (const [name, fold] of fresh) fold.open = before.get(name)?.open ?? fold.open;
  const heading = fresh.get(focusedFold)?.firstElementChild;
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  else if (focused) refocus(holder, focused.getAttribute('href'));
}

/**
 * Give what opens and closes, by a name that the same fold has in the next HTML: one may come before it there. A fold of
 * a kind of its own is known by that, since its words may hold a number; others by their words.
 * @param {Element} holder
 * @returns {Map<string, HTMLDetailsElement>}
 */
function foldsIn(holder) {
  const found = new Map();
  for (const fold of holder.querySelectorAll('details')) {
    const name = fold.className.includes('--') ? fold.className : (fold.firstElementChild?.textContent ?? '');
    let at = 0;
    while (found.has(`${name} ${at}`)) at += 1;
    found.set(`${name} ${at}`, fold);
  }
  return found;
}

/**
 * @param {Document} parsed
 * @param {Profile} profile
 */
function check(parsed, profile) {
  if (parsed.childNodes.length !== 1) throw new RefusedHtml('something outside the page');
  if (parsed.head.childNodes.length > 0) throw new RefusedHtml('an element of the head');
  if (parsed.body.attributes.length > 0) throw new RefusedHtml('an attribute on body');
  const walker = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_ALL);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (++count > MOST_ELEMENTS) throw new RefusedHtml('too many nodes');
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (!(node instanceof Element)) throw new RefusedHtml(node.nodeName);
    if (profile === 'form') checkControl(node);
    else checkElement(node);
  }
}

/**
 * Check an element of a form: as any other, but for what FORM says; a name that is no form's own is refused.
 * @param {Element} element
 */
function checkControl(element) {
  const isHtml = element.namespaceURI === HTML;
  const type = element.getAttribute('type');
  if (element.localName === 'button' && !type) throw new RefusedHtml('a button that submits');
  for (const { name, value, namespaceURI } of element.attributes) {
    const isName = FORM.names.has(name);
    if (isName && !value.split(' ').every((one) => one.startsWith(FORM_NAMES))) throw new RefusedHtml(`${name}="${value}"`);
    const types = element.localName === 'input' ? FORM.types.input : FORM.types.button;
    if (name === 'type' && !types.has(value)) throw new RefusedHtml(`type="${value}"`);
    const isOwn = isHtml && !namespaceURI && (isName || FORM.attributes.has(name));
    if (!isOwn) checkAttribute(element, name, value, namespaceURI);
  }
  if (!(isHtml && FORM.elements.has(element.localName))) checkName(element);
}

/** @param {Element} element */
function checkElement(element) {
  checkName(element);
  for (const { name, value, namespaceURI } of element.attributes) checkAttribute(element, name, value, namespaceURI);
}

/** @param {Element} element */
function checkName(element) {
  const known = ELEMENTS[element.namespaceURI ?? ''];
  if (!known?.has(element.localName)) throw new RefusedHtml(`<${element.localName}>`);
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 * @param {string | null} namespace
 */
function checkAttribute(element, name, value, namespace) {
  const lower = name.toLowerCase();
  if ((lower === ABOUT || lower === LATER) && !namespace && ITEM.test(value)) return;
  if (lower === LEAD && !namespace && value === '') return;
  const inSvg = element.namespaceURI === SVG && GEOMETRY.has(lower);
  if (!(ATTRIBUTES.has(lower) || inSvg || /^aria-[a-z]+$/.test(lower))) throw new RefusedHtml(`${name}="…"`);
  if (namespace && lower !== 'xmlns') throw new RefusedHtml(`${name} in another namespace`);
  if (lower === 'href' && !isRelative(value)) throw new RefusedHtml(`href="${value.slice(0, 80)}"`);
}

/**
 * Say whether a link stays in the handbook: no scheme, no host, nothing that a browser would strip or turn round.
 * @param {string} link
 * @returns {boolean}
 */
export function isRelative(link) {
  if (/[\u0000-\u0020\u007f-\u009f\\]/.test(link)) return false;
  return !link.startsWith('/') && !/^[^/?#]*:/.test(link);
}

/**
 * @param {Element} holder
 * @param {string | null} href
 */
function refocus(holder, href) {
  const same = [...holder.querySelectorAll('a')].find((link) => link.getAttribute('href') === href);
  const target = same ?? holder;
  if (target instanceof HTMLElement || target instanceof SVGElement) target.focus({ preventScroll: true });
}

/**
 * @param {string} list
 * @returns {Set<string>}
 */
function words(list) {
  return new Set(list.split(' '));
}
