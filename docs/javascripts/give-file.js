// Hands the reader a file that the page made. Must not know what stands in it.

import { make } from './widget.js';

/**
 * Let the browser save a text as a file.
 * @param {string} text
 * @param {string} name
 * @param {string} [type]
 */
export function giveFile(text, name, type = 'application/json') {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = make('a', { href: url, download: name, hidden: '' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser may still be asking where to put it
}

/**
 * @param {string} name
 * @returns {string} the part of a name that every disk can hold
 */
export function slug(name) {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
}
