// Where the forms of this page stand: in the page, or on /dossier/ in the template of each list. Must not change one.

/** @returns {Element[]} the forms as the build made them, each with its source */
export function forms() {
  const templates = /** @type {HTMLTemplateElement[]} */ ([...document.querySelectorAll('template[data-fii-form-of]')]);
  const kept = templates.flatMap(({ content }) => content.firstElementChild ?? []);
  return kept.length > 0 ? kept : [...document.querySelectorAll('[data-fii-widget="instrument"]')];
}

/**
 * @param {string} instrument
 * @returns {Element | null}
 */
export function formOf(instrument) {
  return forms().find((form) => form.getAttribute('data-fii-id') === instrument) ?? null;
}

/**
 * Give the name of an instrument as this page calls it.
 * @param {string} instrument
 * @returns {string}
 */
export function instrumentName(instrument) {
  return formOf(instrument)?.getAttribute('aria-label') ?? instrument;
}

/**
 * Say for whom a list is filled in, where that is for each of several.
 * @param {Element} form
 * @returns {{most: number, noun: string} | null}
 */
export function subjectsOf(form) {
  const [, most, noun = ''] = /^(\d+) (.+)$/.exec(form.getAttribute('data-fii-per') ?? '') ?? [];
  return most ? { most: Number(most), noun } : null;
}

/**
 * Give what an answer is kept under: the first subject has the item's own name, as it always had. Python reads the same
 * (fii_widgets/instrument/flow.py).
 * @param {string} id
 * @param {number} number of a subject
 * @returns {string}
 */
export function keyOf(id, number) {
  return number > 1 ? `${id}@${number}` : id;
}

/** Whether the forms are kept in templates. */
function isKept() {
  return document.querySelector('template[data-fii-form-of]') !== null;
}

/** The items of forms in templates, which never change: hundreds are asked for at once. @type {Map<string, Element> | undefined} */
let items;

/**
 * Give an item; of a row of a form that is not open, the same in the first row; about a later subject, the same item.
 * @param {string} id
 * @returns {Element | null}
 */
export function itemElement(id) {
  const bare = id.replace(/@\d+$/, '');
  if (!isKept()) return document.querySelector(`[data-fii-item="${CSS.escape(id)}"]`) ?? document.querySelector(`[data-fii-item="${CSS.escape(bare)}"]`);
  items ??= new Map(forms().flatMap((form) => [...form.querySelectorAll('[data-fii-item]')]).map((item) => [item.getAttribute('data-fii-item') ?? '', item]));
  return items.get(id) ?? items.get(`${bare}@1`) ?? items.get(bare) ?? null;
}

/** The ids of those, and of the rows that are not made yet: every change asks for them. @type {Set<string> | undefined} */
let ids;

/** @returns {Set<string>} the ids of all items that an answer can be of, those of rows that are not made yet too */
export function itemIds() {
  if (ids && isKept()) return ids;
  /** @type {Set<string>} */
  const found = (ids = new Set());
  for (const form of forms()) {
    const own = idsIn(form);
    const most = subjectsOf(form)?.most ?? 1;
    for (let number = 1; number <= most; number += 1) for (const id of own) found.add(keyOf(id, number));
    for (const section of form.querySelectorAll('[data-fii-most]')) {
      const first = idsIn(section);
      for (let row = 2; row <= Number(section.getAttribute('data-fii-most')); row += 1) for (const id of first) found.add(id.replace(/@1$/, `@${row}`));
    }
  }
  return found;
}

/** @param {Element} element */
function idsIn(element) {
  return [...element.querySelectorAll('[data-fii-item]')].map((item) => item.getAttribute('data-fii-item') ?? '');
}

/** @returns {string[]} the sources of the instruments as they stand, for Python's eyes only: it knows again what it read before */
export function pageInstruments() {
  return forms().map(sourceIn);
}

/**
 * Give the source of one of them.
 * @param {import('../base/widget.js').Widget} widget
 * @returns {string}
 */
export function sourceOf(widget) {
  return sourceIn(formOf(widget.root.dataset.fiiId ?? ''));
}

/** @param {Element | null} form */
function sourceIn(form) {
  return form?.querySelector('[data-fii-source]')?.textContent || 'null';
}
