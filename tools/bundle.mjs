// `node tools/bundle.mjs ENTRY OUT`: make one classic script of the site's modules, for pages opened from a folder.
// No browser loads a module from a file; what the modules say stays the same.

import { build } from 'esbuild';

const [entry, outfile] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'inline',
  logLevel: 'warning',
});
