// First module of every page: builds each widget once and starts menu and search. Must not know what a widget does.
//
// A page is working or visibly not. Controls come disabled (fii_widgets/render/form/controls.py) and are switched on when their
// widget is built. What fails, or is not there in time, is marked: its sentence shows and its form is paper. What comes after
// all takes that back. This module imports nothing at its start: it must be able to say that the rest failed.

/** @typedef {new (root: Element) => {switchOn(): void}} Kind */

// Few files: each of these is one, with what it shares with the others beside it (tools/passes/assets.py).
const everyPage = () => import('./every-page.js');
const ofForms = () => import('./instrument/form-page.js');
const ofDossier = () => import('./dossier-page.js');

/** @type {Record<string, () => Promise<Kind>>} loaded only on a page that has one */
const KINDS = {
  instrument: async () => (await ofForms()).InstrumentWidget,
  meetings: async () => (await ofDossier()).MeetingsWidget,
  team: async () => (await ofDossier()).TeamWidget,
  places: async () => (await ofDossier()).PlacesWidget,
  papers: async () => (await ofDossier()).PapersWidget,
  dossier: async () => (await ofDossier()).DossierWidget,
  session: async () => (await import('./session/session-widget.js')).SessionWidget,
  trial: async () => (await import('./trial/trial-widget.js')).TrialWidget,
  computer: async () => (await import('./computer/computer-widget.js')).ComputerWidget,
};
/** How long a part may take before the page says that it is not there. */
const PATIENCE = 10_000;
const page = document.documentElement;
/** What failed or is late: roots of widgets, and parts that stand on their own. @type {Set<unknown>} */
const lacking = new Set();

/**
 * Run one part of the page and let the page say whether it is there.
 * @param {unknown} part the root of a widget, or what else tells one from another
 * @param {() => Promise<void>} begin
 */
async function run(part, begin) {
  const late = setTimeout(() => mark(part, 'late'), PATIENCE);
  try {
    await begin();
    mark(part, '');
  } catch (error) {
    console.error(error);
    mark(part, 'failed');
  } finally {
    clearTimeout(late);
  }
}

/**
 * @param {unknown} part
 * @param {'late' | 'failed' | ''} why
 */
function mark(part, why) {
  if (why) lacking.add(part);
  else lacking.delete(part);
  page.toggleAttribute('data-fii-partly', lacking.size > 0);
  if (!(part instanceof HTMLElement)) return;
  if (why) part.dataset.fiiLacking = why;
  else delete part.dataset.fiiLacking;
}

/**
 * Build one widget and switch its controls on.
 * @param {HTMLElement} root
 * @param {Promise<void>} prepared
 */
async function build(root, prepared) {
  const kind = KINDS[root.dataset.fiiWidget ?? ''];
  if (!kind) throw new Error(`unknown widget ${root.dataset.fiiWidget}`);
  const [Made] = await Promise.all([kind(), prepared]);
  new Made(root).switchOn();
}

/** Rows of a form come first, since a widget looks for its items once. */
async function prepare() {
  if (document.querySelector('[data-fii-most]')) (await ofForms()).completeRows();
  if (document.querySelector('[data-fii-form]')) (await ofForms()).followPrinter();
}

/** @returns {Promise<void>[]} every widget of the page; in a frame none of what must stand alone: it stays switched off */
function widgets() {
  const isFramed = window.top !== window;
  const alone = isFramed ? document.querySelector('[data-fii-alone]') : null;
  if (alone) page.classList.add('is-framed'); // says so, also where head.js did not come
  const roots = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-fii-widget]')]).filter((root) => !alone?.contains(root));
  const prepared = prepare();
  prepared.catch(() => undefined); // every widget tells
  return roots.map((root) => run(root, () => build(root, prepared)));
}

/**
 * Start a part of the page that stands on its own; the page is readable without it.
 * @param {() => Promise<() => void>} load gives what starts it
 */
function start(load) {
  return run(load, async () => (await load())());
}

/** An address that carries answers: what it holds is shown before anything else happens with it. */
function readLink() {
  const isLink = /^#fii\d+(~|%7e)/i.test(location.hash) && document.querySelector('[data-fii-widget="instrument"], [data-fii-widget="dossier"]');
  if (isLink) void start(async () => (await import('./instrument/linked-answers.js')).start);
}

/** Parts that only some pages have, each found by its hook. */
function links() {
  /** @type {[hook: string, load: () => Promise<() => void>][]} */
  const parts = [
    ['[data-fii-longest], [data-fii-widget="trial"]', async () => (await import('./instrument/shared.js')).fieldCheck],
    ['[data-fii-spots]', async () => (await everyPage()).spots],
    ['[data-fii-onward]', async () => (await everyPage()).onward],
    ['[data-fii-go]', async () => (await everyPage()).go],
  ];
  return parts.map(([hook, load]) => document.querySelector(hook) && start(load));
}

void Promise.all([
  start(async () => (await everyPage()).kaal),
  start(async () => (await everyPage()).siteFrame),
  start(async () => (await everyPage()).search),
  start(async () => (await everyPage()).terms),
  ...widgets(),
  ...links(),
]).then(() => page.setAttribute('data-fii-started', ''));
readLink();
addEventListener('hashchange', readLink);
// From here on this module can tell what fails; until here head.js does.
page.setAttribute('data-fii-begun', '');
page.classList.replace('no-js', 'js');
