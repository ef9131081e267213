// The table of shapes that every page with an instrument holds, for its scripts in Node; it stands beside the test.

import fs from 'node:fs';

const table = { textContent: fs.readFileSync('shapes.json', 'utf8') };
globalThis.document = Object.assign(new EventTarget(), {
  querySelector: (/** @type {string} */ hook) => (hook === '[data-fii-shapes]' ? table : null),
  visibilityState: 'visible',
  baseURI: 'https://example.org/',
});
