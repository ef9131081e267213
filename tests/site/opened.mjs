// The site's own search engine and what the build wrote for it, for tests in Node; no part of the site.

import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const at = (name) => pathToFileURL(path.join(import.meta.dirname, '../../docs/javascripts', name)).href;

/** @param {string} site */
export async function opened(site) {
  const scripts = path.join(site, 'javascripts');
  const files = readdirSync(scripts);
  const read = (name) => {
    const file = files.find((one) => one.startsWith(`${name}-`)) ?? (files.includes(`${name}.js`) ? `${name}.js` : undefined);
    if (!file) return undefined;
    const text = readFileSync(path.join(scripts, file), 'utf8');
    return JSON.parse(JSON.parse(text.slice(text.indexOf('=') + 1).trim().replace(/;$/, '')));
  };
  const { SearchEngine } = await import(at('search/search-engine.js'));
  const { context } = await import(at('search/search-context.js'));
  return { register: read('search-register'), codes: read('codes-list') ?? {}, SearchEngine, context };
}
