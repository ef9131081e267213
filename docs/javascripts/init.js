// First module of every page: builds each widget once and starts menu and search. Must not know what a widget does.

/** @typedef {new (root: Element) => unknown} Kind */

/** @type {Record<string, () => Promise<Kind>>} loaded only on a page that has one */
const KINDS = {
  instrument: async () => (await import('./instrument-widget.js')).InstrumentWidget,
  fold: async () => (await import('./fold-widget.js')).FoldWidget,
  trial: async () => (await import('./trial-widget.js')).TrialWidget,
  meetings: async () => (await import('./meetings-widget.js')).MeetingsWidget,
  team: async () => (await import('./team-widget.js')).TeamWidget,
  places: async () => (await import('./places-widget.js')).PlacesWidget,
  'own-copy': async () => (await import('./own-copy-widget.js')).OwnCopyWidget,
  session: async () => (await import('./session-widget.js')).SessionWidget,
  papers: async () => (await import('./papers-widget.js')).PapersWidget,
  dossier: async () => (await import('./dossier-widget.js')).DossierWidget,
};

/**
 * Build one widget; when that fails, the reader sees one plain sentence and the form stays a form.
 * @param {HTMLElement} root
 */
async function build(root) {
  try {
    const kind = KINDS[root.dataset.fiiWidget ?? ''];
    if (!kind) throw new Error(`unknown widget ${root.dataset.fiiWidget}`);
    new (await kind())(root);
  } catch (error) {
    console.error(error);
    const { say } = await import('./words.js');
    const { make } = await import('./widget.js');
    root.classList.add('is-open'); // what was folded away lies open, as on paper
    root.prepend(make('p', { class: 'fii-alert', role: 'alert' }, say('widget.failed')));
  }
}

/** Build every widget of the page; rows of a form first, since a widget looks for its items once. */
async function widgets() {
  if (document.querySelector('[data-fii-most]')) (await import('./rows.js')).completeRows();
  if (document.querySelector('[data-fii-form]')) (await import('./paper.js')).followPrinter();
  const roots = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-fii-widget]')]);
  await Promise.all(roots.map(build));
}

/**
 * Start a part of the page that stands on its own; the page is readable without it.
 * @param {() => Promise<{start(): void}>} load
 */
async function start(load) {
  try {
    (await load()).start();
  } catch (error) {
    console.error(error);
  }
}

/** An address that carries answers: what it holds is shown before anything else happens with it. */
function readLink() {
  const isLink = /^#fii\d+(~|%7e)/i.test(location.hash) && document.querySelector('[data-fii-widget="instrument"]');
  if (isLink) void start(() => import('./linked-answers.js'));
}

/** Parts that only some pages have, each found by its hook. */
function links() {
  /** @type {[hook: string, load: () => Promise<{start(): void}>][]} */
  const parts = [
    ['[data-fii-longest], [data-fii-widget="trial"]', () => import('./field-check.js')],
    ['[data-fii-spots]', () => import('./spots.js')],
    ['[data-fii-onward]', () => import('./onward.js')],
    ['[data-fii-go]', () => import('./go.js')],
  ];
  return Promise.all(parts.map(([hook, load]) => document.querySelector(hook) && start(load)));
}

void Promise.all([
  start(() => import('./kaal.js')),
  start(() => import('./chrome.js')),
  start(() => import('./search.js')),
  start(() => import('./terms.js')),
  widgets(),
  links(),
]).then(() => document.documentElement.setAttribute('data-fii-started', ''));
readLink();
addEventListener('hashchange', readLink);
