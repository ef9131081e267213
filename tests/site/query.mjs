// `node tests/site/query.mjs SITE_DIR < questions`: answer questions with the site's own engine, one JSON line each.
// A question may have its limits behind a tab, as JSON: stoplicht → {"phase": 2}.
// For tests; no part of the site.

import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const scripts = path.join(process.argv[2] ?? 'site', 'javascripts');
const file = readdirSync(scripts).find((name) => name.startsWith('search-register-')) ?? 'search-register.js';
const text = readFileSync(path.join(scripts, file), 'utf8');
const register = JSON.parse(JSON.parse(text.slice(text.indexOf('=') + 1).trim().replace(/;$/, '')));
const at = (name) => pathToFileURL(path.join(import.meta.dirname, '../../docs/javascripts', name)).href;
const { SearchEngine } = await import(at('search/search-engine.js'));
const list = readdirSync(scripts).find((name) => name.startsWith('codes-list'));
const codes = list ? JSON.parse(JSON.parse(readFileSync(path.join(scripts, list), 'utf8').replace(/^[^=]*=/, '').trim().replace(/;$/, ''))) : {};
const { context } = await import(at('search/search-context.js'));
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
    context: context(found.text, found.terms).map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''),
  }));
  console.log(JSON.stringify({ question, kind, count: results.length, near, shown, built, took }));
}
