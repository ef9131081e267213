// From a chosen or dropped file to a preview to the state. Must not let Python or the state see an unchecked file.

import { StoreError } from '../store/store-error.js';
import { dossierState } from '../store/dossier-state.js';
import { changesInTurns, registerChanges } from '../store/dossier-changes.js';
import { readText } from '../file/dossier-file.js';
import { registers } from '../file/dossier-registers.js';
import { lightsInWords } from '../facts/lights.js';
import { DossierPreview } from './dossier-preview.js';
import { askedExample, exampleText } from './example-dossier.js';
import { dropped, readFile, whyUnread } from '../file/file-kinds.js';
import { LongWork } from '../base/long-work.js';
import { place } from '../base/place.js';
import { python, PythonError } from '../python/client.js';
import { pageInstruments } from '../forms/forms.js';
import { Stopped } from '../base/turns.js';
import { say } from '../base/words.js';

/** @typedef {import('../file/dossier-file.js').Opened} Opened */

export class DossierOpen {
  state = dossierState();
  /** @type {{opened: Opened, name: string, isExample?: boolean} | null} what waits for the reader's consent */
  #waiting = null;
  #isPrepared = false;

  /**
   * @param {import('../base/widget.js').Widget} widget
   * @param {(sentence: string) => void} complain
   * @param {() => void} come brings the view in which all of this stands
   */
  constructor(widget, complain, come) {
    this.widget = widget;
    this.complain = complain;
    this.come = come;
    this.preview = new DossierPreview(widget);
    this.work = new LongWork(widget);
    this.row = widget.own('data-fii-file-row');
    this.input = widget.own('data-fii-file', HTMLInputElement);
    this.input?.addEventListener('change', () => this.#take(this.input?.files?.[0]));
    void this.#take(this.input?.files?.[0]); // chosen before the scripts were there
    void this.#takeExample();
    addEventListener('hashchange', () => void this.#takeExample());
    widget.root.addEventListener('dragenter', (event) => hasFile(event) && this.#prepare());
    widget.root.addEventListener('dragover', (event) => hasFile(event) && event.preventDefault());
    widget.root.addEventListener('drop', (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer ? dropped(event.dataTransfer) : [];
      void this.#take(file);
    });
  }

  /** Let the reader choose a file; the field stays visible for those who drag or use the keyboard. */
  ask() {
    this.come();
    this.row?.removeAttribute('hidden');
    this.#prepare();
    this.input?.click();
  }

  /** Let Python start and read the instruments while the reader looks for the file; failures show with the file. */
  #prepare() {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    python().ask({ op: 'know', instruments: pageInstruments() }).catch(() => undefined);
  }

  /** Put the file in the place of the answers: the reader saw what changes and said yes. */
  async apply() {
    if (!this.#waiting || this.#waiting.opened.newer || this.#waiting.isExample) return;
    const { opened, name } = this.#waiting;
    this.cancel();
    const keeping = () => {
      this.work.bind();
      this.work.go(say('open.keeping', { bestand: name }));
    };
    const isTaken = await this.work.whole(say('open.taking', { bestand: name }), (turns) =>
      this.state.open(opened.dossier, name, 'opened', turns, keeping));
    if (!isTaken || this.state.trouble) return;
    this.widget.tell(`${say('open.done', { bestand: name })} ${lightsInWords()}`.trim());
  }

  /**
   * Put the file beside this dossier.
   * @param {import('../dossier/dossiers-panel.js').DossiersPanel} dossiers
   */
  async applyBeside(dossiers) {
    if (!this.#waiting || this.#waiting.opened.newer) return;
    const { opened, name, isExample } = this.#waiting;
    try {
      await dossiers.openBeside(opened.dossier, name, isExample ? '#stand' : opened.dossier.member ? '#lijsten' : '');
    } catch (error) {
      this.complain(say(`store.${error instanceof StoreError ? error.code : 'failed'}`));
    }
  }

  /** Leave what is being done. */
  stop() {
    this.cancel();
    this.widget.tell(say('open.stopped'));
  }

  /** Leave everything as it is. */
  cancel() {
    this.work.stop();
    this.#waiting = null;
    this.preview.hide();
    if (this.input) this.input.value = '';
  }

  /** @param {File | undefined} file or folder */
  async #take(file) {
    if (!file) return;
    const turns = this.#begin(file.name);
    try {
      await this.state.ready;
      const opened = await readText(await readFile(file), place.edition, turns);
      await turns.next();
      const remarks = this.#remarks(opened); // Python looks at it while the page shows it
      await turns.next();
      await this.#show(opened, file.name, turns);
      const found = await remarks;
      if (this.#waiting?.opened === opened) this.preview.addRemarks(found);
    } catch (error) {
      if (error instanceof Stopped || !this.work.isOf(turns)) return;
      this.work.stop();
      this.complain(whyUnread(error, file.name));
    }
  }

  /** Show the example that the address asks for. It can come beside this dossier only. */
  async #takeExample() {
    const name = askedExample();
    if (!name) return;
    history.replaceState(null, '', '#bewaren'); // a reload must not ask again
    const file = `${name}.json`;
    const turns = this.#begin(file);
    try {
      await this.state.ready;
      const opened = await readText(await exampleText(name), place.edition, turns);
      turns.check();
      this.work.stop();
      this.#waiting = { opened, name: file, isExample: true };
      this.preview.showExample(opened.dossier);
    } catch (error) {
      if (error instanceof Stopped) return;
      console.warn(error);
      this.work.stop();
      this.complain(say('example.failed'));
    }
  }

  /** @param {string} file that is read now, in the place of what was waiting */
  #begin(file) {
    this.cancel();
    this.complain('');
    this.come();
    return this.work.begin(say('open.reading', { bestand: file }));
  }

  /**
   * @param {Opened} opened
   * @param {string} name
   * @param {import('../base/turns.js').Turns} turns
   */
  async #show(opened, name, turns) {
    this.work.go(say('open.comparing', { bestand: name }));
    const { state } = this;
    state.collect();
    const answers = await changesInTurns(state.answers, new Map(Object.entries(opened.dossier.answers)), turns);
    const others = registerChanges(state.registers, registers(opened.dossier)).map(([path]) => path.split('/', 2).join('/'));
    const found = { changes: answers, others: new Set(others).size, open: state.name };
    await this.preview.show(opened, name, found, turns);
    this.work.stop();
    this.#waiting = { opened, name };
  }

  /**
   * Ask for Python's remarks; opening does not wait for them and works without.
   * @param {Opened} opened
   * @returns {Promise<string[]>}
   */
  async #remarks(opened) {
    try {
      const { answers } = opened.dossier; // the only part that Python has something to say about
      const reply = await python().ask({ op: 'check', dossier: { answers }, instruments: pageInstruments() });
      return reply.remarks ?? [reply.message ?? say('preview.no-python')];
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      return [say('preview.no-python')];
    }
  }
}

/** @param {DragEvent} event */
function hasFile(event) {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
