// What all parts of a page stand on, so that it comes as one file and not as one for each pair that shares something.

import './copy-text.js';
import './fold.js';
import './place.js';
import './trusted.js';
import './widget.js';
import './words.js';
import '../page/code-meant.js';
import '../page/plain-script.js';
