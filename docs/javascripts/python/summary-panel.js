// Where Python's HTML about some answers comes: asks, waits, inserts, or says why not; until then, and where it cannot, what is
// stored. Must not make HTML itself.

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
   * @param {() => Node[]} [stored] shows what is so without Python
   */
  constructor(holder, ask, onShown = () => undefined, signal = new AbortController().signal, stored = () => []) {
    this.holder = holder;
    this.ask = ask;
    this.onShown = onShown;
    this.signal = signal;
    this.stored = stored;
    /** What the build put there: stays until Python speaks, and comes back after a wipe. */
    this.first = [...holder.childNodes];
    this.step = make('p', { 'data-fii-step': '' });
    python().addEventListener('progress', (event) => {
      if (event instanceof CustomEvent) this.step.textContent = say(`python.step.${event.detail}`);
    }, { signal });
    holder.addEventListener('toggle', ({ target }) => void this.#fill(target), { capture: true, signal });
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
    if (this.#isFirst) {
      const stored = this.stored();
      if (stored.length > 0) this.holder.replaceChildren(...stored);
      if (python().isPossible) this.holder.append(this.step);
    }
    const reply = await show(this.holder, request, () => turn === this.#turn && !this.signal.aborted, this.stored);
    if (reply === undefined) return;
    for (const fold of this.holder.querySelectorAll('details[open]')) void this.#fill(fold);
    this.#isFirst = false;
    this.onShown(reply);
  }

  /**
   * Let what there is much of come when its fold is opened, and go when it is closed.
   * @param {EventTarget | null} fold
   */
  async #fill(fold) {
    if (!(fold instanceof HTMLDetailsElement) || !fold.dataset['fiiLater']) return;
    const [, body] = fold.children;
    if (!fold.open) return body?.remove();
    const request = this.ask();
    if (body || !request) return;
    const place = make('div', {}, make('p', {}, say('python.coming')));
    fold.append(place);
    await show(place, { ...request, part: fold.dataset['fiiLater'] }, () => place.isConnected);
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
}

/**
 * Ask Python, and put its answer in a place, or why there is none.
 * @param {HTMLElement} holder
 * @param {import('./client.js').Request} request
 * @param {() => boolean} isWanted whether it still is, once the answer has come
 * @param {() => Node[]} [stored] what is so without it
 * @returns {Promise<import('./client.js').Reply | null | undefined>} null where Python gave none; undefined where it came too late
 */
async function show(holder, request, isWanted, stored = () => []) {
  const explain = (/** @type {string} */ sentence) => holder.replaceChildren(...stored(), make('p', { 'data-fii-failed': '' }, sentence));
  try {
    const reply = await python().ask(request, '', 'later');
    if (!isWanted()) return undefined;
    if (reply.ok && typeof reply.html === 'string') {
      insert(holder, reply.html);
      holder.dispatchEvent(new Event('fii-summed', { bubbles: true }));
    } else explain(reply.message ?? say('python.broken'));
    return reply;
  } catch (error) {
    if (!isWanted()) return undefined;
    console.warn(error);
    explain(whyNoAnswer(error));
    return null;
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
