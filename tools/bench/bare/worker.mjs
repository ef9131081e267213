// The bare page's worker over http: stock Pyodide, options none. For the bench only.

import { loadPyodide } from './pyodide.mjs';

self.onmessage = async ({ data }) => {
  const wheel = fetch(data.wheel).then((answer) => answer.arrayBuffer());
  const python = await loadPyodide();
  python.unpackArchive(await wheel, 'wheel');
  self.postMessage(python.pyimport('fii_widgets.browser').call(data.request));
};
