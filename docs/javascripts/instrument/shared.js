// What every form stands on, an instrument's and others', so that it comes as one file.

import '../base/give-file.js';
import '../base/kept-text.js';
import '../base/safe-html.js';
import '../page/shared.js';
import '../python/client.js';
import '../python/summary-panel.js';
import '../forms/answer-form.js';
import '../forms/item-texts.js';
import '../papers/print.js';
import '../forms/rows.js';

export { start as fieldCheck } from '../forms/field-check.js';
