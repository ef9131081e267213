// A report that carries its dossier → the dossier's text. Looks at the page as text only: never parsed, never shown.

/** How many times the dossier's own limit a whole report may be; as in fii_widgets/export/carried.py. */
export const ROOM = 4;

const START = '<script type="application/json" id="fii-dossier">';
const END = '</script>';

/**
 * Give the JSON text that a report carries; another file as it is. A page that carries none, or more than one, is given
 * as it is too, and is then refused as any file that is no JSON.
 * @param {string} text of an opened file
 * @returns {string}
 */
export function carried(text) {
  if (!/^\s*</.test(text)) return text;
  const start = text.indexOf(START);
  const end = text.indexOf(END, start);
  if (start < 0 || end < 0 || text.includes(START, end)) return text;
  const inside = text.slice(start + START.length, end);
  return inside.includes('<') ? text : inside;
}
