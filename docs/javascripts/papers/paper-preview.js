// A paper as it will be, to be read in the page before anything is made. Must not know what a paper holds: Python makes it.

import { nameColumns } from './paper-columns.js';
import { onSeen } from '../base/seen.js';
import { SummaryPanel } from '../python/summary-panel.js';
import { setText } from '../base/widget.js';
import { say } from '../base/words.js';

export class PaperPreview {
  /** Of which paper; null while it is closed. @type {import('../python/client.js').Request | null} */
  #request = null;

  /**
   * @param {import('../base/widget.js').Widget} widget
   */
  constructor(widget) {
    this.widget = widget;
    this.box = widget.need('data-fii-paper-preview');
    this.button = widget.need('data-fii-action="preview"');
    this.panel = new SummaryPanel(widget.need('data-fii-paper-body'), () => this.#request, (reply) => {
      nameColumns(this.panel.holder);
      if (this.#request) widget.tell(reply?.ok ? say('papers.previewed') : '');
    });
    this.box.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    onSeen(widget.root, () => this.put()); // a long paper does not stay in the page for nobody
  }

  get isOpen() {
    return this.#request !== null;
  }

  /**
   * @param {import('../python/client.js').Request} request
   * @param {string} name of the paper
   */
  open(request, name) {
    this.put();
    this.#request = request;
    const title = this.widget.need('data-fii-paper-title');
    setText(title, say('papers.preview', { stuk: name }));
    this.box.hidden = false;
    title.focus();
    void this.panel.now();
  }

  /** Put it away, and go on where it was asked for. */
  close() {
    this.put();
    this.widget.tell('');
    this.button.focus();
  }

  /** Put it away; the focus is elsewhere. */
  put() {
    this.#request = null;
    this.box.hidden = true;
    this.panel.rest();
  }
}
