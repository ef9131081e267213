// The end of a traject: this browser marks the dossier as finished, and nothing is written in it until the reader goes on.
// Must not change what stands in the dossier.

import { dossierState } from '../store/dossier-state.js';
import { refusedFields } from '../forms/field-check.js';
import { setText } from '../base/widget.js';
import { say, sayCount, sayMoment } from '../base/words.js';

export class Finishing {
  state = dossierState();

  /** @param {import('../base/widget.js').Widget} widget */
  constructor(widget) {
    this.section = widget.need('data-fii-finish');
    this.alert = widget.need('data-fii-finish-alert');
    this.notice = widget.need('data-fii-finished');
    this.text = widget.need('data-fii-finished-text');
    widget.onPress({
      finish: () => void this.#finish(),
      'go-on': () => void this.#mark(false).then(() => {
        if (this.state.finished) return setText(this.alert, say('finish.not-now'));
        widget.tell(say('finish.goes-on'));
        /** @type {HTMLElement | null} */ (widget.root.querySelector('[data-fii-view]:not([hidden]) [data-fii-view-title]'))?.focus();
      }),
    });
    this.state.addEventListener('saved', () => this.#show());
    void this.state.ready.then(() => this.#show());
  }

  /** Only what stands in a file as a whole is finished: it is what is found again when this browser is gone. */
  async #finish() {
    this.state.collect();
    await this.state.keep();
    const { marks } = this.state;
    if (!marks.file) return setText(this.alert, say('finish.no-file'));
    if (marks.changes > 0) return setText(this.alert, sayCount('finish.changes', marks.changes));
    if (refusedFields().length > 0) return setText(this.alert, say('dossiers.refused'));
    await this.#mark(true);
    if (!this.state.finished) return setText(this.alert, say('finish.not-now'));
    this.text.focus();
  }

  /** @param {boolean} isFinished */
  async #mark(isFinished) {
    setText(this.alert, '');
    await this.state.finish(isFinished);
  }

  #show() {
    const { finished } = this.state;
    this.section.hidden = finished !== '';
    this.notice.hidden = finished === '';
    setText(this.text, finished && sayMoment('finish.notice', finished));
  }
}
