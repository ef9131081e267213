// What a trainer can choose and has chosen, as two lists with buttons. Text content only; must not keep a plan.

import { frameOf, linkOf } from './session-places.js';
import { isForThisFolder } from '../base/place.js';
import { make, makeButton, makeButtonFor, makeUnseen } from '../base/widget.js';
import { say, sayCount } from '../base/words.js';

/**
 * @typedef {import('./session-places.js').Spot} Spot
 * @typedef {import('./session-sheet.js').Chosen} Chosen
 * @typedef {import('./session-places.js').Matter} Matter
 */

/**
 * @param {Spot} spot
 * @param {boolean} isChosen
 * @param {() => void} add
 */
export function offered(spot, isChosen, add) {
  const row = make('li', {}, name(spot));
  if (isChosen) row.append(make('span', { class: 'fii-keuzelijst__al' }, say('session.added')));
  else row.append(button('add', say('session.add'), spot, add));
  return row;
}

/**
 * @param {Chosen} chosen
 * @param {Matter} matter
 * @param {{at: number, count: number, picker: import('./session-picker.js').SessionPicker}} place
 */
export function chosenRow({ spot, filled }, matter, { at, count, picker }) {
  const tools = make('div', { class: 'fii-keuzelijst__knoppen' });
  if (matter.filled.length > 0) tools.append(example(spot, matter, filled?.[0] ?? '', (name) => picker.fillIn(at, name)));
  if (matter.questions.length > 0) {
    tools.append(button('questions', sayCount('session.questions', matter.questions.length), spot, () => picker.takeQuestions(at)));
  }
  if (at > 0) tools.append(button('up', say('session.up'), spot, () => picker.move(at, at - 1)));
  if (at < count - 1) tools.append(button('down', say('session.down'), spot, () => picker.move(at, at + 1)));
  tools.append(button('remove', say('session.remove'), spot, () => picker.remove(at)));
  return make('li', { 'data-fii-code': spot.code }, name(spot), tools);
}

/**
 * The link of a place, and the code that puts it in a learning environment.
 * @param {Chosen} chosen
 * @param {string} book name of the handbook, in the title of the frame
 * @param {(field: HTMLInputElement | HTMLTextAreaElement) => void} copy
 */
export function linkRow({ spot, filled }, book, copy) {
  const link = make('input', { type: 'text', readonly: '', value: linkOf(spot, filled), id: `fii-link-${spot.code}-veld` });
  const row = make('li', {}, name(spot), field('link', spot, link, copy));
  if (isForThisFolder()) return row;
  const title = say('session.frame-title', { titel: spot.title, handboek: book });
  const html = `<iframe src="${quoted(frameOf(spot, filled))}" title="${quoted(title)}" width="100%" height="700" loading="lazy" allow="clipboard-write"></iframe>`;
  const frame = make('textarea', { readonly: '', rows: '4', spellcheck: 'false', id: `fii-frame-${spot.code}-veld` });
  frame.value = html;
  row.append(field('frame', spot, frame, copy));
  return row;
}

/**
 * @param {'link' | 'frame'} kind
 * @param {Spot} spot
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {(field: HTMLInputElement | HTMLTextAreaElement) => void} copy
 */
function field(kind, spot, control, copy) {
  const about = say('session.of', { titel: spot.title });
  const press = makeButtonFor(kind === 'link' ? say('session.copy-link') : say('session.copy-frame'), about, () => copy(control));
  control.addEventListener('focus', () => control.select());
  const label = make('label', { for: control.id }, kind === 'link' ? say('session.link') : say('session.frame'), makeUnseen(about));
  return make('div', { class: 'fii-field' }, label, control, press);
}

/** @param {Spot} spot */
function name({ code, title, page }) {
  const words = make('span', { class: 'fii-keuzelijst__naam' }, make('b', {}, code), ' ', title);
  if (page) words.append(' ', make('span', { class: 'fii-keuzelijst__pagina' }, page));
  return words;
}

/**
 * @param {'add' | 'up' | 'down' | 'remove' | 'questions'} act
 * @param {string} label
 * @param {Spot} spot
 * @param {() => void} press
 */
function button(act, label, spot, press) {
  const made = makeButton(label, press, { 'data-fii-act': act });
  made.append(makeUnseen(say('session.of', { titel: spot.title })));
  return made;
}

/**
 * @param {Spot} spot
 * @param {Matter} matter
 * @param {string} now
 * @param {(name: string) => void} choose
 */
function example(spot, matter, now, choose) {
  const select = make('select', { 'data-fii-act': 'example', 'aria-label': say('session.filled') + say('session.of', { titel: spot.title }) });
  select.append(make('option', { value: '' }, say('session.empty')));
  for (const [value, title] of matter.filled) select.append(make('option', { value }, title));
  select.value = now;
  select.addEventListener('change', () => choose(select.value));
  return select;
}

/** @param {string} text */
function quoted(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
