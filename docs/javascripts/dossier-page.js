// What the page of the dossier loads beside its forms. Only names the parts.

import './instrument/shared.js';

export { MeetingsWidget } from './meetings/meetings-widget.js';
export { PapersWidget } from './papers/papers-widget.js';
export { PlacesWidget } from './team/places-widget.js';
export { TeamWidget } from './team/team-widget.js';
export { DossierWidget } from './dossier/dossier-widget.js';
