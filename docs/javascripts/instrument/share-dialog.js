// One instrument's choices as a link, with a code to scan. Must not read what a link holds: Python makes and reads it.

import './shared.js';
import { copyText } from '../base/copy-text.js';
import { address, isForThisFolder, place, publicAddress } from '../base/place.js';
import { python, PythonError } from '../python/client.js';
import { insert } from '../base/safe-html.js';
import { make, makeButton, setText } from '../base/widget.js';
import { say } from '../base/words.js';

/** @typedef {{id: string, titel: string, source: unknown, answers: Record<string, unknown>}} Shared */

/**
 * Show the link of an instrument in a dialog.
 * @param {Shared} shared
 */
export async function share({ id, titel, source, answers }) {
  const dialog = open(titel);
  const status = make('p', { class: 'fii-progress', role: 'status' });
  const body = make('div');
  dialog.append(body, status, make('p', { class: 'fii-actions' }, makeButton(say('share.close'), () => dialog.close())));
  dialog.showModal();
  setText(status, say('share.making'));
  try {
    const reply = await python().ask({ op: 'link', instrument: source, answers });
    setText(status, '');
    if (!reply.ok) return body.replaceChildren(make('p', {}, reply.message ?? say('share.failed')));
    const link = `${target(id)}#${String(reply['fragment'])}`;
    const code = make('div', { class: 'fii-delen__code' });
    body.append(make('p', {}, say('share.what')));
    if (place.isFile) body.append(make('p', {}, say(isForThisFolder() ? 'share.here' : 'share.online')));
    body.append(...field(link, status), code);
    if (!isForThisFolder()) await draw(code, link, titel);
  } catch (error) {
    console.warn(error);
    setText(status, '');
    const isPython = error instanceof PythonError;
    body.append(make('p', {}, say(isPython && error.code !== 'broken' ? 'papers.no-python' : 'share.failed')));
  }
}

/**
 * @param {string} titel
 * @returns {HTMLDialogElement}
 */
function open(titel) {
  document.querySelector('[data-fii-dialog="share"]')?.remove();
  const title = make('h2', { id: 'fii-delen' }, say('share.title', { titel }));
  const dialog = make('dialog', { class: 'fii-dialog fii-delen', 'aria-labelledby': 'fii-delen', 'data-fii-dialog': 'share' }, title);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  return dialog;
}

/**
 * @param {string} id
 * @returns {string} where the instrument can be filled in: in a folder that is the dossier only
 */
function target(id) {
  return isForThisFolder() ? address(`dossier/${place.index}`) : new URL(`checklists/${id}/`, publicAddress()).href;
}

/**
 * @param {string} link
 * @param {HTMLElement} status
 * @returns {Node[]}
 */
function field(link, status) {
  const input = make('input', { type: 'text', readonly: '', id: 'fii-delen-link', value: link, 'data-fii-link': '' });
  input.addEventListener('focus', () => input.select());
  const copy = () => void copyText(input, status, { copied: say('share.copied'), selected: say('share.not-copied') });
  const label = make('label', { for: 'fii-delen-link' }, say('share.address'));
  return [make('p', { class: 'fii-field' }, label, input), make('p', { class: 'fii-actions' }, makeButton(say('share.copy'), copy))];
}

/**
 * Draw the link as a code; the link itself is there already, so a fault here is one sentence.
 * @param {HTMLElement} holder
 * @param {string} link
 * @param {string} titel
 */
async function draw(holder, link, titel) {
  const reply = await python().ask({ op: 'qr', address: link, title: say('share.title', { titel }) }, 'export');
  if (reply.ok) {
    insert(holder, String(reply['svg']));
    holder.append(make('p', {}, say('share.code')));
  } else {
    holder.append(make('p', {}, reply.message ?? ''));
  }
}
