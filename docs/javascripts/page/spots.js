// The link beside a heading, a point or a figure: a press copies it and says so. Without this it is a plain link.

import { address, isForThisFolder, place, publicAddress } from '../base/place.js';
import { part, setText } from '../base/widget.js';

/** How long the sentence stays in sight; a screen reader has said it long before. */
const STAYS = 8_000;

/** Listen once for the whole page, however many links it has. */
export function start() {
  const holder = document.querySelector('[data-fii-spots]');
  if (!(holder instanceof HTMLElement)) return;
  const spots = new Spots(holder);
  document.addEventListener('click', (event) => spots.pressed(event));
}

class Spots {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /** @param {HTMLElement} holder */
  constructor(holder) {
    this.holder = holder;
    this.status = part(holder, '[data-part="status"]');
    this.told = part(holder, '[data-part="told"]');
    this.dialog = part(holder, 'dialog', HTMLDialogElement);
    this.field = part(holder, 'input', HTMLInputElement);
    part(holder, '[data-part="close"]').addEventListener('click', () => this.dialog.close());
    this.field.addEventListener('focus', () => this.field.select());
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const link = event.target instanceof Element ? event.target.closest('a[data-fii-spot]') : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!(link instanceof HTMLAnchorElement) || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    void this.#copy(publicLink(link.hash), link.dataset['fiiSpot'] ?? '');
  }

  /**
   * @param {string} url
   * @param {string} code
   */
  async #copy(url, code) {
    const isHere = isForThisFolder();
    this.#say('');
    try {
      await navigator.clipboard.writeText(url);
      this.#say(this.#sentence(isHere ? 'folder' : 'copied', code));
    } catch {
      setText(this.told, this.#sentence(isHere ? 'by-hand-folder' : 'by-hand', code));
      this.field.value = url;
      this.dialog.showModal();
      this.field.focus();
      this.field.select();
    }
  }

  /**
   * @param {string} name
   * @param {string} code
   */
  #sentence(name, code) {
    return (this.holder.getAttribute(`data-say-${name}`) ?? '').replace('{code}', code);
  }

  /** @param {string} sentence */
  #say(sentence) {
    clearTimeout(this.timer);
    setText(this.status, sentence);
    if (sentence) this.timer = setTimeout(() => setText(this.status, ''), STAYS);
  }
}

/**
 * Give the link of a place on this page for others: in a folder the one on the web, where the build knows it.
 * @param {string} hash
 * @returns {string}
 */
function publicLink(hash) {
  const here = location.href.split(/[?#]/)[0] ?? '';
  const site = publicAddress();
  if (!place.isFile || !site) return here + hash;
  return site + here.slice(address('').length).replace(/index\.html$/, '') + hash;
}
