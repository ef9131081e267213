// Where Python's HTML about some answers comes: asks, waits, inserts, or says why not. Must not make HTML itself.

import { python, whyNoAnswer } from './client.js';
import { insert } from '../base/safe-html.js';
import { make } from '../base/widget.js';
import { say } from '../base/words.js';


const PAUSE = 400;

export class SummaryPanel {
  /** @type {number | undefined} */
  #timer;
  #turn = 0;
  #isFirst = true;

  /**
   * @param {HTMLElement} holder
   * @param {() => import('./client.js').Request | null} ask what to ask Python now; null when there is nothing to sum up
   * @param {(reply: import('./client.js').Reply | null) => void} onShown gets what Python said; null when it could not
   * @param {AbortSignal} [signal] ends the asking
   */
  constructor(holder, ask, onShown = () => undefined, signal = new AbortController().signal) {
    this.holder = holder;
    this.ask = ask;
    this.onShown = onShown;
    this.signal = signal;
    /** What the build put there: stays until Python speaks, and comes back after a wipe. */
    this.first = [...holder.childNodes];
    this.step = make('p', { 'data-fii-step': '' });
    python().addEventListener('progress', (event) => {
      if (event instanceof CustomEvent) this.step.textContent = say(`python.step.${event.detail}`);
    }, { signal });
  }

  /** Sum up after a pause: answers that come quickly behind each other are summed up once. */
  later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), PAUSE);
  }

  /** Ask Python and show its answer; a later turn makes an earlier one void. */
  async now() {
    if (this.signal.aborted) return;
    const turn = ++this.#turn;
    const request = this.ask();
    if (!request) return this.#showFirst();
    // The steps of a start are shown under the first sentence only: a summary that stands there stays as it is.
    if (this.#isFirst && python().isPossible) this.holder.append(this.step);
    /** @type {import('./client.js').Reply | null} */
    let reply = null;
    try {
      reply = await python().ask(request, '', 'later');
      if (turn !== this.#turn || this.signal.aborted) return;
      if (reply.ok && typeof reply.html === 'string') {
        insert(this.holder, reply.html);
        this.holder.dispatchEvent(new Event('fii-summed', { bubbles: true }));
      } else this.#showSentence(reply.message ?? say('python.broken'));
    } catch (error) {
      if (turn !== this.#turn || this.signal.aborted) return;
      console.warn(error);
      this.#showSentence(whyNoAnswer(error));
    }
    this.#isFirst = false;
    this.onShown(reply);
  }

  /** Give the room back where nobody looks: what Python still says comes too late. */
  rest() {
    clearTimeout(this.#timer);
    this.#turn += 1;
    if (!this.#isFirst) this.#showFirst();
  }

  #showFirst() {
    this.holder.replaceChildren(...this.first);
    this.#isFirst = true;
  }

  /** @param {string} sentence */
  #showSentence(sentence) {
    this.holder.replaceChildren(make('p', { 'data-fii-failed': '' }, sentence));
  }
}

/**
 * Start Python once the page has nothing better to do.
 * @param {() => void} start
 */
export function whenIdle(start) {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => start(), { timeout: 3_000 });
  else setTimeout(start, 1_000);
}
