// A text to the clipboard; where that is not allowed it stands selected, to be copied by hand. Knows no text.

import { setText } from './widget.js';

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} field that shows the text
 * @param {HTMLElement | null} told
 * @param {{copied: string, selected: string}} sentences
 */
export async function copyText(field, told, { copied, selected }) {
  setText(told, '');
  try {
    await navigator.clipboard.writeText(field.value);
    setText(told, copied);
  } catch {
    field.focus();
    field.select();
    setText(told, selected);
  }
}
