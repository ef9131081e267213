// `node tools/bundle/bundle.mjs < OPTIONS`: run esbuild with these options, as JSON, and print what came of what.
// What the modules say stays the same. Knows no module and no folder.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { metafile } = await build({
  bundle: true,
  metafile: true,
  target: 'es2022',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'inline',
  logOverride: { 'direct-eval': 'silent', 'commonjs-variable-in-esm': 'silent' }, // Pyodide's own, for what we do not use
  logLevel: 'warning',
  ...JSON.parse(readFileSync(0, 'utf8')),
});
process.stdout.write(JSON.stringify(metafile.outputs));
