// In Bewaren: which file was made and opened last, what is in none yet, and where the next one comes. Must not write a file itself.

import { canChoose, chosenName, forgetChosen, isWanted, wantDownloads } from './chosen-file.js';
import { dossierState } from '../store/dossier-state.js';
import { make, setText } from '../base/widget.js';
import { say, sayCount, sayMoment } from '../base/words.js';

export class FilePanel {
  state = dossierState();

  /** @param {import('../base/widget.js').Widget & {save: (way: import('./save-dossier.js').Way) => Promise<string>}} widget */
  constructor(widget) {
    this.list = widget.need('data-fii-newest');
    this.choose = widget.need('data-fii-action="choose-file"');
    this.label = this.choose.textContent ?? '';
    this.download = widget.need('data-fii-action="as-download"');
    this.choose.hidden = !canChoose();
    widget.need('data-fii-newest-help').hidden = !canChoose();
    widget.onPress({
      'choose-file': () => void widget.save('choose').then(() => this.#show()),
      'as-download': () => {
        wantDownloads();
        this.#show();
        this.choose.focus();
        widget.tell(say('newest.downloads'));
      },
    });
    const { state } = this;
    state.onAnswers((ids) => {
      if (ids === null && state.answers.size + state.registers.size === 0) forgetChosen(); // what comes next is another dossier
      this.#show();
    });
    state.addEventListener('saved', () => this.#show());
    state.addEventListener('given', () => this.#show());
    void state.ready.then(() => this.#show());
  }

  #show() {
    const { marks, history } = this.state;
    const lines = [marks.file ? sayMoment('newest.made', marks.file, { bestand: marks.fileName ?? '' }) : say('newest.none')];
    const last = history.at(-1);
    const values = { bestand: last?.file ?? '' };
    if (last?.event === 'opened') lines.push(sayMoment('newest.opened', last.at, values));
    if (last?.event === 'merged') lines.push(sayMoment('newest.merged', last.at, values));
    if (marks.file && marks.changes > 0) lines.push(sayCount('newest.changes', marks.changes));
    else if (marks.file) lines.push(say('newest.same'));
    lines.push(where());
    this.download.hidden = !isWanted();
    setText(this.choose, chosenName() ? say('save.choose-other') : this.label);
    const text = lines.join('\n');
    if (this.list.dataset['shown'] === text) return;
    this.list.dataset['shown'] = text;
    this.list.replaceChildren(...lines.map((line) => make('li', {}, line)));
  }
}

/** @returns {string} where *Bewaar als bestand* brings the next file */
function where() {
  if (chosenName()) return say('newest.into', { bestand: chosenName() });
  return isWanted() ? say('newest.asks') : say('newest.download');
}
