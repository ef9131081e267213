// The page's one copy of the dossier: judges what is given before it is kept. Must not touch the DOM or interpret an answer.

import { merge } from './answer-store.js';
import { undoable } from './dossier-changes.js';
import { asDossier, mapOf, opened, undone } from './dossier-draft.js';
import { FORGOTTEN, isRegister } from '../file/dossier-registers.js';
import { dossier as whole, ShapeError } from '../shapes/dossier-shapes.js';
import { sound } from '../file/dossier-sift.js';
import { ForgettingDraft } from './forgetting-draft.js';
import { since } from '../file/forgotten.js';
import { Meanwhile } from './meanwhile.js';
import { Room } from './room.js';
import { fullness, fullnessInTurns } from '../file/dossier-text.js';
import { inLots } from '../base/lots.js';
import { timeAfter } from '../file/times.js';
import { Turns } from '../base/turns.js';

/**
 * @typedef {import('../file/dossier-file.js').Dossier} Dossier
 * @typedef {{id: string, code: 'shape' | 'text' | 'string' | 'room' | 'finished', where: string}} Refused  where: the part that does not fit; room: the file is full
 */

/**
 * Fires `refused` (detail: Refused) too, when a value does not fit in a dossier and the one before it stays, and `collect`
 * when every form has to tell at once what is being typed.
 */
export class DossierState extends ForgettingDraft {
  #room = new Room(() => this.draft, () => this.tell('saved', null));

  constructor() {
    super();
    this.addEventListener('answers', () => this.#room.follow());
    addEventListener('pagehide', () => {
      this.collect();
      this.leaveBehind();
    });
    // A tab that slept, or a browser whose tabs cannot talk to each other, catches up when it is looked at again.
    addEventListener('pageshow', (event) => event.persisted && void this.reload());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.reload();
      else this.collect();
    });
  }

  get answers() {
    return this.draft.answers;
  }

  /** Reviews, actions, members, places and settings, by path. */
  get registers() {
    return this.draft.registers;
  }

  /**
   * List the records that stand directly under a path.
   * @param {string} path ending in a slash: `actions/`
   * @returns {[id: string, value: any][]} in the order in which they came
   */
  under(path) {
    const found = [...this.registers].filter(([id]) => id.startsWith(path) && !id.includes('/', path.length));
    return found.map(([id, value]) => [id.slice(path.length), value]);
  }

  /** The opening of a file that can be taken back, also after a reload. */
  get undoable() {
    return undoable(this.draft);
  }

  /** How the reader calls this dossier; empty while it has no name. @returns {string} */
  get name() {
    return this.registers.get('settings/name')?.text ?? '';
  }

  /** The openings and mergings of files, oldest first. */
  get history() {
    return this.draft.history;
  }

  /** When this browser marked the traject as finished; empty while it goes on. @returns {string} */
  get finished() {
    return this.draft.marks.finished ?? '';
  }

  /** What could not be read: it is kept, goes into the file and counts nowhere. */
  get aside() {
    return this.draft.aside;
  }

  /** What Python found last; of which answers, its key says. */
  get findings() {
    return this.draft.findings;
  }

  /** How full a file of this dossier is, from 0 to 1; measured now and then. */
  get fullness() {
    return this.#room.full;
  }

  /**
   * Take one answer: in memory at once, in the store as soon as it can. Its time is always after that of the old one.
   * @param {string} id
   * @param {{choice?: string, note?: string}} parts
   * @returns {boolean} false when it does not fit in a dossier; what stood there stays
   */
  change(id, parts) {
    return this.#take(id, { ...parts, at: timeAfter(this.#before(id)) });
  }

  /**
   * Take a register's whole new value: a review, an action, a setting. Its time is set here, always after the old one.
   * @param {string} path
   * @param {Record<string, unknown>} value
   * @param {Iterable<{at: string}>} [follows] what else it comes after
   * @returns {boolean} false when it does not fit in a dossier; what stood there stays
   */
  put(path, value, follows = []) {
    return this.#take(path, { ...value, at: timeAfter([...this.#before(path), ...follows]) });
  }

  /**
   * @param {string} id
   * @returns {({at: string} | undefined)[]} what a new value comes after: what stands there, and what was forgotten
   */
  #before(id) {
    const value = mapOf(this.draft, id).get(id);
    return [value, value?.cleaned && { at: value.cleaned }, since(this.registers.get(FORGOTTEN) ?? {}, id)];
  }

  /**
   * @param {string} id
   * @param {import('./answer-store.js').Patch} patch
   * @returns {boolean}
   */
  #take(id, patch) {
    if (this.#isOver(id)) return false;
    const before = mapOf(this.draft, id).get(id);
    try {
      const value = isRegister(id) ? patch : merge(before, patch);
      this.#room.check(id, before, sound(id, value));
    } catch (error) {
      return this.#refuse(error, id);
    }
    this.add(id, patch);
    return true;
  }

  /**
   * @param {string} id of what somebody would change
   * @returns {boolean} whether the traject is finished, and this was refused
   */
  #isOver(id) {
    if (this.finished) this.dispatchEvent(new CustomEvent('refused', { detail: { id, code: 'finished', where: id } }));
    return this.finished !== '';
  }

  /**
   * @param {unknown} error
   * @param {string} id what was given; empty for a whole dossier
   * @returns {false}
   * @throws {unknown} what is no refusal
   */
  #refuse(error, id) {
    if (!(error instanceof ShapeError)) throw error;
    this.dispatchEvent(new CustomEvent('refused', { detail: { id, code: error.code, where: error.where } }));
    return false;
  }

  /** Let every form tell what is being typed. */
  collect() {
    this.dispatchEvent(new Event('collect'));
  }

  /**
   * Hear which answers and registers changed.
   * @param {(ids: Set<string> | null, own: boolean) => void} listen
   * @param {AbortSignal} [signal] ends the listening
   */
  onAnswers(listen, signal) {
    this.addEventListener('answers', (event) => {
      const { ids, own } = /** @type {CustomEvent<import('./kept-draft.js').Answered>} */ (event).detail;
      listen(ids, own);
    }, signal ? { signal } : {});
  }

  /**
   * Give the dossier as it is now, ready for a file.
   * @returns {Dossier}
   */
  dossier() {
    this.collect();
    return asDossier(this.draft);
  }

  /**
   * Put an opened or merged dossier in the place of this one and remember how to go back.
   * @param {Dossier} dossier
   * @param {string} fileName
   * @param {'opened' | 'merged'} [event]
   * @param {Turns} [turns]
   * @param {() => void} [keeping] hears that it stands in memory and goes to the store: it cannot be stopped any more
   * @returns {Promise<boolean>} false when it does not fit in a dossier; nothing changed
   * @throws {import('../base/turns.js').Stopped} where it was stopped before that; nothing changed
   */
  async open(dossier, fileName, event = 'opened', turns = new Turns(), keeping = () => undefined) {
    let full = 0;
    const meanwhile = new Meanwhile(this); // to judge it takes time too
    try {
      await inLots(dossier, whole, turns); // what Python joined is judged as what comes from a file
      full = await fullnessInTurns(dossier, turns);
      this.#room.judge(full);
    } catch (error) {
      meanwhile.end();
      return this.#refuse(error, '');
    }
    const next = async () => {
      const draft = await opened(this.draft, dossier, fileName, event, turns);
      this.#room.is(full); // known before anybody is told: how full it is, is shown at once
      return draft;
    };
    await this.replace(next, keeping, meanwhile);
    return true;
  }

  /**
   * Mark the traject as finished in this browser, so that nothing is written in it by accident; or let it go on. Where the
   * browser does not keep everything, nothing changes.
   * @param {boolean} isFinished
   */
  async finish(isFinished) {
    if (!this.isKept) return;
    const { finished, ...marks } = this.marks;
    this.draft.marks = isFinished ? { ...marks, finished: timeAfter([]) } : marks;
    await this.mark();
  }

  /**
   * Take words or things out for good. Until the page is left it can be put back.
   * @param {import('./forgetting.js').Asked} asked
   * @returns {Promise<boolean>} false when nothing changed: the traject is finished, or no file would have room
   */
  async forget(asked) {
    this.collect();
    if (this.#isOver('')) return false;
    try {
      await this.takeOut(asked, (draft) => this.#room.judge(fullness(asDossier(draft))));
    } catch (error) {
      return this.#refuse(error, '');
    }
    return true;
  }

  /**
   * Keep what Python found beside the dossier. It can be made anew: where the browser does not keep it, only this page has it.
   * @param {import('../shapes/findings.js').Findings} findings
   */
  async keepFindings(findings) {
    this.draft.findings = findings;
    await this.keep();
    if (!this.isKept || this.draft.findings !== findings) return; // another dossier may have come in its place
    await this.store.keepFindings(findings, this.marks).catch((error) => console.info(error));
  }

  /** Go back to the answers from before the last opened file. */
  async undo() {
    await this.replace(async () => undone(this.draft));
  }
}

/** @type {DossierState | undefined} */
let state;

/**
 * Give the page's one dossier; the store is opened on the first call.
 * @returns {DossierState}
 */
export function dossierState() {
  return (state ??= new DossierState());
}
