// The field for a code on /ga/, and the page a host shows for /ga/5B.2: goes where the code leads.

import { codeAddress } from './codes.js';
import { address, addressed, decoded } from '../base/place.js';
import { setText } from '../base/widget.js';

/** Start the field where there is one; follow a code that stands in the address. */
export function start() {
  const form = document.querySelector('form[data-fii-go]');
  if (form instanceof HTMLFormElement) field(form);
  else void follow(inPath());
}

/** @returns {string} what stands behind /ga/ in the address of this page */
function inPath() {
  const [, code = ''] = location.href.split('?')[0]?.split('#')[0]?.split(address('ga/')) ?? [];
  return decoded(code.replace(/\/(index\.html)?$/, ''));
}

/** @param {string} code */
async function follow(code) {
  const found = code && (await codeAddress(code));
  if (found) location.replace(found);
}

/** @param {HTMLFormElement} form */
function field(form) {
  const input = form.querySelector('input');
  const told = form.querySelector('[data-part="told"]');
  if (!input || !(told instanceof HTMLElement)) return;
  /** @param {string} name */
  const tell = (name) => {
    setText(told, (form.getAttribute(`data-say-${name}`) ?? '').replace('{code}', input.value.trim()));
    input.setAttribute('aria-invalid', 'true');
    input.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    setText(told, '');
    input.removeAttribute('aria-invalid');
    if (!input.value.trim()) return tell('empty');
    codeAddress(input.value).then((found) => (found ? location.assign(found) : tell('unknown')), () => tell('failed'));
  });
  form.hidden = false;
  const asked = addressed();
  if (asked && !document.getElementById(asked)) {
    input.value = asked;
    form.requestSubmit();
  }
}
