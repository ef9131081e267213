// What every page loads: its frame, its search, its terms, its links. Only names how each part starts.

import '../base/shared.js';

export { start as go } from './go.js';
export { start as kaal } from './kaal.js';
export { start as onward } from './onward.js';
export { start as siteFrame } from './site-frame.js';
export { start as spots } from './spots.js';
export { start as terms } from './terms.js';
export { start as search } from '../search/search.js';
