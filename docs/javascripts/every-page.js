// What every page loads: its frame, its search, its terms, its links. Only names how each part starts.

import './page/shared.js';

export { start as go } from './page/go.js';
export { start as kaal } from './page/kaal.js';
export { start as onward } from './page/onward.js';
export { start as siteFrame } from './page/site-frame.js';
export { start as spots } from './page/spots.js';
export { start as terms } from './page/terms.js';
export { start as search } from './search/search.js';
