// `node tests/site/query.mjs SITE_DIR < questions`: answer questions with the site's own engine, one JSON line each.
// A question may have its limits behind a tab, as JSON: stoplicht → {"phase": 2}.
// For tests; no part of the site.

import { readFileSync } from 'node:fs';
import { opened } from './opened.mjs';

const { register, codes, SearchEngine, context } = await opened(process.argv[2] ?? 'site');
const started = performance.now();
const engine = await new SearchEngine(register, codes).build();
const built = performance.now() - started;

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const [question, limits = '{}'] = line.split('\t');
  const before = performance.now();
  const { kind, results, near } = engine.search(question, JSON.parse(limits));
  const took = performance.now() - before;
  const shown = results.slice(0, 10).map((found) => ({
    target: found.address + (found.anchor ? `#${found.anchor}` : ''),
    heading: found.heading,
    sort: found.sort,
    via: found.via,
    context: context(found.text, found.terms).map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
  }));
  console.log(JSON.stringify({ question, kind, count: results.length, near, shown, built, took }));
}
