// What a page with a form loads. Only names the parts.

import './shared.js';

export { InstrumentWidget } from './instrument-widget.js';
export { followPrinter } from '../papers/print.js';
export { completeRows } from '../forms/rows.js';
