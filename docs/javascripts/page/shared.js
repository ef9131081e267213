// What all parts of a page stand on, so that it comes as one file and not as one for each pair that shares something.

import '../base/copy-text.js';
import '../base/fold.js';
import '../base/place.js';
import '../base/plain-script.js';
import '../base/trusted.js';
import '../base/widget.js';
import '../base/words.js';
import './code-meant.js';
