// `node tools/offline/bundle.mjs ENTRY OUT iife|esm RUNTIME`: make one script of the site's modules, for pages opened from a folder.
// No browser loads a module from a file; what the modules say stays the same. `pyodide/…` stands for the files in RUNTIME.

import { build } from 'esbuild';

const [entry, outfile, format, runtime] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format,
  target: 'es2022',
  charset: format === 'esm' ? 'ascii' : 'utf8', // the worker's is handed over in base64
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'inline',
  alias: { pyodide: runtime },
  external: ['node:*', 'ws'], // Pyodide asks for these where it runs in Node
  logOverride: { 'direct-eval': 'silent', 'commonjs-variable-in-esm': 'silent' }, // Pyodide's own, for what we do not use
  logLevel: 'warning',
});
