// Hands the reader a file that the page made. Must not know what stands in it.

import { make } from './widget.js';
import { today } from './words.js';

/**
 * Offer a file as a download.
 * @param {BlobPart} content
 * @param {string} name
 * @param {string} type
 * @returns {string} its address, which stays good until it is revoked or the page goes
 */
export function offer(content, name, type) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  const link = make('a', { href, download: name, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  return href;
}

/**
 * Let the browser save a text as a file; nothing on the page refers to it later.
 * @param {string} text
 * @param {string} name
 * @param {string} [type]
 */
export function giveFile(text, name, type = 'application/json') {
  const href = offer(text, name, type);
  setTimeout(() => URL.revokeObjectURL(href), 60_000); // the browser may still be asking where to put it
}

/**
 * Name a file of a dossier: what it is, what it is called by, and today.
 * @param {string} kind
 * @param {...string} names those that are empty are left out
 * @returns {string}
 */
export function datedName(kind, ...names) {
  return [kind, ...names.map(slug), `${today()}.json`].filter(Boolean).join('-');
}

/**
 * @param {string} name
 * @returns {string} the part of a name that every disk can hold
 */
function slug(name) {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
}
